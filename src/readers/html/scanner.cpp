#include "readers/html/scanner.hpp"

#include <algorithm>

#include "readers/html/tags.hpp"

namespace protokoll::html {
namespace {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// Steps over one attribute from `at`; returns where the next may begin.
std::size_t skip_attribute(std::string_view text, std::size_t at) {
  ++at;  // the first character belongs to the name even if it is '='
  while (at < text.size() && !is_space(text[at]) && text[at] != '/' && text[at] != '>' && text[at] != '=') ++at;
  auto value = at;
  while (value < text.size() && is_space(text[value])) ++value;
  if (value == text.size() || text[value] != '=') return at;
  ++value;
  while (value < text.size() && is_space(text[value])) ++value;
  if (value == text.size()) return value;
  if (text[value] == '"' || text[value] == '\'') {
    const auto close = text.find(text[value], value + 1);
    return close == std::string_view::npos ? text.size() : close + 1;
  }
  while (value < text.size() && !is_space(text[value]) && text[value] != '>') ++value;
  return value;
}

}  // namespace

bool is_markup(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return false;
  const char next = text[at + 1];
  if (next == '/') return at + 2 < text.size();
  return is_letter(next) || next == '!' || next == '?';
}

std::size_t end_of_markup(std::string_view text, std::size_t at) {
  Scanner scanner(text.substr(at));
  Token token;
  scanner.next(token);
  return at + token.end;
}

bool Scanner::next(Token& token) {
  if (at_ == markup_.size()) return false;
  token = {.begin = at_};
  if (raw_ != GUMBO_TAG_LAST) {
    raw_token(token);
    if (token.end > token.begin) return true;
  }
  if (markup_[at_] == '<' && is_markup(markup_, at_)) {
    markup_token(token);
  } else {
    auto stop = at_ + 1;
    while (true) {
      stop = std::min(markup_.find('<', stop), markup_.size());
      if (stop == markup_.size() || is_markup(markup_, stop)) break;
      ++stop;
    }
    token.end = stop;
  }
  at_ = token.end;
  return true;
}

void Scanner::markup_token(Token& token) {
  const char next = markup_[at_ + 1];
  if (is_letter(next)) {
    token.kind = TokenKind::start_tag;
    tag_token(token, at_ + 1);
  } else if (next == '/' && is_letter(markup_[at_ + 2])) {
    token.kind = TokenKind::end_tag;
    tag_token(token, at_ + 2);
  } else {
    token.kind = TokenKind::other;
    if (markup_.substr(at_, 4) == "<!--") {
      token.end = end_of_comment(at_ + 4);
    } else {
      const auto close = markup_.find('>', at_ + 2);
      token.end = close == std::string_view::npos ? markup_.size() : close + 1;
    }
  }
}

std::size_t Scanner::end_of_comment(std::size_t from) const {
  const auto rest = markup_.substr(from);
  if (rest.starts_with(">")) return from + 1;
  if (rest.starts_with("->")) return from + 2;
  for (auto dashes = markup_.find("--", from); dashes != std::string_view::npos; dashes = markup_.find("--", dashes + 1)) {
    const auto tail = markup_.substr(dashes + 2, 2);
    if (tail.starts_with(">")) return dashes + 3;
    if (tail == "!>") return dashes + 4;
  }
  return markup_.size();
}

void Scanner::tag_token(Token& token, std::size_t name) {
  auto at = name;
  while (at < markup_.size() && !is_space(markup_[at]) && markup_[at] != '/' && markup_[at] != '>') ++at;
  token.name = markup_.substr(name, at - name);
  token.tag = tag_of(token.name);
  while (at < markup_.size() && markup_[at] != '>') {
    if (is_space(markup_[at]) || markup_[at] == '/') {
      ++at;
      continue;
    }
    at = skip_attribute(markup_, at);
    ++token.attributes;
  }
  if (at == markup_.size()) {
    token.kind = TokenKind::other;
    token.end = at;
    return;
  }
  token.end = at + 1;
  if (token.kind != TokenKind::start_tag) return;
  foreign_ = foreign_ || token.tag == GUMBO_TAG_SVG || token.tag == GUMBO_TAG_MATH;
  if ((traits(token.tag) & raw_text) && !foreign_) {
    raw_ = token.tag;
    raw_name_ = token.name;
  }
}

void Scanner::raw_token(Token& token) {
  token.kind = TokenKind::raw_text;
  token.tag = raw_;
  raw_ = GUMBO_TAG_LAST;
  auto close = markup_.find("</", at_);
  for (; close != std::string_view::npos; close = markup_.find("</", close + 2)) {
    const auto after = close + 2 + raw_name_.size();
    if (after >= markup_.size() || !equals_ignoring_case(markup_.substr(close + 2, raw_name_.size()), raw_name_)) continue;
    if (is_space(markup_[after]) || markup_[after] == '/' || markup_[after] == '>') break;
  }
  token.end = std::min(close, markup_.size());
  at_ = token.end;
}

}  // namespace protokoll::html
