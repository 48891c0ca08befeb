#include "facts/tasks/task_site.hpp"

#include <algorithm>

#include "words/dates.hpp"
#include "words/text.hpp"

namespace protokoll {

std::vector<Person> people_of(const DoerGroup& group, const Context& context) {
  std::vector<Person> people;
  for (const auto& doer : group.doers)
    if (doer.kind != DoerKind::pronoun) people.push_back(to_person(doer, context));
  return people;
}

bool only_names(const TaskFrame& frame) { return frame.groups.size() == 1 && frame.groups.front().place == DoerPlace::alone; }

namespace {

// The number of the block that a view begins in; -1 if in none.
std::ptrdiff_t block_of(std::string_view view, const Context& context) {
  const auto begin = context.range(view).begin;
  const auto& blocks = context.document.blocks;
  const auto next = std::upper_bound(blocks.begin(), blocks.end(), begin, [](std::uint32_t place, const TextBlock& block) { return place < block.range.begin; });
  return next - blocks.begin() - 1;
}

// Whether the nearest heading, or line that announces what is below, names tasks.
bool is_below_task_line(std::ptrdiff_t at, const Context& context) {
  constexpr std::ptrdiff_t reach = 25;
  constexpr std::size_t longest = 40;
  const auto& blocks = context.document.blocks;
  for (auto i = at - 1; i >= 0 && i >= at - reach; --i) {
    const auto& block = blocks[static_cast<std::size_t>(i)];
    const auto text = context.view(block.range);
    const bool heads = block.kind == BlockKind::heading || (text.size() <= longest && (text.ends_with(':') || context.document.enclosing(block.container, ContainerKind::list) < 0));
    if (text.empty() || !heads) continue;
    if (context.reading.classes(text).has(WordClass::task_noun)) return true;
    if (block.kind == BlockKind::heading || text.ends_with(':')) return false;
  }
  return false;
}

// "Mia:", "Mia and Jo": whose the list below is, and nothing of what it holds.
bool only_says_whose(std::string_view line, const Context& context) {
  const auto frame = task_frame(line, context);
  if (!only_names(frame) || !context.language.label(trim(line, U": ")).empty()) return false;
  constexpr int several = 2;
  const auto kind = frame.groups.front().kind();
  return kind == DoerKind::person || (kind == DoerKind::unknown && task_habits(context).owners >= several);
}

// What the nearest heading, bold line or line with a colon says; those that only say whose a list is are passed over.
WordClasses announced_above(std::ptrdiff_t at, const Context& context) {
  constexpr std::ptrdiff_t reach = 40;
  constexpr std::size_t longest = 60;
  const auto& document = context.document;
  constexpr int below_any = 7;
  auto level = below_any;  // a heading that says whose is told what by one above it
  for (auto i = at; i >= 0 && i >= at - reach; --i) {
    const auto& block = document.blocks[static_cast<std::size_t>(i)];
    const auto text = trim(context.view(block.range));
    const bool is_heading = block.kind == BlockKind::heading;
    if (is_heading && block.level >= level) continue;
    if (is_heading && only_says_whose(text, context)) level = block.level;
    if (i == at) continue;
    const bool in_bold = block.first_run < block.last_run && (document.runs[block.first_run].style & bold) != 0 && document.enclosing(block.container, ContainerKind::list) < 0;
    const bool heads = is_heading || (level == below_any && text.size() <= longest && (text.ends_with(':') || in_bold));
    if (!text.empty() && heads && !only_says_whose(text, context)) return context.reading.classes(text);
  }
  return {};
}

// Below "Tasks" or "Plans for next week", not below "Tasks done" or "Next meeting".
bool is_planned(std::ptrdiff_t at, const Context& context) {
  constexpr WordClasses other{WordClass::meeting_noun, WordClass::minutes_noun, WordClass::agenda_noun, WordClass::report, WordClass::motion_noun, WordClass::decision_noun, WordClass::election_noun};
  const auto heading = announced_above(at, context);
  if (heading.any({WordClass::done, WordClass::earlier})) return false;
  return heading.has(WordClass::task_noun) || (heading.any({WordClass::later, WordClass::future}) && !heading.any(other));
}

// Below "Tasks done", not below "Tasks to be done" or "Tasks not done".
bool is_below_done(std::ptrdiff_t at, const Context& context) {
  using enum WordClass;
  const auto heading = announced_above(at, context);
  return heading.has(task_noun) && heading.has(done) && !heading.any({negation, lacking, must, modal, future, later, deadline});
}

// The block in front of the list that a block stands in; -1 if there is none.
std::ptrdiff_t line_above_list(std::ptrdiff_t at, const Context& context) {
  constexpr std::ptrdiff_t reach = 25;
  const auto& blocks = context.document.blocks;
  const auto list_of = [&](std::ptrdiff_t i) { return context.document.enclosing(blocks[static_cast<std::size_t>(i)].container, ContainerKind::list); };
  if (at < 0 || list_of(at) < 0) return -1;
  auto i = at - 1;
  while (i >= 0 && i >= at - reach && (list_of(i) == list_of(at) || blocks[static_cast<std::size_t>(i)].range.empty())) --i;
  return i < at - reach ? -1 : i;
}

// "… | Mia Ott | 3 May": who and by when, in cells behind that hold nothing else.
void read_cells_beside(std::string_view text, Action& action, const Context& context) {
  constexpr std::ptrdiff_t reach = 6;
  constexpr std::size_t longest = 60;
  const auto at = block_of(text, context);
  if (at < 0) return;
  const auto& document = context.document;
  const auto cell_of = [&](std::ptrdiff_t i) { return document.enclosing(document.blocks[static_cast<std::size_t>(i)].container, ContainerKind::cell); };
  const auto cell = cell_of(at);
  if (cell < 0) return;
  for (auto i = at + 1; i < std::min(static_cast<std::ptrdiff_t>(document.blocks.size()), at + reach); ++i) {
    const auto other = cell_of(i);
    if (other < 0 || document.enclosing(other, ContainerKind::row) != document.enclosing(cell, ContainerKind::row)) return;
    const auto beside = trim(context.view(document.blocks[static_cast<std::size_t>(i)].range));
    if (other == cell || beside.size() > longest) continue;
    const auto dates = find_dates(beside, context.language);
    if (!dates.empty() && action.due.value.empty()) {
      if (const auto edtf = dates.front().edtf_after(context.minutes.meeting.date.value); !edtf.empty()) action.due = context.derived(edtf, dates.front().text, dates.front().reason);
    } else if (const auto frame = task_frame(beside, context); only_names(frame) && action.assignees.empty()) {
      action.assignees = people_of(frame.groups.front(), context);
    }
  }
}

}  // namespace

std::vector<Person> people_above(std::string_view text, const Context& context) {
  constexpr std::size_t longest = 40;
  const auto at = block_of(text, context), i = line_above_list(at, context);
  if (i < 0) return {};
  const auto& blocks = context.document.blocks;
  const auto line = trim(context.view(blocks[static_cast<std::size_t>(i)].range));
  // Boxes need no colon above them, nor does a known name in a list of tasks.
  const auto container = blocks[static_cast<std::size_t>(at)].container;
  const bool boxed = container >= 0 && context.document.containers[container].task != 0;
  if (line.size() > longest) return {};
  const auto frame = task_frame(line, context);
  if (!only_names(frame) || !context.language.label(trim(line, U": ")).empty()) return {};
  if (!line.ends_with(':') && !boxed && (frame.groups.front().kind() != DoerKind::person || !is_planned(i, context))) return {};
  // "Topics:" looks like a name as well.
  if (frame.groups.front().kind() == DoerKind::unknown && !boxed && !is_below_task_line(i, context) && !(only_says_whose(line, context) && is_planned(i, context))) return {};
  return people_of(frame.groups.front(), context);
}

void settle(std::string_view text, Action& action, const Context& context) {
  read_cells_beside(text, action, context);
  if (action.assignees.empty()) action.assignees = people_above(text, context);
}

void find_site(std::string_view text, TaskSite& site, const Context& context) {
  const auto at = block_of(text, context);
  if (at < 0) return;
  const auto& blocks = context.document.blocks;
  const auto list_of = [&](std::ptrdiff_t i) { return context.document.enclosing(blocks[static_cast<std::size_t>(i)].container, ContainerKind::list); };
  const auto list = list_of(at);
  site.item = site.item || list >= 0 || without_bullet(context.view(blocks[static_cast<std::size_t>(at)].range)).size() < blocks[static_cast<std::size_t>(at)].range.size();
  site.below_task_line = is_below_task_line(at, context);
  site.below_done = is_below_done(at, context);
  Action told;
  settle(text, told, context);
  site.owned = !told.assignees.empty();
  const auto line = site.owned ? line_above_list(at, context) : -1;
  site.named_above = line >= 0 && only_says_whose(context.view(blocks[static_cast<std::size_t>(line)].range), context) && !people_above(text, context).empty();
  site.planned = site.named_above && is_planned(at, context);
  constexpr std::size_t longest = 200;
  for (const auto i : {at - 1, at + 1}) {
    if (i < 0 || i >= static_cast<std::ptrdiff_t>(blocks.size()) || list_of(i) != list || !site.item) continue;
    const auto beside = context.view(blocks[static_cast<std::size_t>(i)].range);
    if (beside.empty() || beside.size() > longest) continue;
    const auto frame = task_frame(beside, context);
    site.neighbours_marked = site.neighbours_marked || is_marked(frame);
    site.neighbours_act = site.neighbours_act || begins_with_work(frame);
  }
}

}  // namespace protokoll
