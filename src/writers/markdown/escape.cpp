#include "writers/markdown/escape.hpp"

#include <fmt/format.h>

namespace protokoll::markdown {
namespace {

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_markup(std::string_view text, std::size_t at) {
  const char before = at > 0 ? text[at - 1] : ' ';
  const char after = at + 1 < text.size() ? text[at + 1] : ' ';
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':
    case '|': return true;
    case '_': return !is_alphanumeric(before) || !is_alphanumeric(after);
    case '&': return is_alphanumeric(after) || after == '#';
    case '{': return after == ':' || after == '#' || after == '.';
    // A bare link would take the backslash in front of its host's first character for its host.
    case ':': return text.substr(at + 1, 2) == "//" && at + 3 < text.size() && text[at + 3] != ':' && is_markup(text, at + 3);
    default: return false;
  }
}

}  // namespace

std::string inline_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) < ' ') {
      escaped += ' ';
      continue;
    }
    if (is_markup(text, i)) escaped += '\\';
    escaped += text[i];
  }
  return escaped;
}

std::string guard_line_start(std::string escaped) {
  if (escaped.empty()) return escaped;
  const char first = escaped[0];
  const char second = escaped.size() > 1 ? escaped[1] : ' ';
  const bool always = first == '#' || first == '>' || first == '=' || first == '{';
  const bool before_others = (first == '-' || first == '+' || first == ':') && !is_alphanumeric(second);
  if (always || before_others) return "\\" + escaped;
  const auto digits = escaped.find_first_not_of("0123456789");
  if (is_digit(first) && digits != std::string::npos && (escaped[digits] == '.' || escaped[digits] == ')')) escaped.insert(digits, 1, '\\');
  return escaped;
}

std::string guard_heading(std::string escaped) {
  const auto last = escaped.find_last_not_of(' ');
  // A row of hash signs at the end would close the heading.
  if (last != std::string::npos && escaped[last] == '#') escaped.insert(last, 1, '\\');
  return escaped;
}

bool is_active(std::string_view href) {
  // Browsers skip white space and controls in a scheme.
  std::string scheme;
  for (const char c : href.substr(0, href.find(':'))) {
    if (static_cast<unsigned char>(c) > ' ') scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return href.find(':') != std::string_view::npos && (scheme == "javascript" || scheme == "vbscript" || scheme == "data");
}

std::string address(std::string_view href) {
  std::string safe;
  for (const char c : href) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '(' || c == ')' || c == '<' || c == '>' || c == '\\' || c == '"' || c == '|' || c == '\x7F')
      safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      safe += c;
  }
  return safe;
}

}  // namespace protokoll::markdown
