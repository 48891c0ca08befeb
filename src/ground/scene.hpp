/// A document as answers are held against it: its words and their places, the items that the tool read, sentences and rows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ground/text_index.hpp"
#include "structure/context.hpp"

namespace protokoll::grounds {

/// An item as the tool read it.
struct ReadItem {
  const AgendaItem* item = nullptr;
  int number = 0;     ///< from 1, nested ones counted, in the order of the text
  int depth = 0;
  Stretch extent;     ///< with the items nested in it
  Stretch own;        ///< up to the next item
};

class Scene {
 public:
  /// `context.minutes` must be what was read of `context.document`; the context must outlive the scene.
  Scene(Context& context, std::size_t answer_bytes);

  [[nodiscard]] Context& context() const { return context_; }
  [[nodiscard]] const Minutes& minutes() const { return context_.minutes; }
  [[nodiscard]] const Language& language() const { return context_.language; }
  [[nodiscard]] const TextIndex& index() const { return index_; }
  [[nodiscard]] const std::vector<ReadItem>& items() const { return items_; }
  /// What stands in front of the first item; all if there is none.
  [[nodiscard]] Stretch head() const;
  /// What stands behind the last item.
  [[nodiscard]] Stretch tail() const;
  /// The innermost item that the tool read around a word; nullptr outside all.
  [[nodiscard]] const ReadItem* item_at(std::uint32_t word) const;

  /// The words that bytes of the file hold.
  [[nodiscard]] Stretch of_bytes(Span span) const;
  [[nodiscard]] Span bytes(Range range) const;
  [[nodiscard]] Span bytes(Stretch stretch) const { return stretch.empty() ? Span{} : bytes(index_.range(stretch)); }

  /// The number of the block that a word stands in.
  [[nodiscard]] std::uint32_t block_of(std::uint32_t word) const;
  [[nodiscard]] const TextBlock& block(std::uint32_t number) const { return context_.document.blocks[number]; }
  [[nodiscard]] std::string_view view(std::uint32_t block) const { return context_.document.view(this->block(block)); }
  /// The sentence that a word stands in.
  [[nodiscard]] std::string_view sentence_of(std::uint32_t word) const;
  [[nodiscard]] Stretch stretch(std::string_view view) const { return index_.stretch(context_.range(view)); }
  /// The entry of a list, the row of a table or the block that a word stands in.
  [[nodiscard]] Stretch row_of(std::uint32_t word) const;
  /// The rows of a stretch's first and last word, and some lines around.
  [[nodiscard]] Stretch surroundings(Stretch stretch, std::uint32_t before, std::uint32_t behind) const;
  /// The whole table or list around a word, else its block.
  [[nodiscard]] Stretch list_of(std::uint32_t word) const;

 private:
  void add_items(const std::vector<AgendaItem>& items, int depth);
  void set_extents();
  [[nodiscard]] Stretch around(std::uint32_t word, std::int32_t container) const;
  [[nodiscard]] bool within(std::int32_t container, std::int32_t outer) const;

  struct Place {
    std::size_t byte = 0, end = 0;
    std::uint32_t word = 0;
  };

  Context& context_;
  TextIndex index_;
  std::vector<Place> places_;  // by byte
  std::vector<ReadItem> items_;
};

}  // namespace protokoll::grounds
