/// Who presents an item: named at the end of its title, or right below it.
#pragma once

#include <span>
#include <string>
#include <unordered_set>

#include "facts/tasks/doers.hpp"

namespace protokoll {

struct TitleSplit {
  std::string_view title;      ///< without those who present
  std::string_view presented;  ///< the words that name them, with brackets and label; empty if they belong to the title
  std::vector<Person> presenters;
};

/// How the titles of an agenda name those who present: what stands in the same place in several of them is a name, whoever bears it.
struct PresenterHabit {
  std::unordered_set<std::string> names;  ///< single words that several titles have in brackets at their end
  bool behind_commas = false;             ///< "Report, Mia Ott" in several titles
  bool behind_colons = false;             ///< "Report: Mia Ott" in several titles
};

[[nodiscard]] PresenterHabit presenter_habit(std::span<const std::string_view> titles, const Context& context);

/// "Budget (Mia Ott)", "Budget – M. Ott", "Budget / MO", "Bericht des Kassiers Karl Ott". Without presenters the title is whole.
[[nodiscard]] TitleSplit split_presenters(std::string_view title, const Context& context);

/// The people of a text that names people and says nothing else; empty if it does.
[[nodiscard]] std::vector<Person> people_alone(std::string_view text, const Context& context);

/// Those named by a line of an item's text: behind a label for them, or, in its `first` line, nobody but names.
[[nodiscard]] std::vector<Person> presenters_in(std::string_view line, bool first, const Context& context);

}  // namespace protokoll
