#include "readers/reader.hpp"
#include "readers/text/read.hpp"

namespace protokoll {

extern const Reader reader_rst;
const Reader reader_rst = text::light_reader<text::Markup::rst>("rst", "reStructuredText", "rst");

}  // namespace protokoll
