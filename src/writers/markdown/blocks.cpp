#include "writers/markdown/blocks.hpp"

#include <algorithm>

#include "writers/markdown/escape.hpp"

namespace protokoll::markdown {
namespace {

// Deeper lists would make the indentation, and so the output, quadratic.
constexpr std::size_t max_list_depth = 20;

}  // namespace

/// The line, escaped, with those links in it whose words stand there.
std::string BlockWriter::linked(std::string_view line, Span span) const {
  if (!links_ || span.empty()) return inline_text(line);
  std::string out;
  auto link = std::lower_bound(links_->begin(), links_->end(), span.begin, [](const Link& l, std::size_t begin) { return l.span.begin < begin; });
  for (; link != links_->end() && link->span.begin < span.end; ++link) {
    if (link->text.empty() || link->href.empty() || link->text == link->href) continue;
    const auto at = line.find(link->text);
    if (at == std::string_view::npos) continue;
    out += inline_text(line.substr(0, at)) + "[" + inline_text(link->text) + "](" + address(link->href) + ")";
    line.remove_prefix(at + link->text.size());
  }
  return out + inline_text(line);
}

void BlockWriter::lines(std::string_view text, Span span, std::string_view first_prefix, std::string_view prefix) {
  out_ += first_prefix;
  while (true) {
    const auto end = std::min(text.find('\n'), text.size());
    // White space at either end of a line has a meaning of its own.
    const auto begin = std::min(text.find_first_not_of(" \t"), end);
    const auto line = text.substr(begin, end - begin);
    out_ += guard_line_start(linked(line.substr(0, line.find_last_not_of(" \t") + 1), span));
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
    out_ += "\\\n";
    out_ += prefix;
  }
  out_ += '\n';
}

void BlockWriter::paragraph(std::string_view markdown) {
  out_ += markdown;
  out_ += "\n\n";
  after_list_ = false;
}

void BlockWriter::list(const Block& block, std::string_view quote) {
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
    ++numbers[depth];
    const auto marker = block.ordered ? std::to_string(numbers[depth]) + (star_ ? ")" : ".") : std::string(star_ ? "*" : "-");
    const auto indent = std::string(quote) + std::string(indents[depth], ' ');
    indents.push_back(indents[depth] + marker.size() + 1);
    lines(block.items[i].text, block.items[i].span, indent + marker + " ", indent + std::string(marker.size() + 1, ' '));
  }
}

void BlockWriter::table(const Block& block, std::string_view quote) {
  std::size_t columns = 0;
  for (const auto& row : block.rows) columns = std::max(columns, row.size());
  for (std::size_t r = 0; r < block.rows.size(); ++r) {
    const auto& row = block.rows[r];
    out_ += std::string(quote) + "|";
    for (std::size_t c = 0; c < (r == 0 ? columns : row.size()); ++c) out_ += " " + (c < row.size() ? linked(row[c].text, row[c].span) : "") + " |";
    out_ += '\n';
    if (r > 0) continue;
    out_ += std::string(quote) + "|";
    for (std::size_t c = 0; c < columns; ++c) out_ += " --- |";
    out_ += '\n';
  }
}

void BlockWriter::write(const Block& block, Emphasis emphasis) {
  const std::string_view quote = emphasis == Emphasis::quote ? "> " : "";
  switch (block.type) {
    case BlockType::paragraph:
      if (block.text.empty()) return;
      lines(block.text, block.span, quote, quote);
      break;
    case BlockType::list: list(block, quote); break;
    case BlockType::table: table(block, quote); break;
  }
  out_ += '\n';
  after_list_ = block.type == BlockType::list;
}

}  // namespace protokoll::markdown
