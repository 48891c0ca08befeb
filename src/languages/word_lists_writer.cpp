#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "languages/word_lists.hpp"
#include "languages/word_map.hpp"

namespace protokoll {
namespace {

using Units = std::vector<std::uint32_t>;
using Lists = std::map<std::string, std::vector<std::string>, std::less<>>;

void derive(Lists& lists) {
  std::vector<std::string> addresses, abbreviated;
  for (const auto* name : {"honorifics", "academic_titles", "abbreviations"}) {
    for (const auto& word : lists[name]) {
      const bool stopped = word.ends_with('.');
      abbreviated.push_back(word);
      if (stopped) abbreviated.push_back(word.substr(0, word.size() - 1));
      if (name == std::string_view("abbreviations")) continue;
      addresses.push_back(word);
      if (!stopped) addresses.push_back(word + '.');
    }
  }
  lists[std::string(addresses_list)] = std::move(addresses);
  lists[std::string(abbreviations_list)] = std::move(abbreviated);
}

Units lay_out(const std::vector<std::string>& words) {
  Units image(WordLists::buckets, 0);
  flat::TableWriter table;
  for (const auto& word : words) {
    const auto folded = fold_case(word);
    if (folded.empty()) continue;
    image[WordLists::bucket(folded)] |= WordLists::bit(folded);
    table.add(folded);
  }
  table.write(image);
  return image;
}

}  // namespace

Units lay_out_lists(const nlohmann::json& file) {
  Lists lists;
  for (const auto& [name, words] : file.items()) lists[name] = words.get<std::vector<std::string>>();
  derive(lists);
  flat::TableWriter names;
  for (const auto& [name, words] : lists) names.add(name);
  Units image, table;
  names.write(table);
  flat::append(image, table);
  for (const auto& [name, words] : lists) flat::append(image, lay_out(words));
  return image;
}

}  // namespace protokoll
