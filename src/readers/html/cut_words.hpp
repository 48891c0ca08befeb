/// Words that a converter cut in two because a table's column was too narrow for them.
#pragma once

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "readers/html/page_lines.hpp"

namespace protokoll::html {

class CutWords {
 public:
  explicit CutWords(const std::vector<PageLine>& lines);

  /// Whether the word that is all of `line` goes on at the begin of `next`, below it in a cell; `room` is the column's width in pixels, 0 if unknown.
  [[nodiscard]] bool is_cut(const PageLine& line, const PageLine& next, int room) const;

 private:
  std::map<std::string, int> words_;       // how often each stands in the lines
  std::unordered_set<std::string> inner_;  // those that another word stands before in the same line: they are whole
};

}  // namespace protokoll::html
