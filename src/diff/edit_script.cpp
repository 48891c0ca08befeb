#include "diff/edit_script.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "diff/compared.hpp"

namespace protokoll::differences {
namespace {

using Sequence = std::span<const std::uint32_t>;
using Signed = std::ptrdiff_t;

/// An element that stays, counted from the begin of what is compared.
struct Kept {
  std::size_t before, after;
};

/// Which elements stay, in order; nothing where more than `most_edits` differ.
class Myers {
 public:
  Myers(Sequence before, Sequence after) : before_(before), after_(after) {}

  bool run() {
    const auto most = static_cast<Signed>(std::min(most_edits, before_.size() + after_.size()));
    furthest_.assign(static_cast<std::size_t>(2 * most + 3), 0);
    middle_ = most + 1;
    for (Signed edits = 0; edits <= most; ++edits) {
      // As it was before this round, for the way back: diagonals -edits to edits.
      trace_.emplace_back(furthest_.begin() + (middle_ - edits), furthest_.begin() + (middle_ + edits + 1));
      for (auto diagonal = -edits; diagonal <= edits; diagonal += 2)
        if (advance(edits, diagonal)) {
          walk_back(edits);
          return true;
        }
    }
    return false;
  }

  [[nodiscard]] const std::vector<Kept>& kept() const { return kept_; }

 private:
  /// Whether the end is reached.
  bool advance(Signed edits, Signed diagonal) {
    const auto down = diagonal == -edits || (diagonal != edits && at(diagonal - 1) < at(diagonal + 1));
    auto x = down ? at(diagonal + 1) : at(diagonal - 1) + 1;
    auto y = x - diagonal;
    while (x < static_cast<Signed>(before_.size()) && y < static_cast<Signed>(after_.size()) && before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)]) {
      ++x;
      ++y;
    }
    at(diagonal) = x;
    return x >= static_cast<Signed>(before_.size()) && y >= static_cast<Signed>(after_.size());
  }

  void walk_back(Signed edits) {
    auto x = static_cast<Signed>(before_.size()), y = static_cast<Signed>(after_.size());
    for (; edits > 0; --edits) {
      const auto& earlier = trace_[static_cast<std::size_t>(edits)];
      const auto reached = [&](Signed diagonal) { return earlier[static_cast<std::size_t>(diagonal + edits)]; };
      const auto diagonal = x - y;
      const auto down = diagonal == -edits || (diagonal != edits && reached(diagonal - 1) < reached(diagonal + 1));
      const auto from = down ? diagonal + 1 : diagonal - 1;
      const auto from_x = reached(from), from_y = from_x - from;
      keep(x, y, down ? from_x : from_x + 1, down ? from_y + 1 : from_y);
      x = from_x;
      y = from_y;
    }
    keep(x, y, 0, 0);
    std::reverse(kept_.begin(), kept_.end());
  }

  void keep(Signed x, Signed y, Signed to_x, Signed to_y) {
    for (; x > to_x && y > to_y; --x, --y) kept_.push_back({static_cast<std::size_t>(x - 1), static_cast<std::size_t>(y - 1)});
  }

  Signed& at(Signed diagonal) { return furthest_[static_cast<std::size_t>(middle_ + diagonal)]; }

  Sequence before_, after_;
  std::vector<Signed> furthest_;  // on each diagonal
  Signed middle_ = 0;
  std::vector<std::vector<Signed>> trace_;
  std::vector<Kept> kept_;
};

class Script {
 public:
  void keep(std::size_t before, std::size_t after) {
    replace_to(before, after);
    if (runs_.empty() || runs_.back().change != WordChange::same) runs_.push_back({WordChange::same, before, before, after, after});
    before_ = runs_.back().old_end = before + 1;
    after_ = runs_.back().new_end = after + 1;
  }

  void replace_to(std::size_t before, std::size_t after) {
    if (before_ < before) runs_.push_back({WordChange::removed, before_, before, after_, after_});
    if (after_ < after) runs_.push_back({WordChange::added, before, before, after_, after});
  }

  [[nodiscard]] std::vector<EditRun> runs() && { return std::move(runs_); }

 private:
  std::vector<EditRun> runs_;
  std::size_t before_ = 0, after_ = 0;
};

/// Words as numbers, the same for the same key.
class Numbers {
 public:
  std::vector<std::uint32_t> of(const std::vector<ComparedWord>& words) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(words.size());
    for (const auto& word : words) numbers.push_back(known_.emplace(word.key, static_cast<std::uint32_t>(known_.size())).first->second);
    return numbers;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> known_;
};

std::string shown(const std::vector<ComparedWord>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (; begin < end; ++begin) {
    if (!text.empty()) text += ' ';
    text += words[begin].shown;
  }
  return text;
}

}  // namespace

std::vector<EditRun> edit_script(Sequence before, Sequence after) {
  const auto shorter = std::min(before.size(), after.size());
  std::size_t front = 0, back = 0;
  while (front < shorter && before[front] == after[front]) ++front;
  while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back]) ++back;
  Script script;
  for (std::size_t i = 0; i < front; ++i) script.keep(i, i);
  Myers myers(before.subspan(front, before.size() - front - back), after.subspan(front, after.size() - front - back));
  if (myers.run())
    for (const auto& kept : myers.kept()) script.keep(front + kept.before, front + kept.after);
  for (auto i = back; i > 0; --i) script.keep(before.size() - i, after.size() - i);
  script.replace_to(before.size(), after.size());
  return std::move(script).runs();
}

std::vector<WordRun> word_diff(std::string_view before, std::string_view after) {
  const auto old_words = compared_words(before), new_words = compared_words(after);
  Numbers numbers;
  const auto old_numbers = numbers.of(old_words), new_numbers = numbers.of(new_words);
  std::vector<WordRun> runs;
  for (const auto& run : edit_script(old_numbers, new_numbers))
    runs.push_back({run.change, run.change == WordChange::removed ? shown(old_words, run.old_begin, run.old_end) : shown(new_words, run.new_begin, run.new_end)});
  return runs;
}

}  // namespace protokoll::differences
