#include "readers/html/flat.hpp"

#include "readers/html/align.hpp"
#include "readers/html/entities.hpp"
#include "readers/html/scanner.hpp"
#include "readers/html/tags.hpp"

namespace protokoll::html {
namespace {

// Which raw text is shown; without a tree no other content can be told hidden.
bool is_shown(const Token& token) { return token.kind == TokenKind::text || (token.kind == TokenKind::raw_text && !(traits(token.tag) & hidden)); }

TextMode mode_of(const Token& token) {
  if (token.kind == TokenKind::text) return TextMode::data;
  return token.tag == GUMBO_TAG_TEXTAREA ? TextMode::escaped : TextMode::raw;
}

}  // namespace

void read_flat(Span range, DocumentBuilder& builder) {
  Scanner scanner(builder.source_text().substr(range.begin, range.size()));
  Token token;
  while (scanner.next(token)) {
    const Span place{range.begin + token.begin, range.begin + token.end};
    if (token.kind == TokenKind::start_tag || token.kind == TokenKind::end_tag) {
      if (token.tag == GUMBO_TAG_BR)
        builder.hard_break();
      else if (traits(token.tag) & block)
        builder.end();
    } else if (is_shown(token)) {
      emit_source_text(place, mode_of(token), builder);
    }
  }
}

void visible_flat(std::string_view markup, std::string& out) {
  Scanner scanner(markup);
  Token token;
  while (scanner.next(token)) {
    out += ' ';
    if (!is_shown(token)) continue;
    const auto text = markup.substr(token.begin, token.end - token.begin);
    for (std::size_t at = 0; at < text.size();) {
      const auto found = text[at] == '&' && mode_of(token) != TextMode::raw ? reference_at(text, at) : Reference{};
      if (found.size > 0)
        out += found.decoded;
      else
        out += text[at];
      at += std::max<std::size_t>(found.size, 1);
    }
  }
}

}  // namespace protokoll::html
