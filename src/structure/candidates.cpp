#include "structure/candidates.hpp"

#include <algorithm>

#include "analysis/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t longest_title = 200, longest_front = 120;  // bytes

// "5 Roads", "5a Ring road": a number of at most two digits, perhaps a letter, and a word with a capital.
std::optional<AgendaLabel> bare_number(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < 3 && is_digit(static_cast<unsigned char>(text[end]))) ++end;
  if (end == 0 || end > 2) return std::nullopt;
  if (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  if (end >= text.size() || text[end] != ' ' || !is_upper(first_character(trim(text.substr(end))))) return std::nullopt;
  return AgendaLabel{.label = text.substr(0, end), .word = {}, .number = text.substr(0, end), .rest = trim(text.substr(end))};
}

// "24/001 Apologies", "SEN/23/41: Minutes".
std::optional<AgendaLabel> coded_label(std::string_view text) {
  const auto end = coded_number(text);
  const auto stop = end < text.size() && (text[end] == '.' || text[end] == ':') ? end + 1 : end;
  if (end == 0 || stop >= text.size() || text[stop] != ' ') return std::nullopt;
  return AgendaLabel{.label = text.substr(0, stop), .word = {}, .number = text.substr(0, end), .rest = trim(text.substr(stop)), .end = stop > end ? text[end] : char{}};
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

class Finder {
 public:
  explicit Finder(const Context& context) : context_(context), document_(context.document) {}

  std::vector<Candidate> find() {
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      const auto& block = document_.blocks[i];
      if (block.boilerplate || block.range.empty() || block.kind == BlockKind::metadata || block.kind == BlockKind::caption) continue;
      found_.push_back(candidate(i, block));
    }
    return std::move(found_);
  }

 private:
  Candidate candidate(std::uint32_t index, const TextBlock& block) const {
    const auto text = context_.view(block.range);
    Candidate candidate{.block = index, .first = index};
    candidate.label = parse_agenda_label(text, context_.language);
    if (!candidate.label) candidate.label = coded_label(text);
    const bool lonely = block.kind == BlockKind::heading || text.size() <= longest_title;
    if (!candidate.label && lonely && !is_data_number(block)) candidate.label = bare_number(text);
    if (!candidate.label) label_beside(candidate, block);
    candidate.title = candidate.label && candidate.first == index ? candidate.label->rest : text;
    if (!candidate.label) render_number(candidate, block);
    shorten(candidate, block);
    return candidate;
  }

  // "14 Yes" in a cell counts votes.
  [[nodiscard]] bool is_data_number(const TextBlock& block) const {
    return block.kind != BlockKind::heading && document_.enclosing(block.container, ContainerKind::cell) >= 0;
  }

  // "3. | Budget": the number stands alone in the cell before.
  void label_beside(Candidate& candidate, const TextBlock& block) const {
    if (found_.empty() || block.container < 0) return;
    const auto cell = document_.enclosing(block.container, ContainerKind::cell);
    const auto& before = document_.blocks[found_.back().block];
    const auto other = document_.enclosing(before.container, ContainerKind::cell);
    if (cell < 0 || other < 0 || cell == other || document_.containers[cell].parent != document_.containers[other].parent) return;
    const auto& label = found_.back().label;
    if (!label || !label->rest.empty() || found_.back().first != found_.back().block) return;
    candidate.label = label;
    candidate.first = found_.back().block;
  }

  void render_number(Candidate& candidate, const TextBlock& block) const {
    if (block.container < 0 || !block.starts_item) return;
    const auto& container = document_.containers[block.container];
    if (container.kind != ContainerKind::item || container.index <= 0 || container.parent < 0 || !document_.containers[container.parent].ordered) return;
    candidate.rendered_number = std::to_string(container.index);
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
    const auto front = styled_front(block, context_);
    if (!front.empty() && front.size() <= longest_title && front.data() + front.size() > text.data()) {
      const auto begin = std::max(front.data(), text.data());
      const auto styled = trim(std::string_view(begin, static_cast<std::size_t>(front.data() + front.size() - begin)));
      const auto rest = trim(after(text, styled), U":.-–— ");
      if (!rest.empty() && !is_lower(first_character(rest)) && take(styled, TitleForm::front)) return;
    }
    if (take(first_line(text), TitleForm::line)) {
      if (candidate.title.size() <= longest_title) return;
      candidate.title = text;
      candidate.form = TitleForm::whole;
    }
    if (text.size() < 60) return;
    if (take(before_mark(text, ": "), TitleForm::colon) || take(before_mark(text, " – "), TitleForm::dash) || take(before_mark(text, " — "), TitleForm::dash) ||
        take(before_mark(text, " - "), TitleForm::dash))
      return;
    const auto& sentences = context_.sentences(text);
    if (sentences.size() > 1) take(trim(sentences.front()), TitleForm::sentence);
  }

  const Context& context_;
  const Document& document_;
  std::vector<Candidate> found_;
};

}  // namespace

bool is_all(const TextBlock& block, std::uint8_t style, const Context& context) {
  for (auto i = block.first_run; i < block.last_run; ++i) {
    const auto& run = context.document.runs[i];
    if (!(run.style & style) && !trim(context.view(run.range), U".:*").empty()) return false;
  }
  return block.first_run < block.last_run;
}

std::string_view styled_front(const TextBlock& block, const Context& context) {
  auto end = block.range.begin;
  for (auto i = block.first_run; i < block.last_run; ++i) {
    const auto& run = context.document.runs[i];
    if (!(run.style & (bold | underline)) && !trim(context.view(run.range), U".:*").empty()) break;
    end = run.range.end;
  }
  return trim(context.view(Range{block.range.begin, end}));
}

std::vector<Candidate> find_candidates(const Context& context) { return Finder(context).find(); }

}  // namespace protokoll
