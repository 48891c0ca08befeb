/// Blocks of the model as Markdown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protokoll/model.hpp"

namespace protokoll::markdown {

enum class Emphasis { none, quote };

/// Appends blocks, each with an empty line behind it, and sets the addresses of links behind their words.
class BlockWriter {
 public:
  explicit BlockWriter(std::string& out) : out_(out) {}

  /// The links, sorted by place, of what is written next; they must outlive it.
  void set_links(const std::vector<Link>& links) { links_ = &links; }
  /// `lead` is Markdown that stands in front of a paragraph's or list's text, in its line.
  void write(const Block& block, Emphasis emphasis = Emphasis::none, std::string_view lead = {});
  /// A text within a line, with its links and asides.
  [[nodiscard]] std::string inline_of(const Text& text) const;
  /// A paragraph of Markdown that is already escaped.
  void paragraph(std::string_view markdown);

 private:
  struct Place {
    std::size_t at;
    const Link* link;    // either this or
    const Aside* aside;  // that
  };

  void lines(const Text& text, std::string_view first_prefix, std::string_view prefix);
  void list(const Block& block, std::string_view quote, std::string_view lead);
  bool notes(const Block& block);
  bool bullets(const Block& block, std::string_view quote);
  void table(const Block& block, std::string_view quote);
  [[nodiscard]] std::vector<Place> find_links(std::string_view text, Span span) const;
  /// Its links and asides, by place.
  [[nodiscard]] std::vector<Place> places_in(const Text& text) const;
  /// Escaped text [begin, end), which may be empty, with its links and asides.
  [[nodiscard]] static std::string linked(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Place>& places);

  std::string& out_;
  const std::vector<Link>* links_ = nullptr;
  bool after_list_ = false;
  bool star_ = false;
};

}  // namespace protokoll::markdown
