#include "publish/frames.hpp"

#include <algorithm>
#include <set>

#include "languages/word_map.hpp"
#include "publish/people.hpp"
#include "words/text.hpp"

namespace protokoll::publishing {
namespace {

class FrameFinder {
 public:
  FrameFinder(const NameText& text, const Language& language) : text_(text), letters_(text.letters), language_(language) {
    std::uint16_t passed = 0;
    for (std::uint32_t i = 0; i + 1 < letters_.size();) {
      const auto word = word_around(letters_, {i, i + 1});
      i = word.end;
      // A number counts entries, and is none.
      if (std::all_of(letters_.begin() + word.begin, letters_.begin() + word.end, [](const Letter& letter) { return letter.digit; })) {
        passed = static_cast<std::uint16_t>(passed | letters_[word.begin].gap | other_mark);
        continue;
      }
      words_.push_back(word);
      gaps_.push_back(static_cast<std::uint16_t>(letters_[word.begin].gap | passed));
      passed = 0;
      if (text.prose && !letters_[words_.back().begin].upper) small_.insert(text.text(words_.back()));
    }
  }

  std::vector<FoundName> run(const std::vector<NamePlace>& names) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (letters_[words_[i].begin].upper) frames_at(i);
      else if (words_[i].size() > 3) elected_behind(i);
    }
    for (const auto& name : names) {
      lists_around(name.range);
      entries_around(name.range);
    }
    return std::move(found_);
  }

 private:
  void frames_at(std::size_t i) {
    const auto printed = text_.text(words_[i]);
    const bool given = words_[i].size() > 1 && gap(i) != hyphen && language_.has("given_names", printed) && !language_.has("no_given_names", printed) && !language_.month(printed);
    const bool address = language_.addresses(printed) || (dot_behind(i) && language_.addresses(printed + "."));
    const bool initial = words_[i].size() == 1 && dot_behind(i) && begins_entry(i);
    if (!given && !address && !initial) return office_at(i, printed);
    auto end = i + 1;
    constexpr std::size_t longest = 5;
    // Further given names, initials, titles and particles, then a last name.
    while (end < words_.size() && end < i + longest && follows(end) && (is_between(end) || (address && is_title(end)))) ++end;
    if (end >= words_.size() || !follows(end) || !is_last_name(words_[end], initial ? Behind::nothing : Behind::name)) {
      if (given && text_.prose && is_unknown(words_[i])) found_.push_back({printed, false});
      return;
    }
    const bool titled = address && end == i + 1;
    auto last = end;
    // "Anna Ott-Kern", "Frau Anna Ott"
    while (last + 1 < words_.size() && letters_[words_[last + 1].begin].gap == hyphen && is_last_name(words_[last + 1])) ++last;
    if (titled && last == end && last + 1 < words_.size() && letters_[words_[last + 1].begin].gap == blank && language_.has("given_names", text_.text(words_[end])) && is_last_name(words_[last + 1])) ++last;
    const auto first = address ? i + 1 : i;
    found_.push_back({text_.text({words_[first].begin, words_[last].end}), true});
  }

  // "Ratsfrau Weis"
  void office_at(std::size_t i, std::string_view printed) {
    const auto classes = language_.lexicon().look_up(fold_case(printed)).classes;
    // "Gemeinderat Weis" may be a council in a place as well.
    if (!text_.prose || !classes.any(offices) || classes.has(WordClass::body) || i + 1 >= words_.size() || gap(i + 1) != blank || !is_last_name(words_[i + 1]) || !is_unknown(words_[i + 1]) || words_[i + 1].size() < 3) return;
    const auto behind = letters_[words_[i + 1].end].gap;
    if (!(behind & hyphen)) found_.push_back({text_.text(words_[i + 1]), false});
  }

  // "Gewählt wird Mia Weis": two words that nothing else is known of, in the sentence of an election.
  void elected_behind(std::size_t i) {
    if (!text_.prose || !language_.lexicon().look_up(fold_case(text_.text(words_[i]))).classes.any({WordClass::elect, WordClass::candidate})) return;
    constexpr std::size_t farthest = 8;
    for (const bool forward : {true, false})
      for (std::size_t step = 1; step < farthest; ++step) {
        if (!forward && step > i) break;
        const auto at = forward ? i + step : i - step;
        if (at + 1 >= words_.size()) break;
        if (const auto border = forward ? gap(at) : gap(at + 1); border & (limit | tag_of_line) || ((border & dot) && words_[forward ? at - 1 : at].size() > 2)) break;
        const bool pair = gap(at + 1) == blank && may_be(words_[at]) && may_be(words_[at + 1]);
        if (pair) found_.push_back({text_.text({words_[at].begin, words_[at + 1].end}), true});
      }
  }

  [[nodiscard]] bool may_be(LetterRange word) const { return is_last_name(word) && word.size() >= 3 && !letters_[word.end - 1].upper && is_unknown(word); }

  // Neither the language nor the document knows it as an ordinary word.
  [[nodiscard]] bool is_unknown(LetterRange word) const {
    const auto printed = text_.text(word), small = fold_case(printed);
    return language_.lexicon().look_up(small).classes.empty() && !small_.contains(small) && !language_.has("typical", printed);
  }

  // Entries of the same list: "- Mia Weis\n- Jo Ott", "Mia Weis, Jo Ott"
  void entries_around(LetterRange name) {
    const auto index = [&](std::uint32_t at) { return static_cast<std::size_t>(std::lower_bound(words_.begin(), words_.end(), at, [](LetterRange word, std::uint32_t a) { return word.begin < a; }) - words_.begin()); };
    const auto first = index(name.begin), behind = index(name.end);
    if (first == words_.size() || !ends_entry(gap(first)) || !(ends_entry(letters_[name.end].gap) || (letters_[name.end].gap & bracket))) return;
    // What stands behind the name up to the next entry or line is of its own.
    constexpr std::size_t note = 12;
    const auto skip = [&](std::uint16_t until) {
      auto next = behind;
      for (std::size_t i = 0; i < note && next < words_.size() && !(gap(next) & until); ++i) ++next;
      return next;
    };
    entry_at(skip(line_end | tag_of_line | comma), true);
    entry_at(skip(line_end | tag_of_line), true);
    entry_at(first, false);
  }

  [[nodiscard]] static bool ends_entry(std::uint16_t g) { return (g & (comma | line_end | tag_of_line | limit)) != 0 || (g & ~(invisible | tag_within)) == (several | blank); }

  // Two or three words that are an entry of their own, from a word on or up to it.
  void entry_at(std::size_t border, bool forward) {
    constexpr std::size_t longest = 3;
    for (std::size_t size = 2; size <= longest; ++size) {
      if (!forward && border < size) return;
      const auto from = forward ? border : border - size;
      if (from + size > words_.size() || !ends_entry(gap(from)) || !(ends_entry(letters_[words_[from + size - 1].end].gap) || (letters_[words_[from + size - 1].end].gap & bracket))) continue;
      bool fits = true;
      for (auto i = from; i < from + size && fits; ++i) fits = (i == from || gap(i) == blank) && may_be(words_[i]);
      if (fits) found_.push_back({text_.text({words_[from].begin, words_[from + size - 1].end}), true});
    }
  }

  [[nodiscard]] bool dot_behind(std::size_t i) const { return letters_[words_[i].end].gap & dot; }
  [[nodiscard]] std::uint16_t gap(std::size_t i) const { return gaps_[i]; }

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
    // At the begin of a line a letter counts: "A. Public part".
    return (here & (comma | other_mark)) != 0 && (here & (dot | limit | tag_of_line | line_end)) == 0;
  }

  [[nodiscard]] bool is_last_name(LetterRange word, Behind behind = Behind::nothing) const {
    if (word.size() < 2 || !letters_[word.begin].upper) return false;
    const auto printed = text_.text(word);
    if (language_.has("typical", printed) || language_.has("pronouns", printed) || language_.month(printed) || language_.weekday(printed) || language_.number(printed)) return false;
    if (language_.has("item_words", printed) || !language_.attachment(printed).empty() || !language_.label(printed).empty()) return false;
    return is_name_part(printed, language_, behind);
  }

  // Single words with a capital between commas, in front of a name and behind it.
  void lists_around(LetterRange name) {
    const auto first = std::lower_bound(words_.begin(), words_.end(), name.begin, [](LetterRange word, std::uint32_t at) { return word.begin < at; });
    const auto behind = std::lower_bound(words_.begin(), words_.end(), name.end, [](LetterRange word, std::uint32_t at) { return word.begin < at; });
    const auto plain = [](std::uint16_t gap) { return (gap & comma) && (gap & ~(comma | blank | several | line_end)) == 0; };
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
  std::vector<std::uint16_t> gaps_;  ///< in front of each word, numbers counted as marks
  std::set<std::string> small_;  ///< words that the document writes small
  std::vector<FoundName> found_;
};

}  // namespace

std::vector<FoundName> find_frames(const NameText& text, const std::vector<NamePlace>& names, const Language& language) { return FrameFinder(text, language).run(names); }

}  // namespace protokoll::publishing
