#include "analysis/items.hpp"

#include "analysis/actions.hpp"
#include "analysis/attachments.hpp"
#include "analysis/blocks.hpp"
#include "analysis/head.hpp"
#include "analysis/next_meetings.hpp"
#include "facts/register.hpp"
#include "analysis/sections.hpp"
#include "analysis/text.hpp"
#include "analysis/title.hpp"

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

void read_title(const Row& row, const NameEvidence& evidence, AgendaItem& item, Context& context) {
  const auto parts = split_title(row.title, context, evidence);
  item.title = context.stated(parts.title);
  item.subtitle = context.stated(parts.subtitle);
  for (const auto& presenter : parts.presenters) item.presenters.push_back(to_person(presenter, context));
  for (const auto& piece : row.title) {
    const auto text = context.view(piece);
    if (!parts.presenter_text.empty()) context.mark(parts.presenter_text, TileKind::presenter);
    const auto head = parts.presenter_text.empty() ? text : before(text, parts.presenter_text);
    context.mark(parts.title, TileKind::title);
    context.mark(after(head, parts.title), TileKind::subtitle);
  }
}

// Status, with the words that first say so.
void read_status(std::string_view sentence, AgendaItem& item, const Context& context) {
  if (item.status != ItemStatus::treated) return;
  const auto match = context.language.patterns("status").first(sentence);
  if (!match.pattern) return;
  item.status = match.pattern->attribute("status") == "withdrawn" ? ItemStatus::withdrawn : ItemStatus::deferred;
  item.status_span = context.span(sentence);
}

// A title can be the label of what stands below it: "Grants approved", "Next meeting".
void entitle(std::vector<SectionDraft>& drafts, std::string_view title, const Context& context) {
  if (drafts.empty() || drafts.front().label) return;
  if (context.language.patterns("title_decides").matches(title)) drafts.front().key = "decisions";
}

void read_sections(const Row& row, AgendaItem& item, Context& context) {
  auto drafts = split_sections(row.body, context);
  entitle(drafts, item.title.value, context);
  auto found = read_register(drafts, row.title.empty() ? std::string_view{} : context.view(row.title.front()), context);
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

// What the columns of an agenda say is said there once: the same words read as a sentence give no second task.
void read_tasks(const Row& row, AgendaItem& item, const Context& context) {
  for (const auto& task : row.tasks) {
    auto what = context.view(task.what);
    // Behind its title, if the title is not all there is.
    for (const auto& piece : row.title)
      if (piece.range.begin == task.what.begin && piece.range.end < task.what.end) what = trim(after(what, context.view(piece)));
    auto action = column_action(what, context.view(task.who), context.view(task.due), context);
    if (action.assignees.empty()) continue;
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
  read_label(row, item, context);
  read_title(row, evidence, item, context);
  read_sections(row, item, context);
  read_tasks(row, item, context);
  read_part(item.title.value, row.body, context);
  item.links = links_in(row.title, context);
  for (auto& link : links_in(row.body, context)) item.links.push_back(std::move(link));
  const auto announced = context.language.is_label(item.title.value, "next") ? Announced::by_title : Announced::by_words;
  for (const auto* pieces : {&row.title, &row.body})
    for (const auto& piece : *pieces) {
      collect_attachments(context.view(piece), item.number.value, item.attachments, context);
      for (const auto sentence : context.sentences(context.view(piece))) {
        read_status(sentence, item, context);
        find_next_meetings(sentence, announced, context, context.minutes.meeting.next);
        read_meeting_sentence(sentence, context);
      }
      context.forget_sentences();
    }
  return item;
}

}  // namespace protokoll
