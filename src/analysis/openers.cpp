#include <algorithm>
#include <array>
#include <map>

#include "analysis/dates.hpp"
#include "analysis/outline.hpp"
#include "analysis/sections.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t longest_title = 200;  // bytes; a longer bold paragraph is emphasis, no heading

bool is_all(const TextBlock& block, std::uint8_t style, const Context& context) {
  for (auto i = block.first_run; i < block.last_run; ++i) {
    const auto& run = context.document.runs[i];
    if (!(run.style & style) && !trim(context.view(run.range), U".:*").empty()) return false;
  }
  return block.first_run < block.last_run;
}

// A cell among others of its row is data; a cell that fills its row is layout.
bool is_data_cell(const TextBlock& block, const Context& context) {
  const auto& document = context.document;
  const auto cell = document.enclosing(block.container, ContainerKind::cell);
  if (cell < 0) return false;
  const auto row = document.containers[cell].parent;
  if (row < 0) return false;
  for (auto i = static_cast<std::size_t>(row) + 1; i < document.containers.size() && i < static_cast<std::size_t>(row) + 400; ++i) {
    const auto& other = document.containers[i];
    if (other.kind == ContainerKind::row && other.parent == document.containers[row].parent) break;
    if (other.kind == ContainerKind::cell && other.parent == row && static_cast<std::int32_t>(i) != cell) return true;
  }
  return false;
}

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

class OpenerFinder {
 public:
  explicit OpenerFinder(const Context& context) : context_(context) {}

  std::vector<Opener> find() {
    const auto& blocks = context_.document.blocks;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const auto& block = blocks[i];
      if (block.boilerplate || block.range.empty() || block.kind == BlockKind::metadata || block.kind == BlockKind::caption) continue;
      look_at(i, block);
    }
    number_bare_headings();
    number_coded();
    return std::move(found_);
  }

 private:
  void look_at(std::uint32_t index, const TextBlock& block) {
    const auto text = context_.view(block.range);
    Opener opener{.block = index};
    opener.label = parse_agenda_label(text, context_.language);
    opener.title = opener.label ? opener.label->rest : text;
    const bool word = opener.label && !opener.label->word.empty();
    if (block.kind == BlockKind::heading) add(opener, OpenerStyle::heading, block.level);
    else if (word && !is_data_cell(block, context_) && !is_lower(first_character(opener.title))) add(shortened(opener, text), OpenerStyle::word_label, 0);
    else if (add_list_item(opener, block)) return;
    else if (is_data_cell(block, context_)) return;
    else if (text.size() <= longest_title && is_all(block, bold, context_) && !text.ends_with(',')) add(opener, opener.label ? OpenerStyle::numbered : OpenerStyle::bold, is_all_capitals(text) ? caps_rank : bold_rank);
    else if (opener.label && opener.label->form != LabelForm::letter) add(shortened(opener, text), OpenerStyle::numbered, bold_rank + 1);
    else if (const auto line = bold_line(text, block); !line.empty()) {
      opener.title = line;
      add(opener, OpenerStyle::bold, bold_rank);
    }
    else if (text.size() <= 100 && is_all_capitals(text) && !block.continues) add(opener, OpenerStyle::bold, caps_rank);
  }

  // "5 Roads", "5a Ring road", "6 Other": numbers without punctuation, if most headings have one and they count up.
  void number_bare_headings() {
    std::vector<std::pair<Opener*, AgendaLabel>> bare;
    std::size_t headings = 0;
    int last = -1;
    for (auto& opener : found_) {
      if (opener.style != OpenerStyle::heading || opener.structural) continue;
      if (opener.label) continue;
      ++headings;
      const auto label = bare_number(opener.title);
      if (!label) continue;
      const int number = std::atoi(std::string(label->number).c_str());
      if (last >= 0 && number != last && number != last + 1) return;
      last = number;
      bare.emplace_back(&opener, *label);
    }
    if (bare.size() < 2 || bare.size() + 1 < headings) return;
    for (auto& [opener, label] : bare) {
      opener->label = label;
      opener->title = label.rest;
    }
  }

  // "24/001 Apologies", "24/002 Minutes": running numbers with a slash, if three or more of one style count up one by one.
  void number_coded() {
    std::map<std::pair<OpenerStyle, std::string_view>, std::vector<std::pair<Opener*, AgendaLabel>>> series;
    for (auto& opener : found_) {
      if (opener.label || (opener.style != OpenerStyle::heading && opener.style != OpenerStyle::bold)) continue;
      if (const auto label = coded_label(opener.title)) series[{opener.style, label->number.substr(0, label->number.rfind('/'))}].emplace_back(&opener, *label);
    }
    const auto count = [](const auto& member) { return std::atoi(std::string(member.second.number.substr(member.second.number.rfind('/') + 1)).c_str()); };
    for (auto& [kind, members] : series) {
      const auto gap = std::adjacent_find(members.begin(), members.end(), [&](const auto& a, const auto& b) { return count(b) != count(a) + 1; });
      if (members.size() < 3 || gap != members.end()) continue;
      for (auto& [opener, label] : members) {
        opener->label = label;
        opener->title = label.rest;
        opener->structural = false;
        if (kind.first == OpenerStyle::bold) opener->style = OpenerStyle::numbered;
      }
    }
  }

  bool add_list_item(const Opener& opener, const TextBlock& block) {
    const auto& containers = context_.document.containers;
    if (block.container < 0) return false;
    const auto kind = containers[block.container].kind;
    if (kind == ContainerKind::term) {
      add(opener, OpenerStyle::term, 0);
      return true;
    }
    if (kind != ContainerKind::item) return false;
    const auto list = containers[block.container].parent;
    if (!block.starts_item || context_.document.depth(block.container, ContainerKind::list) > 1) return true;
    Opener item = opener;
    item.title = first_line(opener.title);
    const bool ordered = list >= 0 && containers[list].ordered;
    if (ordered && !opener.label) item.rendered_number = std::to_string(containers[block.container].index);
    add(item, ordered || opener.label ? OpenerStyle::list : OpenerStyle::bullet, 0);
    return true;
  }

  // The title of a paragraph with a number: its bold front if a sentence follows, else its first line.
  Opener shortened(Opener opener, std::string_view text) const {
    const auto front = bold_front(context_.document.blocks[opener.block]);
    const auto rest = front.empty() ? front : trim(after(text, front));
    const bool run_in = front.size() > static_cast<std::size_t>(opener.title.data() - text.data()) && !rest.empty() && (front.ends_with('.') || front.ends_with(':')) && (rest.ends_with('.') || rest.ends_with('!'));
    opener.title = run_in ? trim(join(opener.title.substr(0, 0), front)) : first_line(opener.title);
    return opener;
  }

  // A first line in bold above others of the same paragraph, as a title stands; a label ("Present:") is none.
  [[nodiscard]] std::string_view bold_line(std::string_view text, const TextBlock& block) const {
    constexpr std::size_t longest_line = 100;
    const auto line = first_line(text);
    if (line.size() == text.size() || line.size() > longest_line || line.ends_with(':') || line.ends_with(',')) return {};
    return bold_front(block) == line ? line : std::string_view{};
  }

  // The bold text that a block begins with.
  [[nodiscard]] std::string_view bold_front(const TextBlock& block) const {
    auto end = block.range.begin;
    for (auto i = block.first_run; i < block.last_run; ++i) {
      const auto& run = context_.document.runs[i];
      if (!(run.style & bold) && !trim(context_.view(run.range)).empty()) break;
      end = run.range.end;
    }
    return trim(context_.view(Range{block.range.begin, end}));
  }

  void add(Opener opener, OpenerStyle style, int rank) {
    opener.style = style;
    opener.rank = rank;
    // In front, where nothing but the title stands before, a date is a part of the head.
    const bool in_front = items_ <= 1;
    opener.structural = !opener.label && opener.rendered_number.empty() && (names_part(opener.title, context_) || (in_front && is_date(opener.title)));
    items_ += !opener.structural;
    found_.push_back(std::move(opener));
  }

  // "Thursday, September 12, 2019, 7:00 p.m."
  [[nodiscard]] bool is_date(std::string_view title) const {
    const auto dates = find_dates(title, context_.language);
    return dates.size() == 1 && !dates.front().edtf().empty() && 2 * dates.front().text.size() >= title.size();
  }

  const Context& context_;
  std::vector<Opener> found_;
  std::size_t items_ = 0;  // of these not structural
};

}  // namespace

bool names_part(std::string_view title, const Context& context) {
  constexpr std::array parts{"present", "excused", "absent", "guests", "chair", "secretary", "date", "location", "agenda", "organization", "minutes", "signatures", "attachments", "quorum", "actions", "distribution"};
  auto words = trim(title, U":*_. ");
  if (const auto hit = find_label(title, context.language); hit && hit.rest.empty()) words = trim(hit.heading, U":*_ ");
  const auto open = words.find('(');
  if (open != std::string_view::npos && open > 0) words = trim(words.substr(0, open));
  const auto& keys = context.language.label(words);
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return std::find(parts.begin(), parts.end(), key) != parts.end(); });
}

std::vector<Opener> find_openers(const Context& context) { return OpenerFinder(context).find(); }

}  // namespace protokoll
