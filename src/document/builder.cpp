#include "document/builder.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <utility>

namespace protokoll {
namespace {

enum class CharClass : std::uint8_t { text, space, line_end, dropped, combining };

struct Character {
  CharClass kind;
  std::size_t size;
};

// Bytes that may begin a character which is not simply text: white space, controls, format characters, combining marks.
constexpr auto special = [] {
  std::array<bool, 256> table{};
  for (int byte = 0; byte <= 0x20; ++byte) table[byte] = true;
  table[0x7F] = table[0xC2] = true;
  for (int byte = 0xCC; byte <= 0xFF; ++byte) table[byte] = true;
  return table;
}();

bool is_special(char c) { return special[static_cast<unsigned char>(c)]; }

// The end of what stays as it is from `at` on: words with single spaces between them.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  auto stop = at;
  while (stop < text.size() && (!is_special(text[stop]) || (text[stop] == ' ' && stop > at && stop + 1 < text.size() && !is_special(text[stop + 1])))) ++stop;
  return stop;
}

// Whether Unicode's canonical composition (UAX #15) may join a character with the one before it or write it otherwise.
bool may_compose(utf8proc_int32_t code) {
  const auto* property = utf8proc_get_property(code);
  const bool jamo = (code >= 0x1161 && code <= 0x1175) || (code >= 0x11A8 && code <= 0x11C2);
  return jamo || property->combining_class != 0 || property->category == UTF8PROC_CATEGORY_MC ||
         (property->decomp_seqindex != UINT16_MAX && property->decomp_type == 0);
}

CharClass classify(utf8proc_int32_t code) {
  if (code == '\n') return CharClass::line_end;
  if (code == ' ' || code == '\t' || code == '\r' || code == '\f' || code == '\v' || code == 0x85 || code == 0xA0) return CharClass::space;
  if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return CharClass::dropped;
  if (code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF) return CharClass::dropped;
  if (code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000)
    return CharClass::space;
  return code >= 0x300 && may_compose(code) ? CharClass::combining : CharClass::text;
}

Character character_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t code = 0;
  const auto size =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at), static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  assert(size > 0);
  return {classify(code), static_cast<std::size_t>(size)};
}

// Controls are nothing that a link leads to; a terminal could obey them.
std::string without_controls(std::string_view href) {
  std::string plain;
  for (std::size_t at = 0; at < href.size();) {
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(href.data() + at), static_cast<utf8proc_ssize_t>(href.size() - at), &code);
    if (size > 0 && code >= 0x20 && (code < 0x7F || code > 0x9F)) plain += href.substr(at, static_cast<std::size_t>(size));
    at += size > 0 ? static_cast<std::size_t>(size) : 1;
  }
  return plain;
}

}  // namespace

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
  document_.links.push_back({{}, without_controls(href)});
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

// Brings the character at `from` and those before it that it may join with into NFC.
void DocumentBuilder::compose(std::size_t from) {
  const std::string_view text = document_.text;
  const auto base = composition_begin(from);
  utf8proc_uint8_t* composed = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + base), static_cast<utf8proc_ssize_t>(text.size() - base),
                                 &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return;
  const std::string joined(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
  free(composed);
  if (joined != text.substr(base)) replace_tail(base, joined);
}

std::size_t DocumentBuilder::composition_begin(std::size_t from) const {
  constexpr int most_marks = 30;  // UAX #15, stream-safe text; without a bound a row of marks would take quadratic time
  const std::size_t limit = block_begin_;
  auto base = from;
  for (int marks = 0; base > limit && marks < most_marks; ++marks) {
    --base;
    while (base > limit && (static_cast<unsigned char>(document_.text[base]) & 0xC0) == 0x80) --base;
    if (character_at(document_.text, base).kind != CharClass::combining) break;
  }
  return base;
}

void DocumentBuilder::replace_tail(std::size_t base, std::string_view joined) {
  auto& text = document_.text;
  const Range tail{static_cast<std::uint32_t>(base), static_cast<std::uint32_t>(text.size())};
  const auto place = document_.to_source(tail);
  Document::cut_steps(document_.steps, tail.end, tail.begin);
  text.resize(base);
  step(place.begin, place.end, false);
  text += joined;
  // The joined character belongs to the run of its first part, and so to that run's link.
  auto& runs = document_.runs;
  const auto end = static_cast<std::uint32_t>(text.size());
  while (runs.back().range.begin > base) runs.pop_back();
  if (link_ >= 0 && link_ != runs.back().link) document_.links[link_].range = {};
  if (runs.back().link >= 0) document_.links[runs.back().link].range.end = end;
}

}  // namespace protokoll
