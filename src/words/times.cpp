#include "words/times.hpp"

#include <fmt/format.h>

#include <optional>

#include "words/bits.hpp"
#include "words/number_words.hpp"

namespace protokoll {
namespace {

enum class Half { none, morning, afternoon };

struct Clock {
  std::size_t end = 0;          // behind all of it; 0: no time
  std::size_t figures_end = 0;  // behind hour and minute
  int hour = 0, minute = 0;
  Half half = Half::none;
  bool sure = false;            // has a unit, a half of the day, a colon …
  bool worded = false;
};

class Scanner {
 public:
  Scanner(std::string_view text, const Language& language, BareFigures bare) : bits_(text), language_(language), bare_(bare == BareFigures::time), at_(bare != BareFigures::no_time) {}

  std::vector<TimeMatch> scan() {
    std::vector<TimeMatch> times;
    for (std::size_t i = 0; i < bits_.size();) {
      const auto next = time_at(i, times);
      i = next > i ? next : i + 1;
    }
    return times;
  }

 private:
  [[nodiscard]] bool has(Key list, std::size_t at) const { return !bits_[at].text.empty() && language_.has(list, bits_[at].text); }

  // "pm", "p.m.", "p. m.", "Uhr abends"
  [[nodiscard]] std::size_t half_at(std::size_t at, Half& half) const {
    const auto is = [&](Key list) {
      if (has(list, at)) return true;
      return bits_[at].is_word() && bits_[at].text.size() == 1 && bits_[at + 1].is('.') && bits_[at + 2].is_word() && bits_[at + 2].text.size() == 1 &&
             language_.has(list, std::string(bits_[at].text) + std::string(bits_[at + 2].text));
    };
    // "las ocho de la tarde"
    auto said = at;
    while (said < at + 2 && has("of_words", said)) ++said;
    if (said > at && (has("afternoon", said) || has("forenoon", said))) {
      half = has("afternoon", said) ? Half::afternoon : Half::morning;
      return said + 1;
    }
    const bool afternoon = is("afternoon");
    if (!afternoon && !is("forenoon")) return at;
    half = afternoon ? Half::afternoon : Half::morning;
    auto end = at + 1;
    if (bits_[at].text.size() == 1) end = at + 3;
    if (bits_[at].is_word() && bits_[end].is('.') && bits_.touches_next(end - 1) && bits_[at].text.size() == 1) ++end;
    return end;
  }

  [[nodiscard]] bool is_minute(std::size_t at) const { return bits_[at].is_number() && bits_[at].text.size() == 2 && bits_[at].value <= 59; }

  // Not the middle of "14.05.2019", "1,234.50", "1:2:3".
  [[nodiscard]] bool stands_free(std::size_t at) const {
    if (at == 0 || !bits_.touches_next(at - 1)) return true;
    const auto& before = bits_[at - 1];
    const bool joins = before.is('.') || before.is(',') || before.is(':') || before.is('/');
    return !(joins && at >= 2 && bits_.touches_next(at - 2) && bits_[at - 2].is_number()) && !before.is('$') && !before.is('#');
  }

  [[nodiscard]] bool ends_free(std::size_t end) const {
    if (end == 0 || !bits_.touches_next(end - 1)) return true;
    const bool joins = bits_[end].is('.') || bits_[end].is('/') || bits_[end].is(',') || bits_[end].is(':');
    if (bits_[end].is('%') || bits_[end].is_number()) return false;
    return !(joins && bits_.touches_next(end) && bits_[end + 1].is_number());
  }

  // Hour and minute in figures, with what says that they are a time.
  [[nodiscard]] Clock figures(std::size_t at, bool marked) const {
    Clock clock;
    const auto& first = bits_[at];
    if (!first.is_number() || !stands_free(at) || first.value < 0) return clock;
    if (first.text.size() == 4) return four_figures(at, marked);
    if (first.text.size() > 2 || first.value > 24) return clock;
    clock.hour = first.value;
    auto end = at + 1;
    const bool beside = bits_.touches_next(at);
    const bool colon = beside && bits_[end].is(':') && bits_.touches_next(end) && is_minute(end + 1);
    const bool stop = beside && (bits_[end].is('.') || (marked && bits_[end].is(','))) && bits_.touches_next(end) && is_minute(end + 1);
    if (colon || stop) {
      clock.minute = bits_[end + 1].value;
      end += 2;
      if (colon && bits_.touches_next(end - 1) && bits_[end].is(':') && is_minute(end + 1)) end += 2;  // seconds
    }
    clock.figures_end = colon || stop ? at + 3 : at + 1;
    if (!ends_free(end)) return {};
    clock.sure = colon || marked || (stop && (bare_ || (at_ && at > 0 && has("time_prepositions", at - 1))));
    clock.end = behind_words(end, clock, colon || stop);
    return clock;
  }

  // Units, the half of the day, the time zone; minutes behind a unit ("20h15", "19 Uhr 30").
  std::size_t behind_words(std::size_t end, Clock& clock, bool has_minute) const {
    const bool beside = end > 0 && bits_.touches_next(end - 1);
    if (has("hour_units", end)) {
      const bool letter = bits_[end].text.size() == 1;
      clock.sure = true;
      ++end;
      if (bits_[end].is('.') && letter && bits_.touches_next(end - 1) && !is_minute(end + 1)) ++end;
      if (has("hour_units", end) && !has_minute) ++end;  // o'clock
      const bool close = bits_.touches_next(end - 1) || !letter || !beside;
      if (!has_minute && close && is_minute(end) && ends_free(end + 1) && !language_.month(bits_[end + 1].text)) {
        clock.minute = bits_[end].value;
        clock.figures_end = ++end;
      } else if (const auto behind = has_minute ? end : behind_minutes(end, clock.minute); behind > end) {
        clock.figures_end = end = behind;
      }
      if (has("hour_units", end) && bits_[end].text.size() > 1) ++end;
    }
    // "alle ore 17 e minuti 15"
    else if (const auto place = end + (has("hour_joiners", end) ? 1U : 0U); !has_minute && has("short_units", place)) {
      if (const auto behind = behind_minutes(end, clock.minute); behind > place + 1) clock.figures_end = end = behind;
    }
    if (const auto behind = half_at(end, clock.half); behind > end) {
      clock.sure = true;
      end = behind;
    }
    return end;
  }

  // "horas y treinta minutos", "heures trente", "horas con 46 minutos", "e minuti trenta"
  std::size_t behind_minutes(std::size_t at, int& minute) const {
    const bool joined = has("hour_joiners", at);
    const auto front = at + (joined ? 1U : 0U);
    const bool named = has("short_units", front);
    const auto place = front + (named ? 1U : 0U);
    std::size_t size = 1;
    const bool figures = (joined || named) && bits_[place].is_number() && bits_[place].text.size() <= 2;
    const int value = figures ? bits_[place].value : number_words(bits_, place, language_, size);
    const auto end = place + size;
    const bool behind = has("short_units", end), unit = behind || named;
    constexpr int fewest = 5;  // "20 horas una persona"
    if (value < (unit ? 1 : fewest) || value > 59 || !ends_free(end)) return at;
    // "at 20 hours and thirty neighbours" counts others.
    if (joined && !unit && bits_[end].is_word() && !has("of_words", end) && !has("date_joiners", end)) return at;
    minute = value;
    return behind ? end + 1 : end;
  }

  [[nodiscard]] Clock four_figures(std::size_t at, bool marked) const {
    Clock clock;
    const int value = bits_[at].value;
    if (value / 100 > 24 || value % 100 > 59 || !ends_free(at + 1)) return clock;
    Half half = Half::none;
    const bool unit = has("hour_units", at + 1), halved = half_at(at + 1, half) > at + 1;
    const bool alone = at == 0 && bits_[at + 1].text.empty();
    const bool bare = bare_ && (alone || !(value >= 1900 && value <= 2099));
    if (!unit && !halved && !bare && !(marked && has("time_prepositions", at - 1))) return clock;
    clock.hour = value / 100;
    clock.minute = value % 100;
    clock.half = half;
    clock.sure = true;
    clock.figures_end = at + 1;
    clock.end = halved ? half_at(at + 1, half) : at + 1 + (unit ? 1U : 0U);
    return clock;
  }

  // "la hora diecinueve", "ore venti": the unit stands in front.
  [[nodiscard]] bool named(std::size_t at) const {
    if (at == 0 || !(has("hour_units", at - 1) || has("hour_marks", at - 1)) || has("articles", at - 1)) return false;
    return !has("hour_units", at - 1) || (at >= 2 && has("articles", at - 2));
  }

  // "las siete y media", "las ocho de la tarde": what stands in front may count other things, what stands behind says that it is a time.
  [[nodiscard]] bool told(std::size_t at) const {
    Half half = Half::none;
    if (at == 0 || !has("hour_marks", at - 1)) return false;
    return half_at(at + 1, half) > at + 1 || (has("hour_joiners", at + 1) && (has("half_words", at + 2) || has("quarter_words", at + 2)));
  }

  [[nodiscard]] int hour_word(std::size_t at) const {
    if (!bits_[at].is_word()) return -1;
    const auto value = language_.number(bits_[at].text);
    return value && *value >= 1 && *value <= 24 ? *value : -1;
  }

  // "half past seven", "quarter to eight", "halb acht", "vingt heures trente", "sept heures et demie", noon.
  [[nodiscard]] Clock words(std::size_t at) const {
    Clock clock;
    if (!bits_[at].is_word()) return clock;
    clock.worded = clock.sure = true;
    constexpr int noon = 12;
    if (has("noon_words", at) || has("midnight_words", at)) {
      clock.hour = has("noon_words", at) ? noon : 2 * noon;
      clock.end = clock.figures_end = at + 1;
      clock.half = Half::none;
      clock.worded = false;
      return clock;
    }
    if (has("half_to_words", at) && hour_word(at + 1) > 0) {
      clock.hour = hour_word(at + 1) - 1;
      clock.minute = 30;
      return closed(clock, at + 2);
    }
    const bool half = has("half_words", at), quarter = has("quarter_words", at);
    const bool past = has("past_words", at + 1), to = has("to_words", at + 1);
    if ((half || quarter) && (past || to) && hour_word(at + 2) > 0) {
      const int minutes = half ? 30 : 15;
      clock.hour = hour_word(at + 2) - (to ? 1 : 0);
      clock.minute = to ? 60 - minutes : minutes;
      return closed(clock, at + 3);
    }
    if (hour_word(at) >= 0 && (has("hour_units", at + 1) || named(at) || told(at))) {
      clock.hour = hour_word(at);
      clock.worded = false;
      clock.figures_end = at + 1;
      clock.end = behind_words(at + 1, clock, false);
      if (clock.end == at + 1 && named(at)) clock.figures_end = clock.end = behind_minutes(at + 1, clock.minute);
      if (language_.has("name_joiners", bits_[clock.end].text) && (has("half_words", clock.end + 1) || has("quarter_words", clock.end + 1))) {
        clock.minute = has("half_words", clock.end + 1) ? 30 : 15;
        clock.figures_end = clock.end += 2;
      }
      return clock;
    }
    return {};
  }

  Clock closed(Clock clock, std::size_t end) const {
    clock.figures_end = end;
    clock.end = half_at(end, clock.half);
    // Nobody meets at half past three at night.
    constexpr int first_of_day = 8;
    if (clock.half == Half::none && clock.hour < first_of_day) clock.hour += 12;
    return clock;
  }

  [[nodiscard]] Clock clock_at(std::size_t at, bool marked) const {
    auto clock = figures(at, marked);
    return clock.end > 0 ? clock : words(at);
  }

  [[nodiscard]] static std::optional<std::string> print(const Clock& clock) {
    int hour = clock.hour;
    if (clock.half != Half::none && (hour < 1 || hour > 12)) {
      // "19:30 pm": the half only repeats what the hour says.
      if (clock.half == Half::morning || hour < 13) return std::nullopt;
    } else if (clock.half == Half::afternoon && hour < 12) {
      hour += 12;
    } else if (clock.half == Half::morning && hour == 12) {
      hour = 0;
    }
    if (hour > 24 || clock.minute > 59 || (hour == 24 && clock.minute > 0)) return std::nullopt;
    return fmt::format("{:02}:{:02}", hour, clock.minute);
  }

  // Behind what says "to" between two times, else 0.
  [[nodiscard]] std::size_t behind_to(std::size_t at) const {
    auto place = at;
    if (bits_[place].is('(')) return 0;
    if (bits_[place].is_word() && bits_[place].text.size() >= 2 && bits_[place].text.size() <= 4 && is_zone(bits_[place].text)) ++place;
    const auto from = place;
    while (bits_[place].is_dash() && place < from + 3) ++place;
    if (place == from && !has("range_words", place)) return 0;
    if (place == from) ++place;
    while (has("about_words", place) || has("hour_marks", place) || has("time_prepositions", place)) place += bits_[place + 1].is('.') ? 2 : 1;
    return place;
  }

  static bool is_zone(std::string_view text) {
    for (const char c : text)
      if (c < 'A' || c > 'Z') return false;
    return true;
  }

  std::size_t time_at(std::size_t at, std::vector<TimeMatch>& times) const {
    const bool marked = is_marked(at);
    auto start = clock_at(at, marked);
    if (start.end == 0) return at;
    Clock end;
    if (const auto second = behind_to(start.end); second > 0) {
      end = clock_at(second, false);
      if (end.end > 0 && !end.sure && !start.sure) end = {};
      // "18h à 20", "ore 18 - 20"
      if (end.end > 0 && !end.sure && end.figures_end == second + 1 && !marked) end = {};
    }
    if (end.end == 0 && !start.sure) return at;
    if (end.end > 0 && start.half == Half::none && start.hour <= end.hour) start.half = end.half;
    else if (end.end > 0 && start.half == Half::none && end.half == Half::afternoon && start.hour > end.hour && start.hour < 12) start.half = Half::morning;
    if (end.end > 0 && end.half == Half::none && start.half != Half::none && end.hour <= 12 && end.hour >= start.hour) end.half = start.half;
    const auto printed = print(start);
    if (!printed) return at;
    TimeMatch time;
    time.start = *printed;
    time.start_text = bits_.view(at, start.figures_end);
    time.half_open = start.half == Half::none && start.hour >= 1 && start.hour <= 12;
    auto behind = start.end;
    if (const auto last = end.end > 0 ? print(end) : std::nullopt) {
      time.end = *last;
      time.end_text = bits_.view(end_begin(start.end), end.figures_end);
      behind = end.end;
    }
    time.text = bits_.view(at, behind);
    times.push_back(time);
    return behind;
  }

  [[nodiscard]] std::size_t end_begin(std::size_t at) const { return behind_to(at); }

  // "ore 18", "h. 21,00", "at 7.30": what stands in front says that it is a time.
  [[nodiscard]] bool is_marked(std::size_t at) const {
    if (at == 0) return false;
    auto before = at - 1;
    if (bits_[before].is('.') && before > 0) --before;
    return has("hour_marks", before) || (before + 1 == at && named(at));
  }

  Bits bits_;
  const Language& language_;
  bool bare_;  // bare figures are a time
  bool at_;    // they are behind "at"
};

}  // namespace

std::vector<TimeMatch> find_times(std::string_view text, const Language& language, BareFigures bare) { return Scanner(text, language, bare).scan(); }

}  // namespace protokoll
