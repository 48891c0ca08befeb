#include "facts/meeting/hours.hpp"

#include <algorithm>
#include <optional>

#include "facts/meeting/statements.hpp"
#include "structure/segments.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr WordClasses names_meeting{WordClass::meeting_noun, WordClass::body};

// Where in the document a statement stands.
struct Place {
  bool early = false, late = false;
  bool under_open = false, under_close = false;  // a title that names nothing else
};

class HoursReader {
 public:
  HoursReader(MeetingChoice& choice, Context& context) : choice_(choice), context_(context) {}

  void pieces(const std::vector<Piece>& pieces, Place place) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const auto text = context_.view(pieces[i]);
      const auto classes = context_.reading.classes(text);
      if (!has_figure_or_word(text, classes)) continue;
      const bool titled = (place.under_open || place.under_close) && i < 3;
      if (!titled && !opens_or_closes(text)) continue;
      opened_ = false;
      for (const auto part : statements(text, context_)) statement(part, place, titled);
    }
  }

  [[nodiscard]] bool opens_or_closes(std::string_view text) const {
    const auto around = context_.reading.classes(text);
    for (const auto& token : context_.reading.tokens(text))
      if (said_of(token, around).any({WordClass::open, WordClass::close})) return true;
    return false;
  }

 private:
  static bool has_figure_or_word(std::string_view text, WordClasses classes) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) || classes.any({WordClass::open, WordClass::close});
  }

  // Also within a phrase: "welcome and opening"; not "back in open session".
  [[nodiscard]] WordClasses said_of(const Token& token, WordClasses around) const {
    return around.any({WordClass::public_part, WordClass::closed_part}) ? token.classes : own_classes(token, context_);
  }

  void statement(std::string_view part, Place place, bool titled) {
    const auto times = find_times(part, context_.language, BareFigures::behind_preposition);
    if (times.empty()) return;
    const auto tokens = context_.reading.tokens(part);
    const auto classes = all_classes(tokens);
    bool took = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto said = said_of(tokens[i], classes);
      const bool opens = said.has(WordClass::open), closes = said.has(WordClass::close);
      if (!opens && !closes) continue;
      const auto* time = time_of(tokens, i, times, part);
      if (!time) continue;
      took = true;
      if (closes && !(opens && place.early && !place.late)) {
        if (opened_ || classes.any(names_meeting) || !tells_of_a_day(part)) close(*time, place, classes);
      }
      else if (opens) open(*time, place, classes);
    }
    constexpr std::size_t short_line = 14;
    if (took || !titled || words(part).size() > short_line) return;
    if (place.under_close) choice_.end(last(times.front()), Worth::event);
    else if (place.under_open) choice_.start(times.front(), Worth::sentence);
  }

  // "Delivery on Saturday 8 December, finished at 7.40": not the meeting.
  [[nodiscard]] bool tells_of_a_day(std::string_view part) const {
    constexpr std::size_t short_line = 8;
    const auto parts = words(part);
    const auto is_weekday = [&](std::string_view word) { return context_.language.weekday(trim(word, U",.;:()")).has_value(); };
    return parts.size() > short_line && (!find_dates(part, context_.language).empty() || std::any_of(parts.begin(), parts.end(), is_weekday));
  }

  static TimeMatch last(const TimeMatch& time) {
    return time.end.empty() ? time : TimeMatch{time.end, {}, time.end_text, {}, time.text, false};
  }

  void open(const TimeMatch& time, Place place, WordClasses classes) {
    const bool moved = classes.has(WordClass::motion_noun) && !classes.has(WordClass::agenda_noun);  // "ordine del giorno" is both
    if (!place.early || moved || (classes.any({WordClass::arrive, WordClass::leave}) && !classes.any(names_meeting)) || says_next(classes)) return;
    if (classes.has(WordClass::agenda_noun) && !classes.any(names_meeting)) return;
    choice_.start(time, Worth::event);
    opened_ = true;
    if (!time.end.empty()) choice_.end(last(time), Worth::label);
  }

  void close(const TimeMatch& time, Place place, WordClasses classes) {
    if (says_next(classes) || classes.has(WordClass::negation)) return;
    // "It was agreed that the gate closes at six": of something else.
    if (!classes.any(names_meeting) && classes.has(WordClass::that) && classes.any({WordClass::agree, WordClass::adopt})) return;
    const bool named = classes.any(names_meeting) || (opened_ && !place.late);
    if (!named && (!place.late || classes.has(WordClass::motion_noun))) return;
    if (!place.late && place.early) {
      // In the head the end is announced beside the beginning.
      choice_.end(last(time), Worth::line);
      return;
    }
    const bool part_only = classes.any({WordClass::public_part, WordClass::closed_part});
    choice_.end(last(time), !place.late || part_only ? Worth::sentence : Worth::event);
  }

  static bool says_next(WordClasses classes) { return classes.has(WordClass::later); }

  // The time that a word of opening or closing goes with: the next one behind it before another such word, else the last one in front.
  const TimeMatch* time_of(Tokens tokens, std::size_t at, const std::vector<TimeMatch>& times, std::string_view part) const {
    const auto* here = context_.reading.text(tokens[at]).data();
    const char* limit = part.data() + part.size();
    for (auto i = at + 1; i < tokens.size(); ++i)
      if (tokens[i].is_any({WordClass::open, WordClass::close}) && tokens[i].is(WordClass::open) != tokens[at].is(WordClass::open)) {
        limit = context_.reading.text(tokens[i]).data();
        break;
      }
    for (const auto& time : times)
      if (time.text.data() >= here && time.text.data() < limit) return &time;
    const TimeMatch* before = nullptr;
    for (const auto& time : times)
      if (time.text.data() < here) before = &time;
    // In front of another such word it belongs to that one.
    if (before)
      for (std::size_t i = 0; i < at; ++i)
        if (tokens[i].is_any({WordClass::open, WordClass::close}) && tokens[i].is(WordClass::open) != tokens[at].is(WordClass::open)) return nullptr;
    return before;
  }

  MeetingChoice& choice_;
  Context& context_;
  bool opened_ = false;  // the piece tells when the meeting was opened: "Start 8 pm, end 10 pm"
};

}  // namespace

void read_hours(const ProtocolTable& table, MeetingChoice& choice, Context& context) {
  HoursReader reader(choice, context);
  reader.pieces(table.head, {.early = true, .late = table.rows.empty()});
  const auto count = table.rows.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto& row = table.rows[i];
    Place place{.early = i < 3 || 5 * i < count, .late = i + 3 >= count};
    std::string_view title = row.title.empty() ? std::string_view{} : context.view(row.title.front());
    constexpr std::size_t short_title = 9;
    if (!title.empty() && words(title).size() <= short_title) {
      const auto classes = context.reading.classes(title);
      place.under_close = place.late && classes.has(WordClass::close);
      place.under_open = i < 2 && classes.has(WordClass::open) && !place.under_close;
    }
    reader.pieces(row.title, place);
    reader.pieces(row.body, place);
  }
  reader.pieces(table.tail, {.early = false, .late = true});
}

}  // namespace protokoll
