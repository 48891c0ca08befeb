/// What a label or heading says of the people below it.
#pragma once

#include <optional>
#include <string_view>

#include "structure/context.hpp"

namespace protokoll {

enum class Standing : std::uint8_t { present, excused, absent, guest, chair, secretary };

/// "A n w e s e n d"
[[nodiscard]] bool is_letter_spaced(std::string_view label);

/// What a label ("Entschuldigt", "Also in attendance:", "Minutes taken by") says; nothing if it speaks of no people of the meeting.
[[nodiscard]] std::optional<Standing> standing_of(std::string_view label, const Context& context);

/// What words beside a name ("entsch.", "present from 7 pm", "apologies") say of somebody; nothing if they are silent.
[[nodiscard]] std::optional<Standing> standing_of(WordClasses said);

[[nodiscard]] inline bool is_attendance(Standing standing) { return standing != Standing::chair && standing != Standing::secretary; }

/// The meeting's list of those.
[[nodiscard]] std::vector<Person>& people_of(Standing standing, Meeting& meeting);

/// Whether a label has another meaning for the head ("Datum", "Ort", "Tagesordnung").
[[nodiscard]] bool is_other_label(std::string_view label, const Context& context);

}  // namespace protokoll
