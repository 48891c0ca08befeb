#include <fmt/format.h>
#include <re2/re2.h>

#include <string>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

// What windows-1252 shows for the bytes from 80 to 9F; the five that it leaves out are control characters.
constexpr char32_t windows[] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};

char byte_of(char32_t character) {
  for (std::size_t i = 0; i < std::size(windows); ++i)
    if (windows[i] == character) return static_cast<char>(0x80 + i);
  return static_cast<char>(character);
}

std::string decoded(std::string_view text) {
  static const re2::RE2 one("(.)");
  std::string bytes;
  re2::StringPiece rest(text.data(), text.size());
  for (std::string letter; re2::RE2::Consume(&rest, one, &letter);) {
    const auto lead = static_cast<unsigned char>(letter[0]);
    char32_t character = letter.size() == 2 ? lead & 0x1FU : lead & 0x0FU;
    for (std::size_t i = 1; i < letter.size(); ++i) character = character << 6 | (static_cast<unsigned char>(letter[i]) & 0x3FU);
    bytes += byte_of(character);
  }
  return bytes;
}

/// Characters that UTF-8 read as windows-1252 gives: in group 1, or, where they may also be a letter and a closing quotation mark, in group 2.
const re2::RE2& encoded_twice() {
  // Letters of western Europe (C3 and C2 in front), the euro and general punctuation (E2).
  static constexpr const char* tail = R"([\x{80}-\x{BF}\x{152}\x{153}\x{160}\x{161}\x{178}\x{17D}\x{17E}\x{192}\x{2C6}\x{2DC}\x{2018}-\x{201A}\x{201E}\x{2020}-\x{2022}\x{2026}\x{2030}\x{2039}\x{203A}\x{20AC}\x{2122}])";
  static const re2::RE2 pattern(fmt::format(R"((\x{{C3}}{0}|\x{{C2}}[\x{{A0}}-\x{{BF}}]|\x{{E2}}\x{{201A}}\x{{AC}}|\x{{E2}}\x{{20AC}}(?:{0}|[\x{{201C}}\x{{201D}}]))|(\x{{C3}}[\x{{201C}}\x{{201D}}\x{{2013}}\x{{2014}}])\p{{Ll}})", tail));
  return pattern;
}

void check(const CheckInput& input, Reporter& report) {
  constexpr std::size_t longest = 8;  // bytes that such characters have together
  const auto text = input.source.text();
  re2::StringPiece groups[3];
  for (std::size_t at = 0; encoded_twice().Match({text.data(), text.size()}, at, text.size(), re2::RE2::UNANCHORED, groups, 3);) {
    const auto& found = groups[groups[1].data() ? 1 : 2];
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    at = begin + found.size();
    const auto letter = decoded({found.data(), found.size()});
    // With what follows, the letter would be encoded twice again, and so for ever: that is nobody's mistake in encoding.
    const auto fixed = letter + std::string(text.substr(at, longest));
    const bool again = encoded_twice().Match(fixed, 0, fixed.size(), re2::RE2::ANCHOR_START, nullptr, 0);
    const auto span = input.source.to_bytes({begin, at});
    std::vector<Fix> fixes;
    if (!again) fixes.push_back({fmt::format("write {}", letter), {{span, letter}}, true});
    report.add(span, fmt::format("{} is {}, encoded twice", std::string_view(found.data(), found.size()), letter), fixes);
  }
}

}  // namespace

extern const Rule rule_double_encoding;
const Rule rule_double_encoding{
    .id = "PK058",
    .name = "double-encoding",
    .severity = Severity::warning,
    .summary = "A letter was turned into UTF-8 twice.",
    .why = "Readers see two wrong characters in its place, and names are not found any more.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThe Fu\u00C3\u0178weg is closed.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThe Fu\u00DFweg is closed.\n",
    .check = check,
    .fix = "safe"};

}  // namespace protokoll
