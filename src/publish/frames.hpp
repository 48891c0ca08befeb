/// Names in running text of which the minutes' facts say nothing.
#pragma once

#include <string>
#include <vector>

#include "publish/names.hpp"

namespace protokoll::publishing {

struct FoundName {
  std::string name;
  bool sure = true;  ///< see PrivatePerson
};

/// "Anna Weis" by its given name, "Frau Weis" by the form of address, "A. Weis" where an entry begins, and what stands with `names` in one list with commas
/// ("Weis, Ott, Kern (2017)").
[[nodiscard]] std::vector<FoundName> find_frames(const NameText& text, const std::vector<NamePlace>& names, const Language& language);

}  // namespace protokoll::publishing
