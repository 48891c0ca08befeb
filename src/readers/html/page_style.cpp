#include "readers/html/layout.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>

#include "readers/html/page_outline.hpp"

namespace protokoll::html {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

// Of Latin letters alone, which are those of minutes: a small one begins no paragraph.
bool begins_small(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] >= 'a' && text[0] <= 'z') return text.size() == 1 || (text[1] != ')' && text[1] != '.');
  return text.size() > 1 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) >= 0x9F;
}

std::size_t bullet_size(std::string_view text) {
  for (const std::string_view bullet : {"•", "●", "○", "▪", "◦", "■", "□", "☐", "☑", "☒", "–", "—", "\xEF\x82\xB7", "\xEF\x82\xA7", "\xEF\x83\x98", "-", "*", "o"})
    if (text.starts_with(bullet)) return bullet.size();
  return 0;
}

// "3.", "3.1", "12)", "a)", "iv."
std::size_t number_size(std::string_view text) {
  std::size_t at = 0;
  if (text.starts_with('(')) ++at;
  const auto begin = at;
  while (at < text.size() && at - begin < 8 && (is_digit(text[at]) || (text[at] == '.' && at > begin && at + 1 < text.size() && is_digit(text[at + 1])))) ++at;
  if (at == begin && at < text.size() && is_ascii_letter(text[at])) ++at;
  if (at == begin) return 0;
  // "W. Smith" is a name.
  if (text[begin] >= 'A' && text[begin] <= 'Z' && at < text.size() && text[at] == '.') return 0;
  const bool ended = at < text.size() && (text[at] == '.' || text[at] == ')');
  if (ended) ++at;
  return ended || text.substr(begin, at - begin).find('.') != none ? at : 0;
}

struct Look {
  int key = 0, size = 0;
  bool bold = false;
  long characters = 0;
  std::size_t first = 0;
  int face = 0;
};

std::map<int, Look> find_looks(const std::vector<PageLine>& lines) {
  std::map<int, Look> looks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    looks.try_emplace(look_key(line), Look{look_key(line), line.size, line.all_bold, 0, i, line.face}).first->second.characters += line.characters;
  }
  return looks;
}

Look most_used(const std::map<int, Look>& looks) {
  return std::max_element(looks.begin(), looks.end(), [](const auto& a, const auto& b) { return a.second.characters < b.second.characters; })->second;
}

bool is_alone(std::string_view text, std::size_t size) { return size > 0 && size == text.size(); }

}  // namespace

bool begins_with_marker(std::string_view text) {
  for (const auto size : {bullet_size(text), number_size(text)})
    if (size > 0 && (size == text.size() || text[size] == ' ' || text.substr(size).starts_with("\xC2\xA0"))) return true;
  return false;
}

bool is_lone_marker(const PageLine& line) {
  const std::string_view text = line.text;
  const bool number = !text.empty() && text.size() < 4 && std::all_of(text.begin(), text.end(), is_digit);
  return number || is_alone(text, bullet_size(text)) || is_alone(text, number_size(text));
}

bool is_beside_marker(const PageLine& line, const PageLine& next) {
  if (!is_lone_marker(line) || line.page != next.page || std::abs(next.top - line.top) * 3 > line.size) return false;
  return next.left > line.left && next.left - line.left <= line.size * 7 / 2;
}

int body_look(const std::vector<PageLine>& lines) { return most_used(find_looks(lines)).key; }

void settle_fonts(std::vector<PageLine>& lines) {
  if (lines.empty()) return;
  const auto body = most_used(find_looks(lines));
  const PageLine* first = nullptr;
  for (auto& line : lines) {
    if (!line.estimated || !first || first->element != line.element) first = &line;
    if (line.all_bold == first->all_bold || line.all_bold) continue;
    line.look = body.key / 2;
    line.size = body.size;
  }
}

PageStyle::PageStyle(const std::vector<PageLine>& lines) {
  find_pitches(lines);
  for (const auto& line : lines) {
    auto& width = widths_[long{line.left} * 1000 + line.size];
    width = std::max(width, line.characters);
  }
  learn_blanks(lines);
  find_headings(lines);
}

// Looks whose lines are short and set off from what stands above, nearly all of them.
std::map<int, bool> PageStyle::find_set_off(const std::vector<PageLine>& lines) const {
  constexpr int longest = 100;
  std::map<int, std::pair<int, int>> counts;  // lines of a look, and how many of them are set off
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto& [all, set_off] = counts[look_key(lines[i])];
    ++all;
    const bool above = i == 0 || lines[i].page != lines[i - 1].page || look_key(lines[i]) == look_key(lines[i - 1]) || (lines[i].top - lines[i - 1].top) * 4 > pitch(lines[i].size) * 5;
    set_off += above && lines[i].characters <= longest && !lines[i].all_link && bullet_size(lines[i].text) == 0;
  }
  std::map<int, bool> found;
  for (const auto& [key, count] : counts) found[key] = count.first > 1 && count.second * 10 >= count.first * 9;
  return found;
}

// Larger letters than the text's, bold ones of another look, or those of another face whose lines are set off.
void PageStyle::find_headings(const std::vector<PageLine>& lines) {
  const auto looks = find_looks(lines);
  if (looks.empty()) return;
  const auto body = most_used(looks);
  auto set_off = find_set_off(lines);
  std::vector<Look> headings;
  for (const auto& [key, look] : looks) {
    if (key == body.key || look.size < body.size) continue;
    const bool large = look.size * 20 >= body.size * 22, other_bold = look.bold && look.key / 2 != body.key / 2;
    if (large || other_bold || (look.face != body.face && set_off[key])) headings.push_back(look);
  }
  std::sort(headings.begin(), headings.end(), [](const Look& a, const Look& b) { return a.size != b.size ? a.size > b.size : a.first < b.first; });
  constexpr int deepest = 6;
  int level = 0;
  for (const auto& look : headings) levels_[look.key] = std::min(++level, deepest);
}

int PageStyle::heading_level(const PageLine& line) const {
  constexpr int longest = 160;
  const auto found = levels_.find(look_key(line));
  return found == levels_.end() || line.characters > longest ? 0 : found->second;
}

void PageStyle::find_pitches(const std::vector<PageLine>& lines) {
  std::map<std::pair<int, int>, int> gaps;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto gap = lines[i].top - lines[i - 1].top;
    if (!begins_small(lines[i].text) || lines[i - 1].estimated) continue;
    if (lines[i].page == lines[i - 1].page && lines[i].size == lines[i - 1].size && gap * 10 >= lines[i].size * 9 && gap * 10 <= lines[i].size * 22)
      ++gaps[{lines[i].size, gap}];
  }
  std::map<int, int> best;
  for (const auto& [key, count] : gaps) {
    if (count <= best[key.first]) continue;
    best[key.first] = count;
    pitches_[key.first] = key.second;
  }
}

int PageStyle::pitch(int size) const {
  const auto found = pitches_.find(size);
  return found == pitches_.end() ? size * 5 / 4 : found->second;
}

bool PageStyle::is_close(const PageLine& line, const PageLine& next) const {
  const auto gap = next.top - line.top;
  // A converter that puts lines into one element as long as they are wide apart ends it before a line that is close.
  if (line.estimated && line.element != next.element && line.height * 10 > pitch(line.size) * 14) return line.page == next.page && gap * 2 > -line.height;
  return line.page == next.page && gap > 0 && gap <= pitch(line.size) * 23 / 20 + 1;
}

// In texts of some programs a broken line keeps the blank at which it was broken, and a paragraph's last line has none.
void PageStyle::learn_blanks(const std::vector<PageLine>& lines) {
  int inner = 0, inner_blank = 0, last = 0, last_blank = 0, single = 0, single_blank = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto &line = lines[i - 1], &next = lines[i];
    const bool below = line.page == next.page && std::abs(line.left - next.left) <= 3 && is_close(line, next);
    single += !below;
    single_blank += !below && line.ends_blank;
    if (line.page != next.page || std::abs(line.left - next.left) > 3) continue;
    const bool small = begins_small(next.text);
    if (is_close(line, next) && small) {
      ++inner;
      inner_blank += line.ends_blank;
    } else if (!small && (next.top - line.top) * 10 > pitch(line.size) * 14) {
      ++last;
      last_blank += line.ends_blank;
    }
  }
  blanks_tell_ = inner >= 4 && inner_blank * 10 >= inner * 8 && last >= 3 && last_blank * 10 <= last * 3;
  blanks_mean_ = single >= 4 && single_blank * 10 <= single * 3;
}

bool PageStyle::goes_on_in_cell(const PageLine& line, const PageLine& next) const {
  return blanks_mean_ && line.ends_blank && line.size == next.size && line.all_bold == next.all_bold && std::abs(line.left - next.left) <= 3 && is_close(line, next) && !begins_with_marker(next.text);
}

bool PageStyle::is_full(const PageLine& line, const PageLine& next) const {
  const auto widest = widths_.find(long{line.left} * 1000 + line.size);
  const auto word = std::min(std::min(next.text.find(' '), next.text.find("\xC2\xA0")), next.text.size());
  return widest != widths_.end() && (line.characters + 1 + static_cast<int>(word)) * 20 >= widest->second * 17;
}

bool PageStyle::goes_on(const PageLine& first, const PageLine& line, const PageLine& next) const {
  if (line.size != next.size) return false;
  const bool turns = line.page + 1 == next.page;
  if (!turns && !is_close(line, next)) return false;
  if (const auto level = heading_level(next); level > 0 || heading_level(line) > 0) return !turns && level == heading_level(line) && !begins_with_marker(next.text);
  const bool aligned = std::abs(next.left - line.left) <= 3 || (&first != &line && std::abs(next.left - first.left) <= 3) ||
                       (&first == &line && next.left < line.left && line.left - next.left <= line.size * 4 && !begins_with_marker(line.text)) ||
                       (&first == &line && next.left > line.left && next.left - line.left <= line.size * 4 && begins_with_marker(line.text));
  if (!aligned) return false;
  if (blanks_tell_ && (line.ends_blank || line.text.ends_with('-'))) return !(turns && begins_with_marker(next.text));
  // Where the text's width ends there is no room for the blank either.
  if (blanks_tell_ && !is_full(line, next)) return false;
  if (line.all_bold != next.all_bold || begins_with_marker(next.text) || line.text.ends_with(':')) return false;
  if (begins_small(next.text) || line.text.ends_with(',')) return true;
  const bool ended = line.text.ends_with('.') || line.text.ends_with('!') || line.text.ends_with('?');
  return is_full(line, next) && !(turns && ended);
}

}  // namespace protokoll::html
