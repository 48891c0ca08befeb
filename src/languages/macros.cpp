#include "languages/macros.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

namespace protokoll {
namespace {

using nlohmann::json;

// The longest first, so that "drei" does not hide "dreizehn".
std::string alternatives(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  std::string joined;
  for (const auto& word : words) joined += (joined.empty() ? "" : "|") + re2::RE2::QuoteMeta(word);
  return joined;
}

std::vector<std::string> keys(const json& file, const char* key) {
  std::vector<std::string> words;
  if (const auto found = file.find(key); found != file.end())
    for (const auto& [word, value] : found->items()) words.push_back(word);
  return words;
}

std::vector<std::string> list(const json& file, const char* key) {
  const auto lists = file.value("lists", json::object());
  return lists.contains(key) ? lists[key].get<std::vector<std::string>>() : std::vector<std::string>{};
}

}  // namespace

Macros built_in_macros(const json& file) {
  Macros macros;
  const auto set = [&](const char* name, const std::string& words, const char* otherwise) { macros[name] = words.empty() ? otherwise : words; };
  const auto numbers = alternatives(keys(file, "numbers"));
  macros["number"] = numbers.empty() ? R"(\b\d{1,6}\b)" : R"(\b(?:\d{1,6}|)" + numbers + R"()\b)";
  set("month", alternatives(keys(file, "months")), "[^\\s\\S]");
  set("weekday", alternatives(keys(file, "weekdays")), "[^\\s\\S]");
  set("honorific", alternatives(list(file, "honorifics")), "[^\\s\\S]");
  set("title", alternatives(list(file, "academic_titles")), "[^\\s\\S]");
  macros["name"] = R"((?-i:\p{Lu}[\p{L}'’\-]+(?:\s(?:von|van|de|der|den|zu|zur|ten|di|da|le|la)){0,2}(?:\s\p{Lu}[\p{L}'’\-]+){0,2}))";
  macros["w"] = R"([\p{L}]*)";
  macros["gap"] = R"((?:[^\s.!?;:]+[\s]+){0,12}?)";
  const auto lists = file.value("lists", json::object());
  for (const auto& [key, words] : lists.items())
    if (!macros.contains(key)) macros[key] = alternatives(words.get<std::vector<std::string>>());
  return macros;
}

std::string latin_classes(std::string_view expression) {
  struct Class {
    std::string_view unicode, latin;
  };
  // Letters of the Latin script up to U+024F, by the blocks' own order of capitals and small letters where it is regular.
  constexpr Class classes[] = {{"\\p{Lu}", "A-Z\u00C0-\u00D6\u00D8-\u00DE\u0141\u015A\u0160\u017D\u010C\u0106\u0110\u0150\u0170\u0130"},
                               {"\\p{Ll}", "a-z\u00DF-\u00F6\u00F8-\u00FF\u0142\u015B\u0161\u017E\u010D\u0107\u0111\u0151\u0171\u0131\u011F\u0119\u0105"},
                               {"\\p{L}", "A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F"},
                               {"\\p{N}", "0-9"}};
  std::string out;
  bool in_class = false;
  for (std::size_t at = 0; at < expression.size();) {
    const auto* found = std::find_if(std::begin(classes), std::end(classes), [&](const Class& c) { return expression.substr(at).starts_with(c.unicode); });
    if (found != std::end(classes)) {
      out += in_class ? std::string(found->latin) : "[" + std::string(found->latin) + "]";
      at += found->unicode.size();
      continue;
    }
    if (expression[at] == '\\' && at + 1 < expression.size()) {
      out += expression.substr(at, 2);
      at += 2;
      continue;
    }
    if (expression[at] == '[') in_class = true;
    if (expression[at] == ']') in_class = false;
    out += expression[at++];
  }
  return out;
}

std::string expand_macros(std::string_view expression, const Macros& macros, int depth) {
  if (depth > 8) throw std::invalid_argument("macros in a circle");
  std::string out;
  for (std::size_t at = 0; at < expression.size();) {
    const auto open = expression.find('{', at);
    out += expression.substr(at, open == std::string_view::npos ? open : open - at);
    if (open == std::string_view::npos) break;
    const auto close = expression.find('}', open);
    const auto inside = close == std::string_view::npos ? std::string_view{} : expression.substr(open + 1, close - open - 1);
    const bool is_macro = !inside.empty() && inside[0] >= 'a' && inside[0] <= 'z' && (open == 0 || (expression[open - 1] != '\\' && expression[open - 1] != 'p'));
    if (!is_macro) {
      out += '{';
      at = open + 1;
      continue;
    }
    const auto colon = inside.find(':');
    const auto name = inside.substr(0, colon);
    const auto found = macros.find(name);
    if (found == macros.end()) throw std::invalid_argument(fmt::format("unknown macro {{{}}}", name));
    const auto body = expand_macros(found->second, macros, depth + 1);
    out += colon == std::string_view::npos ? "(?:" + body + ")" : fmt::format("(?P<{}>{})", inside.substr(colon + 1), body);
    at = close + 1;
  }
  return out;
}

}  // namespace protokoll
