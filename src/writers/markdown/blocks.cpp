#include "writers/markdown/blocks.hpp"

#include <algorithm>

#include "writers/markdown/escape.hpp"

namespace protokoll::markdown {
namespace {

// Deeper lists would make the indentation, and so the output, quadratic.
constexpr std::size_t max_list_depth = 20;

}  // namespace

/// Where the words of links stand in a text whose place in the document is `span`.
std::vector<BlockWriter::Place> BlockWriter::find_links(std::string_view text, Span span) const {
  // Words that a writer of minutes changed are not found; looking for them all over a long text would cost quadratic time.
  constexpr std::size_t reach = 4096;
  std::vector<Place> places;
  if (!links_ || span.empty()) return places;
  std::size_t from = 0;
  auto link = std::lower_bound(links_->begin(), links_->end(), span.begin, [](const Link& l, std::size_t begin) { return l.span.begin < begin; });
  for (; link != links_->end() && link->span.begin < span.end; ++link) {
    if (link->text.empty() || link->href.empty() || is_active(link->href) || link->text == link->href || link->text.size() > reach) continue;
    const auto at = text.substr(from, link->text.size() + reach).find(link->text);
    if (at == std::string_view::npos || link->text.find('\n') != std::string::npos) continue;
    places.push_back({from + at, &*link, nullptr});
    from += at + link->text.size();
  }
  return places;
}

std::vector<BlockWriter::Place> BlockWriter::places_in(const Text& text) const {
  auto places = find_links(text.text, text.span);
  if (text.asides.empty()) return places;
  const auto links = places.size();
  std::size_t next = 0;
  for (const auto& aside : text.asides) {
    while (next < links && places[next].at < aside.at) ++next;
    // What stands within the words of a link comes behind them.
    const auto end = next > 0 ? places[next - 1].at + places[next - 1].link->text.size() : 0;
    places.push_back({std::max(aside.at, end), nullptr, &aside});
  }
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.at < b.at; });
  return places;
}

std::string BlockWriter::linked(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Place>& places) {
  std::string out;
  auto place = std::lower_bound(places.begin(), places.end(), begin, [](const Place& p, std::size_t at) { return p.at < at; });
  for (; place != places.end() && (place->at < end || (place->aside && place->at == end)); ++place) {
    if (place->at < begin) continue;
    out += inline_text(text.substr(begin, place->at - begin));
    begin = place->at;
    if (place->aside) {
      out += aside_text(*place->aside, out, text.substr(begin, end - begin));
      continue;
    }
    if (out.ends_with('!')) out.insert(out.size() - 1, 1, '\\');  // no image
    out += "[" + inline_text(place->link->text) + "](" + address(place->link->href) + ")";
    begin = place->at + place->link->text.size();
  }
  return out + inline_text(text.substr(begin, end - begin));
}

void BlockWriter::lines(const Text& text, std::string_view first_prefix, std::string_view prefix) {
  const std::string_view all = text.text;
  const auto places = places_in(text);
  out_ += first_prefix;
  for (std::size_t at = 0;;) {
    const auto line_end = std::min(all.find('\n', at), all.size());
    // White space at either end of a line has a meaning of its own.
    const auto begin = std::min(all.find_first_not_of(" \t", at), line_end);
    auto end = line_end;
    while (end > begin && (all[end - 1] == ' ' || all[end - 1] == '\t')) --end;
    out_ += guard_line_start(linked(all, begin, end, places));
    if (line_end == all.size()) break;
    at = line_end + 1;
    out_ += "\\\n";
    out_ += prefix;
  }
  out_ += '\n';
}

std::string BlockWriter::inline_of(const Text& text) const {
  const auto places = places_in(text);
  const std::string_view all = text.text;
  std::string out;
  for (std::size_t at = 0;;) {
    const auto end = std::min(all.find('\n', at), all.size());
    out += linked(all, at, end, places);
    if (end == all.size()) return out;
    out += "<br>";
    at = end + 1;
  }
}

void BlockWriter::paragraph(std::string_view markdown) {
  out_ += markdown;
  out_ += "\n\n";
  after_list_ = false;
}

namespace {

// The sign in front of an entry that its own text carries ("* "), with the blanks behind it.
std::size_t own_bullet(std::string_view text) {
  for (const std::string_view sign : {"\u2022", "\u00B7", "\u25AA", "\u25CF", "\u25E6", "\u2023", "\uF0B7", "\uF0A7"})
    if (text.starts_with(sign) && text.size() > sign.size() && text[sign.size()] == ' ') return text.find_first_not_of(' ', sign.size());
  return 0;
}

Text without_own_bullet(const Text& entry) {
  const auto size = own_bullet(entry.text);
  if (size == 0 || size == std::string::npos) return entry;
  auto bare = entry;
  bare.text.erase(0, size);
  for (auto& aside : bare.asides) aside.at -= std::min(aside.at, size);
  return bare;
}

}  // namespace

void BlockWriter::list(const Block& block, std::string_view quote, std::string_view lead) {
  // Two lists in a row with the same bullet would be one.
  star_ = after_list_ && !star_;
  std::vector<int> numbers;
  std::vector<std::size_t> indents = {0};  // per depth: where the markers stand
  std::size_t depth = 0;
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    const auto wanted = i < block.depths.size() ? static_cast<std::size_t>(std::max(0, block.depths[i])) : 0;
    depth = i == 0 ? 0 : std::min({wanted, depth + 1, max_list_depth});
    numbers.resize(depth + 1);
    indents.resize(depth + 1);
    numbers[depth] = block.items[i].number > 0 ? block.items[i].number : numbers[depth] + 1;
    const auto marker = block.ordered ? std::to_string(numbers[depth]) + (star_ ? ")" : ".") : std::string(star_ ? "*" : "-");
    const auto indent = std::string(quote) + std::string(indents[depth], ' ');
    indents.push_back(indents[depth] + marker.size() + 1);
    const auto& ticked = block.items[i].ticked;
    std::string in_front = !ticked ? "" : *ticked ? "[x] " : "[ ] ";
    if (i == 0 && !lead.empty()) in_front += std::string(lead) + " ";
    lines(without_own_bullet(block.items[i]), indent + marker + " " + in_front, indent + std::string(marker.size() + 1, ' '));
  }
}

// A paragraph of lines that each carry a bullet, or one such line, is a list to a reader.
bool BlockWriter::bullets(const Block& block, std::string_view quote) {
  if (!block.asides.empty() || own_bullet(block.text) == 0) return false;
  std::string markdown;
  const std::string_view all = block.text;
  const auto places = find_links(all, block.span);
  for (std::size_t at = 0;;) {
    const auto end = std::min(all.find('\n', at), all.size());
    const auto bare = own_bullet(all.substr(at, end - at));
    if (bare == 0 || bare == std::string::npos) return false;
    markdown += std::string(quote) + "- " + guard_line_start(linked(all, at + bare, end, places)) + "\n";
    if (end == all.size()) break;
    at = end + 1;
  }
  out_ += markdown;
  return true;
}

// "[^1]: One by proxy. [^2]: …": what a mark of a note leads to stands on a line of its own.
bool BlockWriter::notes(const Block& block) {
  std::string_view rest = block.text;
  if (!rest.starts_with("[^") || !block.asides.empty()) return false;
  while (!rest.empty()) {
    const auto end = rest.find("]:");
    if (end == std::string_view::npos) return false;
    const auto next = std::min(rest.find("[^", end), rest.size());
    auto words = rest.substr(end + 2, next - end - 2);
    while (!words.empty() && (words.back() == ' ' || words.back() == '\n')) words.remove_suffix(1);
    out_ += std::string(rest.substr(0, end + 2)) + inline_text(words) + "\n";
    rest.remove_prefix(next);
  }
  return true;
}

void BlockWriter::table(const Block& block, std::string_view quote) {
  std::size_t columns = 0;
  for (const auto& row : block.rows) columns = std::max(columns, row.size());
  for (std::size_t r = 0; r < block.rows.size(); ++r) {
    const auto& row = block.rows[r];
    out_ += std::string(quote) + "|";
    for (std::size_t c = 0; c < (r == 0 ? columns : row.size()); ++c) out_ += " " + (c < row.size() ? inline_of(row[c]) : "") + " |";
    out_ += '\n';
    if (r > 0) continue;
    out_ += std::string(quote) + "|";
    for (std::size_t c = 0; c < columns; ++c) out_ += " --- |";
    out_ += '\n';
  }
}

void BlockWriter::write(const Block& block, Emphasis emphasis, std::string_view lead) {
  const std::string_view quote = emphasis == Emphasis::quote ? "> " : "";
  switch (block.type) {
    case BlockType::paragraph:
      if (block.text.empty() && block.asides.empty()) return;
      if (lead.empty() && (bullets(block, quote) || notes(block))) break;
      lines({block.text, block.span, block.asides}, std::string(quote) + std::string(lead) + (lead.empty() ? "" : " "), quote);
      break;
    case BlockType::list: list(block, quote, lead); break;
    case BlockType::table: table(block, quote); break;
  }
  out_ += '\n';
  after_list_ = block.type == BlockType::list;
}

}  // namespace protokoll::markdown
