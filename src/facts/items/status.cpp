#include "facts/items/status.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "facts/tasks/doers.hpp"
#include "facts/votes/votes.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr WordClasses telling{WordClass::defer, WordClass::withdraw};

// "Ajourné.", "Tabled until June", "wird vertagt", "Les poules : reporté": nothing but that.
bool says_nothing_else(std::string_view text, bool title, const Context& context) {
  constexpr std::size_t few = 3, most = 14;
  const auto tokens = context.reading.tokens(text);
  std::size_t first = 0, last = tokens.size();
  while (last > 0 && tokens[last - 1].kind == TokenKind::mark && tokens[last - 1].mark != '?') --last;
  if (title) {
    first = last;
    while (first > 0 && tokens[first - 1].kind != TokenKind::mark) --first;
    if (first == 0) return false;
  }
  while (first < last && tokens[first].kind == TokenKind::mark) ++first;
  const auto said = tokens.subspan(first, last - first);
  if (said.empty() || said.size() > most) return false;
  const auto all = all_classes(said);
  if (!all.any(telling) || all.any({WordClass::motion_noun, WordClass::suggest, WordClass::earlier, WordClass::minutes_noun, WordClass::modal})) return false;
  // "Verschiebung Sommerfest" is what is talked about.
  if (std::any_of(said.begin() + 1, said.end(), [](const Token& token) { return token.kind == TokenKind::word && token.capital; })) return false;
  if (said.front().is_any(telling)) {
    const auto next = std::find_if(said.begin() + 1, said.end(), [](const Token& token) { return !token.inner; });
    return said.size() <= few || all.has(WordClass::agenda_noun) || (next != said.end() && next->is_any({WordClass::deadline, WordClass::later}));
  }
  return !title && said.front().is(WordClass::future) && said.size() > 1 && said[1].is_any(telling);
}

}  // namespace

std::string_view bracketed_status(std::string_view title, const Context& context) {
  const auto open = title.rfind('(');
  if (!title.ends_with(')') || open == std::string_view::npos || open == 0) return {};
  const auto inside = title.substr(open + 1, title.size() - open - 2);
  constexpr std::size_t most_words = 3;
  return words(inside).size() <= most_words && context.reading.classes(inside).any(telling) ? title.substr(open) : std::string_view{};
}

void StatusReader::sentence(std::string_view text) {
  ++sentences_;
  if (!candidates_.empty() && !candidates_.back().title && candidates_.back().place + 1 == sentences_) candidates_.back().next = text;
  // "Motion: …" tells what is moved, not what becomes of the item.
  if (const auto tokens = context_.reading.tokens(text); tokens.size() > 1 && tokens[0].is(WordClass::motion_noun) && tokens[1].mark == ':') return;
  constexpr std::size_t most = 200;  // an item that speaks of it more often is about something else
  if (candidates_.size() < most && context_.reading.classes(text).any(telling)) candidates_.push_back({text, false, sentences_});
}

Features StatusReader::features(const Candidate& candidate) const {
  Features features;
  const auto tokens = context_.reading.tokens(candidate.text);
  const auto at = find_class(tokens, telling);
  std::size_t words = 0, before = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    words += tokens[i].kind == TokenKind::word;
    before += i < at && tokens[i].kind == TokenKind::word;
  }
  const auto all = all_classes(tokens);
  for (std::size_t c = 0; c < word_class_count; ++c)
    if (const auto word = static_cast<WordClass>(c); all.has(word)) features.add(fmt::format("{}has {}", candidate.title ? "title " : "", to_string(word)));
  features.add(words <= 3 ? "words 3" : words <= 8 ? "words 8" : words <= 16 ? "words 16" : "words many");
  features.add(before == 0 ? "begins so" : before <= 2 ? "begins nearly so" : "says so late");
  features.add("ends so", at + 2 >= tokens.size());
  features.add("title", candidate.title);
  features.add("number in it", std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.kind == TokenKind::number; }));
  if (!candidate.title) {
    features.add("only sentence", sentences_ == 1);
    features.add("few sentences", sentences_ > 1 && sentences_ <= 3);
    features.add("many sentences", sentences_ > 10);
    features.add("first", candidate.place == 1);
    features.add("last", candidate.place == sentences_);
  }
  features.add("question", !tokens.empty() && tokens.back().mark == '?');
  for (const auto& group : find_doers(tokens, 0, context_))
    if (group.kind() == DoerKind::person) {
      features.add("person");
      break;
    }
  return features;
}

void StatusReader::state(std::string_view text, AgendaItem& item) const {
  const auto classes = context_.reading.classes(text);
  item.status = classes.has(WordClass::withdraw) && !classes.has(WordClass::defer) ? ItemStatus::withdrawn : ItemStatus::deferred;
  item.status_span = context_.span(text);
}

namespace {

// "Decision: The bench is struck": what is decided of a thing is not what becomes of the item.
bool is_decided_of_a_thing(std::string_view text, const AgendaItem& item, const Context& context) {
  constexpr WordClasses of_items{WordClass::agenda_noun, WordClass::motion_noun, WordClass::decision_noun, WordClass::meeting_noun, WordClass::vote_noun, WordClass::later, WordClass::defer};
  if (const auto colon = text.find(':'); colon != std::string_view::npos) text = trim(text.substr(colon + 1));
  const auto tokens = context.reading.tokens(text);
  if (text.empty() || all_classes(tokens).any(of_items)) return false;
  const bool of_item = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.kind == TokenKind::word && context.language.has("item_words", context.reading.text(token)); });
  const auto span = context.span(text);
  const auto holds = [&](const Decision& decision) { return decision.outcome == VoteOutcome::adopted && decision.span.begin <= span.begin && span.begin < decision.span.end; };
  if (of_item) return false;
  // "Das Dach wird gestrichen": a word that strikes items as well as it paints roofs.
  constexpr std::size_t few = 2;
  const auto strikes = [](const Token& token) { return token.is(WordClass::withdraw); };
  const auto paints = [&](const Token& token) {
    const auto alone = context.reading.alone(token);  // no phrase
    return alone.has(WordClass::withdraw) && alone.has(WordClass::adopt);
  };
  const bool only_so = std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) { return !strikes(token) || token.inner || paints(token); });
  if (only_so && std::any_of(tokens.begin(), tokens.end(), strikes) && words(text).size() > few) return true;
  return std::any_of(item.decisions.begin(), item.decisions.end(), holds);
}

}  // namespace

namespace {

// "The item was not deferred": a denial close in front, in the same clause, with nothing else that was done in between.
bool is_denied(Tokens tokens, std::size_t at, const Context& context) {
  constexpr std::size_t reach = 5;
  constexpr WordClasses deeds{WordClass::discuss, WordClass::report, WordClass::adopt, WordClass::resolve, WordClass::accept, WordClass::agree, WordClass::present, WordClass::quorum};
  for (auto i = at; i > 0 && at - i < reach; --i) {
    const auto& token = tokens[i - 1];
    if (token.kind == TokenKind::mark && token.mark != '"') return false;
    if (token.is(WordClass::negation) && !token.is(WordClass::lacking)) return true;
    if (token.is_any(deeds) || context.language.has("name_joiners", context.reading.text(token))) return false;
  }
  return false;
}

bool loses_vote(std::string_view text, const Context& context) {
  const auto vote = find_vote(text, VotePlace::sentence, context);
  return vote && outcome_of(vote->vote) == VoteOutcome::rejected;
}

// Whether the sentence says that the item was not put off, or a vote in it or behind it went against that.
bool says_otherwise(std::string_view text, std::string_view next, const Context& context) {
  const auto tokens = context.reading.tokens(text);
  bool stands = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) stands = stands || (tokens[i].is_any(telling) && !tokens[i].inner && !is_denied(tokens, i, context));
  if (!stands) return true;
  if (loses_vote(text, context)) return true;
  if (all_classes(tokens).any({WordClass::move, WordClass::suggest}) && loses_vote(next, context)) return true;
  const bool refused = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.is(WordClass::reject) && !token.is_any(telling); });
  return refused && said_outcome(text, context) == VoteOutcome::rejected;
}

// "Item 6 is withdrawn" under another one, the approval of the agenda: begins with the number of an item that is not this one.
bool tells_of_another(std::string_view text, const AgendaItem& item, const Context& context) {
  auto tokens = context.reading.tokens(text);
  if (!tokens.empty() && context.language.has("articles", context.reading.text(tokens.front()))) tokens = tokens.subspan(1);
  if (item.number.value.empty() || tokens.size() < 2 || !context.language.has("item_words", context.reading.text(tokens.front()))) return false;
  const auto number = tokens[1].mark == '.' && tokens.size() > 2 ? tokens[2] : tokens[1];
  if (number.kind != TokenKind::number) return false;
  const auto printed = text.substr(static_cast<std::size_t>(context.reading.text(number).data() - text.data()));
  return trim(printed.substr(0, printed.find_first_of(" \n:,;")), U".)") != item.number.value;
}

}  // namespace

namespace {

// "Paul legt bis zur nächsten Sitzung eine Liste an": by when somebody works, and nothing that is put off.
bool is_somebodys_deadline(std::string_view text, const AgendaItem& item, const Context& context) {
  const auto span = context.span(text);
  const auto works = [&](const Action& action) { return !action.assignees.empty() && span.begin <= action.span.begin && action.span.end <= span.end; };
  const auto puts_off = [](const Token& token) { return !token.inner && token.is_any(telling) && !token.is(WordClass::returning); };
  return std::ranges::any_of(item.actions, works) && std::ranges::none_of(context.reading.tokens(text), puts_off);
}

}  // namespace

void StatusReader::settle(AgendaItem& item) {
  const auto& weights = context_.weights["status"];
  const auto bound = weights.threshold("low");
  double best = 0;
  for (const auto& candidate : candidates_) {
    if (const auto said = candidate.title ? bracketed_status(candidate.text, context_) : std::string_view{}; !said.empty()) return state(said, item);
    if (!context_.reading.classes(candidate.text).any(telling) || is_decided_of_a_thing(candidate.text, item, context_) || tells_of_another(candidate.text, item, context_) || is_somebodys_deadline(candidate.text, item, context_) || says_otherwise(candidate.text, candidate.next, context_)) continue;
    const auto found = features(candidate);
    auto probability = weights.probability(found);
    constexpr std::size_t few = 5;
    const bool stands_out = candidate.title || candidate.place == 1 || candidate.place == sentences_ || sentences_ <= few;
    if (stands_out && says_nothing_else(candidate.text, candidate.title, context_)) probability = std::max(probability, bound);
    context_.explain("status", candidate.text, weights, found, probability >= bound);
    if (probability < bound || probability <= best) continue;
    best = probability;
    state(candidate.text, item);
  }
}

}  // namespace protokoll
