/// Who may be meant to do something: the people, offices and bodies that a sentence names, and where in it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// The people of the head by all that a sentence may call them: whole name, given name, last name, initials; and those who act in the text like them.
class KnownPeople {
 public:
  KnownPeople(const Meeting& meeting, const Context& context);
  [[nodiscard]] bool has(std::string_view name) const { return names_.contains(std::string(name)); }
  /// Whether a word of the text that the head doesn't name acts like a person again and again.
  [[nodiscard]] bool acts(std::string_view name) const { return acting_.contains(std::string(name)); }
  [[nodiscard]] bool has_initials(std::string_view letters) const { return initials_.contains(std::string(letters)); }

 private:
  std::unordered_set<std::string> names_, initials_, acting_;
};

/// The people of the head, which is read by then; gathered once for a document.
[[nodiscard]] const KnownPeople& known_people(const Context& context);

enum class DoerKind : std::uint8_t { person, office, body, everybody, pronoun, unknown };

/// One that a sentence names; `name` without article, honorific and title.
struct Doer {
  DoerKind kind;
  std::string_view name, honorific;
};

/// Where in a sentence they stand.
enum class DoerPlace : std::uint8_t { front, colon, arrow, bracket, end, alone, inside };

/// Several joined by "and", commas or slashes stand in one place.
struct DoerGroup {
  std::size_t first = 0, last = 0;  ///< tokens, half-open
  DoerPlace place = DoerPlace::inside;
  std::vector<Doer> doers;

  /// That of the first; of a person where one is among them.
  [[nodiscard]] DoerKind kind() const {
    for (const auto& doer : doers)
      if (doer.kind == DoerKind::person) return doer.kind;
    return doers.front().kind;
  }
};

[[nodiscard]] std::string_view to_string(DoerKind kind);
[[nodiscard]] std::string_view to_string(DoerPlace place);

/// All groups of a sentence in order. `start` is the first token behind bullets and labels.
[[nodiscard]] std::vector<DoerGroup> find_doers(Tokens tokens, std::size_t start, const Context& context);

[[nodiscard]] Person to_person(const Doer& doer, const Context& context);

}  // namespace protokoll
