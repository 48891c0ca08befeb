/// What a page's own style sheet says of its classes, as far as it strikes out or raises text: how Google Docs and others write it.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace protokoll::html {

struct StyleClasses {
  std::set<std::string, std::less<>> struck, raised;

  [[nodiscard]] bool strikes(std::string_view class_attribute) const { return names_one(class_attribute, struck); }
  [[nodiscard]] bool raises(std::string_view class_attribute) const { return names_one(class_attribute, raised); }

 private:
  [[nodiscard]] static bool names_one(std::string_view class_attribute, const std::set<std::string, std::less<>>& names);
};

/// Reads rules of plain selectors (".c5", "span.old") in the <style> elements of the markup.
[[nodiscard]] StyleClasses style_classes(std::string_view markup);

}  // namespace protokoll::html
