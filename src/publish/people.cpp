#include "publish/people.hpp"

#include <algorithm>
#include <set>

#include "facts/names/name_words.hpp"
#include "languages/word_map.hpp"
#include "words/text.hpp"

namespace protokoll::publishing {
namespace {

// A word of a name without the marks of a list around it.
std::string_view bare_word(std::string_view word) { return trim(word, U",;:.()[]\"'*_/"); }

// "Ott-Kern", "O'Brien" in their words.
std::vector<std::string> halves(std::string_view word) {
  std::vector<std::string> parts{""};
  while (!word.empty()) {
    const auto code = first_character(word);
    std::size_t size = 1;
    while (size < word.size() && (static_cast<unsigned char>(word[size]) & 0xC0) == 0x80) ++size;
    if (code == '-' || code == '\'' || code == 0x2019 || (code >= 0x2010 && code <= 0x2013) || code == '/' || code == '.' || code == '_') parts.emplace_back();
    else parts.back() += word.substr(0, size);
    word.remove_prefix(size);
  }
  std::erase_if(parts, [](const std::string& part) { return part.empty(); });
  return parts;
}

bool is_vowel(char32_t c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// The words of a name that begin with a capital: what else stands there is a nickname or no name at all.
bool has_small_word(std::string_view name, const Language& language) {
  const auto all = words(name);
  return std::any_of(all.begin(), all.end(), [&](std::string_view word) { return is_lower(first_character(word)) && !language.has("name_particles", word); });
}

}  // namespace

std::vector<std::u32string> spellings(std::string_view word) {
  std::vector<std::u32string> found{folded(word)};
  // The letters as they are printed, for their dots.
  std::u32string expanded;
  for (auto rest = word; !rest.empty();) {
    const auto code = first_character(rest);
    std::size_t size = 1;
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0) == 0x80) ++size;
    expanded += folded(rest.substr(0, size));
    if (code == 0xE4 || code == 0xF6 || code == 0xFC || code == 0xC4 || code == 0xD6 || code == 0xDC || code == 0xF8 || code == 0xD8) expanded += U'e';
    rest.remove_prefix(size);
  }
  if (expanded != found.front()) found.push_back(expanded);
  std::u32string contracted;
  const auto& plain = found.front();
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool e = plain[i] == 'e' && i > 0 && (plain[i - 1] == 'a' || plain[i - 1] == 'o' || plain[i - 1] == 'u') && (i < 2 || (!is_vowel(plain[i - 2]) && plain[i - 2] != 'q'));
    if (!e) contracted += plain[i];
  }
  if (contracted != plain) found.push_back(contracted);
  return found;
}

bool is_name_part(std::string_view word, const Language& language, Behind behind) {
  const auto letters = folded(word);
  if (letters.size() < 2 || std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= '0' && c <= '9'; })) return false;
  if (language.addresses(word) || language.addresses(std::string(word) + ".") || language.has("name_particles", word) || language.has("name_joiners", word)) return false;
  if (language.has("name_suffixes", word) || language.has("roles", word) || language.has("no_names", word) || language.has("articles", word)) return false;
  if (is_lower(first_character(word)) && letters.size() < 4) return false;
  if (language.has("given_names", word)) return true;
  auto classes = language.lexicon().look_up(fold_case(word)).classes;
  if (behind == Behind::name)
    for (const auto office : {WordClass::office, WordClass::chair_office, WordClass::secretary_office, WordClass::guest}) classes.remove(office);
  return !classes.any(things | (behind == Behind::name ? WordClasses{} : offices));
}

void PrivatePeople::add_parts(std::string_view name, PrivatePerson& person) const {
  const auto all = words(name);
  std::vector<std::string> parts;
  char32_t lead = 0;
  bool addressed = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto plain = bare_word(all[i]);
    if (plain.empty()) continue;
    if (language_.has("name_particles", plain)) person.particles.emplace_back(plain);
    // "Hr. Mba", whose name a list knows as a degree.
    const bool address = language_.addresses(all[i]) && !(addressed && i + 1 == all.size() && is_lower(last_character(plain)));
    const auto letters = folded(plain);
    if (lead == 0 && !address && !letters.empty() && i + 1 < all.size() && is_upper(first_character(plain))) lead = letters.front();
    if (!address && is_part_of(plain, i + 1 == all.size() && i > 0, addressed))
      for (auto& half : halves(plain))
        if (folded(half).size() > 1) parts.push_back(std::move(half));
    addressed = addressed || address;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto letters = folded(parts[i]);
    if (has_part(person, letters)) continue;
    for (auto& spelling : spellings(parts[i])) person.parts.push_back({std::move(spelling), i + 1 < parts.size() && language_.has("given_names", parts[i])});
  }
  if (person.lead == 0) person.lead = lead;
  if (!person.initials.empty() || parts.size() < 2) return;
  for (const auto& part : parts) person.initials += folded(part).substr(0, 1);
}

bool PrivatePeople::is_part_of(std::string_view word, bool last, bool addressed) const {
  if (addressed && last && folded(word).size() > 1 && language_.has("academic_titles", word) && is_lower(last_character(word))) return true;
  return is_name_part(word, language_, last ? Behind::name : Behind::nothing);
}

bool PrivatePeople::has_part(const PrivatePerson& person, std::u32string_view letters) {
  return std::any_of(person.parts.begin(), person.parts.end(), [&](const NamePart& part) { return part.letters == letters; });
}

namespace {

bool may_be_one(const PrivatePerson& a, const PrivatePerson& b) { return a.lead == 0 || b.lead == 0 || a.lead == b.lead; }

bool holds(const PrivatePerson& more, const PrivatePerson& less) {
  return std::all_of(less.parts.begin(), less.parts.end(), [&](const NamePart& part) { return PrivatePeople::has_part(more, part.letters); });
}

// How many bearers of one word are looked at.
constexpr std::size_t most_bearers = 64;

}  // namespace

std::vector<std::uint32_t> PrivatePeople::with_parts_of(const PrivatePerson& person) const {
  const std::set<std::uint32_t>* rarest = nullptr;
  for (const auto& part : person.parts) {
    const auto found = by_part_.find(part.letters);
    if (found == by_part_.end()) return {};
    if (!rarest || found->second.size() < rarest->size()) rarest = &found->second;
  }
  std::vector<std::uint32_t> meant;
  if (!rarest) return meant;
  for (const auto number : *rarest) {
    if (meant.size() == most_bearers) break;
    if (may_be_one(person, people_[number]) && holds(people_[number], person)) meant.push_back(number);
  }
  return meant;
}

std::optional<std::uint32_t> PrivatePeople::known_by_less(const PrivatePerson& person) const {
  for (const auto& part : person.parts) {
    const auto found = by_part_.find(part.letters);
    if (found == by_part_.end()) continue;
    std::size_t looked_at = 0;
    for (const auto number : found->second) {
      if (++looked_at > most_bearers) break;
      if (may_be_one(person, people_[number]) && holds(person, people_[number])) return number;
    }
  }
  return std::nullopt;
}

void PrivatePeople::note(std::uint32_t number) {
  for (const auto& part : people_[number].parts)
    by_part_[part.letters].insert(number);
}

void PrivatePeople::add(std::string_view name, bool sure) {
  PrivatePerson person{.name = std::string(name), .sure = sure};
  add_parts(name, person);
  if (person.parts.empty()) return;
  if (const auto known = with_parts_of(person); !known.empty()) {
    auto& other = people_[known.front()];
    other.sure = other.sure || sure;
    return;
  }
  const auto lesser = known_by_less(person);
  const auto number = lesser.value_or(static_cast<std::uint32_t>(people_.size()));
  if (lesser) {
    person.sure = person.sure || people_[number].sure;
    person.kept = people_[number].kept;
    people_[number] = std::move(person);
  } else {
    people_.push_back(std::move(person));
  }
  note(number);
}

namespace {

void collect(const std::vector<AgendaItem>& items, std::vector<const Person*>& presenters, std::vector<const Person*>& doers) {
  for (const auto& item : items) {
    for (const auto& person : item.presenters) presenters.push_back(&person);
    for (const auto& action : item.actions)
      for (const auto& person : action.assignees) doers.push_back(&person);
    collect(item.items, presenters, doers);
  }
}

// Whom the options keep by what they do.
std::vector<std::string> kept_names(const Minutes& minutes, const PublishOptions& options) {
  std::vector<std::string> kept;
  const auto& meeting = minutes.meeting;
  std::vector<const Person*> presenters, doers;
  collect(minutes.agenda, presenters, doers);
  const auto take = [&](const Person& person) { kept.push_back(person.name); };
  if (options.keep_chair || options.keep_officers) std::for_each(meeting.chair.begin(), meeting.chair.end(), take);
  if (options.keep_secretary || options.keep_officers) std::for_each(meeting.secretary.begin(), meeting.secretary.end(), take);
  if (options.keep_presenters)
    for (const auto* person : presenters) take(*person);
  if (options.keep_officers) {
    for (const auto* list : {&meeting.attendance.present, &meeting.attendance.excused, &meeting.attendance.absent, &meeting.attendance.guests})
      for (const auto& person : *list)
        if (!person.role.empty()) take(person);
    for (const auto* person : presenters)
      if (!person->role.empty()) take(*person);
  }
  return kept;
}

}  // namespace

void PrivatePeople::add(const Minutes& minutes, const PublishOptions& options) {
  const auto add_all = [&](const std::vector<Person>& people) {
    for (const auto& person : people) add(person.name, words(person.name).size() > 1 || !person.honorific.empty() || !person.title.empty());
  };
  // The fullest names first, so that a last name alone adds nobody.
  std::vector<const KnownPerson*> known;
  for (const auto& person : minutes.people) known.push_back(&person);
  std::stable_sort(known.begin(), known.end(), [](const KnownPerson* a, const KnownPerson* b) { return words(a->name).size() > words(b->name).size(); });
  for (const auto* person : known) {
    const bool addressed = std::any_of(person->aliases.begin(), person->aliases.end(), [&](const std::string& alias) { return language_.addresses(first_word(alias)); });
    const bool several = words(person->name).size() > 1;
    add(person->name, addressed || language_.has("given_names", person->name) || (several && !has_small_word(person->name, language_)));
    for (const auto& alias : person->aliases) add(alias, addressed || (several && words(alias).size() > 1));
  }
  const auto& meeting = minutes.meeting;
  for (const auto* list : {&meeting.chair, &meeting.secretary, &meeting.attendance.present, &meeting.attendance.excused, &meeting.attendance.absent, &meeting.attendance.guests}) add_all(*list);
  officers_ = kept_names(minutes, options);
  keep(options.keep_names);
}

void PrivatePeople::keep(const std::vector<std::string>& names) {
  auto all = officers_;
  all.insert(all.end(), names.begin(), names.end());
  for (const auto& name : all) {
    PrivatePerson wanted;
    add_parts(name, wanted);
    if (wanted.parts.empty()) continue;
    const auto meant = with_parts_of(wanted);
    // A last name alone that several bear keeps nobody.
    if (meant.size() == 1) people_[meant.front()].kept = true;
    for (const auto number : meant)
      if (people_[number].parts.size() == wanted.parts.size()) people_[number].kept = true;
  }
}

Patterns PrivatePeople::patterns() const {
  Patterns patterns;
  for (const auto& [letters, bearers] : by_part_) {
    std::size_t some = 0;
    for (auto number = bearers.begin(); number != bearers.end() && some < most_bearers; ++number, ++some) patterns.add(letters, *number);
    const auto gone = std::find_if(bearers.begin(), bearers.end(), [&](std::uint32_t number) { return !people_[number].kept; });
    if (gone != bearers.end()) patterns.add(letters, *gone);
  }
  patterns.finish();
  return patterns;
}

}  // namespace protokoll::publishing
