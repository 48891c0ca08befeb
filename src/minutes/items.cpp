#include "minutes/items.hpp"

#include <algorithm>

#include "facts/attendance/attendance.hpp"
#include "facts/decisions/decisions.hpp"
#include "facts/decisions/elected.hpp"
#include "facts/decisions/register.hpp"
#include "facts/items/attachments.hpp"
#include "facts/items/item_title.hpp"
#include "facts/items/presenters.hpp"
#include "facts/items/status.hpp"
#include "facts/tasks/actions.hpp"
#include "facts/tasks/task_table.hpp"
#include "facts/votes/vote_outcome.hpp"
#include "minutes/asides.hpp"
#include "minutes/blocks.hpp"
#include "structure/sections.hpp"
#include "structure/table_columns.hpp"
#include "words/infinitive.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

void read_label(const Row& row, AgendaItem& item, Context& context) {
  item.label = context.stated(context.view(row.label));
  if (row.rendered_number.empty()) {
    item.number = context.stated(context.view(row.number));
  } else {
    // The list's own marker is the number's place, if it prints the same number.
    const auto marker = context.document.containers[row.rendered_by].source;
    const auto printed = context.source.text().substr(marker.begin, marker.size());
    item.number = {row.rendered_number, printed.starts_with(row.rendered_number) ? context.source.to_bytes({marker.begin, marker.begin + row.rendered_number.size()}) : Span{}};
  }
  if (!row.label.empty()) context.mark(context.view(row.label), TileKind::label);
}

// "Berichterstatter: Mia Ott", or nothing but names right below the title.
void read_presenters_below(const Row& row, AgendaItem& item, const Context& context) {
  constexpr std::size_t looked_at = 4;
  if (!item.presenters.empty() || !context.language.label(item.title.value).empty()) return;
  const auto alone = [&](std::size_t at) { return at >= row.body.size() || presenters_in(context.view(row.body[at]), true, context).empty(); };
  const auto does_a_task = [&](const Piece& piece) {
    return std::any_of(row.tasks.begin(), row.tasks.end(), [&](const RowTask& task) { return task.who.begin <= piece.range.begin && piece.range.end <= task.who.end; });
  };
  for (std::size_t at = 0; at < std::min(row.body.size(), looked_at); ++at) {
    if (does_a_task(row.body[at])) continue;
    // A second line of names makes it a list of people.
    auto people = presenters_in(context.view(row.body[at]), at == 0 && row.body.size() > 1 && alone(1), context);
    if (people.empty()) continue;
    item.presenters = std::move(people);
    return;
  }
}

void read_title(const Row& row, const NameEvidence& evidence, AgendaItem& item, Context& context) {
  auto parts = split_title(row.title, context, evidence);
  if (!parts.people.empty()) {
    item.presenters = std::move(parts.people);
  } else if (parts.presenters.empty() && parts.subtitle.empty()) {
    auto split = split_presenters(parts.title, context);
    parts.title = split.title;
    parts.presenter_text = split.presented;
    item.presenters = std::move(split.presenters);
  } else if (parts.presenters.empty()) {
    const auto joined = split_presenters(join(parts.title, parts.subtitle), context);
    if (!joined.presented.empty() && joined.title.size() >= parts.title.size()) {
      parts.subtitle = trim(after(joined.title, parts.title), U"\u2013\u2014-:,;");
      parts.presenter_text = joined.presented;
      item.presenters = joined.presenters;
    }
  }
  if (const auto status = bracketed_status(parts.title, context); !status.empty()) parts.title = trim(before(parts.title, status));
  item.title = context.stated(parts.title);
  if (!row.mark.empty()) context.mark(context.view(row.mark), TileKind::title);
  if (!parts.title.empty()) item.asides = asides_of(context.range(parts.title), context);
  item.subtitle = context.stated(parts.subtitle);
  for (const auto& presenter : parts.presenters) item.presenters.push_back(to_person(presenter, context));
  read_presenters_below(row, item, context);
  for (const auto& piece : row.title) {
    const auto text = context.view(piece);
    if (!parts.presenter_text.empty()) context.mark(parts.presenter_text, TileKind::presenter);
    const auto head = parts.presenter_text.empty() ? text : before(text, parts.presenter_text);
    context.mark(parts.title, TileKind::title);
    context.mark(after(head, parts.title), TileKind::subtitle);
  }
}

// A title can be the label of what stands below it: "Grants approved", "Next meeting".
void entitle(std::vector<SectionDraft>& drafts, std::string_view title, const Context& context) {
  if (drafts.empty() || drafts.front().label) return;
  title = trim(title, U".:;!*_()");
  if (context.language.has("title_decides", last_word(title)) || context.language.is_label(title, "decisions")) drafts.front().key = "decisions";
}

// "To receive and adopt the minutes." with something told below: what the agenda intends.
bool is_intent(std::string_view title, const Language& language) {
  const auto mark = first_word(title), verb = first_word(trim(after(title, mark)));
  return is_infinitive(mark, verb, language);
}

// A numbered paragraph without a title is called by its first sentence, which may say what was decided: "4. The hall is let to the club."
std::vector<SectionDraft> with_title(const Row& row, std::vector<SectionDraft> drafts, const Context& context) {
  constexpr std::size_t fewest_words = 4;
  if (row.title.size() != 1 || row.by == By::heading) return drafts;
  const auto title = context.view(row.title.front());
  if (!title.ends_with('.') || !has_words(title, fewest_words) || (!row.body.empty() && is_intent(title, context.language))) return drafts;
  if (drafts.empty() || drafts.front().label) drafts.insert(drafts.begin(), SectionDraft{});
  drafts.front().pieces.insert(drafts.front().pieces.begin(), row.title.front());
  return drafts;
}

void read_sections(const Row& row, AgendaItem& item, Context& context) {
  auto drafts = split_sections(row.body, context);
  const auto title = row.title.empty() ? std::string_view{} : context.view(row.title.front());
  entitle(drafts, title, context);
  auto found = read_register(with_title(row, drafts, context), title, context);
  item.decisions = std::move(found.decisions);
  item.votes = std::move(found.votes);
  item.actions = std::move(found.actions);
  for (const auto& draft : drafts) {
    Section section{.kind = draft.kind(), .blocks = to_blocks(draft.pieces, context)};
    if (draft.label) {
      section.heading = context.stated(draft.label.heading);
      context.mark(draft.label.heading, TileKind::heading);
    }
    for (const auto& piece : draft.pieces) context.mark(context.view(piece), TileKind::block);
    item.sections.push_back(std::move(section));
  }
}

// In the cell behind that of a row's only decision stands its vote: it is of nothing else in front.
void take_vote_behind(AgendaItem& item, Decision& decision) {
  const auto behind = [&](const Vote& vote) { return vote.span.begin >= decision.span.end; };
  const auto take = [&](Vote& vote) {
    settle(vote);
    decision.vote = std::move(vote);
    decision.outcome = decision.vote->outcome;
  };
  if (std::ranges::count_if(item.votes, behind) == 1) {
    const auto vote = std::ranges::find_if(item.votes, behind);
    take(*vote);
    item.votes.erase(vote);
    return;
  }
  const auto lent = [&](const Decision& other) { return other.confidence == Confidence::low && other.span.end <= decision.span.begin && other.vote && behind(*other.vote); };
  if (const auto other = std::ranges::find_if(item.decisions, lent); other != item.decisions.end()) {
    take(*other->vote);
    item.decisions.erase(other);
  }
}

// A cell of the agenda's column for decisions is one; what was read out of its sentences says how the vote went.
void read_decided(const Row& row, AgendaItem& item, Context& context) {
  for (const auto& range : row.decided) {
    auto decision = make_decision(context.view(range), DecisionKind::decision, By::table, context);
    const auto within = [&](const Decision& other) { return other.span.begin >= decision.span.begin && other.span.end <= decision.span.end; };
    // "Decision: The beds are ordered." has told it better.
    if (std::ranges::any_of(item.decisions, [&](const Decision& other) { return other.by == By::label && within(other); })) continue;
    for (auto& other : item.decisions) {
      if (!within(other)) continue;
      decision.kind = other.kind;
      if (!decision.outcome) decision.outcome = other.outcome;
      if (!decision.vote) decision.vote = std::move(other.vote);
    }
    // Beside a column for tasks it tells none.
    if (!row.tasks.empty()) std::erase_if(item.actions, [&](const Action& task) { return task.span.begin >= decision.span.begin && task.span.end <= decision.span.end; });
    std::erase_if(item.decisions, within);
    if (!decision.vote && row.decided.size() == 1) take_vote_behind(item, decision);
    item.decisions.push_back(std::move(decision));
  }
  if (!row.decided.empty()) std::stable_sort(item.decisions.begin(), item.decisions.end(), [](const Decision& a, const Decision& b) { return a.span.begin < b.span.begin; });
}

// What the columns of an agenda say is said there once: the same words read as a sentence give no second task.
void read_tasks(const Row& row, AgendaItem& item, const Context& context) {
  for (const auto& task : row.tasks) {
    auto what = context.view(task.what);
    // Behind its title, if the title is not all there is.
    for (const auto& piece : row.title)
      if (piece.range.begin == task.what.begin && piece.range.end < task.what.end) what = trim(after(what, context.view(piece)));
    if (find_label(what, context.language).is("next")) continue;  // "Next meeting: 3 May" is nobody's task
    auto action = column_action(what, context.view(task.who), context.view(task.due), context);
    if (action.assignees.empty()) continue;
    if (!task.done.empty()) action.done = says_done(context.view(task.done), context);
    // What was decided is what is to be done.
    const auto within = [&](const Decision& decision) { return decision.span.begin >= action.span.begin && decision.span.end <= action.span.end; };
    if (std::count_if(item.decisions.begin(), item.decisions.end(), within) == 1) {
      const auto& decision = *std::find_if(item.decisions.begin(), item.decisions.end(), within);
      action.text = decision.text;
      action.span = decision.span;
    }
    std::erase_if(item.actions, [&](const Action& other) { return other.span.begin >= action.span.begin && other.span.end <= action.span.end; });
    item.actions.push_back(std::move(action));
  }
}

Span whole(const Row& row, const Context& context) {
  std::string_view first, last;
  const auto note = [&](Range range) {
    if (range.empty()) return;
    const auto view = context.view(range);
    if (first.empty() || view.data() < first.data()) first = view;
    if (last.empty() || view.data() + view.size() > last.data() + last.size()) last = view;
  };
  note(row.label);
  for (const auto* pieces : {&row.title, &row.body})
    for (const auto& piece : *pieces) note(piece.range);
  if (first.empty()) return {};
  return context.span(context.view(Range{context.range(first).begin, context.range(last).end}));
}

}  // namespace

AgendaItem to_item(const Row& row, const NameEvidence& evidence, Context& context) {
  AgendaItem item{.by = row.by, .span = whole(row, context)};
  item.is_public = row.is_public;
  read_label(row, item, context);
  read_title(row, evidence, item, context);
  read_sections(row, item, context);
  read_decided(row, item, context);
  read_tasks(row, item, context);
  read_attendance_item(item.title.value, row, context);
  item.links = links_in(row.title, context);
  for (auto& link : links_in(row.body, context)) item.links.push_back(std::move(link));
  StatusReader status(context);
  for (const auto& piece : row.title) status.title(context.view(piece));
  OfficesTold told(item.title.value.empty() ? std::string_view{} : context.view(row.title.front()), context);
  for (const auto* pieces : {&row.title, &row.body})
    for (const auto& piece : *pieces) {
      collect_attachments(context.view(piece), item.number.value.empty() ? item.title.value : item.number.value, item.attachments, context);
      for (const auto sentence : context.sentences(context.view(piece))) {
        if (pieces == &row.body) status.sentence(sentence);
        if (pieces == &row.title || !told.tells(sentence)) read_people_sentence(sentence, context);
      }
      context.forget_sentences();
    }
  status.settle(item);
  return item;
}

}  // namespace protokoll
