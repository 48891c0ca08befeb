/// Tasks told by a word of duty or with what is to be done in front.
#pragma once

#include "facts/tasks/task_frame.hpp"

namespace protokoll {

/// "…, den Plan herauszugeben.": the last word is a verb in the infinitive.
[[nodiscard]] bool closes_with_infinitive(Tokens tokens, const Context& context);

/// "Frau Ott soll mit der Gemeinde reden", "bis Mai soll Mia die Liste prüfen": a word of duty beside somebody, and an infinitive that ends the
/// clause.
[[nodiscard]] bool tells_duty(const TaskFrame& frame, const Context& context);

/// "Die Schlüssel werden von Mia abgeholt", "the keys will be fetched by Mia".
[[nodiscard]] bool is_done_by(const TaskFrame& frame, const Context& context);

/// "Mia hat angeboten, den Anhänger zu fahren": behind the comma what is to be done.
[[nodiscard]] bool has_offered(const TaskFrame& frame, const Context& context);

/// "Den Kuchen besorgt Mia": an object, the verb of work and who does it, nothing else.
[[nodiscard]] bool puts_work_first(const TaskFrame& frame, const Context& context);

}  // namespace protokoll
