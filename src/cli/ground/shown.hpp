/// What `ground` found of an answer, for people and for the reports that `check` has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/check/report.hpp"
#include "protokoll/ground.hpp"

namespace protokoll::cli {

/// As findings about the document: what it contradicts and what is not stated is an error, an altered value a warning; the others and unknown keys
/// are notes, which only `all` asks for.
[[nodiscard]] std::vector<Finding> findings_of(const Grounded& grounded, std::string_view bytes, bool all);

/// "minutes.md: 41 values: 38 exact, 2 derived, 1 contradicted"
[[nodiscard]] std::string summary(std::string_view name, const Grounded& grounded);

/// A line a value: pointer, grounding, value, place ("begin,end" in bytes, or empty), note; between them tabs.
[[nodiscard]] std::string values_of(const Grounded& grounded);

/// Answer and tool beside each other, a line or two for each fact.
[[nodiscard]] std::string table_of(std::string_view name, const Grounded& grounded);
/// The same for programs: one JSON object.
[[nodiscard]] std::string json_of(std::string_view name, const Grounded& grounded, bool pretty);

}  // namespace protokoll::cli
