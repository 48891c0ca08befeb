/// The library's face: bytes in, minutes out, minutes in, text out. Works in memory; touches no file, stream or global.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"
#include "protokoll/model.hpp"

namespace protokoll {

/// The tool's version, "1.2.3".
[[nodiscard]] std::string_view version();

class Language;
class Questions;
class LanguageFile;
class TypicalWords;

/// A name with a one-line explanation, as listings print it.
struct Entry {
  std::string_view name;
  std::string_view summary;
  std::string_view extension = {};  ///< of files in this format, without dot; of a dialect those that its files have, with spaces between
  bool one_a_file = false;  ///< of a format: several documents one behind the other are no file in it
};

/// The languages that documents may be in. Make one and share it: it is safe to use from many threads.
class Languages {
 public:
  /// Those built in, and `files` (contents of language files), which replace or extend built-in ones of the same tag.
  /// Throws std::invalid_argument with the place of a fault in a file.
  explicit Languages(const std::vector<std::string>& files = {});
  ~Languages();
  Languages(const Languages&) = delete;
  Languages& operator=(const Languages&) = delete;

  [[nodiscard]] std::vector<Entry> list() const;  ///< tag and name, sorted by tag
  /// The language of a tag ("de", also for "de-AT"), or nullptr.
  [[nodiscard]] const Language* find(std::string_view tag) const;
  /// The language whose typical words are most frequent in the text; a declared one wins ties. Never fails.
  [[nodiscard]] const Language& detect(std::string_view text, std::string_view declared = {}) const;

 private:
  friend class TextLanguages;

  [[nodiscard]] std::optional<std::size_t> place(std::string_view tag) const;

  std::vector<std::unique_ptr<LanguageFile>> files_;
  std::unique_ptr<TypicalWords> typical_;
};

/// Weights of other fitting in the place of those built in: name of a question and content of its data file.
/// Throws std::invalid_argument with the question at fault.
[[nodiscard]] std::shared_ptr<const Questions> make_questions(const std::vector<std::pair<std::string, std::string>>& files);

struct ReadOptions {
  std::string name;               ///< of the document, for `source.name` and messages
  std::string dialect = "auto";   ///< a reader's name, or "auto"; in any case, as all names
  std::string language = "auto";  ///< BCP 47, or "auto": found from the text; a region ("en-GB") settles the order of day and month
  bool strict = false;            ///< leave out facts of low confidence
  bool observe = false;           ///< fill `Minutes::observations`, which `check` needs
  bool explain = false;           ///< fill `Minutes::evidence`
  bool tiles = true;              ///< fill `Minutes::tiles`, which `verify` and `check` need
  bool printed = false;           ///< fill `Minutes::printed`, which the writer `html` needs
  std::size_t max_bytes = std::size_t{256} << 20;  ///< a larger document is not read beyond this (diagnostic `too-large`)
  const Languages* languages = nullptr;  ///< default: those built in
  const Questions* weights = nullptr;    ///< default: those built in
};

/// Reads one document. Never fails on content: what is wrong with it is in `diagnostics`.
/// Throws std::invalid_argument on an unknown dialect or language.
[[nodiscard]] Minutes read(std::string_view bytes, const ReadOptions& options = {});

[[nodiscard]] std::vector<Entry> formats();
[[nodiscard]] std::vector<Entry> dialects();

/// Sets what a format needs of the reading. Throws std::invalid_argument on an unknown format.
void prepare_for(std::string_view format, ReadOptions& options);

struct WriteOptions {
  bool pretty = true;          ///< json: indented
  bool excel = false;          ///< csv: semicolon, BOM, CRLF, formulas disarmed (see writers/csv.cpp)
  std::string rows = "items";  ///< csv: items|decisions|votes|actions|attachments|people|next
  const std::vector<Diagnostic>* findings = nullptr;  ///< html: what `check` found, for the margin; spans in the bytes of the file
};

/// Writes minutes in a format of `formats()`. A stream of documents is the concatenation of `write` over all,
/// with `header` (csv: the row of column names; else empty) once in front.
/// Throws std::invalid_argument on an unknown format or `rows`.
[[nodiscard]] std::string write(const Minutes& minutes, std::string_view format, const WriteOptions& options = {});
[[nodiscard]] std::string header(std::string_view format, const WriteOptions& options = {});

/// The JSON Schema (2020-12) of `protokoll/1`.
[[nodiscard]] std::string schema();

/// Proof that nothing of a document was lost: its visible text, extracted straight by the markup library, against the tiles.
struct Verification {
  std::size_t visible = 0;      ///< visible characters (code points, without white space) of the document
  std::size_t lost = 0;         ///< visible characters that are in no tile
  std::size_t invented = 0;     ///< tile characters that the document does not show
  std::size_t tile_bytes = 0, residue_bytes = 0, markup_bytes = 0;
  std::string first_difference; ///< context of the first lost or invented character
  std::size_t false_spans = 0;  ///< values whose span does not give the value back
  std::string first_false_span;
  std::size_t contradictions = 0;  ///< values that their markup or a negation beside them takes back: struck out, a raised figure among digits, "not unanimous"
  std::string first_contradiction;

  [[nodiscard]] bool ok() const { return lost == 0 && invented == 0 && false_spans == 0 && contradictions == 0; }
};

/// Verifies one document; `minutes` must come from `read(bytes, options)`.
[[nodiscard]] Verification verify(std::string_view bytes, const Minutes& minutes, const ReadOptions& options = {});

/// The line and column of a byte of the file; past its end gives the end.
[[nodiscard]] Position position(std::string_view bytes, std::size_t byte);

}  // namespace protokoll
