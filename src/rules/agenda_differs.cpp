#include <fmt/format.h>

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

// The same words, or the one is the beginning of the other.
bool same(const std::string& announced, const std::string& treated) {
  return !announced.empty() && !treated.empty() && (announced.find(treated) != std::string::npos || treated.find(announced) != std::string::npos);
}

void check(const CheckInput& input, Reporter& report) {
  const auto& announced = input.seen().announced;
  std::vector<std::string> treated;
  for (const auto* item : all_items(input.minutes)) treated.push_back(only_letters(item->title.value + item->subtitle.value));
  std::vector<const AnnouncedItem*> missing;
  constexpr std::size_t most = 200;  // more is no agenda
  if (announced.size() > most || treated.size() > most) return;
  for (const auto& item : announced)
    if (std::none_of(treated.begin(), treated.end(), [title = only_letters(item.title)](const std::string& other) { return same(title, other); })) missing.push_back(&item);
  // If most are missing, the two lists are about different things.
  if (announced.size() < 2 || missing.size() * 3 > announced.size()) return;
  for (const auto* item : missing) report.add(item->span, fmt::format("the agenda announces {}, but no such item follows", quoted(item->title)));
}

}  // namespace

extern const Rule rule_agenda_differs;
const Rule rule_agenda_differs{
    .id = "PK011",
    .name = "agenda-differs",
    .severity = Severity::warning,
    .summary = "The agenda printed in front names an item that does not follow.",
    .why = "The item was dropped or renamed without a word; those who came for it cannot tell.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## Agenda\n\n1. Roof\n2. Budget\n"
            "3. Garden party\n\n## 1. Roof\n\nThree offers are in.\n\n## 2. Budget\n\n"
            "It is balanced.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## Agenda\n\n1. Roof\n2. Budget\n\n"
            "## 1. Roof\n\nThree offers are in.\n\n## 2. Budget\n\nIt is balanced.\n",
    .check = check};

}  // namespace protokoll
