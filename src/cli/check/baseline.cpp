#include "cli/check/baseline.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/input.hpp"

namespace protokoll::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view format = "protokoll-baseline/2";
// Knew findings by their words alone, under whatever item.
constexpr std::string_view format_without_items = "protokoll-baseline/1";

}  // namespace

Baseline Baseline::empty(const std::string& path) {
  Baseline baseline;
  if (!path.empty()) baseline.folder_ = fs::absolute(path).lexically_normal().parent_path().string();
  return baseline;
}

Baseline Baseline::from_file(const std::string& path) {
  auto baseline = empty(path);
  try {
    const auto file = nlohmann::json::parse(read_input(path).bytes);
    baseline.knows_items_ = file.at("baseline") != format_without_items;
    if (baseline.knows_items_ && file.at("baseline") != format) throw Unusable(fmt::format("{}: is no {}; write it anew with --write-baseline", path, format));
    for (const auto& [name, findings] : file.at("files").items())
      for (const auto& [finding, count] : findings.items()) baseline.known_[name][finding] = count.get<int>();
  } catch (const nlohmann::json::exception& fault) {
    throw Unusable(fmt::format("{}: is no baseline: {}", path, fault.what()));
  }
  return baseline;
}

std::string Baseline::key(const Finding& finding) const { return finding.diagnostic.id + " " + (knows_items_ ? finding.fingerprint : finding.words_fingerprint); }

std::string Baseline::name_of(const std::string& document) const { return fs::absolute(document).lexically_normal().lexically_relative(folder_).generic_string(); }

void Baseline::forget_known(const std::string& document, std::vector<Finding>& findings) const {
  if (known_.empty()) return;
  const auto known = known_.find(name_of(document));
  if (known == known_.end()) return;
  auto left = known->second;
  std::erase_if(findings, [&](const Finding& finding) {
    const auto count = left.find(key(finding));
    return !finding.suppressed && count != left.end() && count->second-- > 0;
  });
}

void Baseline::add(const std::string& document, const std::vector<Finding>& findings) {
  const auto name = name_of(document);
  for (const auto& finding : findings)
    if (!finding.suppressed) ++known_[name][key(finding)];
}

std::string Baseline::json() const {
  const nlohmann::json file{{"baseline", format}, {"files", known_}};
  return file.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace protokoll::cli
