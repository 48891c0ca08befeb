/// Whose names are taken out, and by which words they are known.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "languages/language.hpp"
#include "protokoll/model.hpp"
#include "protokoll/publish.hpp"
#include "publish/letters.hpp"

namespace protokoll::publishing {

/// A word of a name: "Weis", one half of "Ott-Kern".
struct NamePart {
  std::u32string letters;  ///< folded
  bool given = false;      ///< a given name that a list knows, in front of another word
};

struct PrivatePerson {
  std::string name;                   ///< as the minutes print it most fully
  std::vector<NamePart> parts;
  std::vector<std::string> particles; ///< "von", as printed
  std::u32string initials;            ///< "aw" of Anna Weis; empty of one with a single word
  char32_t lead = 0;                  ///< "a" of Anna Weis and of A. Weis; 0 where only a last name is known
  bool sure = true;                   ///< else one word that may be no name: only the whole word is
  bool kept = false;
};

class PrivatePeople {
 public:
  explicit PrivatePeople(const Language& language) : language_(language) {}

  [[nodiscard]] const Language& language() const { return language_; }
  [[nodiscard]] const std::vector<PrivatePerson>& all() const { return people_; }
  [[nodiscard]] const PrivatePerson& at(std::uint32_t number) const { return people_[number]; }

  /// Everybody whom the minutes name; who is kept by the options stays.
  void add(const Minutes& minutes, const PublishOptions& options);
  /// Somebody found elsewhere; a name that says nothing new adds nobody, one that says more of somebody is theirs. `sure`: see PrivatePerson.
  void add(std::string_view name, bool sure);
  /// Marks who is kept by name. Those kept by office are marked anew with them: more may be known of their names now.
  void keep(const std::vector<std::string>& names);

  /// All words of all names, numbered by person. Of very many who bear one only some are numbered, one of them to be taken out if there is any.
  [[nodiscard]] Patterns patterns() const;
  /// Whether a word of the person's name is these letters in one of its spellings ("Mueller", "Müller").
  [[nodiscard]] static bool has_part(const PrivatePerson& person, std::u32string_view letters);

 private:
  void add_parts(std::string_view name, PrivatePerson& person) const;
  /// Those whose names hold all words of a name, and whose given names may be the same.
  [[nodiscard]] std::vector<std::uint32_t> with_parts_of(const PrivatePerson& person) const;
  /// Somebody known by one word only, which is one of these, or nobody.
  [[nodiscard]] std::optional<std::uint32_t> known_by_less(const PrivatePerson& person) const;
  void note(std::uint32_t number);
  [[nodiscard]] bool is_part_of(std::string_view word, bool last, bool addressed) const;

  const Language& language_;
  std::vector<PrivatePerson> people_;
  std::map<std::u32string, std::set<std::uint32_t>, std::less<>> by_part_;
  std::vector<std::string> officers_;  ///< names of those who are kept by what they do
};

/// Whether a word in a name is a part of it: no particle, title, office or initial. Behind a given name or a form of address words for offices are names ("Frau Küster").
enum class Behind { nothing, name };
[[nodiscard]] bool is_name_part(std::string_view word, const Language& language, Behind behind = Behind::nothing);

/// The ways to write folded letters without umlauts.
[[nodiscard]] std::vector<std::u32string> spellings(std::string_view word);

}  // namespace protokoll::publishing
