#include "structure/consistency.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "structure/choice.hpp"
#include "structure/labels.hpp"
#include "structure/numbering.hpp"
#include "structure/outline.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

class Consistency : Choice {
 public:
  using Choice::Choice;

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

 private:
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
};

}  // namespace

void make_consistent(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const std::vector<std::size_t>& family, const Context& context, std::vector<bool>& chosen) {
  Consistency consistency(candidates, signs, context, chosen);
  consistency.drop_head();
  consistency.drop_groups();
  consistency.drop_sentences(family);
  consistency.drop_closing_parts(family);
  count_on(candidates, signs, family, context, chosen);
  consistency.drop_repeated_parts();
  consistency.drop_lone_label();
}

}  // namespace protokoll
