/// Sentences of the head that tell who met: "se reúnen los vocales Mia Ott, Jo Kern y Lee Fox", "sont réunis Mmes Ott et Kern …".
#pragma once

#include <string_view>
#include <vector>

#include "facts/names/name_entry.hpp"

namespace protokoll {

/// Those whom a paragraph of the head enumerates as having met; nobody if fewer than three are named so.
[[nodiscard]] std::vector<NameEntry> people_who_met(std::string_view paragraph, const Context& context);

}  // namespace protokoll
