#include "rules/support/numbers.hpp"

#include <string_view>

namespace protokoll {

std::vector<int> numbers_of(const std::vector<AgendaItem>& list) {
  constexpr std::size_t longest = 6;
  std::vector<int> numbers;
  std::string_view front;
  for (const auto& item : list) {
    const std::string_view number = item.number.value;
    const auto last = number.rfind('.') == std::string_view::npos ? 0 : number.rfind('.') + 1;
    const auto digits = number.substr(last);
    if (digits.empty() || digits.size() > longest || digits.find_first_not_of("0123456789") != std::string_view::npos || item.number.span.empty()) return {};
    if (!numbers.empty() && number.substr(0, last) != front) return {};
    front = number.substr(0, last);
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    // A year is no item's number; who counts by years knows why.
    if (value >= 1900 && value < 2200) return {};
    numbers.push_back(value);
  }
  return numbers;
}

}  // namespace protokoll
