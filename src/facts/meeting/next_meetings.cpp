#include "facts/meeting/next_meetings.hpp"

#include <algorithm>

#include "facts/meeting/place.hpp"
#include "facts/meeting/statements.hpp"
#include "structure/segments.hpp"
#include "words/text.hpp"
#include "words/times.hpp"

namespace protokoll {
namespace {

// What announces the dates of a text: words in it (dates stand behind `from`), or the title it stands under.
struct Announcement {
  bool found = false;
  bool firm = false;      // a label or title: every date under it is one
  bool again = false;     // it meets again: the day may stand in front
  bool numbered = false;  // only the number of a meeting says so
  std::string_view name;
  const char* from = nullptr;
};

class NextReader {
 public:
  NextReader(SettledDates& dates, Context& context) : dates_(dates), context_(context), next_(context.minutes.meeting.next) {}

  void pieces(const std::vector<Piece>& pieces, bool titled) {
    titled_ = titled;
    begin(titled);
    for (const auto& piece : pieces) read(piece);
  }

  [[nodiscard]] bool is_title(std::string_view text) const {
    const auto keys = head_keys(text, context_);
    if (std::find(keys.begin(), keys.end(), "next") != keys.end()) return true;
    constexpr std::size_t short_title = 10;
    const auto classes = context_.reading.classes(text);
    if (words(text).size() > short_title || classes.any({WordClass::minutes_noun, WordClass::earlier})) return false;
    const auto found = announced_in(text);
    return found.found && !found.numbered;
  }

 private:
  void read(const Piece& piece) {
    const auto text = context_.view(piece);
    const auto& block = context_.block(piece);
    const bool heading = block.kind == BlockKind::heading;
    if (heading && !titled_) begin(is_title(text));
    // A label by itself waits for what follows; any other one ends that.
    if (const auto keys = head_keys(text, context_); !keys.empty()) {
      const auto is = [&](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
      waiting_ = titled_ || is("next") || (waiting_ && under_title_ && is("date"));
      return;
    }
    const auto classes = context_.reading.classes(text);
    const bool figures = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!figures && !(under_title_ && waiting_)) {
      if (!titled_ && classes.has(WordClass::later) && words(text).size() <= 8) waiting_ = announced_in(text).found;
      return;
    }
    for (const auto& segment : split_labels(text, context_.language)) {
      if (segment.keys && segment.is("next")) {
        announce(segment.value, {.found = true, .firm = true, .name = name_in(segment.label)});
        waiting_ = true;
        continue;
      }
      if (segment.keys && waiting_ && under_title_ && tells_more(segment)) continue;
      if (segment.keys && !titled_) waiting_ = false;
      for (const auto part : statements(segment.keys ? join(segment.label, segment.value) : segment.value, context_)) statement(part);
    }
  }

  // "Date: 5 May", "Place: Village hall" below "Next meeting".
  bool tells_more(const Segment& segment) {
    const auto keys = head_keys(segment.label, context_);
    const auto has = [&](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    if (!has("date") && !has("start") && !has("location")) return false;
    const bool dated = has("date") || !find_dates(segment.value, context_.language).empty();
    if (dated) announce(segment.value, {.found = true, .firm = true});
    if (next_.size() == known_) return true;
    auto& meeting = next_.back();
    const auto times = has("start") ? find_times(segment.value, context_.language, BareFigures::time) : std::vector<TimeMatch>{};
    if (!times.empty() && !meeting.start) meeting.start = context_.derived(times.front().start, times.front().start_text);
    if (has("location") && !dated && !meeting.location) meeting.location = context_.stated(place_of_label(segment.value, context_));
    return true;
  }

  // What follows stands under a title; is it one that announces meetings?
  void begin(bool announces) {
    waiting_ = under_title_ = announces;
    known_ = next_.size();
  }

  void statement(std::string_view part) {
    const auto announced = announced_in(part);
    if (announced.found) {
      announce(part, announced);
      if (!titled_) waiting_ = false;
    } else if (waiting_ && is_entry(part)) {
      announce(part, {.found = true, .firm = true});
    }
  }

  // Under a title that announces meetings: a line that begins with its date, or names a meeting; no other event, no deadline.
  [[nodiscard]] bool is_entry(std::string_view part) const {
    const auto found = find_dates(part, context_.language);
    if (found.empty()) return words(part).size() <= 8;
    const auto front = before(part, found.front().text);
    const auto classes = context_.reading.classes(front);
    if (classes.any({WordClass::deadline, WordClass::signing})) return false;
    return words(front).size() <= 2 || classes.any({WordClass::meeting_noun, WordClass::body});
  }

  [[nodiscard]] std::string_view name_in(std::string_view label) const {
    for (const auto& token : context_.reading.tokens(label))
      if (is_meeting(token)) return text(token);
    return {};
  }

  [[nodiscard]] bool is_meeting(const Token& token) const { return own_classes(token, context_).any({WordClass::meeting_noun}); }
  [[nodiscard]] std::string_view text(const Token& token) const { return context_.reading.text(token); }

  [[nodiscard]] Announcement announced_in(std::string_view part) const {
    const auto tokens = context_.reading.tokens(part);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto classes = own_classes(tokens[i], context_);
      if (context_.language.has("next_words", text(tokens[i])) || (tokens[i].is(WordClass::later) && classes.has(WordClass::meeting_noun))) {
        if (auto found = next_meeting(tokens, i); found.found) return found;
      }
      if (context_.language.has("again_words", text(tokens[i])))
        if (auto found = meets_again(tokens, i); found.found) return found;
    }
    return numbered(tokens);
  }

  // "the next regular meeting", "Nächste Vorstandssitzung"; "bis zur nächsten Sitzung" sets a date for something else.
  [[nodiscard]] Announcement next_meeting(Tokens tokens, std::size_t at) const {
    constexpr std::size_t widest = 5;
    for (auto i = at; i < tokens.size() && i <= at + widest; ++i) {
      if (tokens[i].kind == TokenKind::mark && text(tokens[i]) != "-" && text(tokens[i]) != "'" ) break;
      if (!is_meeting(tokens[i]) && !(i > at && own_classes(tokens[i], context_).has(WordClass::body) && (tokens[i].capital || is_held(tokens, i))) && !(i > at && context_.language.has("date_nouns", text(tokens[i])))) continue;
      const bool for_something = at > 0 && (own_classes(tokens[at - 1], context_).has(WordClass::deadline) || (at > 1 && own_classes(tokens[at - 2], context_).has(WordClass::deadline)));
      if (for_something) return {};
      return {.found = true, .name = text(tokens[i]), .from = text(tokens[i]).data() + text(tokens[i]).size()};
    }
    return {};
  }

  // "the next council takes place": a body that is held is a meeting.
  [[nodiscard]] bool is_held(Tokens tokens, std::size_t body) const {
    constexpr std::size_t reach = 3;
    for (auto i = body + 1; i < std::min(tokens.size(), body + 1 + reach); ++i)
      if (context_.language.has("meet_words", text(tokens[i]))) return true;
    return false;
  }

  // "The Board meets again on", "Wir treffen uns wieder am"
  [[nodiscard]] Announcement meets_again(Tokens tokens, std::size_t at) const {
    constexpr std::size_t widest = 6;
    const auto from = at > widest ? at - widest : 0;
    for (auto i = from; i < std::min(tokens.size(), at + widest); ++i)
      // A word that is on both lists says both.
      if ((context_.language.has("meeting_again_words", text(tokens[i])) || (i < at && is_meeting(tokens[i])))) return {.found = true, .again = true, .from = text(tokens[std::max(at, i)]).data()};
    return {};
  }

  // "Das 12. Plenum findet am 25. September statt": a numbered meeting on a later day.
  [[nodiscard]] Announcement numbered(Tokens tokens) const {
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      if (!is_meeting(tokens[i])) continue;
      const bool ordinal = i >= 2 && tokens[i - 2].kind == TokenKind::number && tokens[i - 2].value > 1 && tokens[i - 2].value < 1000 && (text(tokens[i - 1]) == "." || context_.language.has("date_suffixes", text(tokens[i - 1])));
      if (ordinal) return {.found = true, .numbered = true, .name = text(tokens[i]), .from = text(tokens[i]).data()};
    }
    return {};
  }

  void announce(std::string_view part, const Announcement& by) {
    const auto& meeting_date = context_.minutes.meeting.date.value;
    const auto from = by.from ? part.substr(static_cast<std::size_t>(by.from - part.data())) : part;
    auto dates = dates_.find(from);
    if (dates.empty() && by.again && !context_.reading.classes(part).has(WordClass::deadline)) dates = dates_.find(part);
    const auto entry = [&](std::size_t i, const std::string& edtf) {
      const auto end = i + 1 < dates.size() ? static_cast<std::size_t>(dates[i + 1].text.data() - part.data()) : part.size();
      const auto begin = static_cast<std::size_t>(dates[i].text.data() - part.data());
      add(edtf, dates[i].text, trim(part.substr(begin, end - begin)), part, by, dates[i].reason);
    };
    bool any = false;
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const auto edtf = dates[i].edtf_after(meeting_date);
      // Those of the past are told of, not announced.
      if (edtf.empty() || (!meeting_date.empty() && edtf.substr(0, 10) <= meeting_date.substr(0, 10))) continue;
      entry(i, edtf);
      any = true;
      constexpr std::size_t most_in_prose = 3;
      if (!by.firm && next_.size() > most_in_prose) break;
    }
    if (!any && dates.size() == 1 && names_next(by) && !tells_of_past(part, by.name)) entry(0, dates.front().edtf());
    if (!any && dates.empty()) add_month(from, part, by);
  }

  // "The next meeting takes place on 11 January 2023" of minutes of November 2023: the year is a slip, but that day is what they announce.
  [[nodiscard]] static bool names_next(const Announcement& by) { return !by.numbered && !by.name.empty(); }
  // "held following the meeting on 13 May": the words for having met stand in front.
  [[nodiscard]] bool tells_of_past(std::string_view part, std::string_view name) const {
    if (context_.reading.classes(part).any({WordClass::earlier, WordClass::done, WordClass::minutes_noun, WordClass::accept})) return true;
    const auto front = context_.reading.tokens(before(part, name));
    return find_word(front, "meet_words", context_) < front.size();
  }

  // "in March 2018": a month and a year are all that is known.
  void add_month(std::string_view from, std::string_view part, const Announcement& by) {
    const auto tokens = context_.reading.tokens(from);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      const auto month = tokens[i].kind == TokenKind::word ? context_.language.month(text(tokens[i])) : std::nullopt;
      auto year = i + 1;
      if (month && year + 1 < tokens.size() && context_.language.has("date_joiners", text(tokens[year]))) ++year;
      if (!month || tokens[year].kind != TokenKind::number || text(tokens[year]).size() != 4 || tokens[year].value < 1900 || tokens[year].value > 2199) continue;
      const auto words = join(text(tokens[i]), text(tokens[year]));
      const auto edtf = std::to_string(tokens[year].value) + (*month < 10 ? "-0" : "-") + std::to_string(*month);
      const auto& meeting = context_.minutes.meeting.date.value;
      if (!meeting.empty() && edtf < meeting.substr(0, 7)) return;
      add(edtf, words, starting_at(part, words), part, by);
      return;
    }
  }

  void add(const std::string& edtf, std::string_view date, std::string_view around, std::string_view part, const Announcement& by, const std::string& reason = {}) {
    if (edtf.empty() || std::any_of(next_.begin(), next_.end(), [&](const NextMeeting& other) { return other.date.value == edtf; })) return;
    NextMeeting meeting{.text = Context::flat(part), .span = context_.span(part)};
    meeting.date = context_.derived(edtf, date, reason);
    if (!by.name.empty()) meeting.name = context_.stated(by.name);
    auto times = find_times(after(around, date), context_.language);
    if (times.empty()) times = find_times(before(part, date), context_.language);
    if (!times.empty()) meeting.start = context_.derived(times.front().start, times.front().start_text);
    meeting.location = context_.stated(place_of(around, part, by));
    next_.push_back(std::move(meeting));
  }

  [[nodiscard]] std::string_view place_of(std::string_view around, std::string_view part, const Announcement& by) const {
    const auto line = place_in_line(around, context_);
    const auto inside = place_in_sentence(around, context_);
    if (inside.weight >= 2 && inside.weight >= line.weight) return inside.text;
    if (line.weight >= (by.firm ? 1 : 2)) return line.text;
    if (inside.weight >= 1) return inside.text;
    const auto in_front = before(part, around);
    if (!find_dates(in_front, context_.language).empty()) return {};
    const auto front = place_in_sentence(in_front, context_);
    return front.weight >= 3 ? front.text : std::string_view{};
  }

  SettledDates& dates_;
  Context& context_;
  std::vector<NextMeeting>& next_;
  bool titled_ = false, waiting_ = false;
  bool under_title_ = false;  // a title says that all of this is told of the next meeting
  std::size_t known_ = 0;     // the meetings that were known before it
};

}  // namespace

void read_next_meetings(const ProtocolTable& table, SettledDates& dates, Context& context) {
  NextReader reader(dates, context);
  reader.pieces(table.head, false);
  for (const auto& row : table.rows) {
    const bool titled = !row.title.empty() && reader.is_title(context.view(row.title.front()));
    reader.pieces(row.title, titled);
    reader.pieces(row.body, titled);
  }
  reader.pieces(table.tail, false);
}

}  // namespace protokoll
