#include "facts/votes/vote_table.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "facts/votes/vote_parts.hpp"
#include "words/counts.hpp"
#include "words/text.hpp"

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
  for (const auto& part : vote_parts(heading, context)) {
    if (part.kind == PartKind::side && !side) side = part.side;
    else if (part.kind == PartKind::word) return std::nullopt;
  }
  return side;
}

void give(Vote& vote, Side side, int count) {
  auto* const place = side == Side::yes ? &vote.yes : side == Side::no ? &vote.no : side == Side::abstain ? &vote.abstain : nullptr;
  if (place && !*place) *place = count;
}

// The counted vote with what came of it and the cells that state it, from the first to the last.
Vote stated_by(Vote vote, std::string_view first, std::string_view last, const Context& context) {
  const auto words = join(first, last);
  vote.outcome = outcome_of(vote);
  vote.text = Context::flat(words);
  vote.span = context.span(words);
  return vote;
}

using Place = SidesAbove::Place;

Place place_of(std::int32_t container, const Document& document) {
  const auto cell = document.enclosing(container, ContainerKind::cell);
  const auto row = document.enclosing(cell, ContainerKind::row), table = document.enclosing(row, ContainerKind::table);
  return table < 0 ? Place{} : Place{table, row, document.containers[static_cast<std::size_t>(cell)].index};
}

}  // namespace

std::map<int, Side> SidesAbove::find(std::uint32_t block, Place place, const Context& context) {
  if (place.table != table_ || block < read_) start(block, place.table, context);
  for (; read_ < block; ++read_) read(context.document.blocks[read_], context);
  return row_ != place.row && current_.size() >= 2 ? current_ : heading_;
}

// Back to where the table begins.
void SidesAbove::start(std::uint32_t block, std::int32_t table, const Context& context) {
  constexpr std::uint32_t farthest = 600;  // blocks
  table_ = table;
  row_ = -1;
  current_.clear();
  heading_.clear();
  for (read_ = block; read_ > 0 && block - read_ < farthest; --read_)
    if (place_of(context.document.blocks[read_ - 1].container, context.document).table != table) break;
}

void SidesAbove::read(const TextBlock& block, const Context& context) {
  const auto at = place_of(block.container, context.document);
  if (at.row != row_ || at.table != table_) {
    if (current_.size() >= 2) heading_ = std::move(current_);
    current_.clear();
    row_ = at.row;
  }
  if (at.table != table_) return heading_.clear();
  constexpr std::size_t longest_heading = 30;
  if (block.range.size() > longest_heading) return;
  if (const auto side = named_side(context.view(block.range), context)) current_.emplace(at.column, *side);
}

std::optional<Vote> row_vote(const std::vector<Piece>& row, SidesAbove& above, const Context& context) {
  Vote vote{.by = By::table};
  if (row.empty()) return std::nullopt;
  const auto place = place_of(context.block(row.front()).container, context.document);
  if (place.table < 0) return std::nullopt;
  const auto columns = above.find(row.front().block, place, context);
  // "Item | Yes | No" may head anything that is counted; three sides are those of a vote.
  if (columns.size() < 3) return std::nullopt;
  std::string_view first, last;
  for (const auto& piece : row) {
    const auto column = columns.find(place_of(context.block(piece).container, context.document).column);
    if (column == columns.end()) continue;
    const auto text = context.view(piece);
    if (const auto count = lone_count(text)) give(vote, column->second, *count);
    else if (context.reading.classes(text).has(WordClass::unanimous)) vote.unanimous = true;
    else continue;
    if (first.empty()) first = text;
    last = text;
  }
  if (!vote.unanimous && !vote.yes && !vote.no) return std::nullopt;
  if (is_parted(first, last)) return std::nullopt;
  return stated_by(vote, first, last, context);
}

std::optional<Vote> counts_in(const TableRow& header, const TableRow& row, const Context& context) {
  Vote vote{.by = By::table};
  std::string_view first, last;
  for (const auto& [column, heading] : header) {
    const auto cell = cell_of(row, column);
    const auto count = lone_count(cell);
    const auto side = count ? named_side(heading, context) : std::nullopt;
    if (!side) continue;
    give(vote, *side, *count);
    if (first.empty()) first = cell;
    last = cell;
  }
  if (!vote.yes || !vote.no || is_parted(first, last)) return std::nullopt;
  return stated_by(vote, first, last, context);
}

bool may_be_roll_call(const TableCells& rows, const Context& context) {
  constexpr std::size_t most = 300;
  const auto& header = rows.begin()->second;
  if (rows.size() > most || header.size() != 2) return false;
  return context.reading.classes(header.rbegin()->second).any({WordClass::vote_noun, WordClass::votes}) && !context.reading.classes(header.begin()->second).any({WordClass::vote_noun, WordClass::votes});
}

namespace {

// "Leek | Aye", "Wye | Nay"; who was away voted for nothing.
std::optional<Vote> roll_call_of(const TableCells& rows, const Context& context) {
  constexpr std::size_t fewest = 3;
  if (rows.size() < fewest + 1 || !may_be_roll_call(rows, context)) return std::nullopt;
  std::array<int, 4> counts{};
  std::string_view first, last;
  for (auto row = std::next(rows.begin()); row != rows.end(); ++row) {
    if (row->second.size() < 2) return std::nullopt;
    const auto cell = row->second.rbegin()->second;
    if (context.reading.classes(cell).any({WordClass::excused, WordClass::absent})) continue;
    const auto side = named_side(cell, context);
    if (!side || has_digit(cell)) return std::nullopt;
    ++counts[static_cast<std::size_t>(*side)];
    if (first.empty()) first = cell;
    last = cell;
  }
  Vote vote{.yes = counts[0], .no = counts[1], .by = By::table};
  if (counts[0] + counts[1] < static_cast<int>(fewest) - 1 || is_parted(first, last)) return std::nullopt;
  if (counts[2] > 0) vote.abstain = counts[2];
  return stated_by(vote, first, last, context);
}

// "Yes: | 15", "No: | 1" below each other or in one row: each side beside its count, and nothing else.
std::optional<Vote> pairs_of(const TableCells& rows, const Context& context) {
  constexpr std::size_t most_cells = 10;
  std::vector<std::string_view> cells;
  for (const auto& [number, row] : rows)
    for (const auto& [column, cell] : row)
      if (!cell.empty()) cells.push_back(cell);
  if (cells.size() < 4 || cells.size() > most_cells || cells.size() % 2 != 0) return std::nullopt;
  Vote vote{.by = By::table};
  for (std::size_t i = 0; i < cells.size(); i += 2) {
    const auto side = named_side(cells[i], context);
    const auto count = lone_count(cells[i + 1]);
    if (!side || !count) return std::nullopt;
    give(vote, *side, *count);
  }
  if (!vote.yes || !vote.no || is_parted(cells.front(), cells.back())) return std::nullopt;
  return stated_by(vote, cells.front(), cells.back(), context);
}

}  // namespace

bool may_pair_sides(const TableCells& rows, const Context& context) {
  constexpr std::size_t most_rows = 5;
  return rows.size() <= most_rows && std::all_of(rows.begin(), rows.end(), [&](const auto& row) { return !row.second.empty() && named_side(row.second.begin()->second, context); });
}

std::optional<Vote> table_vote(const TableCells& rows, const Context& context) {
  if (auto call = roll_call_of(rows, context)) return call;
  if (auto pairs = pairs_of(rows, context)) return pairs;
  if (rows.size() != 2) return std::nullopt;
  const auto& counts = rows.rbegin()->second;
  Vote vote{.by = By::table};
  for (const auto& [column, heading] : rows.begin()->second)
    if (const auto count = lone_count(cell_of(counts, column)))
      if (const auto side = named_side(heading, context)) give(vote, *side, *count);
  if (!vote.yes || !vote.no) return std::nullopt;
  if (is_parted(counts.begin()->second, counts.rbegin()->second)) return std::nullopt;
  return stated_by(vote, counts.begin()->second, counts.rbegin()->second, context);
}

}  // namespace protokoll
