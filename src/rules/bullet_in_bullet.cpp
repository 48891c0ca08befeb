#include <re2/re2.h>

#include <algorithm>
#include <string_view>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

// Whether the innermost list that is open at a place hides its own bullets ("list-style-type: none").
bool hides_bullets(std::string_view before) {
  const auto list = std::max(before.rfind("<ul") + 1, before.rfind("<ol") + 1);
  if (list == 0) return false;
  const auto tag = before.substr(list, before.find('>', list) - list);
  return tag.find("list-style") != std::string_view::npos && tag.find("none") != std::string_view::npos;
}

void check(const CheckInput& input, Reporter& report) {
  static const re2::RE2 html(R"((?i)<li(?:\s[^<>]*)?>\s*(?:<p>\s*)?(\x{2022}\s*))");
  static const re2::RE2 markdown(R"((?m)^[ \t]*[-*+][ \t]+(\x{2022}[ \t]*))");
  const auto text = input.source.text();
  re2::StringPiece groups[2];
  const auto& pattern = input.minutes.source.dialect == "markdown" ? markdown : html;
  std::size_t last = 0;  // the search backwards for a list need not go further than the item before
  bool hidden = false;
  for (std::size_t at = 0; pattern.Match({text.data(), text.size()}, at, text.size(), re2::RE2::UNANCHORED, groups, 2);) {
    const auto begin = static_cast<std::size_t>(groups[1].data() - text.data());
    at = begin + groups[1].size();
    const auto between = text.substr(last, begin - last);
    if (between.find("<ul") != std::string_view::npos || between.find("<ol") != std::string_view::npos) hidden = hides_bullets(between);
    last = begin;
    if (!hidden) report.add(input.source.to_bytes({begin, at}), "a bullet inside a bullet", {{"delete the inner bullet", {{input.source.to_bytes({begin, at}), ""}}, true}});
  }
}

}  // namespace

extern const Rule rule_bullet_in_bullet;
const Rule rule_bullet_in_bullet{
    .id = "PK051",
    .name = "bullet-in-bullet",
    .severity = Severity::note,
    .summary = "A list item prints a second bullet of its own.",
    .why = "Readers see two bullets, and programs read the second as text.",
    .bad = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Roof</b></p> <ul> <li>\u2022 slate</li> <li>\u2022 tiles</li> </ul>\n"
            "2.\t<p><b>Budget</b></p> <p>It is balanced.</p>\n",
    .good = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Roof</b></p> <ul> <li>slate</li> <li>tiles</li> </ul>\n"
            "2.\t<p><b>Budget</b></p> <p>It is balanced.</p>\n",
    .check = check,
    .fix = "safe"};

}  // namespace protokoll
