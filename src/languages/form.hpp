/// The form of a language file (README.md in this folder).
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace protokoll {

/// The content of a language file. Throws std::invalid_argument with the key that is unknown or has not the form it must have.
[[nodiscard]] nlohmann::json parse_language_file(std::string_view text);

/// What `own` says in addition to `base`: its words, labels and patterns come in front, its single values replace those of `base`.
[[nodiscard]] nlohmann::json extend_language_file(const nlohmann::json& base, const nlohmann::json& own);

}  // namespace protokoll
