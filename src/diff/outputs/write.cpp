#include <algorithm>
#include <array>
#include <stdexcept>

#include "diff/outputs/output.hpp"
#include "protokoll/names.hpp"

namespace protokoll {
namespace {

struct Output {
  Entry entry;
  std::string (*write)(const std::vector<Change>&, const DiffWriteOptions&);
};

constexpr std::array outputs{
    Output{{"text", "for a terminal; nothing where nothing changed", "txt"}, differences::text_output},
    Output{{"json", "one object protokoll-diff/1", "json"}, differences::json_output},
    Output{{"markdown", "for a comment or an e-mail", "md"}, differences::markdown_output},
    Output{{"html", "a page that needs nothing but itself", "html"}, differences::html_output},
};

}  // namespace

std::vector<Entry> diff_formats() {
  std::vector<Entry> all;
  for (const auto& output : outputs) all.push_back(output.entry);
  return all;
}

std::string write_diff(const std::vector<Change>& changes, std::string_view format, const DiffWriteOptions& options) {
  std::vector<std::string_view> names;
  for (const auto& output : outputs) {
    if (same_name(output.entry.name, format)) return output.write(changes, options);
    names.push_back(output.entry.name);
  }
  throw std::invalid_argument(unknown_name("format", format, names));
}

}  // namespace protokoll
