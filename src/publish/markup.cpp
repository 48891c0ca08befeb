#include "publish/markup.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "readers/html/tags.hpp"

namespace protokoll::publishing {
namespace {

using html::Token, html::TokenKind;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

Markup::Markup(std::string_view text) : text_(text) {
  html::Scanner scanner(text);
  Token token;
  while (scanner.next(token)) {
    const bool unfinished = token.kind == TokenKind::other && token.end == text.size() && text.back() != '>' && text.substr(token.begin, 4) != "<!--";
    if (!unfinished) {
      tokens_.push_back(token);
      continue;
    }
    // Behind a "<" that begins nothing the rest is read anew, as far as it is markup at all; a second one is left as it is.
    auto begin = token.begin;
    for (auto next = text.find('<', begin + 1); next != std::string_view::npos; next = text.find('<', next + 1)) {
      const auto close = text.find('>', next);
      if (close == std::string_view::npos) break;
      if (!html::is_markup(text, next)) continue;
      tokens_.push_back({TokenKind::text, begin, next});
      Token tag{TokenKind::other, next, close + 1};
      tokens_.push_back(tag);
      begin = next = close + 1;
      --next;
    }
    if (begin < text.size()) tokens_.push_back({TokenKind::text, begin, text.size()});
  }
}

std::vector<Attribute> Markup::attributes(const Token& tag) const {
  std::vector<Attribute> found;
  if (tag.kind != TokenKind::start_tag) return found;
  auto at = tag.begin + 1 + tag.name.size();
  const auto end = tag.end - 1;
  while (at < end) {
    if (is_space(text_[at]) || text_[at] == '/') {
      ++at;
      continue;
    }
    Attribute attribute{{at, at}, {at, at}};
    ++at;
    while (at < end && !is_space(text_[at]) && text_[at] != '/' && text_[at] != '=') ++at;
    attribute.name.end = at;
    auto value = at;
    while (value < end && is_space(text_[value])) ++value;
    attribute.value = {at, at};
    if (value < end && text_[value] == '=') {
      ++value;
      while (value < end && is_space(text_[value])) ++value;
      const bool quoted = value < end && (text_[value] == '"' || text_[value] == '\'');
      attribute.value.begin = quoted ? value + 1 : value;
      at = attribute.value.begin;
      while (at < end && (quoted ? text_[at] != text_[value] : !is_space(text_[at]))) ++at;
      attribute.value.end = at;
      at += quoted && at < end;
    }
    found.push_back(attribute);
  }
  return found;
}

Span Markup::attribute(const Token& tag, std::string_view name) const {
  for (const auto& attribute : attributes(tag))
    if (html::equals_ignoring_case(view(attribute.name), name)) return attribute.value;
  return {};
}

bool is_comment(const Markup& markup, const Token& token) { return token.kind == TokenKind::other && markup.view(span_of(token)).starts_with("<!--"); }

bool ends_line(const Token& tag) { return (html::traits(tag.tag) & (html::block | html::table_part)) != 0; }

std::vector<std::size_t> ends_of_elements(const Markup& markup) {
  const auto& tokens = markup.tokens();
  std::vector<std::size_t> ends(tokens.size());
  // Of each name the elements that are open: an end tag ends the last of its name. Those begun within it end nowhere.
  std::vector<std::size_t> open;
  std::map<std::string, std::size_t, std::less<>> count;
  const auto folded = [](std::string_view name) {
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    ends[i] = i;
    const auto& token = tokens[i];
    if (token.kind == TokenKind::start_tag && !(html::traits(token.tag) & html::void_element)) {
      open.push_back(i);
      ++count[folded(token.name)];
    } else if (token.kind == TokenKind::end_tag && count[folded(token.name)] > 0) {
      const auto name = folded(token.name);
      while (true) {
        const auto last = open.back();
        open.pop_back();
        const auto last_name = folded(tokens[last].name);
        --count[last_name];
        if (last_name != name) continue;
        ends[last] = i;
        break;
      }
    }
  }
  return ends;
}

}  // namespace protokoll::publishing
