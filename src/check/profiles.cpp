#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "plugins.hpp"
#include "protokoll/check.hpp"

namespace protokoll {

using nlohmann::json;

std::optional<Severity> parse_severity(std::string_view word) {
  if (word == "off") return std::nullopt;
  for (const auto severity : {Severity::note, Severity::warning, Severity::error})
    if (to_string(severity) == word) return severity;
  throw std::invalid_argument(fmt::format("unknown severity '{}' (known: error, warning, note, off)", word));
}

Profile parse_profile(std::string_view text) {
  try {
    const auto file = json::parse(text, nullptr, true, true);
    Profile profile{.name = file.at("name"), .title = file.value("title", ""), .norm = file.value("norm", ""), .version = file.value("version", "")};
    const auto required = file.value("required", json::array());
    const auto severities = file.value("severity", json::object());
    for (const auto& entry : required) profile.required.push_back({entry.at("what"), entry.value("norm", profile.norm)});
    for (const auto& [rule, severity] : severities.items()) profile.severity[rule] = parse_severity(severity.get<std::string>());
    return profile;
  } catch (const json::exception& fault) {
    throw std::invalid_argument(fmt::format("profile: {}", fault.what()));
  }
}

std::vector<Entry> profiles() {
  // Titles live as long as the program, like the names beside them.
  static const auto titles = [] {
    std::vector<std::string> all;
    for (const auto& resource : plugins::profiles()) all.push_back(parse_profile(resource.content).title);
    return all;
  }();
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < titles.size(); ++i) entries.push_back({plugins::profiles()[i].name, titles[i]});
  return entries;
}

Profile find_profile(std::string_view name) {
  std::string known;
  for (const auto& resource : plugins::profiles()) {
    if (resource.name == name) return parse_profile(resource.content);
    known += fmt::format("{}{}", known.empty() ? "" : ", ", resource.name);
  }
  throw std::invalid_argument(fmt::format("unknown profile '{}' (known: {})", name, known));
}

}  // namespace protokoll
