#include "ground/days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "facts/meeting/day_order.hpp"
#include "words/date_tail.hpp"

namespace protokoll::grounds {
namespace {

int year_of(std::string_view date) {
  int year = 0;
  std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
  return year;
}

}  // namespace

DayGrounder::DayGrounder(const Scene& scene) : scene_(scene) {
  SettledDates settled(scene.context());
  const auto& context = scene.context();
  for (const auto& block : context.document.blocks) {
    const auto text = context.document.view(block);
    for (auto& match : settled.find(text)) {
      match.settle(context.language.region());
      const auto place = scene.stretch(match.text);
      dates_.push_back({std::move(match), place});
    }
    for (auto& match : find_times(text, context.language, BareFigures::behind_preposition)) {
      const auto place = scene.stretch(match.text);
      times_.push_back({std::move(match), place});
    }
  }
  find_months();
}

void DayGrounder::find_months() {
  const auto& context = scene_.context();
  const auto& tokens = context.reading.all();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto month = tokens[i].kind == TokenKind::word && tokens[i].capital ? context.language.month(context.reading.text(tokens[i])) : std::nullopt;
    if (!month) continue;
    SeenMonth seen{0, *month, scene_.index().stretch(tokens[i].range)};
    const auto is_year = [](int value) { return value >= first_year && value <= last_year; };
    if (i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::number && is_year(tokens[i + 1].value)) {
      seen.year = tokens[i + 1].value;
      ++seen.place.last;
    }
    months_.push_back(seen);
  }
}

bool DayGrounder::is(const SeenMonth& seen, std::string_view date) const {
  const auto meeting = year_of(scene_.minutes().meeting.date.value);
  for (const auto year : {seen.year, seen.year ? 0 : meeting, seen.year || !meeting ? 0 : meeting + 1})
    if (year && date == fmt::format("{:04}-{:02}", year, seen.month)) return true;
  return false;
}

bool DayGrounder::is(const SeenDate& seen, std::string_view date) const {
  const auto& meeting = scene_.minutes().meeting.date.value;
  if (seen.match.edtf() == date || seen.match.edtf(year_of(meeting)) == date || seen.match.edtf_after(meeting) == date) return true;
  // Several days of which the answer gives one.
  if (seen.match.first == seen.match.last) return false;
  auto one = seen.match;
  one.last = one.first;
  if (!one.first.year) one.first.year = one.last.year = seen.match.last.year;
  auto other = seen.match;
  other.first = other.last;
  return one.edtf(year_of(meeting)) == date || other.edtf(year_of(meeting)) == date;
}

bool DayGrounder::is(const SeenTime& seen, std::string_view time) const {
  constexpr int half_a_day = 12;
  const auto same = [&](const std::string& printed) {
    if (printed.empty() || printed == time) return !printed.empty();
    int hour = 0;
    if (!seen.match.half_open || std::from_chars(printed.data(), printed.data() + 2, hour).ec != std::errc{}) return false;
    return fmt::format("{:02}{}", (hour + half_a_day) % (2 * half_a_day), printed.substr(2)) == time;
  };
  return same(seen.match.start) || same(seen.match.end);
}

template <class Seen>
const Seen* DayGrounder::find(const std::vector<Seen>& all, std::string_view value, Stretch within) const {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Seen& seen) { return within.holds(seen.place) && is(seen, value); });
  return found == all.end() ? nullptr : &*found;
}

Verdict DayGrounder::stands(std::string_view value, std::string_view words) const {
  return {value == words ? Grounding::exact : Grounding::derived, scene_.context().range(words)};
}

Verdict DayGrounder::against(const Stated& read) const {
  const auto place = scene_.of_bytes(read.span);
  const auto words = scene_.index().text(place);
  return {Grounding::contradicted, scene_.index().range(place), {}, fmt::format("the minutes say {} (\"{}\")", read.value, Context::flat(words))};
}

Verdict DayGrounder::meeting(std::string_view date) const {
  const auto& read = scene_.minutes().meeting.date;
  if (read.value == date) return stands(date, scene_.index().text(scene_.of_bytes(read.span)));
  for (const auto within : {scene_.head(), scene_.tail()})
    if (const auto* seen = find(dates_, date, within)) return stands(date, seen->match.text);
  if (const auto* seen = find(dates_, date, scene_.index().all())) {
    auto verdict = stands(date, seen->match.text);
    if (!read) return verdict;
    verdict.grounding = Grounding::misplaced;
    verdict.elsewhere = scene_.index().range(scene_.of_bytes(read.span));
    verdict.note = fmt::format("that date stands elsewhere; of the day of the meeting the minutes say {}", read.value);
    return verdict;
  }
  if (read) return against(read);
  return {Grounding::missing, {}, {}, "no such date"};
}

Verdict DayGrounder::hour(std::string_view time, const Stated& read) const {
  if (read.value == time) return stands(time, scene_.index().text(scene_.of_bytes(read.span)));
  constexpr WordClasses telling{WordClass::open, WordClass::close, WordClass::meeting_noun, WordClass::lead, WordClass::members};
  const SeenTime* anywhere = nullptr;
  for (const auto& seen : times_) {
    if (!is(seen, time)) continue;
    const auto sentence = scene_.sentence_of(seen.place.first);
    if (scene_.head().holds(seen.place) || scene_.tail().holds(seen.place) || scene_.context().reading.classes(sentence).any(telling)) return stands(time, seen.match.text);
    anywhere = &seen;
  }
  if (anywhere != nullptr) {
    auto verdict = stands(time, anywhere->match.text);
    if (!read) return verdict;
    verdict.grounding = Grounding::misplaced;
    verdict.elsewhere = scene_.index().range(scene_.of_bytes(read.span));
    verdict.note = fmt::format("that time stands elsewhere; here the minutes say {}", read.value);
    return verdict;
  }
  if (read) return against(read);
  return {Grounding::missing, {}, {}, "no such time"};
}

template <class Seen>
Verdict DayGrounder::near(const std::vector<Seen>& all, std::string_view value, Stretch near, Stretch within) const {
  if (const auto* seen = find(all, value, near)) return stands(value, words(*seen));
  const auto* elsewhere = find(all, value, within);
  const auto other = std::find_if(all.begin(), all.end(), [&](const Seen& seen) { return near.holds(seen.place); });
  if (elsewhere == nullptr) elsewhere = find(all, value, scene_.index().all());
  if (elsewhere != nullptr) return {Grounding::misplaced, scene_.context().range(words(*elsewhere)), scene_.index().range(near), "stands elsewhere, not with what it belongs to"};
  if (other != all.end()) return {Grounding::contradicted, scene_.context().range(words(*other)), {}, fmt::format("the minutes say \"{}\"", Context::flat(words(*other)))};
  return {Grounding::missing, {}, scene_.index().range(near), "nothing of the kind stands there"};
}

Verdict DayGrounder::day_near(std::string_view date, Stretch near, Stretch within) const {
  constexpr std::size_t month_size = 7;
  if (date.size() == month_size) return this->near(months_, date, near, within);
  return this->near(dates_, date, near, within);
}

Verdict DayGrounder::hour_near(std::string_view time, Stretch near, Stretch within) const { return this->near(times_, time, near, within); }

bool DayGrounder::announces(Stretch date, std::uint32_t reach) const {
  constexpr WordClasses announcing{WordClass::meeting_noun, WordClass::returning, WordClass::later, WordClass::convened, WordClass::body};
  const auto block = scene_.block_of(date.first);
  for (std::uint32_t i = 0; i <= std::min(reach, block); ++i)
    if (scene_.context().reading.classes(i == 0 ? scene_.sentence_of(date.first) : scene_.view(block - i)).any(announcing)) return true;
  return false;
}

// Where days and months of meetings to come stand, as the tool read them or as their sentences say.
std::vector<Stretch> DayGrounder::announced() const {
  const auto& meeting = scene_.minutes().meeting;
  std::vector<Stretch> places;
  for (const auto& next : meeting.next)
    if (const auto place = scene_.of_bytes(next.date.span); !place.empty()) places.push_back(place);
  const auto add = [&](Stretch place, bool later) {
    const auto sentence = scene_.stretch(scene_.sentence_of(place.first));
    const auto classes = scene_.context().reading.classes(scene_.sentence_of(place.first));
    const bool known = std::any_of(places.begin(), places.end(), [&](Stretch other) { return sentence.holds(other.first); });
    if (later && !known && classes.has(WordClass::meeting_noun) && !classes.any({WordClass::minutes_noun, WordClass::earlier}) && !scene_.head().holds(place)) places.push_back(place);
  };
  for (const auto& seen : dates_) add(seen.place, seen.match.edtf_after(meeting.date.value) > meeting.date.value);
  for (const auto& seen : months_) add(seen.place, true);
  return places;
}

Verdict DayGrounder::next(std::string_view date, std::size_t number) const {
  const auto& meeting = scene_.minutes().meeting;
  for (const auto& read : meeting.next)
    if (read.date.value == date) return stands(date, scene_.index().text(scene_.of_bytes(read.date.span)));
  const std::uint32_t reach = meeting.next.empty() ? 8 : 2;
  constexpr std::size_t month_size = 7;
  if (date.size() == month_size)
    for (const auto& seen : months_)
      if (is(seen, date) && scene_.context().reading.classes(scene_.sentence_of(seen.place.first)).any({WordClass::meeting_noun, WordClass::returning, WordClass::convened})) return stands(date, words(seen));
  const SeenDate* other = nullptr;
  for (const auto& seen : dates_) {
    if (!is(seen, date)) continue;
    if (announces(seen.place, reach)) return stands(date, seen.match.text);
    other = &seen;
  }
  const auto all = announced();
  if (number < all.size()) {
    const auto words = scene_.index().text(all[number]);
    return {Grounding::contradicted, scene_.context().range(words), {}, fmt::format("the minutes announce \"{}\"", Context::flat(words))};
  }
  if (other != nullptr) return {Grounding::misplaced, scene_.context().range(other->match.text), {}, "that date stands elsewhere, not as that of a meeting to come"};
  return {Grounding::missing, {}, {}, "no such date"};
}

}  // namespace protokoll::grounds
