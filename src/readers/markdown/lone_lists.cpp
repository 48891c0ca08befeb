#include "readers/markdown/lone_lists.hpp"

#include <algorithm>
#include <utility>

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
    list.before = std::exchange(list.text, 0);
  }
  void leave_block(MD_BLOCKTYPE type) {
    if (type != MD_BLOCK_OL && type != MD_BLOCK_UL) return;
    const auto list = lists_.back();
    lists_.pop_back();
    if (!list.numbered || list.text == 0) return;
    const auto blank = blank_of(list.text);
    if (blank == 0) return;
    const bool dotted = buffer_.text()[blank - 1] == '.';
    auto& last = dotted ? last_dotted_ : last_bracketed_;
    // "7. Loan", "1) to sign", "2) to pay", "8. Roads": a list with other marks stands between the seventh and the eighth.
    const bool interrupted = list.items == 1 && was_dotted_ != dotted && last > 0 && list.start == last + 1;
    if (list.items > 1 || interrupted) {
      last = list.start + static_cast<unsigned>(list.items) - 1;
      was_dotted_ = dotted;
    }
    if (interrupted) return;
    // "3. Any other business" of the announced agenda and, below, "1. Welcome": the count begins anew.
    if (list.items > 1) {
      if (printed(list.text) == "1" && list.before > 0 && printed(list.before) != "1") first_ = blank;
      return;
    }
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
    // Only the innermost list can still wait for its first text: outer ones have seen that of their own items before.
    for (auto list = lists_.rbegin(); list != lists_.rend() && list->items > 0 && list->text == 0; ++list) list->text = buffer_.place(piece).offset;
  }

  std::vector<std::size_t> blanks;

 private:
  struct List {
    bool numbered = false;
    unsigned start = 1;
    int items = 0;
    std::size_t text = 0, before = 0;  // first text of the current item, and of the one in front of it
  };

  // Back from an item's first text to the blank behind its marker; 0 if there is none.
  [[nodiscard]] std::size_t blank_of(std::size_t place) const {
    const auto text = buffer_.text();
    const auto mark = place == 0 ? std::string_view::npos : text.find_last_of(".)", place - 1);
    if (mark == std::string_view::npos || mark == 0 || !is_digit(text[mark - 1])) return 0;
    return text.substr(mark + 1, place - mark - 1).find_first_not_of(" \t*_") == std::string_view::npos ? mark + 1 : 0;
  }

  // The number of an item's marker.
  [[nodiscard]] std::string_view printed(std::size_t place) const {
    const auto text = buffer_.text();
    const auto end = blank_of(place);
    if (end == 0) return {};
    auto begin = end - 1;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    return text.substr(begin, end - 1 - begin);
  }

  const Buffer& buffer_;
  std::vector<List> lists_;
  unsigned last_dotted_ = 0, last_bracketed_ = 0;  // last number of a list with each kind of mark
  bool was_dotted_ = true;                         // the last list with more than one item
  std::size_t first_ = 0;  // blank of a lone list that begins with 1; 0 if no other has been looked for behind it
};

}  // namespace

void mask_lone_lists(Buffer& buffer) {
  if (!has_candidate(buffer.text())) return;
  LoneListFinder finder(buffer);
  buffer.parse(finder);
  for (const auto blank : finder.blanks) buffer.mask(blank);
}

}  // namespace protokoll::markdown
