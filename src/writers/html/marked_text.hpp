/// The text of a document's blocks as HTML, with its styles, links and marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/printed.hpp"
#include "writers/html/facts.hpp"

namespace protokoll::html_page {

/// An address that a click may follow without harm, as an attribute's value; empty of one that could run a script, lead into the page itself, open a
/// file of another machine, or has no scheme that the web knows (https, http, mailto, tel).
[[nodiscard]] std::string safe_link(std::string_view href);

class MarkedText {
 public:
  /// All must outlive it. `kinds` are the words for each kind in the language of the page.
  MarkedText(const PrintedDocument& printed, const std::vector<Fact>& facts, const std::vector<std::string>& kinds, std::string& out);

  /// Writes the text of a block; blocks come in the order of the document.
  void write(const TextBlock& block);
  /// What the lists lead to and stands behind the last block.
  void finish();

 private:
  struct Place {
    Range range;
    std::size_t fact;
    bool first;  ///< of the fact's places: there stands what the lists lead to
  };

  void open_places(std::uint32_t at);
  void piece(Range range, const Run& run);
  void anchor(const Fact& fact);

  const PrintedDocument& printed_;
  const std::vector<Fact>& facts_;
  const std::vector<std::string>& kinds_;
  std::string& out_;
  std::vector<Place> places_;
  std::size_t next_ = 0;
  std::vector<Place> open_;
};

}  // namespace protokoll::html_page
