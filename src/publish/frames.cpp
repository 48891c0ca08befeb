#include "publish/frames.hpp"

#include <algorithm>

#include "languages/word_map.hpp"
#include "publish/people.hpp"
#include "words/text.hpp"

namespace protokoll::publishing {
namespace {

class FrameFinder {
 public:
  FrameFinder(const NameText& text, const Language& language) : text_(text), letters_(text.letters), language_(language) {
    for (std::uint32_t i = 0; i + 1 < letters_.size();) {
      words_.push_back(word_around(letters_, {i, i + 1}));
      i = words_.back().end;
    }
  }

  std::vector<FoundName> run(const std::vector<NamePlace>& names) {
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (letters_[words_[i].begin].upper) frames_at(i);
    for (const auto& name : names) lists_around(name.range);
    return std::move(found_);
  }

 private:
  void frames_at(std::size_t i) {
    const auto printed = text_.text(words_[i]);
    const bool given = words_[i].size() > 1 && language_.has("given_names", printed) && !language_.has("no_given_names", printed) && !language_.month(printed);
    const bool address = language_.addresses(printed) || (dot_behind(i) && language_.addresses(printed + "."));
    const bool initial = words_[i].size() == 1 && dot_behind(i) && begins_entry(i);
    if (!given && !address && !initial) return;
    auto end = i + 1;
    constexpr std::size_t longest = 5;
    // Further given names, initials, titles and particles, then a last name.
    while (end < words_.size() && end < i + longest && follows(end) && (is_between(end) || (address && is_title(end)))) ++end;
    if (end >= words_.size() || !follows(end) || !is_last_name(words_[end])) return;
    const bool titled = address && end == i + 1;
    auto last = end;
    // "Anna Ott-Kern", "Frau Anna Ott"
    while (last + 1 < words_.size() && letters_[words_[last + 1].begin].gap == hyphen && is_last_name(words_[last + 1])) ++last;
    if (titled && last == end && last + 1 < words_.size() && letters_[words_[last + 1].begin].gap == blank && language_.has("given_names", text_.text(words_[end])) && is_last_name(words_[last + 1])) ++last;
    const auto first = address ? i + 1 : i;
    found_.push_back({text_.text({words_[first].begin, words_[last].end}), true});
  }

  [[nodiscard]] bool dot_behind(std::size_t i) const { return letters_[words_[i].end].gap & dot; }
  [[nodiscard]] std::uint16_t gap(std::size_t i) const { return letters_[words_[i].begin].gap; }

  // Nothing but a blank, or the full stop of what is shortened.
  [[nodiscard]] bool follows(std::size_t i) const {
    const auto here = gap(i) & ~(invisible | tag_within);
    if (here == blank || here == line_end || here == hyphen) return true;
    const auto& before = words_[i - 1];
    return (here & ~(dot | blank | line_end | several)) == 0 && (here & (dot | blank)) != 0 && (before.size() <= 2 || is_title(i - 1));
  }

  [[nodiscard]] bool is_title(std::size_t i) const {
    const auto printed = text_.text(words_[i]);
    return language_.addresses(printed) || language_.addresses(printed + ".");
  }

  [[nodiscard]] bool is_between(std::size_t i) const {
    const auto printed = text_.text(words_[i]);
    if (language_.has("name_particles", printed)) return true;
    if (words_[i].size() == 1) return letters_[words_[i].begin].upper && dot_behind(i);
    return language_.has("given_names", printed) && i + 1 < words_.size() && follows(i + 1) && is_last_name(words_[i + 1]);
  }

  [[nodiscard]] bool begins_entry(std::size_t i) const {
    const auto here = gap(i);
    return (here & (limit | comma | other_mark | tag_of_line | line_end)) != 0 && (here & dot) == 0;
  }

  [[nodiscard]] bool is_last_name(LetterRange word) const {
    if (word.size() < 2 || !letters_[word.begin].upper) return false;
    const auto printed = text_.text(word);
    if (language_.has("typical", printed) || language_.has("pronouns", printed) || language_.month(printed) || language_.weekday(printed) || language_.number(printed)) return false;
    if (language_.has("item_words", printed) || !language_.attachment(printed).empty() || !language_.label(printed).empty()) return false;
    return is_name_part(printed, language_);
  }

  // Single words with a capital between commas, in front of a name and behind it.
  void lists_around(LetterRange name) {
    const auto first = std::lower_bound(words_.begin(), words_.end(), name.begin, [](LetterRange word, std::uint32_t at) { return word.begin < at; });
    const auto behind = std::lower_bound(words_.begin(), words_.end(), name.end, [](LetterRange word, std::uint32_t at) { return word.begin < at; });
    const auto plain = [](std::uint16_t gap) { return (gap & comma) && (gap & ~(comma | blank | several | line_end)) == 0; };
    const auto may_be = [&](LetterRange word) {
      return is_last_name(word) && word.size() >= 4 && !letters_[word.end - 1].upper && language_.lexicon().look_up(fold_case(text_.text(word))).classes.empty();
    };
    constexpr int longest = 5;
    auto word = behind;
    // A list of names has no other words: "Weis, Ott, Kern" but not "Weis, Stadtrat in Ulm".
    for (int i = 0; i < longest && word != words_.end() && plain(letters_[word->begin].gap) && may_be(*word); ++i, ++word)
      if (const auto gap = letters_[word->end].gap; plain(gap) || (gap & other_mark)) found_.push_back({text_.text(*word), false});
    word = first;
    for (int i = 0; i < longest && word != words_.begin() && plain(letters_[word->begin].gap) && may_be(*std::prev(word)); ++i) {
      --word;
      if (const auto gap = letters_[word->begin].gap; plain(gap) || (gap & other_mark)) found_.push_back({text_.text(*word), false});
    }
  }

  const NameText& text_;
  const std::vector<Letter>& letters_;
  const Language& language_;
  std::vector<LetterRange> words_;
  std::vector<FoundName> found_;
};

}  // namespace

std::vector<FoundName> find_frames(const NameText& text, const std::vector<NamePlace>& names, const Language& language) { return FrameFinder(text, language).run(names); }

}  // namespace protokoll::publishing
