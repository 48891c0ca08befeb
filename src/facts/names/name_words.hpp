/// The words that names are made of.
#pragma once

#include <string_view>

#include "structure/context.hpp"

namespace protokoll {

/// Words that no name of two capitalised words holds.
constexpr WordClasses things{WordClass::body, WordClass::members, WordClass::meeting_noun, WordClass::minutes_noun, WordClass::agenda_noun, WordClass::agenda_title,
                             WordClass::decision_noun, WordClass::motion_noun, WordClass::task_noun, WordClass::vote_noun, WordClass::votes, WordClass::present,
                             WordClass::excused, WordClass::absent, WordClass::guest, WordClass::proxy, WordClass::quorum, WordClass::pronoun, WordClass::we,
                             WordClass::office, WordClass::election_noun, WordClass::attachment_noun, WordClass::yes, WordClass::no, WordClass::abstain};

/// "von", "de", "’t"
[[nodiscard]] bool is_particle(std::string_view word, const Context& context);
/// A given name that a list knows, also in front of a hyphen.
[[nodiscard]] bool is_given(std::string_view word, const Context& context);
/// "J.", "J.A.", "T"
[[nodiscard]] bool is_initial(std::string_view word);
/// A nickname within a name: "Bob", 'nanvo', (Gaby).
[[nodiscard]] bool is_quoted(std::string_view word);
/// A word of a name, its marks cut off.
[[nodiscard]] bool is_part(std::string_view word);
/// "jun.", "jr", "III"
[[nodiscard]] bool is_suffix(std::string_view word, const Context& context);
/// "MP", "BSc": behind a name
[[nodiscard]] bool is_credential(std::string_view word, const Context& context);
/// Without the marks of a list around it.
[[nodiscard]] std::string_view bare(std::string_view word);

}  // namespace protokoll
