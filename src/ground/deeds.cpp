#include "ground/deeds.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "facts/votes/votes.hpp"
#include "structure/sections.hpp"
#include "words/text.hpp"

namespace protokoll::grounds {
namespace {

using enum WordClass;

WordClasses words_of(DecisionKind kind) {
  switch (kind) {
    case DecisionKind::decision: return {adopt, resolve, accept, approve, reject, decision_noun, motion_noun, agree, move, elect, discharge, unanimous, votes};
    case DecisionKind::agreement: return {agree, agreement_noun, adopt, resolve};
    case DecisionKind::recommendation: return {recommend, suggest};
    case DecisionKind::noted: return {note, report, accept};
    case DecisionKind::election: return {elect, election_noun, office, chair_office, secretary_office, candidate};
    case DecisionKind::discharge: return {discharge};
  }
  return {};
}

/// What the nearest label in front of the words announces: "decision", "note", "discussion" …; empty if there is none close by.
const std::vector<std::string>& label_before(Stretch text, const Scene& scene) {
  static const std::vector<std::string> none;
  constexpr std::uint32_t reach = 25;
  const auto& language = scene.language();
  const auto block = scene.block_of(text.first);
  const auto* item = scene.item_at(text.first);
  for (std::uint32_t i = 0; i <= std::min(reach, block); ++i) {
    auto line = scene.view(block - i);
    if (i == 0) line = line.substr(0, scene.index()[text.first].range.begin - scene.context().range(line).begin);
    if (item != nullptr && i > 0 && scene.stretch(line).first < item->own.first) return none;
    if (const auto label = find_label(line, language)) return *label.keys;
    if (const auto& keys = language.label(trim(line, U":.*_-# ")); !keys.empty()) return keys;
  }
  return none;
}

bool announces(const std::vector<std::string>& label, std::initializer_list<std::string_view> keys) {
  return std::any_of(label.begin(), label.end(), [&](const std::string& key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); });
}

bool announces(const std::vector<std::string>& label, DecisionKind kind) {
  switch (kind) {
    case DecisionKind::decision: return announces(label, {"decision", "decisions", "motion", "vote"});
    case DecisionKind::agreement: return announces(label, {"agreement", "agreements", "decision", "decisions"});
    case DecisionKind::recommendation: return announces(label, {"recommendation"});
    case DecisionKind::noted: return announces(label, {"noted"});
    case DecisionKind::election: return announces(label, {"election"});
    case DecisionKind::discharge: return false;
  }
  return false;
}

WordClasses classes_of(Stretch text, const Scene& scene) {
  const auto& reading = scene.context().reading;
  return reading.classes(scene.index().text(text)) | reading.classes(scene.sentence_of(text.first));
}

WordClasses classes_of_title(const ReadItem* item, const Scene& scene) {
  return item == nullptr ? WordClasses{} : scene.context().reading.classes(scene.index().text(scene.of_bytes(item->item->title.span)));
}

/// "Ms Leek asks …", "Leek would rather …": somebody by name is the first word.
bool begins_with_somebody(std::string_view sentence, const Scene& scene) {
  const auto first = first_word(sentence);
  if (scene.language().addresses(first)) return true;
  const auto& people = scene.minutes().people;
  return std::any_of(people.begin(), people.end(), [&](const KnownPerson& person) { return words(person.name).size() > 0 && (words(person.name).front() == first || words(person.name).back() == first); });
}

/// "She proposes to buy it.": and nothing there accepts it.
bool is_only_proposed(Stretch text, const Scene& scene) {
  const auto sentence = scene.sentence_of(text.first);
  const auto classes = scene.context().reading.classes(sentence);
  if (classes.any({resolve, accept, approve, reject, unanimous, decision_noun, agree, second, votes, recommend, note})) return false;
  if (begins_with_somebody(sentence, scene)) return classes.any({suggest, ask, opine, assign, modal});
  return classes.any({suggest, ask, opine, candidate}) && !said_outcome(sentence, scene.context());
}

/// A vote that stands in the words or close to them.
bool is_voted_on(Stretch text, const SeenVote* vote) {
  constexpr std::uint32_t near = 80;
  if (vote == nullptr) return false;
  // What a sentence's own words tell is judged with its mood.
  const bool counted = vote->vote.yes || vote->vote.no || vote->vote.abstain || vote->vote.unanimous;
  if (!counted && vote->around.first <= text.first && text.first < vote->around.last) return false;
  return vote->around.last + near / 2 > text.first && vote->around.first < text.last + near;
}

/// Every kind but formal noting and mere advice is a decision, too.
bool is_decision(DecisionKind kind) { return kind != DecisionKind::noted && kind != DecisionKind::recommendation; }

Range sentence_place(Stretch text, const Scene& scene) { return scene.context().range(scene.sentence_of(text.first)); }

}  // namespace

bool stands_as_decision(Stretch text, const Decision* read, const SeenVote* vote, const Scene& scene) {
  if (read != nullptr) return true;
  const bool proposed = is_only_proposed(text, scene);
  const bool counted = vote != nullptr && (vote->vote.yes || vote->vote.no || vote->vote.abstain || vote->vote.unanimous);
  // "It is accepted" behind what somebody wishes may be about something else.
  if (is_voted_on(text, vote) && (counted || !proposed)) return true;
  return !proposed && !announces(label_before(text, scene), {"note"});
}

Verdict ground_kind(std::string_view kind, Stretch text, const Decision* read, const Scene& scene) {
  const auto given = named(kind, DecisionKind::decision, DecisionKind::discharge);
  if (!given) return {Grounding::missing, {}, {}, "is no kind of decision"};
  // What it is about is judged by itself; words that stand nowhere say nothing of their kind.
  if (text.empty()) return {Grounding::derived, {}};
  const auto place = sentence_place(text, scene);
  if (read != nullptr && (read->kind == *given || (*given == DecisionKind::decision && is_decision(read->kind)))) return {Grounding::derived, place};
  const auto wanted = words_of(*given);
  const auto classes = classes_of(text, scene);
  if (classes.any(wanted) || announces(label_before(text, scene), *given)) return {Grounding::derived, place};
  const bool known_otherwise = read != nullptr && (classes.any(words_of(read->kind)) || announces(label_before(text, scene), read->kind));
  if (known_otherwise) return {Grounding::contradicted, place, {}, fmt::format("by its words it is of the kind {}", to_string(read->kind))};
  if (classes_of_title(scene.item_at(text.first), scene).any(wanted) || is_decision(*given)) return {Grounding::derived, place};
  return {Grounding::missing, place, {}, "no word says that it is of that kind"};
}

Verdict ground_outcome(std::string_view outcome, Stretch text, const Decision* read, const SeenVote* vote, VoteGrounder& votes, Stretch within) {
  const auto& scene = votes.scene();
  const auto given = named(outcome, VoteOutcome::adopted, VoteOutcome::deferred);
  if (!given) return {Grounding::missing, {}, {}, "is no outcome"};
  // Of words that stand nowhere the item may still say what came of it.
  if (text.empty()) return votes.outcome(*given, vote, within);
  const auto place = sentence_place(text, scene);
  const auto clash = [&](VoteOutcome stated) {
    return Verdict{Grounding::contradicted, place, {}, fmt::format("the minutes say {}: \"{}\"", to_string(stated), Context::flat(scene.context().view(place)))};
  };
  if (read != nullptr && read->outcome == *given) return {Grounding::derived, place};
  const auto sentence = scene.sentence_of(text.first);
  // "She was elected, there being no other candidate.": what is told first.
  const bool counted = vote != nullptr && (vote->vote.yes || vote->vote.no);
  if (!counted && said_outcome(sentence.substr(0, sentence.find(',')), scene.context()) == *given) return {Grounding::derived, place};
  if (vote != nullptr && outcome_of(vote->vote)) return votes.outcome(*given, vote, within);
  if (read != nullptr && read->outcome) return clash(*read->outcome);
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
