#include "facts/attendance/attendance_reader.hpp"

#include <algorithm>

#include "facts/attendance/attendance.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// "Funge da segretario Carlo Fusco.": the verb stands in front of whoever does it.
bool opens_with_duty(std::string_view text, const Context& context) {
  const auto tokens = context.reading.tokens(text);
  return !tokens.empty() && tokens.front().is_any({WordClass::lead, WordClass::record, WordClass::undertake}) && !context.language.is_label(first_word(text), "secretary");
}

}  // namespace

void AttendanceReader::start(Standing standing, std::string_view label) {
  flush();
  passed_.reset();
  // Below those present, "In attendance" are others.
  if (standing == Standing::present && !context_.minutes.meeting.attendance.present.empty() && context_.reading.classes(label).has(WordClass::guest)) standing = Standing::guest;
  standing_ = standing;
  role_ = {};
  valued_ = false;
  section_ = true;
  level_ = 0;
}

void AttendanceReader::pass_table() {
  if (standing_ && section_ && opener_.heading) passed_ = standing_;
  close();
}

void AttendanceReader::line(const PeopleLine& line) {
  ++number_;
  const auto& block = context_.document.blocks[line.block];
  if (block.kind == BlockKind::metadata) {
    const auto key = trim(line.text.substr(0, block.split - block.range.begin), U": ");
    const auto value = trim(line.text.substr(std::min<std::size_t>(line.text.size(), block.split - block.range.begin)), U"\"'[] ");
    if (const auto standing = standing_of(key, context_); standing && !context_.language.is_label(key, "title")) {
      if (!value.empty() && !is_attendance(*standing)) officers(*standing, value);
      else if (is_attendance(*standing)) metadata(*standing, value, line.block);
    }
    return;
  }
  // "The new board:" and the entries below it.
  if (line.heading) passed_.reset();
  if (line.heading || standing_) told_.end();
  if (told_.tells(without_bullet(line.text))) return;
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
  if (stated(without_bullet(line.text), line)) return;
  for (const auto& part : people_segments(without_bullet(line.text), context_)) segment(part, line);
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
    section_ = count && (line.heading || (line.bold && line.cell < 0 && segment.value.empty()));
    level_ = section_ ? line.level : 0;
    valued_ = !count;
    if (valued_) sentence(segment.value, line);
    return;
  }
  if (segment.other) {
    if (segment.value.empty()) other_row_ = line.row;
    return close();
  }
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

// The value of a front matter's key, which may go on in the lines below: "[Mia Ott,", "- Jo Kern", "- name: Lee Fox".
void AttendanceReader::metadata(Standing standing, std::string_view value, std::uint32_t block) {
  if (!value.empty()) add(standing, read_list(value, ListShape::list, context_).people, {});
  const auto& blocks = context_.document.blocks;
  for (auto i = block + 1; i < blocks.size() && blocks[i].kind == BlockKind::metadata && blocks[i].split == blocks[i].range.begin; ++i) {
    auto text = trim(without_bullet(context_.view(blocks[i].range)), U"\"'[], ");
    if (const auto colon = text.find(": "); colon != std::string_view::npos) {
      if (!context_.language.is_label(text.substr(0, colon), "name")) continue;
      text = trim(text.substr(colon + 1), U"\"' ");
    }
    add(standing, read_list(text, ListShape::list, context_).people, {});
  }
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
           (people > 1 || words(text.substr(0, text.find('('))).size() <= 9) && (list.sure * 2 >= people || (words(text).size() <= 3 && !listed_.empty()));
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
    // "Minutes" in a cell of the head names whom the cell beside names.
    const bool in_head = line.cell >= 0 && place_ == Place::head;
    const bool document = standing == Standing::secretary && (line.heading || (line.bold && !in_head)) && context_.language.is_label(trim(text, U":*_. "), "minutes");
    // "- Chair" and "- Mia Ott": a list of terms as Markdown has it.
    const bool term = line.term || (place_ == Place::head && line.item >= 0 && !context_.language.label(trim(text, U":*_. ")).empty());
    // "Task | Who | Due": the header of a column.
    const bool column = line.cell >= 0 && context_.language.is_label(trim(text, U":*_. "), "who");
    // "Distribution: | Members, office": the value of another label.
    const bool value = line.row >= 0 && line.row == other_row_;
    // "Holidays" among an agenda's cells.
    const bool matter = line.cell >= 0 && place_ == Place::item && context_.language.label(trim(text, U":*_. ")).empty();
    if (standing && !document && !cell_of_person && !column && !value && !matter && (is_attendance(*standing) || line.cell >= 0 || line.bold || line.heading || term)) {
      start(*standing, text);
      section_ = line.bold && !in_head;
      opener_ = line;
      return;
    }
  }
  // "The following members authorised Mia Ott to act as their proxy:"
  constexpr std::size_t sentence = 5;
  if (standing_ && text.ends_with(':') && has_words(text, sentence) && context_.reading.classes(text).has(WordClass::proxy)) return close();
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
  // "Absent: nobody", and below it "Carlo Fusco takes the minutes." begins with the verb.
  if (*standing_ != Standing::present && text.ends_with('.') && opens_with_duty(text, context_)) {
    read_people_sentence(text, context_);
    return close();
  }
  constexpr std::size_t least = 4;
  if (is_office(text, context_) && words(text).size() <= 6 && !(text.ends_with('.') && has_words(text, least))) {
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

void AttendanceReader::close() {
  flush();
  standing_.reset();
  role_ = {};
  valued_ = section_ = false;
  level_ = 0;
}

void AttendanceReader::finish() {
  close();
  read_unclaimed();
  officers_.settle(context_.minutes.meeting);
}

}  // namespace protokoll
