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

/// Whether the words of `part` stand in a row in `whole`; both as comparable() gives them.
[[nodiscard]] bool has_words(std::string_view whole, std::string_view part);
/// So many words from the front; empty where there are fewer.
[[nodiscard]] std::string first_words(std::string_view text, std::size_t count);
/// A task without what stands in brackets at its end: who does it, until when.
[[nodiscard]] std::string_view without_brackets(std::string_view text);

/// A document's name as UTF-8, as JSON has it.
[[nodiscard]] std::string valid_name(std::string_view name);

}  // namespace protokoll::registers
