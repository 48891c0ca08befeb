#include "structure/candidates.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "structure/clock.hpp"
#include "structure/code_columns.hpp"
#include "structure/labels.hpp"
#include "words/infinitive.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::array<std::string_view, 4> people_keys{"present", "excused", "absent", "guests"};
constexpr std::size_t longest_line_below = 80;
constexpr std::size_t longest_title = 200, longest_front = 120;  // bytes

// "=== TOP 3: Roads": a line of marks above the title.
std::string_view without_ruler(std::string_view text) {
  const auto end = text.find_first_of(" \n");
  return end != std::string_view::npos && is_ruler(text.substr(0, end)) ? trim(text.substr(end)) : text;
}

std::string_view first_line(std::string_view text) {
  // A line that ends in a comma, or that a small letter follows (but for one that counts: "a)"), is not the whole title.
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const auto line = trim(text.substr(0, at));
    const auto next = trim(text.substr(at));
    if (line.ends_with(',') || line.ends_with('-') || (is_lower(first_character(next)) && !begins_with_letter(next))) continue;
    return line;
  }
  return text;
}

// In front of a colon or a dash, if that much may be a title; empty otherwise.
std::string_view before_mark(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos || at == 0 || at > longest_front || at + mark.size() >= text.size()) return {};
  const auto front = trim(text.substr(0, at));
  if (front.find_first_of(".;!?\n") != std::string_view::npos) return {};
  return front;
}

// A short line that is no begin and no end of a sentence.
bool is_line_below(std::string_view text) {
  return text.size() <= longest_line_below && is_upper(first_character(text)) && std::string_view(".,;:!?").find(text.back()) == std::string_view::npos;
}

class Finder {
 public:
  explicit Finder(const Context& context) : context_(context), document_(context.document), codes_(find_codes(context.document)) {}

  std::vector<Candidate> find(const std::vector<Unit>& units) {
    found_.reserve(units.size());
    for (const auto& unit : units) {
      const auto& block = document_.blocks[unit.block];
      if (block.kind != BlockKind::metadata && block.kind != BlockKind::caption && !codes_[unit.block] && !is_point(unit, block)) found_.push_back(candidate(unit, block));
    }
    count_first_cells();
    drop_topic_codes();
    drop_addresses();
    drop_house_numbers();
    return std::move(found_);
  }

 private:
  // "HTTP/2 Issues", "NT18": letters and a figure that count nothing, since no other block goes on counting with them, are words of the title.
  void drop_topic_codes() {
    std::map<std::string_view, std::set<int>> counts;
    std::map<std::pair<std::string_view, std::string_view>, std::set<int>> by_year;
    for (const auto& candidate : found_)
      if (const auto letters = code_letters(candidate); !letters.empty()) {
        counts[letters].insert(last_count(candidate));
        if (const auto code = yearly_code(candidate.label->number)) by_year[{code->front, code->year}].insert(code->count);
      }
    auto hyphened = hyphened_headings();
    for (auto& candidate : found_) {
      const auto letters = code_letters(candidate);
      const auto mark = trim(letters, U"-");
      // "Ö 1", "N 1": the letters that councils count their public and closed parts with.
      if (letters.empty() || is_known_mark(mark.substr(0, mark.find_first_of(" 0123456789")))) continue;
      const auto& block = document_.blocks[candidate.block];
      if (block.kind == BlockKind::heading && letters.ends_with('-') && hyphened[block.level] > 1) continue;
      const auto& known = counts[letters];
      const auto count = last_count(candidate);
      if (known.contains(count - 1) || known.contains(count + 1)) continue;
      if (const auto code = yearly_code(candidate.label->number)) {
        const auto& of_year = by_year[{code->front, code->year}];
        if (of_year.contains(code->count - 1) || of_year.contains(code->count + 1)) continue;
      }
      drop_label(candidate);
    }
  }

  // "D. Tomás Iglesias": a letter that addresses people counts only behind the letter before it.
  void drop_addresses() {
    std::set<char> letters;
    for (const auto& candidate : found_)
      if (candidate.label && candidate.label->number.size() == 1) letters.insert(candidate.label->number[0]);
    for (auto& candidate : found_) {
      if (!candidate.label || candidate.label->form == LabelForm::number || !candidate.label->word.empty() || candidate.label->end != '.' || candidate.label->number.size() != 1) continue;
      const char letter = candidate.label->number[0];
      if (!context_.language.addresses(candidate.label->label) || letters.contains(static_cast<char>(letter - 1))) continue;
      drop_label(candidate);
    }
  }

  // "289 HARVEST ROAD": three figures without punctuation count only where the next or the one before is counted as well.
  void drop_house_numbers() {
    constexpr std::size_t figures = 3;
    const auto is_bare = [](const Candidate& candidate) {
      const auto& label = candidate.label;
      return label && label->end == 0 && label->word.empty() && is_all_capitals(label->rest) && label->number.size() == figures && label->number.find_first_not_of("0123456789") == std::string_view::npos;
    };
    std::set<int> counts;
    for (const auto& candidate : found_)
      if (is_bare(candidate)) counts.insert(leading_count(candidate.label->number));
    for (auto& candidate : found_) {
      if (!is_bare(candidate)) continue;
      const auto count = leading_count(candidate.label->number);
      if (!counts.contains(count - 1) && !counts.contains(count + 1)) drop_label(candidate);
    }
  }

  void drop_label(Candidate& candidate) const {
    candidate.label.reset();
    candidate.title = context_.view(candidate.range);
    candidate.form = TitleForm::whole;
    shorten(candidate, document_.blocks[candidate.block]);
  }

  [[nodiscard]] bool is_known_mark(std::string_view mark) const {
    return context_.language.has("public_marks", mark) || context_.language.has("closed_marks", mark) || context_.language.has("extra_marks", mark);
  }

  // "DC-6 Rules" right above "CA-1 Streets": headings of one level, each with letters and a figure behind a hyphen.
  [[nodiscard]] std::map<int, int> hyphened_headings() const {
    std::map<int, int> count;
    for (const auto& candidate : found_) {
      const auto& block = document_.blocks[candidate.block];
      const auto text = context_.view(candidate.range);
      if (block.kind == BlockKind::heading && text.substr(0, lettered_number(text)).find('-') != std::string_view::npos) ++count[block.level];
    }
    return count;
  }

  // What stands in front of the last figures of a number that begins with a letter, without a word for "item"; empty of other numbers.
  static std::string_view code_letters(const Candidate& candidate) {
    if (!candidate.label || !candidate.label->word.empty() || candidate.label->form != LabelForm::number || candidate.label->count > 0) return {};
    const auto number = candidate.label->number;
    if (number.empty() || is_digit(static_cast<unsigned char>(number[0]))) return {};
    return number.substr(0, number.find_last_not_of("0123456789") + 1);
  }

  static int last_count(const Candidate& candidate) {
    int count = 0;
    for (const char c : candidate.label->number.substr(code_letters(candidate).size()).substr(0, 6)) count = count * 10 + (c - '0');
    return count;
  }

  Candidate candidate(const Unit& unit, const TextBlock& block) const {
    Candidate candidate{.block = unit.block, .range = unit.range, .begins_block = unit.begins_block};
    auto text = without_ruler(context_.view(unit.range));
    if (block.kind != BlockKind::heading) {
      const auto marked = heading_marks(text);
      text = marked.title;
      candidate.marks = marked.level;
    }
    const bool lonely = block.kind == BlockKind::heading || text.size() <= longest_title;
    candidate.label = find_label(text, {.lonely = lonely, .in_cell = in_cell(block)}, context_.language);
    if (!candidate.label) label_beside(candidate, block);
    candidate.title = candidate.label && !candidate.label_before ? candidate.label->rest : text;
    if (!candidate.label && (block.kind == BlockKind::heading || candidate.marks > 0 || is_all(candidate, bold, context_))) candidate.clock = clock_in_front(text, context_.language);
    candidate.title.remove_prefix(candidate.clock.size());
    if (!candidate.label) render_number(candidate, block);
    shorten(candidate, block);
    return candidate;
  }

  // "1) d'approuver le devis ;" numbers what a sentence in front resolves.
  [[nodiscard]] bool is_point(const Unit& unit, const TextBlock& block) const {
    const auto text = context_.view(unit.range);
    if (block.kind == BlockKind::heading) return false;
    if (block.container >= 0 && block.starts_item && unit.begins_block && !document_.rendered_number(block.container).empty()) return begins_with_infinitive(text, context_.language);
    const auto label = parse_agenda_label(text, context_.language);
    return label && label->word.empty() && label->count <= 0 && begins_with_infinitive(label->rest, context_.language);
  }

  [[nodiscard]] bool in_cell(const TextBlock& block) const { return block.kind != BlockKind::heading && document_.enclosing(block.container, ContainerKind::cell) >= 0; }

  // "1 Roads", "2 Trees" … in the first cells of rows: numbers without punctuation that count up through the table.
  void count_first_cells() {
    std::map<std::int32_t, std::vector<std::size_t>> tables;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const auto& block = document_.blocks[found_[i].block];
      const auto cell = in_cell(block) ? document_.enclosing(block.container, ContainerKind::cell) : -1;
      const bool first = cell >= 0 && document_.containers[cell].index == 0 && found_[i].begins_block && (i == 0 || document_.blocks[found_[i - 1].block].container != block.container);
      if (first && !found_[i].label && bare_number(context_.view(found_[i].range))) tables[document_.enclosing(cell, ContainerKind::table)].push_back(i);
    }
    for (const auto& [table, rows] : tables)
      if (counts_up(rows) && !counts_people(rows))
        for (const auto i : rows) take_label(found_[i], *bare_number(context_.view(found_[i].range)));
  }

  void take_label(Candidate& candidate, const AgendaLabel& label) const {
    candidate.label = label;
    candidate.title = label.rest;
    candidate.form = TitleForm::whole;
    shorten(candidate, document_.blocks[candidate.block]);
  }

  [[nodiscard]] bool counts_up(const std::vector<std::size_t>& rows) const {
    constexpr std::size_t fewest = 3;
    std::size_t steps = 0;
    for (std::size_t r = 1; r < rows.size(); ++r)
      steps += leading_count(context_.view(found_[rows[r]].range)) == leading_count(context_.view(found_[rows[r - 1]].range)) + 1;
    return rows.size() >= fewest && steps * 3 >= (rows.size() - 1) * 2;
  }

  [[nodiscard]] bool counts_people(const std::vector<std::size_t>& rows) const {
    const auto people = std::count_if(rows.begin(), rows.end(), [&](std::size_t i) { return context_.language.has("given_names", first_word(bare_number(context_.view(found_[i].range))->rest)); });
    return static_cast<std::size_t>(people) * 2 > rows.size();
  }

  static int leading_count(std::string_view text) {
    int count = 0;
    for (std::size_t i = 0; i < text.size() && i < 3 && is_digit(static_cast<unsigned char>(text[i])); ++i) count = count * 10 + (text[i] - '0');
    return count;
  }

  // "3. | Budget": the number stands alone in the cell before.
  void label_beside(Candidate& candidate, const TextBlock& block) const {
    if (found_.empty()) return;
    const auto& last = found_.back();
    const auto& label = last.label;
    if (!label || !label->rest.empty() || last.label_before) return;
    const auto cell = document_.enclosing(block.container, ContainerKind::cell);
    const auto& before = document_.blocks[last.block];
    const auto other = document_.enclosing(before.container, ContainerKind::cell);
    const bool beside = cell >= 0 && other >= 0 && cell != other && document_.containers[cell].parent == document_.containers[other].parent;
    const bool marked = !label->word.empty() || label->end != 0;
    // "III." in a paragraph of its own, as text out of a PDF has it, and a short line below.
    const bool parted = block.kind == BlockKind::paragraph && before.kind == BlockKind::paragraph && block.container == before.container && candidate.block == last.block + 1 &&
                        label->form != LabelForm::letter && is_line_below(context_.view(candidate.range)) && !candidate.label;
    const bool below = cell == other && (block.continues || candidate.block == last.block || parted) && marked;
    if (!beside && !below) return;
    candidate.label = label;
    candidate.label_before = true;
  }

  void render_number(Candidate& candidate, const TextBlock& block) const {
    if (block.container < 0 || !block.starts_item || !candidate.begins_block) return;
    candidate.rendered_number = document_.rendered_number(block.container);
  }

  // The title is what is set off from the text that follows in the same block.
  void shorten(Candidate& candidate, const TextBlock& block) const {
    const auto text = candidate.title;
    const bool marked_line = candidate.marks > 1 && text.size() <= longest_front && text.find('\n') == std::string_view::npos;
    if (block.kind == BlockKind::heading || marked_line || text.empty()) return;
    const auto take = [&](std::string_view title, TitleForm form) {
      if (title.empty() || title.size() >= text.size()) return false;
      candidate.title = title;
      candidate.form = form;
      return true;
    };
    const auto front = styled_front(candidate, context_);
    if (!front.empty() && front.size() <= longest_title && front.data() + front.size() > text.data() && front.data() < text.data() + text.size()) {
      const auto* begin = std::max(front.data(), text.data());
      const auto* end = std::min(front.data() + front.size(), text.data() + text.size());
      const auto styled = trim(std::string_view(begin, static_cast<std::size_t>(end - begin)));
      const auto rest = trim(after(text, styled), U":.-–— ");
      if (!rest.empty() && !is_lower(first_character(rest)) && take(styled, TitleForm::front)) return;
    }
    if (take(before_gap(text), TitleForm::column)) return;
    if (take(first_line(text), TitleForm::line)) {
      if (candidate.title.size() <= longest_title) return;
      candidate.title = text;
      candidate.form = TitleForm::whole;
    }
    // A short line is a title as a whole, unless a sentence ends it: "4. Trees: the oak at the pond leans."
    const auto has = [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; };
    const bool told = text.ends_with('.') && !candidate.label_before && (candidate.label ? has(": ") : block.starts_item && (has(" – ") || has(" — ")));
    if (text.size() < 60 && !told) {
      // "2. Apologies: Mr Reed and Mrs Low"
      const auto label = before_mark(text, ": ");
      // "Public comment: none"
      const bool nothing = !label.empty() && context_.language.has("no_names", trim(after(text, label), U":.;- "));
      if (nothing || (candidate.label && names_people(label))) take(label, TitleForm::colon);
      else if (candidate.label || !candidate.rendered_number.empty()) take(capitals_in_front(text, context_), TitleForm::sentence);
      return;
    }
    if (take(before_mark(text, ": "), TitleForm::colon) || take(before_mark(text, " – "), TitleForm::dash) || take(before_mark(text, " — "), TitleForm::dash) ||
        take(before_mark(text, " - "), TitleForm::dash))
      return;
    const auto& sentences = context_.sentences(text);
    if (sentences.size() > 1) take(trim(sentences.front()), TitleForm::sentence);
  }

  [[nodiscard]] bool names_people(std::string_view label) const {
    return std::any_of(people_keys.begin(), people_keys.end(), [&](std::string_view key) { return context_.language.is_label(label, key); });
  }

  // "Budget            Ms Ott     3 May": columns set by blanks or tabs; the source still has them.
  [[nodiscard]] std::string_view before_gap(std::string_view text) const {
    for (auto at = text.find(' '); at != std::string_view::npos && at < longest_title; at = text.find(' ', at + 1)) {
      if (at == 0 || at + 1 >= text.size()) continue;
      const auto begin = document_.to_source(context_.range(text.substr(at - 1, 1))).end, end = document_.to_source(context_.range(text.substr(at + 1, 1))).begin;
      const auto blank = end > begin ? context_.source.text().substr(begin, end - begin) : std::string_view{};
      // To HTML a tab is a blank like any other.
      const bool tabbed = blank.find('\t') != std::string_view::npos && (blank.size() > 1 || context_.minutes.source.dialect != "html");
      const bool wide = blank.find('\n') == std::string_view::npos && (tabbed || (blank.size() >= 3 && blank.find_first_not_of(' ') == std::string_view::npos));
      if (wide) return trim(text.substr(0, at));
    }
    return {};
  }

  const Context& context_;
  const Document& document_;
  std::vector<bool> codes_;  // per block: a cell that says of which kind its row is
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(const std::vector<Unit>& units, const Context& context) { return Finder(context).find(units); }

}  // namespace protokoll
