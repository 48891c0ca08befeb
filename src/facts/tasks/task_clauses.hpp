/// What of a text gives a task of its own: sentences, parts of a paragraph under a label, clauses.
#pragma once

#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// The tasks of a paragraph under a label: each sentence that says in front who does it begins one; what follows belongs to it.
[[nodiscard]] std::vector<std::string_view> task_paragraph_parts(std::string_view text, const Context& context);

/// "Mia writes the letter, Jo takes it to the post": each of them begins a clause. "→ Mia: soup → Jo: boat": so does each arrow.
[[nodiscard]] std::vector<std::string_view> task_clauses(std::string_view sentence, const Context& context);

/// "--> Mia, Jo", "Responsible: Mia": whether a sentence says nothing but who does what stands in front.
[[nodiscard]] bool only_names_who(std::string_view sentence, const Context& context);

/// The sentences of a text; one that is nothing but who is to do it, in brackets or behind an arrow, belongs to those in front: "The roof leaks. (Action Mia)"
[[nodiscard]] std::vector<std::string_view> task_sentences(std::string_view text, const Context& context);

}  // namespace protokoll
