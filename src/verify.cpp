#include "languages/languages.hpp"
#include "protokoll/protokoll.hpp"
#include "read.hpp"
#include "source/source.hpp"
#include "verify/compare.hpp"
#include "verify/contradictions.hpp"
#include "verify/spans.hpp"

namespace protokoll {

Verification verify(std::string_view bytes, const Minutes& minutes, const ReadOptions& options) {
  const auto used = bytes.substr(0, options.max_bytes);
  const Source source(used);
  const Reader& reader = choose_reader(source.text(), options.dialect);
  Verification verification;

  std::string tiled;
  for (const auto& tile : minutes.tiles) {
    tiled += tile.text;
    (tile.kind == TileKind::residue ? verification.residue_bytes : verification.tile_bytes) += tile.span.size();
  }
  const VisibleText shown(reader.visible(source.text()));
  auto difference = compare(shown, VisibleText(tiled));
  verification.visible = shown.size();
  verification.lost = difference.lost;
  verification.invented = difference.invented;
  verification.first_difference = std::move(difference.first);
  const auto in_tiles = verification.tile_bytes + verification.residue_bytes;
  verification.markup_bytes = used.size() > in_tiles ? used.size() - in_tiles : 0;
  verify_spans(minutes, source, reader, verification);
  const auto& languages = options.languages ? *options.languages : built_in_languages();
  if (const auto* language = languages.find(minutes.language)) verify_agreement(minutes, source, reader, *language, verification);
  return verification;
}

}  // namespace protokoll
