#include "readers/markdown/lone_lists.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace protokoll::markdown {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Most documents have no such line and need no second parse.
bool has_candidate(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    auto digit = text.find_first_not_of(" \t>", at);
    if (digit == std::string_view::npos) return false;
    const auto begin = digit;
    while (digit < text.size() && is_digit(text[digit])) ++digit;
    const bool marker = digit > begin && digit + 1 < text.size() && (text[digit] == '.' || text[digit] == ')') && (text[digit + 1] == ' ' || text[digit + 1] == '\t');
    if (marker && text.substr(begin, digit - begin) != "1") return true;
  }
  return false;
}

class LoneListFinder {
 public:
  explicit LoneListFinder(const Buffer& buffer) : buffer_(buffer) {}

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_OL) lists_.push_back({.numbered = true, .start = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start});
    if (type == MD_BLOCK_UL) lists_.push_back({});
    if (type != MD_BLOCK_LI) return;
    auto& list = lists_.back();
    ++list.items;
    list.waits = true;
    list.before = std::exchange(list.last, 0);
  }
  void leave_block(MD_BLOCKTYPE type) {
    if (type != MD_BLOCK_OL && type != MD_BLOCK_UL) return;
    const auto list = lists_.back();
    lists_.pop_back();
    if (!list.numbered || list.last == 0) return;
    if (lists_.empty()) drop_counts_within(list);
    const auto blank = blank_in_front(list.last);
    if (blank == 0) return;
    const bool dotted = buffer_.text()[blank - 1] == '.';
    auto& last = dotted ? last_dotted_ : last_bracketed_;
    // "7. Loan", "1) to sign", "2) to pay", "8. Roads": a list with other marks stands between the seventh and the eighth.
    const bool interrupted = list.items == 1 && was_dotted_ != dotted && last > 0 && list.start == last + 1;
    if (list.items > 1 || interrupted) {
      last = list.start + list.items - 1;
      was_dotted_ = dotted;
    }
    if (interrupted) return;
    // "3. Any other business" of the announced agenda and, below, "1. Welcome": the count begins anew.
    if (list.items > 1) {
      if (list.before > 0 && number_in_front(blank) == 1 && blank_in_front(list.before) > 0 && number_in_front(blank_in_front(list.before)) != 1) first_ = blank;
      return;
    }
    if (lists_.empty()) outer_ = list.start;
    if (list.start == 1) {
      first_ = blank;
      return;
    }
    // "1. Welcome" is of the same kind if "2. Roof" goes on counting.
    if (list.start == 2 && first_ != 0) blanks.push_back(first_);
    first_ = 0;
    blanks.push_back(blank);
  }
  void enter_span(MD_SPANTYPE, void*) {}
  void leave_span(MD_SPANTYPE) {}
  void text(MD_TEXTTYPE, std::string_view piece) {
    if (!buffer_.holds(piece)) return;
    // Only the innermost lists can still wait for the first text of an item.
    for (auto list = lists_.rbegin(); list != lists_.rend() && list->waits; ++list) {
      list->waits = false;
      list->last = buffer_.place(piece).offset;
      if (const auto blank = list->numbered ? blank_in_front(list->last) : 0; blank > 0) list->marks.push_back(blank);
      if (list->items > 1 && list->numbered && lists_.size() == 1) go_on(*list, list->last);
    }
  }

  std::vector<std::size_t> blanks;

 private:
  struct List {
    bool numbered = false;
    unsigned start = 1;
    unsigned items = 0;
    std::size_t last = 0, before = 0;  // first text of the last item, and of the one in front of it
    std::vector<std::size_t> marks;    // behind the markers of its items
    bool waits = false;                // for the first text of its last item
    bool left = false;                 // an item counted on where the lone lists around had stopped
  };

  // Behind the marker of the item whose first text stands at a place; 0 if there is none.
  [[nodiscard]] std::size_t blank_in_front(std::size_t place) const {
    const auto text = buffer_.text();
    const auto mark = place == 0 ? std::string_view::npos : text.find_last_of(".)", place - 1);
    if (mark == std::string_view::npos || mark == 0 || !is_digit(text[mark - 1])) return 0;
    return text.substr(mark + 1, place - mark - 1).find_first_not_of(" \t*_") == std::string_view::npos ? mark + 1 : 0;
  }

  [[nodiscard]] unsigned number_in_front(std::size_t blank) const {
    constexpr std::size_t longest = 4;
    const auto text = buffer_.text();
    unsigned number = 0, power = 1;
    for (auto at = blank - 1; at > 0 && is_digit(text[at - 1]) && blank - at <= longest; --at, power *= 10) number += static_cast<unsigned>(text[at - 1] - '0') * power;
    return number;
  }

  // "4. Elections", "1. Chair: Ann", "2. Chair: Tom", "5. Fees": a count of its own between two items that follow each other.
  void drop_counts_within(const List& list) {
    constexpr std::size_t most = 3;  // a longer one is a list
    unsigned regular = 0, inner = 0;
    std::vector<std::size_t> within;
    for (const auto blank : list.marks) {
      const auto number = number_in_front(blank);
      if (regular == 0 || number == regular + 1) {
        if (regular > 1 && within.size() <= most) blanks.insert(blanks.end(), within.begin(), within.end());
        within.clear();
        regular = number;
        inner = 0;
      } else if (number == inner + 1) {
        within.push_back(blank);
        inner = number;
      } else {
        return;
      }
    }
  }

  // "1. Walk", "2. Signs: 1. brook, 2. hill, 3. mill" and then "3. Dates", which to a parser is the fourth of the inner list.
  void go_on(List& list, std::size_t place) {
    const auto blank = blank_in_front(place);
    if (blank == 0 || outer_ == 0) return;
    const auto number = number_in_front(blank);
    if (number != outer_ + 1 || (!list.left && number == list.start + list.items - 1)) return;
    list.left = true;
    if (outer_ == 1 && first_ != 0) blanks.push_back(first_);
    first_ = 0;
    outer_ = number;
    blanks.push_back(blank);
  }

  const Buffer& buffer_;
  std::vector<List> lists_;
  unsigned last_dotted_ = 0, last_bracketed_ = 0;  // last number of a list with each kind of mark
  bool was_dotted_ = true;                         // the last list with more than one item
  std::size_t first_ = 0;  // blank of a lone list that begins with 1; 0 if no other has been looked for behind it
  unsigned outer_ = 0;     // number of the last lone list, or of what went on counting from it
};

}  // namespace

void mask_lone_lists(Buffer& buffer) {
  if (!has_candidate(buffer.text())) return;
  LoneListFinder finder(buffer);
  buffer.parse(finder);
  for (const auto blank : finder.blanks) buffer.mask(blank);
}

}  // namespace protokoll::markdown
