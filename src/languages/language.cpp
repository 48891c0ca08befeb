#include "languages/language.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "languages/form.hpp"
#include "languages/macros.hpp"

namespace protokoll {

using nlohmann::json;

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      ++at;
      if (byte == ' ' || byte == '\n' || byte == '\t') {
        space = !folded.empty();
        continue;
      }
      if (space) folded += ' ';
      space = false;
      folded += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      continue;
    }
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at), static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (size <= 0) break;
    at += static_cast<std::size_t>(size);
    if (space) folded += ' ';
    space = false;
    utf8proc_uint8_t buffer[4];
    const auto length = utf8proc_encode_char(utf8proc_tolower(code), buffer);
    folded.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
  }
  return folded;
}

namespace {

std::unordered_map<std::string, int> numbered_words(const json& file, const char* key) {
  std::unordered_map<std::string, int> words;
  if (const auto found = file.find(key); found != file.end())
    for (const auto& [word, value] : found->items()) words.emplace(fold_case(word), value.get<int>());
  return words;
}

const json& member(const json& file, const char* key) {
  static const json none = json::object();
  const auto found = file.find(key);
  return found == file.end() ? none : *found;
}

std::optional<int> look_up(const std::unordered_map<std::string, int>& words, std::string_view word) {
  auto folded = fold_case(word);
  if (!folded.empty() && folded.back() == '.') folded.pop_back();
  const auto found = words.find(folded);
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Language::Language(std::string_view text) {
  const auto file = parse_language_file(text);
  tag_ = file.at("language").get<std::string>();
  latin_ = file.value("script", "latin") == "latin";
  name_ = file.value("name", tag_);
  months_ = numbered_words(file, "months");
  weekdays_ = numbered_words(file, "weekdays");
  numbers_ = numbered_words(file, "numbers");
  for (const auto& [key, words] : member(file, "lists").items())
    for (const auto& word : words) lists_[key].insert(fold_case(word.get<std::string>()));
  for (const auto& [key, texts] : member(file, "labels").items())
    for (const auto& label : texts) labels_[fold_case(label.get<std::string>())].push_back(key);
  for (const auto& [key, word] : member(file, "writer").items()) words_[key] = word.get<std::string>();
  macros_ = built_in_macros(file);
  for (const auto& [key, expression] : member(file, "macros").items()) macros_[key] = expression.get<std::string>();
  for (const auto& [key, entries] : member(file, "patterns").items())
    for (const auto& entry : entries) add_pattern(key, entry);
}

void Language::add_pattern(const std::string& key, const json& entry) {
  std::map<std::string, std::string, std::less<>> attributes;
  std::string expression;
  if (entry.is_string()) expression = entry.get<std::string>();
  else
    for (const auto& [name, value] : entry.items()) (name == "match" ? expression : attributes[name]) = value.get<std::string>();
  if (key == "label") label_keys_.try_emplace(attributes["key"], std::vector{attributes["key"]});
  try {
    patterns_[key].add(expand(expression), std::move(attributes));
  } catch (const std::invalid_argument& fault) {
    throw std::invalid_argument(fmt::format("patterns/{}: {}", key, fault.what()));
  }
}

void Language::validate() const {
  for (const auto& [key, list] : patterns_) {
    try {
      list.compile();
    } catch (const std::invalid_argument& fault) {
      throw std::invalid_argument(fmt::format("patterns/{}: {}", key, fault.what()));
    }
  }
}

std::optional<int> Language::month(std::string_view word) const { return look_up(months_, word); }
std::optional<int> Language::weekday(std::string_view word) const { return look_up(weekdays_, word); }

std::optional<int> Language::number(std::string_view word) const {
  if (!word.empty() && word.size() <= 6 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    int value = 0;
    for (const char c : word) value = value * 10 + (c - '0');
    return value;
  }
  return look_up(numbers_, word);
}

// No entry of a list is longer, in bytes; what is need not be folded, however often somebody asks for the rest of a text.
constexpr std::size_t longest_entry = 300;

bool Language::has(std::string_view list, std::string_view word) const {
  if (word.size() > longest_entry) return false;
  const auto words = lists_.find(list);
  return words != lists_.end() && words->second.contains(fold_case(word));
}

const std::vector<std::string>& Language::label(std::string_view text) const {
  static const std::vector<std::string> none;
  constexpr std::size_t longest = 80;
  if (text.size() > longest_entry) return none;
  const auto found = labels_.find(fold_case(text));
  if (found != labels_.end()) return found->second;
  if (text.size() > longest) return none;
  // "Board members in attendance were": labels that are phrases.
  const auto match = patterns("label").first(text);
  if (!match.pattern || match.text.size() != text.size()) return none;
  const auto key = label_keys_.find(match.pattern->attribute("key"));
  return key == label_keys_.end() ? none : key->second;
}

bool Language::is_label(std::string_view text, std::string_view key) const {
  const auto& keys = label(text);
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

const PatternList& Language::patterns(std::string_view key) const {
  static const PatternList none;
  const auto found = patterns_.find(key);
  return found == patterns_.end() ? none : found->second;
}

std::string_view Language::word(std::string_view key) const {
  const auto found = words_.find(key);
  return found == words_.end() ? key : std::string_view(found->second);
}

int Language::typical(std::string_view text) const {
  const auto words = lists_.find("typical");
  if (words == lists_.end()) return 0;
  int count = 0;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) count += words->second.contains(word);
    word.clear();
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= 'a' && byte <= 'z') || byte >= 0x80) word += c;
    else if (byte >= 'A' && byte <= 'Z') word += static_cast<char>(byte + 32);
    else flush();
  }
  flush();
  return count;
}

std::string Language::expand(std::string_view expression) const {
  auto expanded = expand_macros(expression, macros_);
  return latin_ ? latin_classes(expanded) : expanded;
}

}  // namespace protokoll
