#include "analysis/head.hpp"

#include <algorithm>
#include <utility>

#include "analysis/dates.hpp"
#include "analysis/outline.hpp"
#include "analysis/meeting_people.hpp"
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
    if (const auto& keys = context_.language.label(trim(text, U":*_.- ")); !keys.empty()) {
      wait_for(keys);
      // The heading over the minutes proper is no label of the one who took them.
      if ((block.kind == BlockKind::heading || is_bold_line(block)) && std::find(keys.begin(), keys.end(), "minutes") != keys.end()) waiting_ = "minutes";
      return;
    }
    for (const auto& segment : split_labels(text, context_.language)) {
      if (segment.keys) {
        wait_for(*segment.keys);
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

  static bool names_people(std::string_view key) { return std::find(people_keys.begin(), people_keys.end(), key) != people_keys.end(); }

  // Whether a block can still belong to the label whose value stands beside it.
  [[nodiscard]] bool continues_value(const TextBlock& block) const {
    return !complete_ || block.continues;
  }

  void wait_for(const std::vector<std::string>& keys) {
    complete_ = false;
    waiting_ = keys.front();
    // "Protokoll: Mia Ott" names the secretary; the same word as a heading is a part of the document.
    for (const auto& key : keys)
      if (names_people(key)) waiting_ = key;
  }

  void labelled(std::string_view value) {
    if (names_people(waiting_)) return;
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

  void unlabelled(std::string_view text, const TextBlock& block) {
    // A line under another label, which nobody knows.
    if ((waiting_ == "chair" || waiting_ == "secretary") && text.find(':') != std::string_view::npos) waiting_.clear();
    const bool sentence = text.size() > 60 && (text.ends_with('.') || text.ends_with(':') || words(text).size() > 14);
    const bool people = names_people(waiting_);
    if (people && !sentence) return;
    if (!waiting_.empty() && !people && !sentence && block.kind != BlockKind::heading) {
      labelled(text);
      if (waiting_ != "date") waiting_.clear();
      return;
    }
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
  std::string waiting_;         // key of the label whose value is being read
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
  for (const auto& piece : table.head) {
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

void read_closing(const std::vector<Piece>& pieces, Context& context) {
  HeadReader reader(context);
  for (const auto& piece : pieces)
    for (const auto& segment : split_labels(context.view(piece), context.language))
      for (const auto* key : {"start", "end"})
        if (segment.is(key) && !segment.value.empty()) reader.closing(key, segment.value);
}

}  // namespace protokoll
