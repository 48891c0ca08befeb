#include "ground/text_index.hpp"

#include <algorithm>
#include <numeric>

namespace protokoll::grounds {
namespace {

constexpr std::size_t steps_per_byte = 100, least_steps = 10'000'000;

bool goes_on(const FoldedWord& word) { return word.tight && (word.separator == '.' || word.separator == ',' || word.separator == '\''); }

}  // namespace

TextIndex::TextIndex(std::string_view text, std::size_t answer_bytes)
    : text_(text), words_(fold_words(text, vocabulary_)), work_left_(least_steps + steps_per_byte * (text.size() + answer_bytes)) {
  first_.assign(vocabulary_.size() + 1, 0);
  for (const auto& word : words_) ++first_[word.id + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  places_.resize(words_.size());
  auto next = first_;
  for (std::uint32_t i = 0; i < size(); ++i) places_[next[words_[i].id]++] = i;
}

Range TextIndex::range(Stretch stretch) const {
  if (stretch.empty()) return {};
  return {words_[stretch.first].range.begin, words_[stretch.last - 1].range.end};
}

std::string_view TextIndex::text(Stretch stretch) const {
  const auto place = range(stretch);
  return text_.substr(place.begin, place.size());
}

Stretch TextIndex::stretch(Range range) const {
  const auto first = std::lower_bound(words_.begin(), words_.end(), range.begin, [](const FoldedWord& word, std::uint32_t place) { return word.range.begin < place; });
  const auto last = std::lower_bound(first, words_.end(), range.end, [](const FoldedWord& word, std::uint32_t place) { return word.range.end <= place; });
  return {static_cast<std::uint32_t>(first - words_.begin()), static_cast<std::uint32_t>(last - words_.begin())};
}

bool TextIndex::spend(std::size_t steps) const {
  work_left_ -= std::min(steps, work_left_);
  return work_left_ > 0;
}

TextIndex::Places TextIndex::places(std::uint32_t id, Stretch within) const {
  if (id == Vocabulary::unknown) return {};
  const auto* begin = places_.data() + first_[id];
  const auto* end = places_.data() + first_[id + 1];
  begin = std::lower_bound(begin, end, within.first);
  return {begin, std::lower_bound(begin, end, within.last)};
}

bool TextIndex::stands_at(const Phrase& phrase, std::uint32_t begin) const {
  for (std::uint32_t i = 0; i < phrase.size(); ++i)
    if (!spend(1) || !is_same(words_[begin + i], phrase[i], i == 0)) return false;
  const auto end = begin + static_cast<std::uint32_t>(phrase.size());
  return !goes_on(words_[begin]) && !(end < size() && goes_on(words_[end]));
}

std::vector<std::uint32_t> TextIndex::find(const Phrase& phrase, Stretch within, std::size_t most) const {
  std::vector<std::uint32_t> found;
  if (phrase.empty() || within.size() < phrase.size() || within.empty()) return found;
  constexpr std::size_t looked_at = 24;
  std::size_t rarest = 0;
  auto candidates = places(phrase[0].id, within);
  for (std::size_t i = 1; i < std::min(phrase.size(), looked_at) && candidates.size() > 1; ++i)
    if (const auto other = places(phrase[i].id, within); other.size() < candidates.size()) candidates = other, rarest = i;
  for (const auto* place = candidates.begin; place != candidates.end && found.size() < most && spend(1); ++place) {
    if (*place < within.first + rarest || *place - rarest + phrase.size() > within.last) continue;
    const auto begin = static_cast<std::uint32_t>(*place - rarest);
    if (stands_at(phrase, begin)) found.push_back(begin);
  }
  return found;
}

namespace {

/// One step of an alignment: how many words of each side to pass by until they agree again.
struct Skip {
  std::size_t value = 0, document = 0;
  bool found = false;
};

template <class Agrees>
Skip next_agreement(Agrees agrees) {
  constexpr std::size_t most_value = 3, most_document = 10;
  for (std::size_t distance = 0; distance <= most_value + most_document; ++distance)
    for (std::size_t value = 0; value <= std::min(distance, most_value); ++value)
      if (distance - value <= most_document && agrees(value, distance - value)) return {value, distance - value, true};
  return {};
}

}  // namespace

Alteration TextIndex::align(const Phrase& phrase, std::size_t anchor, std::uint32_t place, Stretch within) const {
  std::vector<std::uint32_t> stands(phrase.size(), size());  // where each word of the phrase stands
  stands[anchor] = place;
  const auto same = [&](std::size_t value, std::size_t word) { return spend(1) && phrase[value].id == words_[word].id; };
  for (std::size_t value = anchor + 1, word = place + 1; value < phrase.size();) {
    const auto skip = next_agreement([&](std::size_t v, std::size_t d) { return value + v < phrase.size() && word + d < within.last && same(value + v, word + d); });
    if (!skip.found) break;
    value += skip.value, word += skip.document;
    stands[value++] = static_cast<std::uint32_t>(word++);
  }
  for (std::size_t value = anchor, word = place; value > 0 && word > within.first;) {
    const auto skip = next_agreement([&](std::size_t v, std::size_t d) { return value >= v + 1 && word >= within.first + d + 1 && same(value - v - 1, word - d - 1); });
    if (!skip.found) break;
    value -= skip.value + 1, word -= skip.document + 1;
    stands[value] = static_cast<std::uint32_t>(word);
  }
  Alteration alteration;
  std::uint32_t first = size(), last = 0;
  for (std::uint32_t i = 0; i < stands.size(); ++i) {
    if (stands[i] == size()) {
      alteration.put_in.push_back(i);
      continue;
    }
    for (auto between = last; first < size() && between < stands[i]; ++between) alteration.left_out.push_back(between);
    first = std::min(first, stands[i]);
    last = stands[i] + 1;
  }
  alteration.place = {first, last};
  return alteration;
}

std::optional<Alteration> TextIndex::find_altered(const Phrase& phrase, Stretch within) const {
  const auto may_lack = phrase.size() / 10;
  if (phrase.size() < 2 || within.empty()) return std::nullopt;
  // Of any may_lack + 1 words one stands there: the rarest ones are asked.
  constexpr std::size_t most_places = 8, most_anchors = 12, most_between = 2;
  std::vector<std::pair<std::size_t, std::size_t>> rare;
  std::size_t absent = 0;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const auto count = places(phrase[i].id, within).size();
    if (count == 0 && ++absent > may_lack) return std::nullopt;
    if (count > 0) rare.emplace_back(count, i);
  }
  const auto asked = std::min({rare.size(), may_lack + 1 - absent, most_anchors});
  std::partial_sort(rare.begin(), rare.begin() + static_cast<std::ptrdiff_t>(asked), rare.end());
  std::optional<Alteration> best;
  for (std::size_t i = 0; i < asked; ++i) {
    const auto candidates = places(phrase[rare[i].second].id, within);
    for (const auto* place = candidates.begin; place != candidates.end && place < candidates.begin + most_places; ++place) {
      auto found = align(phrase, rare[i].second, *place, within);
      if (found.put_in.size() > may_lack || found.left_out.size() > most_between + phrase.size() / 2) continue;
      const auto cost = [](const Alteration& alteration) { return alteration.put_in.size() + alteration.left_out.size(); };
      if (!best || cost(found) < cost(*best)) best = std::move(found);
    }
  }
  return best;
}

}  // namespace protokoll::grounds
