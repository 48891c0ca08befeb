/// Blocks of the model as Markdown.
#pragma once

#include <string>
#include <vector>

#include "protokoll/model.hpp"

namespace protokoll::markdown {

enum class Emphasis { none, quote };

/// Appends blocks, each with an empty line behind it, and sets the addresses of links behind their words.
class BlockWriter {
 public:
  explicit BlockWriter(std::string& out) : out_(out) {}

  /// Links whose span lies in what is written next.
  void set_links(const std::vector<Link>& links) { links_ = &links; }
  void write(const Block& block, Emphasis emphasis = Emphasis::none);
  /// A paragraph of Markdown that is already escaped.
  void paragraph(std::string_view markdown);

 private:
  void lines(std::string_view text, Span span, std::string_view first_prefix, std::string_view prefix);
  void list(const Block& block, std::string_view quote);
  void table(const Block& block, std::string_view quote);
  [[nodiscard]] std::string linked(std::string_view line, Span span) const;

  std::string& out_;
  const std::vector<Link>* links_ = nullptr;
  bool after_list_ = false;
  bool star_ = false;
};

}  // namespace protokoll::markdown
