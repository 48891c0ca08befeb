#include "document/printed.hpp"

#include <algorithm>

namespace protokoll {
namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

PrintedDocument::PrintedDocument(const Document& document, const Source& source) {
  document_.text = document.text;
  document_.blocks = document.blocks;
  document_.runs = document.runs;
  document_.containers = document.containers;
  document_.links = document.links;
  // Text that already is UTF-8 is not copied: offsets in it differ from those in the file by a byte order mark at most.
  const auto bytes = source.bytes();
  const bool as_in_file = source.text().data() >= bytes.data() && source.text().data() <= bytes.data() + bytes.size();
  const auto& text = document_.text;
  for (auto step = document.steps.begin(); step != document.steps.end(); ++step) {
    const auto end = std::next(step) == document.steps.end() ? static_cast<std::uint32_t>(text.size()) : std::next(step)->text;
    const bool literal = end - step->text == step->source_end - step->source;
    if (as_in_file || !literal) {
      add({step->text, end}, source.to_bytes({step->source, step->source_end}));
      continue;
    }
    for (auto at = step->text; at < end;) {
      auto next = at + 1;
      while (next < end && continues_character(text[next])) ++next;
      add({at, next}, source.to_bytes({step->source + (at - step->text), step->source + (next - step->text)}));
      at = next;
    }
  }
  std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) { return a.bytes.begin < b.bytes.begin; });
  std::size_t furthest = 0;
  for (auto& piece : pieces_) piece.bytes_end = furthest = std::max(furthest, piece.bytes.end);
}

void PrintedDocument::add(Range text, Span bytes) {
  if (text.empty() || bytes.empty()) return;
  if (!pieces_.empty()) {
    auto& last = pieces_.back();
    const bool linear = last.text.size() == last.bytes.size() && text.size() == bytes.size();
    if (linear && last.text.end == text.begin && last.bytes.end == bytes.begin) {
      last.text.end = text.end;
      last.bytes.end = bytes.end;
      return;
    }
  }
  pieces_.push_back({text, bytes});
}

std::vector<PrintedDocument::Piece>::const_iterator PrintedDocument::first_behind(std::size_t byte) const {
  return std::upper_bound(pieces_.begin(), pieces_.end(), byte, [](std::size_t b, const Piece& piece) { return b < piece.bytes_end; });
}

Range PrintedDocument::cut(const Piece& piece, Span bytes) const {
  auto range = piece.text;
  if (piece.text.size() != piece.bytes.size()) return range;
  if (bytes.begin > piece.bytes.begin) range.begin += static_cast<std::uint32_t>(bytes.begin - piece.bytes.begin);
  if (bytes.end < piece.bytes.end) range.end -= static_cast<std::uint32_t>(piece.bytes.end - bytes.end);
  while (range.begin > piece.text.begin && continues_character(document_.text[range.begin])) --range.begin;
  while (range.end < piece.text.end && continues_character(document_.text[range.end])) ++range.end;
  return range;
}

std::vector<Range> PrintedDocument::ranges(Span bytes) const {
  std::vector<Range> found;
  for (auto piece = first_behind(bytes.begin); piece != pieces_.end() && piece->bytes.begin < bytes.end; ++piece)
    if (piece->bytes.end > bytes.begin) found.push_back(cut(*piece, bytes));
  std::sort(found.begin(), found.end(), [](Range a, Range b) { return a.begin < b.begin; });
  std::vector<Range> joined;
  for (const auto range : found) {
    // Between two blocks, and where white space was folded, one character stands for nothing in the file.
    if (!joined.empty() && range.begin <= joined.back().end + 1)
      joined.back().end = std::max(joined.back().end, range.end);
    else
      joined.push_back(range);
  }
  return joined;
}

std::uint32_t PrintedDocument::place(std::size_t byte) const {
  const auto piece = first_behind(byte);
  if (piece == pieces_.end()) return document_.blocks.empty() ? 0 : document_.blocks.back().range.end;
  return byte <= piece->bytes.begin ? piece->text.begin : cut(*piece, {byte, piece->bytes.end}).begin;
}

}  // namespace protokoll
