#include "analysis/context.hpp"

#include <algorithm>
#include <cassert>

namespace protokoll {

Range Context::range(std::string_view view) const {
  if (view.data() == nullptr) return {};
  const auto begin = view.data() - document.text.data();
  assert(begin >= 0 && static_cast<std::size_t>(begin) + view.size() <= document.text.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(view.size())};
}

bool Context::protocol_table(std::int32_t table) const {
  return std::find(protocol_tables.begin(), protocol_tables.end(), table) != protocol_tables.end();
}

Span Context::span(std::string_view view) const { return source.to_bytes(document.to_source(range(view))); }

std::string Context::flat(std::string_view view) {
  std::string text(view);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

Stated Context::stated(std::string_view view) const { return view.empty() ? Stated{} : Stated{flat(view), span(view)}; }

Stated Context::derived(std::string value, std::string_view words) const { return {std::move(value), span(words), flat(words)}; }

void Context::report(std::string_view id, Severity severity, std::string message, std::string_view place) const {
  minutes.diagnostics.push_back({std::string(id), severity, std::move(message), span(place)});
}

}  // namespace protokoll
