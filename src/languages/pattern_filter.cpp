#include "languages/pattern_filter.hpp"

#include <algorithm>

namespace protokoll {

Requirements PatternFilter::add(std::string_view expression) {
  Requirements requirements;
  for (auto& words : required_words(expression))
    requirements.push_back(numbers_.try_emplace(std::move(words), static_cast<std::uint32_t>(numbers_.size())).first->second);
  return requirements;
}

void PatternFilter::build() {
  std::map<std::string, Requirements, std::less<>> met;
  for (const auto& [clause, number] : numbers_)
    for (const auto& word : clause) met[word].push_back(number);
  for (const auto odd : odd_cases) {
    std::string folded(odd);
    for (auto& c : folded) c = static_cast<char>(fold_byte(static_cast<unsigned char>(c)));
    // Where letters have partners that folding does not know, any word may stand.
    for (const auto& [clause, number] : numbers_) met[folded].push_back(number);
  }
  std::vector<std::string> words;
  for (auto& [word, numbers] : met) {
    words.push_back(word);
    sizes_.push_back(static_cast<std::uint32_t>(word.size()));
    met_by_word_.push_back(std::move(numbers));
  }
  finder_.emplace(words);
}

void PatternFilter::meet(std::uint32_t word, MetRequirements& met) const {
  for (const auto number : met_by_word_[word]) met.set(number);
}

MetRequirements PatternFilter::met_by(std::string_view text) const {
  MetRequirements met;
  met.reset(numbers_.size());
  finder_->find(text, [&](std::uint32_t word, std::size_t) { meet(word, met); });
  return met;
}

TextIndex::TextIndex(const PatternFilter& filter, std::string_view text) : filter_(filter), text_(text) {
  places_.reserve(text.size() / 4);
  filter.finder_->find(text, [&](std::uint32_t word, std::size_t end) { places_.push_back({static_cast<std::uint32_t>(end), word}); });
}

const MetRequirements& TextIndex::met_by(std::string_view part) const {
  if (part.data() == asked_.data() && part.size() == asked_.size()) return met_;
  asked_ = part;
  met_.reset(filter_.numbers_.size());
  const auto begin = static_cast<std::size_t>(part.data() - text_.data());
  const auto end = begin + part.size();
  auto place = std::upper_bound(places_.begin(), places_.end(), begin, [](std::size_t at, const Place& p) { return at < p.end; });
  for (; place != places_.end() && place->end <= end; ++place)
    if (place->end - filter_.sizes_[place->word] >= begin) filter_.meet(place->word, met_);
  return met_;
}

}  // namespace protokoll
