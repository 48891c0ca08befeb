#include "verify/contradictions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

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
      : source_(source), reader_(reader), language_(language), verification_(verification) {
    if (reader.marked != nullptr) marked_ = reader.marked(source.text());
  }

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
    const auto place = text_place(vote.span);
    const auto all = numbers(reader_.visible(std::string(source_.text().substr(place.begin, place.size()))));
    const auto standing = numbers(without_marked(place));
    for (const auto& count : {vote.yes, vote.no, vote.abstain}) {
      if (!count) continue;
      const auto printed = std::to_string(*count);
      const bool only_in_all = std::find(all.begin(), all.end(), printed) != all.end() && std::find(standing.begin(), standing.end(), printed) == standing.end();
      if (only_in_all) report(fmt::format("vote counts {}, which is struck out or raised", printed), vote.span);
    }
    negated(vote);
  }

  /// A vote that its own words, or those right in front of them, negate.
  void negated(const Vote& vote) {
    if (!vote.unanimous && vote.outcome != VoteOutcome::adopted) return;
    constexpr std::size_t before = 60;
    const auto place = text_place(vote.span);
    const Span wider{place.begin > before ? place.begin - before : 0, place.end};
    Document document;
    document.text = without_marked(wider);
    document.blocks.push_back({.range = {0, static_cast<std::uint32_t>(document.text.size())}});
    const Reading reading(document, language_);
    const auto& tokens = reading.all();
    constexpr std::size_t reach = 3;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool unanimous = vote.unanimous && tokens[i].is(WordClass::unanimous);
      if (!unanimous) continue;
      for (std::size_t back = 1; back <= std::min(reach, i) && tokens[i - back].kind != TokenKind::mark && !language_.has("name_joiners", reading.text(tokens[i - back])); ++back)
        // "Ohne Änderung einstimmig": what is lacking is the word right behind.
        if (tokens[i - back].is(WordClass::negation) && (back == 1 || !tokens[i - back].is(WordClass::lacking))) return report("vote is called unanimous behind a negation", vote.span);
    }
  }

  [[nodiscard]] Span text_place(Span span) const {
    const auto begin = std::min(source_.to_text(span.begin), source_.text().size());
    return {begin, std::clamp(source_.to_text(span.end), begin, source_.text().size())};
  }

  /// What a stretch of the source shows beside what is struck out or raised in it.
  [[nodiscard]] std::string without_marked(Span place) const {
    std::string markup;
    auto at = place.begin;
    const auto end_before = [](const MarkedPlace& marked, std::size_t begin) { return marked.place.end <= begin; };
    for (auto marked = std::lower_bound(marked_.begin(), marked_.end(), place.begin, end_before); marked != marked_.end() && marked->place.begin < place.end; ++marked) {
      if (marked->place.begin > at) markup += source_.text().substr(at, marked->place.begin - at);
      at = std::max(at, marked->place.end);
    }
    if (at < place.end) markup += source_.text().substr(at, place.end - at);
    return reader_.visible(markup);
  }

  /// A value may surround struck words, but must not consist of them.
  void stands(std::string_view what, std::string_view value, Span span) {
    if (value.empty() || span.empty() || marked_.empty()) return;
    const auto place = text_place(span);
    const auto end_before = [](const MarkedPlace& marked, std::size_t begin) { return marked.place.end <= begin; };
    const auto marked = std::lower_bound(marked_.begin(), marked_.end(), place.begin, end_before);
    if (marked == marked_.end() || !marked->struck || marked->place.begin > place.begin || marked->place.end < place.end) return;
    report(fmt::format("{} is struck out", what), span);
  }

  void report(std::string_view what, Span span) {
    if (verification_.contradictions++ == 0) verification_.first_contradiction = fmt::format("{} (bytes {} to {})", what, span.begin, span.end);
  }

  const Source& source_;
  const Reader& reader_;
  const Language& language_;
  Verification& verification_;
  std::vector<MarkedPlace> marked_;  // in order
};

}  // namespace

void verify_agreement(const Minutes& minutes, const Source& source, const Reader& reader, const Language& language, Verification& verification) {
  AgreementVerifier(source, reader, language, verification).minutes(minutes);
}

}  // namespace protokoll
