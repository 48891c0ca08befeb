#include "writers/writer.hpp"

namespace protokoll {

extern const Writer writer_toy;
const Writer writer_toy{"toy", "the texts of all tiles, a line each", "toy", [](const Minutes& minutes, const WriteOptions&, std::string& out) {
                          for (const auto& tile : minutes.tiles) out.append(tile.text).append("\n");
                        }};

}  // namespace protokoll
