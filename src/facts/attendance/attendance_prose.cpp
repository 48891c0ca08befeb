#include "facts/attendance/attendance_reader.hpp"

#include <algorithm>

#include "facts/attendance/attendance_sentence.hpp"
#include "facts/meeting/statements.hpp"
#include "words/text.hpp"

namespace protokoll {

// Sentences that say of each whom they name whether he was there.
bool AttendanceReader::stated(std::string_view text, const PeopleLine& line) {
  if (!text.ends_with('.')) return false;
  const auto statements = attendance_statements(text, context_);
  if (statements.read.empty()) return false;
  if (standing_ && !section_) close();
  for (const auto part : statements.unread)
    for (const auto& segment : people_segments(part, context_))
      if (segment.standing) this->segment(segment, line);
  if (standing_ && !section_) close();
  for (const auto& statement : statements.read) add(statement.standing, statement.people, {});
  return true;
}

bool AttendanceReader::names_nobody(std::string_view text) const {
  const auto word = trim(text);
  return context_.language.has("no_names", word) || (!has_words(word, 3) && context_.reading.classes(word).has(WordClass::members));
}

// A value may go on as a sentence: "Mia Ott and Jo Kern. Lee Fox sent apologies."
void AttendanceReader::sentence(std::string_view text, const PeopleLine& line) {
  if (stated(text, line)) return;
  // "3 of 5 members (Mia Ott, Jo Kern, Lee Fox)", "everyone (Mia, Jo, Lee)"
  if (const auto open = text.find('('); open != std::string_view::npos && text.ends_with(')') && (is_digit(static_cast<unsigned char>(text.front())) || names_nobody(text.substr(0, open)))) {
    const auto inside = text.substr(open + 1, text.size() - open - 2);
    if (inside.find('(') == std::string_view::npos && read_list(inside, ListShape::list, context_).people.size() >= 2) text = inside;
  }
  const auto& parts = context_.sentences(text);
  if (parts.size() > 1 && text.find('\n') == std::string_view::npos) {
    const auto first = read_list(parts.front(), ListShape::list, context_);
    if (first.people.size() >= 2 && words(parts.front()).size() > 3) {
      listed_.push_back({parts.front(), role_, *standing_, true});
      const auto rest = std::vector<std::string_view>(parts.begin() + 1, parts.end());
      for (const auto part : rest) {
        const auto segments = people_segments(part, context_);
        if (segments.size() == 1 && segments.front().standing) segment(segments.front(), line);
        else if (standing_) {
          const auto list = read_list(part, ListShape::list, context_);
          if (!list.people.empty() && list.others == 0) listed_.push_back({part, role_, *standing_, true});
        }
      }
      return;
    }
  }
  listed_.push_back({text, role_, *standing_, true});
}

// "The board met … in the presence of the chairman Mia Ott, the treasurer Jo Kern, …": several behind the words for it.
bool AttendanceReader::in_presence_of(std::string_view sentence) {
  constexpr std::size_t longest = 1500, fewest = 3;
  const auto tokens = context_.reading.tokens(sentence);
  const auto at = find_class(tokens, {WordClass::present});
  if (sentence.size() > longest || at == tokens.size() || find_word(tokens.first(at), "meet_words", context_) == at || !context_.minutes.meeting.attendance.present.empty()) return false;
  // "Everyone was present except …"
  const auto segments = people_segments(sentence, context_);
  if (std::any_of(segments.begin(), segments.end(), [](const PeopleSegment& segment) { return segment.standing == Standing::absent || segment.standing == Standing::excused; })) return false;
  const auto behind = trim(after(sentence, context_.reading.text(tokens[at])));
  auto list = read_list(behind.substr(behind.find(' ') == std::string_view::npos ? 0 : behind.find(' ')), ListShape::list, context_);
  const auto people = list.people.size();
  if (people < fewest || list.others > 1 || !std::all_of(list.people.begin(), list.people.end(), is_full)) return false;
  add(Standing::present, std::move(list.people), {});
  return true;
}

// "Mia Ott and Jo Kern were absent.", "Ulf hat sich abgemeldet.": names in front of what is said of them.
bool AttendanceReader::told(std::string_view text) {
  bool any = false;
  constexpr std::size_t longest = 300;
  for (const auto part : context_.sentences(text)) {
    if (in_presence_of(part)) {
      any = true;
      continue;
    }
    if (part.size() > longest) continue;
    const auto segments = people_segments(part, context_);
    // "Everyone is present but Mia Ott" says it by its label.
    const bool missing = segments.size() == 1 && (segments.front().standing == Standing::absent || segments.front().standing == Standing::excused) && !segments.front().label.empty();
    if (auto statements = attendance_statements(part, context_).read; !missing && (statements.size() > 1 || (!statements.empty() && statements.front().standing == Standing::guest))) {
      for (auto& statement : statements) add(statement.standing, std::move(statement.people), {});
      any = true;
      continue;
    }
    if (segments.size() == 1 && !segments.front().label.empty() && segments.front().standing && is_attendance(*segments.front().standing)) {
      const auto list = read_list(segments.front().value, ListShape::list, context_);
      const bool whole = place_ == Place::head || std::all_of(list.people.begin(), list.people.end(), is_full);
      if (list.others <= static_cast<int>(list.people.size()) && whole) {
        auto standing = *segments.front().standing;
        if (standing == Standing::present && !context_.minutes.meeting.attendance.present.empty() && context_.reading.classes(segments.front().label).has(WordClass::guest)) standing = Standing::guest;
        add(standing, list.people, {});
        any = true;
      }
      continue;
    }
    const auto tokens = context_.reading.tokens(part);
    const auto at = find_class(tokens, {WordClass::excused, WordClass::absent, WordClass::present});
    if (at == tokens.size() || at == 0 || tells_of_deeds(tokens)) continue;
    const auto standing = standing_of(all_classes(tokens.subspan(at)));
    auto front = trim(before(part, context_.reading.text(tokens[at])));
    while (!front.empty() && is_lower(first_character(last_word(front))) && words(front).size() > 1) front = trim(before(front, last_word(front)));
    const auto list = read_list(front, ListShape::list, context_);
    if (!standing || list.others > 0 || list.people.empty() || list.sure < static_cast<int>(list.people.size()) || !std::all_of(list.people.begin(), list.people.end(), is_full)) continue;
    add(*standing, list.people, {});
    any = true;
  }
  return any;
}

}  // namespace protokoll
