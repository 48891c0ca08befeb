/// Names of an answer against the lists and sentences in which the document names people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/scene.hpp"
#include "ground/verdict.hpp"

namespace protokoll::grounds {

/// As what somebody is named.
enum class Role { present, excused, absent, guest, chair, secretary };

class PeopleGrounder {
 public:
  explicit PeopleGrounder(const Scene& scene);

  /// Somebody in a role at the meeting: where those are listed or named.
  [[nodiscard]] Verdict in_role(std::string_view name, Role role) const;
  /// Somebody named within a stretch; at the widest within `within`, where it is misplaced.
  [[nodiscard]] Verdict near(std::string_view name, Stretch near, const std::vector<Person>& read) const;
  /// Somebody named anywhere.
  [[nodiscard]] Verdict anywhere(std::string_view name) const;

 private:
  struct Mention {
    Role role;
    Stretch place;
    std::string name;  ///< without case
  };
  struct Found {
    std::uint32_t begin = 0, size = 0;
    Grounding how = Grounding::exact;
    [[nodiscard]] Stretch place() const { return {begin, begin + size}; }
  };

  void learn(const std::vector<Person>& people, Role role);
  /// The places of a name: its words, the same behind a title, the last name in front.
  [[nodiscard]] std::vector<Found> find(std::string_view name, Stretch within) const;
  /// Places of what else the document calls that person ("Ms Patel").
  [[nodiscard]] std::vector<Found> aliases(std::string_view name, Stretch within) const;
  [[nodiscard]] bool fits(const Found& found, Role role) const;
  /// Whether the tool read somebody of that name in a role that rules this one out, and not in this one.
  [[nodiscard]] bool is_another(std::string_view name, Role role) const;
  /// Where lists of those who were there may stand: outside the items, and in items that hold such lists.
  [[nodiscard]] bool may_list(std::uint32_t word) const;
  [[nodiscard]] bool is_listed(Stretch place, Role role) const;
  [[nodiscard]] bool tells_role(std::uint32_t word, Role role) const;
  /// What the last of a text's words for a role says that those named are; `any`: the text has such a word.
  [[nodiscard]] bool says(std::string_view text, Role role, bool& any) const;
  [[nodiscard]] Verdict verdict(const Found& found) const { return {found.how, scene_.index().range(found.place())}; }

  const Scene& scene_;
  std::vector<Mention> mentions_;
  std::vector<std::vector<Stretch>> lists_;  // by role: what holds those the tool read
};

}  // namespace protokoll::grounds
