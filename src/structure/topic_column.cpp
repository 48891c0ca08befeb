#include "structure/topic_column.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "words/text.hpp"

namespace protokoll {
namespace {

const Container& container(std::int32_t number, const Context& context) { return context.document.containers[static_cast<std::size_t>(number)]; }

using Column = std::pair<std::int32_t, std::int32_t>;  // of a table

// The columns whose heading says that topics stand in them.
std::set<Column> topic_columns(const Context& context) {
  const auto& document = context.document;
  std::set<Column> columns;
  for (const auto& head : document.blocks) {
    const auto cell = document.enclosing(head.container, ContainerKind::cell);
    if (cell < 0 || !container(cell, context).header || !context.language.has("topic_columns", trim(document.view(head), U":*_ "))) continue;
    columns.emplace(document.enclosing(cell, ContainerKind::table), container(cell, context).index);
  }
  return columns;
}

// The first candidate of each cell below a heading of topics, by table.
std::unordered_map<std::int32_t, std::vector<std::size_t>> topics(const std::vector<Candidate>& candidates, const Context& context) {
  std::unordered_map<std::int32_t, std::vector<std::size_t>> tables;
  const auto columns = topic_columns(context);
  std::int32_t last = -1;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto cell = context.document.enclosing(context.document.blocks[candidates[i].block].container, ContainerKind::cell);
    if (cell < 0 || cell == std::exchange(last, cell) || container(cell, context).header) continue;
    if (const auto table = context.document.enclosing(cell, ContainerKind::table); columns.contains({table, container(cell, context).index})) tables[table].push_back(i);
  }
  return tables;
}

}  // namespace

void complete_topics(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const Context& context, std::vector<bool>& chosen) {
  constexpr std::ptrdiff_t some = 2;
  for (const auto& [table, cells] : topics(candidates, context)) {
    if (std::count_if(cells.begin(), cells.end(), [&](std::size_t i) { return chosen[i]; }) < some) continue;
    // Where some are numbered, the rows between them go on with what those tell.
    const auto numbered = [&](std::size_t i) { return signs[i].has(Sign::numbered) || signs[i].has(Sign::number_rendered) || signs[i].has(Sign::number_beside); };
    if (std::any_of(cells.begin(), cells.end(), numbered)) continue;
    for (const auto i : cells) chosen[i] = true;
  }
}

}  // namespace protokoll
