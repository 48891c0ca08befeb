/// The set of languages that a document may be in.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "languages/language.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll {

/// Those built in; each compiled when a document first needs it.
[[nodiscard]] const Languages& built_in_languages();

}  // namespace protokoll
