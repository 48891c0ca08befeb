#include "readers/text/title_lines.hpp"

#include <algorithm>

#include "readers/text/parts.hpp"

namespace protokoll::text {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_letter(char c) { return ((c | 32) >= 'a' && (c | 32) <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0; }

// "e.V.", "p.m.": the last word is an abbreviation, whose period ends no sentence.
bool ends_short(std::string_view line) {
  const auto word = line.substr(line.find_last_of(' ') + 1);
  return word.ends_with('.') && word.find('.') + 1 < word.size() && is_letter(word[0]);
}

// Whether a sign stands at the end that no title ends with.
bool ends_with_stop(std::string_view line) { return std::string_view(".,;:!").find(line.back()) != none && !ends_short(line); }

}  // namespace

bool has_letter(std::string_view line) { return std::any_of(line.begin(), line.end(), is_letter); }

std::string_view first_word(std::string_view line) { return line.substr(0, line.find(' ')); }

bool begins_with_mark(std::string_view line) { return std::string_view("(\"'[<>|/-*~+#=").find(line[0]) != none; }

bool begins_with_digit(std::string_view line) { return !line.empty() && line[0] >= '0' && line[0] <= '9'; }

bool has_gap(std::string_view line) { return line.find("   ", number_size(line)) != none || line.find('\t', number_size(line)) != none; }

bool is_counted(std::string_view line) {
  const auto word = first_word(line);
  return number_size(line) > 0 || begins_with_digit(line) || (word.size() < line.size() && word.back() != ':' && begins_with_digit(line.substr(word.size() + 1)));
}

TitleLines::TitleLines(std::string_view text, const std::vector<Line>& lines, std::size_t width) : text_(text), lines_(lines), width_(width) {
  while (first_ < lines_.size() && !is_text(first_)) ++first_;
  find_margins();
}

void TitleLines::find_margins() {
  std::vector<std::size_t> counts(width_ + 1);
  for (const auto& line : lines_)
    if (!line.blank() && line.indent < counts.size()) ++counts[line.indent];
  margin_ = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  constexpr std::size_t some = 3;
  while (left_ < margin_ && counts[left_] < some) ++left_;
}

std::size_t TitleLines::text_below(std::size_t i) const {
  for (++i; i < lines_.size() && !is_text(i);) ++i;
  return i;
}

bool TitleLines::is_title(std::size_t i) const {
  if (!is_text(i)) return false;
  const auto line = view(i);
  if (lines_[i].indent > margin_ + 3 || is_broken(i) || bullet_size(line) > 0 || is_bar_row(line) || is_border(line) || ruler(line) || has_gap(line)) return false;
  const auto words = line.substr(number_size(line));
  if (!has_letter(words) || (words.size() == line.size() && (begins_small(words) || begins_with_mark(words)))) return false;
  // "Present: all" is a label with its value, "Item 1: roads" a title.
  return !goes_on_small(i) && !ends_with_stop(words) && (words.find(": ") == none || is_counted(line)) && words.find("://") == none;
}

// Whether a small letter goes on with what had no room above; three such lines are a paragraph.
bool TitleLines::goes_on_small(std::size_t i) const {
  const auto last = last_line(i);
  if (!is_text(last + 1) || !begins_small(view(last + 1))) return false;
  return last > i || (first_word(view(i + 1)).find("://") == none && needed(i) * 4 > width_ * 3);
}

bool TitleLines::is_announcing(std::size_t i) const {
  constexpr std::size_t longest = 40;
  const auto line = view(i);
  if (!line.ends_with(':') || size(i) > longest || lines_[i].indent > margin_ + 1 || (i > 0 && !lines_[i - 1].blank()) || !is_text(i + 1)) return false;
  return bullet_size(line) == 0 && !begins_small(line) && !begins_with_mark(line) && !has_gap(line) && line.find(": ") == none;
}

// Whether the next line's first word had no room in this one.
bool TitleLines::is_broken(std::size_t i) const { return needed(i) * 100 > width_ * 93; }

// How wide a line would be with the next line's first word.
std::size_t TitleLines::needed(std::size_t i) const {
  const auto word = i + 1 < lines_.size() && is_text(i + 1) ? first_word(view(i + 1)) : std::string_view{};
  return size(i) + (word.find("://") == none ? text::width(word) + 1 : 0);
}

bool TitleLines::ends_text(std::size_t i) const { return std::string_view(".!?:").find(view(i).back()) != none; }

bool TitleLines::is_set_off(std::size_t i) const {
  if (i == 0 || !is_text(i - 1)) return true;
  if (lines_[i].page == lines_[i - 1].page) return false;
  return size(i - 1) * 3 < width_ * 2 || ends_text(i - 1);
}

std::size_t TitleLines::last_line(std::size_t i) const {
  if (i + 1 >= lines_.size() || !is_text(i + 1) || size(i) * 2 < width_ || size(i + 1) >= size(i) || number_size(view(i + 1)) > 0) return i;
  const auto next = view(i + 1);
  if (ends_with_stop(next) || has_gap(next)) return i;
  return begins_small(next) || had_no_room(i) ? i + 1 : i;
}

// Whether a line is broken before a word with a capital: what ends in a small word goes on sooner.
bool TitleLines::had_no_room(std::size_t i) const {
  const auto next = view(i + 1), last = view(i).substr(view(i).find_last_of(' ') + 1);
  if (next.find(": ") != none || bullet_size(next) > 0 || (is_text(i + 2) && begins_small(view(i + 2)))) return false;
  const bool is_rest = size(i + 1) * 2 < size(i), in_word = last.ends_with('-') || last.ends_with('/');
  if (begins_with_digit(next) && !(is_rest && (begins_small(last) || in_word))) return false;
  constexpr std::size_t particle = 3;
  const std::size_t least = in_word || (begins_small(last) && text::width(last) <= particle) ? 58 : is_rest || begins_small(last) ? 70 : 85;
  return needed(i) * 100 > width_ * least;
}

bool TitleLines::is_body(std::size_t title, std::size_t i) const {
  if (!is_text(i)) return false;
  const auto line = view(i);
  if (bullet_size(line) > 0 || is_bar_row(line) || is_border(line) || has_gap(line)) return true;
  if (number_size(line) > 0) return number_size(view(title)) == 0;
  return size(i) * 5 >= width_ * 3 || ends_text(i) || line.find("://") != none;
}

bool TitleLines::is_entry(std::size_t i) const {
  const auto number = number_size(view(i));
  return bullet_size(view(i)) > 0 || (number > 0 && (lines_[i].indent > left_ || view(i).substr(0, number).ends_with("  ")));
}

}  // namespace protokoll::text
