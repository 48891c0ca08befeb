#include "cli/ground/shown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/check/fingerprint.hpp"
#include "cli/check/places.hpp"
#include "protokoll/report.hpp"
#include "source/utf8.hpp"

namespace protokoll::cli {
namespace {

constexpr std::size_t longest = 90;

std::string shortened(std::string_view text) {
  if (text.size() <= longest) return std::string(text);
  return std::string(begin_of(text, longest)) + "...";
}

Severity severity_of(Grounding grounding) {
  if (holds(grounding)) return Severity::note;
  return grounding == Grounding::altered ? Severity::warning : Severity::error;
}

Diagnostic diagnostic_of(const GroundedValue& value) {
  auto message = fmt::format("{} \"{}\"", value.pointer, shortened(value.value));
  if (!value.note.empty()) message += fmt::format(": {}", value.note);
  // What stands nowhere is shown where it would have to stand.
  const auto place = value.span.empty() ? Span{value.elsewhere.begin, value.elsewhere.begin} : value.span;
  return {std::string(to_string(value.grounding)), severity_of(value.grounding), std::move(message), place};
}

}  // namespace

std::vector<Finding> findings_of(const Grounded& grounded, std::string_view bytes, bool all) {
  std::vector<Diagnostic> diagnostics;
  for (const auto& value : grounded.values)
    if (all || !holds(value.grounding)) diagnostics.push_back(diagnostic_of(value));
  if (all)
    for (const auto& pointer : grounded.unknown) diagnostics.push_back({"unknown", Severity::note, fmt::format("{} is no part of protokoll/1; it is kept and was not looked at", pointer), {}});
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
  const Source source(bytes);
  Places places(source);
  std::vector<Finding> findings;
  for (auto& diagnostic : diagnostics) {
    const auto begin = places.at(diagnostic.span.begin);
    const auto end = Places(places).at(diagnostic.span.end);
    const auto words = words_fingerprint(source, diagnostic);
    findings.push_back({diagnostic, diagnostic.id, begin, end, words, words, false});
  }
  return findings;
}

std::string summary(std::string_view name, const Grounded& grounded) {
  std::map<Grounding, std::size_t> counts;
  for (const auto& value : grounded.values) ++counts[value.grounding];
  auto line = fmt::format("{}: {} {}", escaped(name), grounded.values.size(), grounded.values.size() == 1 ? "value" : "values");
  const char* mark = ": ";
  for (const auto& [grounding, count] : counts) {
    line += fmt::format("{}{} {}", mark, count, to_string(grounding));
    mark = ", ";
  }
  if (!grounded.unknown.empty()) line += fmt::format("{}{} unknown {} kept", mark, grounded.unknown.size(), grounded.unknown.size() == 1 ? "key" : "keys");
  line += '\n';
  if (grounded.unchecked > 0)
    line += fmt::format("{}: {} values were not looked for: the answer asks for more comparing than its document is worth\n", escaped(name), grounded.unchecked);
  return line;
}

std::string values_of(const Grounded& grounded) {
  const auto field = [](std::string_view text) {
    auto line = escaped(text);
    std::replace_if(line.begin(), line.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return line;
  };
  std::string text;
  for (const auto& value : grounded.values) {
    const auto place = value.span.empty() ? std::string() : fmt::format("{},{}", value.span.begin, value.span.end);
    text += fmt::format("{}\t{}\t{}\t{}\t{}\n", field(value.pointer), to_string(value.grounding), field(value.value), place, field(value.note));
  }
  return text;
}

std::string table_of(std::string_view name, const Grounded& grounded) {
  auto text = fmt::format("{}\n", escaped(name));
  for (const auto& row : grounded.comparisons) {
    const auto* doubt = row.who == Comparison::Who::tool || row.grounded ? "" : "   NOT IN THE MINUTES";
    const auto& said = row.who == Comparison::Who::tool ? row.tool : row.answer;
    text += fmt::format("  {:<7} {:<12} {}{}\n", to_string(row.who), row.kind, escaped(shortened(said)), doubt);
    if (row.who == Comparison::Who::differ) text += fmt::format("  {:<7} {:<12} {}\n", "", "tool:", escaped(shortened(row.tool)));
  }
  std::map<Comparison::Who, std::size_t> counts;
  for (const auto& row : grounded.comparisons) ++counts[row.who];
  return text + fmt::format("  {} in both, {} differ, {} only in the answer, {} only found by the tool\n", counts[Comparison::Who::both], counts[Comparison::Who::differ],
                            counts[Comparison::Who::answer], counts[Comparison::Who::tool]);
}

std::string json_of(std::string_view name, const Grounded& grounded, bool pretty) {
  auto rows = nlohmann::ordered_json::array();
  for (const auto& row : grounded.comparisons) {
    nlohmann::ordered_json entry{{"who", to_string(row.who)}, {"kind", row.kind}};
    if (!row.pointer.empty()) entry["pointer"] = row.pointer;
    if (!row.answer.empty()) entry["answer"] = row.answer;
    if (!row.tool.empty()) entry["tool"] = row.tool;
    if (row.item > 0) entry["item"] = row.item;
    if (!row.span.empty()) entry["span"] = {row.span.begin, row.span.end};
    if (row.who != Comparison::Who::tool) entry["grounded"] = row.grounded;
    rows.push_back(std::move(entry));
  }
  const nlohmann::ordered_json all{{"file", name}, {"comparisons", rows}};
  return all.dump(pretty ? 1 : -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace protokoll::cli
