#include "languages/languages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "languages/form.hpp"
#include "plugins.hpp"

namespace protokoll {

namespace {

// The content of a file with that of the language it extends, which may be built in or come from a file before it.
std::string whole_content(std::string_view file, std::map<std::string, std::string, std::less<>>& known) {
  auto content = parse_language_file(file);
  if (const auto base = content.value("extends", std::string{}); !base.empty()) {
    const auto found = known.find(base);
    if (found == known.end()) throw std::invalid_argument(fmt::format("extends: unknown language '{}'", base));
    content = extend_language_file(parse_language_file(found->second), content);
  }
  return known[content.at("language").get<std::string>()] = content.dump();
}

}  // namespace

Languages::Languages(const std::vector<std::string>& files) {
  std::map<std::string, std::string, std::less<>> known;
  for (const auto& resource : plugins::languages()) {
    languages_.push_back(std::make_unique<Language>(resource.content));
    if (!files.empty()) known.emplace(languages_.back()->tag(), resource.content);
  }
  for (const auto& file : files) {
    auto own = std::make_unique<Language>(whole_content(file, known));
    own->validate();
    std::erase_if(languages_, [&](const auto& language) { return language->tag() == own->tag(); });
    languages_.push_back(std::move(own));
  }
  std::sort(languages_.begin(), languages_.end(), [](const auto& a, const auto& b) { return a->tag() < b->tag(); });
}

Languages::~Languages() = default;

std::vector<Entry> Languages::list() const {
  std::vector<Entry> entries;
  for (const auto& language : languages_) entries.push_back({language->tag(), language->name()});
  return entries;
}

const Language* Languages::find(std::string_view tag) const {
  for (; !tag.empty(); tag = tag.substr(0, tag.find_last_of('-') == std::string_view::npos ? 0 : tag.find_last_of('-')))
    for (const auto& language : languages_)
      if (language->tag() == tag) return language.get();
  return nullptr;
}

const Language& Languages::detect(std::string_view text, std::string_view declared) const {
  const Language* best = find(declared);
  if (!best) best = languages_.front().get();
  int most = best->typical(text);
  for (const auto& language : languages_)
    if (const int count = language->typical(text); count > most) {
      most = count;
      best = language.get();
    }
  return *best;
}

const Language& Languages::clearly(std::string_view text, const Language& otherwise) const {
  constexpr int least = 8;
  const auto& found = detect(text, otherwise.tag());
  const int count = found.typical(text);
  return count >= least && count >= 2 * otherwise.typical(text) ? found : otherwise;
}

const Languages& built_in_languages() {
  static const Languages languages;
  return languages;
}

}  // namespace protokoll
