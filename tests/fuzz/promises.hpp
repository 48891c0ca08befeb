/// What must hold for every input; a harness that finds it broken says so and aborts.
#pragma once

#include <string>
#include <string_view>

#include "protokoll/check.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::fuzz {

/// Aborts with `what` and `detail` unless `holds`.
void promise(bool holds, std::string_view what, std::string_view detail = {});

/// Diagnostics are few, in the document, and say something in UTF-8.
void promise_diagnostics(const std::vector<Diagnostic>& diagnostics, std::size_t bytes);

/// Nothing lost, nothing invented, every span true.
void promise_verified(std::string_view bytes, const Minutes& minutes, const ReadOptions& options);

/// Every writer under every option: valid UTF-8 without control characters, JSON that parses, CSV that is rectangular.
void promise_outputs(const Minutes& minutes);

/// Every rule runs, its findings lie in the document, and what --fix makes needs no further fix. `minutes` comes from ReadOptions::observe.
void promise_checks(std::string_view bytes, const Minutes& minutes, const ReadOptions& options);

/// All of these on one document.
void promise_road(std::string_view bytes);

}  // namespace protokoll::fuzz
