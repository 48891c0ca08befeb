#include "readers/reader.hpp"
#include "readers/text/read.hpp"

namespace protokoll {

extern const Reader reader_asciidoc;
const Reader reader_asciidoc = text::light_reader<text::Markup::asciidoc>("asciidoc", "AsciiDoc", "adoc asciidoc");

}  // namespace protokoll
