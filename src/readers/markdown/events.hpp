/// What md4c says, told to a DocumentBuilder.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "document/builder.hpp"
#include "readers/markdown/lines.hpp"
#include "readers/markdown/parse.hpp"

namespace protokoll::markdown {

/// The five callbacks for one run of md4c over `buffer`, which stands in the source from `offset` on.
class Events {
 public:
  Events(const Buffer& buffer, std::size_t offset, DocumentBuilder& builder);

  void enter_block(MD_BLOCKTYPE type, void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type, void* detail);
  void leave_span(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, std::string_view piece);

 private:
  struct List {
    bool ordered = false;
    std::int32_t next = 0;  ///< the ordinal of the next item
  };
  struct Item {
    std::size_t depth;  ///< in open_
    std::int32_t container;
    bool ordered;
  };
  enum class Origin { span, tag };

  Container* open(ContainerKind kind);
  void close();
  Container* enter(ContainerKind kind);  // as open() and close(), inside a leaf's text
  void leave();
  void open_list(bool ordered, std::int32_t start);
  void open_item(const MD_BLOCK_LI_DETAIL& detail);
  void open_row();
  void open_cell();
  void begin(BlockKind kind, int level = 0);
  void end_leaf();
  void read_html_block();

  void show(MD_TEXTTYPE type, Piece place);
  void first_text(std::size_t offset);
  void mark_items(std::size_t offset);
  void begin_line(std::size_t offset);
  void break_line();
  void mark_source();
  void tag(std::string_view piece);
  void apply_tag();
  [[nodiscard]] std::string href(const MD_ATTRIBUTE& attribute);
  void change_style(Style style, Origin origin, int change);
  void reset_inline();

  const Buffer& buffer_;
  std::size_t offset_;
  DocumentBuilder& builder_;
  LineFinder lines_;
  bool outer_boilerplate_;

  std::vector<bool> open_;  // per container of md4c: whether the builder has it, too
  std::vector<List> lists_;
  std::vector<Item> unmarked_;  // open items without any text yet, innermost last
  bool in_table_ = false, in_header_ = false, in_html_ = false, in_code_ = false;
  std::int32_t row_ = 0, cell_ = 0, cells_made_ = 0;
  bool cell_open_ = false;
  std::vector<Piece> html_;
  int images_ = 0;
  std::size_t hrefs_left_;                      // bytes
  std::array<std::array<int, 8>, 2> styles_{};  // per origin and bit of Style: how many are open
  std::string tag_;                             // a raw HTML tag, whose lines md4c gives one by one
  bool line_begins_ = true;
  Piece shown_;  // from the first to the last text of the open block
};

}  // namespace protokoll::markdown
