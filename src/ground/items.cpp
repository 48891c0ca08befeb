#include "ground/items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "words/text.hpp"

namespace protokoll::grounds {
namespace {

/// Words of a title one behind the other, to be compared.
std::string key(std::string_view title) {
  Vocabulary words;
  std::string text;
  for (const auto& word : fold_words(title, words)) {
    if (!text.empty()) text += ' ';
    text += fold_case(title.substr(word.range.begin, word.range.size()));
  }
  return text;
}

std::string number_key(std::string_view number) { return fold_case(trim(number, U".:)( ")); }

class Matcher {
 public:
  Matcher(const std::vector<GivenItem>& given, const Scene& scene) : given_(given), scene_(scene), read_of_(given.size(), none), taken_(scene.items().size(), false) {
    for (const auto& item : given) titles_.push_back(key(item.title));
    for (const auto& item : scene.items()) read_titles_.push_back(key(item.item->title.value));
  }

  std::vector<MatchedItem> match() {
    constexpr std::size_t most_pairs = 4'000'000;
    if (given_.size() * taken_.size() <= most_pairs) in_order();
    else same_titles();
    std::vector<bool> ordered(given_.size(), true);
    out_of_order(ordered);
    by_texts();
    std::vector<MatchedItem> matched(given_.size());
    for (std::size_t i = 0; i < given_.size(); ++i) matched[i] = settle(i, ordered[i]);
    return matched;
  }

 private:
  static constexpr std::size_t none = ~std::size_t{0};

  [[nodiscard]] int score(std::size_t given, std::size_t read) const {
    constexpr int same_title = 6, part_of_title = 3, same_number = 4;
    const auto& a = titles_[given];
    const auto& b = read_titles_[read];
    int score = 0;
    if (!a.empty() && a == b) score = same_title;
    else if (!a.empty() && !b.empty() && 2 * std::min(a.size(), b.size()) >= std::max(a.size(), b.size()) && (a.starts_with(b + ' ') || b.starts_with(a + ' ') || a.ends_with(' ' + b) || b.ends_with(' ' + a))) score = part_of_title;
    const auto& number = given_[given].number;
    if (!number.empty() && number_key(number) == number_key(scene_.items()[read].item->number.value)) score += same_number;
    return score;
  }

  void pair(std::size_t given, std::size_t read) {
    read_of_[given] = read;
    taken_[read] = true;
  }

  // The pairs that go together best without crossing.
  void in_order() {
    const auto width = taken_.size() + 1;
    std::vector<int> best((given_.size() + 1) * width, 0);
    const auto at = [&](std::size_t i, std::size_t j) -> int& { return best[i * width + j]; };
    for (std::size_t i = 1; i <= given_.size(); ++i)
      for (std::size_t j = 1; j < width; ++j) {
        const auto both = score(i - 1, j - 1);
        at(i, j) = std::max({at(i - 1, j), at(i, j - 1), both > 0 ? at(i - 1, j - 1) + both : 0});
      }
    for (auto i = given_.size(), j = taken_.size(); i > 0 && j > 0;) {
      const auto both = score(i - 1, j - 1);
      if (both > 0 && at(i, j) == at(i - 1, j - 1) + both) pair(--i, --j);
      else if (at(i, j) == at(i - 1, j)) --i;
      else --j;
    }
  }

  void same_titles() {
    std::map<std::string_view, std::vector<std::size_t>> places;
    for (std::size_t j = taken_.size(); j-- > 0;) places[read_titles_[j]].push_back(j);
    for (std::size_t i = 0, next = 0; i < given_.size(); ++i) {
      auto& places_here = places[titles_[i]];
      while (!places_here.empty() && places_here.back() < next) places_here.pop_back();
      if (titles_[i].empty() || places_here.empty()) continue;
      next = places_here.back() + 1;
      pair(i, places_here.back());
    }
  }

  // "The right words in the wrong place": an item of the document that the answer has before or behind others.
  void out_of_order(std::vector<bool>& ordered) {
    std::multimap<std::string_view, std::size_t> free;
    for (std::size_t j = 0; j < taken_.size(); ++j)
      if (!taken_[j] && !read_titles_[j].empty()) free.emplace(read_titles_[j], j);
    for (std::size_t i = 0; i < given_.size(); ++i) {
      const auto place = read_of_[i] == none ? free.find(titles_[i]) : free.end();
      if (place == free.end()) continue;
      pair(i, place->second);
      free.erase(place);
      ordered[i] = false;
    }
  }

  // An item whose title is wrong is known by what stands in it, or because no other is left between its neighbours.
  void by_texts() {
    for (std::size_t i = 0; i < given_.size(); ++i) {
      if (read_of_[i] != none) continue;
      for (const auto& text : given_[i].texts) {
        const auto found = scene_.index().find(scene_.index().phrase(text), scene_.index().all(), 1);
        const auto* item = found.empty() ? nullptr : scene_.item_at(found.front());
        const auto read = item ? static_cast<std::size_t>(item->number - 1) : none;
        if (read == none || taken_[read] || !between_neighbours(i, read)) continue;
        pair(i, read);
        break;
      }
    }
    for (std::size_t i = 0; i < given_.size(); ++i) {
      if (read_of_[i] != none || (i + 1 < given_.size() && read_of_[i + 1] == none)) continue;
      const auto after = before(i);
      const auto only = after == none ? 0 : after + 1;
      const auto next = i + 1 < given_.size() ? read_of_[i + 1] : taken_.size();
      if ((i == 0 || read_of_[i - 1] != none) && only + 1 == next && only < taken_.size() && !taken_[only]) pair(i, only);
    }
  }

  [[nodiscard]] std::size_t before(std::size_t given) const {
    while (given > 0)
      if (read_of_[--given] != none) return read_of_[given];
    return none;
  }

  [[nodiscard]] bool between_neighbours(std::size_t given, std::size_t read) const {
    const auto last = before(given);
    if (last != none && read <= last) return false;
    for (auto i = given + 1; i < given_.size(); ++i)
      if (read_of_[i] != none) return read < read_of_[i];
    return true;
  }

  [[nodiscard]] MatchedItem settle(std::size_t given, bool in_order) const {
    const auto& index = scene_.index();
    if (read_of_[given] != none) {
      const auto& read = scene_.items()[read_of_[given]];
      return {&read, taken_up(read), title_place(read), in_order};
    }
    // The tool has no such item; its title may stand between those of its neighbours.
    std::uint32_t first = 0, last = index.size();
    if (const auto item = before(given); item != none) first = scene_.items()[item].own.first;
    for (auto i = given + 1; i < given_.size(); ++i)
      if (read_of_[i] != none) {
        last = std::max(first, scene_.items()[read_of_[i]].own.first);
        break;
      }
    const auto found = index.find(index.phrase(given_[given].title), {first, last});
    if (found.empty()) return {nullptr, {first, last}, {first, last}, in_order};
    // Where a line begins so it is worked through; an announced agenda stands in front.
    auto begin = found.back();
    for (const auto place : found)
      if (scene_.head().last <= place) {
        begin = place;
        break;
      }
    return {nullptr, {begin, last}, {first, last}, in_order};
  }

  // Announced by its title alone and taken up behind by its number alone ("Re 4."): that is where its facts stand.
  [[nodiscard]] Stretch taken_up(const ReadItem& read) const {
    const auto title = title_place(read);
    if (read.extent.last > title.last || !read.item->number) return read.extent;
    const auto& all = scene_.items();
    for (auto i = static_cast<std::size_t>(read.number); i < all.size(); ++i)
      if (!taken_[i] && !all[i].item->title && number_key(all[i].item->number.value) == number_key(read.item->number.value)) return all[i].extent;
    return read.extent;
  }

  // From the item's label to the end of the line that its title ends in.
  [[nodiscard]] Stretch title_place(const ReadItem& read) const {
    auto last = read.own.first;
    for (const auto* part : {&read.item->title, &read.item->subtitle})
      if (const auto place = scene_.of_bytes(part->span); !place.empty()) last = std::max(last, place.last);
    if (last > 0 && last > read.own.first) --last;
    if (last >= scene_.index().size()) return read.own;
    const auto block = scene_.index().stretch(scene_.block(scene_.block_of(last)).range);
    return {std::min(read.own.first, block.last), block.last};
  }

  const std::vector<GivenItem>& given_;
  const Scene& scene_;
  std::vector<std::size_t> read_of_;  // by given item: the number of the tool's, or none
  std::vector<bool> taken_;
  std::vector<std::string> titles_, read_titles_;
};

}  // namespace

std::vector<MatchedItem> match_items(const std::vector<GivenItem>& given, const Scene& scene) { return Matcher(given, scene).match(); }

Verdict ground_title(const GivenItem& given, const MatchedItem& matched, TextGrounder& texts, const Scene& scene) {
  Setting setting{matched.title_place, {}};
  if (matched.read) setting.preferred.push_back(scene.of_bytes(matched.read->item->title.span));
  else setting.preferred.push_back({matched.extent.first, matched.extent.first + static_cast<std::uint32_t>(scene.index().phrase(given.title).size())});
  auto verdict = texts.ground(given.title, setting);
  if (!matched.in_order && verdict.stands()) {
    verdict.grounding = Grounding::misplaced;
    verdict.note = "that item stands elsewhere in the order of the agenda";
  }
  return verdict;
}

Verdict ground_number(std::string_view number, const MatchedItem& matched, const Verdict& title, const Scene& scene) {
  const auto& index = scene.index();
  const auto wanted = number_key(number);
  if (matched.read) {
    const auto& read = matched.read->item->number;
    const auto place = index.range(scene.of_bytes(read.span));
    if (read && number_key(read.value) == wanted) return {place.empty() ? Grounding::derived : Grounding::exact, place};
    const auto& label = matched.read->item->label;
    const auto within = scene.of_bytes(label.span);
    const auto phrase = index.phrase(number);
    if (const auto found = index.find(phrase, within, 1); !found.empty())
      return {Grounding::exact, index.range({found.front(), found.front() + static_cast<std::uint32_t>(phrase.size())})};
  }
  // Right in front of the title.
  constexpr std::uint32_t reach = 5;
  const auto begin = index.stretch(title.place).first;
  const auto phrase = index.phrase(number);
  if (!title.place.empty() && title.grounding != Grounding::missing)
    for (const auto found : index.find(phrase, {begin > reach ? begin - reach : 0, begin}))
      return {Grounding::exact, index.range({found, found + static_cast<std::uint32_t>(phrase.size())})};
  // As a reader of the rendered list sees it.
  if (!title.place.empty()) {
    const auto& document = scene.context().document;
    const auto entry = document.enclosing(scene.block(scene.block_of(begin)).container, ContainerKind::item);
    if (entry >= 0 && number_key(document.rendered_number(entry)) == wanted) return {Grounding::derived, {}};
  }
  if (matched.read && matched.read->item->number) {
    const auto& read = matched.read->item->number;
    return {Grounding::contradicted, index.range(scene.of_bytes(read.span)), {}, fmt::format("the minutes number this item {}", read.value)};
  }
  return {Grounding::missing, {}, {}, "the minutes do not number this item so"};
}

}  // namespace protokoll::grounds
