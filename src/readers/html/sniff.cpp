#include "readers/html/sniff.hpp"

#include "readers/html/scanner.hpp"
#include "readers/html/tags.hpp"

namespace protokoll::html {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\xEF\xBB\xBF") == std::string_view::npos; }

bool is_doctype(std::string_view markup) { return markup.size() > 9 && equals_ignoring_case(markup.substr(2, 7), "doctype"); }

bool is_page_tag(GumboTag tag) {
  return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_META;
}

}  // namespace

int sniff(std::string_view text) {
  constexpr std::size_t judged = std::size_t{1} << 16;
  text = text.substr(0, judged);
  Scanner scanner(text);
  Token token;
  int depth = 0;
  std::size_t inside = 0, outside = 0, blocks = 0;
  bool first = true;
  while (scanner.next(token)) {
    const auto piece = text.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::text) {
      if (is_blank(piece)) continue;
      if (first) return 0;
      (depth > 0 ? inside : outside) += piece.size();
    } else if (token.kind == TokenKind::start_tag || token.kind == TokenKind::end_tag) {
      const bool known = token.tag != GUMBO_TAG_UNKNOWN;
      if (first && (!known || token.kind == TokenKind::end_tag)) return 0;
      if (blocks == 0 && is_page_tag(token.tag)) return 90;
      if (known && (traits(token.tag) & (block | void_element)) == block) {
        blocks += token.kind == TokenKind::start_tag;
        depth += token.kind == TokenKind::start_tag ? 1 : depth > 0 ? -1 : 0;
      }
      first = false;
    } else if (is_doctype(piece)) {
      return 90;
    }
  }
  // In Markdown with embedded HTML most of the text stands outside of every element.
  if (blocks == 0 || outside > inside / 4) return 0;
  return outside == 0 ? 85 : 60;
}

}  // namespace protokoll::html
