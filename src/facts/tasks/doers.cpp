#include "facts/tasks/doers.hpp"

#include <algorithm>

#include "facts/names/names.hpp"
#include "languages/word_map.hpp"
#include "words/text.hpp"

namespace protokoll {

std::string_view to_string(DoerKind kind) {
  constexpr std::string_view names[] = {"person", "office", "body", "everybody", "pronoun", "unknown"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view to_string(DoerPlace place) {
  constexpr std::string_view names[] = {"front", "colon", "arrow", "bracket", "end", "alone", "inside"};
  return names[static_cast<std::size_t>(place)];
}

namespace {

class DoerFinder {
 public:
  DoerFinder(Tokens tokens, std::size_t start, const Context& context)
      : tokens_(tokens), start_(start), context_(context), known_(known_people(context)) {}

  std::vector<DoerGroup> find() {
    std::vector<DoerGroup> groups;
    for (std::size_t at = start_; at < tokens_.size();) {
      DoerGroup group{.first = at, .last = at};
      while (const auto end = one(group.last, group)) {
        group.last = with_initial(end, group);
        joined_ = joined(group.last);
        if (joined_ == group.last) break;
        // "Mia, who": a comma joins only what is somebody as well.
        DoerGroup more;
        if (!one(joined_, more)) break;
        group.last = joined_;
      }
      if (group.doers.empty()) {
        ++at;
        continue;
      }
      group.place = place(group);
      at = group.last;
      groups.push_back(std::move(group));
    }
    return groups;
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t at) const { return context_.reading.text(tokens_[at]); }
  [[nodiscard]] bool word(std::size_t at) const { return at < tokens_.size() && tokens_[at].kind == TokenKind::word; }
  [[nodiscard]] bool is_number(std::size_t at) const { return at < tokens_.size() && tokens_[at].kind == TokenKind::number; }
  [[nodiscard]] std::size_t whole(std::size_t at) const {
    ++at;
    while (at < tokens_.size() && tokens_[at].inner) ++at;
    return at;
  }
  [[nodiscard]] std::string_view between(std::size_t first, std::size_t last) const { return join(text(first), text(last - 1)); }

  // The token behind what joins two, or `at` if nothing does.
  [[nodiscard]] std::size_t joined(std::size_t at) const {
    if (at >= tokens_.size()) return at;
    if (tokens_[at].mark == ',' && at + 1 < tokens_.size() && word(at + 1) && context_.language.has("name_joiners", text(at + 1))) return at + 2;
    if (tokens_[at].mark == ',' || tokens_[at].mark == '/' || tokens_[at].mark == '&' || tokens_[at].mark == '+') return at + 1;
    return word(at) && context_.language.has("name_joiners", text(at)) ? at + 1 : at;
  }

  // Adds the one that begins at `at`; returns the token behind, 0 if nobody does.
  std::size_t one(std::size_t at, DoerGroup& group) const {
    if (at >= tokens_.size()) return 0;
    if (tokens_[at].mark == '@' && word(at + 1)) return add(group, DoerKind::person, at + 1, at + 2);
    if (!word(at)) return 0;
    auto first = at;
    if (context_.language.has("articles", text(at)) || tokens_[at].is(WordClass::we)) {
      if (at + 1 < tokens_.size() && word(at + 1) && (tokens_[at + 1].is_any(offices) || tokens_[at + 1].is(WordClass::body))) first = at + 1;
    }
    if (is_address(first) && (tokens_[first].capital || (first + 1 < tokens_.size() && tokens_[first + 1].mark == '.')))
      if (const auto end = addressed(first, group)) return end;
    if (const auto end = titled(first, group)) return end;
    if (tokens_[first].is_any(offices)) return office(first, group);
    if (const auto end = name(first, group)) return end;
    if (tokens_[first].is(WordClass::body)) return add(group, DoerKind::body, first, whole(first));
    if (tokens_[first].is(WordClass::members)) return add(group, DoerKind::everybody, first, whole(first));
    if (tokens_[first].is(WordClass::pronoun)) return add(group, DoerKind::pronoun, first, whole(first));
    return 0;
  }

  // "Doug R.", "Ian S": a name may go on with the letter of the last one.
  std::size_t with_initial(std::size_t end, DoerGroup& group) const {
    auto& doer = group.doers.back();
    if (doer.kind != DoerKind::person || !context_.language.attachment(doer.name).empty()) return end;
    const auto is_letter = [&](std::size_t at) { return word(at) && tokens_[at].capital && tokens_[at].range.size() == 1 && tokens_[at].classes.empty(); };
    if (is_letter(end) && is_name_word(last_word(doer.name)) && !context_.language.has("articles", text(end))) doer.name = join(doer.name, text(end++));
    const bool stopped = end > 1 && is_letter(end - 1) && end + 1 < tokens_.size() && tokens_[end].mark == '.';
    if (stopped && !tokens_[end + 1].capital) doer.name = join(doer.name, text(end++));
    return end;
  }

  std::size_t add(DoerGroup& group, DoerKind kind, std::size_t first, std::size_t last, std::string_view honorific = {}) const {
    group.doers.push_back({kind, between(first, last), honorific});
    return last;
  }

  [[nodiscard]] bool name_word(std::size_t at) const { return word(at) && tokens_[at].capital && !tokens_[at].inner && is_name_word(text(at)); }

  // "Frau", "Dr."
  [[nodiscard]] bool is_address(std::size_t at) const {
    if (!word(at)) return false;
    if (at + 1 < tokens_.size() && tokens_[at + 1].mark == '.' && context_.language.addresses(between(at, at + 2))) return true;
    return context_.language.addresses(text(at)) && !(at + 1 == tokens_.size() && at > start_);
  }

  // "van", "v."
  [[nodiscard]] bool is_particle(std::size_t at) const {
    return context_.language.has("name_particles", text(at)) || (tokens_[at].range.size() == 1 && at + 1 < tokens_.size() && tokens_[at + 1].mark == '.');
  }

  // "Diego y Lea", not "Ortega y Gasset"
  [[nodiscard]] bool joins_names(std::size_t at) const {
    return context_.language.has("name_joiners", text(at)) && word(at + 1) && (context_.language.has("given_names", text(at + 1)) || known_.has(text(at + 1)));
  }

  // "Vlasbloem, Kees" in the head, "Kees Vlasbloem" here: each of the words is known.
  [[nodiscard]] bool all_known(std::size_t first, std::size_t end) const {
    for (; first < end; ++first)
      if (tokens_[first].kind != TokenKind::word || !known_.has(text(first))) return false;
    return true;
  }

  // Name words, with particles between them.
  [[nodiscard]] std::size_t run(std::size_t first, std::size_t most) const {
    auto end = first;
    for (std::size_t count = 0; count < most && end < tokens_.size(); ++count) {
      auto next = end;
      while (end > first && word(next) && next < end + 4 && !tokens_[next].capital && is_particle(next) && !joins_names(next)) next += next + 1 < tokens_.size() && tokens_[next + 1].mark == '.' ? 2 : 1;
      if (!name_word(next) || (is_address(next) && !is_all_capitals(text(next)))) break;
      if (end > first && (tokens_[next].is_any(offices) || tokens_[next].is_any({WordClass::act, WordClass::body}))) break;
      end = next + 1;
      // "J. Smith": the stop of an initial.
      if (end < tokens_.size() && tokens_[end].mark == '.' && tokens_[next].range.size() == 1 && name_word(end + 1)) ++end;
    }
    return end;
  }

  // "von Hohenegg" behind a title: where the name words begin.
  [[nodiscard]] std::size_t behind_particles(std::size_t at) const {
    constexpr std::size_t most = 4;
    auto end = at;
    while (word(end) && end < at + most && !tokens_[end].capital && is_particle(end)) end += end + 1 < tokens_.size() && (tokens_[end + 1].mark == '.' || tokens_[end + 1].mark == '\'') ? 2 : 1;
    return end < tokens_.size() && name_word(end) ? end : at;
  }

  std::size_t addressed(std::size_t at, DoerGroup& group) const {
    constexpr std::size_t most = 12;
    auto first = at;
    while (first < tokens_.size() && first - at < most && (is_address(first) || (first > at && tokens_[first].mark == '.'))) ++first;
    const auto begin = behind_particles(first), end = std::max(first, run(begin, 3));
    const bool stopped = at + 1 < first && tokens_[at + 1].mark == '.';
    return end == begin ? 0 : add(group, DoerKind::person, first, end, stopped ? between(at, at + 2) : text(at));
  }

  // "Sr. Benedikta", "DI Weis": a short word with a stop or in capitals in front of a name is a title, whatever it means.
  std::size_t titled(std::size_t at, DoerGroup& group) const {
    constexpr std::size_t longest = 5;
    if (!name_word(at) || tokens_[at].range.size() > longest || tokens_[at].range.size() < 2 || known_.has(text(at))) return 0;
    auto first = at + 1;
    if (first < tokens_.size() && tokens_[first].mark == '.') ++first;
    else if (!is_all_capitals(text(at))) return 0;
    const auto begin = behind_particles(first), end = run(begin, 3);
    if (end <= begin || !tokens_[begin].classes.empty() || is_all_capitals(text(begin))) return 0;
    return add(group, DoerKind::person, first, end);
  }

  // "Kassier Müller" is a person, "the Clerk" an office.
  std::size_t office(std::size_t first, DoerGroup& group) const {
    const auto end = whole(first);
    if (is_address(end))
      if (const auto name_end = addressed(end, group)) return name_end;
    const auto name_end = run(end, 3);
    const bool stands_out = name_end == tokens_.size() || tokens_[name_end].kind == TokenKind::mark || tokens_[name_end].is_any({WordClass::act, WordClass::future, WordClass::undertake, WordClass::report});
    if (name_end > end && (name_end >= end + 2 || known_.has(between(end, name_end)) || (stands_out && tokens_[end].classes.empty()))) return add(group, DoerKind::person, end, name_end);
    return add(group, DoerKind::office, first, end);
  }

  std::size_t name(std::size_t first, DoerGroup& group) const {
    // Nicknames may be small: only those that the head names.
    if (!tokens_[first].capital) return (known_.has(text(first)) || known_.acts(text(first))) && tokens_[first].classes.empty() ? add(group, DoerKind::person, first, first + 1) : 0;
    if (!name_word(first) || (is_address(first) && !is_all_capitals(text(first)))) return 0;
    if (names_day(first) || tokens_[first].value >= 0) return 0;
    if (tokens_[first].range.size() == 1 && first + 2 < tokens_.size() && tokens_[first + 1].mark == '.' && name_word(first + 2))
      if (const auto end = run(first, 3); end > first + 2 && tokens_[end - 1].range.size() > 2) return add(group, DoerKind::person, first, end);
    for (auto end = run(first, 4); end > first; --end)
      if (word(end - 1) && (known_.has(between(first, end)) || (end == first + 2 && all_known(first, end)))) return add(group, DoerKind::person, first, end);
    if (is_all_capitals(text(first)) && tokens_[first].range.size() <= 4)
      return add(group, known_.has_initials(text(first)) || known_.acts(text(first)) ? DoerKind::person : DoerKind::unknown, first, first + 1);
    auto end = run(first, 3);  // a nickname with an underscore is one name
    while (end + 1 < tokens_.size() && tokens_[end].mark == '_' && word(end + 1) && tokens_[end].range.end == tokens_[end + 1].range.begin) end += 2;
    if (context_.language.has("given_names", text(first)) || known_.acts(text(first))) return add(group, DoerKind::person, first, end);
    if (!tokens_[first].classes.empty() || context_.language.has("no_names", text(first)) || context_.language.has("articles", text(first)) || context_.language.has("no_given_names", text(first))) return 0;
    // "Um den Kasten": so short a word is no name unless it is a known one.
    if (text(first).size() == 2 && !is_all_capitals(text(first)) && (first == 0 || tokens_[first - 1].mark != '.')) return 0;
    return first == start_ || first == joined_ || tokens_[first - 1].kind == TokenKind::mark ? add(group, DoerKind::unknown, first, end) : 0;
  }

  // "Monday", "3. April"; April may be somebody as well.
  [[nodiscard]] bool names_day(std::size_t at) const {
    const auto name = text(at);
    if (is_all_capitals(name) || known_.has(name) || (!context_.language.month(name) && !context_.language.weekday(name))) return false;
    return !context_.language.has("given_names", name) || is_number(at + 1) || (at > 0 && is_number(at - 1)) || (at > 1 && tokens_[at - 1].mark == '.' && is_number(at - 2));
  }

  [[nodiscard]] bool mark_at(std::size_t at, std::initializer_list<std::string_view> some) const {
    return at < tokens_.size() && tokens_[at].kind == TokenKind::mark && std::find(some.begin(), some.end(), text(at)) != some.end();
  }
  [[nodiscard]] bool ends(std::size_t at) const {
    while (at < tokens_.size() && tokens_[at].kind == TokenKind::mark) ++at;
    return at == tokens_.size();
  }
  [[nodiscard]] bool arrow_before(std::size_t at) const {
    if (at > 0 && mark_at(at - 1, {"\u2192", "\u21D2", "\u2794", "\u27A4", "\u279C", "\u25BA", "\u21E8"})) return true;
    return at > 1 && tokens_[at - 1].mark == '>' && (tokens_[at - 2].mark == '-' || tokens_[at - 2].mark == '=');
  }

  // "(Mia, bis 3. Mai)", "(task Mia)": in brackets at the end, with what else a task needs.
  [[nodiscard]] bool closes_with_deadline(const DoerGroup& group) const {
    constexpr std::size_t reach = 14;
    auto open = group.first;
    if (open > 0 && mark_at(open - 1, {":"})) --open;
    if (open > 0 && tokens_[open - 1].is_any({WordClass::task_noun, WordClass::assign})) --open;
    if (open == 0 || !mark_at(open - 1, {"(", "["})) return false;
    bool dated = open != group.first;
    for (auto at = group.last; at < std::min(tokens_.size(), group.last + reach); ++at) {
      dated = dated || tokens_[at].kind == TokenKind::number || tokens_[at].is(WordClass::deadline);
      if (mark_at(at, {")", "]"})) return dated && ends(at);
    }
    return false;
  }

  // ": Mia, by 3 May", "- Mia - 3 May" at the end
  [[nodiscard]] bool ends_with_deadline(const DoerGroup& group) const {
    constexpr std::size_t reach = 8;
    if (group.first < start_ + 2 || tokens_.size() > group.last + reach) return false;
    const bool by_colon = mark_at(group.first - 1, {":"}) && mark_at(group.last, {","});
    const bool by_dashes = mark_at(group.first - 1, {"-", "\u2013", "\u2014", "|"}) && mark_at(group.last, {"-", "\u2013", "\u2014", "|"});
    if (!by_colon && !by_dashes) return false;
    bool dated = false;
    for (auto at = group.last; at < tokens_.size(); ++at) {
      const bool day = tokens_[at].kind == TokenKind::number || tokens_[at].is(WordClass::deadline) || (word(at) && context_.language.month(text(at)));
      dated = dated || day;
      if (!day && !tokens_[at].inner && tokens_[at].kind == TokenKind::word && tokens_[at].capital) return false;
      if (by_dashes && word(at) && !day && !tokens_[at].inner) return false;
    }
    return dated;
  }

  [[nodiscard]] DoerPlace place(const DoerGroup& group) const {
    const bool last = ends(group.last);
    if (group.first == start_ && mark_at(group.last, {":"}) && !last) return DoerPlace::colon;
    if (arrow_before(group.first)) return DoerPlace::arrow;
    if (group.first == start_ && last) return DoerPlace::alone;
    if (group.first == start_ && mark_at(group.last, {":"})) return DoerPlace::colon;
    if (group.first > 0 && mark_at(group.first - 1, {"(", "["}) && mark_at(group.last, {")", "]"})) {
      if (ends(group.last)) return DoerPlace::bracket;
      return group.first - 1 == start_ ? DoerPlace::colon : DoerPlace::inside;
    }
    if (closes_with_deadline(group)) return DoerPlace::bracket;
    if (ends_with_deadline(group)) return DoerPlace::end;
    if (group.first == start_) return DoerPlace::front;
    if (last && group.first > 0 && mark_at(group.first - 1, {":", "-", "\u2013", "\u2014", "|", ";", "/"})) return DoerPlace::end;
    if (group.first > 0 && mark_at(group.first - 1, {":", "-", "\u2013", "\u2014", "|"})) return DoerPlace::front;
    return DoerPlace::inside;
  }

  Tokens tokens_;
  std::size_t start_, joined_ = 0;
  const Context& context_;
  const KnownPeople& known_;
};

}  // namespace

std::vector<DoerGroup> find_doers(Tokens tokens, std::size_t start, const Context& context) { return DoerFinder(tokens, start, context).find(); }

Person to_person(const Doer& doer, const Context& context) {
  Person person{.name = Context::flat(doer.name), .span = context.span(doer.name)};
  (context.language.has("academic_titles", doer.honorific) ? person.title : person.honorific) = Context::flat(doer.honorific);
  return person;
}

}  // namespace protokoll
