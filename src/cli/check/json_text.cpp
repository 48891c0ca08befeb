#include "cli/check/json_text.hpp"

#include <fmt/format.h>

namespace protokoll::cli {

std::string json_text(const nlohmann::ordered_json& value) {
  const auto plain = value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  std::string safe;
  safe.reserve(plain.size());
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const auto byte = static_cast<unsigned char>(plain[at]);
    const auto next = at + 1 < plain.size() ? static_cast<unsigned char>(plain[at + 1]) : 0;
    if (byte == 0x7F) {
      safe += "\\u007f";
    } else if (byte == 0xC2 && next < 0xA0) {
      safe += fmt::format("\\u{:04x}", next);
      ++at;
    } else {
      safe += plain[at];
    }
  }
  return safe;
}

}  // namespace protokoll::cli
