/// What reading Markdown and extracting its visible text share: the cut into front matter and body, md4c with one set of flags.
#pragma once

#include <md4c.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace protokoll::markdown {

/// A piece of a text: `size` bytes from `offset` on.
struct Piece {
  std::size_t offset = 0;
  std::size_t size = 0;

  [[nodiscard]] std::size_t end() const { return offset + size; }
};

/// One line of front matter, without its line end; `value` is the offset in the line where the value of `key: value` begins.
struct MetadataLine {
  Piece line;
  std::size_t value = 0;  ///< 0: no `key: value` of the top level (a list, something nested, a comment)
};

struct FrontMatter {
  std::vector<MetadataLine> lines;  ///< without the fences and blank lines
  std::size_t end = 0;              ///< where the body begins; 0: there is no front matter
};

/// YAML front matter: from a first line `---` to a line `---` or `...`, if everything between looks like YAML.
[[nodiscard]] FrontMatter front_matter(std::string_view text);

/// What md4c can do with a text in linear time.
struct Bounds {
  std::string_view trouble = {};  ///< why it can do nothing at all with it; empty if it can
  bool autolinks = true;          ///< whether it may look for bare links (their text is text in any case)
};

[[nodiscard]] Bounds bounds(std::string_view body);

/// The text that md4c works on: a copy, because md4c may look one character beyond its input.
class Buffer {
 public:
  Buffer(std::string_view body, const Bounds& bounds) : text_(body), autolinks_(bounds.autolinks) {}

  /// Runs md4c; `Handler` has its five callbacks as members. Throws bad_alloc where md4c has no memory.
  template <class Handler>
  void parse(Handler& handler) const {
    MD_PARSER parser{};
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return static_cast<Handler*>(self)->enter_block(type, detail), 0; };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<Handler*>(self)->leave_block(type), 0; };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<Handler*>(self)->enter_span(type, detail), 0; };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<Handler*>(self)->leave_span(type), 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<Handler*>(self)->text(type, {text, size}), 0;
    };
    run(parser, &handler);
  }

  [[nodiscard]] std::string_view text() const { return text_; }
  /// Makes the blank at `offset` one that md4c takes for text; to a reader it stays white space.
  void mask(std::size_t offset) { text_[offset] = '\v'; }
  /// Makes braces behind a bracket the empty target of a link.
  void make_target(Piece braces) {
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(braces.offset), text_.begin() + static_cast<std::ptrdiff_t>(braces.end()), ' ');
    text_[braces.offset] = '(';
    text_[braces.end() - 1] = ')';
  }
  /// Whether a text that md4c hands out stands in the buffer; else it is one of md4c's own strings of white space.
  [[nodiscard]] bool holds(std::string_view piece) const {
    const auto begin = reinterpret_cast<std::uintptr_t>(text_.data()), at = reinterpret_cast<std::uintptr_t>(piece.data());
    return at >= begin && at + piece.size() <= begin + text_.size();
  }
  [[nodiscard]] Piece place(std::string_view piece) const { return {static_cast<std::size_t>(piece.data() - text_.data()), piece.size()}; }

 private:
  void run(MD_PARSER& parser, void* handler) const;

  std::string text_;
  bool autolinks_;
};

/// Appends a line of an HTML block; lines with nothing but white space between them become one piece.
void join(std::vector<Piece>& pieces, Piece line, std::string_view text);

/// The string that an attribute (a link's target) stands for, entities decoded.
[[nodiscard]] std::string decode(const MD_ATTRIBUTE& attribute);

}  // namespace protokoll::markdown
