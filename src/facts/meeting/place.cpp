#include "facts/meeting/place.hpp"

#include <algorithm>
#include <vector>

#include "facts/meeting/place_words.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

bool is_any_list(std::string_view word, const Language& language) {
  return language.has("time_prepositions", word) || language.has("date_joiners", word) || language.has("about_words", word) || language.has("range_words", word) ||
         language.has("hour_units", word) || language.has("hour_marks", word) || language.has("place_stops", word);
}

bool is_separator(std::string_view text, std::size_t at, std::size_t& size) {
  constexpr std::string_view blank = " \n";
  for (const std::string_view mark : {"|", ";", "\n", "\xE2\x80\xA2", "\xC2\xB7", "\xC2\x96"})
    if (text.substr(at).starts_with(mark)) return size = mark.size(), true;
  for (const std::string_view dash : {"--", "-", "\xE2\x80\x93", "\xE2\x80\x94"})
    if (text.substr(at).starts_with(dash) && at > 0 && blank.find(text[at - 1]) != std::string_view::npos &&
        (at + dash.size() >= text.size() || blank.find(text[at + dash.size()]) != std::string_view::npos))
      return size = dash.size(), true;
  return false;
}

// What is left of a line without dates and times, cut at what separates.
std::vector<std::string_view> chunks(std::string_view line, const std::vector<std::string_view>& calendar) {
  std::vector<std::string_view> found;
  const auto add = [&](std::string_view part) {
    std::size_t begin = 0, size = 0;
    for (std::size_t i = 0; i < part.size(); ++i)
      if (is_separator(part, i, size)) {
        found.push_back(part.substr(begin, i - begin));
        begin = i + size;
        i = begin - 1;
      }
    found.push_back(part.substr(begin));
  };
  auto rest = line;
  for (const auto part : calendar) {
    if (part.data() < rest.data()) continue;
    add(before(rest, part));
    rest = after(rest, part);
  }
  add(rest);
  return found;
}

std::string_view without_edge_words(std::string_view chunk, const Context& context, bool& preposition) {
  chunk = trim(chunk, place_edges);
  while (!chunk.empty()) {
    const auto word = first_word(chunk);
    const auto bare = trim(word, U".,:");
    if (context.language.has("place_prepositions", bare)) preposition = true;
    else if (bare.empty() || !(is_any_list(bare, context.language) || (context.language.has("articles", bare)))) break;
    chunk = trim(after(chunk, word), place_edges);
  }
  while (!chunk.empty()) {
    const auto word = last_word(chunk);
    const auto bare = trim(word, U".,:(");
    if (!bare.empty() && !is_any_list(bare, context.language) && !context.language.has("place_prepositions", bare) && !context.language.has("articles", bare)) break;
    chunk = trim(before(chunk, word), place_edges);
  }
  return chunk;
}

// "kleiner Saal, öffentlich": parts at the ends that are something else are cut off.
std::string_view without_other_parts(std::string_view chunk, const Context& context) {
  while (true) {
    const auto comma = chunk.rfind(", ");
    if (comma == std::string_view::npos) break;
    const auto part = chunk.substr(comma + 2);
    if (!classes_beside_place(part, context).any(no_place) || context.reading.classes(part).has(WordClass::place)) break;
    chunk = trim(chunk.substr(0, comma), place_edges);
  }
  while (true) {
    const auto comma = chunk.find(", ");
    if (comma == std::string_view::npos) break;
    const auto part = chunk.substr(0, comma);
    if (!classes_beside_place(part, context).any(no_place) || context.reading.classes(part).has(WordClass::place)) break;
    chunk = trim(chunk.substr(comma + 2), place_edges);
  }
  return chunk;
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

// A comma, dash or bullet stands between the place and the date beside it.
static bool set_off(std::string_view line, std::string_view place) {
  constexpr std::u32string_view marks = U",–—-|•·;";
  const auto front = trim(before(line, place)), back = trim(after(line, place));
  const auto is_mark = [&](char32_t c) { return marks.find(c) != std::u32string_view::npos; };
  return (!front.empty() && is_mark(last_character(front))) || (!back.empty() && is_mark(first_character(back)));
}

PlaceMatch place_in_line(std::string_view line, const Context& context) {
  PlaceMatch best;
  constexpr std::size_t longest = 120, most_words = 9;
  const auto calendar = calendar_parts(line, context.language);
  for (const auto chunk : chunks(line, calendar)) {
    bool preposition = false;
    auto text = without_remark(without_other_parts(without_edge_words(chunk, context, preposition), context));
    if (text.empty() || text.size() > longest || text.find("://") != std::string_view::npos || text.find('@') != std::string_view::npos || text.find(':') != std::string_view::npos || !has_letters(text)) continue;
    if (!context.language.label(text).empty() || context.language.has("no_place_words", trim(first_word(text), U".,:"))) continue;
    const auto classes = context.reading.classes(text), beside = classes_beside_place(text, context);
    // "Library Committee" in a line of its own is who met.
    if (calendar.empty() && beside.has(WordClass::body) && text.find(',') == std::string_view::npos) continue;
    int weight = 0;
    if (beside.any(no_place) || context.language.has("meet_words", first_word(text))) {
      const auto inside = place_in_sentence(chunk, context);
      if (inside.weight < 3) continue;
      text = inside.text;
      weight = inside.weight;
    } else if (classes.has(WordClass::place) && words(text).size() <= 2 * most_words) {
      weight = 3;
    } else if (is_upper(first_character(text)) && words(text).size() <= most_words) {
      // The name of a house may be that of whoever owns it; it stands behind the day.
      const bool behind = !calendar.empty() && calendar.back().data() < chunk.data();
      weight = preposition ? 2 : !set_off(line, text) || (classes.has(WordClass::body) && !behind) ? 0 : 1;
    }
    // "October, 13-14, 2016 in Ulm, Old Mill"
    if (const auto inside = weight == 3 ? place_in_sentence(text, context) : PlaceMatch{}; inside.weight == 3 && has_digit(before(text, inside.text))) text = inside.text;
    // A quotation mark at the end belongs to the one within.
    if (std::count(text.begin(), text.end(), '"') == 1 && after(line, text).starts_with('"')) text = line.substr(static_cast<std::size_t>(text.data() - line.data()), text.size() + 1);
    if (weight > best.weight) best = {text, weight};
  }
  return best;
}

std::string_view place_of_label(std::string_view value, const Context& context) {
  value = trim(value);
  // The lines of one address: each but the last ends in a comma.
  auto end = value.find('\n');
  const auto links = [&](std::size_t newline) {
    const auto place = context.range(value.substr(newline, 1));
    return std::any_of(context.document.links.begin(), context.document.links.end(), [&](const DocumentLink& link) { return link.range.begin < place.begin && place.end < link.range.end; });
  };
  while (end != std::string_view::npos && end > 0 && (value[end - 1] == ',' || links(end))) end = value.find('\n', end + 1);
  auto first = trim(value.substr(0, end), U" ,;|");
  // "Rathaus (Anfahrt)": a link in parentheses is no part of the place.
  if (const auto open = first.rfind('('); open != std::string_view::npos && open > 0) {
    const auto inside = context.range(first.substr(open));
    for (const auto& link : context.document.links)
      if (link.range.begin >= inside.begin && link.range.end <= inside.end) return trim(first.substr(0, open));
  }
  const bool address_only = first.find("://") != std::string_view::npos && words(first).size() == 1;
  const auto calendar = calendar_parts(first, context.language);
  if (address_only || (!calendar.empty() && 2 * calendar.front().size() > first.size())) return {};
  for (const auto part : calendar)
    if (part.data() > first.data()) {
      bool preposition = false;
      return without_edge_words(before(first, part), context, preposition);
    }
  return first;
}

}  // namespace protokoll
