#include "readers/html/plain_tree.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "readers/html/entities.hpp"
#include "readers/html/scanner.hpp"
#include "readers/html/tags.hpp"

namespace protokoll::html {
namespace {

constexpr std::size_t deepest = 30;
constexpr std::string_view blank = " \t\n\f";

bool is_plain(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_LI: case GUMBO_TAG_BR: case GUMBO_TAG_A:
    case GUMBO_TAG_SPAN: case GUMBO_TAG_B: case GUMBO_TAG_STRONG: case GUMBO_TAG_I: case GUMBO_TAG_EM: case GUMBO_TAG_U: case GUMBO_TAG_S:
      return true;
    default:
      return false;
  }
}

constexpr auto doubtful = [] {
  std::array<bool, 256> table{};
  for (int byte = 0; byte < 0x20; ++byte) table[byte] = blank.find(static_cast<char>(byte)) == std::string_view::npos;
  for (const int byte : {0x7F, 0xBF, 0xC2, 0xEF}) table[byte] = true;
  return table;
}();

// Whether gumbo takes every character for what it is: it drops or replaces controls and noncharacters, and joins CR LF.
bool has_plain_characters(std::string_view markup) {
  for (std::size_t at = 0; at < markup.size(); ++at) {
    const auto byte = static_cast<unsigned char>(markup[at]);
    if (!doubtful[byte]) continue;
    const auto next = at + 1 < markup.size() ? static_cast<unsigned char>(markup[at + 1]) : 0xA0;
    if (!(byte == 0xC2 && next >= 0xA0) && !(byte == 0xBF && next < 0xBE)) return false;
  }
  return true;
}

class PlainParser {
 public:
  PlainParser(std::string_view markup, std::pmr::memory_resource& memory) : markup_(markup), memory_(memory) {}

  // Null at the first thing that is not plain.
  const GumboNode* parse() {
    if (!has_plain_characters(markup_)) return nullptr;
    Scanner scanner(markup_);
    for (Token token; scanner.next(token);)
      if (!add(token)) return nullptr;
    if (!open_.empty() || children_.empty()) return nullptr;
    auto* const body = element(GUMBO_TAG_BODY);
    take_children(body->v.element.children, 0);
    auto* const html = element(GUMBO_TAG_HTML);
    children_ = {element(GUMBO_TAG_HEAD), body};
    take_children(html->v.element.children, 0);
    auto* const document = node(GUMBO_NODE_DOCUMENT);
    children_ = {html};
    take_children(document->v.document.children, 0);
    return document;
  }

 private:
  struct Open {
    GumboNode* node;
    std::size_t first_child;
  };

  bool add(const Token& token) {
    switch (token.kind) {
      case TokenKind::text:
        return text(token);
      case TokenKind::start_tag:
        return start(token);
      case TokenKind::end_tag:
        return end(token);
      default:
        return false;
    }
  }

  bool start(const Token& token) {
    const auto tag = token.tag;
    if (!is_plain(tag) || open_.size() >= deepest || !keeps_open_elements(tag)) return false;
    auto* const made = element(tag);
    if (!attributes(token, made->v.element)) return false;
    made->v.element.original_tag = piece(token);
    children_.push_back(made);
    if (tag != GUMBO_TAG_BR) open_.push_back({made, children_.size()});
    return true;
  }

  // Whether this start tag ends no open element and opens none again (section 13.2.6.4.7).
  [[nodiscard]] bool keeps_open_elements(GumboTag tag) const {
    const bool formats = (traits(tag) & formatting) != 0;
    const bool ends_paragraph = (traits(tag) & closes_p) != 0;
    bool in_list = false;
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
      const auto other = open->node->v.element.tag;
      if ((ends_paragraph && other == GUMBO_TAG_P) || (formats && other == tag)) return false;
      if (tag == GUMBO_TAG_LI && other == GUMBO_TAG_LI && !in_list) return false;
      in_list = in_list || other == GUMBO_TAG_UL || other == GUMBO_TAG_OL;
    }
    return true;
  }

  bool end(const Token& token) {
    if (open_.empty() || token.attributes > 0) return false;
    const auto [node, first_child] = open_.back();
    auto& closed = node->v.element;
    if (closed.tag != token.tag) return false;
    closed.original_end_tag = piece(token);
    closed.end_pos.offset = static_cast<unsigned>(token.begin);
    take_children(closed.children, first_child);
    open_.pop_back();
    return true;
  }

  bool text(const Token& token) {
    auto source = markup_.substr(token.begin, token.end - token.begin);
    const bool leads = children_.empty() && open_.empty();
    if (leads) source.remove_prefix(std::min(source.find_first_not_of(blank), source.size()));
    if (source.empty()) return true;
    std::string decoded;
    for (std::size_t at = 0; at < source.size();) {
      const auto stop = std::min(source.find('&', at), source.size());
      decoded += source.substr(at, stop - at);
      at = stop;
      if (at == source.size()) break;
      if (source.substr(at).starts_with("& ")) {
        decoded += source[at++];
        continue;
      }
      const auto found = reference_at(source, at);
      // Names without semicolon and characters that gumbo replaces are gumbo's business.
      if (found.size == 0 || source[at + found.size - 1] != ';' || found.decoded.size() > 3 || !has_plain_characters(found.decoded)) return false;
      decoded += found.decoded;
      at += found.size;
    }
    if (leads && blank.find(decoded[0]) != std::string_view::npos) return false;
    const bool is_blank = decoded.find_first_not_of(blank) == std::string::npos;
    auto* const made = node(is_blank ? GUMBO_NODE_WHITESPACE : GUMBO_NODE_TEXT);
    made->v.text.text = copy(decoded);
    made->v.text.original_text = {source.data(), source.size()};
    children_.push_back(made);
    return true;
  }

  // Only name="value" with small letters and without references.
  bool attributes(const Token& token, GumboElement& element) {
    auto rest = markup_.substr(token.begin + 1 + token.name.size(), token.end - token.begin - 2 - token.name.size());
    if (token.tag == GUMBO_TAG_BR && rest.ends_with('/')) rest.remove_suffix(1);
    std::vector<void*> found;
    while (true) {
      const auto begin = rest.find_first_not_of(blank);
      if (begin == std::string_view::npos) break;
      const auto equals = rest.find("=\"", begin);
      const auto close = equals == std::string_view::npos ? equals : rest.find('"', equals + 2);
      if (begin == 0 || close == std::string_view::npos) return false;
      const auto name = rest.substr(begin, equals - begin);
      const auto value = rest.substr(equals + 2, close - equals - 2);
      if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") != std::string_view::npos || name.empty() || value.find('&') != std::string_view::npos) return false;
      auto* const made = new (memory_.allocate(sizeof(GumboAttribute), alignof(GumboAttribute))) GumboAttribute{};
      made->name = copy(name);
      made->value = copy(value);
      if (std::any_of(found.begin(), found.end(), [&](void* other) { return static_cast<GumboAttribute*>(other)->name == name; })) return false;
      found.push_back(made);
      rest.remove_prefix(close + 1);
    }
    fill(element.attributes, found.data(), found.size());
    return found.size() == token.attributes;
  }

  GumboNode* node(GumboNodeType type) {
    auto* const made = new (memory_.allocate(sizeof(GumboNode), alignof(GumboNode))) GumboNode{};
    made->type = type;
    return made;
  }

  GumboNode* element(GumboTag tag) {
    auto* const made = node(GUMBO_NODE_ELEMENT);
    made->v.element.tag = tag;
    return made;
  }

  // The nodes from `first` on become children.
  void take_children(GumboVector& children, std::size_t first) {
    fill(children, children_.data() + first, children_.size() - first);
    children_.resize(first);
  }

  void fill(GumboVector& vector, void* const* items, std::size_t count) {
    vector.data = static_cast<void**>(memory_.allocate(count * sizeof(void*), alignof(void*)));
    std::copy_n(items, count, vector.data);
    vector.length = vector.capacity = static_cast<unsigned>(count);
  }

  const char* copy(std::string_view text) {
    auto* const bytes = static_cast<char*>(memory_.allocate(text.size() + 1, 1));
    *std::copy(text.begin(), text.end(), bytes) = '\0';
    return bytes;
  }

  [[nodiscard]] GumboStringPiece piece(const Token& token) const { return {markup_.data() + token.begin, token.end - token.begin}; }

  std::string_view markup_;
  std::pmr::memory_resource& memory_;
  std::vector<Open> open_;
  std::vector<void*> children_;  // of the open elements, outermost first
};

}  // namespace

PlainTree::PlainTree(std::string_view markup) : document_(PlainParser(markup, memory_).parse()) {}

}  // namespace protokoll::html
