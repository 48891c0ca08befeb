#include "languages/word_lists.hpp"

#include <algorithm>
#include <array>

#include "languages/word_map.hpp"

namespace protokoll {
namespace {

constexpr std::size_t longest_word = 127;  // bytes

}  // namespace

WordLists::WordLists(flat::Image image) {
  flat::Parts parts(image);
  const flat::Table names(parts.next());
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const auto list = parts.next();
    lists_.emplace(Key(names.word(i)), List{list.first(buckets), flat::Table(list.subspan(buckets))});
  }
}

bool WordLists::has(Key list, std::string_view word) const {
  const auto found = lists_.find(list);
  if (found == lists_.end() || word.empty()) return false;
  const auto& [lengths, words] = found->second;
  // Most words that are asked for are in no list: no word of it begins like that, or none of them has that length.
  if (keeps_its_size(word[0])) {
    const char first = small_letter(word[0]);
    const auto sizes = lengths[bucket({&first, 1})];
    if (sizes == 0 || (!(sizes & bit(word)) && std::all_of(word.begin(), word.end(), keeps_its_size))) return false;
  }
  std::array<char, longest_word + 1> buffer;
  const auto folded = fold_case(word, std::span(buffer));
  return !folded.empty() && folded.size() <= longest_word && (lengths[bucket(folded)] & bit(folded)) != 0 && words.find(folded);
}

}  // namespace protokoll
