#include "check/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "plugins.hpp"
#include "protokoll/names.hpp"

namespace protokoll {
namespace {

bool begins_as_id(std::string_view word) { return same_name(word.substr(0, 2), "PK"); }

bool names(std::string_view word, std::string_view id, std::string_view name) {
  return same_name(word, "all") || same_name(word, id) || same_name(word, name) || (begins_as_id(word) && same_name(word, id.substr(0, word.size())));
}

// The entry for a rule: its id or its name.
const std::optional<Severity>* entry(const Severities& severities, const Rule& rule) {
  auto found = std::find_if(severities.begin(), severities.end(), [&](const auto& entry) { return same_name(entry.first, rule.id); });
  if (found == severities.end()) found = std::find_if(severities.begin(), severities.end(), [&](const auto& entry) { return same_name(entry.first, rule.name); });
  return found == severities.end() ? nullptr : &found->second;
}

}  // namespace

const std::vector<const Rule*>& rules_by_id() {
  static const auto sorted = [] {
    std::vector<const Rule*> rules(plugins::rules().begin(), plugins::rules().end());
    std::sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
    return rules;
  }();
  return sorted;
}

bool names_rule(const std::vector<std::string>& words, std::string_view id) {
  const auto& all = rules_by_id();
  const auto rule = std::find_if(all.begin(), all.end(), [&](const Rule* r) { return r->id == id; });
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return names(word, id, rule == all.end() ? std::string_view{} : (*rule)->name); });
}

void require_known_rules(const CheckOptions& options) {
  const auto require = [](std::string_view word) {
    const auto& all = rules_by_id();
    const bool known = std::any_of(all.begin(), all.end(), [&](const Rule* rule) { return names(word, rule->id, rule->name) || word == rule->covers; });
    if (known) return;
    std::vector<std::string_view> rule_names;
    for (const auto* rule : all) rule_names.push_back(rule->name);
    const auto meant = nearest_name(word, rule_names);
    // Readers' diagnostics have names of their own ("ambiguous-date").
    if (meant.empty() && !begins_as_id(word)) return;
    throw std::invalid_argument(fmt::format("unknown rule '{}'{} (see: protokoll rules)", word, meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant)));
  };
  for (const auto* list : {&options.select, &options.ignore})
    for (const auto& word : *list) require(word);
  for (const auto* severities : {&options.severity, &options.profile.severity})
    for (const auto& [word, severity] : *severities) require(word);
}

std::optional<Severity> severity_of(const Rule& rule, const CheckOptions& options) {
  if (names_rule(options.ignore, rule.id)) return std::nullopt;
  const bool selected = names_rule(options.select, rule.id);
  if (!options.select.empty() && !selected) return std::nullopt;
  auto severity = rule.severity;
  if (const auto* of_profile = entry(options.profile.severity, rule)) severity = *of_profile;
  if (const auto* of_user = entry(options.severity, rule)) return *of_user;
  // Who selects a rule wants it, whatever the profile thinks.
  return selected && !severity ? rule.severity.value_or(Severity::warning) : severity;
}

}  // namespace protokoll
