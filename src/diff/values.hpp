/// Changes of single values.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diff.hpp"

namespace protokoll::differences {

/// A value, and its place or that of what it belongs to.
struct PlacedValue {
  std::string value;
  Span span;
};

/// Takes each change as it is found.
using Report = std::function<void(Change)>;

/// What a field of a subject is about.
struct Field {
  ChangeSubject subject;
  std::string_view name;
  std::string_view whose = {};  ///< Change::name
};

/// A value of a fixed form: a date, a number, a name of `protokoll/1`.
void compare_value(const Field& field, const PlacedValue& before, const PlacedValue& after, const Report& report);
/// Words: reported with a word diff, unless they say the same.
void compare_words(const Field& field, const PlacedValue& before, const PlacedValue& after, const Report& report);

/// What is read out of a text: "by 1 May" of a task, the figures of a decision's vote.
struct TextPart {
  std::string printed;  ///< empty where there is none
  std::string value;
};

struct TextWithParts {
  PlacedValue text;
  std::vector<TextPart> parts;  ///< as many on both sides
};

/// As compare_words, but silent where nothing differs outside the parts whose values changed: that is told of these.
void compare_text(const Field& field, const TextWithParts& before, const TextWithParts& after, const Report& report);

[[nodiscard]] TextPart part_of(const Stated& stated);

/// What the minutes state; its place, or where that is unknown the place of what it belongs to.
[[nodiscard]] PlacedValue placed(const Stated& stated, Span owner = {});

/// The value of a fact that may be absent.
template <class Enum>
[[nodiscard]] std::string name_of(const std::optional<Enum>& value) {
  return value ? std::string(to_string(*value)) : std::string();
}

}  // namespace protokoll::differences
