#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html/layout.hpp"

namespace protokoll::html {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The text with each number as one sign.
std::string shape_of(std::string_view text) {
  std::string shape;
  for (const char c : text)
    if (!is_digit(c)) shape += c;
    else if (shape.empty() || shape.back() != '#') shape += '#';
  return shape;
}

// "3", "- 3 -", "3/5", "Page 3 of 5": what counts pages has the page's number and few words.
bool counts_pages(const PageLine& line, int pages) {
  constexpr int most_characters = 20;
  if (line.characters > most_characters) return false;
  const auto shape = shape_of(line.text);
  const auto numbers = std::count(shape.begin(), shape.end(), '#');
  if (numbers == 0 || numbers > 2) return false;
  const auto number = std::to_string(line.page);
  const auto at = line.text.find(number);
  if (at == std::string::npos || (at > 0 && is_digit(line.text[at - 1])) || (at + number.size() < line.text.size() && is_digit(line.text[at + number.size()]))) return false;
  if (numbers == 1) return shape.find_first_not_of("#-–—/|[]() \xC2\xA0") == std::string::npos;
  return line.text.ends_with(std::to_string(pages));
}

class Finder {
 public:
  Finder(const std::vector<PageLine>& lines, const PageStyle& style, std::vector<LineStart>& plan) : lines_(lines), style_(style), plan_(plan) {}

  void find() {
    for (std::size_t begin = 0; begin < lines_.size();) {
      auto end = begin;
      while (end < lines_.size() && lines_[end].page == lines_[begin].page) ++end;
      outermost(begin, end);
      begin = end;
    }
    for (const auto& [key, places] : candidates_) {
      const auto pages = static_cast<std::size_t>(lines_.back().page);
      const bool repeats = places.size() >= 2 && places.size() * 2 >= pages;
      for (const auto i : places)
        if (repeats || (is_in_margin(lines_[i]) && counts_pages(lines_[i], lines_.back().page))) plan_[i].boilerplate = true;
    }
  }

 private:
  [[nodiscard]] static bool is_in_margin(const PageLine& line) {
    return line.page_height > 0 && (line.top * 100 < line.page_height * 8 || (line.top + line.size) * 100 > line.page_height * 93);
  }

  // Up to two lines above and below the page's text, set off from it or in its margin.
  void outermost(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> order;
    for (auto i = begin; i < end; ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lines_[a].top < lines_[b].top; });
    take(order, 't');
    std::reverse(order.begin(), order.end());
    take(order, 'b');
  }

  void take(const std::vector<std::size_t>& order, char side) {
    constexpr std::size_t most = 4;
    for (std::size_t count = 1; count <= most && count < order.size(); ++count) {
      const auto gap = std::abs(lines_[order[count]].top - lines_[order[count - 1]].top);
      const bool margin = is_in_margin(lines_[order[count - 1]]);
      if (!margin && gap * 10 <= style_.pitch(lines_[order[count - 1]].size) * 16) continue;
      if (!margin && gap * 10 <= style_.pitch(lines_[order[count - 1]].size) * 25 && count > 1) break;
      for (std::size_t i = 0; i < count; ++i) {
        auto& places = candidates_[side + shape_of(lines_[order[i]].text)];
        const auto recent = places.end() - static_cast<std::ptrdiff_t>(std::min(places.size(), most));
        if (std::find(recent, places.end(), order[i]) == places.end()) places.push_back(order[i]);
      }
      if (!margin) break;
    }
  }

  const std::vector<PageLine>& lines_;
  const PageStyle& style_;
  std::vector<LineStart>& plan_;
  std::map<std::string, std::vector<std::size_t>> candidates_;
};

}  // namespace

void find_page_margins(const std::vector<PageLine>& lines, const PageStyle& style, std::vector<LineStart>& plan) { Finder(lines, style, plan).find(); }

}  // namespace protokoll::html
