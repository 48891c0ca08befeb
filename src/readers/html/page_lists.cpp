#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "readers/html/layout.hpp"

namespace protokoll::html {
namespace {

constexpr int tolerance = 4;

// The number of "12." or "12)"; 0 for any other marker, -1 for one that is no plain number ("3.1", "a)").
int number_of(const std::string& marker) {
  const auto digits = std::min(marker.find_first_not_of("0123456789"), marker.size());
  constexpr std::size_t most_digits = 3;
  if (digits > 0) return digits <= most_digits && digits + 1 == marker.size() ? std::atoi(marker.c_str()) : -1;
  return marker.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ(") == std::string::npos || marker == "o" ? 0 : -1;
}

class Finder {
 public:
  Finder(const std::vector<PageLine>& lines, std::vector<LineStart>& plan) : lines_(lines), plan_(plan) {}

  void find() {
    bool in_table = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      auto& start = plan_[i];
      if (start.opens_table) in_table = true;
      if (!start.opens_cell && start.closes > 0) in_table = false;
      if (i > 0 && !are_siblings(lines_[i - 1], lines_[i])) {
        plan_[i - 1].closes_after = static_cast<std::uint8_t>(plan_[i - 1].closes_after + depth());
        open_.clear();
        in_table = false;
      }
      if (start.boilerplate || (in_table && !start.opens_table)) {
        in_table = in_table && start.closes_after == 0;
        continue;
      }
      const bool item = line(i, in_table);
      if (start.closes_after > 0) in_table = false;
      i += item;
    }
    if (!lines_.empty()) plan_.back().closes_after = static_cast<std::uint8_t>(plan_.back().closes_after + depth());
  }

 private:
  struct List {
    int left, text_left;
  };

  // Whether containers that are open at the end of one line may still be open at the other.
  [[nodiscard]] static bool are_siblings(const PageLine& a, const PageLine& b) {
    const auto *one = a.element->parent, *other = b.element->parent;
    if (one == other) return true;
    const auto is_plain = [](const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_DIV; };
    return is_plain(one) && is_plain(other) && one->parent == other->parent;
  }

  [[nodiscard]] std::uint8_t depth() const { return static_cast<std::uint8_t>(2 * open_.size()); }

  // Whether the line is the marker of an item, whose text is the next line.
  bool line(std::size_t i, bool in_table) {
    const auto& line = lines_[i];
    constexpr std::size_t deepest = 20;
    const bool marker = !in_table && open_.size() < deepest && begins_item(i);
    auto kept = in_table || plan_[i].level > 0 ? 0 : open_.size();
    while (kept > 0 && line.left < (marker ? open_[kept - 1].left : open_[kept - 1].text_left) - tolerance) --kept;
    close(i, kept);
    if (marker) open_item(i, kept > 0 && line.left < open_[kept - 1].text_left - tolerance);
    return marker;
  }

  [[nodiscard]] bool begins_item(std::size_t i) const {
    if (i + 1 >= lines_.size() || number_of(lines_[i].text) < 0 || !is_beside_marker(lines_[i], lines_[i + 1])) return false;
    const auto& text = plan_[i + 1];
    return text.level == 0 && !text.boilerplate && !text.opens_cell && text.closes == 0;
  }

  // Closes all lists but the outer `kept`.
  void close(std::size_t i, std::size_t kept) {
    plan_[i].closes = static_cast<std::uint8_t>(plan_[i].closes + 2 * (open_.size() - kept));
    open_.resize(kept);
  }

  void open_item(std::size_t i, bool again) {
    auto &mark = plan_[i], &text = plan_[i + 1];
    if (again) ++mark.closes;
    else open_.push_back({lines_[i].left, 0});
    open_.back().text_left = lines_[i + 1].left;
    mark.opens_list = !again;
    mark.boilerplate = true;
    mark.number = text.number = number_of(lines_[i].text);
    text.opens_item = true;
    if (text.number > 0) text.marker = lines_[i].element;
  }

  const std::vector<PageLine>& lines_;
  std::vector<LineStart>& plan_;
  std::vector<List> open_;
};

}  // namespace

void find_page_lists(const std::vector<PageLine>& lines, std::vector<LineStart>& plan) { Finder(lines, plan).find(); }

}  // namespace protokoll::html
