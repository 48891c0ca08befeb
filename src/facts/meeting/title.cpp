#include "facts/meeting/title.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "facts/meeting/meeting_name.hpp"
#include "facts/meeting/statements.hpp"
#include "languages/word_map.hpp"
#include "structure/agenda_label.hpp"
#include "structure/clock.hpp"
#include "structure/outline.hpp"
#include "structure/segments.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

bool is_bold(const TextBlock& block, const Context& context) {
  return block.first_run < block.last_run && (context.document.runs[block.first_run].style & bold) != 0;
}

// "N I E D E R S C H R I F T"
WordClasses spaced_classes(std::string_view line, const Context& context) {
  constexpr std::size_t shortest = 5;
  std::string joined;
  const auto parts = words(line);
  if (parts.size() < shortest) return {};
  for (const auto part : parts) {
    if (part.size() > 2) return {};
    joined += part;
  }
  return context.language.lexicon().look_up(fold_case(joined)).classes;
}

// Every word says that these are minutes, none of what.
bool is_bare(std::string_view line, const Context& context) {
  if (spaced_classes(line, context).has(WordClass::minutes_noun)) return true;
  bool any = false;
  for (const auto& token : context.reading.tokens(line)) {
    if (token.kind != TokenKind::word || token.inner) continue;
    if (!token.is(WordClass::minutes_noun)) return false;
    any = true;
  }
  return any && words(line).size() <= 3;
}

// "Thursday, 12 September 2019": when, but not what.
struct Candidate {
  std::int32_t block = -1;
  std::string_view line;
  double score = 0;
};

// Looks at the first lines and says how much each is like a title.
class TitleFinder {
 public:
  explicit TitleFinder(const Context& context) : context_(context), blocks_(context.document.blocks) {
    for (const auto& block : blocks_)
      if (block.kind == BlockKind::heading && !block.boilerplate) {
        outermost_ = std::min<int>(outermost_, block.level);
        ++levels_[block.level & 7];
      }
  }

  Candidate find() {
    Candidate best;
    int seen = 0;
    constexpr int most = 20;
    for (std::size_t i = 0; i < blocks_.size() && seen < most; ++i) {
      const auto& block = blocks_[i];
      if (block.boilerplate || block.range.empty() || block.kind == BlockKind::metadata) continue;
      const auto text = context_.document.view(block);
      const bool heading = block.kind == BlockKind::heading;
      if (heading && opens_item(text)) {
        if (after_heading_) break;
      }
      const auto cut = heading ? std::vector{text} : lines(text);
      constexpr std::size_t most_lines = 5;
      for (std::size_t n = 0; n < cut.size() && n < most_lines; ++n, ++seen) {
        const auto score = judge(cut[n], block) - position_cost * seen - (counts_on(cut[n]) ? cost_of_item : 0);
        if (score > best.score || best.block < 0) best = {static_cast<std::int32_t>(i), cut[n], score};
      }
      after_heading_ = after_heading_ || heading;
    }
    return without_site(best);
  }

 private:
  static constexpr double position_cost = 0.3, cost_of_item = 4;

  // "3. Minutes of the last meeting" behind "2. Apologies": an item, whatever it names.
  [[nodiscard]] bool counts_on(std::string_view line) {
    const auto label = parse_agenda_label(line, context_.language);
    if (!label || !label->word.empty() || label->form != LabelForm::number || label->rest.empty()) return false;
    const auto number = std::atoi(std::string(label->number).c_str());
    return std::exchange(last_number_, number) + 1 == number && number > 1;
  }

  // "Minutes of May - News - Riverton" over "Minutes of May": the name of a page that a converter put above the page's own heading.
  [[nodiscard]] Candidate without_site(Candidate best) const {
    constexpr int most_below = 2;
    constexpr std::size_t fewest_words = 3;
    int below = 0;
    for (auto i = static_cast<std::size_t>(best.block + 1); best.block >= 0 && i < blocks_.size() && below < most_below; ++i) {
      if (blocks_[i].boilerplate || blocks_[i].range.empty()) continue;
      ++below;
      const auto line = lines(context_.document.view(blocks_[i])).front();
      if (line.size() < best.line.size() && best.line.starts_with(line) && words(line).size() >= fewest_words) return {static_cast<std::int32_t>(i), line, best.score};
    }
    return best;
  }

  [[nodiscard]] bool opens_item(std::string_view text) const {
    const auto label = parse_agenda_label(text, context_.language);
    return label && !(context_.reading.classes(text).has(WordClass::meeting_noun) && label->word.empty() && label->number != "1");
  }

  [[nodiscard]] double of_layout(const TextBlock& block, std::string_view line) const {
    double score = 0;
    if (block.kind == BlockKind::heading) {
      const bool alone = levels_[block.level & 7] == 1;
      score += block.level == outermost_ && alone ? 4 : alone ? 3 : 2;
    }
    if (is_bold(block, context_) && block.kind != BlockKind::heading) score += 1;
    if (is_all_capitals(line)) score += 1.5;
    return score;
  }

  [[nodiscard]] double judge(std::string_view line, const TextBlock& block) const {
    const auto classes = context_.reading.classes(line) | spaced_classes(line, context_);
    double score = of_layout(block, line);
    const bool minutes = classes.has(WordClass::minutes_noun), meeting = classes.has(WordClass::meeting_noun);
    if (minutes) score += 4;
    if (meeting) score += 2;
    if (!meeting && classes.has(WordClass::body)) score += 0.5;
    const auto dates = find_dates(line, context_.language);
    if (!dates.empty()) score += is_only_date(line, dates.front().text) ? -6 : 2 * dates.front().text.size() > line.size() ? -1 : 0.5;
    score -= of_labels(line, minutes || meeting, block);
    const auto count = words(line).size();
    if (line.ends_with('.') && count > 7) score -= 3;
    else if (const auto whole = context_.document.view(block); block.kind != BlockKind::heading && whole.ends_with('.') && words(whole).size() > 14) score -= 2;
    if (block.container >= 0 && context_.document.enclosing(block.container, ContainerKind::item) >= 0) score -= 2;
    if (line.find("{{") != std::string_view::npos || !clock_in_front(line, context_.language).empty()) score -= 6;
    if (block.kind != BlockKind::heading && line.ends_with('!')) score -= 3;
    if (count > 22 || line.size() > 220) score -= 4;
    if (line.find("://") != std::string_view::npos || line.find('@') != std::string_view::npos) score -= 4;
    if (is_lower(first_character(line))) score -= 2;
    if (classes.any({WordClass::earlier, WordClass::accept, WordClass::later})) score -= 3;
    if (classes.has(WordClass::agenda_title) && !minutes && !meeting) score -= 1;
    if (classes.any({WordClass::open, WordClass::close}) && !minutes) score -= 3;
    if (classes.any({WordClass::present, WordClass::excused, WordClass::absent}) && !minutes) score -= 3;
    if (opens_item(line)) score -= 4;
    if (block.kind == BlockKind::heading) {
      // "### Duration: 99 mins" below the page's heading; one of several equal headings that says nothing of a meeting.
      if (block.level > outermost_ && line.find(": ") != std::string_view::npos) score -= 4;
      if (levels_[block.level & 7] > 1 && !minutes && !meeting && dates.empty() && !classes.has(WordClass::body)) score -= 1;
    }
    return score;
  }

  // A label, with or without its value, is no title.
  [[nodiscard]] double of_labels(std::string_view line, bool names_meeting, const TextBlock& block) const {
    double cost = 0;
    const auto bare = trim(line, U":*_.- ");
    if (!context_.language.label(bare).empty() || names_part(line, context_)) cost += is_bare(bare, context_) || (names_meeting && block.kind == BlockKind::heading && block.level == outermost_) ? 1.5 : 5;
    if (line.ends_with(':')) cost += names_meeting && block.kind == BlockKind::heading ? 1.5 : 3;
    else if (const auto segments = split_labels(line, context_.language); !segments.empty() && segments.front().keys) {
      const bool dated = !find_dates(segments.front().value, context_.language).empty() && names_meeting && !segments.front().is("date");
      cost += dated ? 0 : 4;
    }
    return cost;
  }

  const Context& context_;
  const std::vector<TextBlock>& blocks_;
  int outermost_ = 9;
  int levels_[8] = {};
  bool after_heading_ = false;
  int last_number_ = 0;  // in front of the line seen last that begins with one
};

// The front matter's title.
std::string_view front_title(const Context& context) {
  for (const auto& block : context.document.blocks) {
    if (block.kind != BlockKind::metadata) continue;
    const auto text = context.view(block.range);
    const auto split = block.split - block.range.begin;
    const auto keys = head_keys(trim(text.substr(0, split), U": =%#+"), context);
    if (std::find(keys.begin(), keys.end(), "title") != keys.end()) return trim(text.substr(split), U"\"'");
  }
  // "Title: …", "Slug: …" in the first paragraph: front matter without a fence.
  for (const auto& block : context.document.blocks) {
    if (block.boilerplate || block.range.empty() || block.kind == BlockKind::metadata) continue;
    const auto first = lines(context.document.view(block)).front();
    const auto segments = split_labels(first, context.language);
    const bool titled = !segments.empty() && segments.front().is("title") && segments.front().keys->front() == "title" && block.kind == BlockKind::paragraph;
    return titled ? segments.front().value : std::string_view{};
  }
  return {};
}

constexpr double least_worth = 1.4;

// Beside a title in the front matter only a line at the very top is one that is the page's heading or says what it is.
bool outweighs_front(const Candidate& best, const Context& context) {
  int blocks = 0;
  for (std::int32_t i = 0; i < best.block; ++i) {
    const auto& block = context.document.blocks[static_cast<std::size_t>(i)];
    blocks += !block.boilerplate && !block.range.empty() && block.kind != BlockKind::metadata;
  }
  constexpr double sure = 4;
  // "Minutes" over what is told says less.
  if (context.document.blocks[static_cast<std::size_t>(best.block)].level != 1 && words(best.line).size() == 1 && is_bare(best.line, context)) return false;
  if (context.document.blocks[static_cast<std::size_t>(best.block)].kind != BlockKind::heading && best.line.ends_with('.')) return false;
  return blocks <= 1 && best.score >= sure - 0.5 && (context.reading.classes(best.line).has(WordClass::minutes_noun) || context.document.blocks[static_cast<std::size_t>(best.block)].level == 1);
}

Candidate best_line(const Context& context) {
  auto best = TitleFinder(context).find();
  if (best.block < 0 || best.score < least_worth) return {};
  if (!front_title(context).empty() && !outweighs_front(best, context)) return {};
  return best;
}

// Whether a line goes on with the title that ends in front of it.
bool continues_title(std::string_view title, std::string_view line, const Context& context) {
  constexpr std::size_t longest = 200, most_words = 14;
  if (line.empty() || line.front() == '[' || line.size() > longest || line.find("://") != std::string_view::npos || line.ends_with(':')) return false;
  const auto segments = split_labels(line, context.language);
  if (!segments.empty() && segments.front().keys) return false;
  const auto classes = context.reading.classes(line);
  const auto dates = find_dates(line, context.language);
  const bool dated_front = !dates.empty() && words(before(line, dates.front().text)).size() <= 2;
  const auto tail = last_word(title);
  const bool open_end = context.language.has("articles", tail) || context.language.has("of_words", tail) || context.language.has("place_links", tail) || title.ends_with(',');
  if (open_end && !dated_front) return true;
  const auto first = trim(first_word(line), U",.");
  const bool place_front = context.language.has("place_prepositions", first) || context.language.has("meet_words", first);
  if (is_lower(first_character(line))) return words(title).size() <= 10 && !dated_front && !place_front && words(line).size() <= 24 && find_dates(title, context.language).empty();
  if (!is_bare(title, context) || dated_front || words(line).size() > most_words || parse_agenda_label(line, context.language)) return false;
  return !classes.any({WordClass::present, WordClass::chair_office}) && line.find(':') == std::string_view::npos && !line.ends_with('.');
}

}  // namespace

std::int32_t title_block(const Context& context) { return best_line(context).block; }

std::string_view title_text(std::int32_t index, const Context& context) {
  const auto& blocks = context.document.blocks;
  const auto& block = blocks[static_cast<std::size_t>(index)];
  const auto whole = context.view(block.range);
  const auto found = best_line(context);
  auto text = found.block == index && !found.line.empty() ? found.line : whole;
  constexpr int most_lines = 3;
  int added = 0;
  const auto take = [&](std::string_view line) {
    if (added >= most_lines || is_parted(text, line) || !continues_title(text, line, context)) return false;
    text = join(text, line);
    ++added;
    return true;
  };
  bool open = true;
  for (const auto line : lines(after(whole, text))) {
    // A full line of a text that is broken by width goes on in the next one.
    constexpr std::size_t full_line = 62;
    const auto last = text.substr(text.rfind('\n') + 1);
    const bool broken = last.size() >= full_line && last.size() < 100 && !text.ends_with('.') && words(line).size() <= 14 && find_dates(text, context.language).empty();
    if (open && broken && added < most_lines) text = join(text, line), ++added;
    else if (open) open = take(line);
  }
  auto style = [&](const TextBlock& other) { return is_bold(other, context); };
  for (auto i = static_cast<std::size_t>(index) + 1; open && i < blocks.size(); ++i) {
    const auto& next = blocks[i];
    if (next.boilerplate || next.range.empty() || context.document.enclosing(next.container, ContainerKind::cell) != context.document.enclosing(block.container, ContainerKind::cell)) break;
    const auto view = context.view(next.range);
    // Lines of one heading, broken by hand.
    if (next.continues && next.kind == block.kind && style(next) == style(block) && (block.kind == BlockKind::heading || style(block)) && !is_parted(text, view) &&
        split_labels(view, context.language).front().keys == nullptr) {
      text = join(text, view);
      continue;
    }
    for (const auto line : lines(view)) {
      open = open && take(line);
      if (!open) break;
    }
  }
  const auto title = trim(text, U":*_=");
  return block.kind == BlockKind::heading || style(block) ? without_full_stop(title, context.language) : title;
}

std::string_view read_title(Context& context) {
  const auto block = title_block(context);
  const auto title = block >= 0 ? title_text(block, context) : front_title(context);
  if (title.empty()) return title;
  const auto dates = find_dates(title, context.language);
  if (dates.empty() || !is_only_date(title, dates.front().text)) context.minutes.meeting.title = context.stated(title);
  read_meeting_name(title, context);
  return title;
}

}  // namespace protokoll
