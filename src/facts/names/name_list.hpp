/// A text that lists people, cut into its entries.
#pragma once

#include <string_view>
#include <vector>

#include "facts/names/name_entry.hpp"
#include "protokoll/model.hpp"

namespace protokoll {

/// What is known of a text before it is cut.
enum class ListShape {
  list,      ///< several people, commas between them
  one,       ///< one person: what follows a comma is an office, an organisation, an address
  reversed,  ///< one person, the last name in front: "Ohlsen, Hinnerk"
};

struct NameList {
  std::vector<NameEntry> people;  ///< those that can be names
  int others = 0;                 ///< entries that are none
  int offices = 0;                ///< entries that are an office without a name
  int sure = 0;                   ///< people with Likeness::sure

  [[nodiscard]] int entries() const { return static_cast<int>(people.size()) + others; }
};

/// The people of a text such as "Frau Dr. Weis (BA), Hr. Ott (ab 17:30 Uhr) und Mia".
[[nodiscard]] NameList read_list(std::string_view text, ListShape shape, const Context& context);

/// What shape the lines of one list have together.
[[nodiscard]] ListShape shape_of(const std::vector<std::string_view>& lines, const Context& context);

/// The model's person; `role` is given to one who has none.
[[nodiscard]] Person to_person(const NameEntry& entry, const Context& context, std::string_view role = {});

}  // namespace protokoll
