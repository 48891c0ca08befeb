/// Pages for people: one file that needs nothing but itself, and in which nothing of a document is markup or script.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace protokoll {

/// Takes a document piece by piece.
using Put = std::function<void(std::string_view)>;

/// Writes src/pages/NAME.html: in the place of {{style}} what all pages look like, of {{script-hash}} the one that lets its own script run and no other
/// (CSP, https://www.w3.org/TR/CSP3/#match-element-to-source-list), of every other {{PART}} what `part` writes. That is not searched for parts again.
void fill_page(std::string_view name, const Put& put, const std::function<void(std::string_view part)>& part);

/// Text between tags and in attributes in quotation marks.
[[nodiscard]] std::string html(std::string_view text);
/// JSON that may stand in a <script>: nothing in it can end that.
[[nodiscard]] std::string script_json(std::string_view json);

}  // namespace protokoll
