/// `{name}` in the patterns of a language file.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace protokoll {

using Macros = std::map<std::string, std::string, std::less<>>;

/// What every language file gets from its own word lists and from the scripts of Europe: {number}, {month}, {weekday},
/// {honorific}, {title}, {name}, {w} (rest of a word), {gap} (up to a few words within a sentence).
[[nodiscard]] Macros built_in_macros(const nlohmann::json& file);

/// Replaces `{name}` by `(?:…)` and `{name:group}` by `(?P<group>…)`, macros within macros included.
/// Throws std::invalid_argument on an unknown name or a circle.
[[nodiscard]] std::string expand_macros(std::string_view expression, const Macros& macros, int depth = 0);

/// Replaces Unicode's classes of letters (\p{L}, \p{Lu}, \p{Ll}, \p{N}) by the Latin letters up to U+024F: RE2 compiles them a
/// hundred times faster. A file in another script says `"script": "any"`.
[[nodiscard]] std::string latin_classes(std::string_view expression);

}  // namespace protokoll
