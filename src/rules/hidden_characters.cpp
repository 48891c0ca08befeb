#include <fmt/format.h>
#include <re2/re2.h>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

// Embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9): what stands behind them is shown in another order.
constexpr const char* order = R"([\x{202A}-\x{202E}\x{2066}-\x{2069}]|(?i:&#(?:823[4-8]|829[4-7]|x202[a-e]|x206[6-9]);))";
// Of no width, within a word; scripts that join letters by them are not meant.
constexpr const char* width = R"([\p{Latin}\d]((?:[\x{200B}-\x{200D}\x{2060}\x{FEFF}]|(?i:&#(?:820[3-5]|8288|65279|x200[b-d]|x2060|xfeff);|&ZeroWidthSpace;))+)[\p{Latin}\d])";

void check(const CheckInput& input, Reporter& report) {
  static const re2::RE2 hidden(fmt::format("({})|{}", order, width));
  const auto text = input.source.text();
  re2::StringPiece groups[3];
  for (std::size_t at = 0; hidden.Match({text.data(), text.size()}, at, text.size(), re2::RE2::UNANCHORED, groups, 3);) {
    const bool reorders = groups[1].data();
    const auto& found = groups[reorders ? 1 : 2];
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    at = begin + found.size();
    const auto span = input.source.to_bytes({begin, at});
    report.add(span, reorders ? "an invisible character shows the text behind it in another order" : "an invisible character within a word",
               {{"delete the character", {{span, ""}}, !reorders}});
  }
}

}  // namespace

extern const Rule rule_hidden_characters;
const Rule rule_hidden_characters{
    .id = "PK057",
    .name = "hidden-characters",
    .severity = Severity::warning,
    .summary = "An invisible character lets text read otherwise than it is.",
    .why = "Readers see one thing, searches and programs another; a number turned round by such a character is a forgery that nobody sees.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree off\u200Bers are in.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n",
    .check = check,
    .fix = "safe"};

}  // namespace protokoll
