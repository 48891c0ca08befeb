/// One entry of a list of people: who it names and what else it says of them.
#pragma once

#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// How much a text looks like a person's name.
enum class Likeness : std::uint8_t {
  none,
  nick,   ///< one word, maybe small: "yannik", "m4x"
  plain,  ///< capitalised words that could be something else
  sure,   ///< with a given name, an initial, a form of address or an office
};

struct NameEntry {
  std::string_view text;                       ///< all of it
  std::string_view name, honorific, title, role, affiliation;
  std::string_view tail;                       ///< what follows the name without a mark between
  std::vector<std::string_view> notes;         ///< contents of brackets
  Likeness likeness = Likeness::none;
  WordClasses said;                            ///< classes of the words beside the name
};

/// Reads an entry, cut out of its list.
[[nodiscard]] NameEntry read_entry(std::string_view text, const Context& context);

/// Two words or more, or one with a form of address or a title in front.
[[nodiscard]] bool is_full(const NameEntry& entry);

/// How much a text, without office or form of address, looks like a name.
[[nodiscard]] Likeness likeness_of(std::string_view name, const Context& context);

/// A text that is an office and nothing else ("Vice Chairman", "Councillor:", "2. Bürgermeisterin").
[[nodiscard]] bool is_office(std::string_view text, const Context& context);

/// "krank", "online", "she/her", "@mott": said of somebody, but no house that sent them.
[[nodiscard]] bool is_remark(std::string_view note, const Context& context);

/// The text behind the offices, forms of address and titles in front of it, which it puts into the entry.
[[nodiscard]] std::string_view strip_front(std::string_view text, NameEntry& entry, const Context& context);

/// "from item 2 on", "zu TOP 2": when somebody was there.
[[nodiscard]] bool names_an_item(std::string_view note, const Context& context);

}  // namespace protokoll
