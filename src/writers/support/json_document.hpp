/// The JSON document `protokoll/1`, shared by the writers `json` and `ndjson`.
#pragma once

#include <string>

#include "protokoll/model.hpp"

namespace protokoll {

enum class JsonLayout { pretty, compact };

/// Appends `minutes` as one JSON object without a line end behind it.
void append_json_document(const Minutes& minutes, JsonLayout layout, std::string& out);

}  // namespace protokoll
