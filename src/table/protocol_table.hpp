/// The agenda's shape: what stands before, the rows (label, title, body), what stands behind.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "protokoll/model.hpp"

namespace protokoll {

/// A block of the document or a part of one.
struct Piece {
  std::uint32_t block = 0;
  Range range;
};

/// What a row of an agenda with columns for who and by when says to be done.
struct RowTask {
  Range what, who, due, done;  ///< the last two may be empty
};

/// One agenda item as laid out: a table row, a heading with what follows, a numbered paragraph …
struct Row {
  Range label;               ///< "TOP 3."; empty if none is printed
  Range number;              ///< "3" within the label
  Range mark;                   ///< the colon or dash between the title and the text that follows it in one line
  std::string rendered_number;  ///< of a list whose numbers a renderer makes; `number` is empty then
  std::int32_t rendered_by = -1;     ///< the list item that makes it, index into Document::containers
  std::vector<Piece> title;
  std::vector<Piece> body;
  std::vector<RowTask> tasks;  ///< their cells are part of title and body as well
  std::vector<Range> decided;  ///< cells of a column headed as one of decisions; of merged cells also those of a row above
  int depth = 0;             ///< 0 for an item of the agenda, 1 for one nested in it …
  By by = By::layout;
  std::optional<bool> is_public = {};
};

struct ProtocolTable {
  std::vector<Piece> head;
  std::vector<Row> rows;     ///< in document order, parents before their nested rows
  std::vector<Piece> tail;
  bool full = false;  // more items than are read
};

}  // namespace protokoll
