#include "readers/html/page_lines.hpp"

#include <algorithm>
#include <cstdlib>
#include <unordered_map>

#include "readers/html/tags.hpp"
#include "readers/html/tree.hpp"

namespace protokoll::html {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view placed = "position:absolute;top:";

// The number behind "name:" in a style; -1 if it has none.
int length_of(std::string_view style, std::string_view name) {
  for (auto at = style.find(name); at != none; at = style.find(name, at + 1)) {
    const auto end = at + name.size();
    if ((at > 0 && style[at - 1] != ';' && style[at - 1] != ' ') || end >= style.size() || style[end] != ':') continue;
    return std::atoi(std::string(style.substr(end + 1, 8)).c_str());
  }
  return -1;
}

struct Font {
  int size = -1, height = -1, look = 0, face = 0;
};

// A style without what says nothing of a font's look.
std::string look_of(std::string_view body) {
  std::string look;
  while (!body.empty()) {
    const auto end = std::min(body.find(';'), body.size());
    if (!body.starts_with("line-height")) look.append(body.substr(0, end)) += ';';
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return look;
}

// Colour and family alone: "ABCDEF+Name-Bold" is a cut of Name.
std::string face_of(std::string_view body) {
  std::string face;
  while (!body.empty()) {
    auto part = body.substr(0, std::min(body.find(';'), body.size()));
    body.remove_prefix(std::min(part.size() + 1, body.size()));
    if (part.starts_with("color")) face.append(part) += ';';
    if (!part.starts_with("font-family:")) continue;
    part.remove_prefix(std::min(part.find('+') == none ? part.find(':') + 1 : part.find('+') + 1, part.size()));
    face.append(part.substr(0, part.find_first_of("-,"))) += ';';
  }
  return face;
}

// What style elements say of classes: ".ft10{font-size:18px;line-height:21px;…}".
class Fonts {
 public:
  void read(std::string_view css) {
    for (auto dot = css.find('.'); dot != none; dot = css.find('.', dot + 1)) {
      const auto open = css.find_first_of("{;}", dot);
      if (open == none || css[open] != '{') continue;
      const auto close = css.find('}', open);
      if (close == none) return;
      const auto body = css.substr(open + 1, close - open - 1);
      const auto look = looks_.try_emplace(look_of(body), static_cast<int>(looks_.size()) + 1).first->second;
      const auto face = looks_.try_emplace(face_of(body), static_cast<int>(looks_.size()) + 1).first->second;
      const Font font{length_of(body, "font-size"), length_of(body, "line-height"), look, face};
      if (font.size > 0) fonts_.try_emplace(std::string(css.substr(dot + 1, open - dot - 1)), font);
      dot = close;
    }
  }

  // pdftohtml counts fonts through the document but names them by page, and defines each on its first page only.
  [[nodiscard]] Font find(const std::string& name, int page) const {
    if (const auto found = fonts_.find(name); found != fonts_.end()) return found->second;
    const auto digits = std::to_string(page);
    const auto at = name.find_first_of("0123456789");
    if (at == none || name.compare(at, digits.size(), digits) != 0) return {};
    for (int earlier = page - 1; earlier > 0 && earlier > page - most_pages_back; --earlier) {
      const auto found = fonts_.find(name.substr(0, at) + std::to_string(earlier) + name.substr(at + digits.size()));
      if (found != fonts_.end()) return found->second;
    }
    const auto first = fonts_.find(name.substr(0, at) + "1" + name.substr(at + digits.size()));
    return first == fonts_.end() ? Font{} : first->second;
  }

 private:
  static constexpr int most_pages_back = 20;
  std::unordered_map<std::string, Font> fonts_;
  std::unordered_map<std::string, int> looks_;
};

// One blank at the front or the end of `text`, a no-break space among them; its size, or 0.
std::size_t blank_at_end(std::string_view text) {
  if (text.ends_with("\xC2\xA0")) return 2;
  return !text.empty() && std::string_view(" \t\r\n").find(text.back()) != none ? 1 : 0;
}

std::size_t blank_at_front(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  return !text.empty() && std::string_view(" \t\r\n").find(text.front()) != none ? 1 : 0;
}

class Finder {
 public:
  std::vector<PageLine> find(const GumboNode& document) {
    visit_all(document);
    if (nested_) lines_.clear();
    return std::move(lines_);
  }

 private:
  struct Step {
    const GumboVector* nodes;
    unsigned next;
    bool ends_element, ends_bold, ends_link;
  };

  void visit_all(const GumboNode& document) {
    std::vector<Step> path{{&document.v.document.children, 0, false, false, false}};
    while (!path.empty()) {
      auto& step = path.back();
      if (step.next == step.nodes->length) {
        if (step.ends_element) finish();
        bold_ -= step.ends_bold;
        links_ -= step.ends_link;
        path.pop_back();
        continue;
      }
      const auto& node = *static_cast<const GumboNode*>(step.nodes->data[step.next++]);
      if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) text(node.v.text.text);
      if (node.type == GUMBO_NODE_ELEMENT) enter(node, path);
    }
  }

  void enter(const GumboNode& node, std::vector<Step>& path) {
    const auto& element = node.v.element;
    if (element.tag == GUMBO_TAG_STYLE) {
      for (unsigned i = 0; i < element.children.length; ++i) {
        const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
        if (child.type != GUMBO_NODE_ELEMENT) fonts_.read(child.v.text.text);
      }
      return;
    }
    if (is_hidden(node) && element.tag != GUMBO_TAG_HEAD) return;
    if (element.tag == GUMBO_TAG_BR) {
      if (element_) next_line(node);
      return;
    }
    // Containers may only be opened and closed between placed elements and directly in them.
    if (element_ && (traits(element.tag) & block)) nested_ = true;
    const char* const style = attribute(element, "style");
    const bool begins = !element_ && style && (element.tag == GUMBO_TAG_P || element.tag == GUMBO_TAG_DIV) && std::string_view(style).find(placed) != none;
    if (begins) place(node, style);
    const bool bold = element.tag == GUMBO_TAG_B || element.tag == GUMBO_TAG_STRONG;
    const bool link = element.tag == GUMBO_TAG_A && attribute(element, "href") != nullptr;
    bold_ += bold;
    links_ += link;
    path.push_back({&element.children, 0, begins, bold, link});
  }

  void place(const GumboNode& node, std::string_view style) {
    element_ = &node;
    if (node.parent != sheet_) {
      sheet_ = node.parent;
      ++page_;
      const char* const sheet = sheet_->type == GUMBO_NODE_ELEMENT ? attribute(sheet_->v.element, "style") : nullptr;
      height_ = sheet ? std::max(0, length_of(sheet, "height")) : 0;
    }
    line_ = {.start = &node, .element = &node, .page = page_, .page_height = height_, .top = length_of(style, "top"), .left = length_of(style, "left")};
    const char* const name = attribute(node.v.element, "class");
    const auto font = fonts_.find(name ? name : "", page_);
    if (font.size > 0) line_.size = font.size;
    line_.height = std::max(0, font.height);
    line_.look = font.look;
    line_.face = font.face;
  }

  void text(std::string_view shown) {
    if (!element_) return;
    line_.text += shown;
    if (shown.find_first_not_of(" \t\r\n\xC2\xA0") == none) return;
    line_.all_bold = line_.all_bold && bold_ > 0;
    line_.all_link = line_.all_link && links_ > 0;
  }

  void next_line(const GumboNode& node) {
    auto next = line_;
    finish_line();
    next.start = &node;
    next.top += next.height > 0 ? next.height : next.size * 6 / 5;
    next.text.clear();
    next.all_bold = next.all_link = true;
    next.estimated = true;
    line_ = std::move(next);
  }

  void finish_line() {
    std::string_view text = line_.text;
    while (const auto blank = blank_at_front(text)) text.remove_prefix(blank);
    line_.ends_blank = blank_at_end(text) > 0;
    while (const auto blank = blank_at_end(text)) text.remove_suffix(blank);
    line_.text = std::string(text);
    line_.characters = 0;
    for (const char c : line_.text) line_.characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    if (!line_.text.empty()) lines_.push_back(std::move(line_));
  }

  void finish() {
    finish_line();
    element_ = nullptr;
  }

  Fonts fonts_;
  std::vector<PageLine> lines_;
  PageLine line_;
  const GumboNode* element_ = nullptr;
  const GumboNode* sheet_ = nullptr;
  int page_ = 0, height_ = 0, bold_ = 0, links_ = 0;
  bool nested_ = false;  // there are blocks inside a placed element
};

}  // namespace

bool has_placed_lines(std::string_view markup) { return markup.find(placed) != none; }

std::vector<PageLine> find_page_lines(const GumboNode& document) { return Finder().find(document); }

}  // namespace protokoll::html
