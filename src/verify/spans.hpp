/// Whether the spans of the model's values give the values back.
#pragma once

#include "protokoll/protokoll.hpp"
#include "readers/reader.hpp"
#include "source/source.hpp"

namespace protokoll {

/// Fills false_spans and first_false_span.
void verify_spans(const Minutes& minutes, const Source& source, const Reader& reader, Verification& verification);

}  // namespace protokoll
