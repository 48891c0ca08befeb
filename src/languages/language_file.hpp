/// A language file of which only the front is read until somebody asks for the language.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "languages/language.hpp"

namespace protokoll {

/// What it takes to choose among languages.
struct LanguageFront {
  std::string tag, name;
  std::vector<std::string> typical;  ///< words
};

/// Reads no further than it must: the file gives these first. What is missing or faulty stays empty.
[[nodiscard]] LanguageFront read_front(std::string_view json);

class LanguageFile {
 public:
  explicit LanguageFile(std::string json) : own_(std::move(json)), json_(own_), front_(read_front(json_)) {}
  /// One that is built in: its words have been laid out, the rest of it is JSON.
  LanguageFile(std::string_view rest, flat::Image lexicon, flat::Image lists) : json_(rest), lexicon_(lexicon), lists_(lists), front_(read_front(json_)) {}
  LanguageFile(const LanguageFile&) = delete;
  LanguageFile& operator=(const LanguageFile&) = delete;

  [[nodiscard]] const LanguageFront& front() const { return front_; }
  /// Compiled when first asked for, which may be on any thread. Throws std::invalid_argument with the place of a fault.
  [[nodiscard]] const Language& language() const;

 private:
  std::string own_;
  std::string_view json_;
  flat::Image lexicon_, lists_;
  LanguageFront front_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<Language> language_;
};

}  // namespace protokoll
