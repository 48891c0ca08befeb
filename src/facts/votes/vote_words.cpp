#include "facts/votes/vote_words.hpp"

#include <algorithm>

namespace protokoll {

using enum WordClass;

VoteWords::VoteWords(const std::vector<Part>& parts)
    : parts_(parts), tells_end_(std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.kind == PartKind::word && part.classes.any({accept, adopt, elect, reject}); })) {}

bool VoteWords::stand_at(std::size_t at) const {
  if (at >= parts_.size()) return false;
  const bool may_be_verb = parts_[at].kind == PartKind::word && parts_[at].classes.has(votes);
  return parts_[at].kind == PartKind::votes || (may_be_verb && at > 0 && parts_[at - 1].firm && tells_end_);
}

bool VoteWords::follow(std::size_t at) const {
  constexpr std::size_t total = 2;
  if (stand_at(at + 1)) return true;
  if (at + total >= parts_.size()) return false;
  const auto &link = parts_[at + 1], &all = parts_[at + total];
  const bool links = link.kind == PartKind::word && link.small_word && link.classes.empty() && !link.joins;
  return links && all.kind == PartKind::count && all.value >= parts_[at].value && stand_at(at + total + 1);
}

bool VoteWords::is_total(std::size_t at) const {
  constexpr std::size_t total = 2;
  return at >= total && at < parts_.size() && parts_[at].kind == PartKind::count && parts_[at - total].kind == PartKind::count && stand_at(at + 1) && !stand_at(at - 1) && follow(at - total);
}

bool VoteWords::need(std::size_t at) const {
  constexpr std::size_t near = 2;
  for (auto i = at; i > 0 && at - i < near && parts_[i - 1].kind != PartKind::mark; --i)
    if (parts_[i - 1].classes.any({majority, quorum, must})) return true;
  return false;
}

bool VoteWords::among(std::size_t from, std::size_t to) const {
  for (auto i = from; i < std::min(to, parts_.size()); ++i)
    if (parts_[i].kind == PartKind::votes || parts_[i].classes.has(votes)) return true;
  return false;
}

}  // namespace protokoll
