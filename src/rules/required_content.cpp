#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

using Present = bool (*)(const CheckInput&);

bool label(const CheckInput& input, std::string_view key) {
  const auto& labels = input.seen().labels;
  return std::any_of(labels.begin(), labels.end(), [&](const PrintedLabel& printed) { return printed.key == key; });
}

bool stated(const CheckInput& input, std::string_view what) {
  const auto& statements = input.seen().statements;
  return label(input, what) || std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) { return statement.what == what; });
}

struct Content {
  std::string_view what;
  std::string_view message;
  Present present;
};

const Content contents[] = {
    {"date", "the day of the meeting is not stated", [](const CheckInput& in) { return static_cast<bool>(in.minutes.meeting.date); }},
    {"location", "the place of the meeting is not stated", [](const CheckInput& in) { return static_cast<bool>(in.minutes.meeting.location); }},
    {"start", "the beginning of the meeting is not stated", [](const CheckInput& in) { return static_cast<bool>(in.minutes.meeting.start); }},
    {"end", "the end of the meeting is not stated", [](const CheckInput& in) { return static_cast<bool>(in.minutes.meeting.end); }},
    {"organization", "the body that met is not named", [](const CheckInput& in) { return in.minutes.meeting.organization || in.minutes.meeting.series; }},
    {"participants", "those present are not listed", [](const CheckInput& in) { return !in.minutes.meeting.attendance.present.empty() || label(in, "present"); }},
    {"attendance", "neither those present nor their number is stated",
     [](const CheckInput& in) { return !in.minutes.meeting.attendance.present.empty() || label(in, "present") || stated(in, "counted"); }},
    {"chair", "who led the meeting is not named", [](const CheckInput& in) { return !in.minutes.meeting.chair.empty(); }},
    {"secretary", "who wrote the minutes is not named", [](const CheckInput& in) { return !in.minutes.meeting.secretary.empty(); }},
    {"agenda", "the agenda is not stated", [](const CheckInput& in) { return !in.minutes.agenda.empty(); }},
    {"convened", "it is not stated that the meeting was convened in due form", [](const CheckInput& in) { return stated(in, "convened"); }},
    {"quorum", "it is not stated whether there was a quorum", [](const CheckInput& in) { return stated(in, "quorum"); }},
    {"signatures", "there is no place for signatures", [](const CheckInput& in) { return stated(in, "signatures"); }},
};

// Of each decision, not of the document as a whole.
void check_decisions(const Requirement& required, const CheckInput& input, Reporter& report) {
  for (const auto* decision : all_decisions(input.minutes)) {
    if (decision->kind == DecisionKind::noted || decision->kind == DecisionKind::agreement) continue;
    if (required.what == "votes" && !decision->vote) report.add(decision->span, fmt::format("the result of the vote is not stated ({})", required.norm));
    const bool numbered = decision->label.value.find_first_of("0123456789") != std::string::npos;
    if (required.what == "numbers" && !numbered) report.add(decision->span, fmt::format("the decision has no number ({})", required.norm));
  }
}

void check(const CheckInput& input, Reporter& report) {
  for (const auto& required : input.profile.required) {
    const auto content = std::find_if(std::begin(contents), std::end(contents), [&](const Content& known) { return known.what == required.what; });
    if (content == std::end(contents)) check_decisions(required, input, report);
    else if (!content->present(input)) report.add(top(input.minutes), fmt::format("{} ({})", content->message, required.norm));
  }
}

}  // namespace

extern const Rule rule_required_content;
const Rule rule_required_content{
    .id = "PK006",
    .name = "required-content",
    .severity = Severity::error,
    .summary = "Something is missing that the profile's norm asks minutes to contain.",
    .why = "The norm is cited with each finding; a decision may be open to challenge for want of it. This is no legal advice.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\nLocation: Old Town Hall\n\n"
            "## 1. Roof\n\nThree offers are in.\n",
    .check = check};

}  // namespace protokoll
