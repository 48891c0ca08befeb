#include "facts/names/names.hpp"

#include <algorithm>

#include "facts/names/name_entry.hpp"
#include "languages/lexicon.hpp"
#include "languages/word_map.hpp"
#include "words/text.hpp"

namespace protokoll {

bool is_name_word(std::string_view word) {
  if (word.empty() || !is_upper(first_character(word))) return false;
  constexpr std::u32string_view inner = U"-'’.\u00AA\u00BA";  // María: "M" and a raised "a"
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    const auto c = first_character(word.substr(at));
    if (!is_letter(c) && inner.find(c) == std::u32string_view::npos) return false;
    if (c == '.' && at + 1 != word.size()) return false;
    letters += is_letter(c);
    at += size;
  }
  return word.back() != '.' || letters == 1;
}

namespace {

std::string_view next_word(std::string_view text) { return first_word(trim(text)); }

// "T", "T."
bool is_initial(std::string_view word) { return !word.empty() && is_upper(first_character(word)) && (word.size() == 1 || (word.size() == 2 && word[1] == '.')); }

std::string_view without_comma(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == ':')) word.remove_suffix(1);
  return word;
}

bool is_listed(Key list, std::string_view word, const Language& language) {
  return language.has(list, word) || (!word.empty() && word.back() == '.' && language.has(list, word.substr(0, word.size() - 1)));
}

}  // namespace

namespace {

// "M.Mathias", "Dr.Weber": the word as far as its full stop, where a name stands right behind it; the whole word otherwise.
std::string_view without_glued_name(Key list, std::string_view word, const Language& language) {
  constexpr std::size_t shortest_name = 3;
  const auto stop = word.find('.');
  if (stop == std::string_view::npos || word.size() < stop + 1 + shortest_name) return word;
  const auto name = word.substr(stop + 1);
  return name.find('.') == std::string_view::npos && is_upper(first_character(name)) && is_listed(list, word.substr(0, stop + 1), language) ? word.substr(0, stop + 1) : word;
}

}  // namespace

Address parse_address(std::string_view text, const Language& language) {
  Address address{.rest = trim(text)};
  if (const auto word = without_glued_name("honorifics", next_word(address.rest), language); is_listed("honorifics", word, language)) {
    address.honorific = word;
    address.rest = trim(after(address.rest, word));
  }
  while (true) {
    const auto word = without_glued_name("academic_titles", next_word(address.rest), language);
    if (word.empty() || !is_listed("academic_titles", without_comma(word), language)) break;
    // "Hr. Mba" is no MBA.
    if (!address.honorific.empty() && trim(after(address.rest, word)).empty()) break;
    address.title = address.title.empty() ? word : join(address.title, word);
    address.rest = trim(after(address.rest, word));
  }
  return address;
}

namespace {

// "Mr Zyndol O'Shea reports": behind the word stand another that is no noun of minutes, and what somebody does.
bool is_given_by_place(std::string_view rest, const Language& language) {
  constexpr WordClasses deeds{WordClass::report, WordClass::ask, WordClass::suggest, WordClass::opine, WordClass::thank, WordClass::open, WordClass::close, WordClass::recommend,
                              WordClass::discuss, WordClass::undertake, WordClass::lead, WordClass::future, WordClass::leave, WordClass::arrive};
  const auto classes = [&](std::string_view word) { return language.lexicon().look_up(fold_case(word)).classes; };
  const auto name = next_word(rest);
  const auto deed = trim(next_word(after(trim(rest), name)), U",;:.");
  return is_name_word(name) && classes(name).empty() && !deed.empty() && !is_upper(first_character(deed)) && classes(deed).any(deeds);
}

// The name behind an address: up to three words; the last of them is the last name.
std::string_view name_behind(const Address& address, const Language& language) {
  std::string_view name;
  auto tail = address.rest;
  for (int count = 0; count < 4; ++count) {
    const auto raw = next_word(tail);
    const auto word = trim(raw, U",;:)“”\"?!");
    const bool particle = language.has("name_particles", word);
    // "Dr. Ruiz y Dña. Ana Gil": the word for "and" between two of them.
    if (particle && language.has("name_joiners", word) && language.addresses(next_word(after(tail, raw)))) break;
    const auto stem = word.size() > 3 && word.back() == '.' ? word.substr(0, word.size() - 1) : word;
    if (word.empty() || word.data() != raw.data() || (!is_name_word(stem) && !particle)) break;
    if (!particle) name = name.empty() ? stem : join(name, stem);
    if (stem.size() != raw.size()) break;  // punctuation ends the name
    // "Frau Weber Antrag": behind an honorific German prints the last name alone, and nouns have capitals as well.
    if (!address.honorific.empty() && !particle && !language.has("given_names", stem) && !is_initial(stem) && !(count == 0 && is_given_by_place(after(tail, raw), language))) break;
    if (name.size() && !particle && words(name).size() >= 3) break;
    tail = after(tail, raw);
  }
  return name.empty() ? name : trim(name);
}

// "(BA)" right behind a name.
std::string_view affiliation_behind(std::string_view rest, const Language& language) {
  rest = trim(rest);
  if (rest.empty() || rest[0] != '(') return {};
  const auto close = rest.find(')');
  if (close == std::string_view::npos || close > 100 || close < 2) return {};
  const auto inside = rest.substr(1, close - 1);
  // "(Zoom)", "(ill)", "(until 7.30)": of when and how somebody was there.
  const auto parts = words(inside);
  const bool remark = has_digit(inside) || std::any_of(parts.begin(), parts.end(), [&](std::string_view word) { return language.has("remarks", word); });
  return remark ? std::string_view{} : inside;
}

}  // namespace

NameEvidence::NameEvidence(const Context& context) {
  for (const auto& block : context.document.blocks) {
    if (block.boilerplate) continue;
    const auto whole = context.document.view(block);
    // Nearly every word of the document comes by here.
    for (std::size_t at = 0, end = 0; at < whole.size(); at = end) {
      if (whole[at] == ' ' || whole[at] == '\n') {
        end = at + 1;
        continue;
      }
      end = at + first_word(whole.substr(at)).size();
      const auto word = trim_front(whole.substr(at, end - at), U"(„\"“[–-");
      if (!context.language.addresses(without_comma(word))) continue;
      const auto read = mention(starting_at(whole, word), context.language);
      end = std::max(end, static_cast<std::size_t>(read.data() + read.size() - whole.data()));
    }
  }
}

std::string_view NameEvidence::mention(std::string_view rest, const Language& language) {
  const auto address = parse_address(rest, language);
  const auto name = address.honorific.empty() && address.title.empty() ? std::string_view{} : name_behind(address, language);
  if (name.empty()) return before(rest, address.rest);
  NameMatch match{.honorific = address.honorific, .title = address.title, .name = name};
  match.text = join(address.honorific.empty() ? address.title : address.honorific, name);
  match.affiliation = affiliation_behind(after(rest, name), language);
  last_names_.insert(last_word(name));
  mentions_.push_back(match);
  return match.text;
}

void NameEvidence::learn(const Meeting& meeting) {
  const auto& attendance = meeting.attendance;
  for (const auto* list : {&meeting.chair, &meeting.secretary, &attendance.present, &attendance.excused, &attendance.absent, &attendance.guests})
    for (const auto& person : *list) {
      attendees_.insert(person.name);
      attendees_.insert(person.name.substr(0, person.name.find(' ')));
    }
}

Person to_person(const NameMatch& match, const Context& context) {
  Person person;
  person.name = Context::flat(match.name);
  person.honorific = Context::flat(match.honorific);
  person.title = Context::flat(match.title);
  const bool office = match.role.empty() && is_office(match.affiliation, context) && !context.reading.classes(match.affiliation).has(WordClass::body);
  person.role = Context::flat(office ? match.affiliation : match.role);
  if (!office && !is_remark(match.affiliation, context)) person.affiliation = Context::flat(match.affiliation);
  person.span = context.span(match.text);
  return person;
}

}  // namespace protokoll
