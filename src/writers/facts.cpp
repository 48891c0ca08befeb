/// Tab-separated facts, one a line: KIND, its fields, then further columns without which the line is complete (those that
/// are empty at the end are left out). Items are referred to by their ordinal in document order, nested ones included; 0 is
/// the document outside its items. Made for grep, sort, diff and for tests.
#include <fmt/format.h>

#include <initializer_list>
#include <set>
#include <utility>

#include "writers/support/text.hpp"
#include "writers/writer.hpp"

namespace protokoll {
namespace {

std::string count(std::optional<int> value) { return value ? std::to_string(*value) : "-"; }

std::string joined(const std::vector<std::string>& values) {
  return join(values, ";", [](const std::string& value) { return value; });
}

class FactsWriter {
 public:
  explicit FactsWriter(std::string& out) : out_(out) {}

  void minutes(const Minutes& minutes) {
    if (!minutes.language.empty()) line({"language", minutes.language});
    meeting(minutes.meeting);
    for (const auto& item : minutes.agenda) this->item(item);
    for (const auto& decision : minutes.decisions) this->decision("0", decision);
    for (const auto& vote : minutes.votes) this->vote("0", vote);
    for (const auto& action : minutes.actions) this->action("0", action);
    for (const auto& attachment : minutes.attachments)
      if (attachment.items.empty()) line({"attachment", "0", attachment.label}, {attachment.description});
    for (const auto& next : minutes.meeting.next) line({"next", next.date.value, next.location.value}, {next.start.value, next.name.value});
    for (const auto& person : minutes.people)
      line({"person", person.name, joined(person.aliases), joined(person.affiliations), std::to_string(person.mentions)}, {person.title});
    for (const auto& residue : minutes.residue) line({"residue", residue.text});
    for (const auto& diagnostic : minutes.diagnostics) line({"diagnostic", diagnostic.id, to_string(diagnostic.severity), diagnostic.message});
  }

 private:
  void line(std::initializer_list<std::string_view> fields, std::initializer_list<std::string_view> more = {}) {
    bool first = true;
    for (const auto field : fields) {
      if (!std::exchange(first, false)) out_ += '\t';
      out_ += one_line(field);
    }
    auto used = more.size();
    while (used > 0 && more.begin()[used - 1].empty()) --used;
    for (std::size_t i = 0; i < used; ++i) out_ += '\t' + one_line(more.begin()[i]);
    out_ += '\n';
  }

  void stated(std::string_view kind, const Stated& stated) {
    if (stated) line({kind, stated.value});
  }

  void people(std::string_view kind, const std::vector<Person>& people) {
    for (const auto& person : people) line({kind, person.name}, {person.affiliation, person.role, person.from, person.until});
  }

  void meeting(const Meeting& meeting) {
    stated("title", meeting.title);
    stated("organization", meeting.organization);
    stated("series", meeting.series);
    if (meeting.ordinal) line({"ordinal", std::to_string(*meeting.ordinal)});
    stated("date", meeting.date);
    stated("start", meeting.start);
    stated("end", meeting.end);
    stated("location", meeting.location);
    people("chair", meeting.chair);
    people("secretary", meeting.secretary);
    people("present", meeting.attendance.present);
    people("excused", meeting.attendance.excused);
    people("absent", meeting.attendance.absent);
    people("guest", meeting.attendance.guests);
  }

  void item(const AgendaItem& item) {
    const auto ordinal = std::to_string(++ordinal_);
    line({"item", ordinal, item.number.value, item.title.value}, {item.label.value});
    if (item.subtitle) line({"subtitle", ordinal, item.subtitle.value});
    for (const auto& person : item.presenters) line({"presenter", ordinal, person.name}, {person.affiliation, person.role});
    if (item.status != ItemStatus::treated) line({"status", ordinal, to_string(item.status)});
    if (item.is_public) line({"public", ordinal, *item.is_public ? "true" : "false"});
    if (!item.language.empty()) line({"language", ordinal, item.language});
    for (const auto& section : item.sections) line({"section", ordinal, to_string(section.kind)}, {section.heading.value});
    for (const auto& decision : item.decisions) this->decision(ordinal, decision);
    for (const auto& vote : item.votes) this->vote(ordinal, vote);
    for (const auto& action : item.actions) this->action(ordinal, action);
    attachments(ordinal, item);
    for (const auto& link : item.links) line({"link", ordinal, link.text, link.href});
    for (const auto& nested : item.items) this->item(nested);
  }

  void attachments(std::string_view ordinal, const AgendaItem& item) {
    auto labels = item.attachments;
    for (const auto& decision : item.decisions) labels.insert(labels.end(), decision.attachments.begin(), decision.attachments.end());
    std::set<std::string_view> written;
    for (const auto& label : labels)
      if (written.insert(label).second) line({"attachment", ordinal, label});
  }

  void decision(std::string_view ordinal, const Decision& decision) {
    line({"decision", ordinal, to_string(decision.kind), decision.text},
         {decision.outcome ? to_string(*decision.outcome) : "-", sign(decision.by, decision.confidence), decision.level.value, decision.due.value});
    if (decision.vote) vote(ordinal, *decision.vote);
  }

  void vote(std::string_view ordinal, const Vote& vote) {
    line({"vote", ordinal, vote.unanimous && !vote.yes ? "u" : count(vote.yes), count(vote.no), count(vote.abstain),
          vote.outcome ? to_string(*vote.outcome) : "-"},
         {sign(vote.by, vote.confidence)});
  }

  void action(std::string_view ordinal, const Action& action) {
    line({"action", ordinal, action.text, join(action.assignees, ";", [](const Person& person) { return person.name; }), action.due.value},
         {sign(action.by, action.confidence)});
  }

  static std::string sign(By by, Confidence confidence) {
    return fmt::format("{}{}", to_string(by), confidence == Confidence::low ? " (low)" : "");
  }

  std::string& out_;
  int ordinal_ = 0;
};

}  // namespace

extern const Writer writer_facts;
const Writer writer_facts{"facts", "tab-separated facts, one a line, for grep and diff", "tsv",
                          [](const Minutes& minutes, const WriteOptions&, std::string& out) { FactsWriter(out).minutes(minutes); }};

}  // namespace protokoll
