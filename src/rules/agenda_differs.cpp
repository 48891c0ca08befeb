#include <fmt/format.h>

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

struct Title {
  std::string number, text, letters;
};

Title title_of(const std::string& number, const std::string& text) { return {number, text, only_letters(text)}; }
Title title_of(const AgendaItem& item) { return title_of(item.number.value, item.title.value + " " + item.subtitle.value); }

// The same words, or the one is the beginning of the other.
bool is_same(const Title& a, const Title& b) {
  return !a.letters.empty() && !b.letters.empty() && (a.letters.find(b.letters) != std::string::npos || b.letters.find(a.letters) != std::string::npos);
}

bool is_like(const Title& a, const Title& b) { return is_same(a, b) || share_a_word(a.text, b.text); }

using Like = bool (*)(const Title&, const Title&);
bool any(const std::vector<Title>& titles, const Title& title, Like like) {
  return std::any_of(titles.begin(), titles.end(), [&](const Title& other) { return like(title, other); });
}

void check(const CheckInput& input, Reporter& report) {
  const auto& announced = input.seen().announced;
  const auto items = all_items(input.minutes);
  constexpr std::size_t most = 200;  // more is no agenda
  if (announced.size() < 2 || announced.size() > most || items.size() > most) return;
  std::vector<Title> agenda, treated;
  for (const auto& item : announced) agenda.push_back(title_of(item.number, item.title));
  for (const auto* item : items) treated.push_back(title_of(*item));
  const auto copied = static_cast<std::size_t>(std::count_if(agenda.begin(), agenda.end(), [&](const Title& title) { return any(treated, title, is_same); }));
  // If many are missing, the two lists are about different things.
  if (copied * 3 < agenda.size() * 2) return;
  // "1. Attendees" may be the label above the list of those who came: it is there, and no item.
  const auto is_label = [&](const Title& title) {
    const auto& labels = input.seen().labels;
    return std::any_of(labels.begin(), labels.end(), [&](const PrintedLabel& label) { return only_letters(label.text) == title.letters; });
  };
  for (std::size_t i = 0; i < agenda.size(); ++i) {
    // An item of the same number that was not announced under another is the same in other words.
    const auto in_other_words = [&](const Title& title) { return !title.number.empty() && title.number == agenda[i].number && !any(agenda, title, is_same); };
    if (any(treated, agenda[i], is_like) || is_label(agenda[i]) || std::any_of(treated.begin(), treated.end(), in_other_words)) continue;
    report.add(announced[i].span, fmt::format("the agenda announces {}, but no such item follows", quoted(announced[i].title)));
  }
  if (copied < agenda.size() || announced.front().number.empty()) return;
  for (const auto& item : input.minutes.agenda) {
    const auto title = title_of(item);
    const bool numbered_anew = std::none_of(agenda.begin(), agenda.end(), [&](const Title& other) { return other.number == title.number; });
    if (item.number && item.title && numbered_anew && !any(agenda, title, is_like)) report.add(item.title.span, fmt::format("{} is not on the agenda in front", quoted(item.title.value)));
  }
}

}  // namespace

extern const Rule rule_agenda_differs;
const Rule rule_agenda_differs{
    .id = "PK011",
    .name = "agenda-differs",
    .severity = Severity::warning,
    .summary = "The agenda printed in front names an item that does not follow, or lacks one that does.",
    .why = "The item was dropped or renamed without a word; those who came for it cannot tell.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## Agenda\n\n1. Roof\n2. Budget\n"
            "3. Garden party\n\n## 1. Roof\n\nThree offers are in.\n\n## 2. Budget\n\n"
            "It is balanced.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## Agenda\n\n1. Roof\n2. Budget\n\n"
            "## 1. Roof\n\nThree offers are in.\n\n## 2. Budget\n\nIt is balanced.\n",
    .check = check};

}  // namespace protokoll
