#include "languages/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "languages/word_map.hpp"

namespace protokoll {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (end > at) parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

Lexicon::Form& Lexicon::form(std::string_view word) {
  const bool open_front = word.starts_with('*'), open_back = word.size() > 1 && word.ends_with('*');
  auto stem = word;
  if (open_front) stem.remove_prefix(1);
  if (open_back) stem.remove_suffix(1);
  if (stem.empty() || stem.find('*') != std::string_view::npos) throw std::invalid_argument(fmt::format("'{}' is no form of a word", word));
  if (open_front && open_back) {
    part_lengths_ |= std::uint64_t{1} << std::min<std::size_t>(stem.size(), 63);
    return parts_[std::string(stem)];
  }
  if (open_front) {
    longest_end_ = std::max(longest_end_, stem.size());
    return ends_[std::string(stem)];
  }
  if (open_back) {
    longest_begin_ = std::max(longest_begin_, stem.size());
    return begins_[std::string(stem)];
  }
  return exact_[std::string(stem)];
}

std::uint32_t Lexicon::element(std::string_view word) {
  auto& id = form(word).element;
  if (id == no_element) {
    id = elements_++;
    from_.emplace_back();
  }
  return id;
}

void Lexicon::add(WordClass word_class, std::string_view text) {
  const auto words = split(fold_case(text));
  if (words.empty()) throw std::invalid_argument("an empty form");
  if (words.size() == 1) return form(words[0]).classes.add(word_class);
  Phrase phrase;
  phrase.classes.add(word_class);
  for (const auto& word : words) {
    if (word != "~" && word != "~.") phrase.elements.push_back(element(word));
    else if (phrase.gap == 0 && !phrase.elements.empty()) phrase.gap = phrase.elements.size(), phrase.ends_clause = word == "~.";
    else throw std::invalid_argument(fmt::format("'{}' has its gap in a place where none may be", text));
  }
  if (phrase.elements.size() < 2) throw std::invalid_argument(fmt::format("'{}' is no phrase", text));
  auto& same = from_[phrase.elements.front()];
  const auto known = std::find_if(same.begin(), same.end(), [&](std::uint32_t i) { return phrases_[i].elements == phrase.elements && phrases_[i].gap == phrase.gap && phrases_[i].ends_clause == phrase.ends_clause; });
  if (known != same.end()) {
    phrases_[*known].classes.add(word_class);
    return;
  }
  const auto longer = [&](std::uint32_t i) { return phrases_[i].elements.size() >= phrase.elements.size(); };
  same.insert(std::find_if_not(same.begin(), same.end(), longer), static_cast<std::uint32_t>(phrases_.size()));
  phrases_.push_back(std::move(phrase));
}

void Lexicon::take(const Forms& forms, std::string_view key, Word& word) {
  const auto found = forms.find(key);
  if (found == forms.end()) return;
  word.classes |= found->second.classes;
  if (found->second.element != no_element) word.elements.push_back(found->second.element);
}

Lexicon::Word Lexicon::look_up(std::string_view folded) const {
  Word word;
  take(exact_, folded, word);
  for (std::size_t n = 1; n <= std::min(folded.size(), longest_begin_); ++n) take(begins_, folded.substr(0, n), word);
  for (std::size_t n = 1; n <= std::min(folded.size(), longest_end_); ++n) take(ends_, folded.substr(folded.size() - n), word);
  for (std::size_t n = 1; n <= std::min<std::size_t>(folded.size(), 62); ++n) {
    if (!(part_lengths_ >> n & 1U)) continue;
    for (std::size_t at = 0; at + n <= folded.size(); ++at) take(parts_, folded.substr(at, n), word);
  }
  std::sort(word.elements.begin(), word.elements.end());
  return word;
}

std::span<const std::uint32_t> Lexicon::phrases_from(std::uint32_t element) const { return from_[element]; }

}  // namespace protokoll
