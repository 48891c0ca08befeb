#include "writers/html/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "writers/support/text.hpp"
#include "writers/support/words.hpp"

namespace protokoll::html_page {
namespace {

/// The first words of a text, on one line.
std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 90;
  auto line = without_controls(one_line(text));
  if (line.size() <= longest) return line;
  auto end = line.rfind(' ', longest);
  if (end == std::string::npos || end < longest / 2) end = longest;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end) + " \u2026";
}

class Collector {
 public:
  Collector(const Minutes& minutes, const PrintedDocument& printed) : minutes_(minutes), printed_(printed) {}

  std::vector<Fact> collect(const WriteOptions& options) {
    meeting(minutes_.meeting);
    items(minutes_.agenda, "/agenda", 0);
    facts_of("", minutes_.decisions, minutes_.votes, minutes_.actions);
    list(Kind::attachment, "/attachments", minutes_.attachments, [](const Attachment& attachment) { return attachment.label + " " + attachment.description; });
    known_people();
    list(Kind::residue, "/residue", minutes_.residue, [](const Text& residue) { return residue.text; });
    if (options.findings) findings(*options.findings);
    return std::move(facts_);
  }

 private:
  Fact* add(Kind kind, std::string pointer, std::string_view title, Span span) {
    if (span.empty() && kind != Kind::finding) return nullptr;
    if (kind != Kind::finding && !known_.emplace(kind, span.begin, span.end).second) return nullptr;
    auto id = fmt::format("{}-{}", name(kind), span.begin);
    if (const auto number = ++ids_[id]; number > 1) id += fmt::format("-{}", number);
    facts_.push_back({kind, std::move(id), std::move(pointer), shortened(title), span, printed_.ranges(span)});
    return &facts_.back();
  }

  template <class T, class Title>
  void list(Kind kind, const std::string& pointer, const std::vector<T>& values, Title title) {
    for (std::size_t i = 0; i < values.size(); ++i) add(kind, fmt::format("{}/{}", pointer, i), title(values[i]), values[i].span);
  }

  void people(Kind kind, const std::string& pointer, const std::vector<Person>& people) {
    list(kind, pointer, people, [](const Person& person) { return person.name; });
  }

  /// Only those whom no place says more of: the panel shows what is known of a person beside what a place states.
  void known_people() {
    std::map<std::size_t, std::size_t> stated;
    for (const auto& fact : facts_)
      if (fact.kind == Kind::person || fact.kind == Kind::presenter) stated[fact.span.begin] = std::max(stated[fact.span.begin], fact.span.end);
    for (std::size_t i = 0; i < minutes_.people.size(); ++i) {
      const auto& person = minutes_.people[i];
      const auto behind = stated.lower_bound(person.span.end);
      if (behind == stated.begin() || std::prev(behind)->second <= person.span.begin) add(Kind::person, fmt::format("/people/{}", i), person.name, person.span);
    }
  }

  /// The fact is the object that holds the value.
  void stated(Kind kind, const std::string& pointer, const Stated& stated) {
    if (stated) add(kind, pointer, stated.value, stated.span);
  }

  void meeting(const Meeting& meeting) {
    for (const auto* value : {&meeting.title, &meeting.series, &meeting.organization, &meeting.location}) stated(Kind::meeting, "/meeting", *value);
    for (const auto* value : {&meeting.date, &meeting.start, &meeting.end}) stated(Kind::date, "/meeting", *value);
    people(Kind::person, "/meeting/chair", meeting.chair);
    people(Kind::person, "/meeting/secretary", meeting.secretary);
    people(Kind::person, "/meeting/attendance/present", meeting.attendance.present);
    people(Kind::person, "/meeting/attendance/excused", meeting.attendance.excused);
    people(Kind::person, "/meeting/attendance/absent", meeting.attendance.absent);
    people(Kind::person, "/meeting/attendance/guests", meeting.attendance.guests);
    for (std::size_t i = 0; i < meeting.next.size(); ++i) {
      const auto pointer = fmt::format("/meeting/next/{}", i);
      add(Kind::next, pointer, meeting.next[i].text, meeting.next[i].span);
      stated(Kind::date, pointer, meeting.next[i].date);
    }
  }

  void items(const std::vector<AgendaItem>& items, const std::string& pointer, int depth) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto& item = items[i];
      const auto own = fmt::format("{}/{}", pointer, i);
      this->item(item, own, depth);
      people(Kind::presenter, own + "/presenters", item.presenters);
      facts_of(own, item.decisions, item.votes, item.actions);
      this->items(item.items, own + "/items", depth + 1);
    }
  }

  /// An item is marked where its label and title stand; what has neither, where its text begins.
  void item(const AgendaItem& item, const std::string& pointer, int depth) {
    const auto number = item.number ? fmt::format("{} {}", word(minutes_.language, "item"), item.number.value) : std::string();
    const auto title = number + (number.empty() || item.title.value.empty() ? "" : ": ") + (item.title ? item.title.value : item.subtitle.value);
    auto* fact = add(Kind::item, pointer, title.empty() ? item.label.value : title, item.span);
    if (fact == nullptr) return;
    fact->depth = depth;
    std::vector<Range> places;
    for (const auto* part : {&item.label, &item.title, &item.subtitle})
      if (!part->span.empty()) std::ranges::copy(printed_.ranges(part->span), std::back_inserter(places));
    std::ranges::sort(places, {}, &Range::begin);
    if (places.empty() && !fact->places.empty()) places.push_back(fact->places.front());
    fact->places = std::move(places);
  }

  void facts_of(const std::string& pointer, const std::vector<Decision>& decisions, const std::vector<Vote>& votes, const std::vector<Action>& actions) {
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      const auto own = fmt::format("{}/decisions/{}", pointer, i);
      add(Kind::decision, own, decisions[i].text, decisions[i].span);
      if (decisions[i].vote) add(Kind::vote, own + "/vote", decisions[i].vote->text, decisions[i].vote->span);
      stated(Kind::date, own, decisions[i].due);
    }
    list(Kind::vote, pointer + "/votes", votes, [](const Vote& vote) { return vote.text; });
    for (std::size_t i = 0; i < actions.size(); ++i) {
      const auto own = fmt::format("{}/actions/{}", pointer, i);
      add(Kind::task, own, actions[i].text, actions[i].span);
      people(Kind::person, own + "/assignees", actions[i].assignees);
      stated(Kind::date, own, actions[i].due);
    }
  }

  void findings(const std::vector<Diagnostic>& findings) {
    for (std::size_t i = 0; i < findings.size(); ++i) {
      auto* fact = add(Kind::finding, fmt::format("/{}", i), fmt::format("{} {}", findings[i].id, findings[i].message), findings[i].span);
      if (fact->places.empty()) {
        const auto place = printed_.place(findings[i].span.begin);
        fact->places = {{place, place}};
      }
    }
  }

  const Minutes& minutes_;
  const PrintedDocument& printed_;
  std::vector<Fact> facts_;
  std::set<std::tuple<Kind, std::size_t, std::size_t>> known_;
  std::map<std::string, int> ids_;
};

}  // namespace

std::string_view name(Kind kind) {
  constexpr std::string_view names[] = {"item", "decision", "vote", "task", "next", "person", "presenter", "date", "meeting", "attachment", "residue", "finding"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Fact> facts(const Minutes& minutes, const PrintedDocument& printed, const WriteOptions& options) { return Collector(minutes, printed).collect(options); }

}  // namespace protokoll::html_page
