#include "protokoll/model.hpp"

#include <array>

#include "protokoll/mentions.hpp"

namespace protokoll {
namespace {

template <class Enum, std::size_t Size>
std::string_view name_of(Enum value, const std::array<std::string_view, Size>& names) {
  return names.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view to_string(Severity severity) {
  return name_of<Severity, 3>(severity, {"note", "warning", "error"});
}

std::string_view to_string(TileKind kind) {
  return name_of<TileKind, 11>(kind, {"head", "label", "title", "subtitle", "presenter", "heading", "block", "tail", "boilerplate", "residue", "aside"});
}

std::string_view to_string(By by) {
  return name_of<By, 7>(by, {"label", "phrase", "heading", "table", "list", "layout", "metadata"});
}

std::string_view to_string(Confidence confidence) {
  return name_of<Confidence, 2>(confidence, {"high", "low"});
}

std::string_view to_string(VoteOutcome outcome) {
  return name_of<VoteOutcome, 3>(outcome, {"adopted", "rejected", "deferred"});
}

std::string_view to_string(DecisionKind kind) {
  return name_of<DecisionKind, 6>(kind, {"decision", "agreement", "recommendation", "noted", "election", "discharge"});
}

std::string_view to_string(SectionKind kind) {
  return name_of<SectionKind, 7>(kind, {"report", "discussion", "decisions", "agreements", "actions", "votes", "other"});
}

std::string_view to_string(ItemStatus status) {
  return name_of<ItemStatus, 3>(status, {"treated", "deferred", "withdrawn"});
}

std::string_view to_string(MentionKind kind) {
  return name_of<MentionKind, 5>(kind, {"amends", "repeals", "executes", "deferred", "done"});
}

std::string_view to_string(BlockType type) {
  return name_of<BlockType, 3>(type, {"paragraph", "list", "table"});
}

}  // namespace protokoll
