#include <algorithm>

#include "facts/meeting/head_reader.hpp"
#include "facts/meeting/place.hpp"
#include "facts/meeting/place_words.hpp"
#include "facts/meeting/statements.hpp"
#include "structure/agenda_label.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr WordClasses names_meeting{WordClass::meeting_noun, WordClass::body, WordClass::minutes_noun, WordClass::open};

constexpr WordClasses of_people{WordClass::present, WordClass::excused, WordClass::absent, WordClass::guest, WordClass::arrive, WordClass::leave};

}  // namespace

bool HeadReader::behind_calendar(std::string_view text, std::string_view place) const {
  const auto times = find_times(text, context_.language);
  return !times.empty() && times.front().text.data() < place.data();
}

bool HeadReader::is_colonless(std::string_view part) {
  const auto parts = words(part);
  for (std::size_t count = std::min<std::size_t>(3, parts.size() - 1); count > 0; --count) {
    const auto label = join(parts.front(), parts[count - 1]);
    const auto keys = head_keys(label, context_);
    if (keys.empty() || has(keys, "other") || has(keys, "title") || has(keys, "next")) continue;
    const auto value = trim(after(part, label));
    const auto dates = find_dates(value, context_.language);
    const auto times = find_times(value, context_.language);
    const bool begins = (!dates.empty() && dates.front().text.data() == value.data()) || (!times.empty() && times.front().text.data() == value.data());
    const bool place = keys.front() == "location" && colonless_ && is_upper(first_character(value));
    if (!begins && !place) continue;
    colonless_ = true;
    waiting_ = keys;
    labelled(value);
    waiting_.clear();
    return true;
  }
  return false;
}

void HeadReader::consider(std::string_view part, const TextBlock& block) {
  if (words(part).size() > 1 && is_colonless(part)) return;
  const auto classes = context_.reading.classes(part);
  const auto tokens = context_.reading.tokens(part);
  const bool meets = find_word(tokens, "meet_words", context_) < tokens.size() || (in_item_ && classes.has(WordClass::open));
  bool sentence = part.size() > 60 && (part.ends_with('.') || words(part).size() > 14);
  const auto dates = find_dates(part, context_.language);
  constexpr std::size_t longest_line = 18;
  // "Thursday, 3 May 2019, 7 pm to 9 pm, the library in Mill Lane."
  if (sentence && !meets && !dates.empty() && dates.front().text.data() == part.data() && words(part).size() <= longest_line) sentence = false;
  auto worth = dates.empty() ? Worth::none : worth_of(dates.front().text, part, classes, meets);
  if (in_item_ && worth < Worth::sentence) {
    if (dates.empty() && meets && classes.any(names_meeting) && !classes.has(WordClass::later) && !find_times(part, context_.language).empty()) place(part, true, true);
    return;
  }
  // An item tells of other days as well.
  if (in_item_) worth = Worth::title;
  const bool took = worth != Worth::none && choice_.date(part, worth);
  const auto times = find_times(part, context_.language);
  // "15 May, 17 h to 19 h" is no one's coming and going.
  const auto told = classes_beside_place(part, context_);
  const bool of_others = told.any(of_people) && !(took && worth >= Worth::line && told.any({WordClass::arrive, WordClass::leave}) && !told.any({WordClass::present, WordClass::excused, WordClass::absent, WordClass::guest}));
  const bool opens = classes.any({WordClass::open, WordClass::close});
  if (!times.empty() && !opens && !of_others && worth != Worth::aside && worth != Worth::file) {
    const bool mostly = 3 * times.front().text.size() >= part.size();
    const bool in_brackets = before(part, times.front().text).ends_with('(') && !took;
    if ((took && worth > Worth::mention) || ((mostly || meets || (near_date_ && !sentence)) && !in_brackets && dates.empty())) choice_.times(part, took ? worth : Worth::line);
  }
  const bool about_time = (took && worth > Worth::mention) || (!times.empty() && dates.empty() && (meets || near_date_));
  if (!of_others && (!dates.empty() || !parse_agenda_label(part, context_.language))) place(part, sentence, about_time || meets);
  near_date_ = took && worth > Worth::mention ? true : near_date_ && ++since_date_ < 3 && block.kind != BlockKind::heading;
  if (took) since_date_ = 0;
}

bool HeadReader::tokens_all_place(std::string_view part) const {
  const auto tokens = context_.reading.tokens(part);
  return std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.inner || token.is(WordClass::place); });
}

// "En Zamora, a las 14 horas del 3 de mayo se reúne …", "Reunidos en Madrid el día …": in front of when they met, a name that nothing but its place calls a place.
bool HeadReader::opens_with_town(std::string_view part, std::string_view town) const {
  if (town.empty() || context_.reading.classes(town).any(names_meeting)) return false;
  const auto front = words(before(part, town));
  const bool met = front.size() == 2 && context_.language.has("meet_words", front.front());
  if (!(front.size() == 1 || met) || !context_.language.has("place_prepositions", front.back())) return false;
  const auto rest = after(part, town);
  const auto dates = find_dates(rest, context_.language);
  const auto times = find_times(rest, context_.language);
  if (dates.empty()) return false;
  const auto when = times.empty() || dates.front().text.data() < times.front().text.data() ? dates.front().text : times.front().text;
  constexpr std::size_t few = 3;
  return words(trim(before(rest, when), U", ")).size() <= few;
}

void HeadReader::place(std::string_view part, bool sentence, bool about_meeting) {
  const auto inside = place_in_sentence(part, context_);
  const bool in_front = inside.weight >= 2 && trim(before(part, inside.text)).size() <= 12 && !sentence;
  const bool short_line = part.size() < 60 && !sentence;
  if (context_.reading.classes(part).has(WordClass::later)) return;
  if (about_meeting && inside.weight >= (short_line ? 1 : 2)) choice_.place(inside.text, in_item_ ? Worth::title : sentence ? Worth::sentence : Worth::line);
  else if (in_front && near_date_) choice_.place(inside.text, Worth::line);
  else if (about_meeting && !in_item_ && opens_with_town(part, inside.text)) choice_.place(inside.text, Worth::mention);
  if (sentence || choice_.has_place(Worth::line)) return;
  const auto line = place_in_line(part, context_);
  if (about_meeting && line.weight >= 1) choice_.place(line.text, line.weight >= 2 ? Worth::line : Worth::mention);
  else if (near_date_ && line.weight == 3 && words(part).size() <= 12) choice_.place(line.text, Worth::title);
  // "Online" in a cell by itself, above the title.
  else if (line.weight == 3 && pieces_ <= 3 && line.text.size() == part.size() && tokens_all_place(part)) choice_.place(line.text, Worth::mention);
}

// Ends with a word for the notice of a meeting: "mit Einladung vom".
bool HeadReader::names_summons(std::string_view front) const {
  constexpr std::size_t nearest = 3;
  const auto parts = words(front);
  return std::any_of(parts.begin() + static_cast<std::ptrdiff_t>(parts.size() - std::min(nearest, parts.size())), parts.end(), [&](std::string_view word) { return context_.language.has("summons_words", trim(word, U",.:;()")); });
}

WordClasses HeadReader::right_in_front(std::string_view front) const {
  const auto tokens = context_.reading.tokens(front);
  constexpr std::size_t nearest = 2;
  return all_classes(tokens.last(std::min(nearest, tokens.size())));
}

Worth HeadReader::worth_of(std::string_view date, std::string_view part, WordClasses classes, bool meets) const {
  const auto front = before(part, date);
  const auto bare = trim(front);
  if (is_mail_ && pieces_ <= 8 && bare.ends_with(':')) return Worth::aside;
  const auto in_front = context_.reading.classes(front);
  if (in_front.any({WordClass::earlier, WordClass::later}) || right_in_front(front).has(WordClass::deadline)) return Worth::aside;
  // "… were summoned by notice of 3 May to the meeting on 14 May"
  if (names_summons(front)) return Worth::aside;
  if (bare.ends_with(':') && !in_front.any(names_meeting)) return Worth::aside;
  if (in_front.has(WordClass::accept) || classes.has(WordClass::later)) return Worth::aside;
  if (const auto words_in_front = context_.reading.tokens(front); find_word(words_in_front, "next_words", context_) < words_in_front.size()) return Worth::aside;
  if (meets && classes.any(names_meeting | WordClasses{WordClass::members, WordClass::we})) return Worth::sentence;
  if (meets && words(bare).size() <= 4) return Worth::sentence;
  const bool begins = words(bare).size() <= 2 && bare.find(':') == std::string_view::npos;
  if (begins || 3 * date.size() >= part.size()) return Worth::line;
  return classes.any(names_meeting) && part.size() < 200 ? Worth::line : Worth::mention;
}

}  // namespace protokoll
