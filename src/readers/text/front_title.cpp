#include <algorithm>

#include "readers/text/headings.hpp"
#include "readers/text/title_lines.hpp"

namespace protokoll::text {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool has_word(std::string_view line) {
  constexpr std::size_t shortest = 4;
  std::size_t letters = 0;
  return std::any_of(line.begin(), line.end(), [&](char c) { return (letters = has_letter({&c, 1}) ? letters + 1 : 0) >= shortest; });
}

class Finder {
 public:
  Finder(const TitleLines& lines, std::vector<Setting>& found) : lines_(lines), found_(found) {}

  // The first lines of the text as far as they have one middle and not one margin.
  void find() {
    const auto begin = lines_.first();
    if (begin == lines_.count() || begins_with_mark(view(begin)) || !has_word(view(begin)) || view(begin).find(": ") != none) return;
    constexpr std::size_t most = 4, tolerance = 7, inside = 4;
    auto end = begin;
    std::size_t deepest = 0, widest = 0;
    for (; lines_.is_text(end) && end - begin <= most; ++end) {
      const auto first = middle(begin), own = middle(end);
      if (own > first + tolerance || first > own + tolerance || has_gap(view(end)) || bullet_size(view(end)) > 0 || ruler(view(end))) break;
      if (end > begin && lines_.line(end).indent == lines_.line(end - 1).indent) break;
      deepest = std::max(deepest, lines_.line(end).indent);
      widest = std::max(widest, lines_.size(end));
    }
    if (end == begin || end - begin > most) return;
    if (deepest < inside) return flush_title(begin);
    // At the right stand place and day.
    if (lines_.width() > 0 && lines_.line(begin).indent * 2 > lines_.width()) return;
    found_[begin] = Setting::title;
    // A line that had room for the next word is not the same paragraph's; large letters leave room for half of a line's.
    constexpr std::size_t large = 35;
    for (auto i = begin + 1; i < end && has_letter(view(i)) && lines_.size(i - 1) >= large && lines_.size(i - 1) + 1 + width(first_word(view(i))) > widest; ++i) found_[i] = Setting::goes_on;
  }

 private:
  [[nodiscard]] std::string_view view(std::size_t i) const { return lines_.view(i); }
  // Twice the column in the middle of a line.
  [[nodiscard]] std::size_t middle(std::size_t i) const { return 2 * lines_.line(i).indent + lines_.size(i); }

  // In larger letters at the left: a first line that names a year, or that is broken before the text's width is reached.
  void flush_title(std::size_t i) {
    const auto line = view(i);
    if (lines_.width() == 0 || lines_.size(i) * 4 > lines_.width() * 3 || number_size(line) > 0 || !lines_.is_text(i + 1) || std::string_view(".,;:").find(line.back()) != none) return;
    const auto next = view(i + 1);
    constexpr std::size_t large = 35;
    const bool broken = lines_.size(i) >= large && (lines_.size(i) + 1 + width(first_word(next))) * 100 > lines_.width() * 58;
    const bool goes_on = broken && lines_.size(i + 1) < lines_.size(i) && next.find(": ") == none && !lines_.ends_text(i + 1) && bullet_size(next) == 0 && number_size(next) == 0 && !has_gap(next);
    if (!goes_on && (line.find(',') != none || !names_year(line))) return;
    found_[i] = Setting::title;
    if (goes_on) found_[i + 1] = Setting::goes_on;
  }

  static bool names_year(std::string_view line) {
    constexpr std::size_t digits = 4;
    for (auto at = line.find_first_of("12"); at != none; at = line.find_first_of("12", at + 1)) {
      const auto year = line.substr(at, digits);
      const bool whole = year.size() == digits && year.find_first_not_of("0123456789") == none && !begins_with_digit(line.substr(at + digits));
      if (whole && (at == 0 || !begins_with_digit(line.substr(at - 1))) && (year.starts_with("19") || year.starts_with("20"))) return true;
    }
    return false;
  }

  const TitleLines& lines_;
  std::vector<Setting>& found_;
};

}  // namespace

void find_front_title(const TitleLines& lines, std::vector<Setting>& found) { Finder(lines, found).find(); }

}  // namespace protokoll::text
