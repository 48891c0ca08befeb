#include "readers/reader.hpp"
#include "readers/text/read.hpp"

namespace protokoll {

extern const Reader reader_org;
const Reader reader_org = text::light_reader<text::Markup::org>("org", "Emacs' org", "org");

}  // namespace protokoll
