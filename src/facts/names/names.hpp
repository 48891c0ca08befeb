/// Names of people in running text and in lists.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// A person as a text names one; views into the text.
struct NameMatch {
  std::string_view text;         ///< all of it: honorific, titles, name, and a following "(affiliation)" if there is one
  std::string_view honorific, title, name, affiliation, role;
};

/// A word that can be part of a name: a capital and letters, a hyphen or apostrophe among them; or an initial "A.".
[[nodiscard]] bool is_name_word(std::string_view word);

/// The honorific and titles at the begin of a text and what is left behind them.
struct Address {
  std::string_view honorific, title, rest;
};
[[nodiscard]] Address parse_address(std::string_view text, const Language& language);

/// What a document says of its people before any list is read: every "Herr Dr. Weis", "Ms Patel".
class NameEvidence {
 public:
  explicit NameEvidence(const Context& context);

  /// Somebody with this last name is addressed by an honorific or academic title somewhere.
  [[nodiscard]] bool knows(std::string_view last_name) const { return last_names_.contains(last_name); }
  /// Somebody with this name, or this given name, attended the meeting or was expected there.
  [[nodiscard]] bool attends(std::string_view name) const { return attendees_.contains(name); }
  /// Takes over the people of the head, once it is read.
  void learn(const Meeting& meeting);
  [[nodiscard]] const std::vector<NameMatch>& mentions() const { return mentions_; }

 private:
  // Notes whom an address at the begin of a text names; the words of both, or nothing.
  std::string_view mention(std::string_view rest, const Language& language);

  std::set<std::string_view> last_names_;
  std::set<std::string, std::less<>> attendees_;
  std::vector<NameMatch> mentions_;  // in document order
};

/// The model's person for a match.
[[nodiscard]] Person to_person(const NameMatch& match, const Context& context);

}  // namespace protokoll
