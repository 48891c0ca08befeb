/// Where in the source the characters of one of gumbo's text nodes stand.
#pragma once

#include <string_view>

#include "document/builder.hpp"

namespace protokoll::html {

enum class TextMode {
  data,     ///< entities and (ignored) tags between the characters
  escaped,  ///< entities, but no tags: <textarea>
  raw,      ///< neither: <xmp>, <plaintext>
};

/// Feeds `decoded`, which gumbo read from `source` [at, end), to the builder with exact positions where the two can be aligned;
/// otherwise as one replacement of the whole stretch.
void emit_text(std::string_view decoded, Span place, TextMode mode, DocumentBuilder& builder);

/// Feeds text of the source that has not gone through gumbo; decodes its entities.
void emit_source_text(Span place, TextMode mode, DocumentBuilder& builder);

}  // namespace protokoll::html
