#include "facts/meeting_head.hpp"

#include <algorithm>
#include <string>

#include "analysis/agenda_label.hpp"
#include "analysis/segments.hpp"
#include "analysis/text.hpp"
#include "facts/name_entry.hpp"
#include "facts/place.hpp"
#include "facts/statements.hpp"
#include "facts/title.hpp"

namespace protokoll {
namespace {

using Keys = std::vector<std::string>;

bool has(const Keys& keys, std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

constexpr WordClasses names_meeting{WordClass::meeting_noun, WordClass::body, WordClass::minutes_noun, WordClass::open};
constexpr WordClasses of_people{WordClass::present, WordClass::excused, WordClass::absent, WordClass::guest, WordClass::arrive, WordClass::leave};

// Reads the head piece by piece; a label without a value waits for the pieces that follow.
class HeadReader {
 public:
  HeadReader(MeetingChoice& choice, Context& context) : choice_(choice), context_(context), is_mail_(begins_with_mail()) {}

  void title(std::string_view text) {
    choice_.date(text, Worth::label);
    choice_.times(text, Worth::title);
    const auto place = place_in_sentence(text, context_);
    if (place.weight >= 2) choice_.place(place.text, Worth::title);
    else if (const auto line = place_in_line(text, context_); line.weight == 3 || (line.weight > 0 && behind_calendar(text, line.text))) choice_.place(line.text, Worth::title);
    near_date_ = true;
  }

  void piece(const Piece& piece) {
    const auto& block = context_.block(piece);
    const auto text = context_.view(piece);
    ++pieces_;
    if (block.kind == BlockKind::metadata) return metadata(block);
    if (block.kind == BlockKind::heading) under_next_ = has(head_keys(text, context_), "next");
    if (under_next_) return;
    if (starts_anew(piece, block)) waiting_.clear();
    last_block_ = piece.block;
    if (const auto keys = head_keys(text, context_); !keys.empty() && !(block.continues && text.find('\n') != std::string_view::npos)) {
      // A heading "Association" above a list is a group of it, not whose minutes these are.
      if (block.kind == BlockKind::heading && has(keys, "organization")) return;
      waiting_ = keys;
      complete_ = false;
      return;
    }
    for (const auto& segment : split_labels(text, context_.language)) read(segment, block);
  }

  /// What an item among the first says of the meeting: labels and sentences on it, no mere lines.
  void item(std::string_view title, const std::vector<Piece>& body) {
    waiting_ = head_keys(title, context_);
    under_next_ = has(waiting_, "next");
    in_item_ = true;
    std::erase(waiting_, "other");
    std::erase(waiting_, "next");
    std::erase(waiting_, "title");
    complete_ = false;
    constexpr std::size_t most = 12;
    for (std::size_t i = 0; i < body.size() && i < most; ++i) piece(body[i]);
    waiting_.clear();
    in_item_ = false;
  }

 private:
  // "…, 3 May 2019, 7 pm, Chamber of Trades"
  [[nodiscard]] bool behind_calendar(std::string_view text, std::string_view place) const {
    const auto times = find_times(text, context_.language);
    return !times.empty() && times.front().text.data() < place.data();
  }

  // A mail that carries the minutes: its own date is not that of the meeting.
  [[nodiscard]] bool begins_with_mail() const {
    int seen = 0;
    for (const auto& block : context_.document.blocks) {
      if (block.boilerplate || block.range.empty()) continue;
      for (const auto line : lines(context_.document.view(block))) {
        constexpr int first_lines = 3;
        if (++seen > first_lines) return false;
        const auto colon = line.find(':');
        if (colon < 20 && line.find('@') != std::string_view::npos && line.find('@') > colon) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_bold_line(const TextBlock& block) const {
    if (block.continues || block.container >= 0 || block.last_run != block.first_run + 1) return false;
    return (context_.document.runs[block.first_run].style & bold) != 0;
  }

  [[nodiscard]] bool starts_anew(const Piece& piece, const TextBlock& block) {
    const auto table = std::exchange(last_table_, context_.document.enclosing(block.container, ContainerKind::table));
    const auto cell = std::exchange(last_cell_, context_.document.enclosing(block.container, ContainerKind::cell));
    if (table >= 0 && table != last_table_) return true;
    // A heading may itself be the value: "Beginn" above "11:40 Uhr" in one cell.
    const bool same_cell = cell >= 0 && cell == last_cell_;
    if ((block.kind == BlockKind::heading && !same_cell) || is_bold_line(block)) return true;
    for (auto i = last_block_ + 1; i < piece.block; ++i)
      if (context_.document.blocks[i].kind == BlockKind::rule) return true;
    return complete_ && !block.continues;
  }

  void read(const Segment& segment, const TextBlock& block) {
    if (segment.keys) {
      const auto bare = segment.label.substr(0, segment.label.find('('));
      waiting_ = head_keys(longer_label(segment, block), context_);
      if (waiting_.empty()) waiting_ = head_keys(bare, context_);
      complete_ = false;
      if (segment.value.empty()) return;
      labelled(segment.value);
      complete_ = !segment.value.ends_with(',') && !segment.value.ends_with(';');
      return;
    }
    unlabelled(segment.value, block);
  }

  // "Datum und Beginn:", of which only the last word is a label that everybody knows.
  [[nodiscard]] std::string_view longer_label(const Segment& segment, const TextBlock& block) const {
    const auto text = context_.document.view(block);
    constexpr std::size_t longest = 40;
    auto front = before(text, segment.label);
    front.remove_prefix(front.size() - std::min(front.size(), longest + 1));
    const auto line = front.substr(front.rfind('\n') + 1);
    return line.size() > longest || line.find(':') != std::string_view::npos ? segment.label : join(trim(line).empty() ? segment.label : trim(line), segment.label);
  }

  void labelled(std::string_view value) {
    if (waiting_.empty() || has(waiting_, "other") || has(waiting_, "next") || has(waiting_, "title")) return;
    const auto worth = in_item_ ? Worth::sentence : Worth::label;
    const bool both = has(waiting_, "start") && has(waiting_, "end");
    if (has(waiting_, "date") || has(waiting_, "start")) {
      const bool of_mail = is_mail_ && pieces_ <= 8;
      choice_.date(value, of_mail ? Worth::aside : worth);
      // What a label calls the start is worth more than a time behind the date.
      if (!of_mail) choice_.times(value, has(waiting_, "start") ? worth : Worth::sentence, has(waiting_, "start") ? BareFigures::time : BareFigures::no_time);
      if (const auto place = place_in_line(value, context_); place.weight == 3 && !has(waiting_, "location")) choice_.place(place.text, Worth::line);
      near_date_ = true;
    }
    if (has(waiting_, "end")) {
      const auto found = find_times(value, context_.language, BareFigures::time);
      if (!found.empty() && (!both || found.size() > 1 || !found.back().end.empty())) {
        auto last = found.back();
        if (!last.end.empty()) last = {last.end, {}, last.end_text, {}, last.text, false};
        choice_.end(last, worth);
      }
    }
    if (has(waiting_, "location")) {
      const auto line = waiting_.size() > 1 ? place_in_line(value, context_) : PlaceMatch{};
      choice_.place(line.weight > 0 ? line.text : waiting_.size() > 1 ? std::string_view{} : place_of_label(value, context_), worth);
    }
    if (has(waiting_, "organization") && !context_.minutes.meeting.organization && !begins_with_date(value) && likeness_of(value, context_) != Likeness::sure) context_.minutes.meeting.organization = context_.stated(value);
  }

  [[nodiscard]] bool begins_with_date(std::string_view value) const {
    const auto dates = find_dates(value, context_.language);
    return !dates.empty() && dates.front().text.data() == value.data();
  }

  void unlabelled(std::string_view text, const TextBlock& block) {
    constexpr std::size_t long_text = 160;
    if (!waiting_.empty() && !has(waiting_, "other") && !has(waiting_, "next") && text.size() < long_text) {
      labelled(text);
      if (!has(waiting_, "date")) waiting_.clear();
      return;
    }
    if (has(waiting_, "other") && text.size() < long_text && !in_item_ && !complete_) {
      near_date_ = false;
      if (find_dates(text, context_.language).empty()) return;
    }
    if (has(waiting_, "next")) return;
    for (const auto part : statements(text, context_)) consider(part, block);
  }

  // A label without a colon: "Date 17th October 2012", "Sitzungsort Rathaus".
  [[nodiscard]] bool is_colonless(std::string_view part) {
    const auto parts = words(part);
    for (std::size_t count = std::min<std::size_t>(3, parts.size() - 1); count > 0; --count) {
      const auto label = join(parts.front(), parts[count - 1]);
      const auto keys = head_keys(label, context_);
      if (keys.empty() || has(keys, "other") || has(keys, "title") || has(keys, "next")) continue;
      const auto value = trim(after(part, label));
      const auto dates = find_dates(value, context_.language);
      const auto times = find_times(value, context_.language);
      const bool begins = (!dates.empty() && dates.front().text.data() == value.data()) || (!times.empty() && times.front().text.data() == value.data());
      const bool place = keys.front() == "location" && colonless_ && is_upper(first_character(value));
      if (!begins && !place) continue;
      colonless_ = true;
      waiting_ = keys;
      labelled(value);
      waiting_.clear();
      return true;
    }
    return false;
  }

  void consider(std::string_view part, const TextBlock& block) {
    if (words(part).size() > 1 && is_colonless(part)) return;
    const auto classes = context_.reading.classes(part);
    const auto tokens = context_.reading.tokens(part);
    const bool meets = find_word(tokens, "meet_words", context_) < tokens.size() || (in_item_ && classes.has(WordClass::open));
    const bool sentence = part.size() > 60 && (part.ends_with('.') || words(part).size() > 14);
    const auto dates = find_dates(part, context_.language);
    auto worth = dates.empty() ? Worth::none : worth_of(dates.front().text, part, classes, meets);
    if (in_item_ && worth < Worth::sentence) {
      if (dates.empty() && meets && classes.any(names_meeting) && !classes.has(WordClass::later) && !find_times(part, context_.language).empty()) place(part, true, true);
      return;
    }
    // An item tells of other days as well.
    if (in_item_) worth = Worth::title;
    const bool took = worth != Worth::none && choice_.date(part, worth);
    const auto times = find_times(part, context_.language);
    // "15 May, 17 h to 19 h" is no one's coming and going.
    const bool of_others = classes.any(of_people) && !(took && worth >= Worth::line && classes.any({WordClass::arrive, WordClass::leave}) && !classes.any({WordClass::present, WordClass::excused, WordClass::absent, WordClass::guest}));
    const bool opens = classes.any({WordClass::open, WordClass::close});
    if (!times.empty() && !opens && !of_others && worth != Worth::aside && worth != Worth::file) {
      const bool mostly = 3 * times.front().text.size() >= part.size();
      const bool in_brackets = before(part, times.front().text).ends_with('(') && !took;
      if ((took && worth > Worth::mention) || ((mostly || meets || (near_date_ && !sentence)) && !in_brackets && dates.empty())) choice_.times(part, took ? worth : Worth::line);
    }
    const bool about_time = (took && worth > Worth::mention) || (!times.empty() && dates.empty() && (meets || near_date_));
    if (!of_others && (!dates.empty() || !parse_agenda_label(part, context_.language))) place(part, sentence, about_time || meets);
    near_date_ = took && worth > Worth::mention ? true : near_date_ && ++since_date_ < 3 && block.kind != BlockKind::heading;
    if (took) since_date_ = 0;
  }

  void place(std::string_view part, bool sentence, bool about_meeting) {
    const auto inside = place_in_sentence(part, context_);
    const bool in_front = inside.weight >= 2 && trim(before(part, inside.text)).size() <= 12 && !sentence;
    const bool short_line = part.size() < 60 && !sentence;
    if (context_.reading.classes(part).has(WordClass::later)) return;
    if (about_meeting && inside.weight >= (short_line ? 1 : 2)) choice_.place(inside.text, in_item_ ? Worth::title : sentence ? Worth::sentence : Worth::line);
    else if (in_front && near_date_) choice_.place(inside.text, Worth::line);
    if (sentence || choice_.has_place(Worth::line)) return;
    const auto line = place_in_line(part, context_);
    if (about_meeting && line.weight >= 1) choice_.place(line.text, line.weight >= 2 ? Worth::line : Worth::mention);
    else if (near_date_ && line.weight == 3 && words(part).size() <= 12) choice_.place(line.text, Worth::line);
  }

  [[nodiscard]] WordClasses right_in_front(std::string_view front) const {
    const auto tokens = context_.reading.tokens(front);
    constexpr std::size_t nearest = 2;
    return all_classes(tokens.last(std::min(nearest, tokens.size())));
  }

  [[nodiscard]] Worth worth_of(std::string_view date, std::string_view part, WordClasses classes, bool meets) const {
    const auto front = before(part, date);
    const auto bare = trim(front);
    if (is_mail_ && pieces_ <= 8 && bare.ends_with(':')) return Worth::aside;
    const auto in_front = context_.reading.classes(front);
    if (in_front.any({WordClass::earlier, WordClass::later}) || right_in_front(front).has(WordClass::deadline)) return Worth::aside;
    if (bare.ends_with(':') && !in_front.any(names_meeting)) return Worth::aside;
    if (in_front.has(WordClass::accept) || classes.has(WordClass::later)) return Worth::aside;
    if (const auto words_in_front = context_.reading.tokens(front); find_word(words_in_front, "next_words", context_) < words_in_front.size()) return Worth::aside;
    if (meets && classes.any(names_meeting | WordClasses{WordClass::members, WordClass::we})) return Worth::sentence;
    if (meets && words(bare).size() <= 4) return Worth::sentence;
    const bool begins = words(bare).size() <= 2 && bare.find(':') == std::string_view::npos;
    if (begins || 3 * date.size() >= part.size()) return Worth::line;
    return classes.any(names_meeting) && part.size() < 200 ? Worth::line : Worth::mention;
  }

  void metadata(const TextBlock& block) {
    const auto text = context_.view(block.range);
    const auto split = block.split - block.range.begin;
    const auto value = trim(text.substr(split), U"\"'[]<> ");
    auto label = std::string(trim(text.substr(0, split), U": =+#%"));
    if (value.empty()) return;
    auto keys = head_keys(trim(text.substr(0, split), U": =+#%"), context_);
    const bool own = label.find('_') != std::string::npos;  // meeting_date
    if (keys.empty() && own) {
      std::replace(label.begin(), label.end(), '_', ' ');
      if (const auto& named = context_.language.label(label); !named.empty()) keys = named;
    }
    if (has(keys, "title")) {
      choice_.date(value, Worth::mention);
      return;
    }
    if (has(keys, "date")) choice_.date(value, own ? Worth::label : Worth::aside);
    else if (!keys.empty() && !has(keys, "other")) {
      waiting_ = keys;
      labelled(value);
      waiting_.clear();
    }
  }

  MeetingChoice& choice_;
  Context& context_;
  bool is_mail_;
  std::size_t pieces_ = 0;
  std::uint32_t last_block_ = 0;
  std::int32_t last_table_ = -1, last_cell_ = -1;
  bool complete_ = false;    // the label has its value beside it
  bool colonless_ = false;   // labels stand here without a colon
  bool in_item_ = false;
  bool under_next_ = false;  // a heading says that this is told of the next meeting
  bool near_date_ = false;   // the lines above were on when and where
  int since_date_ = 0;
  Keys waiting_;             // of the label whose value is being read
};

}  // namespace

void read_meeting_head(const ProtocolTable& table, MeetingChoice& choice, Context& context) {
  HeadReader reader(choice, context);
  const auto title = read_title(context);
  if (!title.empty()) reader.title(title);
  for (const auto& piece : table.head) {
    const auto text = context.view(piece);
    const bool inside = !title.empty() && text.data() >= title.data() && text.data() + text.size() <= title.data() + title.size() + 1;
    if (inside) continue;
    const bool around = !title.empty() && text.data() <= title.data() && text.data() + text.size() >= title.data() + title.size();
    if (!around) {
      reader.piece(piece);
      continue;
    }
    // The title is one line of a paragraph; the other lines are read like any.
    for (const auto part : {before(text, title), after(text, title)})
      if (const auto rest = trim(part); !rest.empty()) reader.piece({piece.block, context.range(rest)});
  }
  constexpr std::size_t first_items = 3;
  for (std::size_t i = 0; i < table.rows.size() && i < first_items; ++i) {
    const auto& row = table.rows[i];
    reader.item(row.title.empty() ? std::string_view{} : context.view(row.title.front()), row.body);
  }
}

}  // namespace protokoll
