#include "facts/names/name_entry.hpp"

#include "facts/names/name_front.hpp"
#include "facts/names/name_words.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::u32string_view ends = U",;:.*_–-—|";

}  // namespace

bool is_full(const NameEntry& entry) { return words(entry.name).size() > 1 || !entry.honorific.empty() || !entry.title.empty(); }

namespace {

// "Diakon Sven Rickels": a word that no list knows in front of a given name is no name if another word follows.
std::string_view strip_unknown_office(std::string_view text, NameEntry& entry, const Context& context) {
  const auto parts = words(text);
  constexpr std::size_t shortest = 6;
  if (parts.size() != 3 || parts[0].size() < shortest || !is_part(parts[0]) || is_given(parts[0], context) || parts[0].find('-') != std::string_view::npos) return text;
  if (!is_given(parts[1], context) || is_given(parts[2], context) || !is_part(bare(parts[2])) || is_all_capitals(parts[0])) return text;
  entry.role = parts[0];
  return trim(after(text, parts[0]));
}

// The name at the begin of a text; what follows it becomes the tail.
std::string_view take_name(std::string_view text, NameEntry& entry, const Context& context) {
  std::string_view name;
  auto rest = text;
  std::size_t count = 0;
  while (!rest.empty()) {
    const auto raw = first_word(rest);
    auto word = bare(raw);
    if (word.size() > 3 && word.back() == '.' && !is_suffix(word, context) && !is_initial(word)) word.remove_suffix(1);
    // "von und zu"
    const bool joined = count > 1 && is_particle(last_word(name), context) && context.language.has("name_joiners", word) && is_particle(first_word(trim(after(rest, raw))), context);
    const bool nick = count > 0 && is_quoted(word), particle = joined || is_particle(word, context);
    const bool part = word.data() == raw.data() && (is_part(word) || nick || particle || (count > 0 && is_suffix(word, context)));
    if (!part) {
      // Of nicknames some are small, some have digits.
      if (count == 0 && !word.empty() && word.data() == raw.data() && is_letter(first_character(word)) && word.find_first_of(":/<>=()") == std::string_view::npos) {
        name = word;
        rest = trim(after(text, name));
      }
      break;
    }
    // "Karl Wiemann vom Bezirksverband"
    const bool whole = count >= 2 || (count == 1 && !entry.honorific.empty() && !is_given(name, context));  // "Herr Jacob vom Amt"
    if (whole && particle && is_lower(first_character(word)) && context.reading.classes(first_word(trim(after(rest, raw)))).any(things)) break;
    if (count >= 2 && is_credential(word, context) && !is_all_capitals(last_word(name)) && !is_initial(word) && word.find('.') == std::string_view::npos) break;
    if (count >= 1 && !particle && !is_given(word, context) && !nick) {
      const auto tokens = context.reading.tokens(trim(rest));
      if (count >= 2 && office_end(tokens, context) > 0) break;
    }
    if (count == 0 || !particle || rest.size() > raw.size() || is_upper(first_character(word))) name = name.empty() ? word : join(name, word);
    ++count;
    rest = trim(after(rest, raw));
    if (word.size() != raw.size() && raw.data() + raw.size() != word.data() + word.size()) break;
  }
  if (name.empty()) return name;
  // A particle at the end belongs to what follows.
  while (is_particle(last_word(name), context) && is_lower(first_character(last_word(name))) && has_words(name, 2)) name = trim(before(name, last_word(name)));
  entry.tail = trim(after(text, name), ends);
  return name;
}

void take_brackets(std::string_view& text, NameEntry& entry, const Context& context) {
  std::string_view front = text;
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto open = text.find_first_of("([", at);
    if (open == std::string_view::npos) break;
    auto close = text.find_first_of(")]", open);
    const bool closed = close != std::string_view::npos;
    if (!closed) close = text.size();
    const auto inside = trim(text.substr(open + 1, close - open - 1));
    const auto behind = closed ? trim(text.substr(close + 1)) : std::string_view{};
    // "Gabrielle (Gaby) Crivat"
    // "Dipl.-Ing. (FH) Ott"
    if (closed && !behind.empty() && context.language.has("academic_titles", text.substr(open, close + 1 - open))) {
      at = close + 1;
      continue;
    }
    const bool within = first && open > 0 && words(text.substr(0, open)).size() == 1 && is_part(inside) && is_part(bare(first_word(behind))) && !behind.empty();
    if (!within) {
      if (!inside.empty()) entry.notes.push_back(inside);
      if (first) front = trim(text.substr(0, open));
      if (first && closed) {
        const auto further = behind.substr(0, behind.find_first_of("(["));
        if (!trim(further, ends).empty()) entry.notes.push_back(trim(further, ends));
      }
      first = false;
    }
    at = closed ? close + 1 : text.size();
  }
  text = front;
}

// With a form of address or a given name in front, one or more words behind.
bool names_somebody(std::string_view text, const Context& context) {
  const auto first = first_word(text);
  return has_words(text, 2) && (is_given(first, context) || context.language.addresses(first));
}

// "Schriftführerin: Mia Ott", "Mia Ott – Schriftführerin", "Mia Ott: Kasse", "City of Ulm – Mia Ott"
void take_dash(std::string_view& text, NameEntry& entry, const Context& context) {
  for (const std::string_view mark : {": ", " – ", " - ", " — ", " -- ", " :: "}) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) continue;
    const auto left = trim(text.substr(0, at), ends), right = trim(text.substr(at + mark.size()), ends);
    if (left.empty() || right.empty()) {
      text = left.empty() ? right : left;
      return;
    }
    const bool turned = names_somebody(right, context) && !names_somebody(left, context);
    if (is_office(left, context) && !is_office(right, context)) {
      entry.role = left;
      text = right;
    } else if (turned) {
      entry.affiliation = left;
      text = right;
    } else {
      (is_office(right, context) ? entry.role : entry.affiliation) = right;
      text = left;
    }
    return;
  }
}

// "D66", "50PLUS", "M5S": the one word of a party has figures in it.
bool is_code(std::string_view note) {
  constexpr std::size_t longest = 12;
  const auto letters = std::count_if(note.begin(), note.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return note.size() <= longest && letters > 0 && note.find_first_of(" .:,/-") == std::string_view::npos;
}

// "as a guest Mia Ott"
std::string_view strip_guest(std::string_view text, NameEntry& entry, const Context& context) {
  constexpr std::size_t most_words = 3;
  const auto parts = words(text.substr(0, 60));
  if (!is_lower(first_character(text))) return text;
  for (std::size_t count = 2; count <= most_words && count < parts.size(); ++count) {
    const auto front = join(parts.front(), parts[count - 1]);
    if (!context.reading.classes(front).has(WordClass::guest) || !is_upper(first_character(parts[count]))) continue;
    entry.notes.push_back(parts[count - 1]);
    return trim(after(text, front));
  }
  return text;
}

}  // namespace

bool names_an_item(std::string_view cell, const Context& context) {
  const auto parts = words(cell);
  return has_digit(cell) && std::any_of(parts.begin(), parts.end(), [&](std::string_view word) { return context.language.has("item_words", word); });
}

bool is_remark(std::string_view note, const Context& context) {
  constexpr std::size_t few_words = 3;
  if (note.starts_with('@')) return true;
  const auto all = context.reading.classes(note);
  if (all.has(WordClass::proxy) && !all.any({WordClass::body, WordClass::office, WordClass::members})) return true;
  if (has_words(note, few_words + 1)) return false;
  const auto parts = words(note);
  if (std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return context.language.has("remarks", bare(part)); })) return true;
  if (names_an_item(note, context)) return true;
  const auto said = context.reading.classes(note);
  if (said.any({WordClass::body, WordClass::office, WordClass::members, WordClass::proxy})) return false;
  constexpr WordClasses remarks{WordClass::present, WordClass::excused, WordClass::absent, WordClass::arrive, WordClass::leave, WordClass::deadline, WordClass::pronoun};
  if (said.has(WordClass::place) && is_lower(first_character(note))) return true;
  return said.any(remarks) || (is_lower(first_character(note)) && note.find('/') != std::string_view::npos);
}

NameEntry read_entry(std::string_view text, const Context& context) {
  NameEntry entry;
  const auto whole = trim(without_bullet(trim(text, U",;*_")), U",;*_");
  text = trim(whole, U"@,;*_");
  entry.text = text;
  const bool handle = whole.starts_with('@');
  // "01. Mia Ott"
  std::size_t digits = 0;
  while (digits < text.size() && digits < 4 && is_digit(static_cast<unsigned char>(text[digits]))) ++digits;
  const bool numbered = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')') && digits + 1 < text.size() && text[digits + 1] == ' ';
  if (numbered && office_end(context.reading.tokens(text), context) == 0) text = trim(text.substr(digits + 1));
  if (text.empty()) return entry;
  take_brackets(text, entry, context);
  take_dash(text, entry, context);
  text = strip_guest(text, entry, context);
  text = strip_front(text, entry, context);
  text = strip_unknown_office(text, entry, context);
  entry.name = take_name(text, entry, context);
  if (entry.name.empty()) return entry;
  entry.likeness = likeness_of(entry.name, context);
  const bool addressed = !entry.honorific.empty() || !entry.title.empty();
  if (addressed && entry.likeness != Likeness::none) entry.likeness = Likeness::sure;
  // "Mr Hall": a form of address makes a name of any word.
  if (addressed && entry.likeness == Likeness::none && is_part(bare(first_word(entry.name))) && words(entry.name).size() <= 5) entry.likeness = Likeness::sure;
  if (!entry.role.empty() && entry.likeness == Likeness::plain && words(entry.name).size() > 1) entry.likeness = Likeness::sure;
  // "@mott (Mia Ott)"
  if (handle && !entry.notes.empty() && has_words(entry.notes.front(), 2) && likeness_of(entry.notes.front(), context) >= Likeness::plain) {
    entry.name = entry.notes.front();
    entry.likeness = Likeness::sure;
    entry.notes.erase(entry.notes.begin());
  }
  for (const auto note : entry.notes) {
    entry.said |= context.reading.classes(note);
    if (entry.role.empty() && is_office(note, context)) entry.role = note;
    else if (entry.affiliation.empty() && (!has_digit(note) || is_code(note)) && !is_remark(note, context)) entry.affiliation = note;
  }
  for (const auto beside : {entry.tail, entry.role, entry.affiliation}) entry.said |= context.reading.classes(beside);
  if (!entry.tail.empty() && entry.role.empty() && is_office(entry.tail, context)) entry.role = entry.tail;
  return entry;
}

}  // namespace protokoll
