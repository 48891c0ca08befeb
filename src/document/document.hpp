/// The normal form of every dialect: one string of visible text, cut into blocks, each character with its place in the source.
///
/// Nothing here knows a language or what a block means; readers fill it (through DocumentBuilder), words, structure and facts read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll {

/// Half-open range of bytes of Document::text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  friend constexpr bool operator==(const Range&, const Range&) = default;
};

/// Bits of Run::style.
enum Style : std::uint8_t { plain = 0, bold = 1, italic = 2, underline = 4, strike = 8, monospace = 16, raised = 32 };
inline constexpr Style all_styles[] = {bold, italic, underline, strike, monospace, raised};

/// A stretch of a block's text in one style. The runs of a block cover it without gap.
struct Run {
  Range range;
  std::uint8_t style = plain;
  std::int32_t link = -1;  ///< index into Document::links, or -1
};

enum class ContainerKind : std::uint8_t { table, row, cell, list, item, term, definition, quote };

/// What holds blocks together: containers form a forest through `parent`; a container comes after its parent.
struct Container {
  ContainerKind kind;
  bool ordered = false;      ///< list: numbered
  bool header = false;       ///< cell or row: a header
  char task = 0;             ///< item: ' ' or 'x' of a task list, else 0
  char numerals = '1';       ///< list: what it counts with, as HTML's attribute says: 1 a A i I
  std::int32_t parent = -1;  ///< index into Document::containers, or -1
  /// row, cell: number from 0 within the table, with spans counted; item: the number a reader of the rendered list sees, or 0 in a bulleted list
  std::int32_t index = 0;
  std::int32_t columns = 1;  ///< cell: columns that it covers
  std::int32_t rows = 1;     ///< cell: rows that it covers
  Span source = {};          ///< item: its printed marker in the source text, if there is one ("3." in Markdown)
};

enum class BlockKind : std::uint8_t {
  paragraph,
  heading,      ///< `level` 1..6
  preformatted, ///< a line of <pre> or a code block
  metadata,     ///< a front-matter line `key: value`; `split` is the offset of the value
  rule,         ///< a horizontal line; no text
  caption,      ///< of a table or figure
};

/// A line of text as a reader sees it: a paragraph, or a part of one between hard line breaks (`continues`).
/// Its text has folded white space and no white space at its ends; soft line breaks of the source stay as '\n'.
struct TextBlock {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
  bool continues = false;     ///< the same paragraph as the block before, after a hard line break
  bool boilerplate = false;   ///< navigation, page header or footer: visible, but no minutes
  bool starts_item = false;   ///< the first block of its innermost list item, term or definition
  std::int32_t container = -1;  ///< innermost, index into Document::containers
  Range range;
  std::uint32_t first_run = 0, last_run = 0;  ///< half-open, in Document::runs
  std::uint32_t split = 0;    ///< metadata: offset in Document::text where the value begins
  Span source;                ///< in the source text: the element with its markup, as far as known
};

struct DocumentLink {
  Range range;
  std::string href;  ///< entities decoded
};

enum class AsideKind : std::uint8_t { struck, raised };

/// Words that a reader sees and that are no part of what the text says: struck out, or the mark of a note.
struct DocumentAside {
  std::uint32_t at = 0;         ///< where in Document::text they stand
  AsideKind kind = AsideKind::struck;
  bool alone = false;           ///< a block of its own: stands in front of the block that begins at `at`
  bool boilerplate = false;     ///< alone: what TextBlock says of it
  std::int32_t container = -1;  ///< alone: likewise
  std::string text;
  Span source;                  ///< in the source text
};

/// Stands between two blocks that are neighbours for the reader but not in the source (other text, or markup that would mean something
/// else by itself, comes between): no value holds both.
inline constexpr char rift = '\f';

struct Document {
  /// All blocks' text in document order, a '\n' or a rift between two blocks. Valid UTF-8, NFC.
  std::string text;
  std::vector<TextBlock> blocks;
  std::vector<Run> runs;
  std::vector<Container> containers;
  std::vector<DocumentLink> links;
  std::vector<DocumentAside> asides;  ///< in document order; their words are not in `text`
  std::vector<Diagnostic> diagnostics;  ///< spans in the source TEXT (not yet bytes)
  std::string declared_language;        ///< <html lang>, front matter `lang`; BCP 47 or empty

  [[nodiscard]] std::string_view view(Range range) const { return std::string_view(text).substr(range.begin, range.end - range.begin); }
  [[nodiscard]] std::string_view view(const TextBlock& block) const { return view(block.range); }
  /// The source text (not yet bytes) that a range came from, without the markup around it.
  [[nodiscard]] Span to_source(Range range) const;

  /// From `text` on: character by character the source from `source` on if both stretches are equally long, else one replacement as a whole.
  struct Step {
    std::uint32_t text;
    std::uint32_t source;
    std::uint32_t source_end;
  };
  std::vector<Step> steps;
  /// Shortens what the steps lead to from `end` bytes of text to `cut`: a stretch that stands for its source character by character then ends there, too.
  static void cut_steps(std::vector<Step>& steps, std::uint32_t end, std::uint32_t cut);

  /// The nearest container of a kind around a container (or itself), or -1.
  [[nodiscard]] std::int32_t enclosing(std::int32_t container, ContainerKind kind) const;
  /// What a reader of the rendered list sees in front of a numbered item ("3", "c", "iii"); empty of others.
  [[nodiscard]] std::string rendered_number(std::int32_t item) const;
  /// How many containers of a kind are around.
  [[nodiscard]] int depth(std::int32_t container, ContainerKind kind) const;
};

}  // namespace protokoll
