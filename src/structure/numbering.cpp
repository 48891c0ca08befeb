#include "structure/numbering.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "structure/agenda_label.hpp"
#include "structure/choice.hpp"
#include "structure/labels.hpp"
#include "structure/outline.hpp"
#include "structure/topic_column.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

class Numbering : Choice {
 public:
  using Choice::Choice;

  // Where most of a run 1, 2, 3 … are items, all of it are; where nothing else is an item, the run is the agenda.
  void complete_count(const std::vector<std::size_t>& members) {
    const bool none = std::none_of(chosen_.begin(), chosen_.end(), [](bool is_item) { return is_item; });
    const auto nth = [&](std::size_t m) { return count(members[m]); };
    for (std::size_t begin = 0, end = 0; begin < members.size(); begin = end) {
      for (end = begin + 1; end < members.size() && nth(begin) > 0 && nth(end) == nth(end - 1) + 1;) ++end;
      const auto items = std::count_if(members.begin() + static_cast<std::ptrdiff_t>(begin), members.begin() + static_cast<std::ptrdiff_t>(end), [&](std::size_t i) { return chosen_[i]; });
      if (nth(begin) != 1 || end - begin < 3 || (!none && static_cast<std::size_t>(items) * 2 < end - begin)) continue;
      for (auto m = begin; m < end; ++m) chosen_[members[m]] = true;
    }
  }

  // "12/34", "12/35", "12/36" …: where most of a run of codes are items, all of it are; where something is told below most, some are enough.
  void complete_codes() {
    std::vector<std::size_t> run;
    const auto number = [&](std::size_t i) { return candidates_[i].label->number; };
    for (std::size_t i = 0; i <= candidates_.size(); ++i) {
      const bool coded = i < candidates_.size() && candidates_[i].label && candidates_[i].label->number.find_first_of("/-") != std::string_view::npos;
      if (i < candidates_.size() && !coded) continue;
      if (coded && !run.empty() && is_next_code(number(run.back()), number(i))) {
        run.push_back(i);
        continue;
      }
      const auto items = std::count_if(run.begin(), run.end(), [&](std::size_t member) { return chosen_[member]; });
      std::size_t told = 0;
      for (std::size_t r = 1; r < run.size(); ++r) told += run[r] > run[r - 1] + 1 || context_.view(candidates_[run[r - 1]].range).find('\n') != std::string_view::npos ? 1 : 0;
      const std::size_t share = told * 2 >= run.size() ? 4 : 2;
      if (run.size() > 2 && static_cast<std::size_t>(items) * share >= run.size())
        for (const auto member : run) chosen_[member] = true;
      run.assign(coded ? 1 : 0, i);
    }
  }

  // Where nothing else is an item, headings of one level that count 1, 2 … are, be it one.
  void take_counted_headings() {
    if (std::any_of(chosen_.begin(), chosen_.end(), [](bool is_item) { return is_item; })) return;
    int next = 1, level = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!is_heading(i) || !candidates_[i].label || count(i) != next || (level > 0 && block(i).level != level) || is_date(i)) continue;
      level = block(i).level;
      ++next;
      chosen_[i] = true;
    }
  }

  // "289 NEWCASTLE ROAD" among the minutes 203 to 207: a number far from all others that count on.
  void drop_strays() {
    constexpr int counted_on = 100, near = 3;
    constexpr std::size_t fewest = 3;
    std::vector<int> counts;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (chosen_[i] && count(i) > 0) counts.push_back(count(i));
    std::sort(counts.begin(), counts.end());
    const auto fits = [&](int number) { return std::upper_bound(counts.begin(), counts.end(), number + near) - std::lower_bound(counts.begin(), counts.end(), number - near) > 1; };
    std::vector<std::size_t> fitting, strays;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (const auto number = chosen_[i] ? count(i) : 0; number >= counted_on) (fits(number) ? fitting : strays).push_back(i);
    if (fitting.size() < std::max(fewest, strays.size() + 1)) return;
    for (const auto i : strays) chosen_[i] = false;
  }

  // "3." between "2." and "4.", "1." in front of "2." and "3.": of the same kind and the only one there.
  void fill_gaps() {
    std::vector<std::size_t> counted;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (chosen_[i] && count(i) > 0) counted.push_back(i);
    for (std::size_t c = 0; c < counted.size(); ++c) {
      const auto at = counted[c];
      const auto number = count(at);
      const bool goes_on = c + 1 < counted.size() && count(counted[c + 1]) == number + 1;
      if (c == 0 ? number == 2 && goes_on : number > count(counted[c - 1]) + 1) fill(c == 0 ? 0 : counted[c - 1] + 1, at, c == 0 ? 1 : count(counted[c - 1]) + 1);
    }
  }

  // "Primero.- Aprobar …", "Segundo.- Nombrar …": sentences numbered in words with nothing told below are what was resolved.
  void drop_resolved_points() {
    drop_points_under_label();
    for (std::size_t begin = 0, end = 0; begin < candidates_.size(); begin = end) {
      end = begin + 1;
      if (!is_resolved_point(begin)) continue;
      while (end < candidates_.size() && is_resolved_point(end) && count(end) == count(end - 1) + 1) ++end;
      if (end - begin < 2 || count(begin) != 1) continue;
      for (auto i = begin; i < end; ++i) chosen_[i] = false;
    }
  }

  // "2. Wahl ist der 5. Oktober." in front of the bold "2. Wegezeichen": a sentence that begins with a number.
  void drop_numbered_sentences() {
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!chosen_[i]) continue;
      const bool stands_out = is_heading(i) || is_all(candidates_[i], bold, context_);
      const bool sentence = before && !is_heading(*before) && !is_all(candidates_[*before], bold, context_) && signs_[*before].has(Sign::ends_stop);
      if (stands_out && sentence && count(i) > 0 && count(i) == count(*before)) chosen_[*before] = false;
      before = i;
    }
  }

  // "1.5. Summer fair" below item 3: a day, for what is counted there begins with 3, and nothing counts on from it.
  void drop_days() {
    constexpr int days = 31, months = 12;
    std::vector<std::pair<int, int>> pairs;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (const auto pair = chosen_[i] ? dotted(i) : std::nullopt) pairs.push_back(*pair);
    const auto counts_on = [&](std::pair<int, int> pair) {
      return std::ranges::any_of(pairs, [&](const auto& other) { return other.first == pair.first && std::abs(other.second - pair.second) == 1; });
    };
    int above = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!chosen_[i]) continue;
      if (count(i) > 0) above = count(i);
      const auto pair = dotted(i);
      if (!pair || above == 0 || is_heading(i) || candidates_[i].label->end != '.' || pair->first == above || pair->first == above + 1 || pair->first > days || pair->second > months) continue;
      if (!counts_on(*pair)) chosen_[i] = false;
    }
  }

  // "b)" and "c)" are items: so is the "a)" in front of them, unless they are sentences.
  void complete_letters() {
    for (auto i = candidates_.size(); i-- > 1;) {
      if (!chosen_[i] || letter(i) < 'b') continue;
      constexpr std::size_t reach = 40;
      for (auto before = i; before > 0 && i - before < reach; --before) {
        if (letter(before - 1) + 1 != letter(i) || candidates_[before - 1].label->end != candidates_[i].label->end) continue;
        const bool sentence = signs_[i].has(Sign::ends_stop) && candidates_[i].form == TitleForm::whole;
        if (sentence) chosen_[i] = chosen_[before - 1];
        else chosen_[before - 1] = true;
        break;
      }
    }
  }

 private:
  // Of a label that is one letter without a word; 0 of others.
  [[nodiscard]] char letter(std::size_t i) const {
    const auto& label = candidates_[i].label;
    if (!label || label->form != LabelForm::letter || !label->word.empty() || label->number.size() != 1) return 0;
    const char c = label->number.front();
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }

  // "2.1"
  [[nodiscard]] std::optional<std::pair<int, int>> dotted(std::size_t i) const {
    if (!candidates_[i].label) return std::nullopt;
    const auto number = candidates_[i].label->number;
    const auto dot = number.find('.');
    if (dot == std::string_view::npos || number.find_first_not_of("0123456789", dot + 1) != std::string_view::npos) return std::nullopt;
    const auto first = number_value(number.substr(0, dot)), second = number_value(number.substr(dot + 1));
    return first > 0 && second > 0 ? std::optional(std::pair(first, second)) : std::nullopt;
  }

  // "ACUERDOS" and below it "PRIMERO.- …", whatever is told between them.
  void drop_points_under_label() {
    for (std::size_t begin = 1; begin < candidates_.size(); ++begin) {
      if (!is_bare_count(begin, 1) || !(signs_[begin - 1].has(Sign::label_decision) || announces_decisions(begin - 1))) continue;
      int expected = 1;
      for (auto i = begin; i < candidates_.size(); ++i) {
        if (is_heading(i) || (i > begin && is_bare_count(i, 1))) break;
        if (!is_bare_count(i, expected)) continue;
        chosen_[i] = false;
        ++expected;
      }
    }
  }

  [[nodiscard]] bool is_bare_count(std::size_t i, int number) const { return count(i) == number && (!candidates_[i].label || candidates_[i].label->word.empty()); }

  // "It is resolved:", "Se acuerda:", but not what announces the agenda that was adopted.
  [[nodiscard]] bool announces_decisions(std::size_t i) const {
    constexpr std::size_t longest = 120;
    const auto text = context_.view(candidates_[i].range);
    if (text.size() > longest || !text.ends_with(':') || is_heading(i)) return false;
    const auto classes = context_.reading.classes(text);
    return classes.any({WordClass::adopt, WordClass::resolve}) && !classes.any({WordClass::agenda_noun, WordClass::minutes_noun, WordClass::suggest, WordClass::negation, WordClass::modal});
  }

  [[nodiscard]] bool is_resolved_point(std::size_t i) const {
    const auto& label = candidates_[i].label;
    return label && label->count > 0 && label->word.empty() && signs_[i].has(Sign::ends_stop) && candidates_[i].form == TitleForm::whole && !is_all_capitals(candidates_[i].title) && !is_all(candidates_[i], bold, context_);
  }

  // Chooses all numbers from `first` up to that of `end`, each once and in order, printed as it is; nothing if one is missing.
  void fill(std::size_t begin, std::size_t end, int first) {
    std::vector<std::size_t> found;
    for (auto i = begin; i < end; ++i) {
      const auto number = count(i);
      if (number < first || number >= count(end) || signs_[i].has(Sign::again_below) || !alike(candidates_[i], candidates_[end]) || is_heading(i) != is_heading(end)) continue;
      if (number != first + static_cast<int>(found.size())) return;
      found.push_back(i);
    }
    if (static_cast<int>(found.size()) == count(end) - first)
      for (const auto i : found) chosen_[i] = true;
  }

  [[nodiscard]] bool alike(const Candidate& a, const Candidate& b) const {
    const auto depth = [&](const Candidate& candidate) { return context_.document.depth(context_.document.blocks[candidate.block].container, ContainerKind::list); };
    if (depth(a) > 1 || a.label.has_value() != b.label.has_value() || a.marks != b.marks || depth(a) != depth(b)) return false;
    return !a.label || (a.label->end == b.label->end && trim(a.label->word) == trim(b.label->word));
  }
};

}  // namespace

void count_on(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const std::vector<std::size_t>& family, const Context& context, std::vector<bool>& chosen) {
  Numbering numbering(candidates, signs, context, chosen);
  numbering.complete_count(family);
  numbering.complete_codes();
  complete_topics(candidates, signs, context, chosen);
  numbering.take_counted_headings();
  numbering.drop_strays();
  numbering.drop_days();
  numbering.complete_letters();
  numbering.fill_gaps();
  numbering.drop_resolved_points();
  numbering.drop_numbered_sentences();
}

}  // namespace protokoll
