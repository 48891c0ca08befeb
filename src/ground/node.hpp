/// An answer's JSON while it is proved: values are read, judged and marked.
#pragma once

#include <rapidjson/document.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ground/scene.hpp"
#include "ground/verdict.hpp"
#include "protokoll/ground.hpp"

namespace protokoll::grounds {

using Json = rapidjson::Value;
using Allocator = rapidjson::Document::AllocatorType;

class Comparing;

/// What is written down of an answer as it is gone through.
struct Record {
  const Scene& scene;
  Allocator& allocator;
  Grounded& result;
  bool strict = false;
  Comparing* comparing = nullptr;  ///< where the answer is held beside the tool's reading; may be null
};

/// One object of an answer. What is judged is noted in the record at once and written into the object by finish().
class Node {
 public:
  Node(Json& json, std::string pointer, Record& record) : json_(json), pointer_(std::move(pointer)), record_(record) {}

  [[nodiscard]] Json& json() { return json_; }
  [[nodiscard]] Record& record() { return record_; }
  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  [[nodiscard]] std::string pointer(std::string_view key) const;

  /// A member's value; nothing where it is absent or null. One of another type is noted as missing.
  [[nodiscard]] std::optional<std::string> text(const char* key);
  [[nodiscard]] std::optional<int> number(const char* key);
  [[nodiscard]] std::optional<bool> flag(const char* key);
  [[nodiscard]] Json* object(const char* key);
  [[nodiscard]] Json* array(const char* key);
  /// Where the answer itself says that a value stands ("span", or `key` of "spans").
  [[nodiscard]] Span said(const char* key) const;

  void judge(const char* key, std::string_view value, Verdict verdict);
  /// The value that the object is about: its place is the object's.
  void judge_main(const char* key, std::string_view value, Verdict verdict);
  void place(Range range) { main_ = range; }
  void place(Span span) { main_span_ = span; }
  /// An entry of an array of texts.
  void judge_entry(const char* key, std::size_t at, std::string_view value, const Verdict& verdict);
  /// A cell of a table; `path` is that of its row.
  void judge_cell(std::string_view path, std::size_t at, std::string_view value, const Verdict& verdict);
  /// Keeps a member as it is.
  void keep(const char* key) { known_.emplace_back(key); }

  /// Notes what is unknown; writes spans and grounding. Whether the object is to be kept under `strict`.
  bool finish();

  /// Each object of an array, in order; under `strict` those that `visit` does not want kept are taken out. A text where an object should be is
  /// given to `visit_text`, if there is one.
  void each(const char* key, const std::function<bool(Node&)>& visit, const std::function<bool(std::string_view, std::size_t)>& visit_text = {});

 private:
  struct Mark {
    std::string key;
    Grounding grounding;
    Range place;
  };

  Json* member(const char* key);
  void wrong(const char* key, std::string_view wanted);
  void note(const std::string& pointer, std::string_view value, const Verdict& verdict);
  void write_spans();
  void write_grounding();
  void note_unknown();
  [[nodiscard]] Json pair(Span span) const;
  void set(const char* key, Json value);

  Json& json_;
  std::string pointer_;
  Record& record_;
  std::vector<std::string> known_;
  std::vector<Mark> marks_;
  std::vector<std::pair<std::string, std::vector<Grounding>>> lists_;
  std::optional<Range> main_;
  std::optional<Span> main_span_;
  bool main_stands_ = true;
};

}  // namespace protokoll::grounds
