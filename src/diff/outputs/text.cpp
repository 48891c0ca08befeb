/// For a terminal, as diff and wdiff print: [-what went-] and {+what came+}.
#include <fmt/format.h>

#include "diff/outputs/output.hpp"
#include "protokoll/report.hpp"

namespace protokoll::differences {
namespace {

struct Colors {
  std::string_view bold, red, green, dim, none;
};

constexpr Colors ansi{"\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[0m"};

std::string words(const std::vector<WordRun>& runs, const Colors& colors) {
  std::string line;
  for (const auto& run : runs) {
    if (!line.empty()) line += ' ';
    const auto text = escaped(run.text);
    switch (run.change) {
      case WordChange::same: line += text; break;
      case WordChange::removed: line += fmt::format("{}[-{}-]{}", colors.red, text, colors.none); break;
      case WordChange::added: line += fmt::format("{}{{+{}+}}{}", colors.green, text, colors.none); break;
    }
  }
  return line;
}

}  // namespace

std::string text_output(const std::vector<Change>& changes, const DiffWriteOptions& options) {
  if (changes.empty()) return {};
  const auto colors = options.colored ? ansi : Colors{};
  auto out = fmt::format("{0}--- {1}{2}\n{0}+++ {3}{2}\n", colors.bold, escaped(options.before.name), colors.none, escaped(options.after.name));
  // Labels are English as all messages are.
  const auto told = shown(changes, options, "en");
  for (std::size_t i = 0; i < told.size(); ++i) {
    const auto& change = told[i];
    if (i == 0 || changes[i].item != changes[i - 1].item) out += fmt::format("{}{}{}\n", colors.bold, escaped(change.heading), colors.none);
    out += fmt::format("  {}: {} {}({} -> {}){}\n", change.what, change.kind, colors.dim, change.old_place, change.new_place, colors.none);
    if (!change.whose.empty()) out += fmt::format("    {}\n", escaped(change.whose));
    auto line = words(change.value, colors);
    if (!change.note.empty()) line += fmt::format("{}({})", line.empty() ? "" : " ", escaped(change.note));
    if (!line.empty()) out += fmt::format("    {}\n", line);
  }
  return out;
}

}  // namespace protokoll::differences
