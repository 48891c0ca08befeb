#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  const auto& seen = input.seen();
  const bool labelled = std::any_of(seen.labels.begin(), seen.labels.end(), [](const PrintedLabel& label) { return label.key == "signatures"; });
  const bool stated = std::any_of(seen.statements.begin(), seen.statements.end(), [](const Statement& statement) { return statement.what == "signatures"; });
  if (!labelled && !stated) report.add(top(input.minutes), "the minutes have no place for signatures");
}

}  // namespace

extern const Rule rule_no_signatures;
const Rule rule_no_signatures{
    .id = "PK005",
    .name = "no-signatures",
    .severity = std::nullopt,
    .summary = "The minutes have no place for signatures.",
    .why = "Many statutes make minutes valid only when they are signed; bodies that approve minutes at the next meeting need no such place.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n\n"
            "Signatures: ____________________\n",
    .check = check};

}  // namespace protokoll
