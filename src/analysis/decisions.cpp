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

bool decides(std::string_view key) {
  return key == "decision" || key == "decisions" || key == "agreement" || key == "agreements" || key == "recommendation" || key == "noted" || key == "election";
}

bool is_plural(std::string_view key) { return key == "decisions" || key == "agreements"; }

std::int32_t list_of(const Piece& piece, const Context& context) {
  return context.document.enclosing(context.block(piece).container, ContainerKind::list);
}

// The texts that are a decision each: bullets, or paragraphs (one under "Beschluss:", all under "Beschlüsse:").
std::vector<std::string_view> units(const SectionDraft& section, const Context& context) {
  std::vector<std::string_view> found;
  for (std::size_t i = 0; i < section.pieces.size(); ++i) {
    const auto& piece = section.pieces[i];
    auto text = context.view(piece);
    const auto list = list_of(piece, context);
    if (!found.empty() && !is_plural(section.key) && (list < 0 || list != list_of(section.pieces[i - 1], context))) break;
    // "… the following:" and its bullets are one decision.
    if (list < 0 && text.ends_with(':'))
      while (i + 1 < section.pieces.size() && list_of(section.pieces[i + 1], context) >= 0) text = join(text, context.view(section.pieces[++i]));
    if (text = without_bullet(text); !text.empty()) found.push_back(text);
  }
  return found;
}

Decision make_decision(std::string_view text, const SectionDraft& section, Context& context) {
  Decision decision{.kind = kind_of(section.key), .text = Context::flat(text), .by = By::label, .span = context.span(text)};
  if (section.label) decision.label = context.stated(section.label.heading);
  if (const auto level = context.language.patterns("level").first(text); level.pattern) decision.level = context.stated(level.group("level"));
  for (const auto& mention : find_attachments(text, context.language)) decision.attachments.push_back(mention.label);
  if (auto vote = find_vote(text, context)) {
    decision.outcome = vote->outcome;
    decision.vote = std::move(vote);
  }
  return decision;
}

}  // namespace

void labelled_decisions(const SectionDraft& section, Context& context, std::vector<Decision>& decisions) {
  if (!section.label || !decides(section.key)) return;
  for (const auto text : units(section, context)) decisions.push_back(make_decision(text, section, context));
}

}  // namespace protokoll
