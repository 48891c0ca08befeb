/// Which file holds the answer about a document.
#pragma once

#include <optional>
#include <string>

namespace protokoll::cli {

/// Beside minutes.html: minutes.html.answer.json, else minutes.answer.json; nothing where there is neither.
[[nodiscard]] std::optional<std::string> answer_beside(const std::string& document);

}  // namespace protokoll::cli
