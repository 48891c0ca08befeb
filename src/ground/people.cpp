#include "ground/people.hpp"

#include <algorithm>

#include "facts/names/names.hpp"
#include "words/text.hpp"

namespace protokoll::grounds {
namespace {

using enum WordClass;

WordClasses words_of(Role role) {
  switch (role) {
    case Role::present: return {WordClass::present, members};
    case Role::excused: return {WordClass::excused, WordClass::absent, lacking};
    case Role::absent: return {WordClass::absent, WordClass::excused, lacking};
    case Role::guest: return {WordClass::guest, WordClass::present};
    case Role::chair: return {chair_office, lead, open, close};
    case Role::secretary: return {secretary_office, record, minutes_noun};
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
    mentions_.push_back({role, place});
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

// The sentence, its block's begin or the block in front says what those named are.
bool PeopleGrounder::tells_role(std::uint32_t word, Role role) const {
  const auto& reading = scene_.context().reading;
  const auto words = words_of(role);
  if (reading.classes(scene_.sentence_of(word)).any(words)) return true;
  constexpr std::uint32_t reach = 12;
  const auto list = scene_.list_of(word);
  auto block = scene_.block_of(word);
  for (std::uint32_t i = 0; i < reach && block > 0; ++i, --block) {
    const auto before = scene_.view(block - 1);
    constexpr std::size_t longest_label = 60;
    if (before.size() <= longest_label && reading.classes(before).any(words)) return true;
    if (scene_.block(block).kind == BlockKind::heading && scene_.stretch(before).first < list.first) break;
  }
  const auto row = scene_.row_of(word);
  return reading.classes(scene_.index().text(row)).any(words);
}

bool PeopleGrounder::fits(const Found& found, Role role) const {
  const auto place = found.place();
  const auto overlaps = [&](const Mention& mention) { return mention.place.first < place.last && place.first < mention.place.last; };
  bool other = false;
  for (const auto& mention : mentions_) {
    if (!overlaps(mention)) continue;
    if (mention.role == role) return true;
    other = other || (is_attendance(mention.role) && is_attendance(role));
  }
  if (other) return false;
  if (!is_attendance(role)) return tells_role(place.first, role);
  if (is_listed(place, role)) return true;
  if (!lists_[static_cast<std::size_t>(role)].empty() && role == Role::present) return false;
  return tells_role(place.first, role);
}

Verdict PeopleGrounder::in_role(std::string_view name, Role role) const {
  const auto all = find(name, scene_.index().all());
  for (const auto& found : all)
    if (fits(found, role)) return verdict(found);
  for (const auto& found : aliases(name, scene_.index().all()))
    if (fits(found, role)) return verdict(found);
  if (all.empty()) return {Grounding::missing, {}, {}, "nobody of that name"};
  auto misplaced = verdict(all.front());
  misplaced.grounding = Grounding::misplaced;
  misplaced.note = "the name stands elsewhere, not where those are named";
  if (const auto& lists = lists_[static_cast<std::size_t>(role)]; !lists.empty()) misplaced.elsewhere = scene_.index().range(lists.front());
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
  if (elsewhere.empty()) return {Grounding::missing, {}, {}, "nobody of that name"};
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
