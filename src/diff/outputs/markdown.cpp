/// For a comment or an e-mail: GitHub's Markdown, ~~what went~~ and **what came**.
#include <fmt/format.h>

#include "diff/outputs/output.hpp"
#include "writers/markdown/escape.hpp"
#include "writers/support/words.hpp"

namespace protokoll::differences {
namespace {

using markdown::inline_text;

std::string words(const std::vector<WordRun>& runs) {
  std::string line;
  for (const auto& run : runs) {
    if (!line.empty()) line += ' ';
    const std::string_view mark = run.change == WordChange::same ? "" : run.change == WordChange::removed ? "~~" : "**";
    line += fmt::format("{0}{1}{0}", mark, inline_text(run.text));
  }
  return line;
}

}  // namespace

std::string markdown_output(const std::vector<Change>& changes, const DiffWriteOptions& options) {
  const auto& language = options.language;
  auto out = fmt::format("# {}\n\n{} \u2192 {}\n", markdown::guard_heading(inline_text(word(language, "changes"))), inline_text(options.before.name), inline_text(options.after.name));
  if (changes.empty()) out += fmt::format("\n{}\n", inline_text(word(language, "unchanged")));
  const auto told = shown(changes, options, language);
  for (std::size_t i = 0; i < told.size(); ++i) {
    const auto& change = told[i];
    if (i == 0 || changes[i].item != changes[i - 1].item) out += fmt::format("\n## {}\n\n", markdown::guard_heading(inline_text(change.heading)));
    out += fmt::format("- {}: {} ({} \u2192 {})\\\n  ", inline_text(change.what), inline_text(change.kind), change.old_place, change.new_place);
    if (!change.whose.empty()) out += fmt::format("{}\\\n  ", markdown::guard_line_start(inline_text(change.whose)));
    auto line = words(change.value);
    if (!change.note.empty()) line += fmt::format("{}({})", line.empty() ? "" : " ", inline_text(change.note));
    out += markdown::guard_line_start(line) + "\n";
  }
  return out;
}

}  // namespace protokoll::differences
