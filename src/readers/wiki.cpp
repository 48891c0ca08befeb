#include "readers/reader.hpp"
#include "readers/text/read.hpp"

namespace protokoll {
namespace {

int sniff(std::string_view text) {
  constexpr int fewest = 2, clear = 80;
  return text::count_signs(text, text::Markup::wiki) >= fewest ? clear : 0;
}

void read(Span range, DocumentBuilder& builder) { text::read_text(range, text::Markup::wiki, builder); }

std::string visible(std::string_view text) { return text::visible_text(text, text::Markup::wiki); }

}  // namespace

extern const Reader reader_wiki;
const Reader reader_wiki{"wiki", "wikis: DokuWiki and MediaWiki", sniff, read, visible};

}  // namespace protokoll
