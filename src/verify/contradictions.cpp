#include "verify/contradictions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "verify/unmarked.hpp"
#include "words/reading.hpp"

namespace protokoll {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The numbers in digits of a text.
std::vector<std::string> numbers(std::string_view text) {
  std::vector<std::string> found;
  bool inside = false;
  for (const char c : text) {
    if (is_digit(c) && !inside) found.emplace_back();
    inside = is_digit(c);
    if (inside && found.back().size() < 10) found.back() += c;
  }
  return found;
}

class AgreementVerifier {
 public:
  AgreementVerifier(const Source& source, const Reader& reader, const Language& language, Verification& verification)
      : source_(source), reader_(reader), language_(language), unmarked_(source, reader), verification_(verification) {}

  void minutes(const Minutes& minutes) {
    const auto& meeting = minutes.meeting;
    for (const auto* stated : {&meeting.title, &meeting.date, &meeting.start, &meeting.end, &meeting.location}) stands("head", stated->value, stated->span);
    for (const auto* people : {&meeting.chair, &meeting.secretary, &meeting.attendance.present, &meeting.attendance.excused, &meeting.attendance.absent, &meeting.attendance.guests})
      for (const auto& person : *people) stands("person", person.name, person.span);
    for (const auto& item : minutes.agenda) this->item(item);
    facts(minutes.decisions, minutes.votes, minutes.actions);
  }

 private:
  void item(const AgendaItem& item) {
    stands("item", item.title.value, item.title.span);
    facts(item.decisions, item.votes, item.actions);
    for (const auto& nested : item.items) this->item(nested);
  }

  void facts(const std::vector<Decision>& decisions, const std::vector<Vote>& votes, const std::vector<Action>& actions) {
    for (const auto& decision : decisions) {
      stands("decision", decision.text, decision.span);
      if (decision.vote) vote(*decision.vote);
    }
    for (const auto& one : votes) vote(one);
    for (const auto& action : actions) stands("task", action.text, action.span);
  }

  void vote(const Vote& vote) {
    stands("vote", vote.text, vote.span);
    // Those that were counted by the names of who cast them are printed as no number.
    if (!numbers(vote.text).empty()) standing_counts(vote);
    negated(vote);
  }

  void standing_counts(const Vote& vote) {
    const auto place = text_place(vote.span);
    const auto all = numbers(reader_.visible(std::string(source_.text().substr(place.begin, place.size()))));
    const auto standing = numbers(without_marked(place));
    for (const auto& count : {vote.yes, vote.no, vote.abstain}) {
      if (!count) continue;
      const auto printed = std::to_string(*count);
      const auto has = [&](const auto& numbers) { return std::find(numbers.begin(), numbers.end(), printed) != numbers.end(); };
      if (has(all) && !has(standing)) report(fmt::format("vote counts {}, which is struck out or raised", printed), vote.span);
    }
  }

  /// A vote that its own words, or those right in front of them, negate.
  void negated(const Vote& vote) {
    if (!vote.unanimous) return;
    constexpr std::size_t before = 60;
    const auto place = text_place(vote.span);
    const Span wider{place.begin > before ? place.begin - before : 0, place.end};
    // Of the words for unanimity those of the vote itself are the last ones.
    auto own = count_unanimous(without_marked(place));
    const auto document = of_text(without_marked(wider));
    const Reading reading(document, language_);
    const auto& tokens = reading.all();
    for (auto i = tokens.size(); own > 0 && i-- > 0;) {
      if (!tokens[i].is(WordClass::unanimous)) continue;
      --own;
      if (is_negated(tokens, i, reading)) return report("vote is called unanimous behind a negation", vote.span);
    }
  }

  static Document of_text(std::string text) {
    Document document;
    document.text = std::move(text);
    document.blocks.push_back({.range = {0, static_cast<std::uint32_t>(document.text.size())}});
    return document;
  }

  [[nodiscard]] std::size_t count_unanimous(std::string text) const {
    const auto document = of_text(std::move(text));
    const Reading reading(document, language_);
    return static_cast<std::size_t>(std::count_if(reading.all().begin(), reading.all().end(), [](const Token& token) { return token.is(WordClass::unanimous); }));
  }

  [[nodiscard]] bool is_negated(Tokens tokens, std::size_t at, const Reading& reading) const {
    constexpr std::size_t reach = 3;
    // "No objection", "pas d'opposition": the denial is what makes it unanimous.
    if (reading.alone(tokens[at]).any({WordClass::negation, WordClass::lacking})) return false;
    for (std::size_t back = 1; back <= std::min(reach, at) && tokens[at - back].kind != TokenKind::mark && !language_.has("name_joiners", reading.text(tokens[at - back])); ++back)
      // "Ohne Änderung einstimmig": what is lacking is the word right behind.
      if (tokens[at - back].is(WordClass::negation) && (back == 1 || !tokens[at - back].is(WordClass::lacking))) return true;
    return false;
  }

  [[nodiscard]] Span text_place(Span span) const {
    const auto begin = std::min(source_.to_text(span.begin), source_.text().size());
    return {begin, std::clamp(source_.to_text(span.end), begin, source_.text().size())};
  }

  /// What a stretch of the source shows beside what is struck out or raised in it.
  [[nodiscard]] std::string without_marked(Span place) const {
    const auto unmarked = unmarked_.markup(place);
    return reader_.visible(unmarked ? *unmarked : std::string(source_.text().substr(place.begin, place.size())));
  }

  /// A value may surround struck words, but must not consist of them.
  void stands(std::string_view what, std::string_view value, Span span) {
    if (value.empty() || span.empty() || unmarked_.marked().empty()) return;
    const auto place = text_place(span);
    const auto end_before = [](const MarkedPlace& marked, std::size_t begin) { return marked.place.end <= begin; };
    const auto marked = std::lower_bound(unmarked_.marked().begin(), unmarked_.marked().end(), place.begin, end_before);
    if (marked == unmarked_.marked().end() || !marked->struck || marked->place.begin > place.begin || marked->place.end < place.end) return;
    report(fmt::format("{} is struck out", what), span);
  }

  void report(std::string_view what, Span span) {
    if (verification_.contradictions++ == 0) verification_.first_contradiction = fmt::format("{} (bytes {} to {})", what, span.begin, span.end);
  }

  const Source& source_;
  const Reader& reader_;
  const Language& language_;
  UnmarkedText unmarked_;
  Verification& verification_;
};

}  // namespace

void verify_agreement(const Minutes& minutes, const Source& source, const Reader& reader, const Language& language, Verification& verification) {
  AgreementVerifier(source, reader, language, verification).minutes(minutes);
}

}  // namespace protokoll
