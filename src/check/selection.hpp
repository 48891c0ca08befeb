/// Which rules are in force and how severe they are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/rule.hpp"

namespace protokoll {

/// Every rule, by id.
[[nodiscard]] const std::vector<const Rule*>& rules_by_id();

/// Whether one of the words is the id, the begin of the id ("PK0"), the name of the rule, or "all". Ids of readers' diagnostics match whole.
[[nodiscard]] bool names_rule(const std::vector<std::string>& words, std::string_view id);

/// Throws std::invalid_argument if a word names no rule.
void require_known_rules(const CheckOptions& options);

/// The severity that a rule's findings have, or nothing if it is not to run.
[[nodiscard]] std::optional<Severity> severity_of(const Rule& rule, const CheckOptions& options);

}  // namespace protokoll
