#include "analysis/head.hpp"

#include <algorithm>
#include <utility>

#include "analysis/attendance_table.hpp"
#include "analysis/dates.hpp"
#include "analysis/meeting_people.hpp"
#include "analysis/outline.hpp"
#include "analysis/people_list.hpp"
#include "analysis/segments.hpp"
#include "analysis/text.hpp"

namespace protokoll {

namespace {

// Reads the head piece by piece; a label without a value waits for the pieces that follow.
class HeadReader {
 public:
  explicit HeadReader(Context& context) : context_(context), meeting_(context.minutes.meeting) {}

  void title(std::string_view text) {
    meeting_.title = context_.stated(text);
    if (const auto match = context_.language.patterns("meeting_title").first(text); match.pattern) {
      if (const auto ordinal = match.group("ordinal"); !ordinal.empty()) {
        meeting_.ordinal = context_.language.number(ordinal);
        meeting_.ordinal_span = context_.span(ordinal);
      }
      meeting_.series = context_.stated(match.group("series"));
      meeting_.organization = context_.stated(without_full_stop(trim(match.group("organization"), U",:–-"), context_.language));
    }
    date(text);
    times(text);
    location_in(text);
  }

  /// A label with its value at the end of the minutes.
  void closing(std::string_view key, std::string_view value) {
    waiting_ = key;
    if (key != "start" || !meeting_.start) labelled(value);
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
    if (waiting_ == "date" || waiting_ == "start" || waiting_ == "time") {
      date(value);
      times(value);
    } else if (waiting_ == "end") {
      if (const auto found = find_times(value, context_.language); !found.empty() && !meeting_.end) {
        const auto& time = found.back();
        meeting_.end = time.end.empty() ? context_.derived(time.start, time.start_text) : context_.derived(time.end, time.end_text);
      }
    } else if (waiting_ == "location" && !meeting_.location) {
      meeting_.location = context_.stated(without_link(value));
    } else if (waiting_ == "organization" && !meeting_.organization) {
      meeting_.organization = context_.stated(value);
    }
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
      labelled(text);
      if (waiting_ != "date") waiting_.clear();
      return;
    }
    if (in_part_) return;
    waiting_.clear();
    if (!meeting_.date || text.size() < 160) {
      const bool had_date = static_cast<bool>(meeting_.date);
      date(text);
      if (!had_date && meeting_.date) location_in(text);
      if (!had_date || !meeting_.start) times(text);
    }
  }

  void metadata(const TextBlock& block) {
    const auto text = context_.view(block.range);
    const auto split = block.split - block.range.begin;
    const auto value = trim(text.substr(split), U"\"'[] ");
    const auto& keys = context_.language.label(trim(text.substr(0, split), U": "));
    if (keys.empty() || value.empty()) return;
    wait_for(keys);
    if (std::find(keys.begin(), keys.end(), "title") != keys.end()) front_title_ = value;
    else labelled(value);
    waiting_.clear();
  }

  void date(std::string_view text) {
    for (const auto& found : find_dates(text, context_.language)) {
      if (found.ambiguous) context_.report("ambiguous-date", Severity::note, "day and month of this date could be either; it stays text unless the language names a region (en-GB, en-US)", found.text);
      const auto edtf = found.edtf();
      if (!edtf.empty() && !meeting_.date) meeting_.date = context_.derived(edtf, found.text, found.reason);
    }
  }

  void times(std::string_view text) {
    for (const auto& time : find_times(text, context_.language)) {
      if (!meeting_.start) {
        meeting_.start = context_.derived(time.start, time.start_text);
        if (!time.end.empty() && !meeting_.end) meeting_.end = context_.derived(time.end, time.end_text);
      }
      return;
    }
  }

  void location_in(std::string_view text) {
    const auto match = context_.language.patterns("title_location").first(text);
    if (match.pattern && !meeting_.location) meeting_.location = context_.stated(trim(match.group("location"), U",.;:"));
  }

  // "Rathaus (Anfahrt)": a link in parentheses is no part of the place.
  std::string_view without_link(std::string_view value) const {
    const auto first = lines(value).empty() ? value : lines(value).front();
    const auto open = first.rfind('(');
    if (open == std::string_view::npos || open == 0) return first;
    const auto inside = context_.range(first.substr(open));
    for (const auto& link : context_.document.links)
      if (link.range.begin >= inside.begin && link.range.end <= inside.end) return trim(first.substr(0, open));
    return first;
  }

 public:
  void finish() {
    if (!meeting_.title && !front_title_.empty()) title(front_title_);
  }

 private:
  Context& context_;
  Meeting& meeting_;
  std::uint32_t last_block_ = 0;
  std::int32_t last_table_ = -1;  // that the last block stood in
  bool complete_ = false;       // the label has its value beside it
  bool in_part_ = false;        // of an item: only its people are the meeting's
  std::string waiting_;         // key of the label whose value is being read
  std::string_view role_;       // of the people that follow
  std::string_view front_title_;
};

}  // namespace

void read_head(const ProtocolTable& table, Context& context) {
  HeadReader reader(context);
  const auto title = title_block(context);
  std::string_view whole;
  if (title >= 0) {
    whole = title_text(title, context);
    reader.title(whole);
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
  reader.finish();
}

namespace {

// Where the head names nobody, the first items may: "Members present: …" below "Call to order".
void read_attendance_in_front(const std::vector<Piece>& body, HeadReader& reader, Context& context) {
  constexpr std::size_t first_items = 2;
  const auto& attendance = context.minutes.meeting.attendance;
  if (context.minutes.agenda.size() >= first_items || !attendance.present.empty()) return;
  for (const auto& piece : body)
    for (const auto& segment : split_labels(context.view(piece), context.language))
      for (const auto* key : {"present", "excused", "absent", "guests"})
        if (segment.is(key) && !segment.value.empty()) reader.closing(key, segment.value);
}

}  // namespace

void read_part(std::string_view title, const std::vector<Piece>& body, Context& context) {
  const auto& keys = context.language.label(trim(title, U":*_. "));
  const bool people = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return people_under(key, context.minutes.meeting) != nullptr; });
  HeadReader reader(context);
  if (!people) return read_attendance_in_front(body, reader, context);
  if (std::find(keys.begin(), keys.end(), "minutes") != keys.end()) return;
  reader.part(keys);
  for (const auto& piece : body) reader.piece(piece);
}

void read_closing(const std::vector<Piece>& pieces, Context& context) {
  HeadReader reader(context);
  for (const auto& piece : pieces)
    for (const auto& segment : split_labels(context.view(piece), context.language))
      for (const auto* key : {"start", "end", "chair", "secretary"}) {
        const auto* people = people_under(key, context.minutes.meeting);
        if (segment.is(key) && !segment.value.empty() && (!people || people->empty())) reader.closing(key, segment.value);
      }
}

}  // namespace protokoll
