#include "publish/hidden.hpp"

#include <algorithm>
#include <array>

#include "readers/html/tags.hpp"

namespace protokoll::publishing {
namespace {

using html::Token, html::TokenKind, html::equals_ignoring_case;

// What metadata of HTML, XML and front matter call people, without the vocabulary in front ("dc.creator", "o:LastAuthor", "article:author").
constexpr std::array people_keys{"author", "authors", "creator", "contributor", "lastauthor", "last-modified-by", "lastmodifiedby", "changedby", "modifiedby", "editor", "editors", "manager", "owner", "reply-to",
                                 "email", "contact", "maintainer", "publisher-email", "web_author", "designer", "comment-author", "data-author", "data-user", "data-username", "data-mention"};

bool names_people(std::string_view key) {
  const auto vocabulary = key.find_last_of(".:");
  if (vocabulary != std::string_view::npos) key.remove_prefix(vocabulary + 1);
  return std::any_of(people_keys.begin(), people_keys.end(), [&](std::string_view known) { return equals_ignoring_case(key, known); });
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_space(text[span.end - 1])) --span.end;
  return span;
}

bool says_something(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

class HiddenFinder {
 public:
  explicit HiddenFinder(const Markup& markup) : markup_(markup), ends_(ends_of_elements(markup)) {}

  HiddenParts run() {
    const auto& tokens = markup_.tokens();
    std::size_t hidden_until = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto& token = tokens[i];
      if (is_comment(markup_, token)) comment(token);
      else if (token.kind == TokenKind::raw_text && token.tag == GUMBO_TAG_SCRIPT) add(RemovalKind::script, span_of(token));
      else if (token.kind == TokenKind::start_tag) {
        attributes(token);
        if (i >= hidden_until && ends_[i] > i) hidden_until = std::max(hidden_until, element(i));
      }
    }
    metadata_lines();
    return std::move(parts_);
  }

 private:
  void add(RemovalKind kind, Span span, std::string mark = {}, std::string uncertain = "nobody sees it") {
    if (says_something(markup_.view(span))) parts_.cuts.push_back({kind, {span}, std::move(mark), std::move(uncertain), std::string(markup_.view(span)), {}});
  }

  void comment(const Token& token) {
    const auto text = markup_.view(span_of(token));
    // One without an end reaches to the end of the document, or is none outside of HTML.
    if (text.ends_with("-->") && text.size() >= 7) add(RemovalKind::comment, {token.begin + 4, token.end - 3});
    else if (text.ends_with("--!>") && text.size() >= 8) add(RemovalKind::comment, {token.begin + 4, token.end - 4});
  }

  void author(Span value) {
    if (!says_something(markup_.view(value))) return;
    std::string name(markup_.view(value));
    parts_.cuts.push_back({RemovalKind::author, {value}, "", "", name, {}});
    parts_.authors.push_back(std::move(name));
  }

  void attributes(const Token& token) {
    const bool meta = token.tag == GUMBO_TAG_META;
    const auto name = markup_.attribute(token, "name"), property = markup_.attribute(token, "property");
    const auto itemprop = markup_.attribute(token, "itemprop"), equiv = markup_.attribute(token, "http-equiv");
    const bool about_people = meta && (names_people(markup_.view(name)) || names_people(markup_.view(property)) || names_people(markup_.view(itemprop)) || names_people(markup_.view(equiv)));
    const bool change = token.tag == GUMBO_TAG_INS || token.tag == GUMBO_TAG_DEL;
    for (const auto& attribute : markup_.attributes(token)) {
      const auto key = markup_.view(attribute.name);
      const bool named = !meta && names_people(key);
      if ((about_people && equals_ignoring_case(key, "content")) || named || (change && equals_ignoring_case(key, "cite"))) author(attribute.value);
    }
  }

  // Empties an element that is hidden or deleted; gives the number of the token that ends it, or 0.
  std::size_t element(std::size_t start) {
    const auto& token = markup_.tokens()[start];
    const bool deleted = is_tracked_deletion(token);
    if (!deleted && !is_hidden(token)) return 0;
    const auto end = ends_[start];
    const Span content{token.end, markup_.tokens()[end].begin};
    add(deleted ? RemovalKind::tracked_change : RemovalKind::hidden, content);
    return end;
  }

  [[nodiscard]] bool is_hidden(const Token& token) const {
    if ((html::traits(token.tag) & html::hidden) && token.tag != GUMBO_TAG_TITLE && token.tag != GUMBO_TAG_HEAD && token.tag != GUMBO_TAG_STYLE && token.tag != GUMBO_TAG_SCRIPT) return true;
    for (const auto& attribute : markup_.attributes(token)) {
      const auto name = markup_.view(attribute.name), value = markup_.view(attribute.value);
      if (equals_ignoring_case(name, "hidden")) return true;
      if (equals_ignoring_case(name, "style") && (html::parse_css(value).hidden || value.find("mso-hide:all") != std::string_view::npos || value.find("mso-hide: all") != std::string_view::npos)) return true;
    }
    return false;
  }

  // Word: <del cite="mailto:…" datetime="…">; pandoc: <span class="deletion" author="…" date="…">
  [[nodiscard]] bool is_tracked_deletion(const Token& token) const {
    const auto has = [&](std::string_view name) { return !markup_.attribute(token, name).empty(); };
    if (token.tag == GUMBO_TAG_DEL) return has("cite") || has("datetime") || has("author");
    return markup_.view(markup_.attribute(token, "class")) == "deletion" && has("author");
  }

  // Front matter of Markdown ("author: …" between lines "---"), "#+AUTHOR: …" of Org, ":Author: …" of reStructuredText and AsciiDoc; comments of the latter three
  // are told from text by their readers alone and lose only the names that are known.
  void metadata_lines() {
    const auto text = markup_.text();
    bool front = text.starts_with("---\n") || text.starts_with("---\r\n");
    std::size_t number = 0;
    constexpr std::size_t most_lines = 200;
    for (std::size_t at = 0; at < text.size() && number < most_lines; ++number) {
      const auto end = std::min(text.find('\n', at), text.size());
      metadata_line({at, end}, front && number > 0);
      const auto line = trimmed(text, {at, end});
      if (number > 0 && (text.substr(line.begin, line.size()) == "---" || text.substr(line.begin, line.size()) == "...")) front = false;
      at = end + 1;
    }
  }

  void metadata_line(Span line, bool front) {
    const auto text = markup_.text();
    auto key = trimmed(text, line);
    const auto marked = text.substr(key.begin, key.size());
    if (marked.starts_with("#+")) key.begin += 2;
    else if (marked.starts_with(":")) key.begin += 1;
    else if (!front) return;
    const auto colon = text.substr(0, key.end).find(':', key.begin);
    if (colon == std::string_view::npos || !names_people(text.substr(key.begin, colon - key.begin))) return;
    author(trimmed(text, {colon + 1, key.end}));
  }

  const Markup& markup_;
  std::vector<std::size_t> ends_;
  HiddenParts parts_;
};

}  // namespace

HiddenParts find_hidden(const Markup& markup) { return HiddenFinder(markup).run(); }

}  // namespace protokoll::publishing
