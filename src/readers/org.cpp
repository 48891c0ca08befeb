#include "readers/reader.hpp"
#include "readers/text/read.hpp"

namespace protokoll {
namespace {

int sniff(std::string_view text) {
  constexpr int fewest = 2, clear = 80;
  return text::count_signs(text, text::Markup::org) >= fewest ? clear : 0;
}

void read(Span range, DocumentBuilder& builder) { text::read_text(range, text::Markup::org, builder); }

std::string visible(std::string_view text) { return text::visible_text(text, text::Markup::org); }

}  // namespace

extern const Reader reader_org;
const Reader reader_org{"org", "Emacs' org", sniff, read, visible};

}  // namespace protokoll
