#include "cli/check/settings.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/input.hpp"

namespace protokoll::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* file_name = ".protokoll.json";

std::vector<std::string> words(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  return found->is_string() ? std::vector<std::string>{found->get<std::string>()} : found->get<std::vector<std::string>>();
}

// A misspelt key would be silently without effect.
void refuse_unknown_keys(const json& object, std::initializer_list<std::string_view> known, const std::string& file) {
  for (const auto& [key, value] : object.items())
    if (std::find(known.begin(), known.end(), key) == known.end()) throw Unusable(fmt::format("{}: unknown key '{}'", file, key));
}

// A profile's path counts from the folder of the file that names it.
std::string resolve_profile(const std::string& name, const std::string& file) {
  const auto beside = fs::path(file).parent_path() / name;
  return name.ends_with(".json") ? beside.string() : name;
}

void merge(const json& object, const std::string& from, const std::string& file, Settings& settings) {
  if (object.contains("profile")) settings.profile = {resolve_profile(object["profile"].get<std::string>(), file), from};
  if (object.contains("language")) settings.language = {object["language"].get<std::string>(), from};
  if (object.contains("select")) settings.select = {words(object, "select"), from};
  if (auto ignored = words(object, "ignore"); !ignored.empty()) {
    settings.ignore.value.insert(settings.ignore.value.end(), ignored.begin(), ignored.end());
    settings.ignore.from = from;
  }
  if (const auto severities = object.find("severity"); severities != object.end())
    for (const auto& [rule, severity] : severities->items()) settings.severity[rule] = {severity.get<std::string>(), from};
}

}  // namespace

bool matches(std::string_view pattern, std::string_view path) {
  // Greedy with one point to go back to per kind of star: linear for patterns as people write them.
  std::size_t p = 0, s = 0, star = std::string_view::npos, star_s = 0, deep = std::string_view::npos, deep_s = 0;
  while (s < path.size()) {
    if (pattern.substr(p).starts_with("**")) {
      deep = p;
      p += pattern.substr(p).starts_with("**/") ? 3 : 2;
      deep_s = s;
      star = std::string_view::npos;
    } else if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_s = s;
    } else if (p < pattern.size() && ((pattern[p] == '?' && path[s] != '/') || pattern[p] == path[s])) {
      ++p;
      ++s;
    } else if (star != std::string_view::npos && path[star_s] != '/') {
      p = star + 1;
      s = ++star_s;
    } else if (deep != std::string_view::npos) {
      p = deep + (pattern.substr(deep).starts_with("**/") ? 3 : 2);
      s = ++deep_s;
      star = std::string_view::npos;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

std::string Configurations::find(const std::string& path) {
  std::error_code ignored;
  const auto start = fs::absolute(path, ignored).lexically_normal().parent_path();
  if (const auto known = found_.find(start.string()); known != found_.end()) return known->second;
  std::string found;
  for (auto folder = start;; folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / file_name, ignored)) {
      found = (folder / file_name).string();
      break;
    }
    if (folder == folder.parent_path()) break;
  }
  return found_[start.string()] = found;
}

void Configurations::merge_file(const std::string& file, const std::string& path, Settings& settings) {
  settings.file = file;
  if (!contents_.contains(file)) contents_[file] = read_input(file).bytes;
  try {
    const auto object = json::parse(contents_[file], nullptr, true, true);
    refuse_unknown_keys(object, {"$schema", "profile", "language", "select", "ignore", "severity", "overrides"}, file);
    merge(object, file, file, settings);
    const auto relative = fs::absolute(path).lexically_normal().lexically_relative(fs::absolute(file).lexically_normal().parent_path()).generic_string();
    const auto overrides = object.value("overrides", json::array());
    for (std::size_t i = 0; i < overrides.size(); ++i) {
      refuse_unknown_keys(overrides[i], {"files", "profile", "language", "select", "ignore", "severity"}, file);
      const auto patterns = words(overrides[i], "files");
      if (std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) { return matches(pattern, relative); }))
        merge(overrides[i], fmt::format("{} overrides[{}]", file, i), file, settings);
    }
  } catch (const json::exception& fault) {
    throw Unusable(fmt::format("{}: {}", file, fault.what()));
  }
}

void Configurations::merge_flags(Settings& settings) const {
  const std::string from = "command line";
  if (!flags_.profile.empty()) settings.profile = {flags_.profile, from};
  if (!flags_.language.empty()) settings.language = {flags_.language, from};
  if (!flags_.select.empty()) settings.select = {flags_.select, from};
  if (flags_.ignore.empty()) return;
  settings.ignore.value.insert(settings.ignore.value.end(), flags_.ignore.begin(), flags_.ignore.end());
  settings.ignore.from = from;
}

Settings Configurations::settings_for(const std::string& path) {
  Settings settings;
  const auto file = flags_.no_config ? std::string() : flags_.config.empty() ? find(path) : flags_.config;
  if (!file.empty()) merge_file(file, path, settings);
  merge_flags(settings);
  return settings;
}

CheckOptions Settings::options() const {
  try {
    CheckOptions options;
    options.profile = profile.value.ends_with(".json") ? parse_profile(read_input(profile.value).bytes) : find_profile(profile.value);
    options.select = select.value;
    options.ignore = ignore.value;
    for (const auto& [rule, setting] : severity) options.severity[rule] = parse_severity(setting.value);
    static_cast<void>(check({}, {}, options));
    return options;
  } catch (const std::invalid_argument& fault) {
    throw Unusable(fmt::format("{}{}{}", file, file.empty() ? "" : ": ", fault.what()));
  }
}

}  // namespace protokoll::cli
