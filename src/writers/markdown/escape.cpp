#include "writers/markdown/escape.hpp"

#include <fmt/format.h>

#include <algorithm>

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

// A bare address of the web that begins at `at`, as renderers find it (GitHub's extension of CommonMark): without the punctuation behind it,
// and without a bracket that is not opened in it.
std::string_view address_at(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if ((!rest.starts_with("http://") && !rest.starts_with("https://")) || (at > 0 && is_alphanumeric(text[at - 1]))) return {};
  constexpr std::size_t longest = 2000;
  auto address = rest.substr(0, rest.substr(0, longest).find_first_of(" \t\n<>\"|\\`"));
  auto unopened = std::count(address.begin(), address.end(), ')') - std::count(address.begin(), address.end(), '(');
  while (!address.empty()) {
    const char last = address.back();
    const bool closes = last == ')' && unopened > 0;
    if (!closes && std::string_view(".,:;!?'*_~").find(last) == std::string_view::npos) break;
    unopened -= closes;
    address.remove_suffix(1);
  }
  return address.size() > std::string_view("https://").size() ? address : std::string_view{};
}

// What a renderer that knows no bare addresses could take for markup.
bool holds_markup(std::string_view address) {
  if (address.find_first_of("*~[]{}") != std::string_view::npos) return true;
  for (auto at = address.find('&'); at != std::string_view::npos; at = address.find('&', at + 1))
    if (address.substr(at, 12).find(';') != std::string_view::npos) return true;
  return false;
}

}  // namespace

std::string inline_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const auto address = address_at(text, i); !address.empty()) {
      escaped += holds_markup(address) ? "<" + std::string(address) + ">" : std::string(address);
      i += address.size() - 1;
      continue;
    }
    if (static_cast<unsigned char>(text[i]) < ' ') {
      escaped += ' ';
      continue;
    }
    if (is_markup(text, i)) escaped += '\\';
    escaped += text[i];
  }
  return escaped;
}

std::string aside_text(const Aside& aside, std::string_view before, std::string_view behind) {
  const auto blank = [](char c) { return c == ' ' || c == '\n'; };
  if (!aside.struck) {
    if (aside.text.starts_with("[^")) return aside.text;  // the reference to a note
    return "<sup>" + inline_text(aside.text) + "</sup>";
  }
  const auto text = inline_text(aside.text);
  // Within a word only HTML strikes out; between words the text had blanks on both sides.
  if (behind.empty() && !before.empty() && !is_alphanumeric(before.back()) && !blank(before.back())) return " ~~" + text + "~~";
  const bool apart_before = before.empty() || blank(before.back());
  if (apart_before && (behind.empty() || !is_alphanumeric(behind.front()))) return "~~" + text + "~~";
  return apart_before ? "~~" + text + "~~ " : "<del>" + text + "</del>";
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
