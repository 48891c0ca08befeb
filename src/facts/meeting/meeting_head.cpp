#include "facts/meeting/meeting_head.hpp"

#include <algorithm>

#include "facts/meeting/head_reader.hpp"
#include "facts/meeting/title.hpp"
#include "words/text.hpp"

namespace protokoll {

void read_meeting_head(const ProtocolTable& table, MeetingChoice& choice, Context& context) {
  HeadReader reader(choice, context);
  const auto title = read_title(context);
  if (!title.empty()) reader.title(title);
  const auto is_inside = [&](std::string_view text) { return !title.empty() && text.data() >= title.data() && text.data() + text.size() <= title.data() + title.size() + 1; };
  const auto is_around = [&](std::string_view text) { return !title.empty() && text.data() <= title.data() && text.data() + text.size() >= title.data() + title.size(); };
  const auto holds_title = [&](const Piece& piece) { return is_inside(context.view(piece)) || is_around(context.view(piece)); };
  if (!title.empty() && std::none_of(table.head.begin(), table.head.end(), holds_title)) reader.pass_title();
  for (const auto& piece : table.head) {
    const auto text = context.view(piece);
    if (holds_title(piece)) reader.pass_title();
    if (is_inside(text)) continue;
    if (!is_around(text)) {
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
