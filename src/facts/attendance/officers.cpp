#include "facts/attendance/officers.hpp"

#include <algorithm>

#include "facts/attendance/meeting_people.hpp"
#include "facts/names/name_list.hpp"
#include "words/text.hpp"

namespace protokoll {

void Officers::note(const NameEntry& entry, std::string_view role, Standing listed, const Context& context) {
  constexpr std::size_t few = 3;  // words: "takes the minutes"
  bool chair = false, led = false, secretary = false, recorded = false, told = false;
  std::vector<std::string_view> beside(entry.notes);
  for (const auto text : {entry.role, entry.affiliation, entry.tail, role})
    if (!text.empty()) beside.push_back(text);
  for (const auto text : beside) {
    const auto called = standing_of(text, context);
    // "1. Vorsitzende"
    const auto office = text.substr(std::min(text.size(), text.find_first_not_of("0123456789. ")));
    led = led || (called == Standing::chair && !context.language.label(office).empty());
    recorded = recorded || (called == Standing::secretary && !context.language.label(text).empty());
    // "Lucie Bonnet a été nommée secrétaire de séance": of this meeting.
    recorded = recorded || (context.reading.classes(text).has(WordClass::elect) && context.reading.classes(text).has(WordClass::secretary_office) && text == entry.tail);
    const bool of_part = context.reading.classes(text).any({WordClass::body, WordClass::task_noun});  // "chair of the finance committee"
    for (const auto& token : context.reading.tokens(text)) {
      chair = chair || (token.is(WordClass::chair_office) && !of_part);
      led = led || token.is(WordClass::lead);
      told = told || (token.is(WordClass::lead) && !token.is_any({WordClass::chair_office, WordClass::office}));
      secretary = secretary || token.is(WordClass::secretary_office);
      // "Mia Ott (named twice in the notes)" is told of somebody else's.
      recorded = recorded || token.is(WordClass::record) || (token.is(WordClass::minutes_noun) && !has_words(text, few + 1));
    }
  }
  const auto person = to_person(entry, context, role);
  // A guest leads another house, unless it is said of this meeting.
  if (told || (listed == Standing::present && (chair || led))) chairs_.push_back({person, led, told});
  if (secretary || recorded) secretaries_.push_back({person, recorded, false});
}

void Officers::choose(const std::vector<Candidate>& candidates, Alone alone, std::vector<Person>& people) {
  if (!people.empty() || candidates.empty()) return;
  const auto acted = [](const Candidate& candidate) { return candidate.acted; };
  const auto found = std::find_if(candidates.begin(), candidates.end(), acted);
  if (found != candidates.end()) add_people(people, {found->person});
  // Where one alone bears the office, it is that one's to do.
  else if (candidates.size() == 1 && alone == Alone::serves) add_people(people, {candidates.front().person});
}

void Officers::settle(Meeting& meeting) const {
  // "Alcalde: Jo Kern" is an office of the house where another is said to lead the meeting.
  const auto leads = [](const Candidate& candidate) { return candidate.told; };
  if (meeting.chair.size() == 1 && std::count_if(chairs_.begin(), chairs_.end(), leads) == 1) {
    const auto called = std::find_if(chairs_.begin(), chairs_.end(), [&](const Candidate& candidate) { return candidate.person.name == meeting.chair.front().name; });
    if (called != chairs_.end() && !called->told) meeting.chair = {std::find_if(chairs_.begin(), chairs_.end(), leads)->person};
  }
  choose(chairs_, Alone::serves, meeting.chair);
  choose(secretaries_, Alone::attends, meeting.secretary);
}

}  // namespace protokoll
