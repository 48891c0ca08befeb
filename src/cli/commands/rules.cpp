#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "protokoll/check.hpp"
#include "protokoll/names.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli {
namespace {

std::string_view severity(const RuleInfo& rule) { return rule.severity ? to_string(*rule.severity) : "off"; }

std::string text() {
  std::string out;
  for (const auto& rule : rules()) out += fmt::format("{} {:<26} {:<8} {:<7} {}\n", rule.id, rule.name, severity(rule), rule.fix, rule.summary);
  return out;
}

std::string json() {
  auto list = nlohmann::ordered_json::array();
  for (const auto& rule : rules())
    list.push_back({{"id", rule.id}, {"name", rule.name}, {"severity", severity(rule)}, {"fix", rule.fix}, {"summary", rule.summary}, {"why", rule.why}, {"bad", rule.bad}, {"good", rule.good}});
  // Some examples are no UTF-8 on purpose.
  return list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

// An example keeps its line ends and tabs; bytes that are no UTF-8 are spelled out.
std::string example(std::string_view text) {
  std::string out = "````text\n";
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\n\t"), text.size());
    out += escaped(text.substr(0, end));
    if (end < text.size()) out += text[end];
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + "````\n";
}

std::string markdown() {
  std::string out =
      "# Rules of `protokoll check`\n\nThis page is written by `protokoll rules --to markdown`; change the rules, not the page.\n\n"
      "| Id | Name | Severity | Fix | |\n|---|---|---|---|---|\n";
  for (const auto& rule : rules()) out += fmt::format("| [{0}](#{2}-{1}) | {1} | {3} | {4} | {5} |\n", rule.id, rule.name, fmt::format("pk{}", rule.id.substr(2)), severity(rule), rule.fix, rule.summary);
  for (const auto& rule : rules())
    out += fmt::format("\n## {} {}\n\n{} {}\n\nBad:\n\n{}\nGood:\n\n{}", rule.id, rule.name, rule.summary, rule.why, example(rule.bad), example(rule.good));
  return out;
}

int run(const std::string& format) {
  constexpr std::string_view names[] = {"text", "json", "markdown"};
  const auto is = [&](std::string_view name) { return same_name(format, name); };
  if (std::none_of(std::begin(names), std::end(names), is)) throw Unusable(unknown_name("format", format, names));
  Output output;
  output.write(is("text") ? text() : is("json") ? json() : markdown());
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_rules;
const Command command_rules{"rules", "List the rules of check", "  protokoll rules\n  protokoll rules --to markdown", [](CLI::App& app) -> std::function<int(Session&)> {
                              const auto format = std::make_shared<std::string>("text");
                              option(app, "-t,--to", *format, "text, json or markdown").shown_as("FORMAT");
                              return [format](Session&) { return run(*format); };
                            }};

}  // namespace protokoll::cli
