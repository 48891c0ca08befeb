#include "structure/worked_through.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "languages/word_map.hpp"
#include "structure/agenda_label.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t fewest = 3;

int number_of(const Row& row, const Context& context) { return number_value(row.number.empty() ? std::string_view(row.rendered_number) : context.view(row.number)); }

// Items that count from 1 on with nothing under any but the last of them: [first, last).
struct Announced {
  std::size_t first = 0, last = 0;
};

Announced announced_in(const ProtocolTable& table, const Context& context) {
  for (std::size_t begin = 0; begin < table.rows.size(); ++begin) {
    if (number_of(table.rows[begin], context) != 1) continue;
    auto end = begin + 1;
    while (end < table.rows.size() && table.rows[end - 1].body.empty() && table.rows[end].depth == table.rows[begin].depth &&
           number_of(table.rows[end], context) == number_of(table.rows[end - 1], context) + 1)
      ++end;
    if (end - begin >= fewest) return {begin, end};
  }
  return {};
}

// A piece behind the announced items, and the number that it begins with; 0 where there is none.
struct Numbered {
  Piece piece;
  int number = 0;
};

int number_in_front(const Piece& piece, const Context& context) {
  const auto& block = context.block(piece);
  if (piece.range.begin != block.range.begin || block.kind == BlockKind::heading) return 0;
  if (block.container >= 0 && block.starts_item)
    if (const auto rendered = context.document.rendered_number(block.container); !rendered.empty()) return number_value(rendered);
  const auto label = parse_agenda_label(context.view(piece), context.language);
  if (!label || label->rest.empty()) return 0;
  return label->count > 0 ? label->count : number_value(label->number);
}

// In order: the text of the last announced item, and rows that were taken for items since they have those numbers too.
std::vector<Numbered> text_behind(const ProtocolTable& table, const Announced& announced, std::size_t& rows_end, const Context& context) {
  std::vector<Numbered> pieces;
  const auto add = [&](const std::vector<Piece>& more) {
    for (const auto& piece : more) pieces.push_back({piece, number_in_front(piece, context)});
  };
  add(table.rows[announced.last - 1].body);
  const auto most = static_cast<int>(announced.last - announced.first);
  for (rows_end = announced.last; rows_end < table.rows.size(); ++rows_end) {
    const auto& row = table.rows[rows_end];
    const auto number = number_of(row, context);
    if (number < 1 || number > most || row.title.size() != 1 || row.by == By::heading || !row.tasks.empty()) break;
    auto first = row.title.front();
    if (!row.label.empty()) first.range.begin = row.label.begin;
    auto body = row.body;
    if (!body.empty() && body.front().block == first.block) {
      first.range.end = body.front().range.end;
      body.erase(body.begin());
    }
    pieces.push_back({first, number});
    add(body);
  }
  return pieces;
}

std::string plain_title(const Row& row, const Context& context) { return row.title.size() == 1 ? fold_case(trim(context.view(row.title.front()), U".:;- ")) : std::string(); }

// The same words, or one of them goes on where the other was cut.
bool is_same_title(const std::string& one, const std::string& other) {
  constexpr std::size_t shortest = 12;
  if (one == other) return !one.empty();
  return std::min(one.size(), other.size()) >= shortest && (one.starts_with(other) || other.starts_with(one));
}

// "1. Open questions" once more below the announced agenda: what stands under it belongs to the announced item.
void join_repeated(ProtocolTable& table, const Announced& announced, const Context& context) {
  std::vector<bool> joined(table.rows.size(), false);
  for (auto i = announced.last; i < table.rows.size(); ++i) {
    auto& row = table.rows[i];
    const auto number = static_cast<std::size_t>(std::max(0, number_of(row, context)));
    if (number < 1 || number > announced.last - announced.first || !row.tasks.empty()) continue;
    auto& own = table.rows[announced.first + number - 1];
    if (!own.body.empty() || !is_same_title(plain_title(own, context), plain_title(row, context))) continue;
    own.body = row.title;
    own.body.insert(own.body.end(), row.body.begin(), row.body.end());
    joined[i] = true;
  }
  std::size_t at = 0;
  std::erase_if(table.rows, [&](const Row&) { return joined[at++]; });
}

}  // namespace

void work_through(ProtocolTable& table, const Context& context) {
  const auto announced = announced_in(table, context);
  const auto items = announced.last - announced.first;
  if (items == 0) return;
  join_repeated(table, announced, context);
  std::size_t rows_end = announced.last;
  const auto pieces = text_behind(table, announced, rows_end, context);
  std::vector<std::pair<std::size_t, std::size_t>> starts;  // piece, item
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto number = static_cast<std::size_t>(std::max(0, pieces[i].number));
    const auto next = starts.empty() ? 1 : starts.back().second + 1;
    constexpr std::size_t farthest = 1;  // a point may be passed over
    if (number >= next && number <= std::min(next + farthest, items)) starts.emplace_back(i, number);
  }
  if (starts.size() < fewest || starts.size() * 4 < items * 3) return;
  table.rows[announced.last - 1].body.clear();
  for (std::size_t i = 0; i < starts.front().first; ++i) table.head.push_back(pieces[i].piece);
  for (std::size_t s = 0; s < starts.size(); ++s) {
    const auto end = s + 1 < starts.size() ? starts[s + 1].first : pieces.size();
    auto& body = table.rows[announced.first + starts[s].second - 1].body;
    for (auto i = starts[s].first; i < end; ++i) body.push_back(pieces[i].piece);
  }
  table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(announced.last), table.rows.begin() + static_cast<std::ptrdiff_t>(rows_end));
}

}  // namespace protokoll
