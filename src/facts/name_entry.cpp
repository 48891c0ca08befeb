#include "facts/name_entry.hpp"

#include <algorithm>
#include <array>

#include "analysis/names.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

// Words that no name of two capitalised words holds.
constexpr WordClasses things{WordClass::body, WordClass::members, WordClass::meeting_noun, WordClass::minutes_noun, WordClass::agenda_noun, WordClass::agenda_title,
                             WordClass::decision_noun, WordClass::motion_noun, WordClass::task_noun, WordClass::vote_noun, WordClass::votes, WordClass::present,
                             WordClass::excused, WordClass::absent, WordClass::guest, WordClass::proxy, WordClass::quorum, WordClass::pronoun, WordClass::we,
                             WordClass::office, WordClass::election_noun, WordClass::attachment_noun, WordClass::yes, WordClass::no, WordClass::abstain};
constexpr std::size_t most_words = 6;
constexpr std::u32string_view ends = U",;:.*_–-—|";

bool is_particle(std::string_view word, const Context& context) {
  // "van ’t Hoff" in whatever apostrophe
  const auto bare = trim_front(word, U"'’‘`´");
  return context.language.has("name_particles", word) || (bare.size() < word.size() && bare.size() == 1 && is_lower(first_character(bare)));
}

bool is_given(std::string_view word, const Context& context) {
  if (context.language.has("given_names", word)) return true;
  const auto hyphen = word.find('-');
  return hyphen != std::string_view::npos && context.language.has("given_names", word.substr(0, hyphen));
}

bool is_initial(std::string_view word) {
  if (word.empty() || !is_upper(first_character(word))) return false;
  // "J.", "J.A.", "T"
  std::size_t letters = 0, stops = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] == '.') ++stops;
    else if ((static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80) ++letters;
  }
  return letters == 1 || (stops > 0 && stops == letters);
}

// A nickname within a name: "Bob", 'nanvo', (Gaby).
bool is_quoted(std::string_view word) {
  if (word.size() < 3) return false;
  const auto first = first_character(word), last = last_character(word);
  constexpr std::u32string_view opening = U"\"'“„‚‘«»(", closing = U"\"'”“’‘»«)";
  return opening.find(first) != std::u32string_view::npos && closing.find(last) != std::u32string_view::npos;
}

// A word of a name, its marks cut off.
bool is_part(std::string_view word) {
  if (is_initial(word)) return true;
  // "d’Aubreville"
  if (const auto elided = word.find_first_of("'\xE2"); elided == 1 && is_lower(first_character(word))) word = trim(word.substr(1), U"'’");
  if (!is_upper(first_character(word))) return false;
  // Soft hyphens and marks of direction do not show.
  constexpr std::u32string_view inner = U"-'’‘‑–.\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF";
  for (std::size_t at = 0; at < word.size();) {
    const auto c = first_character(word.substr(at));
    if (!is_letter(c) && inner.find(c) == std::u32string_view::npos) return false;
    at += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
  return true;
}

// "jun.", "jr", "III"
bool is_suffix(std::string_view word, const Context& context) { return context.language.has("name_suffixes", word) || context.language.has("name_suffixes", trim(word, U".")); }

// "MP", "BSc": behind a name
bool is_credential(std::string_view word, const Context& context) {
  if (context.language.has("academic_titles", word)) return true;
  std::size_t capitals = 0, letters = 0;
  for (const char c : word) {
    letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    capitals += c >= 'A' && c <= 'Z';
  }
  return letters <= 4 && capitals >= 2 && word.find('.') == std::string_view::npos;
}

std::string_view bare(std::string_view word) { return trim(word, U",;:*_"); }

// Where the office at the begin of the tokens ends; 0 if there is none.
std::size_t office_end(Tokens tokens, const Context& context) {
  std::size_t at = 0;
  // "1. Vorsitzender"
  if (at < tokens.size() && (tokens[at].kind == TokenKind::number || tokens[at].value >= 0)) {
    ++at;
    if (at < tokens.size() && tokens[at].mark == '.') ++at;
  }
  if (at >= tokens.size() || tokens[at].kind != TokenKind::word) return 0;
  const auto word = context.reading.text(tokens[at]);
  if (!tokens[at].is_any(offices) && !context.language.has("roles", word)) return 0;
  if (is_given(word, context)) return 0;
  ++at;
  while (at < tokens.size() && (tokens[at].inner || tokens[at].mark == '.' || tokens[at].mark == '/' || tokens[at].mark == '*' ||
                                (at > 0 && tokens[at].kind == TokenKind::word && (tokens[at - 1].mark == '/' || tokens[at - 1].mark == '*'))))
    ++at;
  return at;
}

// "BOD members Mia Ott", "Utilities Committee Co-chair Jo Kern": the office stands behind what it is of, a name behind it.
std::size_t office_behind_words(Tokens tokens, const Context& context) {
  constexpr std::size_t furthest = 4;
  for (std::size_t at = 1; at <= furthest && at + 1 < tokens.size(); ++at) {
    const auto& before = tokens[at - 1];
    if (before.kind != TokenKind::word || !(before.capital || before.is(WordClass::members)) || is_given(context.reading.text(before), context) || is_particle(context.reading.text(before), context)) return 0;
    if (!tokens[at].is_any(offices) && !tokens[at].is(WordClass::members)) continue;
    const auto size = tokens[at].is_any(offices) ? office_end(tokens.subspan(at), context) : 1;
    if (size == 0) return 0;
    const auto end = at + size;
    return end < tokens.size() && tokens[end].capital && (end + 1 < tokens.size() || at == 1) ? end : 0;
  }
  return 0;
}

// "GR", "KonsR", "Verw.-Angest.": a code or a shortened word in front of a whole name.
std::string_view code_in_front(std::string_view text, const Context& context) {
  const auto word = first_word(text), rest = trim(after(text, word));
  if (rest.empty() || is_given(word, context) || !is_upper(first_character(word)) || is_initial(word)) return {};
  const auto next = first_word(rest);
  const bool named = is_given(bare(next), context) || context.language.addresses(next);
  if (word.back() == '.' && word.size() > 4 && is_upper(first_character(next))) return word;
  const auto last = last_character(trim(word, U"."));
  constexpr std::size_t longest_code = 4, longest_mixed = 6;
  const bool coded = is_upper(last) && word.size() <= (is_all_capitals(word) ? longest_code : longest_mixed) && has_words(rest, 2);
  return coded && (named || word.size() <= 3 || !is_all_capitals(word)) && is_upper(first_character(next)) && !is_all_capitals(bare(next)) ? word : std::string_view{};
}

std::string_view view_of(Tokens tokens, const Context& context) {
  if (tokens.empty()) return {};
  return context.view(Range{tokens.front().range.begin, tokens.back().range.end});
}

}  // namespace

bool is_full(const NameEntry& entry) { return words(entry.name).size() > 1 || !entry.honorific.empty() || !entry.title.empty(); }

bool is_office(std::string_view text, const Context& context) {
  text = trim(text, U":.,–-() *_");
  if (text.empty()) return false;
  if (context.language.has("roles", text)) return true;
  const auto tokens = context.reading.tokens(text);
  if (tokens.empty() || tokens.size() > 10) return false;
  bool office = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto& token = tokens[i];
    const auto word = context.reading.text(token);
    if (token.kind != TokenKind::word) {
      if (token.mark == ':' || token.mark == '?' || token.mark == '@') return false;
      continue;
    }
    if (i > 0 && is_given(word, context)) return false;
    if (token.is_any(offices) || context.language.has("roles", word)) office = true;
    else if (token.capital && !token.inner && token.classes.empty() && token.value < 0 && !context.language.has("articles", word)) return false;
  }
  return office;
}

Likeness likeness_of(std::string_view name, const Context& context) {
  const auto parts = words(name);
  if (parts.empty() || parts.size() > most_words || context.language.has("no_names", name)) return Likeness::none;
  if (name.find_first_of(":?!<>=/@{}[]") != std::string_view::npos) return Likeness::none;
  if (parts.size() == 1) {
    const auto word = bare(parts.front());
    if (word.empty() || !is_letter(first_character(word)) || context.language.has("articles", word) || context.language.has("pronouns", word) || context.language.addresses(word)) return Likeness::none;
    if (is_given(word, context)) return Likeness::sure;
    const auto classes = context.reading.classes(word);
    // "ab", "from", "dès": small words of the language are no nicknames.
    constexpr std::array<Key, 4> small_words{"time_prepositions", "place_prepositions", "range_words", "name_particles"};
    if (is_lower(first_character(word)) && (!classes.empty() || std::any_of(small_words.begin(), small_words.end(), [&](Key list) { return context.language.has(list, word); }))) return Likeness::none;
    if (classes.any(things) || classes.any(offices) || context.language.month(word) || context.language.weekday(word) || context.language.number(word)) return Likeness::none;
    return is_part(word) && word.size() > 1 ? Likeness::plain : Likeness::nick;
  }
  int capitals = 0, particles = 0, initials = 0;
  bool given = false, thing = false;
  for (const auto raw : parts) {
    const auto part = bare(raw);
    if (context.language.has("no_names", part)) return Likeness::none;
    given = given || is_given(part, context);
    if (is_particle(part, context)) ++particles;
    else if (is_part(part)) {
      ++capitals;
      initials += is_initial(part);
      // "Jan Voss", "May Brown": months are given names as well, but never last names.
      thing = thing || context.reading.classes(part).any(things) || context.language.weekday(part) || (capitals > 1 && context.language.month(part));
    } else if (!is_quoted(part) && !is_suffix(part, context) && !has_digit(part)) {
      return Likeness::none;
    }
  }
  if (capitals == 0) return Likeness::none;
  const auto first = bare(parts.front());
  // "zu Beginn"
  if (is_lower(first_character(first)) && parts.size() == 2 && (context.language.has("place_prepositions", first) || context.language.has("time_prepositions", first))) return Likeness::none;
  const bool last_name = is_all_capitals(first) && is_all_capitals(bare(parts[1])) && !is_all_capitals(bare(parts.back()));  // "LA TROLA Michelle"
  if (context.language.has("articles", first) && !is_initial(first) && !last_name) return Likeness::none;
  if (is_given(first, context) || (initials > 0 && capitals > initials)) return Likeness::sure;
  if (thing) return Likeness::none;
  return given ? Likeness::sure : Likeness::plain;
}

std::string_view strip_front(std::string_view text, NameEntry& entry, const Context& context) {
  while (true) {
    text = trim(text, U"*_–-:;,");
    const auto address = parse_address(text, context.language);
    if (!address.honorific.empty() && !address.rest.empty()) entry.honorific = address.honorific;
    if (!address.title.empty() && !address.rest.empty()) entry.title = entry.title.empty() ? address.title : join(entry.title, address.title);
    const bool addressed = address.rest.size() < text.size() && !address.rest.empty();
    if (addressed) text = address.rest;
    // "Dr. h. c.", "Dr. med. vet."
    constexpr std::size_t longest = 6;
    for (auto word = first_word(text); addressed && !address.title.empty() && word.size() > 1 && word.size() <= longest && word.back() == '.' && is_lower(first_character(word)); word = first_word(text)) {
      entry.title = join(entry.title, word);
      text = trim(after(text, word));
    }
    const auto tokens = context.reading.tokens(text);
    if (const auto article = first_word(text); context.language.has("articles", article) && tokens.size() > 1 && !is_all_capitals(article) && (office_end(tokens.subspan(1), context) > 0 || context.language.addresses(first_word(trim(after(text, article)))))) {
      text = trim(after(text, article));
      continue;
    }
    const auto end = std::max(office_end(tokens, context), office_behind_words(tokens, context));
    if (end > 0 && end < tokens.size() && tokens[end].kind != TokenKind::mark) {
      const auto office = view_of(tokens.first(end), context);
      entry.role = entry.role.empty() ? office : join(entry.role, office);
      text = trim(after(text, office), U":–- .");
      continue;
    }
    if (const auto code = code_in_front(text, context); !code.empty()) {
      entry.role = entry.role.empty() ? code : join(entry.role, code);
      text = trim(after(text, code));
      continue;
    }
    if (!addressed) return text;
  }
}

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
    const bool nick = count > 0 && is_quoted(word), particle = is_particle(word, context);
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
    if (count >= 2 && particle && context.reading.classes(first_word(trim(after(rest, raw)))).any(things)) break;
    if (count >= 2 && is_credential(word, context) && !is_all_capitals(last_word(name)) && !is_initial(word) && word.find('.') == std::string_view::npos) break;
    if (count >= 1 && !particle && !is_given(word, context) && !nick) {
      const auto tokens = context.reading.tokens(trim(rest));
      if (count >= 2 && office_end(tokens, context) > 0) break;
    }
    if (count == 0 || !particle || rest.size() > raw.size()) name = name.empty() ? word : join(name, word);
    ++count;
    rest = trim(after(rest, raw));
    if (word.size() != raw.size() && raw.data() + raw.size() != word.data() + word.size()) break;
  }
  if (name.empty()) return name;
  // A particle at the end belongs to what follows.
  while (is_particle(last_word(name), context) && has_words(name, 2)) name = trim(before(name, last_word(name)));
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

// "krank", "online", "she/her", "@mott": said of somebody, but no house that sent them.
// "D66", "50PLUS", "M5S": the one word of a party has figures in it.
bool is_code(std::string_view note) {
  constexpr std::size_t longest = 12;
  const auto letters = std::count_if(note.begin(), note.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return note.size() <= longest && letters > 0 && note.find_first_of(" .:,/-") == std::string_view::npos;
}

bool is_remark(std::string_view note, const Context& context) {
  constexpr std::size_t few_words = 3;
  if (note.starts_with('@')) return true;
  if (has_words(note, few_words + 1)) return false;
  const auto said = context.reading.classes(note);
  if (said.any({WordClass::body, WordClass::office, WordClass::members, WordClass::proxy})) return false;
  constexpr WordClasses remarks{WordClass::present, WordClass::excused, WordClass::absent, WordClass::arrive, WordClass::leave, WordClass::deadline, WordClass::pronoun};
  return said.any(remarks) || (is_lower(first_character(note)) && note.find('/') != std::string_view::npos);
}

}  // namespace

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
  text = strip_front(text, entry, context);
  text = strip_unknown_office(text, entry, context);
  entry.name = take_name(text, entry, context);
  if (entry.name.empty()) return entry;
  entry.likeness = likeness_of(entry.name, context);
  const bool addressed = !entry.honorific.empty() || !entry.title.empty();
  if (addressed && entry.likeness != Likeness::none) entry.likeness = Likeness::sure;
  // "Mr Hall": a form of address makes a name of any word.
  if (addressed && entry.likeness == Likeness::none && is_part(bare(first_word(entry.name))) && words(entry.name).size() <= 3) entry.likeness = Likeness::sure;
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
