/// JSON as the reports print it.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace protokoll::cli {

/// On one line. What is no UTF-8 becomes U+FFFD; DEL and the controls of ISO 6429 (U+0080 to U+009F), which a terminal may obey, are
/// escaped like those of ASCII.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& value);

}  // namespace protokoll::cli
