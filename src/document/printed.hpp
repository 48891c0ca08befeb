/// A document as it was printed, struck words in their places, with the way from the file's bytes to its text.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "source/source.hpp"

namespace protokoll {

class PrintedDocument {
 public:
  /// Copies what is shown of a document that a reader has filled, before anything is set apart from its text. Linear time.
  PrintedDocument(const Document& document, const Source& source);

  [[nodiscard]] const Document& document() const { return document_; }
  /// Where in Document::text the bytes of the file are shown, in the order of the text; whole characters. A stretch goes on over the end of a block.
  /// Empty if they are not shown.
  [[nodiscard]] std::vector<Range> ranges(Span bytes) const;
  /// Where what stands at a byte, or first behind it, is shown; the end of the last block if nothing is.
  [[nodiscard]] std::uint32_t place(std::size_t byte) const;

 private:
  /// Byte by byte if both are equally long, else one stands for the other as a whole.
  struct Piece {
    Range text;
    Span bytes;
    std::size_t bytes_end = 0;  ///< the furthest end of all pieces up to this one
  };

  void add(Range text, Span bytes);
  [[nodiscard]] std::vector<Piece>::const_iterator first_behind(std::size_t byte) const;
  [[nodiscard]] Range cut(const Piece& piece, Span bytes) const;

  Document document_;
  std::vector<Piece> pieces_;  // sorted by bytes.begin
};

}  // namespace protokoll
