/// Columns of figures under the names of the sides of a vote, however they are set: in a table, or by blanks.
#pragma once

#include <vector>

#include "facts/votes/vote_parts.hpp"
#include "ground/scene.hpp"

namespace protokoll::grounds {

class SideColumns {
 public:
  explicit SideColumns(const Scene& scene);

  /// Rows of as many bare figures as the nearest heading in front names sides, each with its counts.
  struct Row {
    Vote vote;
    Stretch place;
  };
  [[nodiscard]] std::vector<Row> rows(Stretch within) const;

 private:
  struct Heading {
    std::uint32_t behind = 0;  ///< the word behind it
    std::vector<Side> sides;
  };

  void read(std::uint32_t block);

  const Scene& scene_;
  std::vector<Heading> headings_;
  std::uint32_t last_block_ = 0;
};

}  // namespace protokoll::grounds
