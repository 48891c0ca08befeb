/// The walk over gumbo's tree, for the files that know one kind of element each.
#pragma once

#include <cstdint>
#include <vector>

#include "document/builder.hpp"
#include "readers/html/grid.hpp"
#include "readers/html/layout.hpp"
#include "readers/html/lists.hpp"
#include "readers/html/style_sheet.hpp"
#include "readers/html/tree.hpp"

namespace protokoll::html {

/// What holds for the blocks inside an element, and what is to be undone behind it.
struct ElementContext {
  const GumboNode* node = nullptr;
  unsigned next_child = 0;
  std::uint8_t style = plain;  // of the builder, before the element
  bool boilerplate = false;    // likewise
  bool preformatted = false;   // likewise
  bool ends_link = false;
  int containers = 0;  // opened by the element
  bool ends_table = false;
  bool ends_list = false;
  BlockKind kind = BlockKind::paragraph;  // from here on: of the text in the element
  int level = 0;
  bool header = false;  // inside <thead>
  Span source;          // of the nearest block element
};

/// Tells the builder what a browser would show of the document.
class Walker {
 public:
  Walker(Span range, DocumentBuilder& builder, const Layout& layout)
      : range_(range), builder_(builder), layout_(layout), styles_(style_classes(builder.source_text().substr(range.begin, range.size()))), origin_(builder.source_text().data()) {}

  void run(const GumboNode& document);
  /// Whether the page shows text in another order than the file.
  [[nodiscard]] bool is_reordered() const { return jumped_back_; }

 private:
  void enter(const GumboNode& node);
  void leave(const ElementContext& context);
  void enter_block(const GumboElement& element, ElementContext& context);
  void enter_inline(const GumboElement& element, ElementContext& context);
  void enter_list(const GumboElement& element, ElementContext& context);
  [[nodiscard]] std::int32_t item_above(std::int32_t parent);
  void end_list();
  void enter_item(const GumboElement& element, ElementContext& context);
  void enter_cell(const GumboElement& element, ElementContext& context);
  void enter_row(ElementContext& context);
  void apply_css(const GumboElement& element);
  void tick(const GumboElement& element);
  void apply_class(const GumboElement& element);
  void open(ContainerKind kind, ElementContext& context);
  void text(const GumboNode& node);
  void end_where_source_jumps(Span place);
  void line_break(const ElementContext& context);
  void start_line(const GumboElement& element, const LineStart& start, Span source);
  void end_line(const LineStart& line);
  void begin_text(const ElementContext& context);
  [[nodiscard]] Span extent(const GumboElement& element) const;

  Span range_;
  DocumentBuilder& builder_;
  const Layout& layout_;
  StyleClasses styles_;
  const char* origin_;
  std::vector<ElementContext> path_;
  std::vector<Grid> tables_;
  std::vector<ListState> lists_;
  std::int32_t ended_item_ = -1;     // the last item of the list that ended last
  std::size_t blocks_at_end_ = 0;    // how many blocks there were then
  std::size_t text_at_break_ = static_cast<std::size_t>(-1);  // how much text there was at the last <br>
  std::size_t source_end_ = 0;                                // of the last text
  bool jumped_back_ = false;
  bool preformatted_ = false;
  bool held_ = false;  // the open block waits for a line of another element
};

}  // namespace protokoll::html
