/// Values that are the document's own words.
#pragma once

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "ground/scene.hpp"
#include "ground/verdict.hpp"

namespace protokoll::grounds {

/// Where a value may stand.
struct Setting {
  Stretch within;                      ///< else it is misplaced
  std::vector<Stretch> preferred = {}; ///< where the tool found such a value
  std::vector<Stretch> own = {};       ///< places beside `within` that belong to it all the same
  bool states = false;                 ///< it tells a deed: what is denied there is contradicted
};

class TextGrounder {
 public:
  explicit TextGrounder(const Scene& scene) : scene_(scene) {}

  [[nodiscard]] Verdict ground(std::string_view value, const Setting& setting);
  /// The first that is not yet taken of the places where the value's words stand; nothing if there is none.
  [[nodiscard]] std::optional<Verdict> exact(std::string_view value, const Setting& setting);
  /// A place of words as a value has them, with the marks around that it has too.
  [[nodiscard]] Range fitted(std::string_view value, Stretch place) const;
  /// "the minutes have 'not', 'yet' more and 'was' less"
  [[nodiscard]] std::string difference(const Phrase& phrase, std::string_view value, const Alteration& alteration) const;

 private:
  [[nodiscard]] std::optional<Verdict> exact(std::string_view value, const Phrase& phrase, const Setting& setting);
  [[nodiscard]] std::optional<Verdict> marks_only(std::string_view value, Stretch within) const;
  [[nodiscard]] Verdict altered(std::string_view value, const Phrase& phrase, const Alteration& alteration) const;
  [[nodiscard]] bool is_denied(Stretch place) const;
  [[nodiscard]] bool denies(std::uint32_t word) const;

  const Scene& scene_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> taken_;
};

}  // namespace protokoll::grounds
