#include <algorithm>
#include <array>
#include <map>

#include "analysis/dates.hpp"
#include "analysis/outline.hpp"
#include "analysis/sections.hpp"
#include "analysis/text.hpp"

namespace protokoll {

bool names_part(std::string_view title, const Context& context) {
  constexpr std::array parts{"present", "excused", "absent", "guests", "chair", "secretary", "date", "location", "agenda", "organization", "minutes", "signatures", "attachments", "quorum", "actions", "distribution"};
  auto words = trim(title, U":*_. ");
  if (const auto hit = find_label(title, context.language); hit && hit.rest.empty()) words = trim(hit.heading, U":*_ ");
  const auto open = words.find('(');
  if (open != std::string_view::npos && open > 0) words = trim(words.substr(0, open));
  const auto& keys = context.language.label(words);
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return std::find(parts.begin(), parts.end(), key) != parts.end(); });
}

namespace {

// Whether the front matter names the title.
bool has_front_title(const Context& context) {
  const auto& blocks = context.document.blocks;
  return std::any_of(blocks.begin(), blocks.end(), [&](const TextBlock& block) {
    if (block.kind != BlockKind::metadata) return false;
    const auto text = context.view(block.range);
    return context.language.is_label(trim(text.substr(0, block.split - block.range.begin), U": "), "title");
  });
}

// Another heading of the same level: it opens a part of the document, not the whole.
bool has_siblings(std::uint32_t heading, const Context& context) {
  const auto& blocks = context.document.blocks;
  return std::count_if(blocks.begin(), blocks.end(), [&](const TextBlock& block) {
    return block.kind == BlockKind::heading && block.level == blocks[heading].level && !block.boilerplate;
  }) > 1;
}

}  // namespace

std::int32_t title_block(const Context& context) {
  const auto& blocks = context.document.blocks;
  std::int32_t heading = -1;
  int seen = 0;
  for (std::size_t i = 0; i < blocks.size() && seen < 12; ++i) {
    const auto& block = blocks[i];
    if (block.boilerplate || block.range.empty() || block.kind == BlockKind::metadata) continue;
    ++seen;
    const auto text = context.view(block.range);
    const auto label = parse_agenda_label(text, context.language);
    const bool says_so = text.size() <= 300 && context.language.patterns("title").matches(text);
    const bool is_heading = block.kind == BlockKind::heading;
    // Letterheads and the body's name stand above the title: the line that says what the document is wins over the first heading.
    // "14. Vorstandssitzung": a number above one in front of the first heading counts meetings, not items.
    const bool counts_items = label && (!label->word.empty() || heading >= 0 || label->number == "1" || label->number == "0");
    if (says_so && (is_heading || heading < 0) && !counts_items) return static_cast<std::int32_t>(i);
    if (is_heading && heading < 0 && !label) heading = static_cast<std::int32_t>(i);
    if (is_heading && label) break;
  }
  if (heading >= 0 && !(has_front_title(context) && has_siblings(static_cast<std::uint32_t>(heading), context))) return heading;
  if (heading >= 0) return -1;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (!blocks[i].boilerplate && blocks[i].kind == BlockKind::heading && !parse_agenda_label(context.view(blocks[i].range), context.language)) return static_cast<std::int32_t>(i);
  return -1;
}

std::string_view title_text(std::int32_t index, const Context& context) {
  const auto& blocks = context.document.blocks;
  auto text = context.view(blocks[index].range);
  const auto style = [&](const TextBlock& block) { return block.first_run < block.last_run ? context.document.runs[block.first_run].style & bold : 0; };
  if (blocks[index].kind != BlockKind::heading && style(blocks[index]) == 0) {
    const auto first = lines(text);
    for (const auto line : first)
      if (context.language.patterns("title").matches(line)) return line;
    return text;
  }
  // "Niederschrift" / "über die 12. Sitzung …": a line that goes on in small letters is the title's second half.
  if (const auto next = static_cast<std::size_t>(index) + 1; next < blocks.size() && !blocks[next].continues && words(text).size() <= 4) {
    const auto second = context.view(blocks[next].range);
    if (second.size() <= 200 && second.find("://") == std::string_view::npos && is_lower(first_character(second))) return without_full_stop(join(text, second), context.language);
  }
  for (auto i = static_cast<std::size_t>(index) + 1; i < blocks.size() && blocks[i].continues && blocks[i].kind == blocks[index].kind; ++i) {
    if (style(blocks[i]) != style(blocks[index])) break;
    text = join(text, context.view(blocks[i].range));
  }
  return without_full_stop(text, context.language);
}

}  // namespace protokoll
