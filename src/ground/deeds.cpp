#include "ground/deeds.hpp"

#include <fmt/format.h>

#include "facts/votes/votes.hpp"

namespace protokoll::grounds {
namespace {

using enum WordClass;

WordClasses words_of(DecisionKind kind) {
  switch (kind) {
    case DecisionKind::decision: return {adopt, resolve, accept, approve, reject, decision_noun, motion_noun, agree, move, elect, note, recommend, discharge, unanimous, votes};
    case DecisionKind::agreement: return {agree, agreement_noun, adopt, resolve};
    case DecisionKind::recommendation: return {recommend, suggest};
    case DecisionKind::noted: return {note, report, accept};
    case DecisionKind::election: return {elect, election_noun, office, chair_office, secretary_office, candidate};
    case DecisionKind::discharge: return {discharge};
  }
  return {};
}

/// The sentences that the words stand in, the label in front, and the item's title.
WordClasses classes_around(Stretch text, const ReadItem* item, const Scene& scene) {
  const auto& reading = scene.context().reading;
  auto classes = reading.classes(scene.index().text(text)) | reading.classes(scene.sentence_of(text.first));
  const auto block = scene.block_of(text.first);
  const auto view = scene.view(block);
  const auto front = scene.stretch(view).first;
  if (front < text.first) classes |= reading.classes(scene.index().text({front, text.first}));
  constexpr std::size_t longest_label = 80;
  constexpr std::uint32_t reach = 25;
  for (std::uint32_t i = 1; i <= reach && i <= block; ++i)
    if (const auto before = scene.view(block - i); before.size() <= longest_label) classes |= reading.classes(before);
  if (item != nullptr) classes |= reading.classes(scene.index().text(scene.of_bytes(item->item->title.span)));
  return classes;
}

/// "She proposes to buy it.": and nothing there accepts it.
bool is_only_proposed(Stretch text, const Scene& scene) {
  const auto sentence = scene.sentence_of(text.first);
  const auto classes = scene.context().reading.classes(sentence);
  return classes.any({suggest, ask, opine, move}) && !classes.any({resolve, accept, approve, reject, unanimous, decision_noun, agree, second, votes}) && !said_outcome(sentence, scene.context());
}

/// A vote that stands in the words or close to them.
bool is_voted_on(Stretch text, const SeenVote* vote) {
  constexpr std::uint32_t near = 80;
  return vote != nullptr && vote->around.last + near / 2 > text.first && vote->around.first < text.last + near;
}

/// Every kind but formal noting and mere advice is a decision, too.
bool is_decision(DecisionKind kind) { return kind != DecisionKind::noted && kind != DecisionKind::recommendation; }

Range sentence_place(Stretch text, const Scene& scene) { return scene.context().range(scene.sentence_of(text.first)); }

}  // namespace

Verdict ground_kind(std::string_view kind, Stretch text, const Decision* read, const SeenVote* vote, const Scene& scene) {
  const auto given = named(kind, DecisionKind::decision, DecisionKind::discharge);
  if (!given) return {Grounding::missing, {}, {}, "is no kind of decision"};
  if (text.empty()) return {Grounding::missing, {}, {}, "its text stands nowhere"};
  const auto place = sentence_place(text, scene);
  if (read != nullptr && (read->kind == *given || (*given == DecisionKind::decision && is_decision(read->kind)))) return {Grounding::derived, place};
  const auto classes = classes_around(text, scene.item_at(text.first), scene);
  const bool voted = is_voted_on(text, vote);
  if (read == nullptr && !voted && is_decision(*given) && is_only_proposed(text, scene))
    return {Grounding::contradicted, place, {}, fmt::format("the minutes do not decide it there: \"{}\"", Context::flat(scene.context().view(place)))};
  if (classes.any(words_of(*given)) || (voted && is_decision(*given))) return {Grounding::derived, place};
  if (read != nullptr) return {Grounding::contradicted, place, {}, fmt::format("by its words it is of the kind {}", to_string(read->kind))};
  return {Grounding::missing, place, {}, "no word says that it is of that kind"};
}

Verdict ground_outcome(std::string_view outcome, Stretch text, const Decision* read, const SeenVote* vote, VoteGrounder& votes, Stretch within) {
  const auto& scene = votes.scene();
  const auto given = named(outcome, VoteOutcome::adopted, VoteOutcome::deferred);
  if (!given) return {Grounding::missing, {}, {}, "is no outcome"};
  if (text.empty()) return {Grounding::missing, {}, {}, "the decision stands nowhere"};
  const auto place = sentence_place(text, scene);
  const auto clash = [&](VoteOutcome stated) {
    return Verdict{Grounding::contradicted, place, {}, fmt::format("the minutes say {}: \"{}\"", to_string(stated), Context::flat(scene.context().view(place)))};
  };
  if (read != nullptr && read->outcome == *given) return {Grounding::derived, place};
  if (vote != nullptr && outcome_of(vote->vote)) return votes.outcome(*given, vote, within);
  if (read != nullptr && read->outcome) return clash(*read->outcome);
  const auto sentence = scene.sentence_of(text.first);
  if (const auto said = said_outcome(sentence, scene.context())) return said == *given ? Verdict{Grounding::derived, place} : clash(*said);
  const auto classes = scene.context().reading.classes(sentence);
  if (*given == VoteOutcome::deferred && classes.any({defer})) return {Grounding::derived, place};
  if (*given == VoteOutcome::adopted && classes.any({adopt, accept, approve, elect, discharge, note, agree}) && !classes.any({negation, suggest})) return {Grounding::derived, place};
  return {Grounding::missing, {}, {}, "the minutes do not say what came of it"};
}

Verdict ground_status(std::string_view status, const ReadItem* read, Stretch extent, const Scene& scene) {
  const auto given = named(status, ItemStatus::treated, ItemStatus::withdrawn);
  if (!given) return {Grounding::missing, {}, {}, "is no status"};
  const auto stated = read ? read->item->status : ItemStatus::treated;
  const auto place = read ? scene.index().range(scene.of_bytes(read->item->status_span)) : Range{};
  if (stated == *given) return {Grounding::derived, place};
  const auto says = [&](ItemStatus what) {
    return Verdict{Grounding::contradicted, place, {}, fmt::format("the minutes say {}: \"{}\"", to_string(what), Context::flat(scene.context().view(place)))};
  };
  if (*given == ItemStatus::treated) return says(stated);
  const WordClasses telling = *given == ItemStatus::deferred ? WordClasses{defer, later, returning} : WordClasses{withdraw};
  const auto tokens = scene.context().reading.tokens(scene.index().range(extent));
  const auto at = find_class(tokens, telling);
  if (at < tokens.size()) return {Grounding::derived, scene.context().range(scene.sentence_of(scene.index().stretch(tokens[at].range).first))};
  return stated == ItemStatus::treated ? Verdict{Grounding::missing, {}, {}, "no word says so"} : says(stated);
}

Verdict ground_public(bool given, const ReadItem* read, const Scene& scene) {
  static_cast<void>(scene);
  if (read == nullptr || !read->item->is_public) return {Grounding::missing, {}, {}, "the minutes do not say whether the public was there"};
  if (*read->item->is_public == given) return {Grounding::derived, {}};
  return {Grounding::contradicted, {}, {}, given ? "the minutes say that the public was excluded" : "the minutes say that it was public"};
}

}  // namespace protokoll::grounds
