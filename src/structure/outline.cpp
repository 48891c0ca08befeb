#include "structure/outline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "structure/sections.hpp"
#include "structure/weighed_outline.hpp"
#include "structure/worked_through.hpp"
#include "words/text.hpp"

namespace protokoll {

bool has_room(ProtocolTable& table, std::string_view place, const Context& context) {
  if (table.rows.size() < max_items) return true;
  if (!table.full) context.report("too-many-items", Severity::warning, fmt::format("more than {} agenda items; what follows is read as text of the last one", max_items), place);
  table.full = true;
  return false;
}

bool names_part(std::string_view title, const Context& context) {
  constexpr std::array parts{"present", "excused", "absent", "guests", "chair", "secretary", "date", "location", "agenda", "organization", "minutes", "signatures", "attachments", "quorum", "actions", "distribution"};
  auto words = trim(title, U":*_. ");
  if (const auto hit = find_label(title, context.language); hit && hit.rest.empty()) words = trim(hit.heading, U":*_ ");
  const auto open = words.find('(');
  if (open != std::string_view::npos && open > 0) words = trim(words.substr(0, open));
  const auto& keys = context.language.label(words);
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return std::find(parts.begin(), parts.end(), key) != parts.end(); });
}

ProtocolTable outline(Context& context) {
  auto table = weighed_outline(context);
  work_through(table, context);
  read_agenda_tables(table, context);
  return table;
}

}  // namespace protokoll
