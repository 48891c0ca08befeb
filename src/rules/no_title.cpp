#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  // A line that names minutes or a meeting may be meant for it.
  const auto& said = input.seen().statements;
  const bool may_be = std::any_of(said.begin(), said.end(), [](const Statement& one) { return one.what == "title"; });
  if (!input.minutes.meeting.title && !may_be) report.add(top(input.minutes), "the minutes have no title");
}

}  // namespace

extern const Rule rule_no_title;
const Rule rule_no_title{
    .id = "PK001",
    .name = "no-title",
    .severity = Severity::warning,
    .summary = "The minutes have no title.",
    .why = "Whoever finds the file later cannot tell whose meeting it was.",
    .bad = "9 November 2023\n\n1.\t<p><b>Roof</b></p> <p>Three offers are in.</p>\n"
            "2.\t<p><b>Budget</b></p> <p>It is balanced.</p>\n",
    .good = "## Minutes of the board meeting\n\n9 November 2023\n\n"
            "1.\t<p><b>Roof</b></p> <p>Three offers are in.</p>\n"
            "2.\t<p><b>Budget</b></p> <p>It is balanced.</p>\n",
    .check = check};

}  // namespace protokoll
