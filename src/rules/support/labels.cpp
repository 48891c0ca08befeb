#include "rules/support/labels.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <string_view>

namespace protokoll {

namespace {

// Markup stands in front of and behind words within so many bytes, or it is of no interest here.
constexpr std::size_t near = 80;

}  // namespace

bool ends_with_colon(const CheckInput& input, Span words) {
  static const re2::RE2 colon(R"(^(?:\s|</\w+>|[*_])*:)");
  const auto text = input.source.text();
  const auto begin = input.source.to_text(words.begin), end = input.source.to_text(words.end);
  const auto behind = text.substr(end, near);
  return (end > begin && text[end - 1] == ':') || re2::RE2::PartialMatch({behind.data(), behind.size()}, colon);
}

bool is_printed_as_label(const CheckInput& input, Span words) {
  static const re2::RE2 emphasis(R"((?i)(?:<(?:b|strong|u|em|i|dt|th|h[1-6])(?:\s[^<>]*)?>|[*_#])(?:\s|<[^<>]*>|[*_#])*$)");
  const auto text = input.source.text();
  const auto begin = input.source.to_text(words.begin);
  const auto before = text.substr(begin - std::min(begin, near), std::min(begin, near));
  return ends_with_colon(input, words) || re2::RE2::PartialMatch({before.data(), before.size()}, emphasis);
}

}  // namespace protokoll
