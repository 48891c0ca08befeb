#include "readers/reader.hpp"
#include "readers/text/read.hpp"

namespace protokoll {

extern const Reader reader_log;
const Reader reader_log = text::light_reader<text::Markup::log>("log", "what a meeting bot writes of a chat: topics and remarks with who said them when", "log");

}  // namespace protokoll
