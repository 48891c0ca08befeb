#include "languages/languages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "languages/form.hpp"
#include "languages/language_file.hpp"
#include "plugins.hpp"
#include "protokoll/names.hpp"

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

Languages::Languages(const std::vector<std::string>& files) : typical_(std::make_unique<TypicalWords>()) {
  std::map<std::string, std::string, std::less<>> known;
  for (const auto& resource : plugins::languages()) {
    files_.push_back(std::make_unique<LanguageFile>(resource.rest, resource.image, resource.lists));
    if (!files.empty()) known.emplace(files_.back()->front().tag, resource.content);
  }
  for (const auto& file : files) {
    auto own = std::make_unique<LanguageFile>(whole_content(file, known));
    (void)own->language();  // its faults are told now
    std::erase_if(files_, [&](const auto& other) { return other->front().tag == own->front().tag; });
    files_.push_back(std::move(own));
  }
  std::sort(files_.begin(), files_.end(), [](const auto& a, const auto& b) { return a->front().tag < b->front().tag; });
  for (std::size_t i = 0; i < files_.size(); ++i) typical_->add(i, files_[i]->front().typical);
}

Languages::~Languages() = default;

std::vector<Entry> Languages::list() const {
  std::vector<Entry> entries;
  for (const auto& file : files_) entries.push_back({file->front().tag, file->front().name});
  return entries;
}

std::optional<std::size_t> Languages::place(std::string_view tag) const {
  // "en_GB" is how POSIX spells "en-GB".
  for (; !tag.empty(); tag = tag.substr(0, tag.find_last_of("-_") == std::string_view::npos ? 0 : tag.find_last_of("-_")))
    for (std::size_t i = 0; i < files_.size(); ++i)
      if (same_name(files_[i]->front().tag, tag)) return i;
  return std::nullopt;
}

const Language* Languages::find(std::string_view tag) const {
  const auto found = place(tag);
  return found ? &files_[*found]->language() : nullptr;
}

const Language& Languages::detect(std::string_view text, std::string_view declared) const { return TextLanguages(*this, text).main(declared); }

TextLanguages::TextLanguages(const Languages& languages, std::string_view text)
    : languages_(languages), text_(text), places_(languages.typical_->find(text)), counts_(languages.files_.size(), 0) {
  count(places_.begin(), places_.end(), counts_);
}

void TextLanguages::count(Places::const_iterator place, Places::const_iterator end, std::vector<int>& counts) const {
  for (; place != end; ++place)
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += static_cast<int>(place->languages >> i & 1);
}

const Language& TextLanguages::main(std::string_view declared) const {
  const auto said = languages_.place(declared);
  auto best = said.value_or(0);
  for (std::size_t i = 0; i < counts_.size(); ++i)
    if (counts_[i] > counts_[best]) best = i;
  // A few words more say nothing against what the document declares; pages of another language than their template's show many.
  constexpr int few = 3;
  if (said && counts_[best] <= counts_[*said] + counts_[*said] / 2 + few) best = *said;
  return languages_.files_[best]->language();
}

const Language& TextLanguages::clearly(std::span<const std::string_view> parts, const Language& otherwise) const {
  constexpr int least = 8;
  std::vector<int> counts(counts_.size(), 0);
  for (const auto part : parts) {
    const auto place_at = [this](const char* at) {
      return std::lower_bound(places_.begin(), places_.end(), at - text_.data(), [](const auto& place, std::ptrdiff_t begin) { return place.begin < begin; });
    };
    count(place_at(part.data()), place_at(part.data() + part.size()), counts);
  }
  const auto own = languages_.place(otherwise.tag()).value_or(0);
  auto best = own;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > counts[best]) best = i;
  return counts[best] >= least && counts[best] >= 2 * counts[own] ? languages_.files_[best]->language() : otherwise;
}

const Languages& built_in_languages() {
  static const Languages languages;
  return languages;
}

}  // namespace protokoll
