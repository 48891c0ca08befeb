#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

struct Open {
  std::string name;
  Span place;  // in the text
};

// Elements whose end tag HTML (13.1.2.4) demands and whose absence shows.
bool needs_end(std::string_view name) {
  static const std::set<std::string_view> names{"b", "strong", "i", "em", "u", "a", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "s", "small", "sup", "sub"};
  return names.contains(name);
}

// "<a name=top>" is a place, and nobody sees where it ends.
bool links(re2::StringPiece tag) {
  static const re2::RE2 href(R"((?i)\shref\s*=)");
  return re2::RE2::PartialMatch(tag, href);
}

// Where the comment, script or style that begins at a place ends; the text's end if it has none.
std::size_t skipped(std::string_view text, std::size_t begin) {
  const auto end = text.substr(begin).starts_with("<!--") ? text.find("-->", begin) : text.find("</", begin);
  return std::min(end, text.size());
}

void check(const CheckInput& input, Reporter& report) {
  if (input.minutes.source.dialect == "markdown") return;
  static const re2::RE2 tag(R"((?i)<!--|<(?:script|style)\b|(\n[^\t<\n]{0,16}(?:<p>[^<\n]{0,16}</p>)?\t)|<(/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>)");
  const auto text = input.source.text();
  std::vector<Open> open;
  const auto report_open = [&] {
    for (const auto& element : open) report.add(input.source.to_bytes(element.place), fmt::format("<{}> is not closed", element.name));
    open.clear();
  };
  re2::StringPiece groups[4];
  for (std::size_t at = 0; tag.Match({text.data(), text.size()}, at, text.size(), re2::RE2::UNANCHORED, groups, 4);) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    at = begin + groups[0].size();
    if (groups[1].data() && input.minutes.source.dialect == "tabbed") report_open();  // each row is a document of its own
    if (!groups[1].data() && !groups[3].data()) {
      at = skipped(text, begin);
      continue;
    }
    if (!groups[3].data()) continue;
    std::string name(groups[3].data(), groups[3].size());
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (!needs_end(name)) continue;
    if (name == "a" && groups[2].empty() && !links(groups[0])) continue;
    if (groups[2].empty()) {
      constexpr std::size_t deepest = 100;
      if (open.size() < deepest) open.push_back({name, {begin, at}});
      continue;
    }
    const auto opener = std::find_if(open.rbegin(), open.rend(), [&](const Open& o) { return o.name == name; });
    if (opener == open.rend()) continue;
    // What was opened behind it may still be closed.
    open.erase(std::next(opener).base());
  }
  report_open();
}

}  // namespace

extern const Rule rule_unclosed_element;
const Rule rule_unclosed_element{
    .id = "PK050",
    .name = "unclosed-element",
    .severity = Severity::warning,
    .summary = "An element is opened and never closed.",
    .why = "Browsers close it where they like: the next rows turn bold, or become part of this one.",
    .bad = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Roof</p> <p>Three offers are in.</p>\n"
            "2.\t<p><b>Budget</b></p> <p>It is balanced.</p>\n"
            "3.\t<p><b>Dates</b></p> <p>There is a party.</p>\n",
    .good = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Roof</b></p> <p>Three offers are in.</p>\n"
            "2.\t<p><b>Budget</b></p> <p>It is balanced.</p>\n"
            "3.\t<p><b>Dates</b></p> <p>There is a party.</p>\n",
    .check = check};

}  // namespace protokoll
