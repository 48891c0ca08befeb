#include "ground/people.hpp"

#include <algorithm>

#include "facts/names/names.hpp"
#include "words/text.hpp"

namespace protokoll::grounds {
namespace {

using enum WordClass;

WordClasses words_of(Role role) {
  switch (role) {
    case Role::present: return {WordClass::present, members, arrive, leave};
    case Role::excused: return {WordClass::excused, WordClass::absent};
    case Role::absent: return {WordClass::absent, WordClass::excused, proxy};
    case Role::guest: return {WordClass::guest, WordClass::present};
    case Role::chair: return {chair_office, lead};
    case Role::secretary: return {secretary_office, record, minutes_noun, signing};
  }
  return {};
}

constexpr WordClasses of_attendance{WordClass::present, members, WordClass::excused, WordClass::absent, WordClass::guest};

std::string_view key_of(Role role) {
  switch (role) {
    case Role::present: return "present";
    case Role::excused: return "excused";
    case Role::absent: return "absent";
    case Role::guest: return "guests";
    case Role::chair: return "chair";
    case Role::secretary: return "secretary";
  }
  return {};
}

bool is_attendance(Role role) { return role != Role::chair && role != Role::secretary; }

}  // namespace

PeopleGrounder::PeopleGrounder(const Scene& scene) : scene_(scene), lists_(static_cast<std::size_t>(Role::secretary) + 1) {
  const auto& meeting = scene.minutes().meeting;
  learn(meeting.attendance.present, Role::present);
  learn(meeting.attendance.excused, Role::excused);
  learn(meeting.attendance.absent, Role::absent);
  learn(meeting.attendance.guests, Role::guest);
  learn(meeting.chair, Role::chair);
  learn(meeting.secretary, Role::secretary);
}

void PeopleGrounder::learn(const std::vector<Person>& people, Role role) {
  auto& lists = lists_[static_cast<std::size_t>(role)];
  for (const auto& person : people) {
    const auto place = scene_.of_bytes(person.span);
    if (place.empty()) continue;
    mentions_.push_back({role, place, fold_case(person.name)});
    if (!lists.empty() && lists.back().holds(place.first)) continue;
    lists.push_back(scene_.list_of(place.first));
  }
}

std::vector<PeopleGrounder::Found> PeopleGrounder::find(std::string_view name, Stretch within) const {
  std::vector<Found> all;
  const auto& index = scene_.index();
  const auto add = [&](const Phrase& phrase, Grounding how) {
    for (const auto begin : index.find(phrase, within)) all.push_back({begin, static_cast<std::uint32_t>(phrase.size()), how});
  };
  auto phrase = index.phrase(name);
  add(phrase, Grounding::exact);
  const auto address = parse_address(trim(name), scene_.language());
  if (address.rest.size() < trim(name).size()) add(phrase = index.phrase(address.rest), Grounding::derived);
  // "Ohlsen, Hinnerk"
  if (all.empty() && phrase.size() > 1) {
    std::rotate(phrase.begin(), phrase.end() - 1, phrase.end());
    add(phrase, Grounding::derived);
  }
  return all;
}

std::vector<PeopleGrounder::Found> PeopleGrounder::aliases(std::string_view name, Stretch within) const {
  std::vector<Found> all;
  const auto wanted = fold_case(parse_address(trim(name), scene_.language()).rest);
  for (const auto& person : scene_.minutes().people) {
    const auto is_wanted = [&](const std::string& other) { return fold_case(other) == wanted; };
    if (!is_wanted(person.name) && std::none_of(person.aliases.begin(), person.aliases.end(), is_wanted)) continue;
    auto names = person.aliases;
    names.push_back(person.name);
    for (const auto& other : names)
      for (auto& found : find(other, within)) all.push_back({found.begin, found.size, Grounding::derived});
  }
  return all;
}

bool PeopleGrounder::is_listed(Stretch place, Role role) const {
  const auto& lists = lists_[static_cast<std::size_t>(role)];
  return std::any_of(lists.begin(), lists.end(), [&](Stretch list) { return list.holds(place); });
}

bool PeopleGrounder::says(std::string_view text, Role role, bool& any) const {
  const auto& context = scene_.context();
  const auto label = trim(text.substr(0, text.find(':')), U":.*_()#-");
  for (const auto& key : context.language.label(label))
    if (key == key_of(role)) return any = true;
  const auto wanted = words_of(role);
  const auto told = is_attendance(role) ? of_attendance | wanted : wanted;
  const auto tokens = context.reading.tokens(text);
  for (auto i = tokens.size(); i-- > 0;) {
    if (!tokens[i].is_any(told)) continue;
    any = true;
    const bool denied = tokens[i].is_any({WordClass::present}) && tokens[i].is(negation);
    return tokens[i].is_any(wanted) && !(denied && role == Role::present);
  }
  return false;
}

// The nearest word that says as what people are named: in the entry's own line, in front of it in the block, else in the lines above.
bool PeopleGrounder::tells_role(std::uint32_t word, Role role) const {
  constexpr std::uint32_t reach = 80;
  constexpr std::size_t longest_line = 160;
  const auto& context = scene_.context();
  bool any = false;
  const auto sentence = scene_.sentence_of(word);
  const auto at = scene_.index()[word].range.begin - context.range(sentence).begin;
  const bool told = says(sentence.substr(0, at), role, any);
  if (any) {
    bool behind = false;
    return told || (is_attendance(role) && says(sentence.substr(at), role, behind));
  }
  if (const bool told_behind = says(sentence.substr(at), role, any); any) return told_behind;
  if (const bool told_in_row = says(scene_.index().text(scene_.row_of(word)), role, any); any) return told_in_row;
  if (!may_list(word)) return false;
  const auto number = scene_.block_of(word);
  const auto front = scene_.view(number);
  if (const bool told_before = says(front.substr(0, static_cast<std::size_t>(sentence.data() - front.data())), role, any); any) return told_before;
  for (std::uint32_t i = 1; i <= (is_attendance(role) ? reach : 2) && i <= number; ++i) {
    const auto line = scene_.view(number - i);
    if (!is_attendance(role) && context.language.label(trim(line, U":.*_()#- ")).empty()) continue;
    if (line.size() > longest_line && !scene_.head().holds(word)) return false;
    if (const bool told_above = says(line, role, any); any) return told_above;
  }
  return false;
}

bool PeopleGrounder::may_list(std::uint32_t word) const {
  constexpr std::size_t longest_entry = 60;
  const auto* item = scene_.item_at(word);
  if (item == nullptr || scene_.view(scene_.block_of(word)).size() <= longest_entry) return true;
  if (scene_.context().reading.classes(scene_.index().text(scene_.of_bytes(item->item->title.span))).any(of_attendance)) return true;
  return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) { return item->own.holds(mention.place); });
}

bool PeopleGrounder::is_another(std::string_view name, Role role) const {
  const auto wanted = fold_case(parse_address(trim(name), scene_.language()).rest);
  bool other = false;
  for (const auto& mention : mentions_) {
    if (mention.name != wanted) continue;
    if (mention.role == role) return false;
    other = other || (is_attendance(mention.role) == is_attendance(role) && mention.role != Role::guest && role != Role::guest);
  }
  return other;
}

bool PeopleGrounder::fits(const Found& found, Role role) const {
  const auto place = found.place();
  const auto overlaps = [&](const Mention& mention) { return mention.place.first < place.last && place.first < mention.place.last; };
  bool other = false;
  for (const auto& mention : mentions_) {
    if (!overlaps(mention)) continue;
    if (mention.role == role) return true;
    other = other || is_attendance(mention.role) == is_attendance(role);
  }
  if (other) return false;
  if (is_attendance(role) && is_listed(place, role)) return true;
  return tells_role(place.first, role);
}

Verdict PeopleGrounder::in_role(std::string_view name, Role role) const {
  const auto all = find(name, scene_.index().all());
  if (!is_another(name, role)) {
    for (const auto& found : all)
      if (fits(found, role)) return verdict(found);
    for (const auto& found : aliases(name, scene_.index().all()))
      if (fits(found, role)) return verdict(found);
  }
  const auto& lists = lists_[static_cast<std::size_t>(role)];
  if (all.empty()) return {Grounding::missing, {}, lists.empty() ? Range{} : scene_.index().range(lists.front()), "nobody of that name"};
  auto misplaced = verdict(all.front());
  misplaced.grounding = Grounding::misplaced;
  misplaced.note = "the name stands elsewhere, not where those are named";
  if (!lists.empty()) misplaced.elsewhere = scene_.index().range(lists.front());
  return misplaced;
}

Verdict PeopleGrounder::near(std::string_view name, Stretch near, const std::vector<Person>& read) const {
  const auto all = find(name, near);
  if (!all.empty()) return verdict(all.front());
  const auto wanted = fold_case(parse_address(trim(name), scene_.language()).rest);
  for (const auto& person : read)
    if (fold_case(person.name) == wanted) return {Grounding::exact, scene_.index().range(scene_.of_bytes(person.span))};
  const auto others = aliases(name, near);
  if (!others.empty()) return verdict(others.front());
  const auto elsewhere = find(name, scene_.index().all());
  if (elsewhere.empty()) return {Grounding::missing, {}, scene_.index().range(near), "nobody of that name"};
  auto misplaced = verdict(elsewhere.front());
  misplaced.grounding = Grounding::misplaced;
  misplaced.elsewhere = scene_.index().range(near);
  misplaced.note = "the name stands elsewhere, not there";
  return misplaced;
}

Verdict PeopleGrounder::anywhere(std::string_view name) const {
  const auto all = find(name, scene_.index().all());
  if (!all.empty()) return verdict(all.front());
  const auto others = aliases(name, scene_.index().all());
  return others.empty() ? Verdict{Grounding::missing, {}, {}, "nobody of that name"} : verdict(others.front());
}

}  // namespace protokoll::grounds
