/// From a document of any dialect to what it states.
#pragma once

#include "document/document.hpp"
#include "protokoll/protokoll.hpp"
#include "source/source.hpp"

namespace protokoll {

/// Fills everything of `minutes` but `source`. Never fails on content.
/// An item that clearly is in another language than the document is read in that one, unless the options name the language.
void analyse(const Document& document, const Source& source, const Language& language, const ReadOptions& options, Minutes& minutes);

}  // namespace protokoll
