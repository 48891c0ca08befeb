#include <algorithm>

#include "document/front_matter.hpp"
#include "readers/support/marked_references.hpp"
#include "readers/reader.hpp"
#include "readers/text/lines.hpp"
#include "readers/text/read.hpp"

namespace protokoll {
namespace {

void read(Span range, DocumentBuilder& builder) {
  text::read_text(range, text::Markup::none, builder);
  part_front_matter(builder.document());
}

std::string visible(std::string_view text) { return text::visible_text(text, text::Markup::none); }

std::vector<MarkedPlace> marked(std::string_view text) {
  std::vector<MarkedPlace> places;
  marked_references(text, places);
  return places;
}

// "3. Any other business" and right below it "1. The chair opened the meeting": the text shows a 1 there, Markdown would count on.
class Counting {
 public:
  void line(std::string_view content, std::size_t indent) {
    constexpr int fewest = 3;
    if (content.empty()) {
      parted_ = true;
      return;
    }
    const auto number = number_in_front(content);
    if (number > 0 && last_ > 0 && indent > indent_) return;  // a list in the list
    if (number > 0) indent_ = indent;
    if (number == 1 && last_ >= fewest && !parted_) restarts = true;
    if (number > 0) last_ = number == 1 || number == last_ + 1 ? number : 0;
    else if (parted_ && indent == 0) last_ = 0;
    parted_ = false;
  }
  bool restarts = false;

 private:
  static int number_in_front(std::string_view content) {
    constexpr std::size_t longest = 2;
    const auto digits = std::min(content.find_first_not_of("0123456789"), content.size());
    if (digits == 0 || digits > longest || digits + 1 >= content.size() || (content[digits] != '.' && content[digits] != ')') || content[digits + 1] != ' ') return 0;
    int number = 0;
    for (const char digit : content.substr(0, digits)) number = number * 10 + (digit - '0');
    return number;
  }
  int last_ = 0;
  std::size_t indent_ = 0;
  bool parted_ = false;
};

// What only Markdown has, and what only a text set by blanks has.
int sniff(std::string_view text) {
  constexpr int clear_text = 75;
  if (text.starts_with("---\n") || text.starts_with("---\r\n") || text.starts_with("<")) return 0;
  if (text.find('\f') != std::string_view::npos) return clear_text;
  int set_by_blanks = 0, markdown = 0, underlined = 0;
  std::string_view before;
  Counting counting;
  for (const auto& line : text::find_lines(text)) {
    const auto content = text.substr(line.content.begin, line.content.size());
    underlined += !before.empty() && text::ruler(content) && text::width(before) == text::width(content);
    before = content;
    counting.line(content, line.indent);
    if (content.empty()) continue;
    const auto hashes = content.find_first_not_of('#');
    markdown += (hashes > 0 && hashes < 7 && content[hashes] == ' ') || content.starts_with("```") || content.starts_with("> ") || content.starts_with("|--") ||
                content.starts_with("| --") || content.starts_with("|:-") || content.find("**") != std::string_view::npos || content.find("](") != std::string_view::npos || content.starts_with("[ ]");
    constexpr std::size_t code = 4;
    set_by_blanks += (line.indent >= code && text::bullet_size(content) == 0) || content.starts_with("+--") || content.starts_with("+==") || content.find("   ") != std::string_view::npos;
  }
  constexpr int headings = 3;
  return markdown == 0 && underlined < headings && (set_by_blanks >= 2 || counting.restarts) ? clear_text : 0;
}

}  // namespace

extern const Reader reader_text;
const Reader reader_text{"text", "plain text set by blanks: lines broken for their width, columns, tables of bars, pages", sniff, read, visible, {}, marked};

}  // namespace protokoll
