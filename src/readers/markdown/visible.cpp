#include "readers/html/html.hpp"
#include "readers/markdown/attributed_spans.hpp"
#include "readers/markdown/lone_lists.hpp"
#include "readers/markdown/markdown.hpp"
#include "readers/markdown/parse.hpp"

namespace protokoll {
namespace {

class VisibleText {
 public:
  VisibleText(const markdown::Buffer& buffer, std::string_view body, std::string& out) : buffer_(buffer), body_(body), out_(out) {}

  void enter_block(MD_BLOCKTYPE type, void*) {
    out_ += '\n';
    in_html_ = type == MD_BLOCK_HTML;
  }
  void leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML) {
      // Of the body: what is masked in the buffer would be a control in HTML.
      for (const auto& piece : html_) visible_html(body_.substr(piece.offset, piece.size), out_);
      html_.clear();
      in_html_ = false;
    }
    out_ += '\n';
  }
  void enter_span(MD_SPANTYPE type, void*) { images_ += type == MD_SPAN_IMG; }
  void leave_span(MD_SPANTYPE type) { images_ -= type == MD_SPAN_IMG; }
  void text(MD_TEXTTYPE type, std::string_view piece) {
    if (in_html_) {
      if (buffer_.holds(piece)) markdown::join(html_, buffer_.place(piece), buffer_.text());
    } else if (images_ > 0 || type == MD_TEXT_HTML || type == MD_TEXT_NULLCHAR) {
      return;
    } else if (type == MD_TEXT_ENTITY) {
      const auto character = decode_entity(piece);
      out_ += character.empty() ? piece : std::string_view(character);
    } else {
      // Of the body as well: a mask that md4c took for text shows what was there.
      out_ += buffer_.holds(piece) ? body_.substr(buffer_.place(piece).offset, piece.size()) : std::string_view("\n");
    }
  }

 private:
  const markdown::Buffer& buffer_;
  std::string_view body_;
  std::string& out_;
  std::vector<markdown::Piece> html_;
  bool in_html_ = false;
  int images_ = 0;
};

}  // namespace

void visible_markdown(std::string_view markup, std::string& out) {
  const auto front = markdown::front_matter(markup);
  for (const auto& [line, value] : front.lines) {
    out += markup.substr(line.offset, line.size);
    out += '\n';
  }
  const auto body = markup.substr(front.end);
  const auto bounds = markdown::bounds(body);
  if (!bounds.trouble.empty()) {
    out += body;
    return;
  }
  markdown::Buffer buffer(body, bounds);
  markdown::mask_lone_lists(buffer);
  markdown::mask_attributed_spans(buffer);
  VisibleText visible(buffer, body, out);
  buffer.parse(visible);
}

}  // namespace protokoll
