#include <algorithm>
#include <map>
#include <set>

#include "publish/names.hpp"

namespace protokoll::publishing {
namespace {

constexpr std::uint32_t fewest = 2, most = 4;

struct Candidate {
  LetterRange range;
  std::u32string key;
  bool dotted;
};

class InitialsFinder {
 public:
  InitialsFinder(const NameText& text, const PrivatePeople& people, const std::vector<NamePlace>& names)
      : text_(text), letters_(text.letters), people_(people), names_(names) {
    note_bearers();
  }

  std::vector<NamePlace> run() {
    std::vector<Candidate> candidates;
    for (std::uint32_t i = 0; i + 1 < letters_.size(); ++i) {
      if (!letters_[i].upper || !parts_words(letters_[i].gap)) continue;
      auto candidate = word_at(i);
      if (!candidate.key.empty()) candidates.push_back(std::move(candidate));
    }
    std::set<std::u32string> ordinary, introduced;
    for (const auto& candidate : candidates) {
      if (stands_behind_name(candidate)) introduced.insert(candidate.key);
      else if (is_abbreviation(candidate)) ordinary.insert(candidate.key);
    }
    std::vector<NamePlace> places;
    for (const auto& candidate : candidates) {
      const bool meant = introduced.contains(candidate.key);
      if (!meant && (ordinary.contains(candidate.key) || people_.language().has("no_initials", text_.text(candidate.range)))) continue;
      if (!meant && stands_among_capitals(candidate.range)) continue;
      NamePlace place{candidate.range, bearers(candidate.key), true, false, meant ? "" : "perhaps an abbreviation"};
      if (!place.people.empty()) places.push_back(std::move(place));
    }
    return places;
  }

 private:
  // "AW", "AW1", "A.W.", "A. W."
  [[nodiscard]] Candidate word_at(std::uint32_t begin) const {
    const auto word = word_around(letters_, {begin, begin + 1});
    std::u32string key;
    auto end = word.begin;
    for (; end < word.end && letters_[end].upper; ++end) key += letters_[end].folded;
    const bool numbered = std::all_of(letters_.begin() + end, letters_.begin() + word.end, [](const Letter& letter) { return letter.digit; });
    if (key.size() >= fewest) return key.size() <= most && numbered ? Candidate{word, key, false} : Candidate{};
    if (word.size() != 1) return {};
    while (key.size() < most && letters_[end].upper && (letters_[end].gap & dot) && (letters_[end].gap & ~(dot | blank | several | invisible)) == 0 && parts_words(letters_[end + 1].gap)) key += letters_[end++].folded;
    const bool begins = (letters_[begin].gap & dot) == 0 || (letters_[begin].gap & blank);
    return key.size() >= fewest && begins ? Candidate{{begin, end}, key, true} : Candidate{};
  }

  [[nodiscard]] std::vector<std::uint32_t> bearers(const std::u32string& key) const {
    const auto found = bearers_.find(key);
    return found == bearers_.end() ? std::vector<std::uint32_t>{} : found->second;
  }

  // "alw" and "aw" of Anna Lena Weis; of very many who share them some.
  void note_bearers() {
    constexpr std::size_t most_bearers = 64;
    for (std::uint32_t number = 0; number < people_.all().size(); ++number) {
      const auto& person = people_.at(number);
      if (!person.sure || person.initials.size() < fewest) continue;
      std::set<std::u32string> keys{person.initials};
      if (person.initials.size() > fewest) keys.insert({person.initials.front(), person.initials.back()});
      for (const auto& key : keys)
        if (auto& who = bearers_[key]; who.size() < most_bearers) who.push_back(number);
        else if (!person.kept) who.back() = number;
    }
  }

  [[nodiscard]] bool stands_behind_name(const Candidate& candidate) const {
    const auto place = std::upper_bound(names_.begin(), names_.end(), candidate.range.begin, [](std::uint32_t at, const NamePlace& name) { return at < name.range.end; });
    if (place == names_.begin()) return false;
    const auto& name = *std::prev(place);
    if (name.range.end != candidate.range.begin || (letters_[candidate.range.begin].gap & (other_mark | comma | tag_of_line)) == 0) return false;
    const auto who = bearers(candidate.key);
    return std::any_of(who.begin(), who.end(), [&](std::uint32_t number) { return std::find(name.people.begin(), name.people.end(), number) != name.people.end(); });
  }

  [[nodiscard]] bool is_abbreviation(const Candidate& candidate) const {
    if (candidate.dotted) return false;
    if ((letters_[candidate.range.begin].gap | letters_[candidate.range.end].gap) & hyphen) return true;
    if (candidate.range.begin == 0 || (letters_[candidate.range.begin].gap & ~(blank | line_end | several)) != 0) return false;
    const auto before = word_around(letters_, {candidate.range.begin - 1, candidate.range.begin});
    return people_.language().has("articles", text_.text(before));
  }

  // "PROTOKOLL AM MONTAG"
  [[nodiscard]] bool stands_among_capitals(LetterRange range) const {
    const auto is_loud = [&](LetterRange word) {
      return word.size() > most && std::all_of(letters_.begin() + word.begin, letters_.begin() + word.end, [](const Letter& letter) { return letter.upper; });
    };
    if (range.begin > 0 && is_loud(word_around(letters_, {range.begin - 1, range.begin}))) return true;
    return range.end + 1 < letters_.size() && is_loud(word_around(letters_, {range.end, range.end + 1}));
  }

  const NameText& text_;
  const std::vector<Letter>& letters_;
  const PrivatePeople& people_;
  const std::vector<NamePlace>& names_;
  std::map<std::u32string, std::vector<std::uint32_t>> bearers_;
};

}  // namespace

std::vector<NamePlace> find_initials(const NameText& text, const PrivatePeople& people, const std::vector<NamePlace>& names) { return InitialsFinder(text, people, names).run(); }

}  // namespace protokoll::publishing
