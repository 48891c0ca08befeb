#include "readers/html/style_sheet.hpp"

#include <algorithm>

#include "readers/html/tags.hpp"

namespace protokoll::html {
namespace {

constexpr std::string_view blank = " \t\n\r\f";
constexpr std::size_t most_classes = 1000;  // no page that people made has so many of this kind

// The class of a plain selector; empty for any other.
std::string_view class_of(std::string_view selector) {
  const auto begin = selector.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  selector = selector.substr(begin, selector.find_last_not_of(blank) + 1 - begin);
  const auto dot = selector.find('.');
  if (dot == std::string_view::npos || selector.find_first_of(" \t\n.:#[>+~*()", dot + 1) != std::string_view::npos) return {};
  return selector.substr(dot + 1);
}

void read_rule(std::string_view selectors, std::string_view declarations, StyleClasses& classes) {
  const bool may_matter = declarations.find("line-through") != std::string_view::npos || declarations.find("super") != std::string_view::npos;
  if (!may_matter || classes.struck.size() + classes.raised.size() > most_classes) return;
  const auto css = parse_css(declarations);
  for (std::size_t at = 0; at < selectors.size();) {
    const auto end = std::min(selectors.find(',', at), selectors.size());
    if (const auto name = class_of(selectors.substr(at, end - at)); !name.empty()) {
      if (css.strike > 0) classes.struck.emplace(name);
      if (css.raised > 0) classes.raised.emplace(name);
    }
    at = end + 1;
  }
}

void read_sheet(std::string_view sheet, StyleClasses& classes) {
  for (std::size_t at = 0; at < sheet.size();) {
    const auto open = sheet.find('{', at);
    const auto close = open == std::string_view::npos ? open : sheet.find('}', open);
    if (close == std::string_view::npos) return;
    auto selectors = sheet.substr(at, open - at);
    if (const auto last = selectors.find_last_of(";}/"); last != std::string_view::npos) selectors.remove_prefix(last + 1);  // behind an @import or a comment
    read_rule(selectors, sheet.substr(open + 1, close - open - 1), classes);
    at = close + 1;
  }
}

}  // namespace

bool StyleClasses::names_one(std::string_view class_attribute, const std::set<std::string, std::less<>>& names) {
  if (names.empty()) return false;
  for (auto begin = class_attribute.find_first_not_of(blank); begin != std::string_view::npos;) {
    const auto end = std::min(class_attribute.find_first_of(blank, begin), class_attribute.size());
    if (names.contains(class_attribute.substr(begin, end - begin))) return true;
    begin = class_attribute.find_first_not_of(blank, end);
  }
  return false;
}

StyleClasses style_classes(std::string_view markup) {
  StyleClasses classes;
  for (auto at = markup.find("<style"); at != std::string_view::npos; at = markup.find("<style", at + 1)) {
    const auto begin = markup.find('>', at);
    const auto end = begin == std::string_view::npos ? begin : markup.find("</style", begin);
    if (end == std::string_view::npos) break;
    read_sheet(markup.substr(begin + 1, end - begin - 1), classes);
    at = end;
  }
  return classes;
}

}  // namespace protokoll::html
