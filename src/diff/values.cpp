#include "diff/values.hpp"

#include "diff/compared.hpp"
#include "diff/edit_script.hpp"

namespace protokoll::differences {
namespace {

Change change_of(const Field& field, const PlacedValue& before, const PlacedValue& after) {
  Change change{.subject = field.subject, .field = std::string(field.name), .name = std::string(field.whose)};
  change.kind = before.value.empty() ? ChangeKind::added : after.value.empty() ? ChangeKind::removed : ChangeKind::changed;
  change.before = {.value = before.value, .span = before.span};
  change.after = {.value = after.value, .span = after.span};
  return change;
}

}  // namespace

void compare_value(const Field& field, const PlacedValue& before, const PlacedValue& after, const Report& report) {
  if (before.value != after.value) report(change_of(field, before, after));
}

void compare_words(const Field& field, const PlacedValue& before, const PlacedValue& after, const Report& report) {
  if (compared(before.value) == compared(after.value)) return;
  auto change = change_of(field, before, after);
  if (change.kind == ChangeKind::changed) change.words = word_diff(before.value, after.value);
  report(std::move(change));
}

void compare_text(const Field& field, const TextWithParts& before, const TextWithParts& after, const Report& report) {
  std::string old_rest = before.text.value, new_rest = after.text.value;
  for (std::size_t i = 0; i < before.parts.size(); ++i) {
    const auto& old_part = before.parts[i];
    const auto& new_part = after.parts[i];
    // Only what both have can differ in itself alone.
    if (old_part.value == new_part.value || old_part.printed.empty() || new_part.printed.empty()) continue;
    const auto old_at = old_rest.find(old_part.printed), new_at = new_rest.find(new_part.printed);
    if (old_at == std::string::npos || new_at == std::string::npos) continue;
    old_rest.erase(old_at, old_part.printed.size());
    new_rest.erase(new_at, new_part.printed.size());
  }
  if (compared(old_rest) != compared(new_rest)) compare_words(field, before.text, after.text, report);
}

TextPart part_of(const Stated& stated) { return {stated.printed.empty() ? stated.value : stated.printed, stated.value}; }

PlacedValue placed(const Stated& stated, Span owner) { return {stated.value, stated.span.empty() ? owner : stated.span}; }

}  // namespace protokoll::differences
