#include "analysis/head.hpp"

#include "analysis/dates.hpp"
#include "analysis/sections.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

void read_title(std::string_view title, Context& context) {
  auto& meeting = context.minutes.meeting;
  meeting.title = context.stated(title);
  const auto match = context.language.patterns("meeting_title").first(title);
  if (!match.pattern) return;
  if (const auto ordinal = match.group("ordinal"); !ordinal.empty()) {
    meeting.ordinal = context.language.number(ordinal);
    meeting.ordinal_span = context.span(ordinal);
  }
  meeting.series = context.stated(match.group("series"));
  meeting.organization = context.stated(trim(match.group("organization"), U",.:–-"));
}

void read_date(std::string_view text, Context& context) {
  auto& meeting = context.minutes.meeting;
  for (const auto& date : find_dates(text, context.language)) {
    if (date.ambiguous) context.report("ambiguous-date", Severity::note, "day and month of this date could be either; it stays text", date.text);
    const auto edtf = date.edtf();
    if (!edtf.empty() && !meeting.date) meeting.date = context.derived(edtf, date.text);
  }
}

void read_times(std::string_view text, Context& context) {
  auto& meeting = context.minutes.meeting;
  for (const auto& time : find_times(text, context.language)) {
    if (!meeting.start) {
      meeting.start = context.derived(time.start, time.start_text);
      if (!time.end.empty()) meeting.end = context.derived(time.end, time.end_text);
    } else if (!meeting.end) {
      meeting.end = context.derived(time.end.empty() ? time.start : time.end, time.end.empty() ? time.start_text : time.end_text);
    }
  }
}

}  // namespace

void read_head(const ProtocolTable& table, Context& context) {
  auto& meeting = context.minutes.meeting;
  const Piece* title = nullptr;
  for (const auto& piece : table.head)
    if (context.block(piece).kind == BlockKind::heading) {
      title = &piece;
      break;
    }
  if (!title && !table.head.empty() && context.block(table.head.front()).kind != BlockKind::metadata) title = &table.head.front();
  if (title) {
    read_title(context.view(*title), context);
    read_date(context.view(*title), context);
  }
  for (const auto& piece : table.head) {
    if (&piece == title) continue;
    const auto text = context.view(piece);
    const auto dates = find_dates(text, context.language);
    if (!dates.empty() && !meeting.date) {
      read_date(text, context);
      read_times(text, context);
    }
  }
}

}  // namespace protokoll
