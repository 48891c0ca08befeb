/// Names for outputs that stay inside their folder and never meet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace protokoll::cli::batch {

/// `path` as a relative one that leads nowhere but down: without a leading "/", "." and "..".
[[nodiscard]] std::string inside(std::string_view path);

/// "2017/25" for "2017/25.html"; a name that begins with its only dot has no extension.
[[nodiscard]] std::string_view without_extension(std::string_view name);

struct OutputName {
  std::string name;
  unsigned number = 0;  ///< among the names that could be given to the document
};

/// Names that earlier runs gave to documents, both as fingerprints.
class GivenNames {
 public:
  /// `document` is hash64 of its path, `name` of the output's.
  void add(std::uint64_t document, std::uint64_t name, unsigned number);
  [[nodiscard]] bool has(std::uint64_t name) const { return names_.contains(name); }

 private:
  friend class OutputNames;
  struct Given {
    std::uint64_t name;
    unsigned number;
  };

  std::unordered_multimap<std::uint64_t, Given> of_document_;  // several for one that was named several times
  std::unordered_set<std::uint64_t> names_;
};

/// Gives every document its output: "a/b.json" for "a/b.html", "a/b.md.json" for an "a/b.md" that comes later. A document keeps the name that it
/// was given before, and nobody else gets that one.
class OutputNames {
 public:
  explicit OutputNames(std::string extension, GivenNames given = {}) : extension_(std::move(extension)), given_(std::move(given)) {}

  /// For the document of this name in the tree and `key`, hash64 of its path.
  [[nodiscard]] OutputName take(std::string_view name, std::uint64_t key);

 private:
  [[nodiscard]] std::string candidate(std::string_view name, unsigned number) const;

  std::string extension_;
  GivenNames given_;
  std::unordered_set<std::uint64_t> taken_;  // fingerprints: a clash of two would only make a name longer
};

}  // namespace protokoll::cli::batch
