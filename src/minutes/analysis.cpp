#include "minutes/analysis.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "facts/attendance/attendance.hpp"
#include "facts/decisions/register.hpp"
#include "facts/items/openness.hpp"
#include "facts/items/presenters.hpp"
#include "facts/meeting/meeting.hpp"
#include "facts/names/people.hpp"
#include "facts/tasks/doers.hpp"
#include "facts/tasks/task_frame.hpp"
#include "languages/languages.hpp"
#include "minutes/blocks.hpp"
#include "minutes/items.hpp"
#include "minutes/observations.hpp"
#include "minutes/tiles.hpp"
#include "structure/context.hpp"
#include "structure/outline.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// Rows come in document order with their depth; an item of depth n belongs to the last one of a smaller depth.
void add_item(std::vector<AgendaItem>& agenda, AgendaItem item, int depth) {
  auto* list = &agenda;
  for (int i = 0; i < depth && !list->empty(); ++i) list = &list->back().items;
  list->push_back(std::move(item));
}

// A closing list "Resolutions" that only repeats what was decided above gives no second facts.
void drop_recapitulation(AgendaItem& item, const std::vector<AgendaItem>& agenda, const Language& language) {
  const auto announces = language.is_label(item.title.value, "decisions") || language.is_label(item.title.value, "decision");
  if (!announces || item.decisions.empty()) return;
  std::set<std::string> known;
  const auto collect = [&](const auto& self, const std::vector<AgendaItem>& items) -> void {
    for (const auto& other : items) {
      for (const auto& decision : other.decisions) known.insert(fold_case(decision.text));
      self(self, other.items);
    }
  };
  collect(collect, agenda);
  if (std::all_of(item.decisions.begin(), item.decisions.end(), [&](const Decision& d) { return known.contains(fold_case(d.text)); })) item.decisions.clear();
}

std::string task_key(const Action& action) { return fold_case(trim(action.text, U".;,")); }

void collect_tasks(const std::vector<AgendaItem>& items, std::set<std::string>& known) {
  for (const auto& item : items) {
    for (const auto& action : item.actions) known.insert(task_key(action));
    collect_tasks(item.items, known);
  }
}

std::string given_key(const Action& action) {
  auto key = task_key(action);
  for (const auto& person : action.assignees) key += '\n' + fold_case(person.name);
  return key;
}

// A list that mostly repeats, word for word, what was given to the same people above gives no second facts; one sentence may be said of two matters.
void drop_repeated_tasks(AgendaItem& item, std::set<std::string>& known) {
  constexpr std::ptrdiff_t several = 2;
  const auto is_repeated = [&](const Action& action) { return known.contains(given_key(action)); };
  const auto repeated = std::count_if(item.actions.begin(), item.actions.end(), is_repeated);
  if (repeated >= several && 2 * repeated >= std::ssize(item.actions)) std::erase_if(item.actions, is_repeated);
  for (const auto& action : item.actions) known.insert(given_key(action));
}

// The document's words in each of its languages, read when first asked for.
class Readings {
 public:
  explicit Readings(const Document& document) : document_(document) {}

  const Reading& in(const Language& language) {
    auto& reading = by_tag_[language.tag()];
    if (!reading) reading = std::make_unique<Reading>(document_, language);
    return *reading;
  }

 private:
  const Document& document_;
  std::map<std::string, std::unique_ptr<Reading>, std::less<>> by_tag_;
};

PresenterHabit habit_of(const std::vector<Row>& rows, const Context& context) {
  std::vector<std::string_view> titles;
  for (const auto& row : rows)
    if (!row.title.empty()) titles.push_back(trim(join(context.view(row.title.front()), context.view(row.title.back()))));
  return presenter_habit(titles, context);
}

// In a document of two languages every item has its own.
AgendaItem read_item(const Row& row, const NameEvidence& evidence, const TextLanguages* languages, Readings& readings, Context& context) {
  if (!languages) return to_item(row, evidence, context);
  std::vector<std::string_view> text;
  for (const auto* pieces : {&row.title, &row.body})
    for (const auto& piece : *pieces) text.push_back(context.view(piece));
  const auto& language = languages->clearly(text, context.language);
  if (language.tag() == context.language.tag()) return to_item(row, evidence, context);
  // What is known of the whole document is lent, not copied: there may be many such items.
  Context own{context.document, context.source, language, readings.in(language), context.weights, context.options, context.minutes, std::move(context.marks), std::move(context.cited), std::move(context.frames)};
  static_cast<void>(known_people(context));
  static_cast<void>(task_habits(context));
  own.known = context.known;
  own.habits = context.habits;
  own.habit = context.habit;
  own.struck_shown = context.struck_shown;
  own.entries = std::move(context.entries);
  auto item = to_item(row, evidence, own);
  item.language = language.tag();
  context.marks = std::move(own.marks);
  context.cited = std::move(own.cited);
  context.frames = std::move(own.frames);
  context.struck_shown = own.struck_shown;
  context.entries = std::move(own.entries);
  return item;
}

// Marks the entries of lists that are the agenda's items.
void find_entries(const ProtocolTable& table, Context& context) {
  context.entries.assign(context.document.containers.size(), false);
  for (const auto& row : table.rows) {
    if (row.title.empty()) continue;
    const auto& block = context.block(row.title.front());
    const auto item = block.starts_item ? context.document.enclosing(block.container, ContainerKind::item) : -1;
    if (item >= 0) context.entries[item] = true;
  }
}

// Who leads or takes the minutes, as sentences outside the items tell.
void read_officers(const std::vector<Piece>& pieces, Context& context) {
  for (const auto& piece : pieces) {
    for (const auto sentence : context.sentences(context.view(piece))) read_people_sentence(sentence, context);
    context.forget_sentences();
  }
}

// "Action items" without a number, behind all items: its tasks are those of the meeting.
void release_closing_tasks(Minutes& minutes, const Language& language) {
  auto* items = &minutes.agenda;
  if (items->size() < 2) return;
  while (!items->back().items.empty()) items = &items->back().items;
  auto& last = items->back();
  if (!last.number.value.empty() || !language.is_label(trim(last.title.value, U":.*_ "), "actions")) return;
  minutes.actions.insert(minutes.actions.end(), std::make_move_iterator(last.actions.begin()), std::make_move_iterator(last.actions.end()));
  last.actions.clear();
}

enum class Outside { head, tail };

// "ann (20)" in a list of those who spoke is no task.
bool says_more_than_names(const Action& action) {
  auto rest = action.text;
  for (const auto& person : action.assignees)
    if (const auto at = rest.find(person.name); at != std::string::npos) rest.erase(at, person.name.size());
  return std::any_of(rest.begin(), rest.end(), [](char c) { return is_letter(static_cast<unsigned char>(c)) || (c & 0x80) != 0; });
}

// What stands outside every item may decide things as well; tasks of the meeting do not stand in a head.
void read_outside(const std::vector<Piece>& pieces, Outside place, Context& context) {
  auto& minutes = context.minutes;
  auto found = read_register(split_sections(pieces, context), {}, context);
  // A head names much that sounds like a decision; only what leaves no doubt is one.
  if (place == Outside::head) std::erase_if(found.decisions, [](const Decision& decision) { return decision.confidence == Confidence::low; });
  for (auto& decision : found.decisions) minutes.decisions.push_back(std::move(decision));
  if (place == Outside::head) return;
  for (auto& vote : found.votes) minutes.votes.push_back(std::move(vote));
  std::set<std::string> known;
  collect_tasks(minutes.agenda, known);
  // A closing list that repeats the tasks of the items gives no second facts.
  for (auto& action : found.actions)
    if (says_more_than_names(action) && !known.contains(task_key(action))) minutes.actions.push_back(std::move(action));
}

}  // namespace

void analyse(const Document& document, const Source& source, const LanguageChoice& choice, const ReadOptions& options, Minutes& minutes) {
  const auto language = choice.main;
  Readings readings(document);
  Context context{document, source, language, readings.in(language), options.weights ? *options.weights : built_in_questions(), options, minutes};
  minutes.language = language.tag();
  context.find_layout_tables();
  auto table = outline(context);
  find_entries(table, context);
  NameEvidence evidence(context);
  read_meeting(table, context);
  read_attendance(table, context);
  read_officers(table.head, context);
  evidence.learn(minutes.meeting);
  read_openness(table, context);
  for (const auto& piece : table.head) context.mark(context.view(piece), TileKind::head);
  minutes.head = to_blocks(table.head, context, SoftLines::kept);
  context.habit = std::make_shared<PresenterHabit>(habit_of(table.rows, context));
  minutes.agenda.reserve(static_cast<std::size_t>(std::count_if(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.depth == 0; })));
  std::set<std::string> tasks;
  for (auto& row : table.rows) {
    auto item = read_item(row, evidence, choice.parts, readings, context);
    drop_repeated_tasks(item, tasks);
    drop_recapitulation(item, minutes.agenda, language);
    add_item(minutes.agenda, std::move(item), row.depth);
    context.cut.clear();  // nobody asks for the sentences of an item again, nor for a row but the last
    if (&row != &table.rows.back()) row = {};
  }
  for (const auto& piece : table.tail) context.mark(context.view(piece), TileKind::tail);
  minutes.tail = to_blocks(table.tail, context, SoftLines::kept);
  minutes.links = links_in(table.head, context);
  for (auto& link : links_in(table.tail, context)) minutes.links.push_back(std::move(link));
  if (!table.rows.empty()) read_closing_people(table.rows.back().body, table.rows.back().title.empty() ? std::string_view{} : context.view(table.rows.back().title.front()), context);
  read_closing_people(table.tail, {}, context);
  read_outside(table.head, table.rows.empty() ? Outside::tail : Outside::head, context);
  read_officers(table.tail, context);
  read_outside(table.tail, Outside::tail, context);
  release_closing_tasks(minutes, language);
  gather_people(evidence, context);
  make_tiles(options.tiles, context);
  if (options.observe) observe(context);
}

}  // namespace protokoll
