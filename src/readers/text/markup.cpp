#include "readers/text/markup.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace protokoll::text {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t farthest = 400;  // bytes to the end of what a mark opens; keeps the search linear

struct Delimiter {
  std::string_view mark;
  std::uint8_t style;
  std::string_view close = mark;
};

constexpr std::array<Delimiter, 9> wiki_marks{{{"'''", bold}, {"''", italic}, {"**", bold}, {"//", italic}, {"__", underline},
                                               {"<del>", strike, "</del>"}, {"<s>", strike, "</s>"}, {"<strike>", strike, "</strike>"}, {"<sup>", raised, "</sup>"}}};
constexpr std::array<Delimiter, 7> asciidoc_marks{{{"**", bold}, {"__", italic}, {"*", bold}, {"_", italic}, {"`", monospace}, {"[line-through]#", strike, "#"}, {"^", raised}}};
constexpr std::array<Delimiter, 6> org_marks{{{"*", bold}, {"/", italic}, {"=", monospace}, {"~", monospace}, {"_", underline}, {"+", strike}}};
constexpr std::array<Delimiter, 4> rst_marks{{{"**", bold}, {"``", monospace}, {"*", italic}, {":sup:`", raised, "`"}}};

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80U); }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

class Scanner {
 public:
  Scanner(std::string_view line, Markup markup) : line_(line), markup_(markup) {}

  std::vector<Shown> scan() {
    while (at_ < line_.size())
      if (!line_break() && !link() && !mark()) ++at_;
    flush(at_);
    return std::move(shown_);
  }

 private:
  void flush(std::size_t end) {
    if (end > begin_) shown_.push_back({{begin_, end}, style_, {}, std::exchange(breaks_, false)});
  }
  void skip_to(std::size_t end) { begin_ = at_ = end; }

  bool line_break() {
    const auto rest = line_.substr(at_);
    const bool wiki = markup_ == Markup::wiki && (rest.starts_with("\\\\ ") || rest == "\\\\" || rest.starts_with("<br>") || rest.starts_with("<br/>") || rest.starts_with("<br />"));
    if (!wiki) return false;
    flush(at_);
    skip_to(at_ + (rest[0] == '<' ? rest.find('>') + 1 : 2));
    breaks_ = !shown_.empty();
    return true;
  }

  // Shows `text` of what stands up to `end`.
  bool show(Span text, Span target, std::size_t end) {
    flush(at_);
    if (!text.empty()) shown_.push_back({text, style_, target, std::exchange(breaks_, false)});
    skip_to(end);
    return true;
  }

  bool link() {
    const auto rest = line_.substr(at_, farthest);
    const auto span = [&](std::size_t begin, std::size_t end) { return Span{at_ + begin, at_ + end}; };
    // Of the signs of a label one is left, as a reader would expect it.
    if ((markup_ == Markup::asciidoc || markup_ == Markup::org) && rest.starts_with(":: ")) return show(span(0, 1), {}, at_ + 2);
    if (markup_ == Markup::rst && at_ == 0 && rest.starts_with(':') && rest.find(": ", 1) != none && rest.find_first_of(" :", 1) == rest.find(": ", 1)) return show({}, {}, 1);
    if (markup_ == Markup::wiki && (rest.starts_with("[[") || rest.starts_with("{{"))) {
      const auto end = rest.find(rest[0] == '[' ? "]]" : "}}", 2);
      if (end == none) return false;
      const auto bar = rest.substr(0, end).rfind('|');
      return show(bar == none ? span(2, end) : span(bar + 1, end), span(2, std::min(bar, end)), at_ + end + 2);
    }
    if (markup_ == Markup::org && rest.starts_with("[[")) {
      const auto end = rest.find("]]", 2);
      if (end == none) return false;
      const auto middle = rest.substr(0, end).find("][");
      return show(middle == none ? span(2, end) : span(middle + 2, end), span(2, std::min(middle, end)), at_ + end + 2);
    }
    if (markup_ == Markup::rst && rest.starts_with('`') && !rest.starts_with("``")) {
      const auto end = rest.find('`', 1);
      if (end == none || end == 1) return false;
      const auto open = rest.substr(0, end).rfind('<');
      const auto after = std::min(rest.find_first_not_of('_', end + 1), rest.size());
      if (open == none || rest[end - 1] != '>') return show(span(1, end), {}, at_ + after);
      auto last = open;
      while (last > 1 && is_blank(rest[last - 1])) --last;
      return show(last > 1 ? span(1, last) : span(open + 1, end - 1), span(open + 1, end - 1), at_ + after);
    }
    if (markup_ == Markup::asciidoc && (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("link:"))) {
      const auto open = rest.find_first_of("[ ");
      if (open == none || rest[open] != '[') return false;
      const auto end = rest.find(']', open);
      if (end == none || end == open + 1) return false;
      return show(span(open + 1, end), span(0, open), at_ + end + 1);
    }
    return false;
  }

  bool mark() {
    if (!open_.empty() && line_.substr(at_).starts_with(open_)) {
      if (at_ != closes_at_) return false;
      flush(at_);
      style_ = plain;
      skip_to(at_ + open_.size());
      open_ = {};
      return true;
    }
    if (!open_.empty()) return false;
    switch (markup_) {
      case Markup::wiki: return open_one(wiki_marks);
      case Markup::asciidoc: return open_one(asciidoc_marks);
      case Markup::org: return open_one(org_marks);
      case Markup::rst: return open_one(rst_marks);
      default: return false;
    }
  }

  template <class Marks>
  bool open_one(const Marks& marks) {
    const auto rest = line_.substr(at_);
    for (const auto& [mark, style, end] : marks) {
      if (!rest.starts_with(mark) || rest.size() <= 2 * mark.size() || is_blank(rest[mark.size()]) || rest[mark.size()] == mark[0]) continue;
      const char before = at_ > 0 ? line_[at_ - 1] : ' ';
      if (is_word(before) && markup_ != Markup::wiki && style != raised) continue;
      if (mark == "//" && before == ':') return false;
      const auto close = closing(end, at_ + mark.size() + 1);
      if (close == none) continue;
      flush(at_);
      open_ = end;
      closes_at_ = close;
      style_ = style;
      skip_to(at_ + mark.size());
      return true;
    }
    return false;
  }

  [[nodiscard]] std::size_t closing(std::string_view mark, std::size_t from) const {
    const auto near = line_.substr(0, at_ + farthest);
    for (auto at = near.find(mark, from); at != none; at = near.find(mark, at + 1)) {
      const auto end = at + mark.size();
      if (is_blank(line_[at - 1]) || (mark == "//" && line_[at - 1] == ':')) continue;
      if (markup_ != Markup::wiki && mark != "^" && end < line_.size() && is_word(line_[end])) continue;
      return at;
    }
    return none;
  }

  std::string_view line_;
  Markup markup_;
  std::vector<Shown> shown_;
  std::size_t at_ = 0, begin_ = 0, closes_at_ = 0;
  std::string_view open_;
  std::uint8_t style_ = plain;
  bool breaks_ = false;
};

Span trimmed(std::string_view line, std::size_t begin, std::size_t end) {
  while (begin < end && is_blank(line[begin])) ++begin;
  while (end > begin && is_blank(line[end - 1])) --end;
  return {begin, end};
}

}  // namespace

std::size_t stamp_of(std::string_view line) {
  constexpr std::string_view clock = "00:00:00)";
  const auto open = line.rfind(" (");
  const auto comma = line.rfind(", ");
  if (open == none || comma == none || comma < open + 3 || !line.ends_with(')') || line.size() - comma - 2 != clock.size()) return line.size();
  const auto time = line.substr(comma + 2);
  for (std::size_t i = 0; i < clock.size(); ++i)
    if (clock[i] == '0' ? !std::isdigit(static_cast<unsigned char>(time[i])) : time[i] != clock[i]) return line.size();
  return trimmed(line, 0, open).end;
}

namespace {

// "#channel: Weekly meeting", "* Topic  (ann, 17:05:00)", "Action Items".
LineHeading heading_of_log(std::string_view line, std::size_t indent) {
  constexpr std::string_view bullet = "* ";
  const auto colon = line.find(": ");
  if (indent > 0) return {};
  if (line[0] == '#' && line.size() > 1 && !is_blank(line[1]) && colon != none && line.find(' ') > colon) return {trimmed(line, colon + 2, line.size()), 1};
  const auto stamp = stamp_of(line);
  if (!line.starts_with(bullet) || stamp == line.size()) return {};
  return {trimmed(line, bullet.size(), stamp), 2};
}

}  // namespace

LineHeading heading_of(std::string_view line, std::size_t indent, Markup markup) {
  if (line.empty() || indent > 1) return {};
  if (markup == Markup::log) return heading_of_log(line, indent);
  constexpr std::string_view title_setting = "#+TITLE:";
  if (markup == Markup::org && line.starts_with(title_setting)) return {trimmed(line, title_setting.size(), line.size()), 1};
  const char sign = markup == Markup::org ? '*' : '=';
  if ((markup != Markup::org && markup != Markup::asciidoc && markup != Markup::wiki) || line[0] != sign || indent > 0) return {};
  const auto count = std::min(line.find_first_not_of(sign), line.size());
  constexpr std::size_t deepest = 6;
  if (count > deepest || count >= line.size()) return {};
  if (markup == Markup::wiki) {
    auto end = line.size();
    while (end > count && line[end - 1] == '=') --end;
    return end == line.size() ? LineHeading{} : LineHeading{trimmed(line, count, end), static_cast<int>(count)};
  }
  if (line[count] != ' ') return {};
  LineHeading heading{trimmed(line, count, line.size()), static_cast<int>(count)};
  const auto title = line.substr(heading.title.begin);
  if (markup == Markup::org && (title.starts_with("TODO ") || title.starts_with("DONE "))) {
    heading.task = title[0] == 'T' ? ' ' : 'x';
    heading.title = trimmed(line, heading.title.begin + 5, line.size());
  }
  return heading;
}

namespace {

// "__TOC__", "~~NOTOC~~"
bool is_magic_word(std::string_view line, std::string_view mark) {
  if (line.size() <= 2 * mark.size() || !line.starts_with(mark) || !line.ends_with(mark)) return false;
  return line.substr(mark.size(), line.size() - 2 * mark.size()).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == none;
}

// A directive with text of its own, as ".. note:: So it is."
bool is_admonition(std::string_view line) {
  const auto colons = line.find(":: ");
  const auto name = line.substr(3, std::min(colons, line.size()) - 3);
  constexpr std::array<std::string_view, 6> silent{"image", "figure", "include", "contents", "raw", "meta"};
  return colons != none && name.find_first_of(" |_") == none && std::find(silent.begin(), silent.end(), name) == silent.end();
}

}  // namespace

bool is_hidden(std::string_view line, Markup markup) {
  switch (markup) {
    case Markup::wiki: return is_magic_word(line, "__") || is_magic_word(line, "~~");
    case Markup::asciidoc: return (line.starts_with("//") && !line.starts_with("///")) || (line.starts_with('[') && line.ends_with(']') && line.find(' ') == none) || line == "+";
    case Markup::org: return (line.starts_with("#+") && !line.starts_with("#+TITLE:")) || line.starts_with("# ") || (line.starts_with(':') && line.ends_with(':') && line.find(' ') == none);
    case Markup::rst: return (line.starts_with(".. ") && !is_admonition(line)) || line == ".." || (line.size() > 5 && line.find_first_not_of("= ") == none);
    case Markup::log: return line.size() > 3 && (line.find_first_not_of('-') == none || line.find_first_not_of('=') == none);
    case Markup::none: break;
  }
  return false;
}

ItemMarks item_marks(std::string_view line, Markup markup) {
  if (markup == Markup::log) return line.starts_with("* ") ? ItemMarks{2, 1} : ItemMarks{};
  if ((markup != Markup::wiki && markup != Markup::asciidoc) || line.empty()) return {};
  const std::string_view signs = markup == Markup::wiki ? "*#:" : "*.-";
  const auto count = std::min(line.find_first_not_of(line[0]), line.size());
  if (signs.find(line[0]) == none || count >= line.size() || count > 6) return {};
  auto end = count;
  while (markup == Markup::wiki && end < line.size() && signs.find(line[end]) != none) ++end;
  if (end >= line.size() || !is_blank(line[end])) return {};
  const auto text = line.find_first_not_of(" \t", end);
  return text == none ? ItemMarks{} : ItemMarks{text, end};
}

std::vector<Shown> shown_of(std::string_view line, Markup markup) {
  if (markup == Markup::none) return {{{0, line.size()}}};
  if (markup == Markup::log) return {{{0, stamp_of(line)}}};
  return Scanner(line, markup).scan();
}

}  // namespace protokoll::text
