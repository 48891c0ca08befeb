#include "facts/attendance/people_segments.hpp"

#include <algorithm>

#include "facts/attendance/people_lines.hpp"
#include "facts/names/name_list.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// What a whole sentence announces of those who are named behind its colon.
std::optional<Standing> sentence_standing(std::string_view sentence, const Context& context) {
  const auto said = context.reading.classes(sentence);
  if (said.any({WordClass::motion_noun, WordClass::decision_noun, WordClass::election_noun, WordClass::elect, WordClass::agenda_noun, WordClass::proxy})) return std::nullopt;
  if (!said.any({WordClass::members, WordClass::body, WordClass::meeting_noun})) return std::nullopt;
  return standing_of(WordClasses(said));
}

constexpr std::u32string_view marks = U"*_.-–•·●:;|= ";

bool is_label_colon(std::string_view text, std::size_t at) {
  if (text[at] != ':') return false;
  const bool digit_before = at > 0 && is_digit(static_cast<unsigned char>(text[at - 1]));
  const bool digit_behind = at + 1 < text.size() && is_digit(static_cast<unsigned char>(text[at + 1]));
  if (digit_before && digit_behind) return false;
  // "Teilnehmer:innen", "https://"
  return at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '*' || text[at + 1] == '_' || text[at + 1] == ':' || digit_behind || is_upper(first_character(text.substr(at + 1)));
}

// "The following members of the board were present at the meeting:"
std::string_view sentence_before(std::string_view text, const Context& context) {
  constexpr std::size_t longest = 200, fewest_words = 4;
  const auto stop = text.rfind(". ");
  const auto sentence = trim(stop == std::string_view::npos ? text : text.substr(stop + 1));
  if (sentence.size() > longest || words(sentence).size() < fewest_words) return {};
  return sentence_standing(sentence, context) ? sentence : std::string_view{};
}

// "Tanner, online", "Jo / Apologies": the name is none of a label's words.
bool names_somebody(std::string_view label, const Context& context) {
  const auto mark = label.find_first_of(",/");
  return mark != std::string_view::npos && likeness_of(trim(label.substr(0, mark)), context) >= Likeness::plain;
}

// The label that ends at a colon: the longest run of known words, else all from the last mark on.
std::string_view label_before(std::string_view text, bool at_begin, const Context& context) {
  constexpr std::size_t farthest = 1000;
  text = last_words(text, farthest);
  const auto line = text.substr(text.rfind('\n') + 1);
  const auto parts = words(line);
  constexpr std::size_t most_words = 8;
  for (std::size_t count = std::min(most_words, parts.size()); count > 0; --count) {
    const auto candidate = join(parts[parts.size() - count], parts.back());
    if (count < parts.size()) {
      const auto before_it = parts[parts.size() - count - 1];
      // A run within a sentence is no label, unless its words are one in the language file.
      const bool apart = before_it.find_first_of(",;.)|") != std::string_view::npos;
      if (!apart && context.language.label(trim(candidate, marks)).empty()) continue;
    }
    if (candidate.find_first_of("{}<>;|") != std::string_view::npos) continue;
    if (names_somebody(candidate, context)) continue;
    if (standing_of(candidate, context) || is_other_label(candidate, context) || (is_office(candidate, context) && count <= 4)) return candidate;
  }
  if (const auto sentence = sentence_before(text, context); !sentence.empty()) return sentence;
  auto mark = std::string_view::npos;
  std::string_view behind = line;
  for (const std::string_view separator : {";", "•", "●", "|"})
    if (const auto at = line.rfind(separator); at != std::string_view::npos && (mark == std::string_view::npos || at > mark)) mark = at, behind = line.substr(at + separator.size());
  const auto rest = trim(behind, marks);
  constexpr std::size_t longest = 60;
  if ((mark == std::string_view::npos && !at_begin) || rest.empty() || rest.size() > longest || words(rest).size() > 7) return {};
  return rest;
}

// "Present - Mia Ott, Jo Kern", "PRESENT Mr J. Ott", "Anwesend waren Mia Ott und Jo Kern": a label without a colon.
PeopleSegment bare_label(std::string_view text, const Context& context) {
  const auto parts = words(text);
  constexpr std::size_t most_words = 8;
  PeopleSegment best;
  int most = 0;
  for (std::size_t count = 1; count <= std::min(most_words, parts.size() - (parts.empty() ? 0 : 1)); ++count) {
    const auto label = join(parts.front(), parts[count - 1]);
    if (names_somebody(label, context)) continue;
    const auto standing = standing_of(label, context);
    const auto end = static_cast<std::size_t>(label.data() + label.size() - text.data());
    const auto value = trim(after(text, label), U":;-–—*_. ");
    if (value.empty()) continue;
    // "PROXY     Mr A. Scarr"
    if (!standing && end < text.size() && is_wide_gap(text, end, context) && is_other_label(label, context)) return {.label = label, .value = value, .other = true};
    if (!standing) continue;
    const auto list = read_list(value, ListShape::list, context);
    const auto last = parts[count - 1];
    const auto next = trim(after(text, label));
    const bool dashed = next.starts_with("-") || next.starts_with("–") || next.starts_with("—") || last.ends_with(';') || last.ends_with('*');
    const auto gap = static_cast<std::size_t>(last.data() + last.size() - text.data());
    const bool apart = dashed || (gap < text.size() && is_wide_gap(text, gap, context)) || is_all_capitals(label);
    if (list.people.empty() || list.others > static_cast<int>(list.people.size())) continue;
    const bool few = !is_attendance(*standing);
    if (few && (!apart || list.people.size() > 3 || list.others > 0)) continue;
    if (count > 1 && context.language.addresses(last)) continue;
    const auto is_whole = [](const NameEntry& entry) { return entry.likeness == Likeness::sure || words(entry.name).size() > 1; };
    if (!apart && !std::all_of(list.people.begin(), list.people.end(), is_whole)) continue;
    const auto score = static_cast<int>(list.people.size()) * 2 + list.sure - list.others * 2;
    if (best.standing && score < most) continue;
    most = score;
    best = {.label = label, .value = value, .standing = standing};
  }
  return best;
}

}  // namespace

std::vector<PeopleSegment> people_segments(std::string_view text, const Context& context) {
  std::vector<PeopleSegment> segments;
  PeopleSegment open;
  std::size_t begin = 0;
  int depth = 0;
  const auto close = [&](std::string_view value) {
    open.value = without_leader(trim(value, U" \n*_|;/"));
    if (!open.label.empty() || !open.value.empty()) segments.push_back(open);
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    depth += (text[at] == '(' || text[at] == '[') - ((text[at] == ')' || text[at] == ']') && depth > 0);
    if (depth > 0 || !is_label_colon(text, at)) continue;
    const auto label = label_before(text.substr(begin, at - begin), segments.empty() && open.label.empty(), context);
    if (label.empty()) continue;
    const auto start = static_cast<std::size_t>(label.data() - text.data());
    close(text.substr(begin, start - begin));
    open = {.label = label, .value = {}, .standing = standing_of(label, context)};
    if (!open.standing && words(label).size() >= 4) open.standing = sentence_standing(label, context);
    open.other = !open.standing && is_other_label(label, context);
    open.group = !open.standing && !open.other;
    begin = at + 1;
  }
  close(text.substr(std::min(begin, text.size())));
  if (segments.size() == 1 && segments[0].label.empty() && context.language.label(trim(segments[0].value, marks)).empty())
    if (const auto bare = bare_label(segments[0].value, context); bare.standing || bare.other) return {bare};
  return segments;
}

}  // namespace protokoll
