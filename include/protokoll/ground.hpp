/// What somebody else says about minutes, proved against their text: every value of an answer in JSON with where the minutes state it,
/// or that they do not. Works in memory; offline and always in the same way.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/protokoll.hpp"

namespace protokoll {

/// How a value stands in the minutes.
enum class Grounding {
  exact,        ///< the same words: case, white space, typographic marks, hyphenation at line ends, entities and markup set aside
  derived,      ///< follows from words that stand there: a date, a time, a count, an outcome, a status, a kind, a name without its title
  altered,      ///< nine tenths of its words or more stand there in this order
  missing,      ///< nothing of the kind stands there
  misplaced,    ///< stands there, but not where the answer has it: under another item, on another list, in another order
  contradicted  ///< the minutes say otherwise: another count, outcome or date, a denial
};

[[nodiscard]] std::string_view to_string(Grounding grounding);
/// Whether the minutes state it.
[[nodiscard]] constexpr bool holds(Grounding grounding) { return grounding == Grounding::exact || grounding == Grounding::derived; }

/// One value of an answer.
struct GroundedValue {
  std::string pointer;  ///< RFC 6901
  std::string value;    ///< as text
  Grounding grounding = Grounding::missing;
  Span span;            ///< the words that it rests on or that contradict it; empty where nothing of it stands in the document
  Span elsewhere;       ///< of a misplaced one: where it would have to stand; may be empty
  std::string note;     ///< what is wrong with it, for people; empty if nothing is
};

/// A place where answer and tool do not say the same (GroundOptions::compare).
struct Comparison {
  enum class Who { both, answer, tool, differ } who = Who::both;
  std::string kind;     ///< "item", "decision", "vote", "task", "present" …
  std::string pointer;  ///< into the answer; empty where only the tool has it
  std::string answer, tool;  ///< what each says; empty where it says nothing
  int item = 0;         ///< number of the tool's item from 1, in the order of the text; 0 outside all
  Span span;            ///< where the tool found it, else where the answer's value stands
  bool grounded = true; ///< whether the document states what the answer says
};

[[nodiscard]] std::string_view to_string(Comparison::Who who);

struct GroundOptions {
  ReadOptions read;
  bool strict = false;   ///< the JSON leaves out what is neither exact nor derived
  bool pretty = true;    ///< the JSON is indented
  bool compare = false;  ///< fill `comparisons`
  bool merge = false;    ///< the JSON is the union of what holds of the answer and of what the tool read, each with "by"
  std::size_t max_answer_bytes = std::size_t{64} << 20;  ///< a larger answer is refused
};

/// An answer that cannot be read: the sentence says what is wrong with it, and at which byte or value.
struct BadAnswer : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Grounded {
  std::vector<GroundedValue> values;  ///< in the order of the answer
  std::vector<std::string> unknown;   ///< pointers to what is no part of `protokoll/1`: kept, and not looked at
  std::vector<Comparison> comparisons;
  std::string json;                   ///< `protokoll/1` with spans and "grounding"
  std::size_t unchecked = 0;          ///< values that were given up as missing: the answer asks for more comparing than a document is worth

  [[nodiscard]] bool ok() const;      ///< everything holds
};

/// Proves `answer` (JSON: `protokoll/1` with or without spans, or a part of it) against the document. Linear in both but for answers made to
/// be slow, which are given up. Throws BadAnswer; std::invalid_argument on an unknown dialect or language.
[[nodiscard]] Grounded ground(std::string_view bytes, std::string_view answer, const GroundOptions& options = {});

/// The JSON Schema that an asked service should fill: `protokoll/1` without spans, without `$ref`, every field described.
[[nodiscard]] std::string answer_schema();

}  // namespace protokoll
