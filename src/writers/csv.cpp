/// Comma-separated rows as in RFC 4180: CRLF line ends, a field quoted where it holds a comma, a quote or a line end. A row
/// is one of what WriteOptions::rows names; its first columns tell the document, the meeting and the date.
///
/// WriteOptions::excel gives what spreadsheet programs of the continent open by a double click: a semicolon between fields, a
/// byte order mark in front of the header, and cells disarmed that such programs would run as a formula: text that begins
/// with = + - @, their fullwidth forms, a tab or a carriage return gets an apostrophe in front (OWASP, CSV Injection). So does what
/// they would read as another number or as a date ("1.10", "1/2", "007").
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "protokoll/names.hpp"
#include "writers/support/text.hpp"
#include "writers/writer.hpp"

namespace protokoll {
namespace {

/// Every cell is made from text or numbers by one of these, so that none is forgotten.
class Row {
 public:
  Row(std::string& out, bool excel) : out_(out), excel_(excel) {}

  Row& operator<<(std::string_view text) {
    if (!first_) out_ += excel_ ? ';' : ',';
    first_ = false;
    cell(excel_ && (is_formula(text) || is_changed(text)) ? "'" + std::string(text) : std::string(text));
    return *this;
  }
  Row& operator<<(const Stated& stated) { return *this << stated.value; }
  Row& operator<<(std::optional<int> number) { return *this << (number ? std::to_string(*number) : std::string()); }
  Row& operator<<(Span span) { return *this << std::to_string(span.begin) << std::to_string(span.end); }
  Row& operator<<(const std::vector<std::string>& values) {
    return *this << join(values, ";", [](const std::string& value) { return value; });
  }
  Row& operator<<(const std::vector<Person>& people) {
    return *this << join(people, ";", [](const Person& person) { return person.name; });
  }
  Row& operator<<(std::optional<VoteOutcome> outcome) { return *this << (outcome ? to_string(*outcome) : std::string_view()); }

  void end() { out_ += "\r\n"; }

 private:
  static bool is_formula(std::string_view text) {
    constexpr std::array<std::string_view, 10> starts = {"=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
  }

  /// Whether spreadsheet programs would make another number or a date of it: "1.10", "1/2", "007", "1e5"; a date of ISO 8601 stays one.
  static bool is_changed(std::string_view text) {
    constexpr std::size_t exact_digits = 15;
    if (text.empty() || text.find_first_not_of("0123456789.,/-eE") != std::string_view::npos || text.find_first_of("0123456789") == std::string_view::npos) return false;
    const bool integer = text.find_first_not_of("0123456789") == std::string_view::npos;
    if (integer) return text.size() > exact_digits || (text.size() > 1 && text[0] == '0');
    constexpr std::string_view iso = "0000-00-00";
    const bool date = text.size() == iso.size() && text[4] == '-' && text[7] == '-' && text.find_first_of("./,eE") == std::string_view::npos;
    return !date;
  }

  void cell(std::string_view text) {
    if (text.find_first_of(",;\"\r\n\t") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ')) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) out_.append(c == '"' ? 2 : 1, c);
    out_ += '"';
  }

  std::string& out_;
  bool excel_;
  bool first_ = true;
};

/// Starts rows with the columns that all kinds of rows share.
class Table {
 public:
  Table(const Minutes& minutes, const WriteOptions& options, std::string& out) : minutes_(minutes), options_(options), out_(out) {}

  [[nodiscard]] const Minutes& minutes() const { return minutes_; }

  /// Calls `fill` with a row that is begun; ends it.
  template <class Fill>
  void row(Fill fill) {
    Row row(out_, options_.excel);
    const auto& meeting = minutes_.meeting;
    row << without_controls(minutes_.source.name) << (meeting.title ? meeting.title : meeting.series) << meeting.date;
    fill(row);
    row.end();
  }

 private:
  const Minutes& minutes_;
  const WriteOptions& options_;
  std::string& out_;
};

template <class Visit>
void visit_items(const std::vector<AgendaItem>& items, int depth, Visit& visit) {
  for (const auto& item : items) {
    visit(item, depth);
    visit_items(item.items, depth + 1, visit);
  }
}

template <class Visit>
void for_each_item(const Minutes& minutes, Visit visit) {
  visit_items(minutes.agenda, 0, visit);
}

std::string_view yes_or_no(std::optional<bool> value) { return !value ? "" : *value ? "true" : "false"; }

void write_items(Table& table) {
  for_each_item(table.minutes(), [&](const AgendaItem& item, int depth) {
    table.row([&](Row& row) {
      row << item.number << item.title << item.subtitle << item.presenters << to_string(item.status)
          << yes_or_no(item.is_public) << std::optional(depth) << std::optional(static_cast<int>(item.decisions.size()))
          << std::optional(static_cast<int>(item.votes.size())) << std::optional(static_cast<int>(item.actions.size())) << item.attachments << item.span;
    });
  });
}

/// Calls `write` with all facts of one kind, those of items first, each with the item it belongs to.
template <class Fact, class Write>
void for_each_fact(const Minutes& minutes, std::vector<Fact> AgendaItem::*of_item, const std::vector<Fact>& outside, Write write) {
  for_each_item(minutes, [&](const AgendaItem& item, int) {
    for (const auto& fact : item.*of_item) write(item, fact);
  });
  const AgendaItem none;
  for (const auto& fact : outside) write(none, fact);
}

void vote_cells(Row& row, const Vote& vote) {
  row << vote.yes << vote.no << vote.abstain << (vote.unanimous ? "true" : "");
}

void write_decisions(Table& table) {
  for_each_fact(table.minutes(), &AgendaItem::decisions, table.minutes().decisions, [&](const AgendaItem& item, const Decision& decision) {
    table.row([&](Row& row) {
      row << item.number << item.title << yes_or_no(item.is_public) << to_string(decision.kind) << decision.label << decision.text << decision.outcome;
      vote_cells(row, decision.vote.value_or(Vote{}));
      row << decision.level << decision.due << decision.attachments << to_string(decision.by) << to_string(decision.confidence) << decision.span;
    });
  });
}

void write_votes(Table& table) {
  const auto write = [&](const AgendaItem& item, const Vote& vote, std::string_view decision) {
    table.row([&](Row& row) {
      row << item.number << item.title << yes_or_no(item.is_public) << decision;
      vote_cells(row, vote);
      row << vote.outcome << vote.text << to_string(vote.by) << to_string(vote.confidence) << vote.span;
    });
  };
  for_each_fact(table.minutes(), &AgendaItem::decisions, table.minutes().decisions, [&](const AgendaItem& item, const Decision& decision) {
    if (decision.vote) write(item, *decision.vote, decision.text);
  });
  for_each_fact(table.minutes(), &AgendaItem::votes, table.minutes().votes, [&](const AgendaItem& item, const Vote& vote) { write(item, vote, ""); });
}

void write_actions(Table& table) {
  for_each_fact(table.minutes(), &AgendaItem::actions, table.minutes().actions, [&](const AgendaItem& item, const Action& action) {
    table.row([&](Row& row) {
      row << item.number << item.title << yes_or_no(item.is_public) << action.text << action.assignees << action.due
          << yes_or_no(action.done) << to_string(action.by) << to_string(action.confidence) << action.span;
    });
  });
}

void write_attachments(Table& table) {
  for (const auto& attachment : table.minutes().attachments)
    table.row([&](Row& row) { row << attachment.label << attachment.description << attachment.items << attachment.span; });
}

void write_people(Table& table) {
  for (const auto& person : table.minutes().people)
    table.row([&](Row& row) { row << person.name << person.title << person.aliases << person.affiliations << std::optional(person.mentions) << person.span; });
}

void write_next(Table& table) {
  for (const auto& next : table.minutes().meeting.next)
    table.row([&](Row& row) { row << next.date << next.start << next.location << next.name << next.text << next.span; });
}

struct Kind {
  std::string_view name;
  std::vector<std::string_view> columns;
  void (*write)(Table& table);
};

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"items",
       {"number", "item", "subtitle", "presenters", "status", "public", "depth", "decisions", "votes", "actions", "attachments", "begin", "end"},
       write_items},
      {"decisions",
       {"number", "item", "public", "kind", "label", "text", "outcome", "yes", "no", "abstain", "unanimous", "level", "due", "attachments", "by", "confidence", "begin", "end"},
       write_decisions},
      {"votes", {"number", "item", "public", "decision", "yes", "no", "abstain", "unanimous", "outcome", "text", "by", "confidence", "begin", "end"}, write_votes},
      {"actions", {"number", "item", "public", "text", "assignees", "due", "done", "by", "confidence", "begin", "end"}, write_actions},
      {"attachments", {"label", "description", "items", "begin", "end"}, write_attachments},
      {"people", {"name", "title", "aliases", "affiliations", "mentions", "begin", "end"}, write_people},
      {"next", {"next_date", "start", "location", "name", "text", "begin", "end"}, write_next},
  };
  return all;
}

const Kind& find_kind(std::string_view rows) {
  const auto found = std::find_if(kinds().begin(), kinds().end(), [&](const Kind& kind) { return same_name(kind.name, rows); });
  if (found != kinds().end()) return *found;
  std::vector<std::string_view> names;
  for (const auto& kind : kinds()) names.push_back(kind.name);
  throw std::invalid_argument(unknown_name("rows", rows, names));
}

void write_header(const WriteOptions& options, std::string& out) {
  const auto& kind = find_kind(options.rows);
  if (options.excel) out += "\uFEFF";
  Row row(out, options.excel);
  row << "document" << "meeting" << "date";
  for (const auto column : kind.columns) row << column;
  row.end();
}

}  // namespace

extern const Writer writer_csv;
const Writer writer_csv{"csv", "table of items, decisions, votes, actions, attachments, people or next meetings", "csv",
                        [](const Minutes& minutes, const WriteOptions& options, std::string& out) {
                          Table table(minutes, options, out);
                          find_kind(options.rows).write(table);
                        },
                        write_header};

}  // namespace protokoll
