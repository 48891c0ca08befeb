#include "readers/markdown/markdown.hpp"

#include <algorithm>

#include "readers/markdown/parse.hpp"
#include "readers/reader.hpp"

namespace protokoll {
namespace {

constexpr int plain_text = 30;
constexpr int clear_markdown = 70;

bool is_html_page(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || text[begin] != '<') return false;
  std::string start(text.substr(begin, 200));
  std::transform(start.begin(), start.end(), start.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return start.starts_with("<!doctype") || start.starts_with("<html") || start.starts_with("<?xml") || start.starts_with("<head") ||
         start.starts_with("<body");
}

bool is_sign(std::string_view line, std::string_view before) {
  const auto content = line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
  if (content.empty()) return false;
  if (line[0] == '#' || content.starts_with("- ") || content.starts_with("* ") || content.starts_with("**") || content.starts_with("> ")) return true;
  if (content[0] == '|' && content.find('|', 1) != std::string_view::npos) return true;
  const bool underline = content.size() >= 3 && content.find_first_not_of(content[0] == '=' ? "=" : "-") == std::string_view::npos;
  return underline && !before.empty() && before[0] != ' ';
}

int sniff(std::string_view text) {
  if (is_html_page(text)) return 0;
  if (markdown::front_matter(text).end > 0) return clear_markdown;
  int score = plain_text;
  std::string_view before;
  for (std::size_t at = 0; at < text.size() && score < clear_markdown;) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (is_sign(line, before)) score += 10;
    before = line;
    at = end + 1;
  }
  return score;
}

}  // namespace

extern const Reader reader_markdown;
const Reader reader_markdown{"markdown", "Markdown (CommonMark and GitHub's tables, task lists, strikethrough), YAML front matter, plain text", sniff,
                             read_markdown, [](std::string_view text) {
                               std::string out;
                               visible_markdown(text, out);
                               return out;
                             }, "md markdown mdown mkd textile", marked_markdown};

}  // namespace protokoll
