/// The set of languages that a document may be in.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "languages/language.hpp"
#include "languages/typical_words.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll {

/// What the typical words of a text say of its language and of those of its parts.
class TextLanguages {
 public:
  /// Both must outlive it.
  TextLanguages(const Languages& languages, std::string_view text);

  /// The language with the most typical words; a declared one wins ties.
  [[nodiscard]] const Language& main(std::string_view declared) const;
  /// The language of some parts (views into the text) together: `otherwise`, unless another has twice as many typical words in them, and enough.
  [[nodiscard]] const Language& clearly(std::span<const std::string_view> parts, const Language& otherwise) const;

 private:
  using Places = std::vector<TypicalWords::Place>;
  void count(Places::const_iterator place, Places::const_iterator end, std::vector<int>& counts) const;

  const Languages& languages_;
  std::string_view text_;
  Places places_;
  std::vector<int> counts_;  // by language
};

/// Those built in; each compiled when a document first needs it.
[[nodiscard]] const Languages& built_in_languages();

}  // namespace protokoll
