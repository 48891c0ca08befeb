#include "publish/signs.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "readers/html/entities.hpp"
#include "readers/html/tags.hpp"

namespace protokoll::publishing {
namespace {

using html::Token, html::TokenKind;

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::size_t first_character(std::string_view text, utf8proc_int32_t& code) {
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (size > 0) return static_cast<std::size_t>(size);
  code = 0xFFFD;
  return 1;
}

class SignReader {
 public:
  SignReader(const Markup& markup, Signs& signs) : markup_(markup), signs_(signs) {}

  void run() {
    for (const auto& token : markup_.tokens()) {
      // "<a.weis@example.org>" of Markdown is shown.
      const bool address = token.kind == TokenKind::start_tag && token.name.find('@') != std::string_view::npos;
      if (address || token.kind == TokenKind::text || (token.kind == TokenKind::raw_text && token.tag != GUMBO_TAG_STYLE && token.tag != GUMBO_TAG_SCRIPT)) {
        read(span_of(token), signs_.shown);
        continue;
      }
      const bool is_tag = token.kind == TokenKind::start_tag || token.kind == TokenKind::end_tag;
      add(signs_.shown, is_tag && ends_line(token) ? Sign::block_tag : Sign::inline_tag, span_of(token));
      if (token.kind == TokenKind::start_tag) read_attributes(token);
      else if (token.kind == TokenKind::other) read_inside(span_of(token));
      else if (token.kind == TokenKind::raw_text) token.tag == GUMBO_TAG_STYLE ? read_style(span_of(token)) : read_inside(span_of(token));
    }
  }

 private:
  static void add(std::vector<Sign>& to, char32_t code, Span place) {
    to.push_back({code, static_cast<std::uint32_t>(place.begin), static_cast<std::uint32_t>(place.end)});
  }

  void read_inside(Span place) {
    add(signs_.inside, Sign::border, {place.begin, place.begin});
    read(place, signs_.inside);
  }

  // The name of an attribute says nothing, unless the author chose it.
  void read_attributes(const Token& tag) {
    for (const auto& attribute : markup_.attributes(tag)) {
      const auto name = markup_.view(attribute.name);
      constexpr std::size_t chosen = std::string_view("data-").size();
      if (name.size() > chosen && html::equals_ignoring_case(name.substr(0, chosen), "data-")) read_inside({attribute.name.begin + chosen, attribute.name.end});
      html::equals_ignoring_case(name, "style") ? read_style(attribute.value) : read_inside(attribute.value);
    }
  }

  // Of a style sheet: what stands in quotes, brackets and comments, and the names that the author chose ("#box", ".note").
  void read_style(Span place) {
    const auto text = markup_.view(place);
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      auto end = std::string_view::npos;
      if (c == '"' || c == '\'') end = text.find(c, at + 1);
      else if (c == '(') end = text.find(')', at + 1);
      else if (c == '/' && text.substr(at).starts_with("/*")) end = text.find("*/", at + 2);
      else if (c == '#' || c == '.') end = text.find_first_of(" \t\r\n,{;:>+~.#)", at + 1);
      else if (c == '&') end = text.find(';', at + 1) == std::string_view::npos ? at : text.find('&', text.find(';', at + 1));  // &quot;
      else continue;
      end = std::min(end, text.size());
      read_inside({place.begin + std::min(at + 1, end), place.begin + end});
      at = c == '#' || c == '.' ? end - 1 : end;
    }
  }

  void read(Span place, std::vector<Sign>& to) {
    const auto text = markup_.text().substr(0, place.end);
    for (auto at = place.begin; at < place.end;) {
      std::size_t size = 0;
      if (text[at] == '&') size = read_reference(text, at, to);
      else if (text[at] == '%') size = read_escape(text, at, to);
      if (size == 0) {
        utf8proc_int32_t code = 0;
        size = first_character(text.substr(at), code);
        add(to, static_cast<char32_t>(std::max(code, 4)), {at, at + size});
      }
      at += size;
    }
  }

  static std::size_t read_reference(std::string_view text, std::size_t at, std::vector<Sign>& to) {
    const auto reference = html::reference_at(text, at);
    std::string_view decoded = reference.decoded;
    if (reference.size == 0) return 0;
    while (!decoded.empty()) {
      utf8proc_int32_t code = 0;
      decoded.remove_prefix(first_character(decoded, code));
      add(to, static_cast<char32_t>(std::max(code, 4)), {at, at + reference.size});
    }
    return reference.size;
  }

  // "%C3%BC" (RFC 3986, section 2.1)
  static std::size_t read_escape(std::string_view text, std::size_t at, std::vector<Sign>& to) {
    std::string decoded;
    for (auto i = at; i + 2 < text.size() && text[i] == '%' && decoded.size() < 4; i += 3) {
      const int high = hex(text[i + 1]), low = hex(text[i + 2]);
      if (high < 0 || low < 0) break;
      decoded += static_cast<char>(high * 16 + low);
      utf8proc_int32_t code = 0;
      const auto size = first_character(decoded, code);
      if (code == 0xFFFD || size != decoded.size() || code < 0x20) continue;
      add(to, static_cast<char32_t>(code), {at, i + 3});
      return i + 3 - at;
    }
    return 0;
  }

  const Markup& markup_;
  Signs& signs_;
};

}  // namespace

Signs read_signs(const Markup& markup) {
  Signs signs;
  signs.shown.reserve(markup.text().size());
  SignReader(markup, signs).run();
  return signs;
}

std::string text_of(const std::vector<Sign>& signs, std::size_t begin, std::size_t end) {
  std::string text;
  for (auto i = begin; i < end; ++i) {
    std::array<utf8proc_uint8_t, 4> bytes;
    if (signs[i].is_character()) text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(utf8proc_encode_char(static_cast<utf8proc_int32_t>(signs[i].code), bytes.data())));
    else if (signs[i].code != Sign::inline_tag && !text.empty() && text.back() != ' ') text += ' ';
  }
  return text;
}

std::vector<Span> pieces(const std::vector<Sign>& signs, std::size_t begin, std::size_t end) {
  std::vector<Span> places;
  for (auto i = begin; i < end; ++i) {
    if (!signs[i].is_character()) continue;
    if (!places.empty() && signs[i].begin <= places.back().end) places.back().end = std::max<std::size_t>(places.back().end, signs[i].end);
    else places.push_back({signs[i].begin, signs[i].end});
  }
  return places;
}

}  // namespace protokoll::publishing
