#include "publish/names.hpp"

#include <algorithm>
#include <iterator>

#include "words/text.hpp"

namespace protokoll::publishing {
namespace {

using People = std::vector<std::uint32_t>;

// A word that holds words of names.
struct NameWord {
  LetterRange range;
  Sense sense;
  People people;  ///< sorted
};

People both(const People& a, const People& b) {
  People shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared;
}

// The words with hits, in order; of hits in one word a whole one counts before parts.
std::vector<NameWord> name_words(const NameText& text, const Patterns& patterns, const NameJudge& judge) {
  std::vector<NameWord> found;
  for (const auto& hit : patterns.find(text.letters)) judge.judge(text, hit.range, patterns.numbers(hit.pattern), [&](const NameJudge::Judgement& judged, std::vector<std::uint32_t> people) {
    if (judged.sense == Sense::ordinary) return;
    std::sort(people.begin(), people.end());
    found.push_back({judged.word, judged.sense, std::move(people)});
  });
  std::stable_sort(found.begin(), found.end(), [](const NameWord& a, const NameWord& b) { return std::pair(a.range.begin, b.range.end) < std::pair(b.range.begin, a.range.end); });
  std::vector<NameWord> words;
  for (auto& word : found) {
    if (words.empty() || word.range.begin >= words.back().range.end) {
      words.push_back(std::move(word));
      continue;
    }
    auto& last = words.back();
    last.range.end = std::max(last.range.end, word.range.end);
    if (last.sense == Sense::word && word.sense == Sense::part) continue;
    if (last.sense == Sense::part && word.sense == Sense::word) {
      last.people = std::move(word.people);
      last.sense = Sense::word;
      continue;
    }
    People all;
    std::set_union(last.people.begin(), last.people.end(), word.people.begin(), word.people.end(), std::back_inserter(all));
    last.people = std::move(all);
  }
  return words;
}

constexpr std::uint16_t within_name = invisible | tag_within | blank | line_end | several | hyphen | dot;

class NameJoiner {
 public:
  NameJoiner(const NameText& text, const PrivatePeople& people) : text_(text), people_(people), language_(people.language()) {}

  std::vector<NamePlace> run(const std::vector<NameWord>& words) {
    std::vector<NamePlace> places;
    for (std::size_t i = 0; i < words.size();) {
      auto range = words[i].range;
      auto people = words[i].people;
      auto sense = words[i].sense;
      std::size_t next = i + 1;
      for (; next < words.size() && sense == words[next].sense && joins(range.end, words[next].range.begin, people); ++next) {
        // "Weis, Anna" but not "Anna Weis, Anna Ott"
        const bool turned = text_.letters[words[next].range.begin].gap & comma;
        const bool goes_on = next + 1 < words.size() && words[next + 1].range.begin == words[next].range.end && !(text_.letters[words[next].range.end].gap & (comma | other_mark | line_end | tag_of_line));
        if (turned && (next != i + 1 || goes_on)) break;
        auto shared = both(people, words[next].people);
        if (shared.empty()) break;
        people = std::move(shared);
        range.end = words[next].range.end;
      }
      const auto floor = places.empty() ? 0 : places.back().range.end;
      const auto named = range;
      if (sense == Sense::word) {
        range = with_front(range, floor, people);
        people = of_initial(range, named, std::move(people));
        range = with_genitive(range);
      }
      places.push_back({range, people, false, sense == Sense::part, doubt(named, people, sense)});
      i = next;
    }
    return places;
  }

 private:
  // From the end of one word of a name to the begin of the next: nothing, initials and particles; a comma where the last name comes first.
  bool joins(std::uint32_t end, std::uint32_t begin, const People& people) const {
    constexpr int most = 3;
    int between = 0;
    for (auto at = end; at < begin;) {
      const auto word = word_around(text_.letters, {at, at + 1});
      const auto printed = text_.text(word);
      const bool fits = word.begin == at && gap_fits(at) && (word.size() == 1 || has_particle(people, printed) || language_.addresses(printed) || language_.addresses(printed + "."));
      if (!fits || ++between > most) return false;
      at = word.end;
    }
    return gap_fits(begin) || (between == 0 && (text_.letters[begin].gap & ~(within_name | comma)) == 0 && (text_.letters[begin].gap & line_end) == 0);
  }

  bool gap_fits(std::uint32_t at) const {
    const auto gap = text_.letters[at].gap;
    // A full stop stands behind an initial only.
    if ((gap & dot) && !(at > 0 && word_around(text_.letters, {at - 1, at}).size() <= 2) && text_.prose) return false;
    return (gap & ~(within_name | (text_.prose ? 0 : low_line))) == 0 && gap != 0;
  }

  bool has_particle(const People& people, std::string_view word) const {
    return std::any_of(people.begin(), people.end(), [&](std::uint32_t number) {
      const auto& particles = people_.at(number).particles;
      return std::find(particles.begin(), particles.end(), word) != particles.end();
    });
  }

  // "Frau Prof. Dr. A. von" in front of "Weis".
  LetterRange with_front(LetterRange range, std::uint32_t floor, const People& people) const {
    while (range.begin > floor) {
      const auto gap = text_.letters[range.begin].gap;
      if ((gap & ~(within_name | apostrophe | several)) || (gap & tag_of_line)) break;
      const auto word = word_around(text_.letters, {range.begin - 1, range.begin});
      if (word.begin < floor) break;
      const auto printed = text_.text(word);
      const bool address = language_.addresses(printed) || ((gap & dot) && language_.addresses(printed + ".")) || language_.has("academic_titles", printed + ".");
      const bool initial = word.size() == 1 && text_.letters[word.begin].upper && (gap & (dot | apostrophe | blank)) && !(gap & hyphen);
      const bool given = (gap & ~(invisible | tag_within)) == blank && language_.has("given_names", printed) && text_.letters[word.begin].upper && !language_.month(printed);
      if (!address && !initial && !given && !(has_particle(people, printed) && !(gap & dot))) break;
      if (initial && (text_.letters[word.begin].gap & (other_mark | tag_of_line | limit)) == 0 && gap == blank && word.begin > 0 && !people_have_initial(people, text_.letters[word.begin].folded)) break;
      range.begin = word.begin;
    }
    return range;
  }

  // "A. Weis" is not Bert Weis.
  People of_initial(LetterRange range, LetterRange named, People people) const {
    char32_t lead = 0;
    for (auto at = range.begin; at < named.begin; ++at)
      if (const auto word = word_around(text_.letters, {at, at + 1}); word.size() == 1 && lead == 0) lead = text_.letters[at].folded;
    if (lead == 0 || people.size() < 2) return people;
    People meant;
    std::copy_if(people.begin(), people.end(), std::back_inserter(meant), [&](std::uint32_t number) { return people_.at(number).lead == lead; });
    return meant.empty() ? people : meant;
  }

  bool people_have_initial(const People& people, char32_t letter) const {
    return std::any_of(people.begin(), people.end(), [&](std::uint32_t number) { return people_.at(number).initials.find(letter) != std::u32string::npos; });
  }

  // "Weis's"
  LetterRange with_genitive(LetterRange range) const {
    const auto& letters = text_.letters;
    const bool ends = letters[range.end].gap == apostrophe && letters[range.end].folded == 's' && parts_words(letters[range.end + 1].gap);
    return ends ? LetterRange{range.begin, range.end + 1} : range;
  }

  std::string doubt(LetterRange named, const People& people, Sense sense) const {
    const auto printed = text_.text(named);
    if (sense == Sense::part) return std::string(a_part_of_a_word);
    if (people.size() > 1) return "several people bear it";
    const auto& person = people_.at(people.front());
    if (text_.prose && is_lower(first_character(printed))) return "in small letters";
    if (!person.sure) return "perhaps no name";
    return {};
  }

  const NameText& text_;
  const PrivatePeople& people_;
  const Language& language_;
};

}  // namespace

std::vector<NamePlace> find_names(const NameText& text, const PrivatePeople& people, const Patterns& patterns, const NameJudge& judge) {
  return NameJoiner(text, people).run(name_words(text, patterns, judge));
}

}  // namespace protokoll::publishing
