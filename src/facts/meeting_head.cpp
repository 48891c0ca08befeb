#include "facts/meeting_head.hpp"

#include "analysis/text.hpp"
#include "facts/head_reader.hpp"
#include "facts/title.hpp"

namespace protokoll {

void read_meeting_head(const ProtocolTable& table, MeetingChoice& choice, Context& context) {
  HeadReader reader(choice, context);
  const auto title = read_title(context);
  if (!title.empty()) reader.title(title);
  for (const auto& piece : table.head) {
    const auto text = context.view(piece);
    const bool inside = !title.empty() && text.data() >= title.data() && text.data() + text.size() <= title.data() + title.size() + 1;
    if (inside) continue;
    const bool around = !title.empty() && text.data() <= title.data() && text.data() + text.size() >= title.data() + title.size();
    if (!around) {
      reader.piece(piece);
      continue;
    }
    // The title is one line of a paragraph; the other lines are read like any.
    for (const auto part : {before(text, title), after(text, title)})
      if (const auto rest = trim(part); !rest.empty()) reader.piece({piece.block, context.range(rest)});
  }
  constexpr std::size_t first_items = 3;
  for (std::size_t i = 0; i < table.rows.size() && i < first_items; ++i) {
    const auto& row = table.rows[i];
    reader.item(row.title.empty() ? std::string_view{} : context.view(row.title.front()), row.body);
  }
}

}  // namespace protokoll
