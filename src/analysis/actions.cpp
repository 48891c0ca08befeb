#include "analysis/actions.hpp"

#include <algorithm>

#include "analysis/boxes.hpp"
#include "analysis/people_list.hpp"
#include "analysis/text.hpp"
#include "facts/task_signs.hpp"
#include "facts/dates.hpp"
#include "facts/times.hpp"

namespace protokoll {
namespace {

// "(bis 14.04.19)": a date behind a word for "until".
void read_due(std::string_view text, Action& action, const Context& context) {
  constexpr std::size_t reach = 40;  // bytes between the word and the date
  const auto tokens = context.reading.tokens(text);
  for (auto at = find_class(tokens, {WordClass::deadline}); at < tokens.size(); at = find_class(tokens, {WordClass::deadline}, at + 1)) {
    const auto rest = starting_at(text, context.reading.text(tokens[at]));
    const auto dates = find_dates(rest, context.language);
    if (dates.empty() || static_cast<std::size_t>(dates.front().text.data() - rest.data()) > reach) continue;
    const auto edtf = dates.front().edtf_after(context.minutes.meeting.date.value);
    if (edtf.empty()) continue;
    action.due = context.derived(edtf, dates.front().text, dates.front().reason);
    return;
  }
}

bool only_letters_and_marks(std::string_view text) { return text.find_first_of("0123456789\n:") == std::string_view::npos; }

// Who a cell or a label's brackets name: people, offices, bodies, initials; as printed where they are short.
std::vector<Person> named_in(std::string_view text, const Context& context) {
  text = trim(text, U",;.:()[]@");
  std::vector<Person> people;
  const auto tokens = context.reading.tokens(text);
  for (const auto& group : find_doers(tokens, 0, context))
    for (const auto& doer : group.doers) people.push_back(to_person(doer, context));
  if (!people.empty()) return people;
  people = parse_people(text, context);
  constexpr std::size_t longest = 40;
  if (people.empty() && !text.empty() && text.size() <= longest && only_letters_and_marks(text) && is_upper(first_character(text)) && !context.language.has("no_names", text))
    people.push_back({.name = Context::flat(text), .span = context.span(text)});
  return people;
}

std::vector<Person> people_of(const DoerGroup& group, const Context& context) {
  std::vector<Person> people;
  for (const auto& doer : group.doers) people.push_back(to_person(doer, context));
  return people;
}

Action make_action(const TaskFrame& frame, By by, const Context& context) {
  auto text = frame.text;
  Action action{.by = by};
  read_due(text, action, context);
  if (const auto who = doing_group(frame, context); who >= 0) {
    const auto& group = frame.groups[static_cast<std::size_t>(who)];
    action.assignees = people_of(group, context);
    // "Mia: Einladung schreiben": what stands behind the colon is to be done.
    if (group.place == DoerPlace::colon && group.last + 1 < frame.tokens.size())
      text = trim(starting_at(text, context.reading.text(frame.tokens[group.last + 1])), U":)]");
  }
  if (text.size() == frame.text.size() && frame.start > 0 && frame.start < frame.tokens.size()) text = starting_at(text, context.reading.text(frame.tokens[frame.start]));
  if (trim(text).empty()) text = frame.text;
  action.text = Context::flat(text);
  action.span = context.span(text);
  return action;
}

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

// Where a sentence stands, as far as its block tells.
void find_site(std::string_view text, TaskSite& site, const Context& context) {
  const auto at = block_of(text, context);
  if (at < 0) return;
  const auto& blocks = context.document.blocks;
  const auto list_of = [&](std::ptrdiff_t i) { return context.document.enclosing(blocks[static_cast<std::size_t>(i)].container, ContainerKind::list); };
  const auto list = list_of(at);
  site.item = site.item || list >= 0 || without_bullet(context.view(blocks[static_cast<std::size_t>(at)].range)).size() < blocks[static_cast<std::size_t>(at)].range.size();
  site.below_task_line = is_below_task_line(at, context);
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

// How plainly the layout says that tasks stand here: what is set down under a label or beside a box needs less evidence.
enum class Ground { sentence, layout };

// Whether a sentence is a task, by its weights.
bool is_task(const TaskFrame& frame, TaskSite site, Ground ground, const Context& context, Confidence& confidence) {
  find_site(frame.text, site, context);
  const auto features = task_features(frame, site, context);
  const auto& weights = context.weights["task"];
  const auto probability = weights.probability(features);
  const bool plain = is_plainly_given(frame);
  const bool chosen = plain || probability >= weights.threshold(ground == Ground::layout ? "layout" : "low");
  context.explain("task", frame.text, weights, features, chosen);
  confidence = plain || probability >= weights.threshold("high") ? Confidence::high : Confidence::low;
  return chosen;
}

// "TODO (Ulf):": who is to do it, in the label's parentheses.
std::vector<Person> people_in_label(const SectionDraft& section, const Context& context) {
  const auto heading = section.label ? section.label.heading : std::string_view{};
  const auto open = heading.find('('), close = heading.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  return named_in(heading.substr(open + 1, close - open - 1), context);
}

bool only_names(const TaskFrame& frame) { return frame.groups.size() == 1 && frame.groups.front().place == DoerPlace::alone; }

}  // namespace

Action column_action(std::string_view text, std::string_view who, std::string_view due, const Context& context) {
  auto action = make_action(task_frame(text, context), By::table, context);
  action.text = Context::flat(text);
  action.span = context.span(text);
  if (!who.empty()) action.assignees = named_in(who, context);
  for (const auto& date : find_dates(due, context.language))
    if (const auto edtf = date.edtf_after(context.minutes.meeting.date.value); !edtf.empty() && action.due.value.empty())
      action.due = context.derived(edtf, date.text, date.reason);
  return action;
}

std::size_t labelled_actions(const SectionDraft& section, std::string_view before, Context& context, std::vector<Action>& actions) {
  std::size_t taken = 0;
  const auto doers = people_in_label(section, context);
  for (const auto& piece : section.pieces) {
    const auto list = context.document.enclosing(context.block(piece).container, ContainerKind::list);
    if (taken > 0 && section.key == "action" && (list < 0 || !section.label.rest.empty())) break;
    ++taken;
    const auto text = without_bullet(context.view(piece));
    if (text.empty()) continue;
    auto frame = task_frame(text, context);
    if (doers.empty() && !before.empty() && only_names(frame)) {
      const auto people = people_of(frame.groups.front(), context);
      auto action = make_action(task_frame(before, context), By::label, context);
      action.assignees = people;
      actions.push_back(std::move(action));
      continue;
    }
    Confidence confidence{};
    if (!is_task(frame, {.label = section.key == "action", .heading = section.key == "actions"}, Ground::layout, context, confidence)) continue;
    auto action = make_action(frame, By::label, context);
    if (action.assignees.empty()) action.assignees = doers;
    actions.push_back(std::move(action));
  }
  return taken;
}

bool ticked_action(const Piece& piece, Context& context, std::vector<Action>& actions) {
  const auto box = box_of(piece, context);
  if (!box) return false;
  const auto text = box->rest;
  if (text.empty()) return false;
  const auto frame = task_frame(text, context);
  Confidence confidence{};
  if (!is_task(frame, {.box = true, .item = true}, Ground::layout, context, confidence)) return false;
  actions.push_back(make_action(frame, By::list, context));
  actions.back().done = box->ticked;
  return true;
}

void prose_actions(std::string_view sentence, Context& context, std::vector<Action>& actions) {
  if (begins_with_letter(sentence)) sentence = trim(sentence.substr(3));
  if (sentence.empty()) return;
  const auto frame = task_frame(sentence, context);
  Confidence confidence{};
  if (!is_task(frame, {}, Ground::sentence, context, confidence)) return;
  auto action = make_action(frame, By::phrase, context);
  action.confidence = confidence;
  actions.push_back(std::move(action));
}

}  // namespace protokoll
