#include "languages/languages.hpp"

#include <algorithm>

#include "plugins.hpp"

namespace protokoll {

Languages::Languages(const std::vector<std::string>& files) {
  for (const auto& resource : plugins::languages()) languages_.push_back(std::make_unique<Language>(resource.content));
  for (const auto& file : files) {
    auto own = std::make_unique<Language>(file);
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

const Languages& built_in_languages() {
  static const Languages languages;
  return languages;
}

}  // namespace protokoll
