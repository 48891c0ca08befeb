#include "writers/support/words.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>

#include "plugins.hpp"

namespace protokoll {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;

/// The words of one language file, read when they are first asked for.
struct File {
  std::once_flag once;
  Words words;
};

const Words* words_of(std::string_view language) {
  const auto resources = plugins::languages();
  static const auto files = std::make_unique<File[]>(resources.size());
  const auto found = std::find_if(resources.begin(), resources.end(), [&](const LaidOut& resource) { return resource.name == language; });
  if (found == resources.end()) return nullptr;
  auto& file = files[static_cast<std::size_t>(found - resources.begin())];
  std::call_once(file.once, [&] {
    const auto json = nlohmann::json::parse(found->rest, nullptr, false);
    if (const auto words = json.is_object() ? json.find("writer") : json.end(); words != json.end()) file.words = words->get<Words>();
  });
  return &file.words;
}

}  // namespace

std::string word(std::string_view language, std::string_view key) {
  for (const auto tag : {language, language.substr(0, language.find('-')), std::string_view("en")})
    if (const auto* words = words_of(tag))
      if (const auto found = words->find(key); found != words->end()) return found->second;
  return std::string(key);
}

}  // namespace protokoll
