#include "structure/candidates.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/infinitive.hpp"
#include "analysis/text.hpp"
#include "structure/clock.hpp"

namespace protokoll {
namespace {

constexpr std::size_t longest_line_below = 80;
constexpr std::size_t longest_title = 200, longest_front = 120;  // bytes

// "5 Roads", "5a Ring road": a number of at most two digits, perhaps a letter, and a word with a capital.
std::optional<AgendaLabel> bare_number(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < 3 && is_digit(static_cast<unsigned char>(text[end]))) ++end;
  if (end == 0 || end > 2) return std::nullopt;
  if (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  const auto number = text.substr(0, end);
  end += order_sign(text.substr(end));
  if (end >= text.size() || text[end] != ' ' || !is_upper(first_character(trim(text.substr(end))))) return std::nullopt;
  return AgendaLabel{.label = text.substr(0, end), .word = {}, .number = number, .rest = trim(text.substr(end))};
}

// "24/001 Apologies", "SEN/23/41: Minutes".
std::optional<AgendaLabel> coded_label(std::string_view text) {
  const auto end = coded_number(text);
  const auto stop = end < text.size() && (text[end] == '.' || text[end] == ':') ? end + 1 : end;
  if (end == 0 || (stop < text.size() && text[stop] != ' ') || is_lower(first_character(trim(text.substr(stop))))) return std::nullopt;
  return AgendaLabel{.label = text.substr(0, stop), .word = {}, .number = text.substr(0, end), .rest = trim(text.substr(stop)), .end = stop > end ? text[end] : char{}};
}

// A number of that size with its punctuation, in front of a blank and a title with a capital, or of nothing.
std::optional<AgendaLabel> label_of(std::string_view text, std::size_t number_size) {
  auto at = number_size;
  if (text.substr(at, 2) == " :") ++at;
  const char end = at < text.size() && std::string_view(".:)").find(text[at]) != std::string_view::npos ? text[at++] : char{0};
  if (at < text.size() && text[at] != ' ') return std::nullopt;
  auto rest = trim(text.substr(at));
  if (rest.starts_with("- ") || rest.starts_with("– ")) rest = trim(rest, U"-–");
  if (!rest.empty() && !is_upper(first_character(rest))) return std::nullopt;
  return AgendaLabel{.label = text.substr(0, at), .word = {}, .number = text.substr(0, number_size), .rest = rest, .end = end};
}

// "Ö1 Opening", "N 2", "ZP 1."
std::optional<AgendaLabel> lettered_label(std::string_view text) {
  const auto size = lettered_number(text);
  return size > 0 ? label_of(text, size) : std::nullopt;
}

// "1-2-1 Fees", "2017-41 Roads", "3/2024-1": parts of a number joined by dashes; a date has other lengths, counts stand alone.
std::optional<AgendaLabel> dashed_number(std::string_view text) {
  std::size_t at = 0, parts = 0, last = 0;
  while (at < text.size() && is_digit(static_cast<unsigned char>(text[at]))) {
    const auto begin = at;
    while (at < text.size() && is_digit(static_cast<unsigned char>(text[at]))) ++at;
    last = at - begin;
    ++parts;
    if (last > 4) return std::nullopt;
    if (at + 1 < text.size() && (text[at] == '-' || text[at] == '/') && is_digit(static_cast<unsigned char>(text[at + 1]))) ++at;
    else break;
  }
  constexpr std::size_t iso_date = 10;
  const auto number = text.substr(0, at);
  if (parts < 2 || number.find('-') == std::string_view::npos || (parts == 3 && at >= iso_date - 2 && last != 1)) return std::nullopt;
  const auto label = label_of(text, at);
  return label && label->rest.empty() ? std::nullopt : label;
}

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
  explicit Finder(const Context& context) : context_(context), document_(context.document) {}

  std::vector<Candidate> find(const std::vector<Unit>& units) {
    found_.reserve(units.size());
    for (const auto& unit : units) {
      const auto& block = document_.blocks[unit.block];
      if (block.kind != BlockKind::metadata && block.kind != BlockKind::caption && !is_point(unit, block)) found_.push_back(candidate(unit, block));
    }
    drop_topic_codes();
    drop_addresses();
    return std::move(found_);
  }

 private:
  // "HTTP/2 Issues", "NT18": letters and a figure that count nothing, since no other block goes on counting with them, are words of the title.
  void drop_topic_codes() {
    std::map<std::string_view, std::set<int>> counts;
    for (const auto& candidate : found_)
      if (const auto letters = code_letters(candidate); !letters.empty()) counts[letters].insert(last_count(candidate));
    for (auto& candidate : found_) {
      const auto letters = code_letters(candidate);
      const auto mark = trim(letters, U"-");
      // "Ö 1", "N 1": the letters that councils count their public and closed parts with.
      if (letters.empty() || context_.language.has("public_marks", mark) || context_.language.has("closed_marks", mark)) continue;
      const auto& known = counts[letters];
      const auto count = last_count(candidate);
      if (known.contains(count - 1) || known.contains(count + 1)) continue;
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

  void drop_label(Candidate& candidate) const {
    candidate.label.reset();
    candidate.title = context_.view(candidate.range);
    candidate.form = TitleForm::whole;
    shorten(candidate, document_.blocks[candidate.block]);
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
    candidate.label = parse_agenda_label(text, context_.language);
    if (!candidate.label) candidate.label = coded_label(text);
    const bool lonely = block.kind == BlockKind::heading || text.size() <= longest_title;
    if (!candidate.label && lonely && !is_data_number(block)) candidate.label = bare_number(text);
    if (!candidate.label && lonely) candidate.label = lettered_label(text);
    if (!candidate.label && lonely) candidate.label = dashed_number(text);
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
    auto text = context_.view(unit.range);
    if (block.kind == BlockKind::heading) return false;
    if (block.container >= 0 && block.starts_item && unit.begins_block && !document_.rendered_number(block.container).empty()) return begins_with_infinitive(text, context_.language);
    const auto label = parse_agenda_label(text, context_.language);
    return label && label->word.empty() && label->count <= 0 && begins_with_infinitive(label->rest, context_.language);
  }

  // "14 Yes" in a cell counts votes.
  [[nodiscard]] bool is_data_number(const TextBlock& block) const {
    return block.kind != BlockKind::heading && document_.enclosing(block.container, ContainerKind::cell) >= 0;
  }

  // "3. | Budget": the number stands alone in the cell before.
  void label_beside(Candidate& candidate, const TextBlock& block) const {
    if (found_.empty()) return;
    const auto& label = found_.back().label;
    if (!label || !label->rest.empty() || found_.back().label_before) return;
    const auto cell = document_.enclosing(block.container, ContainerKind::cell);
    const auto& before = document_.blocks[found_.back().block];
    const auto other = document_.enclosing(before.container, ContainerKind::cell);
    const bool beside = cell >= 0 && other >= 0 && cell != other && document_.containers[cell].parent == document_.containers[other].parent;
    const bool marked = !label->word.empty() || label->end != 0;
    // "III." in a paragraph of its own, as text out of a PDF has it, and a short line below.
    const bool parted = block.kind == BlockKind::paragraph && before.kind == BlockKind::paragraph && block.container == before.container && candidate.block == found_.back().block + 1 &&
                        label->form != LabelForm::letter && is_line_below(context_.view(candidate.range)) && !candidate.label;
    const bool below = cell == other && (block.continues || candidate.block == found_.back().block || parted) && marked;
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
    if (block.kind == BlockKind::heading || text.empty()) return;
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
    if (text.size() < 60 && !told) return;
    if (take(before_mark(text, ": "), TitleForm::colon) || take(before_mark(text, " – "), TitleForm::dash) || take(before_mark(text, " — "), TitleForm::dash) ||
        take(before_mark(text, " - "), TitleForm::dash))
      return;
    const auto& sentences = context_.sentences(text);
    if (sentences.size() > 1) take(trim(sentences.front()), TitleForm::sentence);
  }

  // "Budget            Ms Ott     3 May": columns set by blanks or tabs; the source still has them.
  [[nodiscard]] std::string_view before_gap(std::string_view text) const {
    for (auto at = text.find(' '); at != std::string_view::npos && at < longest_title; at = text.find(' ', at + 1)) {
      if (at == 0 || at + 1 >= text.size()) continue;
      const auto begin = document_.to_source(context_.range(text.substr(at - 1, 1))).end, end = document_.to_source(context_.range(text.substr(at + 1, 1))).begin;
      const auto blank = end > begin ? context_.source.text().substr(begin, end - begin) : std::string_view{};
      const bool wide = blank.find('\n') == std::string_view::npos && (blank.find('\t') != std::string_view::npos || (blank.size() >= 3 && blank.find_first_not_of(' ') == std::string_view::npos));
      if (wide) return trim(text.substr(0, at));
    }
    return {};
  }

  const Context& context_;
  const Document& document_;
  std::vector<Candidate> found_;
};

}  // namespace

namespace {

// The runs of a candidate's block, cut to its range.
template <class Take>
void each_run(const Candidate& candidate, const Context& context, const Take& take) {
  const auto& block = context.document.blocks[candidate.block];
  for (auto i = block.first_run; i < block.last_run; ++i) {
    const auto& run = context.document.runs[i];
    const Range range{std::max(run.range.begin, candidate.range.begin), std::min(run.range.end, candidate.range.end)};
    if (!range.empty() && !take(range, run)) return;
  }
}

}  // namespace

bool is_all(const Candidate& candidate, std::uint8_t style, const Context& context) {
  bool all = false;
  each_run(candidate, context, [&](Range range, const Run& run) {
    all = (run.style & style) != 0 || trim(context.view(range), U".:*").empty();
    return all;
  });
  return all;
}

std::string_view styled_front(const Candidate& candidate, const Context& context) {
  auto end = candidate.range.begin;
  each_run(candidate, context, [&](Range range, const Run& run) {
    if (!(run.style & (bold | underline)) && !trim(context.view(range), U".:*").empty()) return false;
    end = range.end;
    return true;
  });
  return trim(context.view(Range{candidate.range.begin, end}));
}

std::vector<Candidate> find_candidates(const std::vector<Unit>& units, const Context& context) { return Finder(context).find(units); }

}  // namespace protokoll
