/// An answer's JSON taken in, or refused with a sentence.
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "ground/node.hpp"

namespace protokoll::grounds {

/// How deep an answer may nest: minutes need a dozen levels.
inline constexpr int deepest = 64;

/// Throws BadAnswer: too large, no JSON (RFC 8259), no object, nested too deeply, a key twice in one object, text that is no Unicode.
void parse_answer(std::string_view bytes, std::size_t most_bytes, rapidjson::Document& answer);

[[nodiscard]] std::string to_text(const Json& json, bool pretty);

}  // namespace protokoll::grounds
