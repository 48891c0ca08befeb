#include <fmt/format.h>

#include <charconv>
#include <string_view>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

// The path of a link to a file beside the document; empty if it points into the web, into the page or to the site's root.
std::string local_path(std::string_view href) {
  const auto path = href.substr(0, href.find_first_of("?#"));
  const auto colon = path.find(':');
  if (path.empty() || path[0] == '/' || path[0] == '\\' || path[0] == '{' || (colon != std::string_view::npos && colon < path.find('/'))) return {};
  std::string decoded;
  for (std::size_t i = 0; i < path.size(); ++i) {
    unsigned value = 0;
    const auto* digits = path.data() + i + 1;
    if (path[i] == '%' && i + 2 < path.size() && std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
      decoded += static_cast<char>(value);
      i += 2;
    } else {
      decoded += path[i];
    }
  }
  return decoded;
}

// "plan.pdf"; a folder, or a page of a wiki or a site, is served under names that no file has.
bool names_file(std::string_view path) {
  constexpr std::size_t longest = 5;
  const auto slash = path.rfind('/');
  const auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < name.size() && name.size() - dot - 1 <= longest;
}

void check(const CheckInput& input, Reporter& report) {
  if (!input.file_exists) return;
  for (const auto* item : all_items(input.minutes))
    for (const auto& link : item->links)
      if (const auto path = local_path(link.href); names_file(path) && !input.file_exists(path)) report.add(link.span, fmt::format("there is no file {}", quoted(path)));
}

}  // namespace

extern const Rule rule_missing_file;
const Rule rule_missing_file{
    .id = "PK035",
    .name = "missing-file",
    .severity = Severity::warning,
    .summary = "A link points to a file that does not exist.",
    .why = "The attachment was not filed with the minutes, or its name was changed.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The [offers](offer.pdf) are in.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The [offers](offers.pdf) are in.\n",
    .check = check};

}  // namespace protokoll
