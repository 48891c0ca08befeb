/// Those who act in a document without being named by its head.
#pragma once

#include <string>
#include <unordered_set>

#include "structure/context.hpp"

namespace protokoll {

/// Capitalised words that begin sentences as who acts, again and again, and that hardly ever stand behind an article: "Yannik baut …", "JP asks …".
[[nodiscard]] std::unordered_set<std::string> acting_names(const Context& context);

}  // namespace protokoll
