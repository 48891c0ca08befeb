#include "minutes/observations.hpp"

#include <algorithm>
#include <map>

#include "facts/items/attachments.hpp"
#include "structure/agenda_label.hpp"
#include "structure/sections.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"
#include "words/times.hpp"

namespace protokoll {
namespace {

void add_dates(std::string_view text, const Context& context, std::vector<PrintedDate>& dates) {
  for (const auto& date : find_dates(text, context.language)) {
    PrintedDate printed{.value = date.edtf(), .printed = Context::flat(date.text), .span = context.span(date.text)};
    auto first = date.first;
    if (!first.year) first.year = date.last.year;
    printed.exists = date.ambiguous || (exists(date.first) && exists(date.last));
    printed.weekday = date.weekday.value_or(0);
    if (printed.exists && first.year && !date.ambiguous) printed.true_weekday = weekday_of(first);
    dates.push_back(std::move(printed));
  }
}

// "Ms Lund presents": who speaks at the begin of a sentence; empty if nobody does.
std::string_view speaker(std::string_view sentence, const Context& context) {
  constexpr std::size_t most_words = 12;
  constexpr WordClasses speaks{WordClass::report, WordClass::ask, WordClass::suggest, WordClass::opine, WordClass::thank, WordClass::open, WordClass::move, WordClass::recommend, WordClass::discuss};
  const auto tokens = context.reading.tokens(sentence);
  const auto text = [&](std::size_t i) { return context.reading.text(tokens[i]); };
  const auto addresses = [&](std::size_t i) { return context.language.addresses(text(i)); };
  std::size_t at = 0;
  if (at < tokens.size() && context.language.has("articles", text(at))) ++at;
  if (at >= tokens.size() || !addresses(at)) return {};
  while (at < tokens.size() && at < most_words && (addresses(at) || tokens[at].mark == '.')) ++at;
  const auto first = at;
  while (at < tokens.size() && at < most_words && (tokens[at].capital || context.language.has("name_particles", text(at)))) ++at;
  if (at == first || at >= tokens.size() || !tokens[at].is_any(speaks)) return {};
  return join(text(first), text(at - 1));
}

// "31 members", "12 stimmberechtigte Mitglieder": how many there were.
bool counts_people(std::string_view sentence, const Context& context) {
  constexpr std::size_t nearest = 3;
  const auto tokens = context.reading.tokens(sentence);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::number) continue;
    for (auto next = i + 1; next < std::min(tokens.size(), i + 1 + nearest) && tokens[next].kind == TokenKind::word; ++next)
      if (tokens[next].is_any({WordClass::members, WordClass::present})) return true;
  }
  return false;
}

void add_statements(std::string_view text, const Context& context, std::vector<Statement>& statements) {
  constexpr std::string_view rule_to_sign_on = "________";
  for (const auto sentence : context.sentences(text)) {
    const auto add = [&](std::string_view what, std::string_view name = {}) { statements.push_back({std::string(what), Context::flat(name), context.span(sentence)}); };
    const auto classes = context.reading.classes(sentence);
    if (classes.has(WordClass::convened)) add(to_string(WordClass::convened));
    if (classes.has(WordClass::quorate)) add("quorum");
    if (counts_people(sentence, context)) add("counted");
    if (classes.has(WordClass::signing) || sentence.find(rule_to_sign_on) != std::string_view::npos || context.language.is_label(trim(first_word(sentence), U":._"), "signatures")) add("signatures");
    if (classes.has(WordClass::returning) || (classes.has(WordClass::deadline) && !find_dates(sentence, context.language).empty())) add("returns");
    if (const auto name = speaker(sentence, context); !name.empty()) add("speaks", name);
  }
}

std::string_view number_of(std::string_view label) {
  const auto space = label.rfind(' ');
  return space == std::string_view::npos ? label : label.substr(space + 1);
}

// Walks over the blocks; an "Attachments" or "Agenda" label governs what follows up to the next label or heading.
class Observer {
 public:
  explicit Observer(Context& context) : context_(context), seen_(context.minutes.observations) {
    if (!context.minutes.agenda.empty()) first_item_ = context.minutes.agenda.front().span.begin;
  }

  void block(std::uint32_t index) {
    const auto& block = context_.document.blocks[index];
    const auto text = context_.document.view(block);
    may_be_title(text, block.kind == BlockKind::heading);
    const Piece piece{index, block.range};
    const auto hit = find_label(piece, context_);
    if (hit || block.kind == BlockKind::heading) {
      part_.clear();
      if (hit && block.kind == BlockKind::heading && hit.is("agenda")) part_ = "agenda";
    }
    if (hit) {
      for (const auto& key : *hit.keys) {
        seen_.labels.push_back({key, Context::flat(hit.heading), context_.span(hit.heading)});
        if (key == "agenda" || key == "attachments") part_ = key;
      }
    } else if (part_ == "agenda" && block.kind != BlockKind::heading) {
      announced(text, block);
    }
    add_dates(text, context_, seen_.dates);
    add_statements(text, context_, seen_.statements);
    attachments(hit ? hit.rest : text, block, hit && hit.is("attachments") ? hit.heading : std::string_view{});
  }

 private:
  // Among the first lines or headings: "Steering Committee Meeting", "Minutes, 3 May".
  void may_be_title(std::string_view text, bool heading) {
    constexpr std::size_t first_lines = 15, first_headings = 60, few_words = 8;
    const auto line = text.substr(0, text.find('\n'));
    if (++lines_ > (heading || !has_words(line, few_words + 1) ? first_headings : first_lines)) return;
    const bool names = context_.reading.classes(line).any({WordClass::minutes_noun, WordClass::meeting_noun});
    if (names && (lines_ == 1 || !line.ends_with('.'))) seen_.statements.push_back({"title", {}, context_.span(text)});
  }

  void announced(std::string_view text, const TextBlock& block) {
    const auto span = context_.span(text);
    if (span.begin >= first_item_) return;
    if (const auto label = parse_agenda_label(text, context_.language); label && !label->rest.empty()) {
      seen_.announced.push_back({std::string(label->number), Context::flat(label->rest), span});
    } else if (const auto item = context_.document.enclosing(block.container, ContainerKind::item); item >= 0 && block.starts_item) {
      const auto index = context_.document.containers[item].index;
      seen_.announced.push_back({index > 0 ? std::to_string(index) : std::string{}, Context::flat(text), span});
    }
  }

  void attachments(std::string_view text, const TextBlock& block, std::string_view heading) {
    const bool in_list = part_ == "attachments";
    const auto whole = heading.empty() ? context_.document.view(block) : join(heading, text);
    const auto found = find_attachments(whole, context_.language);
    for (const auto& mention : found) seen_.attachments.push_back({mention.label, std::string(number_of(mention.label)), Context::flat(mention.description), in_list, context_.span(mention.place)});
    if (!in_list || !found.empty() || text.empty()) return;
    const auto item = context_.document.enclosing(block.container, ContainerKind::item);
    const auto label = parse_agenda_label(text, context_.language);
    const auto index = item >= 0 ? context_.document.containers[item].index : 0;
    if (label) seen_.attachments.push_back({std::string(label->label), std::string(label->number), Context::flat(label->rest), true, context_.span(text)});
    else if (index > 0 && block.starts_item) seen_.attachments.push_back({std::to_string(index), std::to_string(index), Context::flat(text), true, context_.span(text)});
  }

  Context& context_;
  Observations& seen_;
  std::size_t lines_ = 0;  // blocks seen so far
  std::string part_;  // key of the label that governs what follows
  std::size_t first_item_ = static_cast<std::size_t>(-1);
};

void add_wide_rows(const Context& context, std::vector<WideRow>& rows) {
  struct Shape {
    int columns = 0;
    std::int32_t first_row = -1;
    std::map<std::int32_t, int> widths;  // of rows, by container
  };
  std::map<std::int32_t, Shape> tables;
  const auto& document = context.document;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(document.containers.size()); ++i) {
    const auto& cell = document.containers[i];
    if (cell.kind != ContainerKind::cell) continue;
    const auto row = document.enclosing(i, ContainerKind::row);
    const auto table = document.enclosing(i, ContainerKind::table);
    if (row < 0 || table < 0 || context.is_frame(table)) continue;
    auto& shape = tables[table];
    if (shape.first_row < 0) shape.first_row = row;
    auto& width = shape.widths[row];
    width = std::max(width, cell.index + cell.columns);
    if (row == shape.first_row) shape.columns = width;
  }
  for (const auto& block : document.blocks) {
    const auto row = document.enclosing(block.container, ContainerKind::row);
    const auto shape = row < 0 ? tables.end() : tables.find(document.enclosing(row, ContainerKind::table));
    if (shape == tables.end()) continue;
    const auto width = shape->second.widths.find(row);
    if (width == shape->second.widths.end() || width->second <= shape->second.columns) continue;
    rows.push_back({width->second, shape->second.columns, context.span(document.view(block))});
    shape->second.widths.erase(width);
  }
}

}  // namespace

void observe(Context& context) {
  Observer observer(context);
  for (std::uint32_t i = 0; i < context.document.blocks.size(); ++i)
    if (!context.document.blocks[i].boilerplate && !context.document.blocks[i].range.empty()) observer.block(i);
  // Columns that are set by blanks have no cells to count.
  if (context.minutes.source.dialect != "text") add_wide_rows(context, context.minutes.observations.wide_rows);
}

}  // namespace protokoll
