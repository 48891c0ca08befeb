/// Which encoding a document is in, and its characters one by one.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll {

struct Encoding {
  std::string_view name;           ///< IANA name
  std::size_t bom_size = 0;
  bool is_plain_utf8 = false;      ///< valid as it stands
  bool repairs = false;            ///< UTF-8 with single bytes of windows-1252 in it
};

/// By BOM, else UTF-32 or UTF-16 by their zero bytes, else valid UTF-8, else the declared charset, else windows-1252.
[[nodiscard]] Encoding find_encoding(std::string_view bytes);

enum class DecodeTrouble { none, undecodable, repaired };

/// Gives every character as UTF-8 with its bytes; what cannot be decoded as U+FFFD with `undecodable`.
void decode(std::string_view bytes, const Encoding& encoding, const std::function<void(std::string_view, Span, DecodeTrouble)>& sink);

/// Appends the diagnostic for one character; neighbours join, and after some hundred only a last one is added.
void report_decoding(DecodeTrouble trouble, Span place, std::vector<Diagnostic>& diagnostics);

/// Length of the valid UTF-8 sequence at the begin of `bytes`, or 0.
[[nodiscard]] std::size_t utf8_sequence(std::string_view bytes);
[[nodiscard]] bool is_utf8(std::string_view bytes);

}  // namespace protokoll
