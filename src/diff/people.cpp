#include "diff/people.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "diff/compared.hpp"
#include "protokoll/mentions.hpp"
#include "protokoll/names.hpp"

namespace protokoll::differences {
namespace {

std::string_view last_word(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

/// Both as comparable() gives them: one letter differs, or first names that one of them shortens.
bool is_near(const std::string& one, const std::string& other) {
  constexpr std::size_t shortest = 5;  // of names in which a slip is one
  const std::array<std::string_view, 1> names{other};
  if (std::min(one.size(), other.size()) >= shortest && !nearest_name(one, names).empty()) return true;
  const auto surname = last_word(one);
  if (surname != last_word(other)) return false;
  const auto first = std::string_view(one).substr(0, one.size() - surname.size()), second = std::string_view(other).substr(0, other.size() - surname.size());
  // "a " of "anna ", or no first name at all.
  const auto shortens = [](std::string_view brief, std::string_view whole) { return brief.empty() || whole.starts_with(brief.substr(0, brief.size() - 1)); };
  return shortens(first, second) || shortens(second, first);
}

/// Those left over, each compared with each; more than this are left as they are.
constexpr std::size_t most_pairs = 10'000;

void match_near(const std::vector<Thing>& before, const std::vector<Thing>& after, Matching& matching) {
  std::vector<std::size_t> old_left, new_left;
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!matching.of_old[i]) old_left.push_back(i);
  for (std::size_t k = 0; k < after.size(); ++k)
    if (!matching.of_new[k]) new_left.push_back(k);
  if (old_left.size() * new_left.size() > most_pairs) return;
  for (const bool same_list : {true, false})
    for (const auto i : old_left)
      for (const auto k : new_left)
        if (!matching.of_old[i] && !matching.of_new[k] && (before[i].group == after[k].group) == same_list && is_near(before[i].hint, after[k].hint)) matching.join(i, k);
}

Thing thing_of(const Person& person, std::size_t list) {
  Thing thing{.hint = comparable(person.name), .group = list};
  thing.keys = {std::to_string(list) + "\n" + thing.hint, thing.hint};
  return thing;
}

ChangeSide side(const Person& person) { return {.value = person.name, .span = person.span}; }

/// `near`: where in the other version those stand among whom this one is missing.
void come_or_go(const Field& field, const Person* before, const Person* after, Span near, const Report& report) {
  Change change{.kind = before ? ChangeKind::removed : ChangeKind::added, .subject = field.subject, .field = std::string(field.name)};
  change.name = before ? before->name : after->name;
  change.before = before ? side(*before) : ChangeSide{.span = near};
  change.after = after ? side(*after) : ChangeSide{.span = near};
  report(std::move(change));
}

Span last_place(const std::vector<Person>& people) { return people.empty() ? Span{} : people.back().span; }

std::string belonging(const Person& person) { return person.affiliation + (person.affiliation.empty() || person.role.empty() ? "" : ", ") + person.role; }

std::vector<std::string> sorted_words(std::string_view text) {
  std::vector<std::string> words;
  for (auto& word : compared_words(text)) words.push_back(std::move(word.key));
  std::sort(words.begin(), words.end());
  return words;
}

void compare_details(const Field& field, const Person& before, const Person& after, const Report& report) {
  const auto of = [&](std::string_view name) { return Field{field.subject, name, after.name}; };
  // Accents and initials' stops are no other name, though words are compared with them.
  if (comparable(before.name) != comparable(after.name)) compare_words(of("name"), {before.name, before.span}, {after.name, after.span}, report);
  // Where a role ends and an organization begins is a matter of layout.
  if (sorted_words(belonging(before)) != sorted_words(belonging(after)))
    compare_words(of("affiliation"), {belonging(before), before.span}, {belonging(after), after.span}, report);
  compare_value(of("from"), {before.from, before.span}, {after.from, after.span}, report);
  compare_value(of("until"), {before.until, before.span}, {after.until, after.span}, report);
}

std::vector<const Person*> pointers(const std::vector<Person>& people) {
  std::vector<const Person*> all;
  for (const auto& person : people) all.push_back(&person);
  return all;
}

/// Those who have nobody on the other side.
struct Left {
  std::vector<const Person*> gone, come;
  Span old_place, new_place;  ///< of those among whom they stand
};

/// One that came and one that went alone changed places.
void compare_left(const Field& field, const Left& left, const Report& report) {
  const auto& [gone, come, old_place, new_place] = left;
  if (gone.size() == 1 && come.size() == 1) {
    Change change{.subject = field.subject, .field = std::string(field.name), .name = come.front()->name};
    change.before = side(*gone.front());
    change.after = side(*come.front());
    report(std::move(change));
    return;
  }
  for (const auto* person : gone) come_or_go(field, person, nullptr, new_place, report);
  for (const auto* person : come) come_or_go(field, nullptr, person, old_place, report);
}

/// The people of all lists of attendance in one row.
struct Attendance {
  explicit Attendance(const Meeting& meeting) {
    const auto& [present, excused, absent, guests] = meeting.attendance;
    std::size_t list = 0;
    for (const auto* group : {&present, &excused, &absent, &guests}) {
      places[list] = last_place(*group);
      for (const auto& person : *group) {
        people.push_back(&person);
        lists.push_back(list);
      }
      ++list;
    }
  }

  std::vector<const Person*> people;
  std::vector<std::size_t> lists;
  std::array<Span, 4> places;
};

constexpr std::array<std::string_view, 4> list_names{"present", "excused", "absent", "guests"};

}  // namespace

Matching match_people(const std::vector<const Person*>& before, const std::vector<const Person*>& after, const std::vector<std::size_t>& old_lists,
                      const std::vector<std::size_t>& new_lists) {
  std::vector<Thing> old_things, new_things;
  for (std::size_t i = 0; i < before.size(); ++i) old_things.push_back(thing_of(*before[i], old_lists[i]));
  for (std::size_t k = 0; k < after.size(); ++k) new_things.push_back(thing_of(*after[k], new_lists[k]));
  auto matching = match(old_things, new_things);
  match_near(old_things, new_things, matching);
  return matching;
}

void compare_people(const Field& field, const std::vector<Person>& before, const std::vector<Person>& after, const Report& report) {
  if (before.empty() && after.empty()) return;
  const auto matching = match_people(pointers(before), pointers(after), std::vector<std::size_t>(before.size()), std::vector<std::size_t>(after.size()));
  Left left{.old_place = last_place(before), .new_place = last_place(after)};
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!matching.of_old[i]) left.gone.push_back(&before[i]);
  for (std::size_t k = 0; k < after.size(); ++k) {
    if (const auto i = matching.of_new[k]) compare_details(field, before[*i], after[k], report);
    else left.come.push_back(&after[k]);
  }
  compare_left(field, left, report);
}

void compare_attendance(const Meeting& old_meeting, const Meeting& new_meeting, const Report& report) {
  // An office may be told by the entry of a list: what changed there is said once.
  std::set<std::tuple<std::size_t, std::size_t, std::string>> said;
  const Report once = [&](Change change) {
    const bool whole = change.name.empty() || change.field == "chair" || change.field == "secretary";
    if (whole || said.insert({change.before.span.begin, change.after.span.begin, change.field}).second) report(std::move(change));
  };
  compare_people({ChangeSubject::person, "chair"}, old_meeting.chair, new_meeting.chair, once);
  compare_people({ChangeSubject::person, "secretary"}, old_meeting.secretary, new_meeting.secretary, once);
  const Attendance before(old_meeting), after(new_meeting);
  const auto matching = match_people(before.people, after.people, before.lists, after.lists);
  for (std::size_t i = 0; i < before.people.size(); ++i)
    if (!matching.of_old[i]) come_or_go({ChangeSubject::person, list_names[before.lists[i]]}, before.people[i], nullptr, after.places[before.lists[i]], report);
  for (std::size_t k = 0; k < after.people.size(); ++k) {
    const auto i = matching.of_new[k];
    const auto& person = *after.people[k];
    const auto list = list_names[after.lists[k]];
    if (!i) {
      come_or_go({ChangeSubject::person, list}, nullptr, &person, before.places[after.lists[k]], report);
      continue;
    }
    const auto& earlier = *before.people[*i];
    compare_value({ChangeSubject::person, "attendance", person.name}, {std::string(list_names[before.lists[*i]]), earlier.span}, {std::string(list), person.span}, once);
    compare_details({ChangeSubject::person, list}, earlier, person, once);
  }
}

}  // namespace protokoll::differences
