#include "languages/lexicon.hpp"

#include <algorithm>

namespace protokoll {

Lexicon::Lexicon(flat::Image image) {
  flat::Parts parts(image);
  const auto head = parts.next();
  longest_begin_ = head[0];
  longest_end_ = head[1];
  part_lengths_ = head[2] | std::uint64_t{head[3]} << 32;
  for (auto& forms : forms_) {
    forms.table = flat::Table(parts.next());
    forms.values = parts.next();
  }
  for (auto* part : {&sets_, &phrases_, &elements_, &first_, &from_}) *part = parts.next();
}

WordClasses Lexicon::classes(std::uint32_t set) const {
  const auto units = sets_.subspan(std::size_t{set} * 4, 4);
  return WordClasses::from_bits({units[0] | std::uint64_t{units[1]} << 32, units[2] | std::uint64_t{units[3]} << 32});
}

void Lexicon::take(const Forms& forms, std::string_view key, std::uint32_t hash, Word& word) const {
  const auto place = forms.table.find(key, hash);
  if (!place) return;
  const auto value = forms.values.subspan(*place * form_units, form_units);
  word.classes |= classes(value[0]);
  if (value[1] != no_element) word.elements.push_back(value[1]);
}

Lexicon::Word Lexicon::look_up(std::string_view folded) const {
  const auto& [whole, begins, ends, parts] = forms_;
  Word word;
  flat::RunningHash forwards, backwards;
  for (std::size_t n = 1; n <= folded.size(); ++n) {
    forwards.add(folded[n - 1]);
    if (n <= longest_begin_) take(begins, folded.substr(0, n), forwards.value(), word);
  }
  take(whole, folded, forwards.value(), word);
  for (std::size_t n = 1; n <= std::min<std::size_t>(folded.size(), longest_end_); ++n) {
    backwards.add(folded[folded.size() - n]);
    take(ends, folded.substr(folded.size() - n), backwards.value(), word);
  }
  for (std::size_t n = 1; n <= std::min<std::size_t>(folded.size(), 62); ++n) {
    if (!(part_lengths_ >> n & 1U)) continue;
    for (std::size_t at = 0; at + n <= folded.size(); ++at) take(parts, folded.substr(at, n), flat::hash(folded.substr(at, n)), word);
  }
  std::sort(word.elements.begin(), word.elements.end());
  return word;
}

std::span<const std::uint32_t> Lexicon::phrases_from(std::uint32_t element) const { return from_.subspan(first_[element], first_[element + 1] - first_[element]); }

Lexicon::Phrase Lexicon::phrase(std::uint32_t index) const {
  const auto units = phrases_.subspan(std::size_t{index} * phrase_units, phrase_units);
  return {elements_.subspan(units[0], units[1]), units[2] >> 1, (units[2] & 1U) != 0, classes(units[3])};
}

}  // namespace protokoll
