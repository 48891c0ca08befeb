#include "facts/meeting/day_order.hpp"

#include <algorithm>
#include <utility>

namespace protokoll {
namespace {

constexpr std::string_view separators = "/.-";

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// The place of its separator in `separators` if a date begins with a day or month in figures, else npos.
std::size_t form_of(std::string_view text) {
  const auto at = text.find_first_not_of("0123456789");
  if (at == std::string_view::npos || at == 0 || at > 2 || at + 1 >= text.size() || !is_figure(text[at + 1])) return std::string_view::npos;
  return separators.find(text[at]);
}

int first_figure(std::string_view text) {
  int value = 0;
  for (std::size_t i = 0; i < text.size() && is_figure(text[i]); ++i) value = value * 10 + (text[i] - '0');
  return value;
}

}  // namespace

void SettledDates::gather() {
  gathered_ = true;
  for (const auto& block : context_.document.blocks) {
    const auto text = context_.document.view(block);
    if (std::none_of(text.begin(), text.end(), is_figure)) continue;
    for (const auto& date : find_dates(text, context_.language)) {
      if (date.ambiguous || !date.last.year || !(date.first == date.last)) continue;
      const auto form = form_of(date.text);
      if (form == std::string_view::npos) spelt_out_.insert({date.last.year, date.last.month, date.last.day});
      else if (date.last.day > 12) (first_figure(date.text) == date.last.day ? by_separator_[form].day_first : by_separator_[form].month_first) += 1;
    }
  }
}

void SettledDates::settle(DateMatch& date) {
  if (!gathered_) gather();
  const auto& [year, month, day] = date.last;
  Counts counts;
  if (const auto form = form_of(date.text); form != std::string_view::npos) counts = by_separator_[form];
  if (counts.day_first == 0 && counts.month_first == 0) {
    counts.day_first = spelt_out_.contains({year, month, day});
    counts.month_first = spelt_out_.contains({year, day, month});
  }
  if ((counts.day_first > 0) == (counts.month_first > 0)) return;
  date.ambiguous = false;
  if (counts.day_first > 0) return;
  std::swap(date.first.day, date.first.month);
  std::swap(date.last.day, date.last.month);
}

std::vector<DateMatch> SettledDates::find(std::string_view text) {
  auto dates = find_dates(text, context_.language);
  for (auto& date : dates) {
    if (date.ambiguous) settle(date);
    if (date.ambiguous) context_.report("ambiguous-date", Severity::note, "day and month of this date could be either; it stays text unless the language names a region (en-GB, en-US)", date.text);
  }
  return dates;
}

}  // namespace protokoll
