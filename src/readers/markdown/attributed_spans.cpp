#include "readers/markdown/attributed_spans.hpp"

#include <algorithm>

namespace protokoll::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest_span = 500, longest_attributes = 120;

// "{.smallcaps}", "{#note lang=fr}": where it ends; none if it is something else.
std::size_t attributes_end(std::string_view text, std::size_t open) {
  const auto list = text.substr(open, longest_attributes);
  const auto close = list.find_first_of("}\n");
  if (close == none || list[close] != '}' || close < 3 || (list[1] != '.' && list[1] != '#' && list.substr(0, close).find('=') == none)) return none;
  const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view(".#-_=\"' :").find(c) != none; };
  return std::all_of(list.begin() + 1, list.begin() + static_cast<std::ptrdiff_t>(close), is_part) ? open + close : none;
}

// Whether the bracket that closes at `close` opens in the same paragraph, with nothing but plain text inside.
bool has_begin(std::string_view text, std::size_t close) {
  const auto from = close > longest_span ? close - longest_span : 0;
  const auto open = text.substr(from, close - from).find_last_of("[]`<>\\");
  return open != none && text[from + open] == '[' && text.substr(from + open, close - from - open).find("\n\n") == none && (from + open == 0 || text[from + open - 1] != '!');
}

}  // namespace

void mask_attributed_spans(Buffer& buffer) {
  for (auto at = buffer.text().find("]{"); at != none; at = buffer.text().find("]{", at + 1)) {
    const auto end = attributes_end(buffer.text(), at + 1);
    if (end != none && has_begin(buffer.text(), at)) buffer.make_target({at + 1, end - at});
  }
}

}  // namespace protokoll::markdown
