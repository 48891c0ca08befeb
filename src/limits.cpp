#include "protokoll/limits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace protokoll {

void limit(std::vector<Diagnostic>& diagnostics) {
  if (diagnostics.size() <= max_diagnostics) return;
  const auto first = diagnostics.begin() + static_cast<std::ptrdiff_t>(max_diagnostics);
  const auto severest = std::max_element(first, diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.severity < b.severity; })->severity;
  Diagnostic closing{"diagnostics-left-out", severest, fmt::format("{} further findings in this document are left out", diagnostics.end() - first), first->span};
  diagnostics.erase(first, diagnostics.end());
  diagnostics.push_back(std::move(closing));
}

}  // namespace protokoll
