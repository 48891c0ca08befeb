#include "facts/place.hpp"

#include <algorithm>
#include <vector>

#include "analysis/text.hpp"
#include "facts/dates.hpp"
#include "facts/times.hpp"

namespace protokoll {
namespace {

// Words that say what a part of a line is if it is no place.
constexpr WordClasses no_place{WordClass::meeting_noun, WordClass::minutes_noun, WordClass::agenda_noun, WordClass::office, WordClass::chair_office,
                               WordClass::secretary_office, WordClass::present, WordClass::excused, WordClass::absent, WordClass::members, WordClass::open,
                               WordClass::close, WordClass::agenda_title, WordClass::public_part, WordClass::closed_part};

constexpr std::u32string_view edges = U" ,;:.–—-|•·*_/>\"";

bool is_any_list(std::string_view word, const Language& language) {
  return language.has("time_prepositions", word) || language.has("date_joiners", word) || language.has("about_words", word) || language.has("range_words", word) ||
         language.has("hour_units", word) || language.has("hour_marks", word) || language.has("place_stops", word);
}

// The stretches of a text that are dates and times.
std::vector<std::string_view> calendar_parts(std::string_view text, const Language& language) {
  std::vector<std::string_view> parts;
  for (const auto& date : find_dates(text, language)) parts.push_back(date.text);
  for (const auto& time : find_times(text, language)) parts.push_back(time.text);
  std::sort(parts.begin(), parts.end(), [](std::string_view a, std::string_view b) { return a.data() < b.data(); });
  return parts;
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
  chunk = trim(chunk, edges);
  while (!chunk.empty()) {
    const auto word = first_word(chunk);
    const auto bare = trim(word, U".,:");
    if (context.language.has("place_prepositions", bare)) preposition = true;
    else if (bare.empty() || !(is_any_list(bare, context.language) || (context.language.has("articles", bare)))) break;
    chunk = trim(after(chunk, word), edges);
  }
  while (!chunk.empty()) {
    const auto word = last_word(chunk);
    const auto bare = trim(word, U".,:(");
    if (!bare.empty() && !is_any_list(bare, context.language) && !context.language.has("place_prepositions", bare) && !context.language.has("articles", bare)) break;
    chunk = trim(before(chunk, word), edges);
  }
  return chunk;
}

// "kleiner Saal, öffentlich": parts at the ends that are something else are cut off.
std::string_view without_other_parts(std::string_view chunk, const Context& context) {
  while (true) {
    const auto comma = chunk.rfind(", ");
    if (comma == std::string_view::npos) break;
    const auto classes = context.reading.classes(chunk.substr(comma + 2));
    if (!classes.any(no_place) || classes.has(WordClass::place)) break;
    chunk = trim(chunk.substr(0, comma), edges);
  }
  while (true) {
    const auto comma = chunk.find(", ");
    if (comma == std::string_view::npos) break;
    const auto classes = context.reading.classes(chunk.substr(0, comma));
    if (!classes.any(no_place) || classes.has(WordClass::place)) break;
    chunk = trim(chunk.substr(comma + 2), edges);
  }
  return chunk;
}

// "under the oak (it rained)": a remark is no part of the place.
std::string_view without_remark(std::string_view text) {
  const auto open = text.rfind('(');
  if (open == std::string_view::npos || open == 0) return text;
  const auto inside = trim(text.substr(open + 1), U")");
  return is_lower(first_character(inside)) && words(inside).size() > 1 ? trim(text.substr(0, open), edges) : text;
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

// A comma, dash or bullet stands between the chunk and the date beside it.
static bool set_off(std::string_view line, std::string_view chunk) {
  constexpr std::u32string_view marks = U",–—-|•·;";
  const auto behind = trim(chunk), front = trim(before(line, chunk)), back = trim(after(line, chunk));
  if (chunk.size() == line.size()) return false;
  const auto is_mark = [&](char32_t c) { return marks.find(c) != std::u32string_view::npos; };
  return is_mark(first_character(behind)) || is_mark(last_character(behind)) || (!front.empty() && is_mark(last_character(front))) || (!back.empty() && is_mark(first_character(back)));
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
    const auto classes = context.reading.classes(text);
    int weight = 0;
    if (classes.any(no_place) || context.language.has("meet_words", first_word(text))) {
      const auto inside = place_in_sentence(chunk, context);
      if (inside.weight < 3) continue;
      text = inside.text;
      weight = inside.weight;
    } else if (classes.has(WordClass::place) && words(text).size() <= 2 * most_words) {
      weight = 3;
    } else if (is_upper(first_character(text)) && words(text).size() <= most_words) {
      // The name of a house may be that of whoever owns it; it stands behind the day.
      const bool behind = !calendar.empty() && calendar.back().data() < chunk.data();
      weight = preposition ? 2 : !set_off(line, chunk) || (classes.has(WordClass::body) && !behind) ? 0 : 1;
    }
    if (weight > best.weight) best = {text, weight};
  }
  return best;
}

namespace {

// Goes on from a preposition as long as the words can belong to a place.
class Phrase {
 public:
  Phrase(Tokens tokens, std::string_view sentence, const Context& context) : tokens_(tokens), context_(context), language_(context.language), calendar_(calendar_parts(sentence, context.language)) {
    // Without what lies in another.
    std::size_t kept = 0;
    for (const auto part : calendar_)
      if (kept == 0 || part.data() + part.size() > calendar_[kept - 1].data() + calendar_[kept - 1].size()) calendar_[kept++] = part;
    calendar_.resize(kept);
  }

  PlaceMatch behind(std::size_t at) {
    while (at < tokens_.size() && (language_.has("articles", text(at)) || language_.has("place_prepositions", text(at)))) ++at;
    begin_ = at;
    end_ = at;
    bool named = false, capital = false, number = false;
    constexpr std::size_t most_tokens = 80;
    for (; at < tokens_.size() && allowed(at); ++at) {
      if (at - begin_ > most_tokens) return {};
      const auto& token = tokens_[at];
      if (token.kind == TokenKind::mark || is_link(at)) continue;
      named = named || token.is(WordClass::place);
      capital = capital || token.capital;
      number = number || token.kind == TokenKind::number;
      end_ = at + 1;
    }
    if (end_ == begin_) return {};
    // A closing bracket or quotation mark belongs to what it closes.
    while (end_ < tokens_.size() && closes(end_)) ++end_;
    PlaceMatch match{view(), 0};
    const auto& first = tokens_[begin_];
    const auto other = context_.reading.classes(match.text).any(no_place);
    if (named && !language_.month(text(begin_))) match.weight = other && !first.capital ? 2 : 3;
    else if (capital && number && first.capital && !other && is_address(match.text)) match.weight = 2;
    else if (first.capital && !other && !language_.has("given_names", text(begin_)) && !language_.addresses(text(begin_)) && !language_.month(text(begin_)) && !language_.weekday(text(begin_))) match.weight = 1;
    return match;
  }

  [[nodiscard]] std::size_t begin() const { return begin_; }

 private:
  // "Kranichgasse 3, 12345 Ort": a figure by itself makes no address.
  static bool is_address(std::string_view text) {
    std::size_t run = 0, longest = 0;
    for (const char c : text) longest = std::max(longest, run = c >= '0' && c <= '9' ? run + 1 : 0);
    return longest >= 4 || text.find(',') != std::string_view::npos;
  }

  [[nodiscard]] std::string_view text(std::size_t at) const { return at < tokens_.size() ? context_.reading.text(tokens_[at]) : std::string_view{}; }
  [[nodiscard]] std::string_view view() const { return join(text(begin_), text(end_ - 1)); }
  [[nodiscard]] bool is_link(std::size_t at) const { return language_.has("place_links", text(at)); }

  [[nodiscard]] bool in_calendar(std::size_t at) const {
    const auto word = text(at);
    const auto next = std::upper_bound(calendar_.begin(), calendar_.end(), word.data(), [](const char* place, std::string_view part) { return place < part.data(); });
    return next != calendar_.begin() && word.data() < std::prev(next)->data() + std::prev(next)->size();
  }

  [[nodiscard]] bool closes(std::size_t at) const {
    const auto mark = text(at);
    if (mark == ")") return view().find('(') != std::string_view::npos;
    return (mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" || mark == "\xC2\xBB") && view().find(mark == "\"" ? "\"" : "") != std::string_view::npos;
  }

  // A word that names something: a capital, a figure, a kind of place.
  [[nodiscard]] bool names(std::size_t at) const {
    if (at >= tokens_.size() || in_calendar(at)) return false;
    const auto& token = tokens_[at];
    return token.kind == TokenKind::number || (token.kind == TokenKind::word && (token.capital || token.is(WordClass::place)));
  }

  [[nodiscard]] bool allowed_mark(std::size_t at) const {
    const auto mark = text(at);
    const bool beside_last = text(at - 1).data() + text(at - 1).size() == mark.data();
    if (mark == ".") {
      const bool abbreviation = tokens_[at - 1].kind == TokenKind::word && (text(at - 1).size() <= 5 || language_.abbreviates(text(at - 1)));
      return beside_last && abbreviation && (names(at + 1) || text(at + 1) == ",");
    }
    if (mark == "," || mark == "(" || mark == "/" || mark == "&" || mark == "-" || mark == "\xE2\x80\x93" || mark == "#" || mark == "'" || mark == "\xE2\x80\x99")
      return names(at + 1) || (is_link(at + 1) && names(at + 2)) || (mark == "," && !in_calendar(at + 1) && names(at + 2) && tokens_[at + 1].kind == TokenKind::word);
    if (mark == ")") return join(text(begin_), text(at - 1)).find('(') != std::string_view::npos;
    return mark == "\"" || mark == "\xE2\x80\x9E" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" || mark == "\xC2\xAB" || mark == "\xC2\xBB";
  }

  // "Sala Azul el Consejo", "Casa Consistorial los señores": with its article the subject begins.
  [[nodiscard]] bool begins_subject(std::size_t at) const {
    constexpr WordClasses subjects{WordClass::body, WordClass::members, WordClass::office, WordClass::chair_office, WordClass::secretary_office};
    if (at + 1 >= tokens_.size() || tokens_[at].capital || !language_.has("articles", text(at))) return false;
    return (tokens_[at + 1].is_any(subjects) && !tokens_[at + 1].is(WordClass::place)) || language_.addresses(text(at + 1));
  }

  [[nodiscard]] bool allowed(std::size_t at) const {
    if (in_calendar(at)) return false;
    const auto& token = tokens_[at];
    if (token.kind == TokenKind::mark) return at > begin_ ? allowed_mark(at) : text(at) != "," && text(at) != "." && allowed_mark_in_front(at);
    if (token.kind == TokenKind::number) return true;
    const auto word = text(at);
    if (at > begin_ && tokens_[at - 1].kind == TokenKind::word && !is_link(at - 1) && begins_subject(at)) return false;
    if (language_.has("place_stops", word) && !token.capital && !(at > begin_ && is_link(at) && names(at + 1))) return false;
    if (names(at)) return true;
    if (is_link(at)) return names(at + 1) || is_link(at + 1) || (at + 1 < tokens_.size() && tokens_[at + 1].kind == TokenKind::word && at > begin_ && !language_.has("place_stops", text(at + 1)) && !in_calendar(at + 1));
    if (at > begin_ && token.inner && (tokens_[at - 1].inner || tokens_[at - 1].is(WordClass::place))) return true;
    // "biblioteca civica.", "sala piccola del municipio"
    const bool leads_on = language_.has("of_words", text(at + 1)) && (names(at + 2) || is_link(at + 2));
    const bool ends = leads_on || begins_subject(at + 1) || at + 1 == tokens_.size() || tokens_[at + 1].kind == TokenKind::mark || in_calendar(at + 1) || language_.has("time_prepositions", text(at + 1));
    if (at > begin_ && tokens_[at - 1].is(WordClass::place) && ends) return true;
    // "kleiner Saal", "salle des fêtes", "petit salon"
    return names(at + 1) || (at > begin_ && is_link(at - 1) && tokens_[begin_].is(WordClass::place));
  }

  [[nodiscard]] bool allowed_mark_in_front(std::size_t at) const {
    const auto mark = text(at);
    return mark == "\"" || mark == "\xE2\x80\x9E" || mark == "\xC2\xAB";
  }

  Tokens tokens_;
  const Context& context_;
  const Language& language_;
  std::vector<std::string_view> calendar_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace

PlaceMatch place_in_sentence(std::string_view sentence, const Context& context) {
  const auto tokens = context.reading.tokens(sentence);
  Phrase phrase(tokens, sentence, context);
  PlaceMatch best;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (!context.language.has("place_prepositions", context.reading.text(tokens[i]))) continue;
    auto match = phrase.behind(i + 1);
    i = std::max(i, phrase.begin() - 1);  // from the prepositions in between one gets to the same
    match.text = without_remark(match.text);
    if (match.weight > best.weight) best = match;
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
