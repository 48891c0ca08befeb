/// Minutes read back from the JSON document `protokoll/1`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protokoll/model.hpp"

namespace protokoll::registers {

/// `source.name` of a document, without reading what stands behind it; nothing where the text is no such document.
[[nodiscard]] std::optional<std::string> name_in_json(std::string_view json);

/// What a register holds of minutes: all but asides, links, residue and diagnostics. Nothing where the text is no document `protokoll/1`;
/// values of another type than the schema's are taken for absent.
[[nodiscard]] std::optional<Minutes> minutes_from_json(std::string_view json);

}  // namespace protokoll::registers
