#include "facts/decisions/decisions.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "facts/items/attachments.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

DecisionKind kind_of(std::string_view key) {
  if (key == "agreement" || key == "agreements") return DecisionKind::agreement;
  if (key == "recommendation") return DecisionKind::recommendation;
  if (key == "noted") return DecisionKind::noted;
  if (key == "election") return DecisionKind::election;
  return DecisionKind::decision;
}

// A person is elected: an office stands in the same sentence, or somebody with a capital letter; where the same word orders things, given and family name right beside it and no article in front.
bool elects_somebody(Tokens tokens, const Context& context) {
  constexpr std::size_t beside = 2;
  if (all_classes(tokens).any({office, chair_office, secretary_office})) return true;
  const auto names = [&](std::size_t at) { return at < tokens.size() && tokens[at].capital && tokens[at].classes.empty() && tokens[at].kind == TokenKind::word && tokens[at].value < 0; };
  const auto elects = [&](const Token& token) { return token.is(elect); };
  const bool orders = std::ranges::none_of(tokens, [&](const Token& token) { return elects(token) && !token.is(act); });
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool counted = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::number;  // "Leek 26:2:1 elected"
    if (!names(i) || (i == 0 && !counted)) continue;
    if (!orders || i == 0) return true;
    const auto from = i > beside ? i - beside : 0, to = std::min(tokens.size(), i + 2 + beside);
    if (names(i + 1) && tokens[i - 1].value < 0 && !context.language.has("articles", context.reading.text(tokens[i - 1])) && std::ranges::any_of(tokens.subspan(from, to - from), elects)) return true;
  }
  return false;
}

// "(2. Ebene)": at which level of the organisation the decision holds.
std::string_view level_of(std::string_view text, const Language& language) {
  for (auto open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const auto inner = text.substr(open + 1, text.find(')', open) - open - 1);
    const auto stop = inner.find('.');
    if (stop == 0 || stop > 2 || inner.substr(0, stop).find_first_not_of("0123456789") != std::string_view::npos) continue;
    if (language.has("level_words", trim(inner.substr(stop + 1)))) return inner;
  }
  return {};
}

}  // namespace

DecisionKind decision_kind(const Passage& unit, std::string_view title, const Context& context) {
  const auto labelled = unit.form == UnitForm::labelled ? kind_of(unit.section->key) : DecisionKind::decision;
  const auto tokens = context.reading.tokens(unit.text);
  const auto classes = all_classes(tokens);
  const bool elected = classes.has(elect) && !classes.any({adopt}) && elects_somebody(tokens, context);
  const bool elects = elected || (classes.has(election_noun) && classes.has(unanimous) && !classes.any({adopt, candidate, ballot}) && elects_somebody(tokens, context));
  // "Result: Ann Leek is elected"
  if (labelled == DecisionKind::agreement && elected) return DecisionKind::election;
  if (labelled != DecisionKind::decision) return labelled;
  if (classes.has(discharge)) return DecisionKind::discharge;
  if (elects) return DecisionKind::election;  // "Die Wahl von Karl Ott zum Kassier erfolgt einstimmig."
  if (unit.form == UnitForm::entry && !classes.any({adopt, accept}) && context.reading.classes(unit.intro).has(elect)) return DecisionKind::election;
  if (unit.form == UnitForm::labelled || unit.form == UnitForm::motion) return DecisionKind::decision;
  if (!title.empty() && !classes.any({adopt}) && context.reading.classes(title).has(discharge) && classes.any({motion_noun, move})) return DecisionKind::discharge;
  if (classes.any({adopt, accept, reject}) || (unit.point && !classes.any({note, recommend}))) return DecisionKind::decision;
  if (classes.has(note)) return DecisionKind::noted;
  if (classes.has(recommend)) return DecisionKind::recommendation;
  if (classes.any({agree, agreement_noun})) return DecisionKind::agreement;
  return DecisionKind::decision;
}

Decision make_decision(std::string_view text, DecisionKind kind, By by, Context& context) {
  Decision decision{.kind = kind, .text = Context::flat(text), .by = by, .span = context.span(text)};
  if (const auto level = level_of(text, context.language); !level.empty()) decision.level = context.stated(level);
  if (kind == DecisionKind::election) context.elections.push_back(text);
  for (const auto& mention : find_attachments(text, context.language)) decision.attachments.push_back(mention.label);
  return decision;
}

void drop_repeated(std::vector<Decision>& decisions) {
  const auto folded_words = [](const Decision& decision) {
    std::set<std::string> found;
    for (const auto word : words(decision.text))
      if (auto folded = fold_case(trim(word, U".,;:!?…\"()")); !folded.empty()) found.insert(std::move(folded));
    return found;
  };
  const auto is_labelled = [](const Decision& decision) { return decision.by == By::label; };
  if (std::none_of(decisions.begin(), decisions.end(), is_labelled) || std::all_of(decisions.begin(), decisions.end(), is_labelled)) return;
  std::vector<std::set<std::string>> labelled;
  for (const auto& decision : decisions)
    if (is_labelled(decision)) labelled.push_back(folded_words(decision));
  constexpr std::size_t most = 1'000'000;  // comparisons; no item has so many decisions
  if (labelled.size() * decisions.size() > most) return;
  std::erase_if(decisions, [&](const Decision& decision) {
    if (is_labelled(decision) || decision.vote) return false;
    const auto own = folded_words(decision);
    return std::any_of(labelled.begin(), labelled.end(), [&](const auto& other) { return std::includes(other.begin(), other.end(), own.begin(), own.end()); });
  });
}

}  // namespace protokoll
