/// One row of the agenda as the model's item.
#pragma once

#include "facts/names/names.hpp"

namespace protokoll {

[[nodiscard]] AgendaItem to_item(const Row& row, const NameEvidence& evidence, Context& context);

}  // namespace protokoll
