#include "document/characters.hpp"

#include <utf8proc.h>

#include <array>
#include <cassert>

namespace protokoll {
namespace {

// Bytes that may begin a character which is not simply text: white space, controls, format characters, combining marks.
constexpr auto special = [] {
  std::array<bool, 256> table{};
  for (int byte = 0; byte <= 0x20; ++byte) table[byte] = true;
  table[0x7F] = table[0xC2] = true;
  for (int byte = 0xCC; byte <= 0xFF; ++byte) table[byte] = true;
  return table;
}();

bool is_special(char c) { return special[static_cast<unsigned char>(c)]; }

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
  if (code == 0x200C || code == 0x200D) return CharClass::joiner;
  if (code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000)
    return CharClass::space;
  return code >= 0x300 && may_compose(code) ? CharClass::combining : CharClass::text;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t code = 0;
  const auto size =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at), static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  assert(size > 0);
  return {classify(code), static_cast<std::size_t>(size)};
}

std::size_t end_of_plain(std::string_view text, std::size_t at) {
  auto stop = at;
  while (stop < text.size() && (!is_special(text[stop]) || (text[stop] == ' ' && stop > at && stop + 1 < text.size() && !is_special(text[stop + 1])))) ++stop;
  return stop;
}

std::string link_target(std::string_view href) {
  std::string plain;
  for (std::size_t at = 0; at < href.size();) {
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(href.data() + at), static_cast<utf8proc_ssize_t>(href.size() - at), &code);
    if (size > 0 && code >= 0x20 && (code < 0x7F || code > 0x9F)) plain += href.substr(at, static_cast<std::size_t>(size));
    at += size > 0 ? static_cast<std::size_t>(size) : 1;
  }
  return plain;
}

}  // namespace protokoll
