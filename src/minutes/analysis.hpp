/// From a document of any dialect to what it states.
#pragma once

#include "document/document.hpp"
#include "languages/languages.hpp"
#include "protokoll/protokoll.hpp"
#include "source/source.hpp"

namespace protokoll {

/// What a document is read in.
struct LanguageChoice {
  const Language& main;
  const TextLanguages* parts;  ///< an item that clearly is in another language is read in that one; null if all is in one
};

/// Fills everything of `minutes` but `source`. Never fails on content.
void analyse(const Document& document, const Source& source, const LanguageChoice& choice, const ReadOptions& options, Minutes& minutes);

}  // namespace protokoll
