#include "readers/text/headings.hpp"

#include <algorithm>
#include <set>

#include "readers/text/parts.hpp"

namespace protokoll::text {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_letter(char c) { return ((c | 32) >= 'a' && (c | 32) <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0; }

bool has_letter(std::string_view line) { return std::any_of(line.begin(), line.end(), is_letter); }

bool has_word(std::string_view line) {
  constexpr int shortest = 4;
  int letters = 0;
  return std::any_of(line.begin(), line.end(), [&](char c) { return (letters = is_letter(c) ? letters + 1 : 0) >= shortest; });
}

std::string_view first_word(std::string_view line) { return line.substr(0, line.find(' ')); }

bool is_mark(char c) { return std::string_view("(\"'[<>|/-*~+#=").find(c) != none; }

bool begins_with_digit(std::string_view line) { return !line.empty() && line[0] >= '0' && line[0] <= '9'; }

// "3.1 Roads", "a) Roads", "Item 3": counted, though perhaps by a word that only its language knows.
bool is_counted(std::string_view line) {
  const auto word = first_word(line);
  return number_size(line) > 0 || begins_with_digit(line) || (word.size() < line.size() && begins_with_digit(line.substr(word.size() + 1)));
}

int first_count(std::string_view line) {
  constexpr std::size_t most_digits = 4;
  const auto digits = line.substr(std::min(line.find_first_of("0123456789"), line.size()));
  int count = 0;
  for (std::size_t i = 0; i < digits.size() && i < most_digits && begins_with_digit(digits.substr(i)); ++i) count = count * 10 + (digits[i] - '0');
  return count;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Line>& lines, std::size_t width) : text_(text), lines_(lines), width_(width), found_(lines.size(), Setting::plain) {}

  std::vector<Setting> find() {
    title();
    if (width_ > 0) headings();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view view(std::size_t i) const { return text_.substr(lines_[i].content.begin, lines_[i].content.size()); }
  [[nodiscard]] std::size_t size(std::size_t i) const { return width(view(i)); }
  [[nodiscard]] bool is_text(std::size_t i) const { return i < lines_.size() && !lines_[i].blank() && !lines_[i].boilerplate; }
  // Twice the column in the middle of a line.
  [[nodiscard]] std::size_t middle(std::size_t i) const { return 2 * lines_[i].indent + size(i); }

  // The first lines of the text as far as they have one middle and not one margin.
  void title() {
    std::size_t begin = 0;
    while (begin < lines_.size() && !is_text(begin)) ++begin;
    if (begin == lines_.size() || is_mark(view(begin)[0]) || !has_word(view(begin)) || view(begin).find(": ") != none) return;
    constexpr std::size_t most = 4, tolerance = 7, inside = 4;
    auto end = begin;
    std::size_t deepest = 0, widest = 0;
    for (; is_text(end) && end - begin <= most; ++end) {
      const auto first = middle(begin), own = middle(end);
      if (own > first + tolerance || first > own + tolerance || has_gap(view(end)) || bullet_size(view(end)) > 0 || ruler(view(end))) break;
      if (end > begin && lines_[end].indent == lines_[end - 1].indent) break;
      deepest = std::max(deepest, lines_[end].indent);
      widest = std::max(widest, size(end));
    }
    if (end == begin || end - begin > most) return;
    if (deepest < inside) return flush_title(begin);
    // At the right stand place and day.
    if (width_ > 0 && lines_[begin].indent * 2 > width_) return;
    found_[begin] = Setting::title;
    // A line that had room for the next word is not the same paragraph's; large letters leave room for half of a line's.
    constexpr std::size_t large = 35;
    for (auto i = begin + 1; i < end && has_letter(view(i)) && size(i - 1) >= large && size(i - 1) + 1 + width(first_word(view(i))) > widest; ++i) found_[i] = Setting::goes_on;
  }

  // In larger letters at the left: a first line that names a year, or that is broken before the text's width is reached.
  void flush_title(std::size_t i) {
    const auto line = view(i);
    if (width_ == 0 || size(i) * 4 > width_ * 3 || number_size(line) > 0 || !is_text(i + 1) || std::string_view(".,;:").find(line.back()) != none) return;
    const auto next = view(i + 1);
    constexpr std::size_t large = 35;
    const bool broken = size(i) >= large && (size(i) + 1 + width(first_word(next))) * 100 > width_ * 58;
    const bool goes_on = broken && size(i + 1) < size(i) && next.find(": ") == none && !ends_text(i + 1) && bullet_size(next) == 0 && number_size(next) == 0 && !has_gap(next);
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

  void headings() {
    find_margins();
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (const auto marker = std::max(bullet_size(view(i)), number_size(view(i))); marker > 0) announced_.insert(view(i).substr(marker));
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (found_[i] == Setting::plain && is_title(i)) weigh(i);
    if (numbers_disagree()) return;
    constexpr std::size_t fewest = 3;
    if (over_text_.size() >= fewest) {
      for (const auto i : over_text_) mark(i, Setting::heading);
      for (const auto i : over_blank_) mark_over_blank(i);
    }
    if (inner_.size() >= fewest)
      for (const auto i : inner_) mark(i, over_text_.size() >= fewest ? Setting::inner_heading : Setting::heading);
  }

  void weigh(std::size_t i) {
    const auto below = last_line(i) + 1;
    if (!is_set_off(i)) {
      if (announced_.contains(view(i)) ? is_text(below) : ends_text(i - 1) && is_body(i, below) && size(below) * 5 >= width_ * 4) inner_.push_back(i);
    } else if (is_body(i, below)) {
      over_text_.push_back(i);
    } else if (!is_text(below) || (is_title(below) && is_body(below, below + 1))) {
      over_blank_.push_back(i);
    }
  }

  // A title over another, or with a blank line below: where something follows that it may be the title of.
  void mark_over_blank(std::size_t i) {
    const auto below = text_below(last_line(i));
    if (!is_text(below)) return;
    if (is_text(last_line(i) + 1)) mark(i, Setting::heading), mark(below, Setting::heading);
    else if (found_[below] != Setting::plain || is_body(i, below)) mark(i, Setting::heading);
  }

  // Whether lines count up, set off or right below others, of which not nearly all are among the titles: numbers say more than blank lines.
  [[nodiscard]] bool numbers_disagree() const {
    std::size_t steps = 0, set_off = 0, inside = 0;
    int last = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_text(i) || !is_counted(view(i)) || lines_[i].indent > margin_ + 1) continue;
      if (is_set_off(i)) {
        const int count = first_count(view(i));
        steps += count == last + 1;
        last = count;
        ++set_off;
      } else if (lines_[i].indent <= left_ && is_title(i) && !is_counted(view(i - 1)) && !(is_text(i + 1) && is_counted(view(i + 1)))) {
        ++inside;
      }
    }
    std::size_t titles = 0;
    for (const auto* found : {&over_text_, &over_blank_})
      titles += static_cast<std::size_t>(std::count_if(found->begin(), found->end(), [&](std::size_t i) { return is_counted(view(i)); }));
    constexpr std::size_t few = 2;
    return (steps > few && titles * 7 < set_off * 6) || (inside > few && titles * 5 < (titles + inside) * 4);
  }

  void mark(std::size_t i, Setting setting) {
    for (auto line = i; line <= last_line(i); ++line) found_[line] = line == i ? setting : Setting::goes_on;
  }

  // Where most lines begin, and the leftmost of some.
  void find_margins() {
    std::vector<std::size_t> counts(width_ + 1);
    for (const auto& line : lines_)
      if (!line.blank() && line.indent < counts.size()) ++counts[line.indent];
    margin_ = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    constexpr std::size_t some = 3;
    while (left_ < margin_ && counts[left_] < some) ++left_;
  }

  static bool has_gap(std::string_view line) { return line.find("   ", number_size(line)) != none || line.find('\t', number_size(line)) != none; }

  // Looks like a title by itself: a line that neither ends a sentence nor was broken for its width.
  [[nodiscard]] bool is_title(std::size_t i) const {
    if (!is_text(i)) return false;
    const auto line = view(i);
    if (lines_[i].indent > margin_ + 3 || is_broken(i) || bullet_size(line) > 0 || is_bar_row(line) || is_border(line) || ruler(line) || has_gap(line)) return false;
    const auto words = line.substr(number_size(line));
    if (begins_small(words) || !has_letter(words) || is_mark(words[0])) return false;
    // "Present: all" is a label with its value, "Item 1: roads" a title.
    return std::string_view(".,;:!").find(words.back()) == none && (words.find(": ") == none || is_counted(line)) && words.find("://") == none;
  }

  // Whether the next line's first word had no room in this one.
  [[nodiscard]] bool is_broken(std::size_t i) const {
    const auto word = i + 1 < lines_.size() && is_text(i + 1) ? first_word(view(i + 1)) : std::string_view{};
    return (size(i) + (word.find("://") == none ? width(word) + 1 : 0)) * 100 > width_ * 93;
  }

  [[nodiscard]] bool ends_text(std::size_t i) const { return std::string_view(".!?:").find(view(i).back()) != none; }

  // Nothing stands right above, or what ended on the page before.
  [[nodiscard]] bool is_set_off(std::size_t i) const {
    if (i == 0 || !is_text(i - 1)) return true;
    if (lines_[i].page == lines_[i - 1].page) return false;
    return size(i - 1) * 3 < width_ * 2 || ends_text(i - 1);
  }

  // A title in larger letters is broken before the text's width is reached.
  [[nodiscard]] std::size_t last_line(std::size_t i) const {
    if (i + 1 >= lines_.size() || !is_text(i + 1) || size(i) * 2 < width_ || size(i + 1) >= size(i) || number_size(view(i + 1)) > 0) return i;
    const bool goes_on = begins_small(view(i + 1)) || size(i + 1) * 3 < size(i);
    return goes_on && std::string_view(".,;:!").find(view(i + 1).back()) == none ? i + 1 : i;
  }

  // Text right below a title: a line as wide as those broken for their width, a sentence, the begin of a list or table.
  [[nodiscard]] bool is_body(std::size_t title, std::size_t i) const {
    if (!is_text(i)) return false;
    const auto line = view(i);
    if (bullet_size(line) > 0 || is_bar_row(line) || is_border(line) || has_gap(line)) return true;
    if (number_size(line) > 0) return number_size(view(title)) == 0;
    return size(i) * 5 >= width_ * 3 || ends_text(i) || line.find("://") != none;
  }

  [[nodiscard]] std::size_t text_below(std::size_t i) const {
    for (++i; i < lines_.size() && !is_text(i);) ++i;
    return i;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::size_t width_, margin_ = 0, left_ = 0;
  std::vector<std::size_t> over_text_, over_blank_;  // lines set off from what stands above
  std::vector<std::size_t> inner_;                   // lines right below the end of a paragraph, or that a list above announced
  std::set<std::string_view> announced_;             // the entries of lists
  std::vector<Setting> found_;
};

}  // namespace

std::vector<Setting> find_settings(std::string_view text, const std::vector<Line>& lines, std::size_t width) { return Finder(text, lines, width).find(); }

}  // namespace protokoll::text
