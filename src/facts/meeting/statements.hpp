/// What the head's facts ask of words and stretches of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// The keys of the labels of the head that a text is, also of several in one ("Date/Time", "Ort und Zeit", "Beginn der Sitzung"): date,
/// start, end, location, organization, title, next; "other" for a label that announces something else; empty if it is no label.
[[nodiscard]] std::vector<std::string> head_keys(std::string_view label, const Context& context);

/// Lines where a text is made of lines, else sentences.
[[nodiscard]] std::vector<std::string_view> statements(std::string_view text, const Context& context);

/// The classes of a word by itself, also where it stands in a phrase.
[[nodiscard]] WordClasses own_classes(const Token& token, const Context& context);

/// Where a list of the language file has one of the words; the tokens' size if none.
[[nodiscard]] std::size_t find_word(Tokens tokens, Key list, const Context& context, std::size_t from = 0);

}  // namespace protokoll
