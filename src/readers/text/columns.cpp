#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "readers/text/tables.hpp"

namespace protokoll::text {
namespace {

struct Segment {
  std::size_t start, end;  // columns
  std::size_t gap;         // blanks before it
  Span text;
};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

constexpr std::size_t tolerance = 1, wide = 3, most_columns = 40;

bool is_near(std::size_t a, std::size_t b) { return a + tolerance >= b && b + tolerance >= a; }

// The pieces of a line with two blanks or a tab between them; a bullet or a number stays with its text, unless that stands where a column is known to begin.
std::vector<Segment> segments(std::string_view text, const Line& line, const std::vector<std::size_t>& known = {}) {
  std::vector<Segment> found;
  const auto content = text.substr(line.content.begin, line.content.size());
  const auto marker = std::max(bullet_size(content), number_size(content));
  auto column = line.indent;
  std::size_t begin = 0, start = column, gap = 0, before = 0;
  for (std::size_t at = 0; at <= content.size(); ++at) {
    if (at < content.size() && !is_blank(content[at])) {
      column += (static_cast<unsigned char>(content[at]) & 0xC0U) != 0x80;
      continue;
    }
    auto next = at, next_column = column;
    bool tab = false;
    for (; next < content.size() && is_blank(content[next]); ++next) {
      tab = tab || content[next] == '\t';
      next_column = content[next] == '\t' ? (next_column / 8 + 1) * 8 : next_column + 1;
    }
    const auto blanks = tab ? std::max<std::size_t>(3, next_column - column) : next_column - column;
    const bool begins_column = blanks >= wide && std::ranges::any_of(known, [&](std::size_t column_start) { return is_near(column_start, next_column); });
    if (at == content.size() || (blanks >= 2 && (next > marker || begins_column))) {
      found.push_back({start, column, before, {line.content.begin + begin, line.content.begin + at}});
      begin = next, start = next_column, gap = blanks;
      before = gap;
    }
    column = next_column;
    if (next > at) at = next - 1;
    if (at == content.size()) break;
  }
  return found;
}

// Columns of a table that grows line by line.
class Columns {
 public:
  explicit Columns(const std::vector<Segment>& first) {
    for (const auto& segment : first) starts_.push_back(segment.start);
    constexpr std::size_t several = 3;
    heads_ = first.size() >= several;
  }

  /// Where a number in front of a gap is a cell of its own: under a heading of several columns.
  [[nodiscard]] std::vector<std::size_t> below_heading() const { return heads_ ? starts_ : std::vector<std::size_t>{}; }

  [[nodiscard]] bool has_inner(std::size_t start) const {
    return std::any_of(starts_.begin() + 1, starts_.end(), [&](std::size_t known) { return is_near(known, start); });
  }
  [[nodiscard]] bool takes(const std::vector<Segment>& line) const {
    return std::any_of(line.begin() + (is_near(line.front().start, starts_.front()) ? 1 : 0), line.end(), [&](const Segment& segment) { return has_inner(segment.start); });
  }
  [[nodiscard]] bool is_front(const Segment& segment) const { return is_near(segment.start, starts_.front()) && segment.end + 1 < starts_[1]; }
  void add(const std::vector<Segment>& line) {
    for (const auto& segment : line) {
      const bool known = std::any_of(starts_.begin(), starts_.end(), [&](std::size_t start) { return is_near(start, segment.start); });
      if (known || segment.gap < wide || starts_.size() >= most_columns) continue;
      starts_.insert(std::upper_bound(starts_.begin(), starts_.end(), segment.start), segment.start);
    }
  }
  [[nodiscard]] std::size_t number(std::size_t start) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), start + tolerance);
    return after == starts_.begin() ? 0 : static_cast<std::size_t>(after - starts_.begin()) - 1;
  }
  [[nodiscard]] bool crosses(const Segment& segment) const {
    const auto next = number(segment.start) + 1;
    return next < starts_.size() && segment.end > starts_[next];
  }

 private:
  std::vector<std::size_t> starts_;
  bool heads_ = false;
};

// Whether the cells of the first column below its heading are numbers that count up.
bool counts_up(std::string_view text, const std::vector<std::vector<Segment>>& table, const Columns& columns) {
  int last = 0, cells = 0;
  for (std::size_t i = 1; i < table.size(); ++i) {
    if (table[i].empty() || columns.number(table[i].front().start) != 0) continue;
    const auto& span = table[i].front().text;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data() + span.begin, text.data() + span.end, number);
    const auto rest = static_cast<std::size_t>(text.data() + span.end - end);
    if (error != std::errc{} || rest > 1 || (cells++ > 0 && number != last + 1)) return false;
    last = number;
  }
  return cells > 1;
}

// Which lines begin a row: those with a first cell. Where no numbers count them, two further columns are filled in the same lines only, and other lines go on in
// the first column and another one, cells are broken and those columns tell the rows.
std::vector<bool> find_row_starts(std::string_view text, const std::vector<std::vector<Segment>>& table, const Columns& columns) {
  std::vector<std::vector<bool>> filled;  // by column, by line
  std::vector<std::size_t> cells(table.size());
  for (std::size_t i = 0; i < table.size(); ++i)
    for (const auto& segment : table[i]) {
      const auto column = columns.number(segment.start);
      if (filled.size() <= column) filled.resize(column + 1, std::vector<bool>(table.size()));
      filled[column][i] = true;
      ++cells[i];
    }
  auto first = filled.front();
  first[0] = true;
  if (counts_up(text, table, columns)) return first;
  constexpr std::ptrdiff_t fewest_rows = 3, fewest_broken = 2;
  for (std::size_t one = 1; one < filled.size(); ++one) {
    const auto& rows = filled[one];
    if (!rows[0] || std::count(rows.begin(), rows.end(), true) < fewest_rows || std::count(filled.begin() + 1, filled.end(), rows) < 2) continue;
    std::ptrdiff_t broken = 0;
    bool covers = true;
    for (std::size_t i = 0; i < table.size(); ++i) {
      covers = covers && (!rows[i] || first[i]);
      broken += !rows[i] && first[i] && cells[i] > 1;
    }
    if (covers && broken >= fewest_broken) return rows;
  }
  return first;
}

}  // namespace

std::size_t column_table_end(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  const auto first = segments(text, lines[begin]);
  if (first.size() < 2 || first.size() > most_columns || std::none_of(first.begin() + 1, first.end(), [](const Segment& segment) { return segment.gap >= wide; })) return begin;
  // "Date    : 7 June" is a label with its value.
  if (text[first[1].text.begin] == ':') return begin;
  Columns columns(first);
  constexpr std::size_t most_lonely = 4;
  std::size_t matched = 1, sure = begin + 1;
  for (auto i = begin + 1; i < end; ++i) {
    const auto line = segments(text, lines[i], columns.below_heading());
    const bool fits = line.size() <= most_columns && columns.takes(line);
    const bool lonely = line.size() == 1 && columns.is_front(line.front());
    if (!fits && !(lonely && i - sure < most_lonely)) break;
    // The first column is the longest: nothing but its cells is left.
    if (!fits && i + 1 == end && matched >= 2) sure = end;
    if (!fits) continue;
    sure = i + 1;
    matched += line.size() >= 2;
    columns.add(line);
  }
  return matched >= 2 ? sure : begin;
}

void add_column_table(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end, std::vector<Part>& parts) {
  Columns columns(segments(text, lines[begin]));
  for (auto i = begin + 1; i < end; ++i)
    if (const auto line = segments(text, lines[i], columns.below_heading()); columns.takes(line)) columns.add(line);
  std::vector<CellPiece> pieces;
  std::vector<bool> crossed(1);
  std::vector<std::vector<Segment>> table;
  for (auto i = begin; i < end; ++i) table.push_back(segments(text, lines[i], i > begin ? columns.below_heading() : std::vector<std::size_t>{}));
  const auto row_starts = find_row_starts(text, table, columns);
  std::size_t row = 0;
  for (auto i = begin; i < end; ++i) {
    const auto& line = table[i - begin];
    row += i > begin && row_starts[i - begin];
    for (const auto& segment : line) {
      const auto column = columns.number(segment.start);
      crossed.resize(std::max(crossed.size(), column + 1));
      const bool crosses = columns.crosses(segment);
      const auto content = text.substr(segment.text.begin, segment.text.size());
      // A small letter goes on with the line above, however long that was.
      pieces.push_back({row, column, segment.text, (crosses != crossed[column] && !begins_small(content)) || bullet_size(content) > 0});
      crossed[column] = crosses;
    }
  }
  add_table(text, std::move(pieces), 0, parts);
}

}  // namespace protokoll::text
