#include "structure/choice.hpp"

#include "structure/agenda_label.hpp"
#include "structure/labels.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"

namespace protokoll {

int Choice::count(std::size_t i) const {
  const auto& candidate = candidates_[i];
  if (candidate.label && candidate.label->count > 0) return candidate.label->count;
  return number_value(candidate.label ? candidate.label->number : std::string_view(candidate.rendered_number));
}

bool Choice::is_date(std::size_t i) const {
  const auto text = trim(context_.view(candidates_[i].range), U".,:;-()");
  const auto dates = find_dates(text, context_.language);
  return !dates.empty() && is_only_date(text, dates.front().text);
}

}  // namespace protokoll
