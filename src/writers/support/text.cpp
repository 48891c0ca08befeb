#include "writers/support/text.hpp"

#include <utf8proc.h>

namespace protokoll {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  while (!text.empty()) {
    utf8proc_int32_t code_point;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    // DEL and the controls above it, which some terminals obey, are not escaped in JSON.
    const bool good = size > 0 && (code_point < 0x7F || code_point > 0x9F);
    valid += good ? text.substr(0, static_cast<std::size_t>(size)) : replacement;
    text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
  }
  return valid;
}

std::string without_controls(std::string_view text) {
  std::string plain;
  for (const char c : valid_utf8(text)) {
    if (static_cast<unsigned char>(c) < ' ')
      plain += replacement;
    else
      plain += c;
  }
  return plain;
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool gap = false;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') {
      gap = true;
      continue;
    }
    if (gap && !line.empty()) line += ' ';
    gap = false;
    line += c;
  }
  return line;
}

}  // namespace protokoll
