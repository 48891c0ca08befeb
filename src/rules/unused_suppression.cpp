#include "rules/rule.hpp"

namespace protokoll {

extern const Rule rule_unused_suppression;
const Rule rule_unused_suppression{
    .id = "PK090",
    .name = "unused-suppression",
    .severity = Severity::warning,
    .summary = "A comment that hides findings hides none.",
    .why = "What it was for is gone; it would hide the next mistake of its kind.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "<!-- protokoll-disable-next-line PK017 -->\nThree offers are in.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "<!-- protokoll-disable-next-line PK014 -->\nWork begins on Monday, 9 January 2024.\n",
    .check = nullptr,
    .fix = "safe"};

}  // namespace protokoll
