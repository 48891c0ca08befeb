/// Boxes in front of what is to be done: those of task lists, and those that stand in the text.
#pragma once

#include <optional>
#include <string_view>

#include "structure/context.hpp"

namespace protokoll {

struct Box {
  bool ticked = false;
  std::string_view rest;  ///< what stands behind it
};

[[nodiscard]] std::optional<Box> box_of(const Piece& piece, const Context& context);

}  // namespace protokoll
