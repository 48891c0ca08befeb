#include "document/builder.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "document/characters.hpp"

namespace protokoll {

DocumentBuilder::DocumentBuilder(Document& document, std::string_view source_text) : document_(document), source_(source_text) {}

Container& DocumentBuilder::open(ContainerKind kind) {
  end();
  Container container{.kind = kind, .parent = this->container()};
  stack_.push_back(static_cast<std::int32_t>(document_.containers.size()));
  blocks_before_.push_back(document_.blocks.size());
  return document_.containers.emplace_back(container);
}

void DocumentBuilder::close() {
  end();
  assert(!stack_.empty());
  stack_.pop_back();
  blocks_before_.pop_back();
}

void DocumentBuilder::begin(BlockKind kind, int level) {
  end();
  open_ = true;
  kind_ = kind;
  level_ = level;
  continues_ = false;
  first_run_ = document_.runs.size();
  block_begin_ = static_cast<std::uint32_t>(document_.text.size());
  split_ = 0;
  block_source_ = {};
  pending_space_ = 0;
}

void DocumentBuilder::end() {
  if (!open_) return;
  open_ = false;
  pending_space_ = 0;
  const auto size = static_cast<std::uint32_t>(document_.text.size());
  if (size == block_begin_ && kind_ != BlockKind::rule) return;
  if (document_.runs.size() > first_run_) document_.runs.back().range.end = size;
  TextBlock block{.kind = kind_, .level = static_cast<std::uint8_t>(level_), .continues = continues_, .boilerplate = boilerplate_};
  block.container = container();
  block.range = {block_begin_, size};
  block.first_run = static_cast<std::uint32_t>(first_run_);
  block.last_run = static_cast<std::uint32_t>(document_.runs.size());
  block.split = split_ ? std::min(split_, size) : block_begin_;
  block.source = block_source_;
  if (!stack_.empty()) {
    const auto kind = document_.containers[stack_.back()].kind;
    const bool first = blocks_before_.back() == document_.blocks.size();
    block.starts_item = first && (kind == ContainerKind::item || kind == ContainerKind::term || kind == ContainerKind::definition);
  }
  document_.blocks.push_back(block);
  if (size > block_begin_) {
    const auto source_end = document_.steps.back().source_end;
    step(source_end, source_end, false);
    document_.text += '\n';
  }
}

void DocumentBuilder::part() {
  end();
  if (!document_.text.empty()) document_.text.back() = rift;
}

void DocumentBuilder::part_block() {
  if (!open_) return;
  const auto source = block_source_;
  part();
  begin(kind_, level_);
  mark_source(source);
}

void DocumentBuilder::hard_break() {
  if (!open_) return;
  const bool had_text = document_.text.size() > block_begin_;
  const auto kind = kind_;
  const auto level = level_;
  const bool continued = continues_;
  end();
  begin(kind, level);
  continues_ = had_text || continued;
}

void DocumentBuilder::soft_break() {
  if (!open_ || document_.text.size() == block_begin_) return;
  const std::size_t end = document_.steps.back().source_end;
  const bool line_end = end < source_.size() && source_[end] == '\n';
  space({end, end + line_end}, '\n');
}

void DocumentBuilder::space(Span source, char what) {
  if (pending_space_ == '\n') return;
  if (pending_space_ == 0 || what == '\n') {
    pending_space_ = what;
    pending_source_ = source;
  }
}

void DocumentBuilder::verbatim(std::size_t offset, std::size_t size) {
  const std::string_view text = source_.substr(offset, size);
  std::size_t at = 0;
  while (at < text.size()) {
    const auto stop = end_of_plain(text, at);
    if (stop > at) append(text.substr(at, stop - at), offset + at, offset + stop);
    at = stop;
    if (at == text.size()) break;
    const auto character = character_at(text, at);
    const auto place = offset + at;
    at += character.size;
    switch (character.kind) {
      case CharClass::joiner:
        if (!is_behind_character()) break;
        [[fallthrough]];
      case CharClass::text:
        append(text.substr(place - offset, character.size), place, place + character.size);
        break;
      case CharClass::space:
        space({place, offset + at}, ' ');
        break;
      case CharClass::line_end:
        if (preformatted_)
          hard_break();
        else
          space({place, offset + at}, ' ');
        break;
      case CharClass::dropped:
        break;
      case CharClass::combining:
        append(text.substr(place - offset, character.size), place, place + character.size);
        compose(document_.text.size() - character.size);
        break;
    }
  }
}

void DocumentBuilder::replaced(Span source, std::string_view decoded) {
  std::size_t at = 0;
  while (at < decoded.size()) {
    const auto character = character_at(decoded, at);
    const auto piece = decoded.substr(at, character.size);
    at += character.size;
    switch (character.kind) {
      case CharClass::joiner:
        if (!is_behind_character()) break;
        [[fallthrough]];
      case CharClass::text:
        append(piece, source.begin, source.end);
        break;
      case CharClass::space:
        space(source, ' ');
        break;
      case CharClass::line_end:
        if (preformatted_)
          hard_break();
        else
          space(source, ' ');
        break;
      case CharClass::dropped:
        break;
      case CharClass::combining:
        append(piece, source.begin, source.end);
        compose(document_.text.size() - piece.size());
        break;
    }
  }
}

void DocumentBuilder::split_here() { split_ = static_cast<std::uint32_t>(document_.text.size() + (pending_space_ ? 1 : 0)); }

void DocumentBuilder::set_style(Style style, bool on) { style_ = static_cast<std::uint8_t>(on ? style_ | style : style_ & ~style); }

void DocumentBuilder::begin_link(std::string href) {
  end_link();
  link_ = static_cast<std::int32_t>(document_.links.size());
  document_.links.push_back({{}, link_target(href)});
}

void DocumentBuilder::end_link() { link_ = -1; }

void DocumentBuilder::mark_source(Span source) { block_source_ = source; }

void DocumentBuilder::append(std::string_view decoded, std::size_t source, std::size_t source_end) {
  if (!open_) begin(BlockKind::paragraph);
  if (pending_space_ && document_.text.size() > block_begin_) {
    step(pending_source_.begin, pending_source_.end, pending_source_.size() == 1);
    document_.text += pending_space_;
  }
  pending_space_ = 0;
  start_run();
  step(source, source_end, source_end - source == decoded.size());
  document_.text += decoded;
  if (link_ >= 0) {
    auto& range = document_.links[link_].range;
    if (range.empty()) range.begin = static_cast<std::uint32_t>(document_.text.size() - decoded.size());
    range.end = static_cast<std::uint32_t>(document_.text.size());
  }
}

void DocumentBuilder::step(std::size_t source, std::size_t source_end, bool literal) {
  auto& steps = document_.steps;
  const auto text = static_cast<std::uint32_t>(document_.text.size());
  if (literal && !steps.empty() && steps.back().source_end == source && steps.back().source_end - steps.back().source == text - steps.back().text) {
    steps.back().source_end = static_cast<std::uint32_t>(source_end);
    return;
  }
  steps.push_back({text, static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(source_end)});
}

void DocumentBuilder::start_run() {
  auto& runs = document_.runs;
  const auto here = static_cast<std::uint32_t>(document_.text.size());
  if (runs.size() > first_run_) {
    if (runs.back().style == style_ && runs.back().link == link_) return;
    runs.back().range.end = here;
  }
  runs.push_back({{runs.size() > first_run_ ? here : block_begin_, here}, style_, link_});
}

}  // namespace protokoll
