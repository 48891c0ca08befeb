#include "facts/meeting/head_reader.hpp"

#include <utility>

#include "facts/meeting/place.hpp"
#include "facts/meeting/statements.hpp"
#include "words/text.hpp"

namespace protokoll {

void HeadReader::title(std::string_view text) {
  choice_.date(text, Worth::label);
  choice_.times(text, Worth::title);
  const auto place = place_in_sentence(text, context_);
  if (place.weight >= 2) choice_.place(place.text, Worth::title);
  else if (const auto line = place_in_line(text, context_); line.weight == 3 || (line.weight > 0 && behind_calendar(text, line.text))) choice_.place(line.text, Worth::title);
}

void HeadReader::piece(const Piece& piece) {
  const auto& block = context_.block(piece);
  const auto text = context_.view(piece);
  ++pieces_;
  if (block.kind == BlockKind::metadata) return metadata(block);
  if (block.kind == BlockKind::heading) under_next_ = has(head_keys(text, context_), "next");
  if (under_next_) return;
  if (starts_anew(piece, block)) waiting_.clear();
  last_block_ = piece.block;
  if (const auto keys = head_keys(text, context_); !keys.empty() && !(block.continues && text.find('\n') != std::string_view::npos)) {
    // A heading "Association" above a list is a group of it, not whose minutes these are.
    if (block.kind == BlockKind::heading && has(keys, "organization")) return;
    waiting_ = keys;
    complete_ = false;
    return;
  }
  for (const auto& segment : split_labels(text, context_.language)) read(segment, block);
}

void HeadReader::item(std::string_view title, const std::vector<Piece>& body) {
  waiting_ = head_keys(title, context_);
  under_next_ = has(waiting_, "next");
  in_item_ = true;
  std::erase(waiting_, "other");
  std::erase(waiting_, "next");
  std::erase(waiting_, "title");
  complete_ = false;
  constexpr std::size_t most = 12;
  for (std::size_t i = 0; i < body.size() && i < most; ++i) piece(body[i]);
  waiting_.clear();
  in_item_ = false;
}

bool HeadReader::begins_with_mail() const {
  int seen = 0;
  for (const auto& block : context_.document.blocks) {
    if (block.boilerplate || block.range.empty()) continue;
    for (const auto line : lines(context_.document.view(block))) {
      constexpr int first_lines = 3;
      if (++seen > first_lines) return false;
      const auto colon = line.find(':');
      if (colon < 20 && line.find('@') != std::string_view::npos && line.find('@') > colon) return true;
    }
  }
  return false;
}

bool HeadReader::is_bold_line(const TextBlock& block) const {
  if (block.continues || block.container >= 0 || block.last_run != block.first_run + 1) return false;
  return (context_.document.runs[block.first_run].style & bold) != 0;
}

bool HeadReader::starts_anew(const Piece& piece, const TextBlock& block) {
  const auto table = std::exchange(last_table_, context_.document.enclosing(block.container, ContainerKind::table));
  const auto cell = std::exchange(last_cell_, context_.document.enclosing(block.container, ContainerKind::cell));
  if (table >= 0 && table != last_table_) return true;
  // A heading may itself be the value: "Beginn" above "11:40 Uhr" in one cell.
  const bool same_cell = cell >= 0 && cell == last_cell_;
  if ((block.kind == BlockKind::heading && !same_cell) || is_bold_line(block)) return true;
  for (auto i = last_block_ + 1; i < piece.block; ++i)
    if (context_.document.blocks[i].kind == BlockKind::rule) return true;
  return complete_ && !block.continues;
}

void HeadReader::read(const Segment& segment, const TextBlock& block) {
  if (segment.keys) {
    const auto bare = segment.label.substr(0, segment.label.find('('));
    waiting_ = head_keys(longer_label(segment, block), context_);
    if (waiting_.empty()) waiting_ = head_keys(bare, context_);
    complete_ = false;
    if (segment.value.empty()) return;
    labelled(segment.value);
    complete_ = !segment.value.ends_with(',') && !segment.value.ends_with(';');
    return;
  }
  unlabelled(segment.value, block);
}

void HeadReader::unlabelled(std::string_view text, const TextBlock& block) {
  constexpr std::size_t long_text = 160;
  if (!waiting_.empty() && !has(waiting_, "other") && !has(waiting_, "next") && text.size() < long_text) {
    labelled(text);
    if (!has(waiting_, "date")) waiting_.clear();
    return;
  }
  if (has(waiting_, "other") && text.size() < long_text && !in_item_ && !complete_) {
    near_date_ = false;
    if (find_dates(text, context_.language).empty()) return;
  }
  if (has(waiting_, "next")) return;
  for (const auto part : statements(text, context_)) consider(part, block);
}

}  // namespace protokoll
