/// A task set down line by line: "What? Book the stage", "Who? Timo", "By when? 31 May".
#pragma once

#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// The lines of a card; a view is empty where no line has its label.
struct TaskCard {
  std::string_view what, who, due;

  [[nodiscard]] bool tells() const { return !who.empty() || !due.empty(); }
};

/// Reads a paragraph; what stands in front of its first line with a label is what is to be done.
[[nodiscard]] TaskCard read_card(std::string_view text, const Language& language);

/// Adds the task of a paragraph whose first line is labelled as well; whether it is one.
bool card_action(const Piece& piece, const Context& context, std::vector<Action>& actions);

}  // namespace protokoll
