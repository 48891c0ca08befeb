#include "readers/html/layout.hpp"

#include <vector>

#include "readers/html/cut_words.hpp"
#include "readers/html/page_outline.hpp"

namespace protokoll::html {
namespace {

// Headings by the outline; by their look where there is none, and above its first entry. The look of lines that are none is forgotten.
void set_levels(const PageStyle& style, const std::vector<OutlineEntry>& outline, const std::vector<std::size_t>& entries, std::vector<PageLine>& lines, std::vector<LineStart>& plan) {
  bool below_entry = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto entry = entries.empty() ? 0 : entries[i];
    below_entry = below_entry || entry > 0;
    // A line of bold words inside a paragraph.
    const bool inside = i > 0 && lines[i].size <= lines[i - 1].size && style.is_close(lines[i - 1], lines[i]) && style.heading_level(lines[i - 1]) == 0;
    if (entry == 0 && (inside || below_entry)) lines[i].look = 0;
    if (!plan[i].boilerplate) plan[i].level = entry > 0 ? outline[entry - 1].level : style.heading_level(lines[i]);
  }
}

// Which lines go on with the one before.
void set_joins(const PageStyle& style, const std::vector<std::size_t>& entries, const std::vector<PageLine>& lines, std::vector<LineStart>& plan) {
  const CutWords cut_words(lines);
  std::size_t first = 0, cell = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto& start = plan[i];
    if (start.opens_cell) cell = i;
    if (i > 0) {
      const auto& before = plan[i - 1];
      const bool apart = start.boilerplate || before.boilerplate || start.opens_cell || start.opens_item || start.closes > 0 || before.closes_after > 0;
      const bool marker = !apart && is_beside_marker(lines[i - 1], lines[i]);
      const bool heading = !entries.empty() && (entries[i] > 0 || entries[i - 1] > 0);
      if (!start.opens_cell && (start.closes > 0 || before.closes_after > 0)) cell = lines.size();
      const bool in_cell = cell < i && !apart;
      start.joins_word = in_cell && style.is_close(lines[i - 1], lines[i]) && cut_words.is_cut(lines[i - 1], lines[i], plan[cell].room);
      const bool goes_on = heading ? entries[i] == entries[i - 1] : style.goes_on(lines[first], lines[i - 1], lines[i]) || (in_cell && style.goes_on_in_cell(lines[i - 1], lines[i]));
      start.joins = start.joins_word || marker || (!apart && goes_on);
      plan[i - 1].goes_on = start.joins;
    }
    if (!start.joins) first = i;
  }
}

}  // namespace

Layout::Layout(const GumboNode& document) {
  auto lines = find_page_lines(document);
  if (lines.empty()) return;
  settle_fonts(lines);
  const auto outline = find_outline(document);
  const auto entries = match_outline(outline, lines, body_look(lines));
  const PageStyle style(lines);
  std::vector<LineStart> plan(lines.size());
  find_page_margins(lines, style, plan);
  find_page_tables(lines, style, entries, plan);
  set_levels(style, outline, entries, lines, plan);
  find_page_lists(lines, plan);
  set_joins(style, entries, lines, plan);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    starts_.emplace(lines[i].start, plan[i]);
    ends_.insert_or_assign(lines[i].element, plan[i]);
  }
}

const LineStart* Layout::find(const GumboNode& node) const {
  const auto found = starts_.find(&node);
  return found == starts_.end() ? nullptr : &found->second;
}

const LineStart* Layout::last_in(const GumboNode& element) const {
  const auto found = ends_.find(&element);
  return found == ends_.end() ? nullptr : &found->second;
}

}  // namespace protokoll::html
