#include "readers/html/html.hpp"

#include "document/boxes.hpp"
#include "document/front_matter.hpp"
#include "readers/html/sniff.hpp"
#include "readers/reader.hpp"

namespace protokoll {
namespace {

void read(Span range, DocumentBuilder& builder) {
  read_html(range, builder);
  part_front_matter(builder.document());
  part_boxes(builder.document());
}

}  // namespace

extern const Reader reader_html;
const Reader reader_html{"html", "HTML pages and fragments", html::sniff, read, [](std::string_view text) {
                           std::string out;
                           visible_html(text, out);
                           return out;
                         }, "html htm xhtml xht shtml", [](std::string_view text) {
                           std::vector<MarkedPlace> places;
                           marked_html(text, 0, places);
                           return places;
                         }};

}  // namespace protokoll
