#include <fmt/format.h>

#include <map>
#include <string>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

// The number, if it is one in digits.
int value(const PrintedAttachment& attachment) {
  constexpr std::size_t longest = 3;
  if (attachment.number.empty() || attachment.number.size() > longest || attachment.number.find_first_not_of("0123456789") != std::string::npos) return 0;
  return std::stoi(attachment.number);
}

void check(const CheckInput& input, Reporter& report) {
  std::map<std::string, std::map<int, const PrintedAttachment*>> words;  // "Annex" and its numbers
  for (const auto& attachment : input.seen().attachments)
    if (const int number = value(attachment); number > 0) words[attachment.label.substr(0, attachment.label.rfind(' '))].emplace(number, &attachment);
  for (const auto& [word, numbers] : words) {
    // Two numbers, or many gaps, may cite another document's attachments.
    if (numbers.size() < 3 || numbers.begin()->first != 1 || numbers.rbegin()->first != static_cast<int>(numbers.size()) + 1) continue;
    int expected = 1;
    for (const auto& [number, attachment] : numbers)
      if (number != expected++) {
        report.add(attachment->span, fmt::format("{} {} is cited nowhere", word, number - 1));
        break;
      }
  }
}

}  // namespace

extern const Rule rule_attachment_gap;
const Rule rule_attachment_gap{
    .id = "PK033",
    .name = "attachment-gap",
    .severity = Severity::warning,
    .summary = "The numbers of the attachments have a gap.",
    .why = "Readers look for the attachment that is missing.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The offers are in Annex 1, the plan in Annex 2, a photograph in Annex 4.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The offers are in Annex 1, the plan in Annex 2, a photograph in Annex 3.\n",
    .check = check};

}  // namespace protokoll
