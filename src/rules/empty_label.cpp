#include <re2/re2.h>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  static const re2::RE2 pattern(R"((?i)<u>\s*</u>|<b>\s*</b>|<strong>\s*</strong>)");
  const auto text = input.source.text();
  re2::StringPiece match;
  for (std::size_t at = 0; pattern.Match({text.data(), text.size()}, at, text.size(), re2::RE2::UNANCHORED, &match, 1);) {
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    at = begin + match.size();
    const auto span = input.source.to_bytes({begin, at});
    // White space inside may keep two words apart.
    const bool bare = match.find(" ") == re2::StringPiece::npos && match.find("\n") == re2::StringPiece::npos;
    report.add(span, "emphasis without words", bare ? std::vector<Fix>{{"delete the empty element", {{span, ""}}, true}} : std::vector<Fix>{});
  }
}

}  // namespace

extern const Rule rule_empty_label;
const Rule rule_empty_label{
    .id = "PK052",
    .name = "empty-label",
    .severity = Severity::note,
    .summary = "Emphasis without words: a label that was deleted or never written.",
    .why = "What follows belongs to a label that nobody can see.",
    .bad = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Roof</b></p> <p><u></u></p> <p>Three offers are in.</p>\n"
            "2.\t<p><b>Budget</b></p> <p>It is balanced.</p>\n",
    .good = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Roof</b></p> <p><u>Report:</u></p> <p>Three offers are in.</p>\n"
            "2.\t<p><b>Budget</b></p> <p>It is balanced.</p>\n",
    .check = check,
    .fix = "safe"};

}  // namespace protokoll
