/// Everybody whom the document names, each once.
#pragma once

#include "facts/names/names.hpp"

namespace protokoll {

/// Fills Minutes::people from all people in the model and the mentions in running text. "Frau Dr. Weis" and "Petra Weis" are one
/// where one person only can be meant; two who could be either stay apart.
void gather_people(const NameEvidence& evidence, Context& context);

}  // namespace protokoll
