#include "facts/tasks/actions.hpp"

#include <algorithm>
#include <unordered_set>

#include "facts/decisions/passages.hpp"
#include "facts/meeting/statements.hpp"
#include "facts/names/people_list.hpp"
#include "facts/tasks/boxes.hpp"
#include "facts/tasks/planned_work.hpp"
#include "facts/tasks/task_card.hpp"
#include "facts/tasks/task_clauses.hpp"
#include "facts/tasks/task_doer.hpp"
#include "facts/tasks/task_plain.hpp"
#include "facts/tasks/task_signs.hpp"
#include "facts/tasks/task_site.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"
#include "words/times.hpp"

namespace protokoll {
namespace {

// "(bis 14.04.19)": a date behind a word for "until".
void read_due(std::string_view text, Action& action, const Context& context) {
  constexpr std::size_t reach = 40;  // bytes between the word and the date
  const auto tokens = context.reading.tokens(text);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    // Also within a phrase: "circulate the minutes by 3 May".
    if (!own_classes(tokens[at], context).has(WordClass::deadline)) continue;
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

bool is_dash(std::string_view mark) { return mark == "-" || mark == "\u2013" || mark == "\u2014" || mark == "|"; }

// "… - Mia - 3 May": by when, right behind who.
void read_due_behind(const DoerGroup& group, const TaskFrame& frame, Action& action, const Context& context) {
  if (group.place != DoerPlace::end || group.last >= frame.tokens.size() || !action.due.value.empty()) return;
  for (const auto& date : find_dates(starting_at(frame.text, context.reading.text(frame.tokens[group.last])), context.language))
    if (const auto edtf = date.edtf_after(context.minutes.meeting.date.value); !edtf.empty()) {
      action.due = context.derived(edtf, date.text, date.reason);
      return;
    }
}

// "Mia: Einladung schreiben", "Einladung schreiben: Mia", "-> Mia": what is to be done without who does it.
std::string_view without_doer(std::string_view text, const DoerGroup& group, const TaskFrame& frame, const Context& context) {
  const auto word = [&](std::size_t at) { return context.reading.text(frame.tokens[at]); };
  if (group.place == DoerPlace::colon && group.last + 1 < frame.tokens.size()) return trim(starting_at(text, word(group.last + 1)), U":)]");
  const bool behind = group.place == DoerPlace::end || group.place == DoerPlace::arrow;
  // "… - Mia - 3 May": what follows is no part of the work either.
  const bool between_dashes = group.place == DoerPlace::end && group.last < frame.tokens.size() && is_dash(word(group.last)) && is_dash(word(group.first - 1));
  if (!behind || group.first < frame.start + 2 || (frame.tokens[group.first - 1].mark != ':' && group.place == DoerPlace::end && !between_dashes)) return text;
  // "…. Responsible: Mia": nor the word that announces who.
  auto cut = group.first;
  if (is_labelled_with_who(frame, context)) cut = who_label(frame, context);
  else if (cut > frame.start + 2 && frame.tokens[cut - 1].mark == ':' && frame.tokens[cut - 2].is_any({WordClass::assign, WordClass::task_noun})) cut -= 2;
  const auto front = trim(before(text, word(cut)), U":-\u2013\u2014|=>\u2192\u21D2\u2794\u27A4\u279C\u25BA\u21E8");
  return front.empty() ? text : front;
}

bool is_somebody(const DoerGroup& group) { return group.kind() == DoerKind::person || group.kind() == DoerKind::office; }

// Where the layout or the verb says who, nobody else is weighed.
std::vector<std::size_t> who_does(const TaskFrame& frame, const Context& context) {
  if (is_pointed_by_habit(frame, context) || is_assigned(frame) || is_labelled_with_who(frame, context)) return {frame.groups.size() - 1};
  return doing_groups(frame, context);
}

Action make_action(const TaskFrame& frame, By by, const Context& context) {
  auto text = frame.text;
  Action action{.by = by};
  read_due(text, action, context);
  std::unordered_set<std::string> named;
  for (const auto number : who_does(frame, context)) {
    const auto& group = frame.groups[number];
    for (auto& person : people_of(group, context))
      if (named.insert(person.name).second) action.assignees.push_back(std::move(person));
    read_due_behind(group, frame, action, context);
    text = without_doer(text, group, frame, context);
  }
  // Who is named alone where there is no doubt.
  if (action.assignees.empty() && std::count_if(frame.groups.begin(), frame.groups.end(), is_somebody) == 1 && is_plainly_given(frame, context))
    action.assignees = people_of(*std::find_if(frame.groups.begin(), frame.groups.end(), is_somebody), context);
  if (text.size() == frame.text.size() && frame.start > 0 && frame.start < frame.tokens.size()) text = starting_at(text, context.reading.text(frame.tokens[frame.start]));
  if (trim(text).empty()) text = frame.text;
  action.text = Context::flat(text);
  action.span = context.span(text);
  return action;
}

// How plainly the layout says that tasks stand here: what is set down under a label or beside a box needs less evidence.
enum class Ground { sentence, layout };

// How much evidence a sentence needs.
std::string_view bound_of(bool plain, const TaskSite& site, Ground ground) {
  if (plain) return "plain";
  if (decides(site.section)) return "high";
  return ground == Ground::layout ? "layout" : "low";
}

// "Mia Ott takes the minutes": who runs this meeting has no task for later.
bool runs_meeting(const TaskFrame& frame) {
  const auto classes = all_classes(frame.tokens);
  return classes.has(WordClass::record) && classes.has(WordClass::minutes_noun) && !classes.any({WordClass::future, WordClass::must, WordClass::later, WordClass::deadline});
}

// "Ms Ott knows the owner. She will write to him.": whom the pronoun in front means.
std::vector<Person> meant_by_pronoun(const TaskFrame& frame, std::string_view before, const Context& context) {
  if (before.empty() || frame.groups.empty() || frame.groups.front().kind() != DoerKind::pronoun || frame.groups.front().place != DoerPlace::front) return {};
  const auto told = task_frame(before, context);
  const DoerGroup* only = nullptr;
  for (const auto& group : told.groups) {
    if (!is_somebody(group)) continue;
    if (only && only->place == DoerPlace::front) break;
    if (only) return {};
    only = &group;
  }
  return only && only->doers.size() == 1 ? people_of(*only, context) : std::vector<Person>{};
}

// Whether a sentence is a task, by its weights; completes what is known of its place.
bool is_task(const TaskFrame& frame, TaskSite& site, Ground ground, const Context& context, Confidence& confidence) {
  find_site(frame.text, site, context);
  const auto features = task_features(frame, site, context);
  const auto& weights = context.weights["task"];
  const auto probability = weights.probability(features);
  const bool plain = is_plainly_given(frame, context, meant_by_pronoun(frame, site.before, context).empty() ? Pronouns::unknown : Pronouns::known);
  const bool placed = is_planned_for_somebody(frame, site) || is_pointed_by_habit(frame, context) || (site.item && is_assigned(frame)) || is_labelled_with_who(frame, context);
  const bool denied = (ground == Ground::sentence && site.below_done) || is_decided_by_body(frame) || (ground == Ground::sentence && runs_meeting(frame)) || answers_question(frame, context);
  const bool chosen = (placed || probability >= weights.threshold(bound_of(plain, site, ground))) && !denied;
  context.explain("task", frame.text, weights, features, chosen);
  if (context.options.explain && !chosen) static_cast<void>(doing_groups(frame, context));
  confidence = plain || placed || probability >= weights.threshold("high") ? Confidence::high : Confidence::low;
  return chosen;
}

// "Jup: upload the leaflet" among others of its shape in a list of tasks: whom nothing else names.
void take_stranger(const TaskFrame& frame, const TaskSite& site, Action& action, const Context& context) {
  if (!action.assignees.empty() || !site.below_task_line || !site.item || !site.neighbours_marked || frame.groups.empty()) return;
  const auto& group = frame.groups.front();
  if (group.place != DoerPlace::colon || group.kind() != DoerKind::unknown || group.doers.size() > 1 || words(group.doers.front().name).size() > 1) return;
  const auto& token = frame.tokens[group.first];
  if (!token.capital || !token.classes.empty() || context.language.has("no_names", context.reading.text(token))) return;
  action.assignees = people_of(group, context);
  const auto text = without_doer(frame.text, group, frame, context);
  action.text = Context::flat(text);
  action.span = context.span(text);
}

// "TODO (Ulf):": who is to do it, in the label's parentheses.
std::vector<Person> people_in_label(const SectionDraft& section, const Context& context) {
  const auto heading = section.label ? section.label.heading : std::string_view{};
  const auto open = heading.find('('), close = heading.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  return named_in(heading.substr(open + 1, close - open - 1), context);
}

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
    const auto box = box_of(piece, context);
    const auto text = box ? box->rest : without_bullet(context.view(piece));
    if (text.empty()) continue;
    if (const auto card = read_card(text, context.language); card.tells() && !card.what.empty()) {
      actions.push_back(column_action(card.what, card.who, card.due, context));
      actions.back().by = By::label;
      continue;
    }
    auto frame = task_frame(text, context);
    if (doers.empty() && !before.empty() && only_names(frame)) {
      const auto people = people_of(frame.groups.front(), context);
      auto action = make_action(task_frame(before, context), By::label, context);
      action.assignees = people;
      actions.push_back(std::move(action));
      continue;
    }
    for (const auto part : task_paragraph_parts(text, context)) {
      if (part.size() < text.size()) frame = task_frame(part, context);
      Confidence confidence{};
      TaskSite site{.label = section.key == "action", .heading = section.key == "actions"};
      if (!is_task(frame, site, Ground::layout, context, confidence)) continue;
      auto action = make_action(frame, By::label, context);
      if (action.assignees.empty()) action.assignees = doers;
      if (box) action.done = box->ticked;
      settle(part, action, context);
      actions.push_back(std::move(action));
    }
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
  TaskSite site{.box = true, .item = true};
  if (!is_task(frame, site, Ground::layout, context, confidence)) return false;
  actions.push_back(make_action(frame, By::list, context));
  actions.back().done = box->ticked;
  settle(text, actions.back(), context);
  return true;
}

void prose_actions(std::string_view sentence, const TaskSite& site, Context& context, std::vector<Action>& actions) {
  if (begins_with_letter(sentence)) sentence = trim(sentence.substr(3));
  if (sentence.empty()) return;
  for (const auto clause : task_clauses(sentence, context)) {
    const auto frame = task_frame(clause, context);
    Confidence confidence{};
    const auto meant = meant_by_pronoun(frame, site.before, context);
    auto place = site;
    if (!is_task(frame, place, Ground::sentence, context, confidence)) continue;
    auto action = make_action(frame, By::phrase, context);
    action.confidence = confidence;
    if (belongs_to_line_above(frame, place)) action.assignees.clear();
    else take_stranger(frame, place, action, context);
    if (frame.announced) settle(clause, action, context);
    else if (action.assignees.empty()) action.assignees = meant.empty() ? people_above(clause, context) : meant;
    actions.push_back(std::move(action));
  }
}

}  // namespace protokoll
