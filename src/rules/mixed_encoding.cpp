#include "rules/rule.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  for (const auto& diagnostic : input.source.diagnostics()) {
    if (diagnostic.id != "mixed-encoding") continue;
    const std::string letters(input.text(diagnostic.span));
    report.add(diagnostic.span, diagnostic.message, {{"write the letter in UTF-8", {{diagnostic.span, letters}}, true}});
  }
}

}  // namespace

extern const Rule rule_mixed_encoding;
const Rule rule_mixed_encoding{
    .id = "PK056",
    .name = "mixed-encoding",
    .severity = Severity::warning,
    .summary = "A byte of windows-1252 stands in a document of UTF-8.",
    .why = "Browsers and editors show a question mark or a box instead of the letter.",
    .bad = "\xEF\xBB\xBF# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The caf\xE9 is closed.\n",
    .good = "\xEF\xBB\xBF# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The caf\xC3\xA9 is closed.\n",
    .check = check,
    .fix = "safe",
    .covers = "mixed-encoding"};

}  // namespace protokoll
