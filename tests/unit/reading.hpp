/// What tests of readers share: a document read from a string, and the two texts that promise 1 compares.
#pragma once

#include <string>
#include <string_view>

#include "document/builder.hpp"
#include "readers/reader.hpp"
#include "source/source.hpp"

namespace protokoll {

struct Reading {
  explicit Reading(const Reader& reader, std::string_view bytes) : source(bytes) {
    DocumentBuilder builder(document, source.text());
    reader.read({0, source.text().size()}, builder);
    builder.end();
    left_open = builder.container() != -1;
    shown = reader.visible(source.text());
  }

  [[nodiscard]] std::string_view text(std::size_t block) const { return document.view(document.blocks.at(block)); }
  [[nodiscard]] const Container& container(std::size_t block) const { return document.containers.at(document.blocks.at(block).container); }
  /// The bytes of the file that a piece of the document's text came from.
  [[nodiscard]] std::string origin(std::string_view piece) const {
    const auto at = static_cast<std::uint32_t>(document.text.find(piece));
    const auto span = source.to_bytes(document.to_source({at, at + static_cast<std::uint32_t>(piece.size())}));
    return std::string(source.bytes().substr(span.begin, span.size()));
  }
  /// All blocks, a line each.
  [[nodiscard]] std::string lines() const {
    std::string out;
    for (const auto& block : document.blocks) out.append(document.view(block)).append("\n");
    return out;
  }
  [[nodiscard]] std::string tiled() const { return without_space(lines()); }
  /// The visible text in the builder's normal form.
  [[nodiscard]] std::string visible() const {
    Document normal;
    DocumentBuilder builder(normal, shown);
    builder.verbatim(0, shown.size());
    builder.end();
    return without_space(normal.text);
  }

  static std::string without_space(std::string_view text) {
    std::string out;
    for (const char c : text)
      if (c != ' ' && c != '\n') out += c;
    return out;
  }

  Source source;
  Document document;
  std::string shown;
  bool left_open = false;
};

}  // namespace protokoll
