/// Ways to reach somebody: e-mail addresses, telephone numbers, handles.
#pragma once

#include <vector>

#include "languages/language.hpp"
#include "publish/cuts.hpp"
#include "publish/signs.hpp"

namespace protokoll::publishing {

/// "a.weis@example.org", "a.weis (at) example.org", "0171 2345678", "+49 (0)171/2345678", "@weis". A number is one of a telephone by its form (ITU-T E.164:
/// no more than fifteen digits) or by a word in front ("Tel."); what is a date, a time or an amount is none. `prose`: else values of attributes.
[[nodiscard]] std::vector<Cut> find_contacts(const std::vector<Sign>& signs, bool prose, const Language& language);

}  // namespace protokoll::publishing
