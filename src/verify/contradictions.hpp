/// The second question of `verify`: does a value agree with the markup and the negation around it?
#pragma once

#include "languages/language.hpp"
#include "protokoll/protokoll.hpp"
#include "readers/reader.hpp"
#include "source/source.hpp"

namespace protokoll {

/// Counts the values that struck words state, counts of votes that no standing figure gives, and votes called unanimous or adopted behind a negation.
void verify_agreement(const Minutes& minutes, const Source& source, const Reader& reader, const Language& language, Verification& verification);

}  // namespace protokoll
