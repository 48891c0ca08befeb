/// The public edition of minutes: without the closed part and without private names, and the proof that nothing of them is left.
/// Works in memory; touches no file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "protokoll/protokoll.hpp"

namespace protokoll {

struct PublishOptions {
  ReadOptions read;
  bool closed_titles = false;            ///< a closed item keeps its title beside its number
  bool keep_chair = false, keep_secretary = false, keep_presenters = false;
  bool keep_officers = false;            ///< who bears an office in the minutes, chair and secretary among them
  std::vector<std::string> keep_names;   ///< people who stay: a full name, or a last name that one person bears
  std::vector<std::string> keep_words;   ///< words that are no names here, in any case: they and words that begin with them stay
  bool ordinary_words = false;           ///< ordinary words that hold a name ("markets": Mark) stay, but for compounds ("Markstreet")
};

enum class RemovalKind { name, initials, email, telephone, handle, author, comment, hidden, script, tracked_change, closed_item };

[[nodiscard]] std::string_view to_string(RemovalKind kind);

/// Removal::uncertain of a word that only holds a name.
inline constexpr std::string_view a_part_of_a_word = "a part of a word";

/// Something that was taken out. Never for the public: it holds what was taken out.
struct Removal {
  RemovalKind kind;
  Span span;               ///< in the original; tags within it stay
  std::string words;       ///< what stood there, on one line
  std::string mark;        ///< what stands there now; may be empty
  std::string uncertain;   ///< why it may be a false removal; empty if it is none
};

/// Whom a mark stands for.
struct Marked {
  std::string mark, name;
  int places = 0;
};

struct Publication {
  std::string bytes;              ///< in the document's format and encoding
  std::vector<Removal> removals;  ///< in the order of the original
  std::vector<Marked> people;     ///< in the order of their marks
  std::string dialect, language;  ///< of the document: for who reads `bytes` again
};

/// The public edition. The same document with the same options gives the same bytes.
/// Throws std::invalid_argument on an unknown dialect or language, and on a document larger than ReadOptions::max_bytes.
[[nodiscard]] Publication publish(std::string_view bytes, const PublishOptions& options);

/// A place of a public edition that proves it wrong.
struct Leak {
  Span span;          ///< in the public edition
  std::string what;   ///< a sentence: what stands there, and what it is of
};

struct PublicationProof {
  std::vector<Leak> leaks;    ///< what was taken out and stands there; some hundred at most
  std::optional<Leak> change; ///< the first place that differs though nothing was taken out there
  /// Words that hold a name and stay as ordinary ones, by how often: under PublishOptions::ordinary_words, and names of up to three letters ("may").
  std::vector<std::pair<std::string, int>> ordinary;
  std::size_t searched = 0;   ///< names and other strings that were looked for

  [[nodiscard]] bool ok() const { return leaks.empty() && !change; }
};

/// Whether `published` holds nothing of what publish() takes out of `original` under the same options, and all else to the byte.
[[nodiscard]] PublicationProof verify_publication(std::string_view original, std::string_view published, const PublishOptions& options);

}  // namespace protokoll
