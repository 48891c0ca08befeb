#include "readers/html/html.hpp"

#include "readers/html/sniff.hpp"
#include "readers/reader.hpp"

namespace protokoll {

extern const Reader reader_html;
const Reader reader_html{"html", "HTML pages and fragments", html::sniff, read_html, [](std::string_view text) {
                           std::string out;
                           visible_html(text, out);
                           return out;
                         }, "html htm xhtml xht shtml", [](std::string_view text) {
                           std::vector<MarkedPlace> places;
                           marked_html(text, 0, places);
                           return places;
                         }};

}  // namespace protokoll
