#include "writers/support/json_document.hpp"
#include "writers/writer.hpp"

namespace protokoll {

extern const Writer writer_ndjson;
const Writer writer_ndjson{"ndjson", "JSON lines: one compact document (protokoll/1) a line", "ndjson",
                           [](const Minutes& minutes, const WriteOptions&, std::string& out) {
                             append_json_document(minutes, JsonLayout::compact, out);
                             out += '\n';
                           }};

}  // namespace protokoll
