#include "languages/label_forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "languages/word_map.hpp"

namespace protokoll {
namespace {

constexpr std::size_t longest_label = 80;  // bytes
constexpr std::size_t most_words = 12;

// What may stand in a gap: a word without digits or marks, but for a full stop at its end ("Nr.", not "p.m.").
bool is_word(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (text.ends_with('.')) text.remove_suffix(1);
  return (first >= 0x80 || (first >= 'a' && first <= 'z')) && text.find_first_of(",;:()[].0123456789") == std::string_view::npos;
}

}  // namespace

bool LabelForms::Word::fits(std::string_view word) const {
  if (open_front && open_back) return word.find(text) != std::string_view::npos;
  if (open_front) return word.ends_with(text);
  if (open_back) return word.starts_with(text);
  return word == text;
}

bool LabelForms::is_form(std::string_view label) {
  const auto words = folded_words(label);
  return std::any_of(words.begin(), words.end(), [](std::string_view word) { return word[0] == '~' || word[0] == '*' || word.back() == '*'; });
}

void LabelForms::add(std::string_view key, std::string_view label) {
  const auto folded = fold_case(label);
  Form form{.keys = {std::string(key)}};
  int first = -1;
  for (auto part : folded_words(folded)) {
    Word word;
    if (part[0] == '~') {
      if (part.size() != 2 || part[1] < '1' || part[1] > '9') throw std::invalid_argument(fmt::format("'{}' has a gap that is none: ~1 to ~9", label));
      word.gap = part[1] - '0';
    } else {
      word.open_front = part.starts_with('*');
      word.open_back = part.size() > 1 && part.ends_with('*');
      part = part.substr(word.open_front, part.size() - word.open_front - word.open_back);
      if (part.empty() || part.find('*') != std::string_view::npos) throw std::invalid_argument(fmt::format("'{}' has a word that is none", label));
      if (first < 0 && !word.open_front) {
        first = static_cast<unsigned char>(part[0]);
        form.anchor = form.words.size();
      }
      word.text = part;
      ++form.own;
    }
    form.words.push_back(std::move(word));
  }
  if (first < 0) throw std::invalid_argument(fmt::format("'{}' needs a word that begins as it is written", label));
  by_first_[static_cast<std::size_t>(first)].push_back(static_cast<std::uint32_t>(forms_.size()));
  forms_.push_back(std::move(form));
}

bool LabelForms::fits(const std::vector<Word>& form, std::size_t at, const Words& words, std::size_t from) {
  if (at == form.size()) return from == words.size();
  if (form[at].gap == 0) return from < words.size() && form[at].fits(words[from]) && fits(form, at + 1, words, from + 1);
  for (int n = 0;; ++n) {
    if (fits(form, at + 1, words, from)) return true;
    if (n == form[at].gap || from == words.size() || !is_word(words[from])) return false;
    ++from;
  }
}

const std::vector<std::string>* LabelForms::find(std::string_view label) const {
  if (label.size() > longest_label) return nullptr;
  std::array<char, longest_label * 2> buffer;
  const auto words = folded_words(fold_case(label, std::span(buffer)));
  if (words.size() > most_words) return nullptr;
  const Form* best = nullptr;
  for (const auto word : words)
    for (const auto i : by_first_[static_cast<unsigned char>(word[0])]) {
      const auto& form = forms_[i];
      const bool better = !best || form.own > best->own || (form.own == best->own && &form < best);
      if (better && form.words[form.anchor].fits(word) && fits(form.words, 0, words, 0)) best = &form;
    }
  return best ? &best->keys : nullptr;
}

}  // namespace protokoll
