#include "structure/context.hpp"

#include <algorithm>
#include <cassert>

#include "words/text.hpp"

namespace protokoll {

Range Context::range(std::string_view view) const {
  if (view.data() == nullptr) return {};
  const auto begin = view.data() - document.text.data();
  assert(begin >= 0 && static_cast<std::size_t>(begin) + view.size() <= document.text.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(view.size())};
}

const std::vector<std::string_view>& Context::sentences(std::string_view view) const {
  const auto [place, made] = cut.try_emplace({view.data(), view.size()});
  if (made) place->second = protokoll::sentences(view, language);
  return place->second;
}

bool Context::in_data_cell(const Piece& piece) const {
  const auto table = document.enclosing(block(piece).container, ContainerKind::table);
  return table >= 0 && !is_frame(table);
}

void Context::find_layout_tables() {
  frames.assign(document.containers.size(), true);
  std::vector<std::int32_t> cell_of_row(document.containers.size(), -1);
  for (const auto& text : document.blocks) {
    const auto cell = text.range.empty() ? -1 : document.enclosing(text.container, ContainerKind::cell);
    const auto row = document.enclosing(cell, ContainerKind::row);
    const auto table = document.enclosing(row, ContainerKind::table);
    if (row < 0 || table < 0) continue;
    if (cell_of_row[row] >= 0 && cell_of_row[row] != cell) frames[table] = false;
    cell_of_row[row] = cell;
  }
}

Span Context::span(std::string_view view) const { return source.to_bytes(document.to_source(range(view))); }

std::string Context::flat(std::string_view view) {
  std::string text(view);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

Stated Context::stated(std::string_view view) const { return view.empty() ? Stated{} : Stated{flat(view), span(view)}; }

Stated Context::derived(std::string value, std::string_view words, std::string reason) const {
  return {std::move(value), span(words), flat(words), std::move(reason)};
}

void Context::explain(std::string_view question, std::string_view place, const Weights& used, const Features& features, bool chosen, int block) const {
  if (!options.explain) return;
  constexpr std::size_t shown = 80;
  auto text = flat(place.substr(0, shown));
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U)) text.pop_back();
  minutes.evidence.push_back({std::string(question), std::move(text), span(place), used.probability(features), chosen, {}, block, used.explain(features)});
}

void Context::report(std::string_view id, Severity severity, std::string message, std::string_view place) const {
  minutes.diagnostics.push_back({std::string(id), severity, std::move(message), span(place)});
}

}  // namespace protokoll
