#include "writers/support/words.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "plugins.hpp"

namespace protokoll {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;

std::map<std::string, Words, std::less<>> read_words() {
  std::map<std::string, Words, std::less<>> all;
  for (const auto& resource : plugins::languages()) {
    const auto file = nlohmann::json::parse(resource.content, nullptr, false);
    if (const auto words = file.is_object() ? file.find("writer") : file.end(); words != file.end()) all[std::string(resource.name)] = words->get<Words>();
  }
  return all;
}

}  // namespace

std::string word(std::string_view language, std::string_view key) {
  static const auto all = read_words();
  for (const auto tag : {language, language.substr(0, language.find('-')), std::string_view("en")}) {
    const auto words = all.find(tag);
    if (words == all.end()) continue;
    if (const auto found = words->second.find(key); found != words->second.end()) return found->second;
  }
  return std::string(key);
}

}  // namespace protokoll
