#include "languages/word_class.hpp"

#include <algorithm>

namespace protokoll {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, word_class_count> names{
    "adopt", "resolve", "accept", "approve", "reject", "elect", "discharge", "note", "agree", "recommend", "defer", "withdraw", "move", "second", "suggest", "candidate",
    "report", "discuss", "ask", "opine", "thank", "undertake", "assign", "act", "done", "future", "modal", "must", "negation", "lacking", "infinitive",
    "condition", "that", "earlier", "later", "unanimous", "majority", "yes", "no", "abstain", "invalid", "votes", "ballot", "quorum", "vote_noun",
    "motion_noun", "decision_noun", "agreement_noun", "election_noun", "task_noun", "attachment_noun", "meeting_noun", "minutes_noun",
    "agenda_noun", "body", "members", "we", "pronoun", "office", "chair_office", "secretary_office", "place", "open", "close", "lead",
    "record", "arrive", "leave", "present", "excused", "absent", "guest", "proxy", "deadline", "agenda_title", "public_part", "closed_part", "excludes_public", "readmits_public",
    "convened", "quorate", "signing", "returning",
};

}  // namespace

std::optional<WordClass> word_class(std::string_view key) {
  const auto found = std::find(names.begin(), names.end(), key);
  return found == names.end() ? std::nullopt : std::optional(static_cast<WordClass>(found - names.begin()));
}

std::string_view to_string(WordClass word_class) { return names[static_cast<std::size_t>(word_class)]; }

}  // namespace protokoll
