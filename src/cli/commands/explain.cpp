#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "protokoll/check.hpp"
#include "protokoll/names.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli {
namespace {

std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (const auto line = escaped(text.substr(0, end)); !line.empty()) out += "    " + line;
    out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string unknown(std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& rule : rules()) names.insert(names.end(), {rule.id, rule.name});
  const auto meant = nearest_name(name, names);
  return fmt::format("unknown rule '{}'{} (see: protokoll rules)", name, meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant));
}

int run(const std::vector<std::string>& names) {
  Output output;
  for (const auto& name : names) {
    const auto rule = find_rule(name);
    if (!rule) throw Unusable(unknown(name));
    output.write(fmt::format("{} {} ({}{}{})\n\n{}\n\n{}\n\nBad:\n\n{}\nGood:\n\n{}", rule->id, rule->name, rule->severity ? to_string(*rule->severity) : "off", rule->fix.empty() ? "" : ", fix: ",
                             rule->fix, rule->summary, rule->why, indented(rule->bad), indented(rule->good)));
  }
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_explain;
const Command command_explain{"explain", "Explain a rule of check", "  protokoll explain PK012\n  protokoll explain next-date-in-past", [](CLI::App& app) -> std::function<int(Session&)> {
                                const auto names = std::make_shared<std::vector<std::string>>();
                                option(app, "RULE", *names, "Ids or names (see: protokoll rules)").required().shown_as("...");
                                return [names](Session&) { return run(*names); };
                              }};

}  // namespace protokoll::cli
