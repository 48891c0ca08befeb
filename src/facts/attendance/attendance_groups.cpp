#include "facts/attendance/attendance_reader.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "facts/attendance/meeting_people.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// What somebody's own words say against the list; nothing if they say nothing clear.
std::optional<Standing> own_standing(const NameEntry& entry, Standing listed, const Context& context) {
  std::vector<std::string_view> notes(entry.notes);
  if (!entry.tail.empty()) notes.push_back(entry.tail);
  if (!entry.affiliation.empty() && entry.notes.empty()) notes.push_back(entry.affiliation);
  constexpr std::size_t longest_mark = 3;
  for (const auto note : notes) {
    // "Absent: Mia Ott (e)"
    if (listed == Standing::absent && note.size() <= longest_mark && is_lower(first_character(note)) && context.language.has("excuse_marks", note)) return Standing::excused;
    const auto said = context.reading.classes(note);
    if (said.has(WordClass::arrive) || said.has(WordClass::proxy)) continue;
    const auto standing = standing_of(note, context);
    if (!standing || !is_attendance(*standing) || *standing == listed) continue;
    if (*standing == Standing::guest && (listed != Standing::present || words(note).size() > 1)) continue;
    if (*standing == Standing::present && listed != Standing::guest) continue;
    if (*standing == Standing::present) continue;
    // "Apologies: Mia Ott (away)": the reason takes no excuse back.
    if (*standing == Standing::absent && listed == Standing::excused && !said.has(WordClass::excused)) continue;
    return standing;
  }
  return std::nullopt;
}

// "Everybody else, obviously": one small word beside what is no name.
bool tells_nobody(const std::vector<NameList>& lists) {
  return lists.size() == 1 && lists.front().others > 0 && lists.front().people.size() == 1 && lists.front().people.front().likeness == Likeness::nick && is_lower(first_character(lists.front().people.front().name));
}

// "Absent: Mia Ott, Jo Kern, all excused"
bool all_excused(const NameList& list, const Context& context) {
  if (list.people.size() < 2) return false;
  const auto tail = list.people.back().tail;
  return !tail.empty() && context.reading.classes(first_word(tail)).has(WordClass::members) && standing_of(context.reading.classes(tail)) == Standing::excused;
}

// "Mia (bis TOP 4), Jo (ab TOP 5)"
bool tells_turn(const NameEntry& entry) {
  return std::any_of(entry.notes.begin(), entry.notes.end(), [](std::string_view note) { return has_digit(note); });
}

}  // namespace

bool AttendanceReader::officers(Standing standing, std::string_view value) {
  constexpr std::size_t most = 6;
  // "Minutes: Mia Ott", and in the next line "Tellers: Jo Kern" under a label that nobody knows.
  if (const auto end = value.find('\n'); end != std::string_view::npos && value.find(':', end) != std::string_view::npos) value = trim(value.substr(0, end));
  // "Carl Ott, AB1CD": one comma parts a person from what belongs to him, unless another whole name stands behind it.
  const auto one = std::count(value.begin(), value.end(), ',') == 1;
  auto list = read_list(value, one ? ListShape::one : ListShape::list, context_);
  if (one)
    if (auto both = read_list(value, ListShape::list, context_); both.people.size() == 2 && (is_full(both.people[1]) || tells_turn(both.people[1])) && (both.sure == 2 || tells_turn(both.people[0]) || (is_attendance(standing) && both.others == 0))) list = std::move(both);
  if (list.people.empty() || list.people.size() > most || list.others > 1) return false;
  if (list.people.size() == 1 && list.people.front().likeness == Likeness::nick && words(value).size() > 2) return false;
  // A verb, an office or a place is no name: "The chair asks …".
  constexpr WordClasses no_name{WordClass::ask, WordClass::report, WordClass::record, WordClass::done, WordClass::place, WordClass::meeting_noun, WordClass::minutes_noun, WordClass::agenda_noun, WordClass::later};
  const auto is_no_name = [&](const NameEntry& entry) { return entry.likeness != Likeness::sure && context_.reading.classes(entry.name).any(no_name); };
  if (std::any_of(list.people.begin(), list.people.end(), is_no_name)) return false;
  // "Minutes: First meeting."
  if (list.people.size() == 1 && !is_full(list.people.front()) && list.people.front().likeness < Likeness::sure && !list.people.front().tail.empty()) return false;
  std::vector<Person> people;
  for (const auto& entry : list.people) people.push_back(to_person(entry, context_));
  add_people(people_of(standing, context_.minutes.meeting), std::move(people));
  return true;
}

void AttendanceReader::add(Standing standing, std::vector<NameEntry> people, std::string_view role) {
  for (const auto& entry : people) {
    const auto own = own_standing(entry, standing, context_);
    auto person = to_person(entry, context_, is_office(role, context_) ? role : std::string_view{});
    const auto listed = own.value_or(standing);
    if (listed == Standing::excused || listed == Standing::absent) {
      // "Hans Ertl (on leave)": why somebody was not there is no affiliation.
      if (is_lower(first_character(person.affiliation)) || own) person.affiliation.clear();
    }
    if (listed == Standing::present || listed == Standing::guest) officers_.note(entry, role, listed, context_);
    add_people(people_of(listed, context_.minutes.meeting), {std::move(person)});
  }
}

// The lines of a group are weighed together.
void AttendanceReader::flush() {
  if (listed_.empty()) return;
  std::vector<std::string_view> texts;
  for (const auto& listed : listed_) texts.push_back(listed.text);
  const auto shape = texts.size() > 1 ? shape_of(texts, context_) : ListShape::list;
  int people = 0, others = 0;
  std::vector<NameList> lists;
  for (const auto& listed : listed_) {
    // Behind a label in the same line stand several.
    lists.push_back(read_list(listed.text, listed.beside ? ListShape::list : shape, context_));
    people += static_cast<int>(lists.back().people.size());
    others += lists.back().others;
  }
  std::map<std::string_view, int> fronts;
  for (const auto& list : lists)
    for (const auto& entry : list.people)
      if (entry.honorific.empty() && !context_.language.has("given_names", first_word(entry.name))) ++fronts[first_word(entry.name)];
  int repeated = 0;
  for (const auto& [front, count] : fronts) repeated += count >= 3 ? count : 0;
  // "TU Aachen, TU Berlin, TU Cottbus": places that send somebody.
  constexpr int few = 3;
  const bool places = repeated * 3 > people && (repeated > few || repeated * 2 > people);
  if (others <= people && !places && !tells_nobody(lists))
    for (std::size_t i = 0; i < lists.size(); ++i) {
      const auto standing = standing_by_box(listed_[i]);
      const bool excused = standing == Standing::absent && all_excused(lists[i], context_);
      add(excused ? Standing::excused : standing, std::move(lists[i].people), listed_[i].role);
    }
  listed_.clear();
}

// Where boxes are ticked for those who came, an open one says that somebody did not.
Standing AttendanceReader::standing_by_box(const Listed& listed) const {
  return boxes_ && listed.box == ' ' && listed.standing == Standing::present ? Standing::absent : listed.standing;
}

// A run of names without any word for them, in front of the agenda, are those present.
void AttendanceReader::read_unclaimed() {
  if (place_ != Place::head || !context_.minutes.meeting.attendance.present.empty()) return;
  struct NameRun {
    std::vector<std::string_view> texts;
    int people = 0, sure = 0;
  } run, best;
  std::size_t last = 0;
  bool introduced = false;  // by a sentence that says who they are
  const auto end_run = [&] {
    if (run.people > best.people && run.sure * 2 >= run.people && !introduced) best = run;
    run = {};
  };
  for (const auto& [number, line] : unclaimed_) {
    const auto text = without_bullet(line.text);
    const auto list = read_list(text, ListShape::list, context_);
    const auto people = static_cast<int>(list.people.size());
    // "Mia Ott proposes Jo Kern as president": a sentence, whoever it names.
    constexpr std::size_t longest_tail = 4;
    const bool told = std::any_of(list.people.begin(), list.people.end(), [](const NameEntry& entry) { return has_words(entry.tail, longest_tail + 1); });
    // "Mia Ott delega en Jo Kern" did not come.
    const bool represented = context_.reading.classes(text).has(WordClass::proxy);
    const auto fit = !told && !represented && people > 0 && list.others == 0 && list.offices == 0 && (is_full(list.people.front()) || people > 2 || line.item >= 0) && text.size() < 1000;
    if (number != last + 1 || !fit) end_run();
    last = number;
    if (!fit) {
      constexpr std::size_t sentence = 5;
      introduced = text.ends_with(':') && words(text).size() > sentence;
      continue;
    }
    run.texts.push_back(text);
    run.people += people;
    run.sure += list.sure;
  }
  end_run();
  constexpr int fewest = 3;
  if (best.people < fewest) return;
  for (const auto text : best.texts) listed_.push_back({text, {}, Standing::present, false});
  flush();
}

}  // namespace protokoll
