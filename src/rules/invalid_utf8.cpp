#include "rules/rule.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  for (const auto& diagnostic : input.source.diagnostics())
    if (diagnostic.id == "undecodable-bytes") report.add(diagnostic.span, diagnostic.message);
}

}  // namespace

extern const Rule rule_invalid_utf8;
const Rule rule_invalid_utf8{
    .id = "PK055",
    .name = "invalid-utf8",
    .severity = Severity::error,
    .summary = "Bytes are no text in the document's encoding.",
    .why = "What stood there is lost; every program shows something else.",
    .bad = "\xEF\xBB\xBF# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Three off\x81 are in.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n",
    .check = check,
    .covers = "undecodable-bytes"};

}  // namespace protokoll
