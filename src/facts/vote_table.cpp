#include "facts/vote_table.hpp"

#include <algorithm>

#include "analysis/text.hpp"
#include "facts/counts.hpp"
#include "facts/vote_parts.hpp"

namespace protokoll {
namespace {

// The count that is all of a cell.
std::optional<int> lone_count(std::string_view cell) {
  const auto count = trim(cell);
  const auto digits = count.substr(0, std::min(count.size(), count.find_first_not_of("0123456789")));
  const auto whole = digits.empty() ? std::nullopt : whole_count(count, {}, digits);
  return whole && whole->printed == count ? std::optional(whole->value) : std::nullopt;
}

std::optional<Side> named_side(std::string_view heading, const Context& context) {
  std::optional<Side> side;
  constexpr std::size_t longest = 60;
  if (heading.size() > longest) return side;
  for (const auto& part : vote_parts(heading, context))
    if (part.kind == PartKind::side && !side) side = part.side;
  return side;
}

void give(Vote& vote, Side side, int count) {
  auto* const place = side == Side::yes ? &vote.yes : side == Side::no ? &vote.no : side == Side::abstain ? &vote.abstain : nullptr;
  if (place && !*place) *place = count;
}

}  // namespace

std::optional<Vote> table_vote(const TableCells& rows, const Context& context) {
  if (rows.size() != 2) return std::nullopt;
  const auto& counts = rows.rbegin()->second;
  Vote vote{.by = By::table};
  for (const auto& [column, heading] : rows.begin()->second)
    if (const auto count = lone_count(cell_of(counts, column)))
      if (const auto side = named_side(heading, context)) give(vote, *side, *count);
  if (!vote.yes || !vote.no) return std::nullopt;
  vote.outcome = outcome_of(vote);
  if (is_parted(counts.begin()->second, counts.rbegin()->second)) return std::nullopt;
  const auto place = join(counts.begin()->second, counts.rbegin()->second);
  vote.text = Context::flat(place);
  vote.span = context.span(place);
  return vote;
}

}  // namespace protokoll
