/// Votes: counts beside the words of their sides, and what came of them, read by a grammar over words' classes.
#pragma once

#include <optional>
#include <string_view>

#include "structure/context.hpp"

namespace protokoll {

/// A vote and where it stands.
struct FoundVote {
  Vote vote;
  Range range;       ///< from the first to the last of its words
  bool counted = false;  ///< has a count or is unanimous; else only a word of acceptance or refusal
};

/// What is known of the text that may state a vote.
enum class VotePlace { sentence, under_label };

/// The vote that a text (a sentence, a line, a few lines) states with counts or as unanimous; nothing if it states none.
[[nodiscard]] std::optional<FoundVote> find_vote(std::string_view text, VotePlace place, const Context& context);

/// What a text's words of acceptance or refusal say, denials seen; nothing if there are none.
[[nodiscard]] std::optional<VoteOutcome> said_outcome(std::string_view text, const Context& context);

/// What the counts say: more yes than no.
[[nodiscard]] std::optional<VoteOutcome> outcome_of(const Vote& vote);

/// Whether a text holds nothing but a vote.
[[nodiscard]] bool is_vote_line(std::string_view text, const Context& context);

/// The same, and no word beside those of voting: "4 for, 1 against, carried" is one, "It was carried unanimously" is none.
[[nodiscard]] bool is_bare_vote(std::string_view text, const Context& context);

/// Whether a text holds nothing but a vote or what came of one: "unanimous", "carried".
[[nodiscard]] bool is_bare_result(std::string_view text, const Context& context);

/// Whether a text's last words, in brackets, are nothing but a vote: "The tent is lent out (5 for, 1 abstention)."
[[nodiscard]] bool ends_in_vote(std::string_view text, const Context& context);

/// Whether a text holds nothing but the names of those who voted, each with the side: "Leek aye, Wye nay."
[[nodiscard]] bool is_roll_call(std::string_view text, const Context& context);

}  // namespace protokoll
