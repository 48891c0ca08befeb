#include "languages/pattern_filter.hpp"

#include <algorithm>

namespace protokoll {
namespace {

// Long words are rarer than short ones.
std::size_t shortest(const AnyOf& words) {
  return std::min_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); })->size();
}

}  // namespace

Requirements PatternFilter::add(std::string_view expression) {
  auto clauses = required_words(expression);
  std::stable_sort(clauses.begin(), clauses.end(), [](const AnyOf& a, const AnyOf& b) { return shortest(a) > shortest(b); });
  Requirements requirements;
  for (auto& words : clauses)
    requirements.push_back(numbers_.try_emplace(std::move(words), static_cast<std::uint32_t>(numbers_.size())).first->second);
  return requirements;
}

void PatternFilter::build() {
  std::map<std::string, RequirementSet, std::less<>> met;
  const auto add = [&](const std::string& word, std::uint32_t number) {
    auto& numbers = met[word];
    if (numbers.empty()) numbers.reset(numbers_.size());
    numbers.add(number);
  };
  for (const auto& [clause, number] : numbers_)
    for (const auto& word : clause) add(word, number);
  for (const auto odd : odd_cases) {
    std::string folded(odd);
    for (auto& c : folded) c = static_cast<char>(fold_byte(static_cast<unsigned char>(c)));
    // Where letters have partners that folding does not know, any word may stand.
    for (const auto& [clause, number] : numbers_) add(folded, number);
  }
  std::vector<std::string> words;
  for (auto& [word, numbers] : met) {
    words.push_back(word);
    sizes_.push_back(static_cast<std::uint32_t>(word.size()));
    numbers.each_part([&](const RequirementSet::Part& part) { parts_.push_back(part); });
    ends_.push_back(static_cast<std::uint32_t>(parts_.size()));
  }
  finder_.emplace(words);
}

void PatternFilter::meet(std::uint32_t word, RequirementSet& met) const {
  for (auto at = ends_[word]; at < ends_[word + 1]; ++at) met.add(parts_[at]);
}

RequirementSet PatternFilter::met_by(std::string_view text) const {
  RequirementSet met;
  met.reset(numbers_.size());
  finder_->find(text, [&](std::uint32_t word, std::size_t) { meet(word, met); });
  return met;
}

TextIndex::TextIndex(const PatternFilter& filter, std::string_view text) : filter_(filter), text_(text) {
  places_.reserve(text.size() / 4);
  filter.finder_->find(text, [&](std::uint32_t word, std::size_t end) { places_.push_back({static_cast<std::uint32_t>(end), word}); });
}

const RequirementSet& TextIndex::met_by(std::string_view part) const {
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
