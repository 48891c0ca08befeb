#include "facts/attendance_reader.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "analysis/meeting_people.hpp"
#include "analysis/text.hpp"
#include "facts/attendance_sentence.hpp"

namespace protokoll {
namespace {

// What somebody's own words say against the list; nothing if they say nothing clear.
std::optional<Standing> own_standing(const NameEntry& entry, Standing listed, const Context& context) {
  std::vector<std::string_view> notes(entry.notes);
  if (!entry.tail.empty()) notes.push_back(entry.tail);
  if (!entry.affiliation.empty() && entry.notes.empty()) notes.push_back(entry.affiliation);
  for (const auto note : notes) {
    const auto said = context.reading.classes(note);
    if (said.has(WordClass::arrive) || said.has(WordClass::proxy)) continue;
    const auto standing = standing_of(note, context);
    if (!standing || !is_attendance(*standing) || *standing == listed) continue;
    if (*standing == Standing::guest && (listed != Standing::present || words(note).size() > 1)) continue;
    if (*standing == Standing::present && listed != Standing::guest) continue;
    if (*standing == Standing::present) continue;
    return standing;
  }
  return std::nullopt;
}

}  // namespace

void AttendanceReader::start(Standing standing, std::string_view label) {
  flush();
  // Below those present, "In attendance" are others.
  if (standing == Standing::present && !context_.minutes.meeting.attendance.present.empty() && context_.reading.classes(label).has(WordClass::guest)) standing = Standing::guest;
  standing_ = standing;
  role_ = {};
  valued_ = false;
  section_ = true;
  level_ = 0;
}

void AttendanceReader::pass_table() { close(); }

void AttendanceReader::line(const PeopleLine& line) {
  ++number_;
  const auto& block = context_.document.blocks[line.block];
  if (block.kind == BlockKind::metadata) {
    const auto key = trim(line.text.substr(0, block.split - block.range.begin), U": ");
    const auto value = trim(line.text.substr(std::min<std::size_t>(line.text.size(), block.split - block.range.begin)), U"\"'[] ");
    if (const auto standing = standing_of(key, context_); standing && !value.empty() && !context_.language.is_label(key, "title")) {
      if (is_attendance(*standing)) add(*standing, read_list(value, ListShape::list, context_).people, {});
      else officers(*standing, value);
    }
    return;
  }
  if (line.table >= 0 && line.table != opener_.table && standing_ && !section_) close();
  if (line.heading) {
    if (line.text.find(':') == std::string_view::npos || line.text.ends_with(':')) {
      const auto standing = standing_of(line.text, context_);
      // "Media", "Residents" over what is told of them; only headings that say it of the meeting list who came.
      const bool told_of = standing == Standing::guest && !context_.language.is_label(trim(line.text, U":*_. "), "guests") && !context_.reading.classes(line.text).has(WordClass::present);
      // The heading over the minutes proper is no label of the one who took them.
      if (standing && !told_of && !context_.language.is_label(trim(line.text, U":*_. "), "minutes")) {
        start(*standing, line.text);
        level_ = line.level;
        opener_ = line;
      } else if (standing_ && (line.level > level_ && (level_ > 0 || (place_ == Place::item && section_))) && (!is_other_label(line.text, context_) || context_.language.is_label(trim(line.text, U":*_. "), "organization"))) {
        role_ = line.text;
      } else {
        close();
      }
      return;
    }
  }
  if (stated(without_bullet(line.text))) return;
  for (const auto& part : people_segments(without_bullet(line.text), context_)) segment(part, line);
}

// Sentences that say of each whom they name whether he was there.
bool AttendanceReader::stated(std::string_view text) {
  if (!text.ends_with('.')) return false;
  const auto statements = attendance_statements(text, context_);
  if (!statements.empty() && standing_ && !section_) close();
  for (const auto& statement : statements) add(statement.standing, statement.people, {});
  return !statements.empty();
}

void AttendanceReader::segment(const PeopleSegment& segment, const PeopleLine& line) {
  if (segment.label.empty()) return unlabelled(segment.value, line);
  if (segment.standing) {
    const auto standing = *segment.standing;
    if (!is_attendance(standing)) {
      // Those who lead stand among the others below a label that has a line for itself.
      const bool below = standing == Standing::chair && !valued_ && line.cell < 0 && opener_.text.find(':') == std::string_view::npos && !has_digit(opener_.text) && !segment.value.empty();
      const bool within = standing_ == Standing::present && (section_ || below || opener_.block == line.block || (line.item >= 0 && opener_.item >= 0 && line.item > opener_.item));
      if (segment.value.empty()) {
        if (within || (standing_ == Standing::present && line.cell >= 0)) {
          role_ = segment.label;
          return;
        }
        start(standing, segment.label);
        section_ = false;
        opener_ = line;
        return;
      }
      if (within) add(Standing::present, read_list(segment.value, ListShape::list, context_).people, segment.label);
      officers(standing, segment.value);
      if (within && below) return;
      valued_ = standing_.has_value() && !section_;
      return;
    }
    start(standing, segment.label);
    section_ = false;
    opener_ = line;
    // "Anwesende Mitglieder: 14" counts those who are named below.
    const bool count = std::none_of(segment.value.begin(), segment.value.end(), [](char c) { return is_letter(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80U) != 0; });
    section_ = count && line.heading;
    level_ = section_ ? line.level : 0;
    valued_ = !count;
    if (valued_) sentence(segment.value, line);
    return;
  }
  if (segment.other) return close();
  group(segment, line);
}

// "Vorstand: Mia Ott, Jo Kern"
void AttendanceReader::group(const PeopleSegment& segment, const PeopleLine& line) {
  const auto list = read_list(segment.value, ListShape::list, context_);
  if (!standing_ || !is_attendance(*standing_)) {
    if (standing_) close();
    // Names behind a label that nobody knows: they may as well be those who are missing.
    if (segment.value.empty()) unclaimed_.emplace_back(number_, line);
    return;
  }
  if (segment.value.empty()) {
    if (is_office(segment.label, context_) || !valued_) role_ = segment.label;
    else close();
    return;
  }
  constexpr WordClasses people{WordClass::office, WordClass::chair_office, WordClass::body, WordClass::members, WordClass::guest};
  const bool fits = !valued_ || context_.reading.classes(segment.label).any(people);
  if (fits && !list.people.empty() && list.others <= static_cast<int>(list.people.size())) listed_.push_back({segment.value, segment.label, *standing_, true});
  else if (!section_) close();
}

// A value may go on as a sentence: "Mia Ott and Jo Kern. Lee Fox sent apologies."
void AttendanceReader::sentence(std::string_view text, const PeopleLine& line) {
  if (stated(text)) return;
  // "3 of 5 members (Mia Ott, Jo Kern, Lee Fox)"
  if (const auto open = text.find('('); open != std::string_view::npos && text.ends_with(')') && is_digit(static_cast<unsigned char>(text.front()))) {
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

// Below a list item that is a label stand the items within it, or its neighbours.
bool AttendanceReader::is_beside(const PeopleLine& line) const {
  if (opener_.item < 0 || section_) return true;
  const auto& containers = context_.document.containers;
  for (auto at = line.item; at >= 0; at = containers[static_cast<std::size_t>(at)].parent)
    if (at == opener_.item) return true;
  return line.item >= 0 && listed_.empty() && containers[static_cast<std::size_t>(line.item)].parent == containers[static_cast<std::size_t>(opener_.item)].parent;
}

bool AttendanceReader::belongs(std::string_view text, const PeopleLine& line) const {
  const auto list = read_list(text, ListShape::list, context_);
  const auto people = static_cast<int>(list.people.size());
  if (people == 0) return false;
  if (valued_) {
    // What has its value beside it goes on only with full names.
    if (line.cell >= 0 && line.cell != opener_.cell) return false;
    return list.others == 0 && std::all_of(list.people.begin(), list.people.end(), is_full) && text.size() < 400 &&
           (people > 1 || words(text).size() <= 9) && (list.sure * 2 >= people || (words(text).size() <= 3 && !listed_.empty()));
  }
  const bool nick = std::all_of(list.people.begin(), list.people.end(), [](const NameEntry& entry) { return entry.likeness == Likeness::nick; });
  if (nick && line.item < 0 && line.cell < 0 && people < 2) return words(text).size() == 1;
  if (nick && words(text).size() > 3 && people < 2) return false;
  // Prose of an item names people for other reasons as well.
  if (place_ == Place::item && line.item < 0 && line.cell < 0 && list.others > 0 && people < 3) return false;
  return list.others <= people;
}

void AttendanceReader::unlabelled(std::string_view text, const PeopleLine& line) {
  constexpr std::size_t most_words = 8;
  if (words(text).size() <= most_words || is_letter_spaced(text)) {
    const auto standing = standing_of(text, context_);
    const bool cell_of_person = line.cell >= 0 && standing_ && line.row == opener_.row && !listed_.empty();
    const bool document = standing == Standing::secretary && (line.bold || line.heading) && context_.language.is_label(trim(text, U":*_. "), "minutes");
    // "- Chair" and "- Mia Ott": a list of terms as Markdown has it.
    const bool term = line.term || (place_ == Place::head && line.item >= 0 && !context_.language.label(trim(text, U":*_. ")).empty());
    // "Task | Who | Due": the header of a column.
    const bool column = line.cell >= 0 && context_.language.is_label(trim(text, U":*_. "), "who");
    // "Holidays" among an agenda's cells.
    const bool matter = line.cell >= 0 && place_ == Place::item && context_.language.label(trim(text, U":*_. ")).empty();
    if (standing && !document && !cell_of_person && !column && !matter && (is_attendance(*standing) || line.cell >= 0 || line.bold || line.heading || term)) {
      start(*standing, text);
      section_ = line.bold;
      opener_ = line;
      return;
    }
  }
  if (!standing_) {
    if (!told(text)) unclaimed_.emplace_back(number_, line);
    return;
  }
  if (!is_attendance(*standing_)) {
    // "12 members are present.": told of others than those who lead.
    const bool told_of_others = text.ends_with('.') && context_.reading.classes(text).any({WordClass::present, WordClass::excused, WordClass::absent});
    if (!told_of_others && officers(*standing_, text) && section_) return;
    return close();
  }
  constexpr std::size_t sentence = 4;
  if (is_office(text, context_) && words(text).size() <= 6 && !(text.ends_with('.') && has_words(text, sentence))) {
    role_ = text;
    return;
  }
  if (is_beside(line) && belongs(text, line)) {
    listed_.push_back({text, role_, *standing_, false, line.box});
    boxes_ = boxes_ || line.box == 'x';
    misses_ = 0;
    return;
  }
  const bool label_like = words(text).size() <= 6 && (line.bold || text.ends_with(':'));
  if (label_like && !valued_) {
    role_ = text;
    return;
  }
  constexpr int most_misses = 2;
  if (section_ && (listed_.empty() || ++misses_ <= most_misses)) return;
  close();
  unclaimed_.emplace_back(number_, line);
}

// "Mia Ott and Jo Kern were absent.", "Ulf hat sich abgemeldet.": names in front of what is said of them.
bool AttendanceReader::told(std::string_view text) {
  bool any = false;
  constexpr std::size_t longest = 300;
  for (const auto part : context_.sentences(text)) {
    if (part.size() > longest) continue;
    const auto segments = people_segments(part, context_);
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

namespace {

// "Mia (bis TOP 4), Jo (ab TOP 5)"
bool tells_turn(const NameEntry& entry) {
  return std::any_of(entry.notes.begin(), entry.notes.end(), [](std::string_view note) { return has_digit(note); });
}

}  // namespace

bool AttendanceReader::officers(Standing standing, std::string_view value) {
  constexpr std::size_t most = 6;
  // "Minutes: Mia Ott", and in the next line "Tellers: Jo Kern" under a label that nobody knows.
  if (const auto end = value.find('\n'); end != std::string_view::npos && value.find(':', end) != std::string_view::npos) value = trim(value.substr(0, end));
  // "Carl Ott, AB1CD": one comma parts a person from what belongs to him, unless another whole name stands behind it.
  const auto one = std::count(value.begin(), value.end(), ',') == 1;
  auto list = read_list(value, one ? ListShape::one : ListShape::list, context_);
  if (one)
    if (auto both = read_list(value, ListShape::list, context_); both.people.size() == 2 && (is_full(both.people[1]) || tells_turn(both.people[1])) && (both.sure == 2 || tells_turn(both.people[0]) || (is_attendance(standing) && both.others == 0))) list = std::move(both);
  if (list.people.empty() || list.people.size() > most || list.others > 1) return false;
  if (list.people.size() == 1 && list.people.front().likeness == Likeness::nick && words(value).size() > 2) return false;
  // A verb, an office or a place is no name: "The chair asks …".
  constexpr WordClasses no_name{WordClass::ask, WordClass::report, WordClass::record, WordClass::done, WordClass::place, WordClass::meeting_noun, WordClass::minutes_noun, WordClass::agenda_noun, WordClass::later};
  const auto is_no_name = [&](const NameEntry& entry) { return entry.likeness != Likeness::sure && context_.reading.classes(entry.name).any(no_name); };
  if (std::any_of(list.people.begin(), list.people.end(), is_no_name)) return false;
  // "Minutes: First meeting."
  if (list.people.size() == 1 && !is_full(list.people.front()) && list.people.front().likeness < Likeness::sure && !list.people.front().tail.empty()) return false;
  std::vector<Person> people;
  for (const auto& entry : list.people) people.push_back(to_person(entry, context_));
  add_people(people_of(standing, context_.minutes.meeting), std::move(people));
  return true;
}

void AttendanceReader::add(Standing standing, std::vector<NameEntry> people, std::string_view role) {
  for (const auto& entry : people) {
    const auto own = own_standing(entry, standing, context_);
    auto person = to_person(entry, context_, is_office(role, context_) ? role : std::string_view{});
    const auto listed = own.value_or(standing);
    if (listed == Standing::excused || listed == Standing::absent) {
      // "Hans Ertl (on leave)": why somebody was not there is no affiliation.
      if (is_lower(first_character(person.affiliation)) || own) person.affiliation.clear();
    }
    if (listed == Standing::present || listed == Standing::guest) officers_.note(entry, role, context_);
    add_people(people_of(listed, context_.minutes.meeting), {std::move(person)});
  }
}

// The lines of a group are weighed together.
void AttendanceReader::flush() {
  if (listed_.empty()) return;
  std::vector<std::string_view> texts;
  for (const auto& listed : listed_) texts.push_back(listed.text);
  const auto shape = texts.size() > 1 ? shape_of(texts, context_) : ListShape::list;
  int people = 0, others = 0;
  std::vector<std::pair<NameList, const Listed*>> lists;
  for (const auto& listed : listed_) {
    lists.emplace_back(read_list(listed.text, shape, context_), &listed);
    people += static_cast<int>(lists.back().first.people.size());
    others += lists.back().first.others;
  }
  std::map<std::string_view, int> fronts;
  for (const auto& [list, listed] : lists)
    for (const auto& entry : list.people)
      if (entry.honorific.empty() && !context_.language.has("given_names", first_word(entry.name))) ++fronts[first_word(entry.name)];
  int repeated = 0;
  for (const auto& [front, count] : fronts) repeated += count >= 3 ? count : 0;
  // "TU Aachen, TU Berlin, TU Cottbus": places that send somebody.
  if (others <= people && repeated * 3 <= people)
    for (auto& [list, listed] : lists) add(standing_by_box(*listed), std::move(list.people), listed->role);
  listed_.clear();
}

// Where boxes are ticked for those who came, an open one says that somebody did not.
Standing AttendanceReader::standing_by_box(const Listed& listed) const {
  return boxes_ && listed.box == ' ' && listed.standing == Standing::present ? Standing::absent : listed.standing;
}

void AttendanceReader::close() {
  flush();
  standing_.reset();
  role_ = {};
  valued_ = section_ = false;
  level_ = 0;
}

// A run of names without any word for them, in front of the agenda, are those present.
void AttendanceReader::read_unclaimed() {
  if (place_ != Place::head || !context_.minutes.meeting.attendance.present.empty()) return;
  struct NameRun {
    std::vector<std::string_view> texts;
    int people = 0, sure = 0;
  } run, best;
  std::size_t last = 0;
  bool introduced = false;  // by a sentence that says who they are
  const auto end_run = [&] {
    if (run.people > best.people && run.sure * 2 >= run.people && !introduced) best = run;
    run = {};
  };
  for (const auto& [number, line] : unclaimed_) {
    const auto text = without_bullet(line.text);
    const auto list = read_list(text, ListShape::list, context_);
    const auto people = static_cast<int>(list.people.size());
    const auto fit = people > 0 && list.others == 0 && list.offices == 0 && (is_full(list.people.front()) || people > 2 || line.item >= 0) && text.size() < 1000;
    if (number != last + 1 || !fit) end_run();
    last = number;
    if (!fit) {
      constexpr std::size_t sentence = 5;
      introduced = text.ends_with(':') && words(text).size() > sentence;
      continue;
    }
    run.texts.push_back(text);
    run.people += people;
    run.sure += list.sure;
  }
  end_run();
  constexpr int fewest = 3;
  if (best.people < fewest) return;
  for (const auto text : best.texts) listed_.push_back({text, {}, Standing::present, false});
  flush();
}

void AttendanceReader::finish() {
  close();
  read_unclaimed();
  officers_.settle(context_.minutes.meeting);
}

}  // namespace protokoll
