#include "languages/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "languages/date_order.hpp"

namespace protokoll {
namespace {

using nlohmann::json;

[[noreturn]] void refuse(std::string_view place, std::string_view why) { throw std::invalid_argument(fmt::format("{}: {}", place, why)); }

void check_string(const json& value, const std::string& place) {
  if (!value.is_string() || value.get_ref<const std::string&>().empty()) refuse(place, "must be a text that is not empty");
}

void check_number(const json& value, const std::string& place, int least, int most) {
  if (!value.is_number_integer() || value < least || value > most) refuse(place, fmt::format("must be a whole number from {} to {}", least, most));
}

void check_strings(const json& value, const std::string& place) {
  if (!value.is_array()) refuse(place, "must be a list of texts");
  for (const auto& word : value) check_string(word, place);
}

void check_date_order(const json& value, const std::string& place) {
  if (!value.is_string() || date_order(value.get_ref<const std::string&>()) == DateOrder::unknown) refuse(place, "must be \"day first\" or \"month first\"");
}

void check_member(const std::string& key, const std::string& name, const json& value) {
  const auto place = key + "/" + name;
  if (key == "months") check_number(value, place, 1, 12);
  else if (key == "weekdays") check_number(value, place, 1, 7);
  else if (key == "numbers" || key == "ordinals") check_number(value, place, 0, 1'000'000);
  else if (key == "regions") check_date_order(value, place);
  else if (key == "lists" || key == "labels" || key == "classes" || key == "attachments") check_strings(value, place);
  else check_string(value, place);
}

}  // namespace

json parse_language_file(std::string_view text) {
  json file;
  try {
    file = json::parse(text);
  } catch (const json::exception& fault) {
    // "[json.exception.parse_error.101] parse error at line 3, column 7: …"
    const std::string_view what = fault.what();
    throw std::invalid_argument(std::string(what.substr(std::min(what.find("] ") + 2, what.size()))));
  }
  if (!file.is_object()) throw std::invalid_argument("must be a JSON object");
  if (!file.contains("language")) throw std::invalid_argument("the key 'language' is missing");
  constexpr std::array texts{"language", "name", "extends"};
  constexpr std::array groups{"months", "weekdays", "numbers", "ordinals", "regions", "lists", "labels", "attachments", "writer", "classes"};
  for (const auto& [key, value] : file.items()) {
    if (std::find(texts.begin(), texts.end(), key) != texts.end()) {
      check_string(value, key);
      continue;
    }
    if (key == "patterns" || key == "macros") refuse(key, "no expressions are read; sentences are understood by the words in 'classes', lines by those in 'labels'");
    if (std::find(groups.begin(), groups.end(), key) == groups.end()) refuse(key, "no such key in a language file");
    if (!value.is_object()) refuse(key, "must be an object");
    for (const auto& [name, content] : value.items()) check_member(key, name, content);
  }
  return file;
}

json extend_language_file(const json& base, const json& own) {
  auto whole = base;
  for (const auto& [key, value] : own.items()) {
    if (!value.is_object()) {
      whole[key] = value;
      continue;
    }
    auto& group = whole[key];
    for (const auto& [name, content] : value.items()) {
      auto added = content;
      // Of labels that fit equally well the first decides: the user's own come first.
      if (content.is_array() && group.contains(name)) added.insert(added.end(), group[name].begin(), group[name].end());
      group[name] = std::move(added);
    }
  }
  whole.erase("extends");
  return whole;
}

}  // namespace protokoll
