#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "languages/language.hpp"

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

}  // namespace

std::string_view Pattern::attribute(std::string_view key) const {
  const auto found = attributes_.find(key);
  return found == attributes_.end() ? std::string_view{} : std::string_view(found->second);
}

const re2::RE2& Pattern::compiled() const {
  std::call_once(once_, [this] {
    auto compiled = std::make_unique<re2::RE2>(expression_, options());
    if (!compiled->ok()) throw std::invalid_argument(fmt::format("'{}': {}", expression_, compiled->error()));
    compiled_ = std::move(compiled);
  });
  return *compiled_;
}

std::string_view PatternMatch::group(std::string_view name) const {
  if (!pattern) return {};
  // Two alternatives may name the same part; the one that took part in the match counts.
  for (const auto& [index, group_name] : pattern->compiled().CapturingGroupNames())
    if (group_name == name && static_cast<std::size_t>(index) < groups.size() && !groups[index].empty()) return groups[index];
  return {};
}

void PatternList::add(std::string expression, std::map<std::string, std::string, std::less<>> attributes) {
  patterns_.emplace_back(std::move(expression), std::move(attributes));
}

void PatternList::compile() const {
  for (const auto& pattern : patterns_) (void)pattern.compiled();
  (void)set();
}

const re2::RE2::Set& PatternList::set() const {
  std::call_once(once_, [this] {
    auto set = std::make_unique<re2::RE2::Set>(options(), re2::RE2::UNANCHORED);
    for (const auto& pattern : patterns_) set->Add(pattern.expression(), nullptr);
    set->Compile();
    set_ = std::move(set);
  });
  return *set_;
}

std::vector<int> PatternList::candidates(std::string_view text) const {
  std::vector<int> found;
  if (patterns_.empty()) return found;
  re2::RE2::Set::ErrorInfo error{};
  if (!set().Match(re2::StringPiece(text.data(), text.size()), &found, &error) && error.kind != re2::RE2::Set::kNoError) {
    // The set ran out of memory on this text: every pattern is asked by itself.
    found.resize(patterns_.size());
    for (std::size_t i = 0; i < found.size(); ++i) found[i] = static_cast<int>(i);
  }
  std::sort(found.begin(), found.end());
  return found;
}

namespace {

bool search(const Pattern& pattern, std::string_view text, std::size_t from, PatternMatch& match) {
  const auto& expression = pattern.compiled();
  std::vector<re2::StringPiece> pieces(static_cast<std::size_t>(expression.NumberOfCapturingGroups()) + 1);
  if (!expression.Match(re2::StringPiece(text.data(), text.size()), from, text.size(), re2::RE2::UNANCHORED, pieces.data(), static_cast<int>(pieces.size())))
    return false;
  match.pattern = &pattern;
  match.groups.clear();
  for (const auto& piece : pieces) match.groups.emplace_back(piece.data(), piece.size());
  match.text = match.groups[0];
  return true;
}

}  // namespace

PatternMatch PatternList::first(std::string_view text) const {
  PatternMatch match;
  for (const int i : candidates(text))
    if (search(patterns_[i], text, 0, match)) return match;
  return {};
}

std::vector<PatternMatch> PatternList::every(std::string_view text) const {
  std::vector<PatternMatch> matches;
  for (const int i : candidates(text)) {
    PatternMatch match;
    for (std::size_t from = 0; from <= text.size() && search(patterns_[i], text, from, match);) {
      const auto end = static_cast<std::size_t>(match.text.data() + match.text.size() - text.data());
      from = match.text.empty() ? end + 1 : end;
      matches.push_back(match);
    }
  }
  return matches;
}

std::vector<PatternMatch> PatternList::all(std::string_view text) const {
  auto matches = every(text);
  std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.text.data() < b.text.data(); });
  std::vector<PatternMatch> apart;
  for (auto& match : matches)
    if (apart.empty() || match.text.data() >= apart.back().text.data() + apart.back().text.size()) apart.push_back(std::move(match));
  return apart;
}

}  // namespace protokoll
