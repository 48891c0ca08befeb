#include "structure/weighed_outline.hpp"

#include <algorithm>

#include "structure/agenda.hpp"
#include "structure/outline.hpp"
#include "structure/sections.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// "Anwesende", "Apologies"
bool names_attendance(std::string_view title, const Language& language) {
  const auto& keys = language.label(trim(title, U":*_. "));
  return std::any_of(keys.begin(), keys.end(), [](std::string_view key) { return key == "present" || key == "excused" || key == "absent" || key == "guests"; });
}

By sign_of(const Candidate& candidate, const Context& context) {
  const auto& block = context.document.blocks[candidate.block];
  if (block.kind == BlockKind::heading || candidate.marks > 0 || is_all(candidate, bold, context)) return By::heading;
  if (context.document.enclosing(block.container, ContainerKind::cell) >= 0) return By::table;
  if (block.container >= 0) return By::list;
  return candidate.label ? By::label : By::layout;
}

// The colon or dash between a title and its text in one line; empty where none is.
Range mark_behind(const Candidate& candidate, const Context& context) {
  const auto end = context.range(candidate.title).end;
  if (candidate.form != TitleForm::colon && candidate.form != TitleForm::dash) return {end, end};
  const auto rest = context.view(Range{end, candidate.range.end});
  const auto mark = trim(before(rest, trim_front(rest, U":–—-")));
  return mark.empty() ? Range{end, end} : context.range(mark);
}

Row to_row(const AgendaItemPlace& place, const Context& context) {
  const auto& candidate = place.candidate;
  Row row;
  row.by = sign_of(candidate, context);
  row.depth = place.depth;
  if (candidate.label) {
    row.label = context.range(candidate.label->label);
    row.number = context.range(candidate.label->number);
  } else if (!candidate.clock.empty()) {
    row.label = context.range(trim(candidate.clock));
  } else if (!candidate.rendered_number.empty()) {
    row.rendered_number = candidate.rendered_number;
    row.rendered_by = context.document.blocks[candidate.block].container;
  }
  const auto whole = context.view(Range{candidate.title.empty() ? candidate.range.begin : context.range(candidate.title).begin, candidate.range.end});
  // In a cell beside the number the title's words may go on: subtitle, presenters.
  constexpr std::size_t longest_title_cell = 400;
  if (candidate.label_before && candidate.form == TitleForm::front && whole.size() <= longest_title_cell && !whole.ends_with('.')) {
    row.title.push_back({candidate.block, context.range(whole)});
    return row;
  }
  auto rest_begin = candidate.range.begin;
  if (!candidate.title.empty()) {
    row.title.push_back({candidate.block, context.range(candidate.title)});
    row.mark = mark_behind(candidate, context);
    rest_begin = row.mark.end;
  }
  else if (!candidate.label_before) rest_begin = std::max(rest_begin, row.label.end);
  if (const auto rest = trim(context.view(Range{rest_begin, candidate.range.end})); !rest.empty()) row.body.push_back({candidate.block, context.range(rest)});
  return row;
}

bool is_inside(std::int32_t container, std::int32_t outer, const Context& context) {
  for (; container >= 0; container = context.document.containers[container].parent)
    if (container == outer) return true;
  return false;
}

// The list or table that all items are in, or -1: what stands behind it belongs to no item.
std::int32_t common_container(const std::vector<AgendaItemPlace>& places, const Context& context) {
  for (const auto kind : {ContainerKind::list, ContainerKind::table}) {
    std::int32_t common = -1;
    bool all = !places.empty();
    for (const auto& place : places) {
      if (place.depth > 0) continue;
      const auto around = context.document.enclosing(context.document.blocks[place.candidate.block].container, kind);
      all = all && around >= 0 && (common < 0 || around == common);
      common = around;
    }
    if (all && common >= 0) return common;
  }
  return -1;
}

// "Resolution no. 7" with nothing under it, then "[Item 3]" without a title: the label is that of the item's decision.
void give_labels_forward(ProtocolTable& table, const Context& context) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (!table.rows[i].title.empty()) continue;
    auto& before = i == 0 ? table.head : table.rows[i - 1].body;
    if (before.empty()) continue;
    const auto hit = find_label(before.back(), context);
    if (!hit || !hit.rest.empty() || !(hit.is("decision") || hit.is("motion"))) continue;
    table.rows[i].body.insert(table.rows[i].body.begin(), before.back());
    before.pop_back();
  }
}

// Lays the blocks between the items where they belong.
class Layer {
 public:
  Layer(const std::vector<Unit>& units, const std::vector<AgendaItemPlace>& places, const Context& context)
      : units_(units), places_(places), context_(context), around_(common_container(places, context)) {}

  ProtocolTable lay() {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (opens(i)) continue;
      if (labelled_) {
        between_.push_back({units_[i].block, units_[i].range});
        continue;
      }
      if (begins_tail(units_[i])) in_tail_ = true;
      place(units_[i]);
    }
    take_between(true);
    give_labels_forward(table_, context_);
    return std::move(table_);
  }

 private:
  // Whether an item begins here: its row is made, or the unit is its label.
  bool opens(std::size_t index) {
    if (next_ >= places_.size()) return false;
    const auto& unit = units_[index];
    const auto& candidate = places_[next_].candidate;
    if (candidate.label_before && candidate.label->label.data() >= context_.view(unit.range).data() && candidate.label->label.data() < context_.view(unit.range).data() + unit.range.size()) return labelled_ = true;
    if (candidate.range != unit.range) return false;
    const auto& own = places_[next_++];
    labelled_ = false;
    const bool room = has_room(table_, context_.view(unit.range), context_);
    if (room) table_.rows.push_back(to_row(own, context_));
    in_tail_ = in_tail_ && !room;
    take_between(!room);
    return room;
  }

  // A heading or a line of its own that names a part of the minutes behind the last item: signatures, those present, the list of tasks.
  [[nodiscard]] bool begins_tail(const Unit& unit) const {
    if (table_.rows.empty()) return false;
    const auto& block = context_.document.blocks[unit.block];
    // In the middle of the minutes only a heading leaves the item before it.
    if (next_ < places_.size()) return block.kind == BlockKind::heading && names_attendance(context_.view(unit.range), context_.language);
    if (around_ >= 0 && !is_inside(block.container, around_, context_)) return true;
    const bool set_off = block.kind == BlockKind::heading || block.kind == BlockKind::caption || is_all({.block = unit.block, .range = unit.range}, bold, context_);
    return set_off && names_part(context_.view(unit.range), context_);
  }

  // What stood between an item's label and its title goes in front of its text; where it did not become one, behind that of the item before.
  void take_between(bool behind) {
    auto& pieces = target();
    pieces.insert(behind ? pieces.end() : pieces.begin(), between_.begin(), between_.end());
    between_.clear();
  }

  [[nodiscard]] std::vector<Piece>& target() { return table_.rows.empty() ? table_.head : in_tail_ ? table_.tail : table_.rows.back().body; }

  // Lines of one block that go to the same place stay one piece.
  void place(const Unit& unit) {
    auto& pieces = target();
    if (!unit.begins_block && !pieces.empty() && pieces.back().block == unit.block) pieces.back().range.end = unit.range.end;
    else pieces.push_back({unit.block, unit.range});
  }

  const std::vector<Unit>& units_;
  const std::vector<AgendaItemPlace>& places_;
  const Context& context_;
  std::int32_t around_;
  ProtocolTable table_;
  std::size_t next_ = 0;
  bool in_tail_ = false;
  bool labelled_ = false;       // the label of the next item has passed in a cell of its own
  std::vector<Piece> between_;  // what stands between that and its title
};

// "Minutes of the general meeting of 3 May 1978": the only heading that would be an item is that of the minutes themselves.
bool names_the_minutes(const std::vector<AgendaItemPlace>& places, const Context& context) {
  if (places.size() != 1 || places.front().candidate.label || !places.front().candidate.rendered_number.empty()) return false;
  const auto title = context.view(places.front().candidate.range);
  const auto tokens = context.reading.tokens(title);
  const auto classes = all_classes(tokens);
  return !tokens.empty() && tokens.front().is(WordClass::minutes_noun) && classes.has(WordClass::meeting_noun) && !classes.any({WordClass::earlier, WordClass::accept}) &&
         !find_dates(title, context.language).empty();
}

}  // namespace

ProtocolTable weighed_outline(const Context& context) {
  const auto units = find_units(context);
  auto places = find_agenda(units, context);
  if (names_the_minutes(places, context)) places.clear();
  return Layer(units, places, context).lay();
}

}  // namespace protokoll
