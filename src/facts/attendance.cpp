#include "facts/attendance.hpp"

#include <algorithm>
#include <utility>

#include "analysis/meeting_people.hpp"
#include "analysis/outline.hpp"
#include "analysis/people_list.hpp"
#include "analysis/segments.hpp"
#include "analysis/text.hpp"
#include "facts/attendance_table.hpp"

namespace protokoll {

namespace {

// Reads people piece by piece; a label without a value waits for the pieces that follow.
class PeopleReader {
 public:
  explicit PeopleReader(Context& context) : context_(context), meeting_(context.minutes.meeting) {}

  /// A label with its value at the end of the minutes.
  void closing(std::string_view key, std::string_view value) {
    waiting_ = key;
    labelled(value);
    waiting_.clear();
  }

  /// What follows stands under a title with these keys.
  void part(const std::vector<std::string>& keys) {
    wait_for(keys);
    in_part_ = true;
  }

  void piece(const Piece& piece) {
    const auto& block = context_.block(piece);
    const auto text = context_.view(piece);
    if (block.kind == BlockKind::metadata) return metadata(block);
    if (block.kind == BlockKind::heading || is_bold_line(block) || ruled_off(piece.block)) waiting_.clear();
    last_block_ = piece.block;
    // What stands in one table says nothing of the next.
    const auto table = std::exchange(last_table_, context_.document.enclosing(block.container, ContainerKind::table));
    if (table >= 0 && table != last_table_) waiting_.clear();
    if (!continues_value(block)) waiting_.clear();
    // In a table of those present an office is a column, not a new label.
    if (is_attendance(waiting_) && block.container >= 0 && context_.document.enclosing(block.container, ContainerKind::cell) >= 0 && is_role(text, context_)) {
      role_ = trim(text, U":. ");
      // Offices are listed for those who were there; a row "Staff:" below "Apologies:" goes back to them.
      if (waiting_ != "guests") waiting_ = "present";
      return;
    }
    if (const auto& keys = context_.language.label(trim(text, U":*_.- ")); !keys.empty()) {
      wait_for(keys);
      // The heading over the minutes proper is no label of the one who took them.
      if ((block.kind == BlockKind::heading || is_bold_line(block)) && std::find(keys.begin(), keys.end(), "minutes") != keys.end()) waiting_ = "minutes";
      role_ = {};
      return;
    }
    for (const auto& segment : split_labels(text, context_.language)) {
      if (segment.keys) {
        wait_for(*segment.keys);
        role_ = {};
        if (segment.value.empty()) continue;
        labelled(segment.value);
        // What has its value beside it waits for no more, but for the rest of a list that goes on.
        complete_ = !segment.value.ends_with(',') && !segment.value.ends_with(';');
      } else {
        unlabelled(segment.value, block);
      }
    }
  }

 private:
  // Whether a horizontal line stands between this block and the last one read.
  [[nodiscard]] bool ruled_off(std::uint32_t block) const {
    for (auto i = last_block_ + 1; i < block; ++i)
      if (context_.document.blocks[i].kind == BlockKind::rule) return true;
    return false;
  }

  // A line all in bold begins something new.
  [[nodiscard]] bool is_bold_line(const TextBlock& block) const {
    if (block.continues || block.container >= 0 || block.last_run != block.first_run + 1) return false;
    return (context_.document.runs[block.first_run].style & bold) != 0;
  }

  static bool is_attendance(std::string_view key) { return key == "present" || key == "excused" || key == "absent" || key == "guests"; }

  // Whether a block can still belong to the label whose value stands beside it.
  [[nodiscard]] bool continues_value(const TextBlock& block) const {
    return !complete_ || block.continues;
  }

  void wait_for(const std::vector<std::string>& keys) {
    complete_ = false;
    waiting_ = keys.front();
    // "Protokoll: Mia Ott" names the secretary; the same word as a heading is a part of the document.
    for (const auto& key : keys)
      if (std::find(people_keys.begin(), people_keys.end(), key) != people_keys.end()) waiting_ = key;
  }

  // Who took the minutes or led the meeting may be said in the list of those present.
  void add(std::vector<Person>& list, std::vector<Person> people) {
    for (const auto& person : people)
      for (const auto* key : {"secretary", "chair"}) {
        const auto& note = person.role.empty() ? person.affiliation : person.role;
        auto& office = std::string_view(key) == "chair" ? meeting_.chair : meeting_.secretary;
        if (&office != &list && office.empty() && !note.empty() && context_.language.patterns(Key(std::string("role_") + key)).matches(note)) office.push_back(person);
      }
    // "Gerda Nissen (entschuldigt)" among those who were not there.
    std::vector<Person> excused;
    const auto is_excused = [&](const Person& person) {
      return context_.language.is_label(person.affiliation, "excused") || context_.language.is_label(person.role, "excused");
    };
    std::copy_if(people.begin(), people.end(), std::back_inserter(excused), is_excused);
    std::erase_if(people, is_excused);
    add_people(meeting_.attendance.excused, std::move(excused));
    // "Hans Ertl (on leave)": why somebody was not there is no affiliation.
    if (&list == &meeting_.attendance.excused || &list == &meeting_.attendance.absent)
      for (auto& person : people)
        if (is_lower(first_character(person.affiliation))) person.affiliation.clear();
    add_people(list, std::move(people));
  }

  void labelled(std::string_view value) {
    if (auto* people = people_under(waiting_, meeting_)) return add(*people, parse_people(is_attendance(waiting_) ? value : without_further_lines(value), context_, role_));
  }

  // "Minutes: Mia Ott", and in the next line "Tellers: Jo Kern" under a label that nobody knows.
  static std::string_view without_further_lines(std::string_view value) {
    const auto colon = value.find(':');
    const auto end = colon == std::string_view::npos ? colon : value.rfind('\n', colon);
    return end == std::string_view::npos ? value : trim(value.substr(0, end));
  }

  void unlabelled(std::string_view text, const TextBlock& block) {
    // A line under another label, which nobody knows.
    if ((waiting_ == "chair" || waiting_ == "secretary") && text.find(':') != std::string_view::npos) waiting_.clear();
    const bool sentence = text.size() > 60 && (text.ends_with('.') || text.ends_with(':') || words(text).size() > 14);
    auto* people = people_under(waiting_, meeting_);
    if (people) {
      if (is_role(text, context_)) {
        role_ = trim(text, U":");
        return;
      }
      // A list of names, however long, is mostly names; a sentence is not.
      auto found = parse_people(text, context_, role_);
      const auto entries = 1 + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == ',' || c == ';' || c == '\n'; }));
      if (!sentence || (found.size() >= 3 && found.size() * 3 >= entries)) return add(*people, std::move(found));
    }
    if (!waiting_.empty() && !people && !sentence && block.kind != BlockKind::heading) {
      if (waiting_ != "date") waiting_.clear();
      return;
    }
    if (!in_part_) waiting_.clear();
  }

  void metadata(const TextBlock& block) {
    const auto text = context_.view(block.range);
    const auto split = block.split - block.range.begin;
    const auto value = trim(text.substr(split), U"\"'[] ");
    const auto& keys = context_.language.label(trim(text.substr(0, split), U": "));
    if (keys.empty() || value.empty()) return;
    wait_for(keys);
    labelled(value);
    waiting_.clear();
  }

  Context& context_;
  Meeting& meeting_;
  std::uint32_t last_block_ = 0;
  std::int32_t last_table_ = -1;  // that the last block stood in
  bool complete_ = false;       // the label has its value beside it
  bool in_part_ = false;        // of an item: only its people are the meeting's
  std::string waiting_;         // key of the label whose value is being read
  std::string_view role_;       // of the people that follow
};

}  // namespace

void read_attendance(const ProtocolTable& table, Context& context) {
  PeopleReader reader(context);
  const auto title = title_block(context);
  std::string_view whole;
  if (title >= 0) {
    whole = title_text(title, context);
  }
  const auto tables = read_attendance_tables(table.head, context);
  for (const auto& piece : table.head) {
    if (tables.contains(context.document.enclosing(context.block(piece).container, ContainerKind::table))) continue;
    const auto text = context.view(piece);
    const bool inside = !whole.empty() && text.data() >= whole.data() && text.data() + text.size() <= whole.data() + whole.size() + 1;
    if (inside) continue;
    if (static_cast<std::int32_t>(piece.block) == title) {
      // The title is one line of a paragraph; the other lines are read like any.
      for (const auto part : {before(text, whole), after(text, whole)})
        if (const auto rest = trim(part); !rest.empty()) reader.piece({piece.block, context.range(rest)});
      continue;
    }
    reader.piece(piece);
  }
}

namespace {

// Where the head names nobody, the first items may: "Members present: …" below "Call to order".
void read_attendance_in_front(const std::vector<Piece>& body, PeopleReader& reader, Context& context) {
  constexpr std::size_t first_items = 2;
  const auto& attendance = context.minutes.meeting.attendance;
  if (context.minutes.agenda.size() >= first_items || !attendance.present.empty()) return;
  for (const auto& piece : body)
    for (const auto& segment : split_labels(context.view(piece), context.language))
      for (const auto* key : {"present", "excused", "absent", "guests"})
        if (segment.is(key) && !segment.value.empty()) reader.closing(key, segment.value);
}

}  // namespace

void read_attendance_item(std::string_view title, const std::vector<Piece>& body, Context& context) {
  const auto& keys = context.language.label(trim(title, U":*_. "));
  const bool people = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return people_under(key, context.minutes.meeting) != nullptr; });
  PeopleReader reader(context);
  if (!people) return read_attendance_in_front(body, reader, context);
  if (std::find(keys.begin(), keys.end(), "minutes") != keys.end()) return;
  reader.part(keys);
  for (const auto& piece : body) reader.piece(piece);
}

void read_closing_people(const std::vector<Piece>& pieces, Context& context) {
  PeopleReader reader(context);
  for (const auto& piece : pieces)
    for (const auto& segment : split_labels(context.view(piece), context.language))
      for (const auto* key : {"chair", "secretary"}) {
        const auto* people = people_under(key, context.minutes.meeting);
        if (segment.is(key) && !segment.value.empty() && people->empty()) reader.closing(key, segment.value);
      }
}

}  // namespace protokoll
