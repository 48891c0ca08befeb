/// How readers fill a Document: events in document order; white space, positions, runs and numbering are done here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace protokoll {

class DocumentBuilder {
 public:
  /// `source_text` is Source::text() whole: all offsets below are offsets in it.
  DocumentBuilder(Document& document, std::string_view source_text);

  /// Opens a container inside the current one; returns it to set further fields.
  Container& open(ContainerKind kind);
  /// Closes the innermost open container (and the open block).
  void close();

  /// Starts a block; an open one is ended. A block without visible text is dropped (but for BlockKind::rule).
  void begin(BlockKind kind, int level = 0);
  void end();
  /// Ends the block; no value may hold both what stands before and what stands behind.
  void part();
  /// The same within a block: what follows is a new one of its kind.
  void part_block();
  /// A hard line break: ends the block and begins one that continues it.
  void hard_break();
  /// A line end of the source that a reader sees as a space.
  void soft_break();

  /// Text that stands in the source as it is, from `offset` on. White space folds unless preserved; text outside a block opens a paragraph.
  void verbatim(std::size_t offset, std::size_t size);
  /// Text that the source spells otherwise (an entity): `decoded` stands for source [begin, end).
  void replaced(Span source, std::string_view decoded);
  /// Marks where the value of a metadata line begins.
  void split_here();

  void set_style(Style style, bool on);
  [[nodiscard]] std::uint8_t style() const { return style_; }
  void begin_link(std::string href);
  void end_link();
  void set_boilerplate(bool on) { boilerplate_ = on; }
  [[nodiscard]] bool boilerplate() const { return boilerplate_; }
  /// Line ends in text are hard breaks, other white space stays single-folded.
  void set_preformatted(bool on) { preformatted_ = on; }
  /// Where the element of the open block begins or ends in the source.
  void mark_source(Span source);

  void report(Diagnostic diagnostic) { document_.diagnostics.push_back(std::move(diagnostic)); }
  [[nodiscard]] Document& document() { return document_; }
  [[nodiscard]] std::string_view source_text() const { return source_; }
  [[nodiscard]] bool in_block() const { return open_; }
  [[nodiscard]] std::int32_t container() const { return stack_.empty() ? -1 : stack_.back(); }

 private:
  void append(std::string_view decoded, std::size_t source, std::size_t source_end);
  void step(std::size_t source, std::size_t source_end, bool literal);
  void space(Span source, char what);
  void start_run();
  void compose(std::size_t from);
  /// Whether a visible character stands right in front, which a joiner can join.
  [[nodiscard]] bool is_behind_character() const { return open_ && pending_space_ == 0 && document_.text.size() > block_begin_; }
  [[nodiscard]] std::size_t composition_begin(std::size_t from) const;
  void replace_tail(std::size_t base, std::string_view joined);

  Document& document_;
  std::string_view source_;
  std::vector<std::int32_t> stack_;
  std::vector<std::size_t> blocks_before_;  // per open container: how many blocks there were when it was opened
  bool open_ = false;
  bool continues_ = false;
  BlockKind kind_ = BlockKind::paragraph;
  int level_ = 0;
  std::size_t first_run_ = 0;
  std::uint32_t block_begin_ = 0;
  std::uint32_t split_ = 0;
  Span block_source_;
  char pending_space_ = 0;            // ' ' or '\n': waits for the next visible character
  Span pending_source_;
  std::uint8_t style_ = plain;
  std::int32_t link_ = -1;
  bool boilerplate_ = false;
  bool preformatted_ = false;
};

}  // namespace protokoll
