#include "words/counts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t group = 3;

// Between groups of digits; a plain space may as well stand between two numbers.
constexpr std::array<std::string_view, 7> separators{".", ",", "'", "\u2019", "\u00A0", "\u202F", "\u2009"};

std::size_t digits_at(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), [](char c) { return is_digit(static_cast<unsigned char>(c)); }) - text.begin());
}

std::size_t digits_before(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.rbegin(), text.rend(), [](char c) { return is_digit(static_cast<unsigned char>(c)); }) - text.rbegin());
}

std::string_view separator_at(std::string_view text) {
  const auto found = std::find_if(separators.begin(), separators.end(), [&](auto separator) { return text.starts_with(separator); });
  return found == separators.end() ? std::string_view{} : *found;
}

std::string_view separator_before(std::string_view text) {
  const auto found = std::find_if(separators.begin(), separators.end(), [&](auto separator) { return text.ends_with(separator); });
  return found == separators.end() ? std::string_view{} : *found;
}

bool within(std::string_view outer, const char* place) { return place >= outer.data() && place < outer.data() + outer.size(); }

}  // namespace

std::optional<Count> whole_count(std::string_view text, std::string_view match, std::string_view digits) {
  auto begin = static_cast<std::size_t>(digits.data() - text.data()), end = begin + digits.size();
  for (auto separator = separator_before(text.substr(0, begin)); !separator.empty(); separator = separator_before(text.substr(0, begin))) {
    const auto before = digits_before(text.substr(0, begin - separator.size()));
    if (before == 0) break;
    if (before > group || end - begin < group || digits_at(text.substr(begin)) != group) {
      if (within(match, text.data() + begin - separator.size())) break;
      return std::nullopt;
    }
    begin -= separator.size() + before;
  }
  for (auto separator = separator_at(text.substr(end)); !separator.empty(); separator = separator_at(text.substr(end))) {
    const auto behind = digits_at(text.substr(end + separator.size()));
    if (behind == 0) break;
    if (behind != group || digits_before(text.substr(0, end)) > group) {
      if (within(match, text.data() + end)) break;
      return std::nullopt;
    }
    end += separator.size() + behind;
  }
  const auto left = text.substr(0, begin), right = text.substr(end);
  const auto before = left.ends_with(' ') ? digits_before(left.substr(0, left.size() - 1)) : 0;
  if (before > 0 && before <= group && digits_at(text.substr(begin)) == group && !within(match, left.data() + left.size() - 1)) return std::nullopt;
  if (right.starts_with(' ') && digits_at(right.substr(1)) == group && digits_before(text.substr(0, end)) <= group && !within(match, right.data())) return std::nullopt;

  Count count{.printed = text.substr(begin, end - begin)};
  std::string plain;
  std::copy_if(count.printed.begin(), count.printed.end(), std::back_inserter(plain), [](char c) { return is_digit(static_cast<unsigned char>(c)); });
  if (std::from_chars(plain.data(), plain.data() + plain.size(), count.value).ec != std::errc()) return std::nullopt;
  return count;
}

}  // namespace protokoll
