#include "facts/names/people.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "facts/tasks/doers.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

struct Mention {
  std::string first, last, title, affiliation, alias;
  Span span;
};

Mention split(const std::string& name, const std::string& honorific, const std::string& title, const std::string& affiliation, Span span) {
  Mention mention{.title = title, .affiliation = affiliation, .span = span};
  const auto space = name.rfind(' ');
  mention.last = space == std::string::npos ? name : name.substr(space + 1);
  if (space != std::string::npos) mention.first = name.substr(0, space);
  for (const auto& part : {honorific, title, name})
    if (!part.empty()) mention.alias += (mention.alias.empty() ? "" : " ") + part;
  return mention;
}

void add_people(const std::vector<Person>& people, std::vector<Mention>& mentions) {
  for (const auto& p : people) mentions.push_back(split(p.name, p.honorific, p.title, p.affiliation, p.span));
}

void add_items(const std::vector<AgendaItem>& items, std::vector<Mention>& mentions) {
  for (const auto& item : items) {
    add_people(item.presenters, mentions);
    for (const auto& action : item.actions) add_people(action.assignees, mentions);
    add_items(item.items, mentions);
  }
}

// A first and a last name and no more: "Porter seconded", "Ann Leek’s" are something else. Whom the text addresses is known already.
bool is_whole_name(const Doer& doer, const Context& context) {
  if (doer.kind != DoerKind::person || !doer.honorific.empty() || doer.name.find(' ') == std::string_view::npos) return false;
  const auto tokens = context.reading.tokens(doer.name);
  return std::none_of(tokens.begin(), tokens.end(), [](const Token& token) { return !token.classes.empty(); }) && !doer.name.ends_with("'s") && !doer.name.ends_with("\u2019s");
}

// "Ann Leek is elected chair": whoever a decision elects.
void add_elected(const Context& context, std::vector<Mention>& mentions) {
  for (const auto text : context.elections)
    for (const auto& group : find_doers(context.reading.tokens(text), 0, context))
      for (const auto& doer : group.doers)
        if (is_whole_name(doer, context)) add_people({to_person(doer, context)}, mentions);
}

// "Wendeline Abt" within "Frau Wendeline".
bool says_more(const Mention& mention, const Mention& other) { return mention.first.size() + mention.last.size() > other.first.size() + other.last.size() && !mention.first.empty(); }

// Hyphens of all kinds as one: "Hansen-Thoms", "Hansen–Thoms".
std::string with_plain_hyphens(std::string name) {
  for (const std::string_view hyphen : {"\u2010", "\u2011", "\u2012", "\u2013"})
    for (auto at = name.find(hyphen); at != std::string::npos; at = name.find(hyphen, at + 1)) name.replace(at, hyphen.size(), "-");
  return name;
}

std::vector<Mention> all_mentions(const NameEvidence& evidence, const Context& context) {
  std::vector<Mention> mentions;
  const auto& meeting = context.minutes.meeting;
  for (const auto* list : {&meeting.chair, &meeting.secretary, &meeting.attendance.present, &meeting.attendance.excused, &meeting.attendance.absent, &meeting.attendance.guests})
    add_people(*list, mentions);
  add_items(context.minutes.agenda, mentions);
  add_elected(context, mentions);
  for (const auto& action : context.minutes.actions) add_people(action.assignees, mentions);
  for (const auto& match : evidence.mentions()) {
    const auto person = to_person(match, context);
    mentions.push_back(split(person.name, person.honorific, person.title, person.affiliation, person.span));
  }
  // The same words found on two roads are one mention.
  std::vector<Mention*> by_place;
  for (auto& mention : mentions) by_place.push_back(&mention);
  std::sort(by_place.begin(), by_place.end(), [](const Mention* a, const Mention* b) {
    return std::tuple(a->span.begin, b->span.end, a) < std::tuple(b->span.begin, a->span.end, b);
  });
  std::vector<Mention> apart;
  for (auto* mention : by_place)
    if (apart.empty() || mention->span.begin >= apart.back().span.end) apart.push_back(std::move(*mention));
    else if (says_more(*mention, apart.back())) {
      if (mention->affiliation.empty()) mention->affiliation = std::move(apart.back().affiliation);
      apart.back() = std::move(*mention);
    } else if (apart.back().affiliation.empty() && mention->last == apart.back().last) {
      apart.back().affiliation = std::move(mention->affiliation);
    }
  return apart;
}

void add_once(std::vector<std::string>& list, const std::string& value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

}  // namespace

void gather_people(const NameEvidence& evidence, Context& context) {
  const auto mentions = all_mentions(evidence, context);
  std::map<std::string, std::vector<std::string>> first_names, last_names;  // of a last name, of a first name
  for (const auto& mention : mentions)
    if (!mention.first.empty()) {
      add_once(first_names[with_plain_hyphens(mention.last)], with_plain_hyphens(mention.first));
      add_once(last_names[with_plain_hyphens(mention.first)], with_plain_hyphens(mention.last));
    }
  std::map<std::pair<std::string, std::string>, std::size_t> index;
  std::set<std::size_t> by_first_only;
  auto& people = context.minutes.people;
  for (const auto& mention : mentions) {
    auto first = with_plain_hyphens(mention.first), last = with_plain_hyphens(mention.last);
    const bool alone = first.empty();
    if (const auto& firsts = first_names[last]; alone && firsts.size() == 1) first = firsts.front();
    // "Frau Wendeline" is Wendeline Abt, if there is one, and nobody's last name is Wendeline.
    const auto& lasts = last_names[last];
    const bool by_first = alone && first.empty() && lasts.size() == 1 && mention.alias != mention.last;
    if (by_first) first = std::exchange(last, lasts.front());
    const auto [at, fresh] = index.emplace(std::pair(first, last), people.size());
    const auto known = alone ? first : mention.first;
    if (fresh) people.push_back({.name = known.empty() ? mention.last : known + " " + (alone ? last : mention.last), .span = mention.span});
    auto& person = people[at->second];
    // It is stated where the last name stands.
    if (fresh && by_first) by_first_only.insert(at->second);
    else if (!by_first && by_first_only.erase(at->second) > 0) person.span = mention.span;
    ++person.mentions;
    if (person.title.size() < mention.title.size()) person.title = mention.title;
    if (mention.alias != person.name) add_once(person.aliases, mention.alias);
    add_once(person.affiliations, mention.affiliation);
  }
  // Whose last name stands nowhere beside is called as printed.
  for (const auto i : by_first_only) people[i].name.erase(people[i].name.rfind(' '));
}

}  // namespace protokoll
