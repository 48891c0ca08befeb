#include "languages/language.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "languages/form.hpp"
#include "languages/label_forms.hpp"
#include "languages/lexicon_writer.hpp"
#include "languages/word_lists.hpp"
#include "protokoll/names.hpp"

namespace protokoll {

using nlohmann::json;

namespace {

WordMap<int> numbered_words(const json& file, const char* key) {
  WordMap<int> words;
  if (const auto found = file.find(key); found != file.end())
    for (const auto& [word, value] : found->items()) words[word] = value.get<int>();
  return words;
}

const json& member(const json& file, const char* key) {
  static const json none = json::object();
  const auto found = file.find(key);
  return found == file.end() ? none : *found;
}

std::optional<int> look_up(const WordMap<int>& words, std::string_view word) {
  word = word.substr(0, word.find_last_not_of(" \n\t") + 1);
  if (word.ends_with('.')) word.remove_suffix(1);
  const auto* value = words.find(word);
  return value ? std::optional(*value) : std::nullopt;
}

}  // namespace

struct Language::Words {
  Words(const json& file, flat::Image laid_out_classes, flat::Image laid_out_lists);

  void add_label(const std::string& key, const std::string& label);

  std::string tag, name;
  WordMap<int> months, weekdays, numbers, ordinals;
  WordMap<std::vector<std::string>> labels;
  LabelForms label_forms;
  WordMap<std::string> attachments;
  std::map<std::string, std::string, std::less<>> writer, regions;
  std::vector<std::uint32_t> own_lexicon, own_lists;  // of a file that was not laid out at build time
  Lexicon lexicon;
  WordLists lists;
};

Language::Words::Words(const json& file, flat::Image laid_out_classes, flat::Image laid_out_lists) : tag(file.at("language").get<std::string>()), name(file.value("name", tag)) {
  months = numbered_words(file, "months");
  weekdays = numbered_words(file, "weekdays");
  numbers = numbered_words(file, "numbers");
  ordinals = numbered_words(file, "ordinals");
  for (const auto& [key, texts] : member(file, "labels").items())
    for (const auto& label : texts) add_label(key, label.get_ref<const std::string&>());
  for (const auto& [basic, forms] : member(file, "attachments").items())
    for (const auto& form : forms) attachments[form.get_ref<const std::string&>()] = basic;
  for (const auto& [key, word] : member(file, "writer").items()) writer[key] = word.get<std::string>();
  for (const auto& [region, order] : member(file, "regions").items()) regions[region] = order.get<std::string>();
  if (laid_out_classes.empty()) laid_out_classes = own_lexicon = lay_out_lexicon(member(file, "classes"));
  if (laid_out_lists.empty()) laid_out_lists = own_lists = lay_out_lists(member(file, "lists"));
  lexicon = Lexicon(laid_out_classes);
  lists = WordLists(laid_out_lists);
}

void Language::Words::add_label(const std::string& key, const std::string& label) {
  if (!LabelForms::is_form(label)) return labels[label].push_back(key);
  try {
    label_forms.add(key, label);
  } catch (const std::invalid_argument& fault) {
    throw std::invalid_argument(fmt::format("labels/{}: {}", key, fault.what()));
  }
}

Language::Language(std::string_view text) : Language(text, {}, {}) {}

Language::Language(std::string_view text, flat::Image lexicon, flat::Image lists) : words_(std::make_shared<const Words>(parse_language_file(text), lexicon, lists)) {}

Language Language::in_region_of(std::string_view tag) const {
  Language language(*this);
  const auto end = std::min(tag.find_first_of("-_"), tag.size());
  if (!same_name(tag.substr(0, end), words_->tag.substr(0, words_->tag.find('-')))) return language;
  for (auto rest = tag.substr(end); !rest.empty();) {
    rest.remove_prefix(1);
    const auto part = rest.substr(0, rest.find_first_of("-_"));
    rest.remove_prefix(part.size());
    const auto known = std::find_if(words_->regions.begin(), words_->regions.end(), [&](const auto& entry) { return same_name(entry.first, part); });
    if (known == words_->regions.end()) continue;
    language.region_ = {fmt::format("{}-{}", words_->tag, known->first), date_order(known->second)};
    break;
  }
  return language;
}

const std::string& Language::tag() const { return words_->tag; }
const std::string& Language::name() const { return words_->name; }

std::optional<int> Language::month(std::string_view word) const { return look_up(words_->months, word); }
std::optional<int> Language::weekday(std::string_view word) const { return look_up(words_->weekdays, word); }

std::optional<int> Language::number(std::string_view word) const {
  if (!word.empty() && word.size() <= 6 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    int value = 0;
    for (const char c : word) value = value * 10 + (c - '0');
    return value;
  }
  return look_up(words_->numbers, word);
}

std::optional<int> Language::ordinal(std::string_view word) const { return look_up(words_->ordinals, word); }

bool Language::has(Key list, std::string_view word) const { return words_->lists.has(list, word); }
bool Language::addresses(std::string_view word) const { return has(Key(addresses_list), word); }
bool Language::abbreviates(std::string_view word) const { return has(Key(abbreviations_list), word); }

const Lexicon& Language::lexicon() const { return words_->lexicon; }

const std::vector<std::string>& Language::label(std::string_view text) const {
  static const std::vector<std::string> none;
  constexpr std::size_t longest = 80;
  if (const auto* keys = words_->labels.find(text)) return *keys;
  if (text.size() > longest) return none;
  // Endings that name both sexes, as the language file lists them: the label is the word in front.
  constexpr std::size_t longest_ending = 8;
  for (auto at = text.size(); at-- > 1 && text.size() - at <= longest_ending;)
    if (has("inclusive_endings", text.substr(at)))
      if (const auto* keys = words_->labels.find(text.substr(0, at))) return *keys;
  // "Board members in attendance were": labels that are phrases.
  const auto* keys = words_->label_forms.find(text);
  return keys ? *keys : none;
}

bool Language::is_label(std::string_view text, std::string_view key) const {
  const auto& keys = label(text);
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::string_view Language::attachment(std::string_view word) const {
  const auto* basic = words_->attachments.find(word);
  return basic ? std::string_view(*basic) : std::string_view{};
}

std::string_view Language::word(std::string_view key) const {
  const auto found = words_->writer.find(key);
  return found == words_->writer.end() ? key : std::string_view(found->second);
}

}  // namespace protokoll
