/// What minutes state, as the marks and the lists of a page show it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/printed.hpp"
#include "protokoll/model.hpp"
#include "writers/writer.hpp"

namespace protokoll::html_page {

/// In the order in which the page lists them.
enum class Kind : std::uint8_t { item, decision, vote, task, next, person, presenter, date, meeting, attachment, residue, finding };
inline constexpr Kind all_kinds[] = {Kind::item,      Kind::decision, Kind::vote,    Kind::task,       Kind::next,    Kind::person,
                                     Kind::presenter, Kind::date,     Kind::meeting, Kind::attachment, Kind::residue, Kind::finding};

/// "decision": in classes and ids.
[[nodiscard]] std::string_view name(Kind kind);

struct Fact {
  Kind kind;
  std::string id;       ///< of its place: "decision-1129" with the byte where it begins; the second there is "decision-1129-2"
  std::string pointer;  ///< to its JSON (RFC 6901), "/agenda/3/decisions/1"; of a finding "/0" in the list of findings
  std::string title;    ///< a few words for a list, on one line
  Span span;
  std::vector<Range> places = {};  ///< where it is shown, in the order of the text; empty if the document shows it nowhere
  int depth = 0;                   ///< of an item within the agenda
};

/// All that is shown by some words of the document, and the findings. What is said to be of one kind in the same bytes twice is one fact.
/// Ids are the same whatever else is found.
[[nodiscard]] std::vector<Fact> facts(const Minutes& minutes, const PrintedDocument& printed, const WriteOptions& options);

}  // namespace protokoll::html_page
