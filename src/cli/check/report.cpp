#include "cli/check/report.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include "cli/command.hpp"
#include "protokoll/names.hpp"

namespace protokoll::cli {

const Report& find_report(std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto* report : reports()) {
    if (same_name(report->name, name)) return *report;
    names.push_back(report->name);
  }
  throw Unusable(unknown_name("format", name, names));
}

// XML 1.0, 2.2: other control characters have no spelling at all, so they become U+FFFD as broken UTF-8 does.
std::string xml(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string out;
  while (!text.empty()) {
    utf8proc_int32_t character = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &character);
    const bool allowed = size > 0 && (character >= 0x20 || character == '\t' || character == '\n') && character != 0xFFFE && character != 0xFFFF;
    if (!allowed) out += replacement;
    else if (character == '<') out += "&lt;";
    else if (character == '>') out += "&gt;";
    else if (character == '&') out += "&amp;";
    else if (character == '"') out += "&quot;";
    else if (character == '\n' || (character >= 0x7F && character < 0xA0)) out += fmt::format("&#{};", character);
    else out += text.substr(0, static_cast<std::size_t>(size));
    text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
  }
  return out;
}

}  // namespace protokoll::cli
