/// A page that needs nothing but itself: no script, nothing fetched, and none that a document brings along.
#include <fmt/format.h>

#include "diff/outputs/output.hpp"
#include "writers/support/text.hpp"
#include "writers/support/words.hpp"

namespace protokoll::differences {
namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="{0}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>{1}</title>
<style>)";

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #8a8a8a; --soft: #55554f; --gone: #a3131c; --gone-back: #ffe9e9; --come: #0b5c1e; --come-back: #e3f6e6; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #181818; --line: #7d7d7d; --soft: #b5b5ae; --gone: #ffb0b0; --gone-back: #4a1a1d; --come: #a6e8b3; --come-back: #143b1d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .25rem; border-bottom: 1px solid var(--line); }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: .75rem 0; break-inside: avoid; }
li p { margin: 0; }
.value { padding-inline-start: 1rem; }
.whose, .place { color: var(--soft); }
.place { font-size: .9rem; }
del { color: var(--gone); background: var(--gone-back); text-decoration: line-through; }
ins { color: var(--come); background: var(--come-back); text-decoration: underline; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } }
</style>
</head>
<body>
)";

std::string html(std::string_view text) {
  std::string out;
  for (const char c : without_controls(one_line(text))) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string words(const std::vector<WordRun>& runs) {
  std::string line;
  for (const auto& run : runs) {
    if (!line.empty()) line += ' ';
    const std::string_view tag = run.change == WordChange::removed ? "del" : "ins";
    line += run.change == WordChange::same ? html(run.text) : fmt::format("<{0}>{1}</{0}>", tag, html(run.text));
  }
  return line;
}

std::string entry(const ShownChange& change) {
  auto out = fmt::format("<li>\n<p><b>{}</b>: {} <span class=\"place\">({} \u2192 {})</span></p>\n", html(change.what), html(change.kind), change.old_place, change.new_place);
  auto line = words(change.value);
  if (!change.note.empty()) line += fmt::format("{}({})", line.empty() ? "" : " ", html(change.note));
  if (!change.whose.empty()) out += fmt::format("<p class=\"value whose\">{}</p>\n", html(change.whose));
  if (!line.empty()) out += fmt::format("<p class=\"value\">{}</p>\n", line);
  return out + "</li>\n";
}

}  // namespace

std::string html_output(const std::vector<Change>& changes, const DiffWriteOptions& options) {
  const auto title = html(word(options.language, "changes"));
  const auto files = fmt::format("{} \u2192 {}", html(options.before.name), html(options.after.name));
  auto out = fmt::format(head, html(options.language), fmt::format("{}: {}", title, files));
  out += style;
  out += fmt::format("<header><h1>{}</h1>\n<p>{}</p></header>\n<main>\n", title, files);
  if (changes.empty()) out += fmt::format("<p>{}</p>\n", html(word(options.language, "unchanged")));
  const auto told = shown(changes, options, options.language);
  for (std::size_t i = 0; i < told.size(); ++i) {
    const bool first = i == 0 || changes[i].item != changes[i - 1].item;
    if (first) out += fmt::format("{}<h2>{}</h2>\n<ul>\n", i == 0 ? "" : "</ul>\n", html(told[i].heading));
    out += entry(told[i]);
  }
  if (!told.empty()) out += "</ul>\n";
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace protokoll::differences
