#include "readers/text/lines.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>

namespace protokoll::text {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

std::string shape_of(std::string_view text) {
  std::string shape;
  for (const char c : text)
    if (!is_digit(c)) {
      if (!is_blank(c) || (!shape.empty() && shape.back() != ' ')) shape += is_blank(c) ? ' ' : c;
    } else if (shape.empty() || shape.back() != '#') {
      shape += '#';
    }
  return shape;
}

// "3", "- 3 -", "3/5", "Page 3 of 5": a page's own number, and that of all pages if there is another.
bool counts_pages(std::string_view line, int page, int pages) {
  constexpr std::size_t longest = 24;
  if (line.size() > longest) return false;
  const auto shape = shape_of(line);
  const auto numbers = std::count(shape.begin(), shape.end(), '#');
  const auto number = std::to_string(page);
  const auto at = line.find(number);
  if (numbers == 0 || numbers > 2 || at == none || (at > 0 && is_digit(line[at - 1])) || (at + number.size() < line.size() && is_digit(line[at + number.size()]))) return false;
  return numbers == 1 ? shape.find_first_not_of("#-–—/|[]() ") == none : line.ends_with(std::to_string(pages));
}

// The last two numbers of a line if little stands between them and nothing behind: "Page 1 of 3", "… 2/4".
struct Count {
  int page = 0, pages = 0;
};

Count page_count(std::string_view line) {
  constexpr std::size_t most_digits = 3, most_between = 6;
  auto end = line.size();
  if (end == 0 || !is_digit(line[end - 1])) return {};
  const auto number = [&](std::size_t& at) {
    const auto last = at;
    while (at > 0 && is_digit(line[at - 1])) --at;
    return last - at > most_digits ? 0 : std::atoi(std::string(line.substr(at, last - at)).c_str());
  };
  const int pages = number(end);
  const auto between = end;
  while (end > 0 && !is_digit(line[end - 1]) && line[end - 1] != '.' && line[end - 1] != ':') --end;
  if (end == between || between - end > most_between || end == 0 || !is_digit(line[end - 1])) return {};
  const int page = number(end);
  return page >= 1 && page <= pages ? Count{page, pages} : Count{};
}

// Pages that only their own count shows: lines that run from 1 to the last, each with the same number of pages.
void find_counted_pages(std::string_view text, std::vector<Line>& lines) {
  std::map<int, std::vector<std::size_t>> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto count = page_count(text.substr(lines[i].content.begin, lines[i].content.size()));
    if (count.pages < 2) continue;
    if (auto& places = found[count.pages]; static_cast<int>(places.size()) + 1 == count.page) places.push_back(i);
  }
  for (const auto& [pages, places] : found) {
    if (static_cast<int>(places.size()) != pages) continue;
    const auto before = std::count_if(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(places.front()), [](const Line& line) { return !line.blank(); });
    const std::size_t behind = before < 3 ? 0 : 1;
    int page = 1;
    for (std::size_t i = 0, next = behind ? 0 : 1; i < lines.size(); ++i) {
      if (next < places.size() && i == places[next] + behind) ++page, ++next;
      lines[i].page = page;
    }
    for (const auto i : places) lines[i].boilerplate = true;
    return;
  }
}

class Margins {
 public:
  Margins(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void mark() {
    for (std::size_t begin = 0; begin < lines_.size();) {
      auto end = begin;
      while (end < lines_.size() && lines_[end].page == lines_[begin].page) ++end;
      page(begin, end);
      begin = end;
    }
    mark_counted();
    const auto pages = static_cast<std::size_t>(lines_.empty() ? 0 : lines_.back().page);
    for (const auto& [shape, places] : found_)
      for (const auto i : places)
        if ((places.size() >= 2 && places.size() * 2 >= pages) || counts_pages(view(i), lines_[i].page, static_cast<int>(pages))) lines_[i].boilerplate = true;
  }

 private:
  [[nodiscard]] std::string_view view(std::size_t i) const { return text_.substr(lines_[i].content.begin, lines_[i].content.size()); }

  // The first and the last lines of a page, as far as a blank line sets them off from the text.
  void page(std::size_t begin, std::size_t end) {
    while (begin < end && (lines_[begin].blank() || lines_[begin].boilerplate)) ++begin;
    while (end > begin && (lines_[end - 1].blank() || lines_[end - 1].boilerplate)) --end;
    if (begin == end) return;
    outermost_.push_back(begin);
    if (end > begin + 1) outermost_.push_back(end - 1);
    constexpr std::size_t most = 3;
    auto top = begin;
    while (top < end && !lines_[top].blank()) ++top;
    if (top == end) return;
    for (auto i = begin; i < top && top - begin <= most; ++i) found_['t' + shape_of(view(i))].push_back(i);
    auto bottom = end;
    while (bottom > top && !lines_[bottom - 1].blank()) --bottom;
    for (auto i = bottom; i < end && end - bottom <= most; ++i) found_['b' + shape_of(view(i))].push_back(i);
  }

  // "3 Roads                    9": outermost lines whose number at the right counts with the pages, whatever chapter they name.
  void mark_counted() {
    std::map<int, std::vector<std::size_t>> offsets;
    for (const auto i : outermost_)
      if (const auto number = number_at_right(view(i)); number > 0) offsets[number - lines_[i].page].push_back(i);
    constexpr std::size_t fewest = 3;
    for (const auto& [offset, places] : offsets)
      if (places.size() >= fewest && places.size() * 2 >= static_cast<std::size_t>(lines_.back().page))
        for (const auto i : places) lines_[i].boilerplate = true;
  }

  // A number at the end with a wide gap before it; 0 if there is none.
  static int number_at_right(std::string_view line) {
    auto at = line.size();
    while (at > 0 && is_digit(line[at - 1])) --at;
    constexpr std::size_t most_digits = 3, gap = 3;
    if (at == line.size() || line.size() - at > most_digits || at < gap || line.substr(at - gap, gap) != "   ") return 0;
    return std::atoi(std::string(line.substr(at)).c_str());
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  std::map<std::string, std::vector<std::size_t>> found_;
  std::vector<std::size_t> outermost_;  // the first and the last line of each page
};

}  // namespace

std::vector<Line> find_lines(std::string_view text) {
  std::vector<Line> lines;
  int page = 1;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    Line line;
    auto begin = at;
    for (; begin < end && is_blank(text[begin]); ++begin) {
      if (text[begin] == '\f') ++page, line.indent = 0;
      else line.indent = text[begin] == '\t' ? (line.indent / 8 + 1) * 8 : line.indent + (text[begin] == ' ');
    }
    auto last = end;
    while (last > begin && is_blank(text[last - 1])) --last;
    line.content = {begin, last};
    line.page = page;
    lines.push_back(line);
    at = end + 1;
  }
  if (page == 1) find_counted_pages(text, lines);
  if (!lines.empty() && (page = lines.back().page) > 1) Margins(text, lines).mark();
  return lines;
}

std::size_t bullet_size(std::string_view line) {
  for (const std::string_view bullet : {"•", "●", "○", "▪", "◦", "■", "‣", "☐", "☑", "☒", "–", "—", "\xEF\x82\xB7", "\xEF\x82\xA7", "\xEF\x83\x98", "-", "*"}) {
    if (!line.starts_with(bullet) || bullet.size() >= line.size() || !is_blank(line[bullet.size()])) continue;
    const auto text = line.find_first_not_of(" \t", bullet.size());
    return text == none ? 0 : text;
  }
  return 0;
}

std::size_t number_size(std::string_view line) {
  std::size_t at = line.starts_with('(') ? 1 : 0;
  const auto begin = at;
  constexpr std::size_t longest = 10;
  while (at < line.size() && at - begin < longest && (is_digit(line[at]) || (line[at] == '.' && at > begin && at + 1 < line.size() && is_digit(line[at + 1])))) ++at;
  if (at == begin && at < line.size() && is_letter(line[at])) {
    while (at < line.size() && at - begin < 5 && std::string_view("IVX").find(line[at]) != none) ++at;
    if (at == begin) ++at;
    // "W. Smith" is a name.
    if (at - begin == 1 && line[begin] >= 'A' && line[begin] <= 'Z' && at < line.size() && line[at] == '.') return 0;
  }
  if (at == begin || at >= line.size()) return 0;
  const bool ended = line[at] == '.' || line[at] == ')' || line[at] == ':';
  if (ended) ++at;
  else if (line.substr(begin, at - begin).find('.') == none && !(is_digit(line[begin]) && line.substr(at).starts_with("  "))) return 0;
  if (at < line.size() && !is_blank(line[at])) return 0;
  const auto text = line.find_first_not_of(" \t", at);
  return text == none ? line.size() : text;
}

char ruler(std::string_view line) {
  constexpr std::size_t shortest = 3;
  if (line.size() < shortest || std::string_view("-=_*~^#+\".:'`").find(line[0]) == none) return 0;
  return line.find_first_not_of(line[0]) == none ? line[0] : '\0';
}

bool begins_small(std::string_view line) {
  if (line.empty()) return false;
  if (line[0] >= 'a' && line[0] <= 'z') return line.size() == 1 || (line[1] != ')' && line[1] != '.');
  return line.size() > 1 && line[0] == '\xC3' && static_cast<unsigned char>(line[1]) >= 0x9F;
}

std::size_t width(std::string_view line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

}  // namespace protokoll::text
