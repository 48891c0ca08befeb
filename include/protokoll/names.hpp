/// Names as people type them: in any case, and misspelt.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace protokoll {

/// Whether two names differ in the case of ASCII letters at most.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

/// The name that was probably meant: one or two slips away (a letter wrong, missing, too many, or two exchanged), or empty.
[[nodiscard]] std::string_view nearest_name(std::string_view word, std::span<const std::string_view> names);

/// "unknown format 'jsn'; did you mean 'json'? (known: csv, json)", without the question where no name is near.
[[nodiscard]] std::string unknown_name(std::string_view kind, std::string_view word, std::span<const std::string_view> names);

}  // namespace protokoll
