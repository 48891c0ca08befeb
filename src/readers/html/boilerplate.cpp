#include "readers/html/boilerplate.hpp"

#include <algorithm>
#include <string_view>

#include "readers/html/tags.hpp"
#include "readers/html/tree.hpp"

namespace protokoll::html {
namespace {

constexpr std::string_view roles[] = {"navigation", "banner", "contentinfo", "search", "menu", "menubar"};
// Ids that frameworks and wikis give to their navigation and to nothing else.
constexpr std::string_view ids[] = {"nav",           "navbar",   "navigation", "breadcrumb",  "breadcrumbs",
                                    "mw-navigation", "mw-panel", "mw-head",    "mw-page-base",
                                    // What the minutes of the W3C repeat at their end.
                                    "ActionSummary", "ResolutionSummary"};

template <typename Words>
bool is_one_of(const char* value, const Words& words) {
  return value != nullptr &&
         std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return equals_ignoring_case(value, word); });
}

bool has_heading(const GumboElement& element) {
  return std::any_of(element.children.data, element.children.data + element.children.length, [](const void* child) {
    const auto& node = *static_cast<const GumboNode*>(child);
    return node.type == GUMBO_NODE_ELEMENT &&
           (node.v.element.tag == GUMBO_TAG_H1 || node.v.element.tag == GUMBO_TAG_H2 || node.v.element.tag == GUMBO_TAG_HGROUP);
  });
}

}  // namespace

bool is_boilerplate(const GumboElement& element, const GumboNode& parent) {
  if (element.tag == GUMBO_TAG_NAV || element.tag == GUMBO_TAG_ASIDE) return true;
  const bool in_body = parent.type == GUMBO_NODE_ELEMENT && parent.v.element.tag == GUMBO_TAG_BODY;
  if (in_body && element.tag == GUMBO_TAG_FOOTER) return true;
  // A page header with a heading of its own names the meeting more often than the site.
  if (in_body && element.tag == GUMBO_TAG_HEADER) return !has_heading(element);
  if (element.attributes.length == 0) return false;
  return is_one_of(attribute(element, "role"), roles) || is_one_of(attribute(element, "id"), ids);
}

}  // namespace protokoll::html
