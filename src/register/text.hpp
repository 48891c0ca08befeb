/// The words of minutes as one text, for searching and reading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protokoll/model.hpp"

namespace protokoll::registers {

/// Paragraphs, entries and rows on lines of their own, the cells of a row with tabs between them.
[[nodiscard]] std::string plain_text(const std::vector<Block>& blocks);
/// The same of all sections, each under its heading.
[[nodiscard]] std::string plain_text(const std::vector<Section>& sections);

/// A document's name as UTF-8, as JSON has it.
[[nodiscard]] std::string valid_name(std::string_view name);

}  // namespace protokoll::registers
