#include "readers/html/lists.hpp"

#include <algorithm>
#include <string_view>

#include "readers/html/tags.hpp"
#include "readers/html/tree.hpp"

namespace protokoll::html {
namespace {

int count_items(const GumboElement& list) {
  const auto is_item = [](const void* child) {
    const auto* node = static_cast<const GumboNode*>(child);
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_LI;
  };
  return static_cast<int>(std::count_if(list.children.data, list.children.data + list.children.length, is_item));
}

char numerals_of(const GumboElement& element) {
  const char* const style = attribute(element, "style");
  if (const char said = style == nullptr ? '\0' : parse_css(style).numerals; said != 0) return said;
  const char* const type = attribute(element, "type");
  const std::string_view letter = type == nullptr ? "" : type;
  return letter.size() == 1 && std::string_view("aAiI").find(letter[0]) != std::string_view::npos ? letter[0] : '1';
}

}  // namespace

ListState begin_list(const GumboElement& element) {
  ListState list;
  list.ordered = element.tag == GUMBO_TAG_OL;
  if (!list.ordered) return list;
  const bool reversed = attribute(element, "reversed") != nullptr;
  if (reversed) list.step = -1;
  list.next = number(element, "start", reversed ? count_items(element) : 1);
  list.numerals = numerals_of(element);
  return list;
}

std::int32_t next_number(ListState& list, const GumboElement& item) {
  const auto own = number(item, "value", list.next);
  list.next = own + list.step;
  return own;
}

}  // namespace protokoll::html
