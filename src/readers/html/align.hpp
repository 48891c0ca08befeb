/// Where in the source the characters of one of gumbo's text nodes stand.
#pragma once

#include <string_view>

#include "document/builder.hpp"

namespace protokoll::html {

enum class TextMode {
  data,     ///< entities and (ignored) tags between the characters
  foreign,  ///< the same, and sections of CDATA: <svg>, <math>
  option,   ///< as data, but tags are ignored that would mean something elsewhere: <select>
  escaped,  ///< entities, but no tags: <textarea>
  raw,      ///< neither: <xmp>, <plaintext>
};

/// A section of CDATA: "<![CDATA[", text without entities and tags, "]]>".
struct Cdata {
  std::size_t text = 0, text_end = 0, end = 0;  ///< all 0: none
};
/// The section that begins at `at`; it goes on to the end of `text` if nothing closes it.
[[nodiscard]] Cdata cdata_at(std::string_view text, std::size_t at);

/// Feeds `decoded` to the builder if it stands like that in the source, as most text does.
[[nodiscard]] bool emit_verbatim(std::string_view decoded, Span place, DocumentBuilder& builder);

/// Feeds `decoded`, which gumbo read from the source [place.begin, place.end), to the builder with exact positions where the two can be
/// aligned; otherwise as one replacement of the whole stretch. Parts the block where <select> ignores a tag.
void emit_text(std::string_view decoded, Span place, TextMode mode, DocumentBuilder& builder);

/// Feeds text of the source that has not gone through gumbo; decodes its entities.
void emit_source_text(Span place, TextMode mode, DocumentBuilder& builder);

}  // namespace protokoll::html
