#include "analysis/people_list.hpp"

#include <algorithm>

#include "analysis/dates.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t most_words = 6;

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_digit(static_cast<unsigned char>(c)); });
}

// The text outside parentheses and the content of the first one.
struct Parenthesised {
  std::string_view front, inside;
};

Parenthesised take_parenthesis(std::string_view text) {
  const auto open = text.find_first_of("([");
  if (open == std::string_view::npos) return {trim(text), {}};
  const auto close = text.find_first_of(")]", open);
  const auto end = close == std::string_view::npos ? text.size() : close;
  return {trim(text.substr(0, open)), trim(text.substr(open + 1, end - open - 1))};
}

void read_note(std::string_view note, Person& person, const Context& context) {
  const auto match = context.language.patterns("presence").first(note);
  if (match.pattern) {
    for (const auto& time : find_times(note, context.language)) {
      auto& place = match.pattern->attribute("presence") == "until" ? person.until : person.from;
      if (place.empty()) place = time.start;
      if (!time.end.empty()) person.until = time.end;
    }
    return;
  }
  if (note.empty() || has_digit(note)) return;
  if (is_role(note, context)) person.role = Context::flat(note);
  else person.affiliation = Context::flat(note);
}

// A word that no name begins with.
bool begins_sentence(std::string_view text, const Context& context) {
  const auto first = text.substr(0, text.find_first_of(" \n"));
  // "Three new members": a count.
  const bool counts = first.size() < text.size() && !has_digit(first) && context.language.number(first);
  // "A Patel": an initial.
  if (first.size() == 1 && is_upper(first_character(first)) && is_upper(first_character(trim(text.substr(1))))) return false;
  return counts || context.language.has("articles", first) || context.language.has("pronouns", first);
}

bool is_name(std::string_view text, const Context& context) {
  if (text.empty()) return false;
  const auto parts = words(text);
  // Of nicknames only ("m4x") some have digits.
  if (has_digit(text) && (parts.size() > 1 || text.size() > 12 || !is_letter(last_character(text)))) return false;
  if (parts.empty() || parts.size() > most_words) return false;
  if (context.language.has("no_names", text) || is_role(text, context) || begins_sentence(text, context)) return false;
  if (!is_letter(first_character(text))) return false;
  if (text.find_first_of(":?!\"<>=/@{}…") != std::string_view::npos) return false;
  int capitals = 0;
  for (const auto part : parts) {
    if (context.language.has("no_names", part)) return false;
    capitals += is_upper(first_character(part));
  }
  // A nickname may be small ("yannik"); several small words are a sentence.
  return capitals > 0 ? capitals * 2 >= static_cast<int>(parts.size()) : parts.size() == 1;
}

// "Vorsitzender Ott", "Cllr. Mrs Webb": roles and forms of address in front of a name.
std::string_view strip_roles(std::string_view text, Person& person, const Context& context) {
  while (true) {
    const auto address = parse_address(text, context.language);
    if (!address.honorific.empty()) person.honorific = Context::flat(person.honorific.empty() ? address.honorific : join(std::string_view(text.data(), 0), address.honorific));
    if (!address.title.empty()) person.title = Context::flat(address.title);
    text = address.rest;
    bool stripped = false;
    const auto parts = words(text);
    for (std::size_t count = std::min<std::size_t>(3, parts.size()); count > 0 && !stripped; --count) {
      if (count == parts.size()) continue;
      const auto front = join(parts.front(), parts[count - 1]);
      if (!is_role(front, context)) continue;
      person.role = Context::flat(trim(front, U":"));
      text = trim(after(text, front), U":–- ");
      stripped = true;
    }
    if (!stripped && address.honorific.empty()) return text;
    if (!stripped) {
      const auto again = parse_address(text, context.language);
      if (again.honorific.empty() && again.title.empty()) return text;
    }
  }
}

}  // namespace

bool is_role(std::string_view text, const Context& context) {
  text = trim(text, U":.,–-() ");
  if (const auto space = text.find(' '); space != std::string_view::npos && context.language.has("articles", text.substr(0, space))) text = trim(text.substr(space));
  if (context.language.has("roles", text)) return true;
  // "Verwaltungsrätin", "Jugendleiter": offices are made by compounding.
  return text.find(' ') == std::string_view::npos && is_upper(first_character(text)) && context.language.patterns("role").matches(text);
}

std::vector<Person> parse_entry(std::string_view entry, const Context& context, std::string_view role) {
  entry = trim(without_bullet(trim(entry, U",;.*_")), U"@");
  if (entry.empty()) return {};
  auto [front, note] = take_parenthesis(entry);
  Person person;
  // "Schriftführerin: Mia Ott", "Mia Ott – Schriftführerin", "Mia Ott: Kasse"
  for (const std::string_view mark : {":", " – ", " - ", " — "}) {
    const auto at = front.find(mark);
    if (at == std::string_view::npos) continue;
    const auto left = trim(front.substr(0, at)), right = trim(front.substr(at + mark.size()));
    if (is_role(left, context)) {
      person.role = Context::flat(left);
      front = right;
    } else {
      if (is_role(right, context)) person.role = Context::flat(right);
      else if (!right.empty() && person.affiliation.empty() && !has_digit(right)) person.affiliation = Context::flat(right);
      front = left;
    }
    break;
  }
  // "Franz Huber als Vorsitzender"
  if (const auto as = context.language.patterns("as_role").first(front); as.pattern && is_role(as.group("role"), context)) {
    person.role = Context::flat(as.group("role"));
    front = trim(before(front, as.text));
  }
  const auto name = trim(strip_roles(front, person, context), U",;.*_–-");
  if (!is_name(name, context)) return {};
  read_note(note, person, context);
  if (person.role.empty()) person.role = Context::flat(role);
  person.name = Context::flat(name);
  person.span = context.span(name);
  return {person};
}

std::vector<Person> parse_people(std::string_view text, const Context& context, std::string_view role) {
  std::vector<Person> people;
  if (text.find("://") != std::string_view::npos) return people;
  const auto add = [&](std::string_view entry) {
    // "Amy Fox, Chair": an office behind a comma is that of the one before.
    if (!people.empty() && people.back().role.empty() && is_role(entry, context)) {
      people.back().role = Context::flat(trim(entry, U",;."));
      return;
    }
    for (auto& person : parse_entry(entry, context, role)) people.push_back(std::move(person));
  };
  // Cut at commas, semicolons, line ends and the words for "and", but not inside parentheses.
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    depth += (c == '(' || c == '[') - ((c == ')' || c == ']') && depth > 0);
    if (depth > 0) continue;
    if (c == ',' || c == ';' || c == '\n' || c == '|' || (c == '/' && at + 1 < text.size() && text[at + 1] == ' ')) {
      add(text.substr(begin, at - begin));
      begin = at + 1;
    } else if (c == ' ' || at == begin) {
      const auto rest = trim(text.substr(at));
      const auto word = rest.substr(0, rest.find_first_of(" \n"));
      if (at > begin && context.language.has("name_joiners", word)) {
        add(text.substr(begin, at - begin));
        begin = static_cast<std::size_t>(word.data() + word.size() - text.data());
        at = begin - 1;
      }
    }
  }
  add(text.substr(std::min(begin, text.size())));
  return people;
}

}  // namespace protokoll
