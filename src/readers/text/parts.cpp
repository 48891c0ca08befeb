#include "readers/text/parts.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "readers/text/headings.hpp"
#include "readers/text/tables.hpp"

namespace protokoll::text {
namespace {

class Finder {
 public:
  Finder(std::string_view text, Markup markup) : text_(text), markup_(markup), lines_(find_lines(text)) {}

  std::vector<Part> find() {
    find_width();
    count_fronts();
    // Only pages show that the text was set.
    if (markup_ == Markup::none && has_pages()) settings_ = find_settings(text_, lines_, width_);
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].blank()) {
        ++i;
      } else if (lines_[i].boilerplate) {
        parts_.push_back({.kind = PartKind::block, .boilerplate = true});
        parts_.push_back({.text = lines_[i++].content});
      } else if (const auto table = markup_ == Markup::asciidoc ? fenced_table_end(text_, lines_, i) : i; table > i) {
        close(0);
        in_paragraph_ = false;
        add_fenced_table(text_, lines_, i, table, parts_);
        i = table;
      } else {
        auto end = i;
        while (end < lines_.size() && !lines_[end].blank() && !lines_[end].boilerplate && (end == i || markup_ != Markup::asciidoc || view(end) != "|===")) ++end;
        stretch(i, end);
        i = end;
      }
    }
    close(0);
    return std::move(parts_);
  }

 private:
  struct List {
    std::size_t indent, text_indent;
  };

  [[nodiscard]] std::string_view view(std::size_t i) const { return text_.substr(lines_[i].content.begin, lines_[i].content.size()); }
  [[nodiscard]] std::size_t marker_size(std::size_t i) const { return std::max(marks(i).size, number_size(view(i))); }
  [[nodiscard]] std::size_t text_indent(std::size_t i) const { return lines_[i].indent + width(view(i).substr(0, marker_size(i))); }

  // How wide the lines are that surely were broken for their width: a small letter begins the next.
  void find_width() {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i)
      if (!lines_[i].blank() && begins_small(view(i + 1)) && marker_size(i + 1) == 0) widths.push_back(lines_[i].indent + width(view(i)));
    constexpr std::size_t fewest = 3, widest = 140;
    if (widths.size() < fewest) return find_page_width();
    std::sort(widths.begin(), widths.end());
    width_ = widths[widths.size() * 9 / 10];
    if (width_ > widest) width_ = 0;
  }

  // Pages of short lines: as wide as the widest of those that are no columns.
  void find_page_width() {
    if (!has_pages()) return;
    constexpr std::size_t narrowest = 60, widest = 100;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!lines_[i].blank() && view(i).find("   ", marker_size(i)) == std::string_view::npos) width_ = std::max(width_, lines_[i].indent + width(view(i)));
    if (width_ < narrowest || width_ > widest) width_ = 0;
  }

  [[nodiscard]] bool has_pages() const { return !lines_.empty() && lines_.back().page > 1; }

  void stretch(std::size_t begin, std::size_t end) {
    for (auto i = begin; i < end;) {
      first_in_stretch_ = i == begin;
      in_paragraph_ = in_paragraph_ && !first_in_stretch_;
      if (is_hidden(view(i), markup_)) {
        ++i;
      } else if (const auto marked = heading_of(view(i), lines_[i].indent, markup_); marked.level > 0) {
        marked_heading(i++, marked);
      } else if (const auto table = bar_table_end(text_, lines_, i, end); table > i) {
        close(0);
        in_paragraph_ = false;
        add_bar_table(text_, lines_, i, table, parts_);
        i = table;
      } else if (const auto below = set_heading(i, end); below > i) {
        i = below;
      } else if (const auto after = headed(i, end); after > i) {
        i = after;
      } else if (ruler(view(i))) {
        ++i;
      } else if (const auto columns = column_table_end(text_, lines_, i, end); columns > i) {
        close(0);
        in_paragraph_ = false;
        add_column_table(text_, lines_, i, columns, parts_);
        i = columns;
      } else {
        i = paragraph(i, end);
      }
    }
  }

  // A heading with a ruler below, perhaps one above: the end of its lines; `i` if there is none.
  std::size_t headed(std::size_t i, std::size_t end) {
    const bool over = i + 2 < end && ruler(view(i)) && ruler(view(i + 2)) == ruler(view(i));
    const auto title = over ? i + 1 : i;
    if (title + 1 >= end || ruler(view(title)) || !ruler(view(title + 1))) return i;
    const auto line = width(view(title + 1)), words = width(view(title));
    constexpr std::size_t longest = 120;
    if (words > longest || line * 2 < words || line > 2 * words + 20) return i;
    const std::string kind{over ? 'o' : 'u', view(title + 1)[0]};
    auto known = std::find(kinds_.begin(), kinds_.end(), kind);
    if (known == kinds_.end()) known = kinds_.insert(kinds_.end(), kind);
    if (markup_ == Markup::log) part_of_log(lines_[title].content);
    else heading(lines_[title].content, static_cast<int>(known - kinds_.begin()) + 1);
    return title + 2;
  }

  // A heading by where its lines stand: the end of its lines; `i` if there is none.
  std::size_t set_heading(std::size_t i, std::size_t end) {
    if (settings_.empty() || settings_[i] == Setting::plain || (i + 1 < end && ruler(view(i + 1)))) return i;
    heading(lines_[i].content, settings_[i] == Setting::title ? 1 : settings_[i] == Setting::heading ? 2 : 3);
    for (++i; i < end && settings_[i] == Setting::goes_on; ++i) parts_.push_back({.text = lines_[i].content});
    return i;
  }

  void heading(Span content, int level) {
    constexpr int deepest = 6;
    in_paragraph_ = false;
    close(0);
    parts_.push_back({.kind = PartKind::block, .block = BlockKind::heading, .level = std::min(level, deepest)});
    parts_.push_back({.text = content});
  }

  // "Meeting summary" in front of the topics says nothing of the minutes; "Action items", "People present" behind them are their parts.
  void part_of_log(Span content) {
    in_paragraph_ = false;
    close(0);
    parts_.push_back({.kind = PartKind::block, .block = BlockKind::caption, .boilerplate = !topics_});
    parts_.push_back({.text = content});
  }

  void marked_heading(std::size_t i, const LineHeading& marked) {
    const auto begin = lines_[i].content.begin;
    topics_ = topics_ || marked.level > 1;
    if (marked.task == 0) return heading({begin + marked.title.begin, begin + marked.title.end}, marked.level);
    close(0);
    parts_.push_back({.kind = PartKind::open, .container = ContainerKind::list});
    parts_.push_back({.kind = PartKind::open, .container = ContainerKind::item, .task = marked.task});
    parts_.push_back({.kind = PartKind::block});
    parts_.push_back({.text = {begin + marked.title.begin, begin + marked.title.end}});
    parts_.push_back({.kind = PartKind::close});
    parts_.push_back({.kind = PartKind::close});
  }

  // An item's marks, by the markup or as any text has them.
  [[nodiscard]] ItemMarks marks(std::size_t i) const {
    const auto own = item_marks(view(i), markup_);
    return own.depth > 0 || bullet_size(view(i)) == 0 ? own : ItemMarks{bullet_size(view(i)), 1};
  }

  std::size_t paragraph(std::size_t begin, std::size_t end) {
    auto after = begin + 1;
    while (after < end && !ruler(view(after)) && !is_hidden(view(after), markup_) && heading_of(view(after), lines_[after].indent, markup_).level == 0 && !(after + 1 < end && ruler(view(after + 1))) && goes_on(begin, after - 1, after)) ++after;
    const auto [bullet, depth] = marks(begin);
    auto& first = lines_[begin];
    if (depth > 1) first.indent += 2 * (depth - 1);
    auto kept = open_.size();
    while (kept > 0 && first.indent + 1 < (bullet ? open_[kept - 1].indent : open_[kept - 1].text_indent)) --kept;
    // Lines that stand close under one another are one paragraph, with their author's line ends.
    const bool continues = !first_in_stretch_ && !bullet && kept == open_.size() && in_paragraph_;
    close(kept);
    if (bullet) item(begin, kept > 0 && first.indent + 1 < open_[kept - 1].text_indent);
    parts_.push_back({.kind = PartKind::block, .continues = continues && number_size(view(begin)) == 0});
    for (auto i = begin; i < after; ++i) parts_.push_back({.text = {lines_[i].content.begin + (i == begin ? bullet : 0), lines_[i].content.end}});
    in_paragraph_ = true;
    return after;
  }

  void item(std::size_t i, bool again) {
    constexpr std::size_t deepest = 20;
    if (!again && open_.size() >= deepest) return;
    if (again) {
      parts_.push_back({.kind = PartKind::close});
    } else {
      parts_.push_back({.kind = PartKind::open, .container = ContainerKind::list});
      open_.push_back({lines_[i].indent, 0});
    }
    open_.back().text_indent = text_indent(i);
    const char task = view(i).starts_with("☐") ? ' ' : view(i).starts_with("☑") || view(i).starts_with("☒") ? 'x' : '\0';
    parts_.push_back({.kind = PartKind::open, .container = ContainerKind::item, .task = task});
  }

  void close(std::size_t kept) {
    for (; open_.size() > kept; open_.pop_back()) {
      parts_.push_back({.kind = PartKind::close});
      parts_.push_back({.kind = PartKind::close});
    }
  }

  // "Apologies: …": what a capital begins and a colon ends within three words.
  static bool begins_with_label(std::string_view line) {
    constexpr std::size_t longest = 30;
    constexpr std::ptrdiff_t most_blanks = 2;
    const auto colon = line.find(':');
    if (colon == 0 || colon > longest || colon == std::string_view::npos || (line[0] >= '0' && line[0] <= '9')) return false;
    return (colon + 1 == line.size() || std::string_view(" ,\t").find(line[colon + 1]) != std::string_view::npos) && std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), ' ') <= most_blanks;
  }

  // "Resolution no. 4" where further lines begin with the same words and a number.
  [[nodiscard]] bool is_counted_again(std::size_t i) const {
    constexpr int fewest = 3;
    const auto found = counted_.find(front_of(view(i)));
    return found != counted_.end() && found->second >= fewest;
  }

  // The words in front of the first digit, those of a heading's length; empty if there are none.
  static std::string_view front_of(std::string_view line) {
    constexpr std::size_t shortest = 4, longest = 24;
    const auto digit = line.find_first_of("0123456789");
    return digit == std::string_view::npos || digit < shortest || digit > longest || line[digit - 1] != ' ' ? std::string_view{} : line.substr(0, digit);
  }

  void count_fronts() {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (const auto front = front_of(view(i)); !front.empty()) ++counted_[front];
  }

  // Whether a line goes on with the paragraph that begins at `first`.
  [[nodiscard]] bool goes_on(std::size_t first, std::size_t before, std::size_t i) const {
    if (marker_size(i) > 0 || is_bar_row(view(i)) || is_border(view(i))) return false;
    const auto line = view(before);
    const bool small = begins_small(view(i)), certain = small || line.ends_with(',');
    if (!small && (begins_with_label(view(i)) || is_counted_again(i))) return false;
    const auto indent = lines_[i].indent, own = before == first ? text_indent(first) : lines_[before].indent;
    const auto is_near = [](std::size_t a, std::size_t b) { return a <= b + 1 && b <= a + 1; };
    constexpr std::size_t first_line = 8;
    // Below a bullet that stands well in front of its text a line at the margin is not the item's, unless its words say so.
    const bool beside = own > lines_[first].indent + 2 && (marks(first).size > 0 || view(first).substr(0, number_size(view(first))).ends_with("  "));
    const bool aligned = is_near(indent, own) || (is_near(indent, lines_[first].indent) && (certain || !beside)) ||
                         (before == first && marker_size(first) == 0 && indent < lines_[first].indent && indent + first_line >= lines_[first].indent && certain);
    if (!aligned && !(indent > lines_[first].indent && certain)) return false;
    if (certain) return true;
    if (line.ends_with(':') || width_ == 0) return false;
    const auto word = view(i).substr(0, view(i).find(' '));
    return (lines_[before].indent + width(line) + 1 + width(word)) * 20 > width_ * 19;
  }

  std::string_view text_;
  Markup markup_;
  std::vector<Line> lines_;
  std::vector<Part> parts_;
  std::vector<Setting> settings_;
  std::vector<List> open_;
  std::map<std::string_view, int> counted_;  // how many lines begin with the same words in front of a number
  bool topics_ = false;             // a heading below the first level was marked
  std::vector<std::string> kinds_;  // of rulers under headings, in order of appearance
  std::size_t width_ = 0;
  bool first_in_stretch_ = true, in_paragraph_ = false;
};

}  // namespace

std::vector<Part> find_parts(std::string_view text, Markup markup) { return Finder(text, markup).find(); }

}  // namespace protokoll::text
