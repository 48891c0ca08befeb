#include "readers/text/headings.hpp"

#include <algorithm>
#include <set>

#include "readers/text/title_lines.hpp"

namespace protokoll::text {
namespace {

int first_count(std::string_view line) {
  constexpr std::size_t most_digits = 4;
  const auto digits = line.substr(std::min(line.find_first_of("0123456789"), line.size()));
  int count = 0;
  for (std::size_t i = 0; i < digits.size() && i < most_digits && begins_with_digit(digits.substr(i)); ++i) count = count * 10 + (digits[i] - '0');
  return count;
}

class Finder {
 public:
  Finder(const TitleLines& lines, std::vector<Setting>& found) : lines_(lines), found_(found) {}

  void find() {
    for (std::size_t i = 0; i < lines_.count(); ++i)
      if (const auto marker = std::max(bullet_size(view(i)), number_size(view(i))); marker > 0) announced_.insert(view(i).substr(marker));
    if (blanks_head()) return set_off_headings();
    for (std::size_t i = 0; i < lines_.count(); ++i)
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

 private:
  [[nodiscard]] std::string_view view(std::size_t i) const { return lines_.view(i); }
  [[nodiscard]] bool is_text(std::size_t i) const { return lines_.is_text(i); }
  [[nodiscard]] bool is_title(std::size_t i) const { return lines_.is_title(i); }

  // Whether blank lines stand above headings and nearly nowhere else, as in texts whose paragraphs follow one another closely.
  [[nodiscard]] bool blanks_head() const {
    std::size_t starts = 0, titles = 0, counted = 0;
    for (std::size_t i = 1; i < lines_.count(); ++i) {
      if (!is_text(i) || is_text(i - 1) || !lines_.line(i - 1).blank() || lines_.line(i).indent > lines_.margin() + 3 || lines_.is_entry(i) || has_gap(view(i))) continue;
      auto above = i - 1;
      while (above > 0 && !is_text(above)) --above;
      if (is_text(above) && has_gap(view(above)) && lines_.ends_text(i)) continue;
      ++starts;
      const bool title = is_title(i) && is_text(lines_.last_line(i) + 1);
      titles += title;
      counted += title && is_counted(view(i));
    }
    constexpr std::size_t fewest = 3;
    return titles >= fewest && titles * 5 >= starts * 3 && !(is_flat() && hides(counted, count_inside()));
  }

  // Whether every line begins at the margin, as where a converter did not keep the page's layout: blank lines then stand anywhere.
  [[nodiscard]] bool is_flat() const {
    for (std::size_t i = 0; i < lines_.count(); ++i)
      if (is_text(i) && lines_.line(i).indent > 0) return false;
    return true;
  }

  // Numbered lines like titles at the margin right below other text.
  [[nodiscard]] std::size_t count_inside() const {
    std::size_t inside = 0;
    for (std::size_t i = 1; i < lines_.count(); ++i)
      inside += is_text(i) && is_counted(view(i)) && !lines_.is_set_off(i) && lines_.line(i).indent <= lines_.left() && is_title(i) && !is_counted(view(i - 1)) && !(is_text(i + 1) && is_counted(view(i + 1)));
    return inside;
  }

  // Whether so many numbered titles stand right below other text that those set off are not nearly all.
  static bool hides(std::size_t set_off, std::size_t inside) {
    constexpr std::size_t few = 2;
    return inside > few && set_off * 5 < (set_off + inside) * 4;
  }

  void set_off_headings() {
    for (std::size_t i = 0; i < lines_.count(); ++i) {
      if (found_[i] != Setting::plain || !lines_.is_set_off(i) || !(is_title(i) || is_next_counted(i) || lines_.is_announcing(i))) continue;
      const auto below = lines_.last_line(i) + 1;
      if (!is_text(below)) {
        over_blank_.push_back(i);
        continue;
      }
      const auto body = lines_.last_line(below) + 1;
      if (i > 0 && is_text(i - 1) && !lines_.is_body(i, below) && !lines_.is_body(below, body)) continue;
      mark(i, Setting::heading);
      count(i);
      if (is_title(below) && lines_.is_body(below, body) && (i > lines_.first() || is_counted(view(below)) || bullet_size(view(body)) > 0)) mark(below, Setting::inner_heading);
    }
    for (const auto i : over_blank_) mark_over_blank(i);
    lower_those_set_off_less();
    for (std::size_t i = 0; i < lines_.count(); ++i)
      if (found_[i] == Setting::plain && is_title(i) && !lines_.is_set_off(i)) weigh(i);
    constexpr std::size_t fewest = 3;
    if (inner_.size() >= fewest)
      for (const auto i : inner_) mark(i, Setting::inner_heading);
  }

  // Where two blank lines stand above some, those with one are of a lower level.
  void lower_those_set_off_less() {
    std::vector<std::size_t> far, near;
    for (std::size_t i = 1; i < lines_.count(); ++i)
      if (found_[i] == Setting::heading && lines_.line(i - 1).blank()) (i > 1 && lines_.line(i - 2).blank() ? far : near).push_back(i);
    constexpr std::size_t fewest = 2;
    if (far.size() < fewest) return;
    for (const auto i : near) found_[i] = Setting::inner_heading;
  }

  // "Item 4 …" after "Item 3 …" is a heading though it fills its line.
  [[nodiscard]] bool is_next_counted(std::size_t i) const {
    if (!is_counted(view(i)) || counted_.size() < 2 || begins_small(view(i).substr(number_size(view(i))))) return false;
    const auto last = counted_.back();
    return first_count(view(i)) == first_count(view(last)) + 1 && number_size(view(i)) == number_size(view(last)) && (number_size(view(i)) > 0 || first_word(view(i)) == first_word(view(last))) &&
           !lines_.ends_text(i) && !(is_text(i + 1) && begins_small(view(i + 1)) && lines_.last_line(i) == i);
  }

  void count(std::size_t i) {
    if (is_counted(view(i))) counted_.push_back(i);
  }

  void weigh(std::size_t i) {
    const auto below = lines_.last_line(i) + 1;
    if (!lines_.is_set_off(i)) {
      if (announced_.contains(view(i)) ? is_text(below) : lines_.ends_text(i - 1) && lines_.is_body(i, below) && lines_.size(below) * 5 >= lines_.width() * 4) inner_.push_back(i);
    } else if (lines_.is_body(i, below)) {
      over_text_.push_back(i);
    } else if (!is_text(below) || (is_title(below) && lines_.is_body(below, below + 1))) {
      over_blank_.push_back(i);
    }
  }

  // A title over another, or with a blank line below: where something follows that it may be the title of.
  void mark_over_blank(std::size_t i) {
    const auto below = lines_.text_below(lines_.last_line(i));
    if (!is_text(below)) return;
    if (is_text(lines_.last_line(i) + 1)) mark(i, Setting::heading), mark(below, Setting::heading);
    else if (found_[below] != Setting::plain || lines_.is_body(i, below)) mark(i, Setting::heading);
  }

  // Whether lines count up, set off or right below others, of which not nearly all are among the titles: numbers say more than blank lines.
  [[nodiscard]] bool numbers_disagree() const {
    std::size_t steps = 0, set_off = 0;
    int last = 0;
    for (std::size_t i = 0; i < lines_.count(); ++i) {
      if (!is_text(i) || !is_counted(view(i)) || lines_.line(i).indent > lines_.margin() + 1 || !lines_.is_set_off(i)) continue;
      const int count = first_count(view(i));
      steps += count == last + 1;
      last = count;
      ++set_off;
    }
    std::size_t titles = 0;
    for (const auto* found : {&over_text_, &over_blank_})
      titles += static_cast<std::size_t>(std::count_if(found->begin(), found->end(), [&](std::size_t i) { return is_counted(view(i)); }));
    constexpr std::size_t few = 2;
    return (steps > few && titles * 7 < set_off * 6) || hides(titles, count_inside());
  }

  void mark(std::size_t i, Setting setting) {
    for (auto line = i; line <= lines_.last_line(i); ++line) found_[line] = line == i ? setting : Setting::goes_on;
  }

  const TitleLines& lines_;
  std::vector<std::size_t> over_text_, over_blank_;  // lines set off from what stands above
  std::vector<std::size_t> inner_;                   // lines right below the end of a paragraph, or that a list above announced
  std::vector<std::size_t> counted_;                 // headings with a number
  std::set<std::string_view> announced_;             // the entries of lists
  std::vector<Setting>& found_;
};

}  // namespace

std::vector<Setting> find_settings(std::string_view text, const std::vector<Line>& lines, std::size_t width) {
  const TitleLines titles(text, lines, width);
  std::vector<Setting> found(lines.size(), Setting::plain);
  find_front_title(titles, found);
  if (width > 0) Finder(titles, found).find();
  return found;
}

}  // namespace protokoll::text
