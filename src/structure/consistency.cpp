#include "structure/consistency.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "structure/agenda_label.hpp"
#include "structure/labels.hpp"
#include "structure/outline.hpp"
#include "structure/topic_column.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// "3" of a plain count, as printed or as a list renders it; 0 for other labels.
int count_of(const Candidate& candidate) {
  if (candidate.label && candidate.label->count > 0) return candidate.label->count;
  return number_value(candidate.label ? candidate.label->number : std::string_view(candidate.rendered_number));
}

class Consistency {
 public:
  Consistency(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const Context& context, std::vector<bool>& chosen)
      : candidates_(candidates), signs_(signs), context_(context), chosen_(chosen) {}

  void drop_head() {
    bool in_front = true;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!chosen_[i]) continue;
      const bool of_head = in_front && is_heading(i) && !is_numbered(i) && names_only(candidates_[i].title, {"date", "location", "start", "end"}, {"date", "location"});
      if (of_head || tells_of_meeting(i) || opens_part(i) || is_date(i) || is_of_contents(i) || heads_columns(i) || names_officer(i) || addresses_person(i) || is_spaced_label(i)) chosen_[i] = false;
      in_front = in_front && !chosen_[i];
    }
    for (std::size_t begin = 0; begin < candidates_.size();) begin = drop_values(begin);
  }

  void drop_groups() {
    std::unordered_map<std::string, std::size_t> last;  // items by their titles
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (chosen_[i]) last[title_key(candidates_[i])] = i;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (chosen_[i] && is_agenda_group(i, last)) chosen_[i] = false;
    drop_groups_of_people();
  }

  // A bullet that is a sentence is told below an item, where blocks of another kind are the items.
  void drop_sentences(const std::vector<std::size_t>& members) {
    std::vector<bool> in_family(candidates_.size(), false);
    for (const auto i : members) in_family[i] = true;
    constexpr std::ptrdiff_t some = 3;
    if (std::count_if(members.begin(), members.end(), [&](std::size_t i) { return chosen_[i]; }) < some) return;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const bool bullet = signs_[i].has(Sign::starts_item) && signs_[i].has(Sign::bulleted) && !is_numbered(i);
      const auto form = candidates_[i].form;
      if (bullet && !in_family[i] && signs_[i].has(Sign::ends_stop) && (form == TitleForm::whole || form == TitleForm::sentence)) chosen_[i] = false;
    }
  }

  // "Primero.- Aprobar …", "Segundo.- Nombrar …": sentences numbered in words with nothing told below are what was resolved.
  void drop_resolved_points() {
    drop_points_under_label();
    for (std::size_t begin = 0, end = 0; begin < candidates_.size(); begin = end) {
      end = begin + 1;
      if (!is_resolved_point(begin)) continue;
      while (end < candidates_.size() && is_resolved_point(end) && count_of(candidates_[end]) == count_of(candidates_[end - 1]) + 1) ++end;
      if (end - begin < 2 || count_of(candidates_[begin]) != 1) continue;
      for (auto i = begin; i < end; ++i) chosen_[i] = false;
    }
  }

  // "ACUERDOS" and below it "PRIMERO.- …", whatever is told between them.
  [[nodiscard]] bool is_bare_count(std::size_t i, int count) const { return count_of(candidates_[i]) == count && (!candidates_[i].label || candidates_[i].label->word.empty()); }

  // "It is resolved:", "Se acuerda:", but not what announces the agenda that was adopted.
  [[nodiscard]] bool announces_decisions(std::size_t i) const {
    constexpr std::size_t longest = 120;
    const auto text = context_.view(candidates_[i].range);
    if (text.size() > longest || !text.ends_with(':') || is_heading(i)) return false;
    const auto classes = context_.reading.classes(text);
    return classes.any({WordClass::adopt, WordClass::resolve}) && !classes.any({WordClass::agenda_noun, WordClass::minutes_noun, WordClass::suggest, WordClass::negation, WordClass::modal});
  }

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

  // Where most of a run 1, 2, 3 … are items, all of it are; where nothing else is an item, the run is the agenda.
  void complete_count(const std::vector<std::size_t>& members) {
    const bool none = std::none_of(chosen_.begin(), chosen_.end(), [](bool is_item) { return is_item; });
    const auto count = [&](std::size_t m) { return count_of(candidates_[members[m]]); };
    for (std::size_t begin = 0, end = 0; begin < members.size(); begin = end) {
      for (end = begin + 1; end < members.size() && count(begin) > 0 && count(end) == count(end - 1) + 1;) ++end;
      const auto items = std::count_if(members.begin() + static_cast<std::ptrdiff_t>(begin), members.begin() + static_cast<std::ptrdiff_t>(end), [&](std::size_t i) { return chosen_[i]; });
      if (count(begin) != 1 || end - begin < 3 || (!none && static_cast<std::size_t>(items) * 2 < end - begin)) continue;
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

  // "2. Wahl ist der 5. Oktober." in front of the bold "2. Wegezeichen": a sentence that begins with a number.
  void drop_numbered_sentences() {
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!chosen_[i]) continue;
      const bool stands_out = is_heading(i) || is_all(candidates_[i], bold, context_);
      const bool sentence = before && !is_heading(*before) && !is_all(candidates_[*before], bold, context_) && signs_[*before].has(Sign::ends_stop);
      if (stands_out && sentence && count_of(candidates_[i]) > 0 && count_of(candidates_[i]) == count_of(candidates_[*before])) chosen_[*before] = false;
      before = i;
    }
  }

  // Where nothing else is an item, headings of one level that count 1, 2 … are, be it one.
  void take_counted_headings() {
    if (std::any_of(chosen_.begin(), chosen_.end(), [](bool is_item) { return is_item; })) return;
    int next = 1, level = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!is_heading(i) || !candidates_[i].label || count_of(candidates_[i]) != next || (level > 0 && block(i).level != level) || is_date(i)) continue;
      level = block(i).level;
      ++next;
      chosen_[i] = true;
    }
  }

  // Behind the items, a heading above their level that names a part of the minutes: "Action items", "People present".
  void drop_closing_parts(const std::vector<std::size_t>& members) {
    if (members.empty() || !is_heading(members.back())) return;
    for (auto i = members.back() + 1; i < candidates_.size(); ++i)
      if (chosen_[i] && is_heading(i) && !is_numbered(i) && block(i).level < block(members.back()).level && names_part(context_.view(candidates_[i].range), context_)) chosen_[i] = false;
  }

  // "Votes" below one heading and below the next: a part of each item, which no item has twice.
  void drop_repeated_parts() {
    std::unordered_map<std::string, std::vector<std::size_t>> parts;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (is_heading(i) && !is_numbered(i) && names_part_of_item(candidates_[i].title)) parts[title_key(candidates_[i])].push_back(i);
    for (const auto& [title, headings] : parts)
      if (headings.size() > 1)
        for (const auto i : headings) chosen_[i] = false;
  }

  [[nodiscard]] bool names_part_of_item(std::string_view title) const {
    const auto& keys = context_.language.label(trim(title, U":*_. "));
    return std::any_of(keys.begin(), keys.end(), [](std::string_view key) { return key == "vote" || key == "decision" || key == "decisions" || key == "discussion" || key == "agreement" || key == "agreements"; });
  }

  // "Exponen:" alone: a line that announces what follows is no agenda; nor is one that nearly all of the text stands in front of.
  void drop_lone_label() {
    constexpr std::size_t parts = 5;
    if (std::count(chosen_.begin(), chosen_.end(), true) != 1) return;
    const auto i = static_cast<std::size_t>(std::find(chosen_.begin(), chosen_.end(), true) - chosen_.begin());
    const bool at_the_end = candidates_[i].range.begin > candidates_.back().range.end / parts * (parts - 1);
    if (!is_numbered(i) && !is_heading(i) && (at_the_end || context_.view(candidates_[i].range).ends_with(':'))) chosen_[i] = false;
  }

  // "289 NEWCASTLE ROAD" among the minutes 203 to 207: a number far from all others that count on.
  void drop_strays() {
    constexpr int counted_on = 100, near = 3;
    constexpr std::size_t fewest = 3;
    std::vector<int> counts;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (chosen_[i] && count_of(candidates_[i]) > 0) counts.push_back(count_of(candidates_[i]));
    std::sort(counts.begin(), counts.end());
    const auto fits = [&](int count) { return std::upper_bound(counts.begin(), counts.end(), count + near) - std::lower_bound(counts.begin(), counts.end(), count - near) > 1; };
    std::vector<std::size_t> fitting, strays;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (const auto count = chosen_[i] ? count_of(candidates_[i]) : 0; count >= counted_on) (fits(count) ? fitting : strays).push_back(i);
    if (fitting.size() < std::max(fewest, strays.size() + 1)) return;
    for (const auto i : strays) chosen_[i] = false;
  }

  // "3." between "2." and "4.", "1." in front of "2." and "3.": of the same kind and the only one there.
  void fill_gaps() {
    std::vector<std::size_t> counted;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (chosen_[i] && count_of(candidates_[i]) > 0) counted.push_back(i);
    for (std::size_t c = 0; c < counted.size(); ++c) {
      const auto at = counted[c];
      const auto count = count_of(candidates_[at]);
      const bool goes_on = c + 1 < counted.size() && count_of(candidates_[counted[c + 1]]) == count + 1;
      if (c == 0 ? count == 2 && goes_on : count > count_of(candidates_[counted[c - 1]]) + 1) fill(c == 0 ? 0 : counted[c - 1] + 1, at, c == 0 ? 1 : count_of(candidates_[counted[c - 1]]) + 1);
    }
  }

 private:
  [[nodiscard]] const TextBlock& block(std::size_t i) const { return context_.document.blocks[candidates_[i].block]; }
  [[nodiscard]] bool is_heading(std::size_t i) const { return block(i).kind == BlockKind::heading; }
  [[nodiscard]] bool is_numbered(std::size_t i) const { return signs_[i].has(Sign::numbered) || signs_[i].has(Sign::number_rendered) || signs_[i].has(Sign::number_beside); }

  [[nodiscard]] bool is_label(std::string_view label, std::initializer_list<std::string_view> keys) const {
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return context_.language.is_label(label, key); });
  }

  // "Present", "Venue: Old Town Hall": what the head of minutes tells, without a number.
  [[nodiscard]] bool tells_of_meeting(std::size_t i) const {
    if (is_numbered(i)) return false;
    const auto [label, value] = labelled(i);
    if (is_heading(i) && (is_label(label, {"signatures"}) || names_only(candidates_[i].title, {"agenda", "minutes", "discussion"}, {"agenda"}))) return true;
    return is_label(label, {"present", "excused", "absent", "guests"}) || (!value.empty() && is_label(label, {"date", "start", "end", "location", "chair", "secretary"}));
  }

  // "Roads . . . . . . . . 7": of a list of contents.
  [[nodiscard]] bool is_of_contents(std::size_t i) const {
    const auto text = context_.view(candidates_[i].range);
    return text.find(". . . .") != std::string_view::npos || text.find("......") != std::string_view::npos;
  }

  // "Place and time", "Agenda / notes": words with marks or joiners between them, each of which is a label of `keys`, one of them of `telling`.
  [[nodiscard]] bool names_only(std::string_view title, std::initializer_list<std::string_view> keys, std::initializer_list<std::string_view> telling) const {
    bool told = false;
    while (!title.empty()) {
      const auto tokens = context_.reading.tokens(title);
      const auto joiner = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return token.kind == TokenKind::mark || context_.language.has("name_joiners", context_.reading.text(token)); });
      const auto mark = joiner == tokens.end() ? std::string_view{} : context_.reading.text(*joiner);
      const auto part = trim(mark.empty() ? title : before(title, mark));
      if (!part.empty() && !is_label(part, keys)) return false;
      told = told || is_label(part, telling);
      title = mark.empty() ? std::string_view{} : after(title, mark);
    }
    return told;
  }

  // "N. | Subject" over the items.
  [[nodiscard]] bool heads_columns(std::size_t i) const {
    const auto& containers = context_.document.containers;
    const auto cell = context_.document.enclosing(block(i).container, ContainerKind::cell);
    if (cell < 0 || !containers[static_cast<std::size_t>(cell)].header) return false;
    const auto row = context_.document.enclosing(cell, ContainerKind::row);
    return row >= 0 && containers[static_cast<std::size_t>(row)].index == 0 && (!candidates_[i].label || candidates_[i].label->number.find_first_of("0123456789") == std::string_view::npos);
  }

  // "A C U E R D O S:" announces what follows as "ACUERDOS:" does.
  [[nodiscard]] bool is_spaced_label(std::size_t i) const {
    constexpr std::size_t fewest = 4;
    std::string closed;
    std::size_t letters = 0;
    if (is_numbered(i)) return false;
    for (const auto letter : words(trim(context_.view(candidates_[i].range), U":. "))) {
      if (!is_upper(first_character(letter)) || letter.size() > (static_cast<unsigned char>(letter.front()) < 0x80 ? 1U : 2U)) return false;
      closed += letter;
      ++letters;
    }
    return letters >= fewest && is_label(closed, {"decisions", "decision", "agenda", "minutes", "discussion", "present"});
  }

  // "D. LUIS VEGA SOTO.": of a list of people, though it may be set like a title.
  [[nodiscard]] bool addresses_person(std::size_t i) const {
    if (is_numbered(i) || is_heading(i)) return false;
    const auto tokens = context_.reading.tokens(context_.view(candidates_[i].range));
    const auto word = [&](std::size_t at) { return context_.reading.text(tokens[at]); };
    constexpr std::size_t fewest = 3, most = 10;
    if (tokens.size() < fewest || tokens.size() > most || !context_.language.addresses(word(0))) return false;
    return std::all_of(tokens.begin() + 1, tokens.end(), [&](const Token& token) {
      return token.mark == '.' || (token.kind == TokenKind::word && (token.classes.empty() || context_.language.has("given_names", context_.reading.text(token))) && (token.capital || context_.language.has("name_particles", context_.reading.text(token))));
    });
  }

  // "2 November 2001", which looks like a numbered title.
  [[nodiscard]] bool is_date(std::size_t i) const {
    const auto text = trim(context_.view(candidates_[i].range), U".,:;-()");
    const auto dates = find_dates(text, context_.language);
    return !dates.empty() && is_only_date(text, dates.front().text);
  }

  // "B. Nichtöffentlicher Teil", "Huis clos": says of what follows whether it is public, and is no item.
  [[nodiscard]] bool opens_part(std::size_t i) const {
    const auto& signs = signs_[i];
    if (!signs.has(Sign::open_part) && !signs.has(Sign::closed_part)) return false;
    if (is_numbered(i) && !signs.has(Sign::number_letter)) return false;
    const auto& candidate = candidates_[i];
    const auto tokens = context_.reading.tokens(candidate.title.empty() ? context_.view(candidate.range) : candidate.title);
    return std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.kind == TokenKind::mark || token.inner || token.is_any({WordClass::public_part, WordClass::closed_part}); });
  }

  [[nodiscard]] std::pair<std::string_view, std::string_view> labelled(std::size_t i) const {
    const auto text = context_.view(candidates_[i].range);
    const auto colon = text.find(':');
    const auto value = colon == std::string_view::npos ? std::string_view{} : trim(text.substr(colon + 1), U"*_ ");
    return {trim(text.substr(0, colon), U"*_. "), value};
  }

  // "### Moderator: A", "### Notes: B" right below each other: where one of them tells of the meeting, all of them do. Gives what follows.
  std::size_t drop_values(std::size_t begin) {
    auto end = begin;
    std::size_t known = 0;
    for (; end < candidates_.size() && is_heading(end) && !is_numbered(end); ++end) {
      const auto [label, value] = labelled(end);
      if (value.empty()) break;
      known += is_label(label, {"date", "start", "end", "location", "chair", "secretary", "present", "excused", "absent", "guests", "next"});
    }
    constexpr std::size_t fewest = 2;
    if (known > 0 && end - begin > fewest)
      for (auto i = begin; i < end; ++i) chosen_[i] = false;
    return std::max(end, begin + 1);
  }

  // A heading over nothing but a list whose entries are items further down: the agenda is printed in groups.
  [[nodiscard]] bool is_agenda_group(std::size_t i, const std::unordered_map<std::string, std::size_t>& last) const {
    if (!is_heading(i)) return false;
    std::size_t entries = 0, again = 0;
    for (auto next = i + 1; next < candidates_.size() && !is_heading(next); ++next, ++entries) {
      if (chosen_[next] && entries > 0) break;
      if (!signs_[next].has(Sign::starts_item) || chosen_[next]) return false;
      const auto item = last.find(title_key(candidates_[next]));
      again += item != last.end() && item->second > next;
    }
    return entries > 0 && again * 3 >= entries * 2;
  }

  // "1. stellv. Bürgermeister Jan Ruge": which of several holds the office.
  [[nodiscard]] bool names_officer(std::size_t i) const {
    constexpr std::size_t fewest = 2;
    if (!is_numbered(i) || is_heading(i)) return false;
    const auto tokens = context_.reading.tokens(candidates_[i].title);
    std::size_t at = 0, names = 0;
    while (at < tokens.size() && (tokens[at].inner || tokens[at].is_any(offices) || (at > 0 && tokens[at].mark == '.'))) ++at;
    if (at == 0) return false;
    for (; at < tokens.size() && (tokens[at].mark == '-' || tokens[at].mark == '.' || (tokens[at].kind == TokenKind::word && tokens[at].capital && tokens[at].classes.empty())); ++at) names += tokens[at].kind == TokenKind::word;
    return names >= fewest && (at == tokens.size() || tokens[at].mark == '(');
  }

  // "### Committee" below "## Attendance", over nothing but short lines: a group of people.
  void drop_groups_of_people() {
    std::optional<std::size_t> attendance;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!is_heading(i)) continue;
      if (attendance && block(i).level <= block(*attendance).level) attendance.reset();
      if (attendance && chosen_[i] && !is_numbered(i) && holds_short_lines(i)) chosen_[i] = false;
      else if (attendance && chosen_[i]) attendance.reset();
      if (!attendance && !is_numbered(i) && is_label(labelled(i).first, {"present"})) attendance = i;
    }
  }

  [[nodiscard]] bool holds_short_lines(std::size_t heading) const {
    std::size_t i = heading + 1;
    for (; i < candidates_.size() && !is_heading(i); ++i)
      if (!signs_[i].has(Sign::under_80) || signs_[i].has(Sign::ends_stop) || chosen_[i]) return false;
    return i > heading + 1;
  }

  // The one candidate in [begin, end) that counts right in front of the item at `end`, printed as it is.
  // All numbers from `first` up to that of `end`, each once and in order; nothing if one is missing.
  void fill(std::size_t begin, std::size_t end, int first) {
    std::vector<std::size_t> found;
    for (auto i = begin; i < end; ++i) {
      const auto count = count_of(candidates_[i]);
      if (count < first || count >= count_of(candidates_[end]) || signs_[i].has(Sign::again_below) || !alike(candidates_[i], candidates_[end]) || is_heading(i) != is_heading(end)) continue;
      if (count != first + static_cast<int>(found.size())) return;
      found.push_back(i);
    }
    if (static_cast<int>(found.size()) == count_of(candidates_[end]) - first)
      for (const auto i : found) chosen_[i] = true;
  }

  [[nodiscard]] bool is_resolved_point(std::size_t i) const {
    const auto& label = candidates_[i].label;
    return label && label->count > 0 && label->word.empty() && signs_[i].has(Sign::ends_stop) && candidates_[i].form == TitleForm::whole && !is_all_capitals(candidates_[i].title) && !is_all(candidates_[i], bold, context_);
  }

  [[nodiscard]] bool alike(const Candidate& a, const Candidate& b) const {
    const auto depth = [&](const Candidate& candidate) { return context_.document.depth(context_.document.blocks[candidate.block].container, ContainerKind::list); };
    if (depth(a) > 1 || a.label.has_value() != b.label.has_value() || a.marks != b.marks || depth(a) != depth(b)) return false;
    return !a.label || (a.label->end == b.label->end && trim(a.label->word) == trim(b.label->word));
  }

  const std::vector<Candidate>& candidates_;
  const std::vector<Signs>& signs_;
  const Context& context_;
  std::vector<bool>& chosen_;
};

}  // namespace

void make_consistent(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const std::vector<std::size_t>& family, const Context& context, std::vector<bool>& chosen) {
  Consistency consistency(candidates, signs, context, chosen);
  consistency.drop_head();
  consistency.drop_groups();
  consistency.drop_sentences(family);
  consistency.drop_closing_parts(family);
  consistency.complete_count(family);
  consistency.complete_codes();
  complete_topics(candidates, signs, context, chosen);
  consistency.take_counted_headings();
  consistency.drop_strays();
  consistency.fill_gaps();
  consistency.drop_resolved_points();
  consistency.drop_numbered_sentences();
  consistency.drop_repeated_parts();
  consistency.drop_lone_label();
}

}  // namespace protokoll
