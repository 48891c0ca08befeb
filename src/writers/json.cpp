#include "writers/support/json_document.hpp"
#include "writers/writer.hpp"

namespace protokoll {

extern const Writer writer_json;
const Writer writer_json{"json", "one JSON document (protokoll/1) per input", "json", [](const Minutes& minutes, const WriteOptions& options, std::string& out) {
                           append_json_document(minutes, options.pretty ? JsonLayout::pretty : JsonLayout::compact, out);
                           out += '\n';
                         }};

}  // namespace protokoll
