#include "analysis/decisions.hpp"

#include <algorithm>

#include "analysis/attachments.hpp"
#include "analysis/text.hpp"
#include "analysis/votes.hpp"

namespace protokoll {
namespace {

DecisionKind kind_of(std::string_view key) {
  if (key == "agreement" || key == "agreements") return DecisionKind::agreement;
  if (key == "recommendation") return DecisionKind::recommendation;
  if (key == "noted") return DecisionKind::noted;
  if (key == "election") return DecisionKind::election;
  if (key == "discharge") return DecisionKind::discharge;
  return DecisionKind::decision;
}

bool is_plural(std::string_view key) { return key == "decisions" || key == "agreements"; }

bool is_vote_line(std::string_view text, const Context& context) {
  return context.language.patterns("vote_line").matches(text) && find_vote(text, context);
}

// Ends in the middle of a sentence.
bool is_open_ended(std::string_view text, const Language& language) {
  if (text.ends_with(',') || text.ends_with(';') || text.ends_with(':')) return true;
  const auto last = words(text);
  return !last.empty() && language.has("name_joiners", last.back());
}

std::int32_t list_of(const Piece& piece, const Context& context) {
  return context.document.enclosing(context.block(piece).container, ContainerKind::list);
}

// The texts that are a decision each: bullets, or paragraphs (one under a label in the singular, all under one in the plural).
// Sets `taken` to the number of pieces they stand in.
std::vector<std::string_view> units(const SectionDraft& section, const Context& context, std::size_t& taken) {
  std::vector<std::string_view> found;
  for (std::size_t i = 0; i < section.pieces.size(); taken = ++i) {
    const auto& piece = section.pieces[i];
    auto text = context.view(piece);
    const auto list = list_of(piece, context);
    // A line with nothing but a vote belongs to the decision above it.
    if (!found.empty() && is_vote_line(text, context)) break;
    if (!found.empty() && !is_plural(section.key) && (!section.label.rest.empty() || list < 0 || list != list_of(section.pieces[i - 1], context))) break;
    // "… the following:" and its bullets are one decision; so are "The Committee," "Noting …," and "Decides …".
    if (list < 0 && text.ends_with(':'))
      while (i + 1 < section.pieces.size() && list_of(section.pieces[i + 1], context) >= 0) text = join(text, context.view(section.pieces[++i]));
    while (i + 1 < section.pieces.size() && context.block(section.pieces[i + 1]).continues && !is_vote_line(context.view(section.pieces[i + 1]), context))
      text = join(text, context.view(section.pieces[++i]));
    while (list < 0 && is_open_ended(text, context.language) && i + 1 < section.pieces.size()) text = join(text, context.view(section.pieces[++i]));
    if (text = without_bullet(text); !text.empty()) found.push_back(text);
  }
  return found;
}

// What the words say of the kind: "entlastet" is a discharge under whatever label.
DecisionKind kind_by_words(std::string_view text, DecisionKind otherwise, const Context& context) {
  const auto match = context.language.patterns("decision_kind").first(text);
  return match.pattern ? kind_of(match.pattern->attribute("kind")) : otherwise;
}

Decision make_decision(std::string_view text, DecisionKind kind, By by, Context& context) {
  Decision decision{.kind = kind, .text = Context::flat(text), .by = by, .span = context.span(text)};
  if (const auto level = context.language.patterns("level").first(text); level.pattern) decision.level = context.stated(level.group("level"));
  for (const auto& mention : find_attachments(text, context.language)) decision.attachments.push_back(mention.label);
  return decision;
}

// Without the lines at its end that hold nothing but the vote.
std::string_view without_vote_lines(std::string_view text, const Context& context) {
  for (auto line = text.rfind('\n'); line != std::string_view::npos && line > 0; line = text.rfind('\n')) {
    if (!is_vote_line(trim(text.substr(line)), context)) break;
    text = trim(text.substr(0, line));
  }
  return text;
}

}  // namespace

bool decides(std::string_view key) {
  return key == "decision" || key == "decisions" || key == "agreement" || key == "agreements" || key == "recommendation" || key == "noted" || key == "election";
}

std::size_t labelled_decisions(const SectionDraft& section, Context& context, std::vector<Decision>& decisions) {
  std::size_t taken = 0;
  for (const auto text : units(section, context, taken)) {
    auto kind = kind_of(section.key);
    if (kind == DecisionKind::decision) kind = kind_by_words(text, kind, context);
    auto decision = make_decision(without_vote_lines(text, context), kind, By::label, context);
    if (section.label) decision.label = context.stated(section.label.heading);
    if (auto vote = find_vote(text, context)) {
      decision.outcome = vote->outcome;
      decision.vote = std::move(vote);
    }
    decisions.push_back(std::move(decision));
  }
  return taken;
}

Decision phrase_decision(std::string_view text, const PatternMatch& match, const std::optional<Vote>& vote, Context& context) {
  auto decision = make_decision(text, kind_of(match.pattern->attribute("kind")), By::phrase, context);
  if (decision.kind == DecisionKind::decision) decision.kind = kind_by_words(text, decision.kind, context);
  decision.outcome = parse_outcome(match.pattern->attribute("outcome"));
  if (match.pattern->attribute("confidence") == "low") decision.confidence = Confidence::low;
  if (vote) {
    decision.vote = vote;
    if (vote->outcome) decision.outcome = vote->outcome;
    else decision.vote->outcome = decision.outcome;
  }
  return decision;
}

Decision motion_decision(std::string_view text, By by, std::string_view title, Context& context) {
  auto kind = kind_by_words(text, DecisionKind::decision, context);
  if (kind == DecisionKind::decision && by == By::phrase) kind = kind_by_words(title, kind, context) == DecisionKind::discharge ? DecisionKind::discharge : kind;
  return make_decision(text, kind, by, context);
}

}  // namespace protokoll
