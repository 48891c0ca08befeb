/// The words with which documents for people are written, in the language of the minutes.
#pragma once

#include <string>
#include <string_view>

namespace protokoll {

/// The word for `key` in a language (BCP 47) from the key "writer" of its file; from English if the language lacks it.
[[nodiscard]] std::string word(std::string_view language, std::string_view key);

}  // namespace protokoll
