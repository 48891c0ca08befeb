#include <algorithm>

#include "readers/html/html.hpp"
#include "readers/markdown/lines.hpp"
#include "readers/markdown/markdown.hpp"
#include "readers/markdown/parse.hpp"
#include "readers/support/marked_references.hpp"

namespace protokoll {
namespace {

// Follows md4c's spans and the tags between them, and nothing else.
class MarkedText {
 public:
  MarkedText(const markdown::Buffer& buffer, std::string_view body, std::size_t offset, std::vector<MarkedPlace>& places)
      : buffer_(buffer), body_(body), offset_(offset), places_(places) {}

  void enter_block(MD_BLOCKTYPE type, void*) { in_html_ = type == MD_BLOCK_HTML; }
  void leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML) {
      for (const auto& piece : html_) marked_html(body_.substr(piece.offset, piece.size), offset_ + piece.offset, places_);
      html_.clear();
      in_html_ = false;
    }
    tags_struck_ = tags_raised_ = 0;
  }
  void enter_span(MD_SPANTYPE type, void*) { spans_ += type == MD_SPAN_DEL; }
  void leave_span(MD_SPANTYPE type) { spans_ -= type == MD_SPAN_DEL; }
  void text(MD_TEXTTYPE type, std::string_view piece) {
    if (!buffer_.holds(piece)) return;
    const auto place = buffer_.place(piece);
    if (in_html_) return markdown::join(html_, place, buffer_.text());
    if (type == MD_TEXT_HTML) return tag(piece);
    if (spans_ + tags_struck_ + tags_raised_ > 0) places_.push_back({{offset_ + place.offset, offset_ + place.end()}, spans_ + tags_struck_ > 0});
  }

 private:
  void tag(std::string_view piece) {
    auto name = std::string(markdown::tag_name(piece));
    const bool closes = name.starts_with('/');
    if (closes) name.erase(0, 1);
    const int change = closes ? -1 : 1;
    if (name == "s" || name == "del" || name == "strike") tags_struck_ = std::max(0, tags_struck_ + change);
    if (name == "sup") tags_raised_ = std::max(0, tags_raised_ + change);
  }

  const markdown::Buffer& buffer_;
  std::string_view body_;
  std::size_t offset_;
  std::vector<MarkedPlace>& places_;
  std::vector<markdown::Piece> html_;
  bool in_html_ = false;
  int spans_ = 0, tags_struck_ = 0, tags_raised_ = 0;
};

}  // namespace

std::vector<MarkedPlace> marked_markdown(std::string_view markup) {
  std::vector<MarkedPlace> places;
  const auto front = markdown::front_matter(markup);
  const auto body = markup.substr(front.end);
  const auto bounds = markdown::bounds(body);
  if (!bounds.trouble.empty()) return places;
  markdown::Buffer buffer(body, bounds);
  MarkedText marked(buffer, body, front.end, places);
  buffer.parse(marked);
  marked_references(markup, places);
  std::sort(places.begin(), places.end(), [](const MarkedPlace& a, const MarkedPlace& b) { return a.place.begin < b.place.begin; });
  return places;
}

}  // namespace protokoll
