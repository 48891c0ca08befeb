/// Minutes as people publish them: a heading for the title and for each item, sections with their printed headings, decisions
/// that are paragraphs of their own set off as quotations. Text is printed as it stands in the minutes; a fact that stands
/// in no printed text (a column of a table, front matter) gets a line of its own. What readers take for residue is left out.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "writers/markdown/blocks.hpp"
#include "writers/markdown/escape.hpp"
#include "writers/support/text.hpp"
#include "writers/support/words.hpp"
#include "writers/writer.hpp"

namespace protokoll {
namespace {

using markdown::inline_text;

/// The spans of all text that is printed as it stands, to tell whether a fact is in it. Linear to fill, logarithmic to ask.
class Printed {
 public:
  explicit Printed(const Minutes& minutes) {
    add(minutes.head);
    add(minutes.tail);
    for (const auto& item : minutes.agenda) add(item);
    std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < spans_.size(); ++i) spans_[i].end = std::max(spans_[i].end, spans_[i - 1].end);
  }

  [[nodiscard]] bool holds(Span span) const {
    const auto after = std::upper_bound(spans_.begin(), spans_.end(), span.begin, [](std::size_t begin, Span s) { return begin < s.begin; });
    return !span.empty() && after != spans_.begin() && std::prev(after)->end > span.begin;
  }

 private:
  void add(const std::vector<Block>& blocks) {
    for (const auto& block : blocks) spans_.push_back(block.span);
  }
  void add(const AgendaItem& item) {
    for (const auto span : {item.title.span, item.subtitle.span}) spans_.push_back(span);
    for (const auto& section : item.sections) {
      spans_.push_back(section.heading.span);
      add(section.blocks);
    }
    for (const auto& nested : item.items) add(nested);
  }

  std::vector<Span> spans_;
};

class MarkdownWriter {
 public:
  MarkdownWriter(const Minutes& minutes, std::string& out) : minutes_(minutes), out_(out), blocks_(out), printed_(minutes) {}

  void write() {
    const auto& meeting = minutes_.meeting;
    if (meeting.title) blocks_.paragraph("# " + markdown::guard_heading(inline_text(meeting.title.value)));
    blocks_.set_links(minutes_.links);
    for (const auto& block : minutes_.head)
      if (!is_title(block)) outer(without_title(block), false);
    head();
    for (const auto& item : minutes_.agenda) this->item(item, 2);
    if (!minutes_.tail.empty()) blocks_.paragraph("---");
    blocks_.set_links(minutes_.links);
    for (const auto& block : minutes_.tail) outer(block, true);
    facts(minutes_.decisions, minutes_.votes, minutes_.actions);
    for (const auto& next : meeting.next)
      if (!printed_.holds(next.span)) this->next(next);
    while (out_.ends_with("\n\n")) out_.pop_back();
  }

 private:
  [[nodiscard]] std::string word(std::string_view key) const { return protokoll::word(minutes_.language, key); }

  void labelled(std::string_view key, std::string_view markdown) { blocks_.paragraph(fmt::format("**{}:** {}", inline_text(word(key)), markdown)); }

  [[nodiscard]] bool is_title(const Block& block) const {
    return block.type == BlockType::paragraph && minutes_.meeting.title && one_line(block.text) == one_line(minutes_.meeting.title.value);
  }

  /// The heading says the title; a paragraph that begins with its line goes on behind it.
  [[nodiscard]] Block without_title(const Block& block) const {
    const auto end = block.text.find('\n');
    if (block.type != BlockType::paragraph || block.heading > 0 || end == std::string::npos || !minutes_.meeting.title || !block.asides.empty()) return block;
    if (one_line(block.text.substr(0, end)) != one_line(minutes_.meeting.title.value)) return block;
    const auto within = [&](const Link& link) { return link.span.begin >= block.span.begin && link.span.end <= block.span.end; };
    if (std::any_of(minutes_.links.begin(), minutes_.links.end(), within)) return block;
    auto rest = block;
    rest.text.erase(0, end + 1);
    return rest;
  }

  static std::string shown(const Stated& stated) { return inline_text(stated.printed.empty() ? stated.value : stated.printed); }

  static std::string addressed(const Person& person) {
    return one_line(join(std::vector<std::string_view>{person.honorific, person.title, person.name}, " ", [](std::string_view part) { return part; }));
  }

  static std::string shown(const Person& person) {
    const auto text = inline_text(addressed(person));
    const auto more = person.affiliation + (person.affiliation.empty() || person.role.empty() ? "" : ", ") + person.role;
    return more.empty() ? text : fmt::format("{} ({})", text, inline_text(more));
  }

  static std::string shown(const std::vector<Person>& people) {
    return join(people, ", ", [](const Person& person) { return shown(person); });
  }

  void head() {
    const auto& meeting = minutes_.meeting;
    stated("date", meeting.date);
    stated("start", meeting.start);
    stated("end", meeting.end);
    stated("location", meeting.location);
    people("chair", meeting.chair);
    people("secretary", meeting.secretary);
    people("present", meeting.attendance.present);
    people("excused", meeting.attendance.excused);
    people("absent", meeting.attendance.absent);
    people("guests", meeting.attendance.guests);
  }

  void stated(std::string_view key, const Stated& stated) {
    const auto& title = minutes_.meeting.title.span;
    const bool in_title = !stated.span.empty() && stated.span.begin >= title.begin && stated.span.end <= title.end;
    if (stated && !in_title && !printed_.holds(stated.span)) labelled(key, shown(stated));
  }

  void people(std::string_view key, std::vector<Person> people) {
    std::erase_if(people, [this](const Person& person) { return printed_.holds(person.span); });
    if (!people.empty()) labelled(key, shown(people));
  }

  /// A heading of the head is a bold line, so that no reader takes it for an item; one of the tail stays a heading.
  void outer(const Block& block, bool in_tail) {
    const auto text = inline_text(one_line(block.text));
    if (block.heading == 0) blocks_.write(block);
    else blocks_.paragraph(in_tail ? "## " + markdown::guard_heading(text) : fmt::format("**{}**", text));
  }

  void item(const AgendaItem& item, int level) {
    blocks_.set_links(item.links);
    blocks_.paragraph(fmt::format("{} {}", std::string(static_cast<std::size_t>(std::min(level, 6)), '#'), heading(item)));
    if (item.status != ItemStatus::treated && !printed_.holds(item.status_span)) blocks_.paragraph(fmt::format("*{}*", inline_text(word(to_string(item.status)))));
    if (item.is_public == false) blocks_.paragraph(fmt::format("*{}*", inline_text(word("not_public"))));
    for (const auto& section : item.sections) this->section(section, item);
    facts(item.decisions, item.votes, item.actions);
    columns(item);
    for (const auto& nested : item.items) this->item(nested, level + 1);
  }

  /// "TOP 3: Title", or "TOP 3: **Title** Subtitle - Presenter (Affiliation)", which readers take apart again.
  [[nodiscard]] std::string heading(const AgendaItem& item) const {
    auto title = blocks_.inline_of({item.title.value, item.title.span, item.asides});
    if (!title.empty() && (item.subtitle || !item.presenters.empty())) title = fmt::format("**{}**", title);
    if (item.subtitle) title += " " + inline_text(item.subtitle.value);
    if (!item.presenters.empty()) title += (item.subtitle ? " \u2013 " : " ") + shown(item.presenters);
    if (item.number) title = fmt::format("{} {}: {}", inline_text(word("item")), inline_text(item.number.value), title);
    return markdown::guard_heading(title.empty() ? inline_text(item.label.value) : title);
  }

  void section(const Section& section, const AgendaItem& item) {
    std::string lead = section.heading ? fmt::format("**{}**", inline_text(section.heading.value)) : "";
    if (!lead.empty() && !runs_in(section)) blocks_.paragraph(std::exchange(lead, {}));
    for (const auto& block : section.blocks)
      if (lead.empty() && is_cell_of_task(block, item)) continue;
      else blocks_.write(block, is_decision(block, item) ? markdown::Emphasis::quote : markdown::Emphasis::none, std::exchange(lead, {}));
  }

  /// Whether the text goes on in the heading's line: at most a space lies between the two.
  static bool runs_in(const Section& section) {
    if (section.blocks.empty() || section.heading.span.empty()) return false;
    const auto& block = section.blocks.front();
    const bool list = block.type == BlockType::list && !block.items.empty();
    auto begin = list ? block.items.front().span.begin : block.span.begin;
    const auto& asides = list ? block.items.front().asides : block.asides;
    // Markup lies between the heading and what is struck behind it.
    const bool struck_first = !asides.empty() && asides.front().at == 0;
    constexpr std::size_t longest_tag = 100;
    if (struck_first) begin = std::min(begin, asides.front().span.begin);
    return block.type != BlockType::table && begin >= section.heading.span.end && begin - section.heading.span.end <= (struck_first ? longest_tag : 1);
  }

  /// Whether the whole block is one decision; a sentence within a paragraph stays where it is.
  static bool is_decision(const Block& block, const AgendaItem& item) {
    const auto found = std::lower_bound(item.decisions.begin(), item.decisions.end(), block.span.begin,
                                        [](const Decision& decision, std::size_t begin) { return decision.span.begin < begin; });
    return block.type == BlockType::paragraph && found != item.decisions.end() && found->text == block.text;
  }

  static bool is_within(Span inner, Span outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }

  /// Whether a table of the item's sections holds the place.
  static bool in_table(Span place, const AgendaItem& item) {
    return std::any_of(item.sections.begin(), item.sections.end(), [&](const Section& section) {
      return std::any_of(section.blocks.begin(), section.blocks.end(), [&](const Block& block) { return block.type == BlockType::table && is_within(place, block.span); });
    });
  }

  /// Whether a paragraph is nothing but what the table of the item's tasks says below: a cell of a column for what, who or when.
  [[nodiscard]] bool is_cell_of_task(const Block& block, const AgendaItem& item) const {
    if (block.type != BlockType::paragraph || !block.asides.empty() || is_decision(block, item)) return false;
    const auto text = one_line(block.text);
    const auto shows = [&](const Action& action) {
      if (action.by != By::table || in_table(action.span, item)) return false;
      const bool person = std::any_of(action.assignees.begin(), action.assignees.end(), [&](const Person& one) { return is_within(one.span, block.span); });
      return (is_within(action.span, block.span) && text == one_line(action.text)) || (is_within(action.due.span, block.span) && text == one_line(action.due.printed)) ||
             (person && text == join(action.assignees, ", ", addressed));
    };
    return std::any_of(item.actions.begin(), item.actions.end(), shows);
  }

  /// Those facts that no printed text holds.
  void facts(const std::vector<Decision>& decisions, const std::vector<Vote>& votes, const std::vector<Action>& actions) {
    for (const auto& decision : decisions) {
      if (printed_.holds(decision.span)) continue;
      blocks_.paragraph(fmt::format("> **{}:** {}", inline_text(word(to_string(decision.kind))), inline_text(decision.text)));
      if (decision.vote && !printed_.holds(decision.vote->span)) vote(*decision.vote);
    }
    for (const auto& vote : votes)
      if (!printed_.holds(vote.span)) this->vote(vote);
    for (const auto& action : actions)
      if (!printed_.holds(action.span)) this->action(action);
  }

  void vote(const Vote& vote) {
    std::vector<std::string> parts;
    const auto count = [&](std::string_view key, std::optional<int> value) {
      if (value) parts.push_back(fmt::format("{} {}", *value, word(key)));
    };
    count("yes", vote.yes);
    count("no", vote.no);
    count("abstain", vote.abstain);
    if (vote.unanimous) parts.push_back(word("unanimous"));
    if (vote.outcome) parts.push_back(word(to_string(*vote.outcome)));
    labelled("vote", inline_text(join(parts, ", ", [](const std::string& part) { return part; })));
  }

  void action(const Action& action) {
    auto text = inline_text(action.text);
    if (!action.assignees.empty()) text += fmt::format(" ({})", shown(action.assignees));
    if (action.due) text += fmt::format(", {} {}", inline_text(word("due")), shown(action.due));
    labelled("action", text);
  }

  /// Tasks whose doers and dates stood in columns of the agenda, as a table of their own.
  void columns(const AgendaItem& item) {
    Block table{.type = BlockType::table};
    for (const auto& action : item.actions) {
      if (action.by != By::table || !printed_.holds(action.span) || in_table(action.span, item)) continue;
      if (table.rows.empty()) table.rows.push_back({{word("action")}, {word("who")}, {word("when")}});
      table.rows.push_back({{action.text}, {join(action.assignees, ", ", addressed)}, {action.due.printed.empty() ? action.due.value : action.due.printed}});
    }
    if (!table.rows.empty()) blocks_.write(table);
  }

  void next(const NextMeeting& next) {
    std::vector<std::string> parts;
    for (const auto& stated : {next.date, next.start, next.location})
      if (stated) parts.push_back(shown(stated));
    if (!parts.empty()) labelled("next", join(parts, ", ", [](const std::string& part) { return part; }));
  }

  const Minutes& minutes_;
  std::string& out_;
  markdown::BlockWriter blocks_;
  Printed printed_;
};

}  // namespace

extern const Writer writer_markdown;
const Writer writer_markdown{"markdown", "Markdown for people, in the language of the minutes", "md", [](const Minutes& minutes, const WriteOptions&, std::string& out) {
                               std::string document;
                               MarkdownWriter(minutes, document).write();
                               if (!out.empty()) out += '\n';
                               out += document;
                             }};

}  // namespace protokoll
