/// What the lines of a text that was set for pages look like one by one: titles, text, entries of lists.
#pragma once

#include <string_view>
#include <vector>

#include "readers/text/lines.hpp"

namespace protokoll::text {

class TitleLines {
 public:
  /// `width` is that of lines broken for it; both must outlive the object.
  TitleLines(std::string_view text, const std::vector<Line>& lines, std::size_t width);

  [[nodiscard]] std::size_t count() const { return lines_.size(); }
  [[nodiscard]] const Line& line(std::size_t i) const { return lines_[i]; }
  [[nodiscard]] std::string_view view(std::size_t i) const { return text_.substr(lines_[i].content.begin, lines_[i].content.size()); }
  [[nodiscard]] std::size_t size(std::size_t i) const { return text::width(view(i)); }
  [[nodiscard]] std::size_t width() const { return width_; }
  /// Neither blank nor a header or footer of the page.
  [[nodiscard]] bool is_text(std::size_t i) const { return i < lines_.size() && !lines_[i].blank() && !lines_[i].boilerplate; }
  /// The first line that is text; count() if none is.
  [[nodiscard]] std::size_t first() const { return first_; }
  [[nodiscard]] std::size_t text_below(std::size_t i) const;
  /// Where most lines begin, and the leftmost column where some do.
  [[nodiscard]] std::size_t margin() const { return margin_; }
  [[nodiscard]] std::size_t left() const { return left_; }

  /// Looks like a title by itself: a line that neither ends a sentence nor was broken for its width.
  [[nodiscard]] bool is_title(std::size_t i) const;
  /// "Agenda:" with a blank line above.
  [[nodiscard]] bool is_announcing(std::size_t i) const;
  /// The last line of a title: in larger letters it is broken before the text's width is reached.
  [[nodiscard]] std::size_t last_line(std::size_t i) const;
  /// Text right below a title: a line as wide as those broken for their width, a sentence, the begin of a list or table.
  [[nodiscard]] bool is_body(std::size_t title, std::size_t i) const;
  /// Of a list: a bullet, or a number that stands away from the margin or from its text.
  [[nodiscard]] bool is_entry(std::size_t i) const;
  /// Nothing stands right above, or what ended on the page before.
  [[nodiscard]] bool is_set_off(std::size_t i) const;
  [[nodiscard]] bool ends_text(std::size_t i) const;

 private:
  void find_margins();
  [[nodiscard]] bool is_broken(std::size_t i) const;
  [[nodiscard]] std::size_t needed(std::size_t i) const;
  [[nodiscard]] bool had_no_room(std::size_t i) const;
  [[nodiscard]] bool goes_on_small(std::size_t i) const;

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::size_t width_, first_ = 0, margin_ = 0, left_ = 0;
};

/// Whether a wide gap or a tab parts a line behind its number.
[[nodiscard]] bool has_gap(std::string_view line);
/// Whether a line begins with what no words begin with.
[[nodiscard]] bool begins_with_mark(std::string_view line);
[[nodiscard]] bool begins_with_digit(std::string_view line);
[[nodiscard]] bool has_letter(std::string_view line);
[[nodiscard]] std::string_view first_word(std::string_view line);
/// "3.1 Roads", "a) Roads", "Item 3": counted, though perhaps by a word that only its language knows.
[[nodiscard]] bool is_counted(std::string_view line);

}  // namespace protokoll::text
