/// A line of the head cut at the labels that speak of people.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "facts/attendance/people_label.hpp"

namespace protokoll {

struct PeopleSegment {
  std::string_view label;            ///< as printed; empty in front of the first label
  std::string_view value;
  std::optional<Standing> standing;  ///< what the label says
  bool other = false;                ///< the label belongs to another part of the head, or to nobody's knowledge
  bool group = false;                ///< it may name a group: "Vorstand: Mia Ott, Jo Kern"
};

[[nodiscard]] std::vector<PeopleSegment> people_segments(std::string_view text, const Context& context);

}  // namespace protokoll
