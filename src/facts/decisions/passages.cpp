#include "facts/decisions/passages.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "facts/votes/vote_table.hpp"
#include "facts/votes/votes.hpp"
#include "structure/agenda_label.hpp"
#include "structure/table_cells.hpp"
#include "words/infinitive.hpp"
#include "words/text.hpp"

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

// "Primero.- Aprobar …", "1) d'approuver …" without its number.
std::string_view without_ordinal(std::string_view text, const Language& language) {
  const auto label = parse_agenda_label(text, language);
  if (!label || !label->word.empty() || label->rest.empty()) return text;
  return label->count > 0 || begins_with_infinitive(label->rest, language) ? label->rest : text;
}

// "The council resolves" and, in lines below it, "1) to adopt …", "2) to send …": cut in front of each point. Whole if there are fewer than two.
std::vector<std::string_view> cut_at_points(std::string_view text, const Language& language) {
  std::vector<std::size_t> begins;
  if (text.find('\n') == std::string_view::npos) return {text};
  for (const auto line : lines(text))
    if (without_ordinal(line, language).size() < line.size()) begins.push_back(static_cast<std::size_t>(line.data() - text.data()));
  if (begins.size() < 2) return {text};
  std::vector<std::string_view> parts;
  if (const auto front = trim(text.substr(0, begins.front())); !front.empty()) parts.push_back(front);
  for (std::size_t i = 0; i < begins.size(); ++i) parts.push_back(trim(text.substr(begins[i], (i + 1 < begins.size() ? begins[i + 1] : text.size()) - begins[i])));
  return parts;
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

// "Article 2. …" behind "Article 1. …": what was decided goes on.
bool is_next_article(std::string_view before, std::string_view text) {
  constexpr std::size_t shortest_word = 3, most_digits = 3;
  const auto word = first_word(text);
  if (word.size() < shortest_word || word != first_word(before) || !is_upper(first_character(word))) return false;
  const auto number = [&](std::string_view whole) {
    const auto rest = trim(after(whole, first_word(whole)));
    int value = 0;
    for (std::size_t i = 0; i < std::min(most_digits, rest.size()) && is_digit(static_cast<unsigned char>(rest[i])); ++i) value = value * 10 + (rest[i] - '0');
    return value;
  };
  return number(before) > 0 && number(text) == number(before) + 1;
}

class UnitCutter {
 public:
  UnitCutter(const SectionDraft& section, std::size_t pieces_before, const Context& context, std::vector<Passage>& units)
      : section_(section), pieces_(section.pieces), before_(pieces_before), context_(context), units_(units) {
    for (const auto& [container, rows] : tables_of(pieces_, context_, [&context](const TableCells& cells) { return cells.size() < 2 || may_be_roll_call(cells, context) || may_pair_sides(cells, context); }))
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

  [[nodiscard]] bool counts_votes(std::string_view sentence) const {
    if (!is_vote_line(sentence, context_)) return false;
    const auto found = find_vote(sentence, VotePlace::under_label, context_);
    const bool tied = found && found->vote.yes && found->vote.yes == found->vote.no;
    return found && !tied && (found->vote.yes || found->vote.no || found->vote.abstain);
  }

  // "For the review: …", one to three words and a colon.
  static bool begins_with_heading(std::string_view sentence) {
    constexpr std::size_t longest = 40, most_words = 4;
    const auto colon = sentence.find(": ");
    return colon != std::string_view::npos && colon <= longest && is_upper(first_character(sentence)) && !has_words(sentence.substr(0, colon), most_words);
  }

  // "Decisions: none in particular."
  [[nodiscard]] bool says_none(std::string_view text) const {
    constexpr std::size_t most = 8;
    if (has_words(text, most)) return false;
    const auto classes = context_.reading.classes(text);
    return classes.has(negation) && classes.any({decision_noun, agreement_noun}) && !classes.any({that, unanimous});
  }

  // Lines of votes behind a text are sentences of their own.
  void add_with_votes(UnitForm form, std::string_view text, std::size_t at) {
    std::vector<std::string_view> lines;
    text = without_vote_lines(text, lines, context_);
    // "The rules are suspended. For 3, against 0."
    const auto& parts = context_.sentences(text);
    auto first = parts.size();
    while (form == UnitForm::labelled && first > 1 && counts_votes(parts[first - 1])) --first;
    // "Push to the trunk. For the review: we talk about branches."
    for (std::size_t i = 1; form == UnitForm::labelled && i < first; ++i)
      if (begins_with_heading(parts[i])) first = i;
    lines.insert(lines.begin(), parts.begin() + static_cast<std::ptrdiff_t>(first), parts.end());
    if (first < parts.size()) text = trim(before(text, parts[first]));
    add(form, text, at);
    for (const auto line : lines) add(UnitForm::sentence, line, at).opens = false;
  }

  // "Decision (5:0:1): The gate is mended.": what the label has in brackets.
  void add_vote_of_label(std::size_t at) {
    const auto heading = section_.label.heading;
    const auto open = heading.find('('), close = heading.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return;
    if (const auto inside = heading.substr(open, close + 1 - open); is_bare_vote(inside, context_)) add(UnitForm::sentence, inside, at).opens = false;
  }

  // The texts under a label that are a decision each: bullets, or paragraphs (one under a label in the singular, all under one in the plural).
  std::size_t labelled() {
    std::size_t taken = 0;
    // "The gate is mended. Decision: unanimous": the label names the vote on what stands in front.
    if (section_.label && !units_.empty() && !pieces_.empty() && is_bare_result(context_.view(pieces_.front()), context_)) return 0;
    for (std::size_t i = 0; i < pieces_.size(); taken = ++i) {
      // Among points numbered in words other paragraphs tell of them.
      if (i > 0 && number_in_front(0) == in_words && number_in_front(i) != in_words) {
        i = piece(i) - 1;
        continue;
      }
      const auto start = i;
      const auto& piece = pieces_[i];
      auto text = context_.view(piece);
      const auto list = list_of(piece, context_);
      const bool first = i == 0;
      if (!first && is_vote_line(text, context_)) break;
      if (!first && !is_plural(section_.key) && !is_next_article(context_.view(pieces_[i - 1]), text) && (!section_.label.rest.empty() || list < 0 || list != list_of(pieces_[i - 1], context_))) break;
      // "… the following:" and its bullets are one decision; so are "The Committee," "Noting …," and "Decides …".
      if (list < 0 && text.ends_with(':'))
        while (i + 1 < pieces_.size() && list_of(pieces_[i + 1], context_) >= 0) text = join(text, context_.view(pieces_[++i]));
      while (i + 1 < pieces_.size() && context_.block(pieces_[i + 1]).continues && !is_vote_line(context_.view(pieces_[i + 1]), context_)) text = join(text, context_.view(pieces_[++i]));
      while (list < 0 && is_open_ended(text, context_.language) && i + 1 < pieces_.size()) text = join(text, context_.view(pieces_[++i]));
      for (auto part : cut_at_points(without_bullet(text), context_.language))
        if (part = without_ordinal(part, context_.language); !part.empty() && !says_none(part)) add_with_votes(UnitForm::labelled, part, start);
      if (first) add_vote_of_label(start);
    }
    return taken;
  }

  // "Amendment 4: carried", "Motion of Ann Leek to buy a bench: carried, 4 to 1": the text says what became of the motion that the label names.
  [[nodiscard]] bool settles_what_label_names(std::string_view text) const {
    constexpr std::size_t few = 5, told = 4;
    const auto heading = section_.label.heading;
    if (!section_.label.rest.empty() && heading.data() < text.data() && has_words(heading, told) && is_vote_line(text, context_) && said_outcome(text, context_)) return true;
    if (section_.label.rest.empty() || heading.find_first_of("0123456789") == std::string_view::npos || heading.data() > text.data() || has_words(text, few)) return false;
    const auto tokens = context_.reading.tokens(text);
    return all_classes(tokens).any({accept, reject}) &&
           std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.kind == TokenKind::mark || token.inner || token.is_any({accept, reject, adopt, approve, negation, unanimous, pronoun}); });
  }

  // "Accept the report Moved Ann Leek seconded Tom Wye Carried": what became of it, with a capital of its own at the end; empty if nothing is said.
  [[nodiscard]] std::string_view outcome_at_end(std::string_view text) const {
    constexpr std::size_t fewest = 4;
    const auto tokens = context_.reading.tokens(text);
    const auto end = end_of_words(tokens);
    auto first = end;
    while (first > 0 && (tokens[first - 1].is_any({accept, reject, unanimous}) || tokens[first - 1].inner)) --first;
    if (first == end || first < fewest || !tokens[first].capital || !tokens[first].is_any({accept, reject}) || is_all_capitals(before(text, context_.reading.text(tokens[first])))) return {};
    return tokens[first - 1].kind == TokenKind::word && !tokens[first - 1].capital ? std::string_view{} : starting_at(text, context_.reading.text(tokens[first]));
  }

  // A motion's own text: a paragraph, and what its colon announces; sentences at its end that tell what came of it stand for themselves.
  std::size_t motion() {
    if (pieces_.empty()) return 0;
    // "Motion 1: Fees" names what is quoted below it.
    const auto quoted = [&](const Piece& piece) { return context_.document.enclosing(context_.block(piece).container, ContainerKind::quote) >= 0; };
    const bool titled = pieces_.size() > 1 && !quoted(pieces_[0]) && quoted(pieces_[1]);
    const std::size_t start = titled ? 1 : 0;
    auto at = start;
    auto text = context_.view(pieces_[at]);
    if (settles_what_label_names(text)) {
      add(UnitForm::sentence, join(section_.label.heading, text), at);
      return at + 1;
    }
    while (text.ends_with(':') && at + 1 < pieces_.size()) text = join(text, context_.view(pieces_[++at]));
    std::vector<std::string_view> lines;
    text = without_vote_lines(text, lines, context_);
    const auto& parts = context_.sentences(text);
    auto first = parts.size();
    while (first > 1 && tells_end(parts[first - 1])) --first;
    std::vector<std::string_view> behind(parts.begin() + static_cast<std::ptrdiff_t>(first), parts.end());
    if (behind.empty())
      if (const auto outcome = outcome_at_end(text); !outcome.empty()) behind.push_back(outcome);
    add(UnitForm::motion, behind.empty() ? text : trim(before(text, behind.front())), start);
    for (const auto part : behind) add(UnitForm::sentence, part, start).opens = false;
    for (const auto line : lines) add(UnitForm::sentence, line, start).opens = false;
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

  // "Zu TOP 5: The auditors …": which announced item a paragraph is about.
  [[nodiscard]] std::string_view without_reference(std::string_view text) const {
    const auto label = parse_agenda_label(text, context_.language);
    return label && !label->word.empty() && label->form == LabelForm::number && label->end != 0 && !label->rest.empty() ? label->rest : text;
  }

  std::size_t piece(std::size_t at) {
    const auto table = context_.document.enclosing(context_.block(pieces_[at]).container, ContainerKind::table);
    if (const auto found = tables_.find(table); found != tables_.end()) {
      if (found->second) add(UnitForm::table, context_.view(pieces_[at]), at).vote = std::make_shared<const Vote>(*std::exchange(found->second, std::nullopt));
      return at + 1;
    }
    if (const auto end = row_of_counts(at); end > at) return end;
    const auto text = without_reference(without_bullet(context_.view(pieces_[at])));
    const bool by_line = votes_by_line(text) || offices_by_line(text);
    const auto parts = by_line ? lines(text) : parts_of(text);
    // "The following were elected:", and a line for each.
    const bool listed = by_line && parts.front().ends_with(':') && announces(parts.front());
    for (std::size_t s = 0; s < parts.size(); ++s) {
      const auto point = s > 0 ? without_ordinal(parts[s], context_.language) : parts[s];
      const bool pointed = point.size() < parts[s].size();
      auto& unit = add(pointed || (listed && s > 0) ? UnitForm::entry : UnitForm::sentence, point, at);
      unit.point = pointed;
      if (pointed) unit.intro = points_of(parts, s);
      else if (unit.form == UnitForm::entry) unit.intro = parts.front();
      unit.opens = s == 0;
      unit.closes = s + 1 == parts.size();
      if (s > 0) unit.before = parts[s - 1];
    }
    if (!parts.empty() && (parts.back().ends_with(':') || hangs_from(parts.back(), at + 1)) && announces(parts.back())) return entries(at + 1, parts.back());
    return at + 1;
  }

  // Sentences; "… acuerda: PRIMERO.- Aprobar …" is two.
  [[nodiscard]] std::vector<std::string_view> parts_of(std::string_view text) const {
    std::vector<std::string_view> parts;
    const auto points_below = cut_at_points(text, context_.language);
    for (const auto sentence : context_.sentences(points_below.front())) {
      const auto colon = sentence.find(": ");
      const auto behind = colon == std::string_view::npos ? std::string_view{} : trim(sentence.substr(colon + 1));
      const bool points = !behind.empty() && without_ordinal(behind, context_.language).size() < behind.size();
      parts.push_back(points ? sentence.substr(0, colon + 1) : sentence);
      if (points) parts.push_back(behind);
    }
    parts.insert(parts.end(), points_below.begin() + 1, points_below.end());
    return parts;
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

  // "La giunta DELIBERA" and below it "1. di chiedere due preventivi".
  [[nodiscard]] bool hangs_from(std::string_view sentence, std::size_t next) const {
    if (sentence.empty() || next >= pieces_.size() || std::string_view(".,;!?").find(sentence.back()) != std::string_view::npos) return false;
    const auto below = without_bullet(context_.view(pieces_[next]));
    return (list_of(pieces_[next], context_) >= 0 && begins_with_infinitive(below, context_.language)) || without_ordinal(below, context_.language).size() < below.size();
  }

  // The bullets or numbered paragraphs below it, or the one paragraph.
  std::size_t entries(std::size_t at, std::string_view intro) {
    const auto list = at < pieces_.size() ? list_of(pieces_[at], context_) : -1;
    const auto from = at;
    auto form = at < pieces_.size() && list < 0 ? number_in_front(at) : 0;
    if (form != in_words && (at + 1 >= pieces_.size() || number_in_front(at + 1) != form)) form = 0;
    for (; at < pieces_.size() && (at == from || (list >= 0 && list_of(pieces_[at], context_) == list) || (form != 0 && number_in_front(at) == form) || (list < 0 && is_officer_line(at))); ++at) {
      auto text = without_bullet(context_.view(pieces_[at]));
      if (const auto label = form != 0 ? parse_agenda_label(text, context_.language) : std::nullopt) text = label->rest;
      if (text.empty()) continue;
      for (const auto entry : offices_by_line(text) ? lines(text) : std::vector{text}) {
        const auto first = units_.size();
        add_with_votes(UnitForm::entry, entry, at);
        units_[first].intro = intro;
        units_[first].point = form == in_words || begins_with_infinitive(text, context_.language);
      }
    }
    return at;
  }

  // The sentence that points numbered in words hang from: the last one in front with a colon, else the first.
  static std::string_view points_of(const std::vector<std::string_view>& parts, std::size_t at) {
    while (at-- > 0)
      if (parts[at].ends_with(':')) return parts[at];
    return parts.front();
  }

  // How a paragraph is numbered: "2)", "b)", in words ("Segundo.-"); 0 if it is not.
  [[nodiscard]] int number_in_front(std::size_t at) const {
    const auto label = parse_agenda_label(without_bullet(context_.view(pieces_[at])), context_.language);
    if (!label || !label->word.empty() || label->rest.empty() || label->end == 0) return 0;
    constexpr int forms = 256;
    return label->count > 0 ? in_words : (static_cast<int>(label->form) + 1) * forms + label->end;
  }

  static constexpr int in_words = 1;
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
