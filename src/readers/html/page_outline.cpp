#include "readers/html/page_outline.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "readers/html/tree.hpp"

namespace protokoll::html {
namespace {

// Without blanks, no-break spaces among them.
std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) == "\xC2\xA0") ++at;
    else if (std::string_view(" \t\r\n").find(text[at]) == std::string_view::npos) out += text[at];
  }
  return out;
}

// The walk through the list of lists behind the element <a name="outline">.
class Reader {
 public:
  std::vector<OutlineEntry> read(const GumboNode& document) {
    std::vector<Step> path{{&document.v.document.children, 0, false}};
    while (!path.empty()) {
      auto& step = path.back();
      if (step.next == step.nodes->length) {
        if (step.is_list && --depth_ == 0) return std::move(found_);
        path.pop_back();
        continue;
      }
      const auto& node = *static_cast<const GumboNode*>(step.nodes->data[step.next++]);
      if (node.type == GUMBO_NODE_ELEMENT) enter(node.v.element, path);
      else if (in_entry_ && node.type == GUMBO_NODE_TEXT) found_.back().text += squeezed(node.v.text.text);
    }
    return {};
  }

 private:
  struct Step {
    const GumboVector* nodes;
    unsigned next;
    bool is_list;
  };

  void enter(const GumboElement& element, std::vector<Step>& path) {
    const char* const name = attribute(element, "name");
    begun_ = begun_ || (element.tag == GUMBO_TAG_A && name && std::string_view(name) == "outline");
    const bool is_list = begun_ && element.tag == GUMBO_TAG_UL;
    depth_ += is_list;
    in_entry_ = depth_ > 0 && element.tag == GUMBO_TAG_A;
    if (in_entry_) {
      constexpr int deepest = 6;
      const char* const href = attribute(element, "href");
      const std::string_view target = href ? href : "";
      const auto hash = std::min(target.find('#'), target.size());
      found_.push_back({.level = std::min(depth_, deepest), .page = hash < target.size() ? std::atoi(std::string(target.substr(hash + 1, 6)).c_str()) : 0});
    }
    path.push_back({&element.children, 0, is_list});
  }

  std::vector<OutlineEntry> found_;
  int depth_ = 0;
  bool begun_ = false, in_entry_ = false;
};

class Matcher {
 public:
  Matcher(const std::vector<OutlineEntry>& outline, const std::vector<PageLine>& lines) : outline_(outline), lines_(lines), entries_(lines.size()) {
    for (const auto& line : lines) texts_.push_back(squeezed(line.text));
  }

  // Passes over lines of the look `body`; no line has the look -1.
  bool match(int body) {
    std::fill(entries_.begin(), entries_.end(), 0);
    std::size_t next = 0, matched = 0;
    for (std::size_t i = 0; i < lines_.size() && next < outline_.size();) {
      const auto [entry, end] = look_key(lines_[i]) == body ? Match{} : find(i, next);
      if (end == 0) {
        ++i;
        continue;
      }
      std::fill(entries_.begin() + static_cast<std::ptrdiff_t>(i), entries_.begin() + static_cast<std::ptrdiff_t>(end), entry + 1);
      next = entry + 1;
      i = end;
      ++matched;
    }
    return matched * 2 > outline_.size();
  }

  std::vector<std::size_t> entries() { return std::move(entries_); }

 private:
  struct Match {
    std::size_t entry = 0, end = 0;
  };

  // The first of the next entries that begins at a line, and the end of its lines.
  [[nodiscard]] Match find(std::size_t i, std::size_t next) const {
    constexpr std::size_t ahead = 8, most_lines = 6;
    for (auto entry = next; entry < std::min(next + ahead, outline_.size()); ++entry) {
      const auto& wanted = outline_[entry];
      if (lines_[i].page < wanted.page || wanted.text.empty()) continue;
      std::string shown;
      for (auto end = i; end < std::min(i + most_lines, lines_.size()) && shown.size() < wanted.text.size();) {
        shown += texts_[end++];
        if (!wanted.text.starts_with(shown)) break;
        if (shown.size() == wanted.text.size()) return {entry, end};
      }
    }
    return {};
  }

  const std::vector<OutlineEntry>& outline_;
  const std::vector<PageLine>& lines_;
  std::vector<std::string> texts_;
  std::vector<std::size_t> entries_;
};

}  // namespace

int look_key(const PageLine& line) { return line.look * 2 + line.all_bold; }

std::vector<OutlineEntry> find_outline(const GumboNode& document) { return Reader().read(document); }

std::vector<std::size_t> match_outline(const std::vector<OutlineEntry>& outline, const std::vector<PageLine>& lines, int body) {
  if (outline.empty()) return {};
  Matcher matcher(outline, lines);
  return matcher.match(body) || matcher.match(-1) ? matcher.entries() : std::vector<std::size_t>{};
}

}  // namespace protokoll::html
