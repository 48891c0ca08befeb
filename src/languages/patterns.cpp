#include "languages/patterns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace protokoll {
namespace {

re2::RE2::Options options() {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_dot_nl(true);  // a soft line end within a sentence is a space
  options.set_max_mem(32 << 20);
  return options;
}

constexpr int most_groups = 31;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

std::string_view Pattern::attribute(std::string_view key) const {
  const auto found = attributes_.find(key);
  return found == attributes_.end() ? std::string_view{} : std::string_view(found->second);
}

const re2::RE2& Pattern::compiled() const {
  std::call_once(once_, [this] {
    auto compiled = std::make_unique<re2::RE2>(expression_, options());
    if (!compiled->ok()) throw std::invalid_argument(fmt::format("'{}': {}", expression_, compiled->error()));
    if (compiled->NumberOfCapturingGroups() > most_groups) throw std::invalid_argument(fmt::format("'{}': more than {} groups", expression_, most_groups));
    compiled_ = std::move(compiled);
  });
  return *compiled_;
}

void PatternList::add(std::string expression, Attributes attributes, const Requirements& requirements) {
  patterns_.emplace_back(std::move(expression), std::move(attributes));
  required_.insert(required_.end(), requirements.begin(), requirements.end());
  ends_.push_back(required_.size());
  if (requirements.empty()) any_ = true;
  else first_.add(requirements.front());
}

std::string_view PatternMatch::group(std::string_view name) const {
  if (!pattern) return {};
  // Two alternatives may name the same part; the one that took part in the match counts.
  for (const auto& [index, group_name] : pattern->compiled().CapturingGroupNames())
    if (group_name == name && static_cast<std::size_t>(index) < groups.size() && !groups[index].empty()) return groups[index];
  return {};
}

namespace {

bool search(const Pattern& pattern, std::string_view text, std::size_t from, PatternMatch& match) {
  const auto& expression = pattern.compiled();
  std::array<re2::StringPiece, 1 + most_groups> pieces;
  const auto count = static_cast<std::size_t>(expression.NumberOfCapturingGroups()) + 1;
  if (!expression.Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, pieces.data(), static_cast<int>(count))) return false;
  match.pattern = &pattern;
  match.groups.clear();
  match.groups.reserve(count);
  for (std::size_t i = 0; i < count; ++i) match.groups.emplace_back(pieces[i].data(), pieces[i].size());
  match.text = match.groups[0];
  return true;
}

}  // namespace

// Calls `attempt(pattern)` until it returns true.
template <typename Try>
void Patterns::each_promising(std::string_view text, const Try& attempt) const {
  if (list_->empty()) return;
  if (index_ && index_->covers(text)) list_->each_promising(index_->met_by(text), attempt);
  else list_->each_promising(filter_->met_by(text), attempt);
}

PatternMatch Patterns::first(std::string_view text) const {
  PatternMatch match;
  each_promising(text, [&](const Pattern& pattern) { return search(pattern, text, 0, match); });
  return match;
}

bool Patterns::matches(std::string_view text) const {
  bool found = false;
  each_promising(text, [&](const Pattern& pattern) { return found = re2::RE2::PartialMatch(piece(text), pattern.compiled()); });
  return found;
}

std::vector<PatternMatch> Patterns::every(std::string_view text) const {
  std::vector<PatternMatch> matches;
  each_promising(text, [&](const Pattern& pattern) {
    PatternMatch match;
    for (std::size_t from = 0; from <= text.size() && search(pattern, text, from, match);) {
      const auto end = static_cast<std::size_t>(match.text.data() + match.text.size() - text.data());
      from = match.text.empty() ? end + 1 : end;
      matches.push_back(std::move(match));
    }
    return false;
  });
  return matches;
}

std::vector<PatternMatch> Patterns::all(std::string_view text) const { return apart(every(text)); }

std::vector<PatternMatch> apart(std::vector<PatternMatch> matches) {
  if (matches.size() < 2) return matches;
  std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.text.data() < b.text.data(); });
  std::vector<PatternMatch> apart;
  for (auto& match : matches)
    if (apart.empty() || match.text.data() >= apart.back().text.data() + apart.back().text.size()) apart.push_back(std::move(match));
  return apart;
}

}  // namespace protokoll
