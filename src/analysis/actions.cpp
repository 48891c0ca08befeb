#include "analysis/actions.hpp"

#include "analysis/dates.hpp"
#include "analysis/people_list.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

// "(bis 14.04.19)": a date behind a word for "until".
void read_due(std::string_view text, Action& action, const Context& context) {
  for (const auto& match : context.language.patterns("due").all(text)) {
    const auto dates = find_dates(after(text, match.text.substr(0, 0)), context.language);
    if (dates.empty()) continue;
    const auto edtf = dates.front().edtf_after(context.minutes.meeting.date.value);
    if (edtf.empty()) continue;
    action.due = context.derived(edtf, dates.front().text, dates.front().reason);
    return;
  }
}

// Who is to do it: people, and offices ("the Clerk"), without their article.
std::vector<Person> parse_assignees(std::string_view text, const Context& context) {
  auto people = parse_people(text, context);
  if (!people.empty()) return people;
  auto rest = trim(text, U",;.:");
  const auto first = rest.substr(0, rest.find_first_of(" \n"));
  // "The board" is somebody here, though no name in a list of those present.
  const bool office = context.language.has("articles", first);
  if (office) rest = trim(after(rest, first));
  const bool handle = rest.data() > context.document.text.data() && rest.data()[-1] == '@';
  if (rest.empty() || (!handle && ((!office && context.language.has("no_names", rest)) || !is_upper(first_character(rest))))) return {};
  Person person{.name = Context::flat(rest), .span = context.span(rest)};
  return {person};
}

Action make_action(std::string_view text, By by, const Context& context) {
  Action action{.text = Context::flat(text), .by = by, .span = context.span(text)};
  read_due(text, action, context);
  for (const auto& match : context.language.patterns("assignee").all(text))
    for (auto& person : parse_assignees(match.group("assignee"), context)) action.assignees.push_back(std::move(person));
  return action;
}

// "TODO (Ulf):": who is to do it, in the label's parentheses.
std::vector<Person> people_in_label(const SectionDraft& section, const Context& context) {
  const auto heading = section.label ? section.label.heading : std::string_view{};
  const auto open = heading.find('('), close = heading.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  return parse_people(heading.substr(open + 1, close - open - 1), context);
}

// Whether a text is nothing but these people's names and what joins them.
bool only_names(std::string_view text, const std::vector<Person>& people) {
  std::size_t names = 0;
  for (const auto& person : people) names += words(person.name).size();
  return words(text).size() <= names + people.size() - 1;
}

}  // namespace

Action column_action(std::string_view text, std::string_view who, std::string_view due, const Context& context) {
  auto action = make_action(text, By::table, context);
  if (!who.empty()) action.assignees = parse_assignees(who, context);
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
    if (auto people = parse_people(text, context); doers.empty() && !people.empty() && !before.empty() && only_names(text, people)) {
      auto action = make_action(before, By::label, context);
      action.assignees = std::move(people);
      actions.push_back(std::move(action));
      continue;
    }
    auto action = make_action(text, By::label, context);
    if (action.assignees.empty()) action.assignees = doers;
    if (action.assignees.empty()) {
      // "Mia: Einladung schreiben", "Kris to send the minutes"
      if (const auto match = context.language.patterns("task").first(text); match.pattern) {
        action.assignees = parse_assignees(match.group("assignee"), context);
        const auto rest = match.text.ends_with(':') ? trim(after(text, match.text)) : std::string_view{};
        if (!action.assignees.empty() && !rest.empty()) {
          action.text = Context::flat(rest);
          action.span = context.span(rest);
        }
      }
    }
    actions.push_back(std::move(action));
  }
  return taken;
}

bool ticked_action(const Piece& piece, Context& context, std::vector<Action>& actions) {
  const auto& block = context.block(piece);
  if (block.container < 0 || context.document.containers[block.container].task == 0) return false;
  std::vector<Action> found;
  labelled_actions({.label = {}, .key = "action", .pieces = {piece}}, {}, context, found);
  if (found.empty() || found.front().assignees.empty()) return false;
  found.front().by = By::list;
  actions.push_back(std::move(found.front()));
  return true;
}

namespace {

bool names(const Person& person, std::string_view word) {
  const std::string_view name = person.name;
  return name == word || (name.starts_with(word) && name.size() > word.size() && name[word.size()] == ' ');
}

// "Website – Max will update it": what stands behind a short topic.
std::string_view without_topic(std::string_view sentence) {
  constexpr std::size_t longest = 40;
  for (const std::string_view mark : {" - ", " \u2013 ", ": "})
    if (const auto at = sentence.substr(0, longest).find(mark); at != std::string_view::npos) return trim(sentence.substr(at + mark.size()));
  return sentence.substr(sentence.size());
}

// "Rike fragt beim Verein nach", "kalle und fips bauen auf": somebody from the attendance list, and a verb of doing.
bool known_doers(std::string_view sentence, const Context& context, std::vector<Person>& doers) {
  const auto& meeting = context.minutes.meeting;
  const auto parts = words(without_bullet(sentence));
  std::size_t at = 0;
  const Person* last = nullptr;
  for (; at < parts.size(); ++at) {
    const auto word = trim(parts[at], U",:");
    if (context.language.has("name_joiners", word)) continue;
    const Person* known = nullptr;
    for (const auto* list : {&meeting.attendance.present, &meeting.attendance.excused, &meeting.attendance.guests, &meeting.chair, &meeting.secretary})
      for (const auto& person : *list)
        if (!known && names(person, word)) known = &person;
    // "Jule Kranich": the rest of a name.
    if (!known && last && last->name.ends_with(" " + std::string(word))) {
      const auto first = std::string_view(parts[at - 1]);
      doers.back() = {.name = last->name, .span = context.span(join(first, word))};
      continue;
    }
    if (!known) break;
    last = known;
    doers.push_back({.name = std::string(word), .span = context.span(word)});
  }
  return !doers.empty() && at < parts.size() && context.language.has("task_verbs", parts[at]);
}

}  // namespace

void prose_actions(std::string_view sentence, Context& context, std::vector<Action>& actions) {
  if (begins_with_letter(sentence)) sentence = trim(sentence.substr(3));
  if (context.language.patterns("no_action").matches(sentence)) return;
  const auto match = context.language.patterns("action").first(sentence);
  if (!match.pattern) {
    std::vector<Person> doers;
    if (!known_doers(sentence, context, doers) && !known_doers(without_topic(sentence), context, doers)) return;
    auto action = make_action(sentence, By::phrase, context);
    if (action.assignees.empty()) action.assignees = std::move(doers);
    actions.push_back(std::move(action));
    return;
  }
  auto action = make_action(sentence, By::phrase, context);
  if (match.pattern->attribute("confidence") == "low") action.confidence = Confidence::low;
  if (const auto who = match.group("assignee"); !who.empty() && action.assignees.empty()) {
    // "The chair asks …" tells what went on; "Mia asks …" gives her a task.
    if (match.pattern->attribute("article") == "no" && context.language.has("articles", who.substr(0, who.find_first_of(" \n")))) return;
    for (auto& person : parse_assignees(who, context)) action.assignees.push_back(std::move(person));
    if (action.assignees.empty() && match.pattern->attribute("anybody") != "true") return;
  }
  actions.push_back(std::move(action));
}

}  // namespace protokoll
