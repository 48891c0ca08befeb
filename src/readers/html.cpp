#include "readers/reader.hpp"

namespace protokoll {

extern const Reader reader_html;
const Reader reader_html{
    "html", "to be written", [](std::string_view) { return 0; },
    [](Span range, DocumentBuilder& builder) { builder.verbatim(range.begin, range.size()); },
    [](std::string_view text) { return std::string(text); }};

}  // namespace protokoll
