/// A document as printed, in HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/printed.hpp"
#include "writers/html/marked_text.hpp"

namespace protokoll::html_page {

/// What stands in the margin beside a place of Document::text, as HTML.
struct MarginNote {
  std::uint32_t place;
  std::string html;
};

/// Writes every block in the document's order: headings (the first level as h2, none left out), paragraphs, lists, tables, terms and quotations. What
/// stands where HTML cannot have it (text in a row outside every cell) gets the element that it lacks. Linear time.
class Body {
 public:
  /// All must outlive it; the notes come in the order of their places.
  Body(const PrintedDocument& printed, MarkedText& text, const std::vector<MarginNote>& notes, std::string& out);

  void write();

 private:
  /// What may stand in an element.
  enum class Inside : std::uint8_t { flow, table, row, list, terms };
  struct Open {
    std::int32_t container;
    Inside inside;
    std::string close;
  };

  void find_shown();
  void enter(std::int32_t container);
  void leave_to(std::int32_t container);
  void open(std::int32_t container);
  [[nodiscard]] std::string lead_in(ContainerKind kind, std::string& close) const;
  [[nodiscard]] std::string tag(std::int32_t container, std::string& close, Inside& inside) const;
  std::size_t paragraph(std::size_t first);
  void notes(std::uint32_t end);
  [[nodiscard]] std::string_view heading_tag(int level);

  const Document& document_;
  MarkedText& text_;
  const std::vector<MarginNote>& notes_;
  std::string& out_;
  std::vector<bool> shown_;         // per container: it stands on the page
  std::vector<bool> holds_text_;    // per container
  std::vector<bool> clean_terms_;   // per container: a list of terms with their definitions and nothing else
  std::vector<bool> is_open_;       // per container
  std::vector<Open> open_;
  std::vector<int> headings_;       // levels of the headings around, as printed
  std::size_t next_container_ = 0, next_note_ = 0;
};

}  // namespace protokoll::html_page
