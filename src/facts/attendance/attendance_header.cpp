#include <algorithm>

#include "facts/attendance/attendance_columns.hpp"
#include "words/text.hpp"

namespace protokoll {


void AttendanceTable::find_header() {
  const auto& first = rows_.begin()->second;
  bool named = false, called = header_ == TableHeader::marked;
  for (const auto& [column, text] : first) {
    const auto label = trim(text, label_edges);
    // "Name | Office | da?"
    const bool marked = words(label).size() == 1 && label.size() > 1 && context_.language.has("presence_marks", label);
    const auto standing = marked ? Standing::present : standing_of(label, context_);
    called = called || is_name_label(label, context_) || context_.language.has("last_name_labels", label);
    named = named || (standing && is_attendance(*standing));
    if (standing && is_attendance(*standing) && !context_.language.is_label(label, "name")) standing_columns_[column] = *standing;
    if (standing && context_.language.is_label(label, "name")) participants_ = column;
    if (context_.language.is_label(label, "who") && !context_.language.is_label(label, "name")) tasks_ = true;
    if (context_.language.is_label(label, "what") || context_.language.is_label(label, "due")) tasks_ = true;
  }
  if (standing_columns_.size() < 2)
    if (auto coded = coded_columns(); !coded.empty()) {
      standing_columns_ = std::move(coded);
      named = true;
    }
  const auto names = std::count_if(first.begin(), first.end(), [&](const auto& cell) { return is_name_cell(cell.second, context_) || is_list_cell(cell.second, context_); });
  // "Present | Chairman | Mrs Ott": the first row already names somebody.
  has_header_ = called || heads_marks() || heads_names() || ((named || first.size() > 1) && (names == 0 || standing_columns_.size() > 1));
  if (!has_header_) standing_columns_.clear();
}

bool AttendanceTable::heads_marks() const {
  for (const auto& [index, text] : rows_.begin()->second) {
    std::size_t cells = 0, said = 0, same = 0;
    for (auto row = std::next(rows_.begin()); row != rows_.end(); ++row) {
      const auto cell = cell_of(row->second, index);
      cells += !cell.empty();
      same += cell == text;
      said += presence_.read(cell).has_value();
    }
    constexpr std::size_t fewest = 3;
    if (!text.empty() && cells >= fewest && said * 5 >= cells * 4 && same == 0) return true;
  }
  return false;
}

bool AttendanceTable::heads_names() const {
  return std::any_of(standing_columns_.begin(), standing_columns_.end(), [&](const auto& standing) {
    const auto names = std::count_if(std::next(rows_.begin()), rows_.end(), [&](const auto& row) { return is_name_cell(cell_of(row.second, standing.first), context_); });
    return names > 1 && static_cast<std::size_t>(names) * 5 >= (rows_.size() - 1) * 4;
  });
}

bool begins_with_caption(const TableCells& rows, const Context& context) {
  if (rows.size() < 3) return false;
  const auto &first = rows.begin()->second, &second = std::next(rows.begin())->second;
  if (std::count_if(first.begin(), first.end(), [](const auto& cell) { return !cell.second.empty(); }) != 1) return false;
  return second.size() > 1 && std::any_of(second.begin(), second.end(), [&](const auto& cell) { return context.language.is_label(trim(cell.second, label_edges), "name"); });
}

std::optional<TableCells> with_one_header(const TableCells& rows, const Context& context) {
  if (rows.size() < 3) return std::nullopt;
  const auto &first = rows.begin()->second, &second = std::next(rows.begin())->second;
  const auto is_standing = [&](const auto& cell) {
    const auto standing = standing_of(trim(cell.second, label_edges), context);
    return standing && is_attendance(*standing);
  };
  const auto names = [&](const auto& cell) { return words(cell.second).size() > 1 && is_name_cell(cell.second, context); };
  if (std::count_if(second.begin(), second.end(), is_standing) < 2 || std::any_of(first.begin(), first.end(), names) || std::any_of(second.begin(), second.end(), names)) return std::nullopt;
  TableCells merged(std::next(rows.begin()), rows.end());
  for (const auto& [column, text] : first)
    if (cell_of(second, column).empty()) merged.begin()->second[column] = text;
  return merged;
}

std::optional<TableCells> with_header_over_marks(const TableCells& rows, const Context& context) {
  if (rows.size() < 3) return std::nullopt;
  const auto& header = rows.begin()->second;
  std::map<int, std::size_t> filled;
  for (auto row = std::next(rows.begin()); row != rows.end(); ++row)
    for (const auto& [column, cell] : row->second) filled[column] += !cell.empty();
  std::vector<std::string_view> labels;
  std::vector<int> marked;
  TableRow named;
  for (const auto& [column, text] : header) {
    if (text.empty()) continue;
    const auto parts = words(text);
    const auto is_standing = [&](std::string_view part) {
      const auto standing = standing_of(part, context);
      return standing && is_attendance(*standing);
    };
    if (const auto below = filled.find(column); (below != filled.end() && below->second > 0) || !std::all_of(parts.begin(), parts.end(), is_standing)) named[column] = text;
    else labels.insert(labels.end(), parts.begin(), parts.end());
  }
  for (const auto& [column, count] : filled)
    if (count > 0 && !named.contains(column)) marked.push_back(column);
  if (labels.size() < 2 || labels.size() != marked.size()) return std::nullopt;
  for (std::size_t i = 0; i < labels.size(); ++i) named[marked[i]] = labels[i];
  auto mended = rows;
  mended.begin()->second = std::move(named);
  return mended;
}

}  // namespace protokoll
