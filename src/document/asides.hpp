/// Struck words and the marks of notes are set apart, so that what reads the text cannot take them for what it says.
#pragma once

#include "document/document.hpp"

namespace protokoll {

/// Takes them out of the text of a document that a reader has filled, into Document::asides. A raised figure that is an exponent ("10⁶",
/// "m²") stays, written as such.
void set_asides_apart(Document& document);

}  // namespace protokoll
