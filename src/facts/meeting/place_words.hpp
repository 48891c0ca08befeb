/// What parts a place from what stands beside it.
#pragma once

#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// Words that say what a part of a line is if it is no place.
constexpr WordClasses no_place{WordClass::meeting_noun, WordClass::minutes_noun, WordClass::agenda_noun, WordClass::office, WordClass::chair_office,
                               WordClass::secretary_office, WordClass::present, WordClass::excused, WordClass::absent, WordClass::members, WordClass::open,
                               WordClass::close, WordClass::agenda_title, WordClass::public_part, WordClass::closed_part};

/// Marks around a place.
constexpr std::u32string_view place_edges = U" ,;:.–—-|•·*_/>\"";

/// The stretches of a text that are dates and times.
[[nodiscard]] std::vector<std::string_view> calendar_parts(std::string_view text, const Language& language);
/// What the words say that are no place themselves: "online" is one, whoever is present there.
[[nodiscard]] WordClasses classes_beside_place(std::string_view text, const Context& context);
/// "under the oak (it rained)": a remark is no part of the place.
[[nodiscard]] std::string_view without_remark(std::string_view text);

}  // namespace protokoll
