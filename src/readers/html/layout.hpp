/// How the visual lines of placed pages make paragraphs, tables and page headers.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "readers/html/page_lines.hpp"

namespace protokoll::html {

/// What happens where a visual line begins; containers first.
struct LineStart {
  bool joins = false;        ///< it goes on with the block of the line before
  bool joins_word = false;   ///< and with its last word
  bool boilerplate = false;  ///< a header or footer of the page
  bool opens_table = false, opens_row = false, opens_cell = false, opens_list = false, opens_item = false;
  std::uint8_t closes = 0;       ///< containers to close before
  std::uint8_t closes_after = 0; ///< containers to close behind the line's element
  bool goes_on = false;      ///< the line after it joins it
  int row = 0, column = 0;
  int room = 0;                           ///< cell: from its left to the next column's, in pixels; 0 for the last column
  int number = 0;                         ///< of an item in a numbered list, or 0
  const GumboNode* marker = nullptr;      ///< the element with the item's number
  int level = 0;                          ///< of a heading, or 0
};

/// The plan for a whole document; empty if its text is not placed line by line.
class Layout {
 public:
  Layout() = default;
  explicit Layout(const GumboNode& document);

  [[nodiscard]] bool empty() const { return starts_.empty(); }
  /// The plan for the line that begins with a placed element or a <br>; null if none does.
  [[nodiscard]] const LineStart* find(const GumboNode& node) const;
  /// What to do at the end of a placed element: the plan of its last line; null for other elements.
  [[nodiscard]] const LineStart* last_in(const GumboNode& element) const;

 private:
  std::unordered_map<const GumboNode*, LineStart> starts_;
  std::unordered_map<const GumboNode*, LineStart> ends_;
};

/// Lines of an element with others of another weight before them have the font of the text, whatever their element says.
void settle_fonts(std::vector<PageLine>& lines);

/// The look_key() of most of the text.
[[nodiscard]] int body_look(const std::vector<PageLine>& lines);

/// What the lines of a document have in common.
class PageStyle {
 public:
  explicit PageStyle(const std::vector<PageLine>& lines);

  /// From one line to the next in a paragraph of this size.
  [[nodiscard]] int pitch(int size) const;
  /// Whether `next` stands as close below `line` as the lines of a paragraph do.
  [[nodiscard]] bool is_close(const PageLine& line, const PageLine& next) const;
  /// Whether `next` goes on with the paragraph of `line`, which begins at `first`.
  [[nodiscard]] bool goes_on(const PageLine& first, const PageLine& line, const PageLine& next) const;
  /// Likewise in a cell, where paragraphs may follow one another closely.
  [[nodiscard]] bool goes_on_in_cell(const PageLine& line, const PageLine& next) const;
  /// The level of the heading that a line looks like, or 0.
  [[nodiscard]] int heading_level(const PageLine& line) const;

 private:
  [[nodiscard]] bool is_full(const PageLine& line, const PageLine& next) const;
  void find_pitches(const std::vector<PageLine>& lines);
  void learn_blanks(const std::vector<PageLine>& lines);
  [[nodiscard]] std::map<int, bool> find_set_off(const std::vector<PageLine>& lines) const;
  void find_headings(const std::vector<PageLine>& lines);

  std::unordered_map<int, int> pitches_;  // by size
  std::unordered_map<int, int> levels_;   // of headings, by look and weight
  std::unordered_map<long, int> widths_;  // by left and size: the most characters
  bool blanks_tell_ = false;              // a blank at the end of a line says that it goes on, none that it does not
  bool blanks_mean_ = false;              // paragraphs end without a blank
};

/// A bullet or a number that stands alone, as those of lists do beside their text.
[[nodiscard]] bool is_lone_marker(const PageLine& line);
/// Whether `next` is the text that stands beside the lone marker `line`.
[[nodiscard]] bool is_beside_marker(const PageLine& line, const PageLine& next);
/// Whether a line begins with a bullet or a number.
[[nodiscard]] bool begins_with_marker(std::string_view text);

/// Marks page headers and footers: the outermost lines of pages if they repeat but for digits or count the pages.
void find_page_margins(const std::vector<PageLine>& lines, const PageStyle& style, std::vector<LineStart>& plan);

/// Makes items of lines with a bullet or a plain number in front, nested by where they stand.
void find_page_lists(const std::vector<PageLine>& lines, std::vector<LineStart>& plan);

/// Finds rows of cells that stand side by side; lines that show an entry of the outline stand in none (see match_outline).
void find_page_tables(const std::vector<PageLine>& lines, const PageStyle& style, const std::vector<std::size_t>& entries, std::vector<LineStart>& plan);

}  // namespace protokoll::html
