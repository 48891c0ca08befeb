/// From a document of any dialect to what it states.
#pragma once

#include "document/document.hpp"
#include "protokoll/protokoll.hpp"
#include "source/source.hpp"

namespace protokoll {

/// Fills everything of `minutes` but `source`. Never fails on content.
void analyse(const Document& document, const Source& source, const Language& language, const ReadOptions& options, Minutes& minutes);

}  // namespace protokoll
