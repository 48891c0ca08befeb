#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/numbers.hpp"

namespace protokoll {
namespace {

// What surrounds the number in its label: "TOP #:" of "TOP 3:".
std::string form(const AgendaItem& item) {
  // "9/11/12" is a day.
  if (item.number.value.find('/') != std::string::npos) return {};
  const auto at = item.label.value.find(item.number.value);
  return at == std::string::npos ? std::string{} : item.label.value.substr(0, at) + "#" + item.label.value.substr(at + item.number.value.size());
}

std::string in_form(const std::string& form, const std::string& number) {
  const auto at = form.find('#');
  return form.substr(0, at) + number + form.substr(at + 1);
}

// Only what stands behind the number, and only if the front is right: then an insertion does.
std::vector<Fix> fixes(const AgendaItem& item, const std::string& own, const std::string& usual) {
  if (!usual.starts_with(own) || item.label.span.end != item.number.span.end) return {};
  const auto tail = usual.substr(own.size());
  return {{fmt::format("write {}", item.label.value + tail), {{{item.label.span.end, item.label.span.end}, tail}}, true}};
}

// "Item 5 - Rent" among "4.", "5.": words in front of one kind only; it may speak of an item.
bool differs_in_words(const std::string& own, const std::string& usual) {
  const auto has_words = [](const std::string& form) { return std::any_of(form.begin(), form.begin() + static_cast<std::ptrdiff_t>(form.find('#')), [](unsigned char c) { return std::isalpha(c) != 0; }); };
  return has_words(own) != has_words(usual);
}

// Whether an item's number goes on from the one before, or leads to the one behind: else it may be none of this list.
bool is_in_turn(const std::vector<int>& numbers, std::size_t at) {
  if (numbers.empty()) return true;  // numbers of several parts
  return (at > 0 && numbers[at] == numbers[at - 1] + 1) || (at == 0 && numbers.size() > 1 && numbers[1] == numbers[0] + 1);
}

void check(const CheckInput& input, Reporter& report) {
  for (const auto* list : item_lists(input.minutes)) {
    std::map<std::string, std::size_t> forms;
    std::size_t labelled = 0;
    for (const auto& item : *list)
      if (item.label && !form(item).empty()) ++forms[form(item)], ++labelled;
    const auto usual = std::max_element(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    // A form is usual if three in four have it; otherwise the document has none.
    if (labelled < 3 || usual->second * 4 < labelled * 3) continue;
    const auto numbers = numbers_of(*list);
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto& item = (*list)[i];
      if (numbers.empty() && item.number.value.find('.') == std::string::npos) continue;  // letters beside figures are of another list
      if (const auto own = item.label ? form(item) : std::string{}; !own.empty() && own != usual->first && !differs_in_words(own, usual->first) && is_in_turn(numbers, i))
        report.add(item.label.span, fmt::format("number written {} where the others are written like {}", quoted(item.label.value), quoted(in_form(usual->first, item.number.value))),
                   fixes(item, own, usual->first));
    }
  }
}

}  // namespace

extern const Rule rule_number_form;
const Rule rule_number_form{
    .id = "PK007",
    .name = "number-form",
    .severity = Severity::warning,
    .summary = "The number of an agenda item is written otherwise than those of its neighbours.",
    .why = "Readers and programs find items by their numbers; an odd one looks like text or like an item of another list.",
    .bad = "## Minutes of the board meeting, 9 November 2023\n\n"
           "1.\t<p><b>Welcome</b></p> <p>Ms Weber opens the meeting.</p>\n2.\t<p><b>Roof</b></p> <p>Three offers are in.</p>\n"
           "3\t<p><b>Budget</b></p> <p>It is balanced.</p>\n4.\t<p><b>Dates</b></p> <p>There is a party in May.</p>\n",
    .good = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Welcome</b></p> <p>Ms Weber opens the meeting.</p>\n2.\t<p><b>Roof</b></p> <p>Three offers are in.</p>\n"
            "3.\t<p><b>Budget</b></p> <p>It is balanced.</p>\n4.\t<p><b>Dates</b></p> <p>There is a party in May.</p>\n",
    .check = check,
    .fix = "safe"};

}  // namespace protokoll
