#include "readers/reader.hpp"
#include "readers/text/read.hpp"

namespace protokoll {

extern const Reader reader_wiki;
const Reader reader_wiki = text::light_reader<text::Markup::wiki>("wiki", "wikis: DokuWiki and MediaWiki", "wiki mediawiki");

}  // namespace protokoll
