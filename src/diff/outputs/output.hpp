/// What the outputs of a diff share: a change as people are told it, and its places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diff.hpp"

namespace protokoll::differences {

/// Lines and columns of the begins of all changes in one version; empty where its file is not known.
[[nodiscard]] std::vector<Position> positions(const DiffVersion& version, const std::vector<Change>& changes, ChangeSide Change::*side);

/// A change in words.
struct ShownChange {
  std::string heading;         ///< its item, or the meeting; the same for changes that belong together
  std::string what;            ///< "Decision, Wording"
  std::string kind;            ///< "changed"
  std::string whose;           ///< the decision whose outcome changed, the person; may be empty
  std::vector<WordRun> value;  ///< long stretches of words that stayed are shortened
  std::string note;            ///< "4 -> 5", the outcome of a decision that was added; may be empty
  std::string old_place, new_place;  ///< "12:3", or "@1129" in bytes
};

/// In words of the language, all of them.
[[nodiscard]] std::vector<ShownChange> shown(const std::vector<Change>& changes, const DiffWriteOptions& options, std::string_view language);

/// Outputs of `write_diff`.
[[nodiscard]] std::string text_output(const std::vector<Change>& changes, const DiffWriteOptions& options);
[[nodiscard]] std::string json_output(const std::vector<Change>& changes, const DiffWriteOptions& options);
[[nodiscard]] std::string markdown_output(const std::vector<Change>& changes, const DiffWriteOptions& options);
[[nodiscard]] std::string html_output(const std::vector<Change>& changes, const DiffWriteOptions& options);

}  // namespace protokoll::differences
