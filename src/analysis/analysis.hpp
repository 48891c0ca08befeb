/// From a document of any dialect to what it states.
#pragma once

#include "document/document.hpp"
#include "protokoll/protokoll.hpp"
#include "source/source.hpp"

namespace protokoll {

/// What a document is read in.
struct LanguageChoice {
  const Language& main;
  const Languages* others;  ///< an item that clearly is in one of these is read in that; null if no item is
};

/// Fills everything of `minutes` but `source`. Never fails on content.
void analyse(const Document& document, const Source& source, const LanguageChoice& choice, const ReadOptions& options, Minutes& minutes);

}  // namespace protokoll
