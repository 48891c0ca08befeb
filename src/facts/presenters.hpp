/// Who presents an item: named at the end of its title, or right below it.
#pragma once

#include "facts/doers.hpp"

namespace protokoll {

struct TitleSplit {
  std::string_view title;      ///< without those who present
  std::string_view presented;  ///< the words that name them, with brackets and label; empty if they belong to the title
  std::vector<Person> presenters;
};

/// "Budget (Mia Ott)", "Budget – M. Ott", "Budget / MO", "Bericht des Kassiers Karl Ott". Without presenters the title is whole.
[[nodiscard]] TitleSplit split_presenters(std::string_view title, const Context& context);

/// Those named by a line of an item's text: behind a label for them, or, in its `first` line, nobody but names.
[[nodiscard]] std::vector<Person> presenters_in(std::string_view line, bool first, const Context& context);

}  // namespace protokoll
