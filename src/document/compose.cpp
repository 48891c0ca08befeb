#include <utf8proc.h>

#include <cstdlib>
#include <string>

#include "document/builder.hpp"
#include "document/characters.hpp"

namespace protokoll {

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
