#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "plugins.hpp"
#include "protokoll/check.hpp"
#include "protokoll/names.hpp"

namespace protokoll {

using nlohmann::json;

namespace {

constexpr const char* not_compared = "; not found in a text of the norm";

/// What a list of profiles says of one: its title, what it was compared with, and how many of its demands were found nowhere.
std::string summary(const Profile& profile) {
  const auto missing = std::count_if(profile.required.begin(), profile.required.end(), [](const Requirement& one) { return one.norm.ends_with(not_compared); });
  auto text = fmt::format("{} ({}", profile.title, profile.version);
  if (missing > 0) text += fmt::format("; {} of {} demands not found in a text of the norm", missing, profile.required.size());
  return text + ")";
}

}  // namespace

std::optional<Severity> parse_severity(std::string_view word) {
  if (same_name(word, "off")) return std::nullopt;
  for (const auto severity : {Severity::note, Severity::warning, Severity::error})
    if (same_name(to_string(severity), word)) return severity;
  constexpr std::string_view names[] = {"error", "warning", "note", "off"};
  throw std::invalid_argument(unknown_name("severity", word, names));
}

Profile parse_profile(std::string_view text) {
  try {
    const auto file = json::parse(text, nullptr, true, true);
    Profile profile{.name = file.at("name"), .title = file.value("title", ""), .norm = file.value("norm", ""), .version = file.value("version", "")};
    const auto required = file.value("required", json::array());
    const auto severities = file.value("severity", json::object());
    for (const auto& entry : required) profile.required.push_back({entry.at("what"), entry.value("norm", profile.norm) + (entry.value("compared", true) ? "" : not_compared)});
    for (const auto& [rule, severity] : severities.items()) profile.severity[rule] = parse_severity(severity.get<std::string>());
    return profile;
  } catch (const json::exception& fault) {
    throw std::invalid_argument(fmt::format("profile: {}", fault.what()));
  }
}

std::vector<Entry> profiles() {
  // Summaries live as long as the program, like the names beside them.
  static const auto summaries = [] {
    std::vector<std::string> all;
    for (const auto& resource : plugins::profiles()) all.push_back(summary(parse_profile(resource.content)));
    return all;
  }();
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < summaries.size(); ++i) entries.push_back({plugins::profiles()[i].name, summaries[i]});
  return entries;
}

Profile find_profile(std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& resource : plugins::profiles()) {
    if (same_name(resource.name, name)) return parse_profile(resource.content);
    names.push_back(resource.name);
  }
  throw std::invalid_argument(unknown_name("profile", name, names));
}

}  // namespace protokoll
