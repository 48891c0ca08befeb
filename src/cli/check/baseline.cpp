#include "cli/check/baseline.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/input.hpp"

namespace protokoll::cli {
namespace {

constexpr std::string_view format = "protokoll-baseline/1";

std::string key(const Finding& finding) { return finding.diagnostic.id + " " + finding.fingerprint; }

}  // namespace

Baseline::Baseline(const std::string& path) {
  try {
    const auto file = nlohmann::json::parse(read_input(path).bytes);
    if (file.at("baseline") != format) throw Unusable(fmt::format("{}: is no {}", path, format));
    for (const auto& [name, findings] : file.at("files").items())
      for (const auto& [finding, count] : findings.items()) known_[name][finding] = count.get<int>();
  } catch (const nlohmann::json::exception& fault) {
    throw Unusable(fmt::format("{}: is no baseline: {}", path, fault.what()));
  }
}

void Baseline::forget_known(const std::string& file, std::vector<Finding>& findings) {
  const auto known = known_.find(file);
  if (known == known_.end()) return;
  std::erase_if(findings, [&](const Finding& finding) {
    const auto count = known->second.find(key(finding));
    return !finding.suppressed && count != known->second.end() && count->second-- > 0;
  });
}

void Baseline::add(const std::string& file, const std::vector<Finding>& findings) {
  for (const auto& finding : findings)
    if (!finding.suppressed) ++known_[file][key(finding)];
}

std::string Baseline::json() const {
  const nlohmann::json file{{"baseline", format}, {"files", known_}};
  return file.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace protokoll::cli
