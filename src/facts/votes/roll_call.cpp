#include "facts/votes/roll_call.hpp"

#include <algorithm>

namespace protokoll {
namespace {

using enum WordClass;

bool is_name(const Part& part) {
  return part.kind == PartKind::word && !part.small_word && !part.classes.any({accept, adopt, reject, votes, vote_noun, motion_noun, unanimous, negation});
}

bool may_stand_in_a_call(const Part& part) { return part.kind == PartKind::side || part.kind == PartKind::mark || part.mark == ':' || part.joins || is_name(part); }

// How many names, parted by commas, stand from here on; 0 if there is anything else.
int names_listed(const std::vector<Part>& parts, std::size_t at) {
  int names = 0;
  bool within = false;
  for (; at < parts.size() && (is_name(parts[at]) || parts[at].mark == ',' || parts[at].joins); ++at) {
    names += is_name(parts[at]) && !within;
    within = is_name(parts[at]);
  }
  return at == parts.size() || parts[at].kind == PartKind::mark ? names : 0;
}

}  // namespace

std::optional<RollCall> roll_call(const std::vector<Part>& parts, bool told) {
  if (!told && !std::all_of(parts.begin(), parts.end(), may_stand_in_a_call)) return std::nullopt;
  RollCall call;
  const auto add = [&](std::size_t at, int names) {
    call.named[static_cast<std::size_t>(parts[at].side)] += names;
    call.last[static_cast<std::size_t>(parts[at].side)] = at;
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind != PartKind::side || parts[i].value >= 0) continue;
    const bool ends = i + 1 == parts.size() || parts[i + 1].kind == PartKind::mark || parts[i + 1].joins;
    // "Ayes: Leek, Wye", "Leek aye"
    if (i + 1 < parts.size() && parts[i + 1].mark == ':') {
      const auto names = names_listed(parts, i + 2);
      add(i, names);
      call.listed = call.listed || names > 0;
    } else if (i > 0 && is_name(parts[i - 1]) && ends) {
      add(i, 1);
    }
  }
  const int fewest = call.listed ? 1 : 2;
  if (call.named[static_cast<std::size_t>(Side::yes)] + call.named[static_cast<std::size_t>(Side::no)] < fewest) return std::nullopt;
  return call;
}

}  // namespace protokoll
