#include "facts/passages.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "analysis/table_cells.hpp"
#include "analysis/text.hpp"
#include "facts/vote_table.hpp"
#include "facts/votes.hpp"

namespace protokoll {
namespace {

using enum WordClass;

bool is_plural(std::string_view key) { return key == "decisions" || key == "agreements"; }

std::int32_t list_of(const Piece& piece, const Context& context) {
  return context.document.enclosing(context.block(piece).container, ContainerKind::list);
}

// Ends in the middle of a sentence.
bool is_open_ended(std::string_view text, const Language& language) {
  if (text.ends_with(',') || text.ends_with(';') || text.ends_with(':')) return true;
  const auto last = last_word(text);
  return !last.empty() && language.has("name_joiners", last);
}

// Without the lines at its end that hold nothing but the vote; those are added to `lines`.
std::string_view without_vote_lines(std::string_view text, std::vector<std::string_view>& lines, const Context& context) {
  for (auto line = text.rfind('\n'); line != std::string_view::npos && line > 0; line = text.rfind('\n')) {
    const auto last = trim(text.substr(line));
    if (!is_vote_line(last, context)) break;
    lines.insert(lines.begin(), last);
    text = trim(text.substr(0, line));
  }
  return text;
}

class UnitCutter {
 public:
  UnitCutter(const SectionDraft& section, std::size_t pieces_before, const Context& context, std::vector<Passage>& units)
      : section_(section), pieces_(section.pieces), before_(pieces_before), context_(context), units_(units) {
    for (const auto& [container, rows] : tables_of(pieces_, context_, [](const TableCells& cells) { return cells.size() < 2; }))
      if (auto vote = table_vote(rows, context_)) tables_[container] = std::move(vote);
  }

  void cut() {
    std::size_t at = 0;
    if (decides(section_.key)) at = labelled();
    else if (section_.key == "motion") at = motion();
    for (; at < pieces_.size(); context_.forget_sentences()) at = piece(at);
  }

 private:
  Passage& add(UnitForm form, std::string_view text, std::size_t at) {
    Passage unit;
    unit.form = form;
    unit.text = text;
    unit.section = &section_;
    unit.piece = before_ + at;
    const auto& block = context_.block(pieces_[at]);
    unit.in_list = context_.document.enclosing(block.container, ContainerKind::item) >= 0 || without_bullet(context_.view(pieces_[at])).size() < pieces_[at].range.size();
    unit.in_cell = context_.document.enclosing(block.container, ContainerKind::cell) >= 0;
    const auto first = block.first_run < block.last_run ? context_.document.runs[block.first_run].style : std::uint8_t{0};
    unit.is_bold = (first & bold) != 0;
    units_.push_back(unit);
    return units_.back();
  }

  // Lines of votes behind a text are sentences of their own.
  void add_with_votes(UnitForm form, std::string_view text, std::size_t at) {
    std::vector<std::string_view> lines;
    text = without_vote_lines(text, lines, context_);
    add(form, text, at);
    for (const auto line : lines) add(UnitForm::sentence, line, at).opens = false;
  }

  // The texts under a label that are a decision each: bullets, or paragraphs (one under a label in the singular, all under one in the plural).
  std::size_t labelled() {
    std::size_t taken = 0;
    for (std::size_t i = 0; i < pieces_.size(); taken = ++i) {
      const auto start = i;
      const auto& piece = pieces_[i];
      auto text = context_.view(piece);
      const auto list = list_of(piece, context_);
      const bool first = i == 0;
      if (!first && is_vote_line(text, context_)) break;
      if (!first && !is_plural(section_.key) && (!section_.label.rest.empty() || list < 0 || list != list_of(pieces_[i - 1], context_))) break;
      // "… the following:" and its bullets are one decision; so are "The Committee," "Noting …," and "Decides …".
      if (list < 0 && text.ends_with(':'))
        while (i + 1 < pieces_.size() && list_of(pieces_[i + 1], context_) >= 0) text = join(text, context_.view(pieces_[++i]));
      while (i + 1 < pieces_.size() && context_.block(pieces_[i + 1]).continues && !is_vote_line(context_.view(pieces_[i + 1]), context_)) text = join(text, context_.view(pieces_[++i]));
      while (list < 0 && is_open_ended(text, context_.language) && i + 1 < pieces_.size()) text = join(text, context_.view(pieces_[++i]));
      if (text = without_bullet(text); !text.empty()) add_with_votes(UnitForm::labelled, text, start);
    }
    return taken;
  }

  // A motion's own text: a paragraph, and what its colon announces; sentences at its end that tell what came of it stand for themselves.
  std::size_t motion() {
    if (pieces_.empty()) return 0;
    std::size_t at = 0;
    auto text = context_.view(pieces_[0]);
    while (text.ends_with(':') && at + 1 < pieces_.size()) text = join(text, context_.view(pieces_[++at]));
    std::vector<std::string_view> lines;
    text = without_vote_lines(text, lines, context_);
    const auto& parts = context_.sentences(text);
    auto first = parts.size();
    while (first > 1 && tells_end(parts[first - 1])) --first;
    const std::vector<std::string_view> behind(parts.begin() + static_cast<std::ptrdiff_t>(first), parts.end());
    add(UnitForm::motion, behind.empty() ? text : trim(before(text, behind.front())), 0);
    for (const auto part : behind) add(UnitForm::sentence, part, 0).opens = false;
    for (const auto line : lines) add(UnitForm::sentence, line, 0).opens = false;
    return at + 1;
  }

  // "Moved by Yuki. Seconded by Tom. Carried 5-1.": who moved it, and what became of it.
  [[nodiscard]] bool tells_end(std::string_view sentence) const {
    constexpr std::size_t longest = 160;  // a longer one says more than that
    if (sentence.size() > longest) return false;
    if (is_vote_line(sentence, context_)) return true;
    const auto classes = context_.reading.classes(sentence);
    constexpr std::size_t few = 60;
    return sentence.size() < few && classes.any({move, second}) && !classes.any({that, act, must});
  }

  std::size_t piece(std::size_t at) {
    const auto table = context_.document.enclosing(context_.block(pieces_[at]).container, ContainerKind::table);
    if (const auto found = tables_.find(table); found != tables_.end()) {
      if (found->second) add(UnitForm::table, context_.view(pieces_[at]), at).vote = std::make_shared<const Vote>(*std::exchange(found->second, std::nullopt));
      return at + 1;
    }
    if (const auto end = row_of_counts(at); end > at) return end;
    const auto text = without_bullet(context_.view(pieces_[at]));
    const auto parts = votes_by_line(text) || offices_by_line(text) ? lines(text) : context_.sentences(text);
    for (std::size_t s = 0; s < parts.size(); ++s) {
      auto& unit = add(UnitForm::sentence, parts[s], at);
      unit.opens = s == 0;
      unit.closes = s + 1 == parts.size();
      if (s > 0) unit.before = parts[s - 1];
    }
    if (!parts.empty() && parts.back().ends_with(':') && announces(parts.back())) return entries(at + 1, parts.back());
    return at + 1;
  }

  // "Anna (unanimous)", "Bert (9 for, 2 against)", a line each: more than one line has a vote of its own.
  [[nodiscard]] bool votes_by_line(std::string_view text) const {
    if (text.find('\n') == std::string_view::npos) return false;
    constexpr std::size_t longest = 300;
    int votes = 0;
    for (const auto line : lines(text))
      if (line.size() < longest && find_vote(line, VotePlace::under_label, context_) && !is_vote_line(line, context_)) ++votes;
    return votes > 1;
  }

  // "Treasurer: Tom Wye", on the next line of the same paragraph.
  [[nodiscard]] bool is_officer_line(std::size_t at) const {
    constexpr std::size_t longest = 60;
    const auto text = context_.view(pieces_[at]);
    return context_.block(pieces_[at]).continues && text.size() <= longest && context_.reading.classes(text).any(offices);
  }

  // "Chair: Anna Weber", "Treasurer: Tom Wye", a short line each.
  [[nodiscard]] bool offices_by_line(std::string_view text) const {
    if (text.find('\n') == std::string_view::npos) return false;
    constexpr std::size_t longest = 60, most = 40;
    const auto cut = lines(text);
    if (cut.size() > most) return false;
    std::size_t named = 0;
    for (const auto line : cut) {
      if (line.size() > longest || is_lower(first_character(line)) || is_open_ended(line, context_.language)) return false;
      named += context_.reading.classes(line).any(offices);
    }
    return named > 1 && 2 * named >= cut.size();
  }

  // Cells that hold a count or a word of unanimity, under the headings of sides: one vote; returns where its row ends.
  std::size_t row_of_counts(std::size_t at) {
    constexpr std::size_t longest = 20, most_cells = 60;
    const auto text = context_.view(pieces_[at]);
    if (text.size() > longest || context_.document.enclosing(context_.block(pieces_[at]).container, ContainerKind::cell) < 0) return at;
    if (context_.in_data_cell(pieces_[at])) return at;  // columns of sums are no votes
    const auto row = context_.document.enclosing(context_.block(pieces_[at]).container, ContainerKind::row);
    auto end = at;
    while (end < pieces_.size() && pieces_[end].range.size() <= longest && context_.document.enclosing(context_.block(pieces_[end]).container, ContainerKind::row) == row)
      if (++end - at > most_cells) return at;
    auto vote = row_vote({pieces_.begin() + static_cast<std::ptrdiff_t>(at), pieces_.begin() + static_cast<std::ptrdiff_t>(end)}, sides_, context_);
    if (!vote) return at;
    // A word behind the counts ("adopted") is the outcome.
    if (const auto said = said_outcome(context_.view(pieces_[end - 1]), context_)) vote->outcome = said;
    add(UnitForm::table, text, at).vote = std::make_shared<const Vote>(*std::move(vote));
    return end;
  }

  // "The following was decided:"
  [[nodiscard]] bool announces(std::string_view sentence) const {
    const auto classes = context_.reading.classes(sentence);
    return classes.any({adopt, accept, agree, decision_noun, agreement_noun, motion_noun, move, elect, recommend});
  }

  // The bullets below it, or the one paragraph.
  std::size_t entries(std::size_t at, std::string_view intro) {
    const auto list = at < pieces_.size() ? list_of(pieces_[at], context_) : -1;
    const auto from = at;
    for (; at < pieces_.size() && (at == from || (list >= 0 && list_of(pieces_[at], context_) == list) || (list < 0 && is_officer_line(at))); ++at) {
      const auto text = without_bullet(context_.view(pieces_[at]));
      if (text.empty()) continue;
      for (const auto entry : offices_by_line(text) ? lines(text) : std::vector{text}) {
        const auto first = units_.size();
        add_with_votes(UnitForm::entry, entry, at);
        units_[first].intro = intro;
      }
    }
    return at;
  }

  const SectionDraft& section_;
  const std::vector<Piece>& pieces_;
  std::size_t before_;
  const Context& context_;
  std::vector<Passage>& units_;
  SidesAbove sides_;
  std::map<std::int32_t, std::optional<Vote>> tables_;  // those not yet read, by container
};

}  // namespace

bool decides(std::string_view key) {
  return key == "decision" || key == "decisions" || key == "agreement" || key == "agreements" || key == "recommendation" || key == "noted" || key == "election";
}

std::vector<Passage> cut_units(const std::vector<SectionDraft>& sections, const Context& context) {
  std::vector<Passage> units;
  std::size_t pieces = 0;
  for (const auto& section : sections) {
    UnitCutter(section, pieces, context, units).cut();
    pieces += section.pieces.size();
  }
  return units;
}

}  // namespace protokoll
