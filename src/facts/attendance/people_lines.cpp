#include "facts/attendance/people_lines.hpp"

#include <algorithm>

#include "facts/attendance/people_label.hpp"
#include "words/text.hpp"

namespace protokoll {

std::string_view blank_in_source(std::string_view text, std::size_t at, const Context& context) {
  if (at == 0 || at + 1 >= text.size()) return {};
  const auto begin = context.document.to_source(context.range(text.substr(at - 1, 1))).end, end = context.document.to_source(context.range(text.substr(at + 1, 1))).begin;
  if (end <= begin) return {};
  const auto gap = context.source.text().substr(begin, end - begin);
  return gap.find_first_not_of(" \t") == std::string_view::npos ? gap : std::string_view{};
}

bool is_wide_gap(std::string_view text, std::size_t at, const Context& context) {
  constexpr std::size_t narrowest = 2;
  const auto gap = blank_in_source(text, at, context);
  return gap.size() >= narrowest || gap.find('\t') != std::string_view::npos;
}

namespace {

bool begins_label(std::string_view line, const Context& context) {
  const auto parts = words(line);
  constexpr std::size_t most_words = 3;
  for (std::size_t count = 1; count <= std::min(most_words, parts.size()); ++count)
    if (standing_of(join(parts.front(), parts[count - 1]), context)) return true;
  return false;
}

bool has_wide_gap(std::string_view line, const Context& context) {
  constexpr std::size_t longest = 300;
  for (auto at = line.find(' '); at != std::string_view::npos && at < longest; at = line.find(' ', at + 1))
    if (is_wide_gap(line, at, context)) return true;
  return false;
}

bool begins_with_tab(std::string_view line, const Context& context) {
  const auto begin = context.document.to_source(context.range(line.substr(0, 1))).begin;
  return begin > 0 && context.source.text()[begin - 1] == '\t';
}

// Whether the page's width, not the writer, ended a line.
bool is_wrapped(std::string_view line, std::string_view next, std::size_t widest, const Context& context) {
  constexpr std::size_t narrowest_page = 50;
  if (line.ends_with(',') || line.ends_with('-')) return true;
  if (has_wide_gap(line, context) && (has_wide_gap(next, context) || begins_with_tab(next, context))) return false;
  const auto word = first_word(next);
  if (context.language.addresses(last_word(line)) || context.language.has("articles", last_word(line))) return true;
  if (context.language.has("name_joiners", last_word(line)) || context.language.has("name_joiners", word)) return true;
  const auto colon = next.find(':');
  if (colon != std::string_view::npos && colon < 40) return false;
  const auto first = first_character(next);
  if (first == '-' || first == '*' || first == U'•' || first == U'●' || is_digit(first)) return false;
  if (line.ends_with(':') || line.ends_with('.')) return false;
  if (line.find(',') != std::string_view::npos && !begins_label(next, context) && !context.language.has("honorifics", word) && (next.find(',') != std::string_view::npos || words(next).size() <= 4)) return true;
  return widest >= narrowest_page && line.size() + 1 + word.size() > widest;
}

bool is_bold(const TextBlock& block, const Document& document) {
  for (auto run = block.first_run; run < block.last_run; ++run)
    if (!(document.runs[run].style & (bold | underline)) && !trim(document.view(document.runs[run].range)).empty()) return false;
  return block.last_run > block.first_run;
}

}  // namespace

std::vector<PeopleLine> people_lines(const std::vector<Piece>& pieces, const Context& context) {
  std::vector<PeopleLine> found;
  const auto& document = context.document;
  for (std::size_t p = 0; p < pieces.size();) {
    const auto& block = context.block(pieces[p]);
    PeopleLine line{.block = pieces[p].block, .first = true, .heading = block.kind == BlockKind::heading || block.kind == BlockKind::caption, .bold = is_bold(block, document), .level = block.level};
    line.cell = document.enclosing(block.container, ContainerKind::cell);
    line.row = document.enclosing(line.cell, ContainerKind::row);
    line.table = document.enclosing(line.row, ContainerKind::table);
    line.item = document.enclosing(block.container, ContainerKind::item);
    if (line.item >= 0 && block.starts_item) line.box = document.containers[line.item].task;
    line.term = document.enclosing(block.container, ContainerKind::term) >= 0;
    // Lines between hard line breaks are one paragraph.
    std::vector<std::string_view> raw = lines(context.view(pieces[p++]));
    while (p < pieces.size() && context.block(pieces[p]).continues && !raw.empty() && !is_parted(raw.back(), context.view(pieces[p])) && context.block(pieces[p]).container == block.container) {
      for (const auto part : lines(context.view(pieces[p]))) raw.push_back(part);
      ++p;
      line.bold = false;
    }
    std::size_t widest = 0;
    for (const auto text : raw) widest = std::max(widest, text.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
      auto text = raw[i];
      while (i + 1 < raw.size() && is_wrapped(raw[i], raw[i + 1], widest, context)) text = join(text, raw[++i]);
      if (text.empty()) continue;
      line.text = text;
      found.push_back(line);
      line.first = false;
    }
  }
  return found;
}

}  // namespace protokoll
