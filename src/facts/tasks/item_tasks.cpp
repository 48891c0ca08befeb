#include "facts/tasks/item_tasks.hpp"

#include "facts/tasks/actions.hpp"
#include "facts/tasks/task_card.hpp"
#include "facts/tasks/task_clauses.hpp"
#include "facts/tasks/task_table.hpp"
#include "facts/votes/votes.hpp"
#include "words/text.hpp"

namespace protokoll {

void read_tasks(std::vector<SectionDraft>& sections, std::string_view title, Context& context, std::vector<Action>& actions, std::vector<Decision>& decisions) {
  std::string_view last;
  const auto titled = title.empty() ? WordClasses{} : context.reading.classes(title);
  for (auto& section : sections) {
    auto tables = table_actions(section.pieces, context, actions);
    tables.merge(table_decisions(section.pieces, context, decisions));
    std::erase_if(section.pieces, [&](const Piece& piece) { return tables.contains(context.document.enclosing(context.block(piece).container, ContainerKind::table)); });
    if (section.key == "action" || section.key == "actions") {
      const auto taken = labelled_actions(section, last, context, actions);
      section.pieces.erase(section.pieces.begin(), section.pieces.begin() + static_cast<std::ptrdiff_t>(taken));
    }
    std::erase_if(section.pieces, [&](const Piece& piece) { return ticked_action(piece, context, actions) || card_action(piece, context, actions); });
    for (const auto& piece : section.pieces) {
      const auto sentences = task_sentences(without_bullet(context.view(piece)), context);
      std::string_view before;
      for (const auto& sentence : sentences) {
        last = sentence;
        if (is_vote_line(sentence, context)) continue;
        prose_actions(sentence, {.title = titled, .section = section.key, .opens = &sentence == &sentences.front(), .closes = &sentence == &sentences.back(), .before = before}, context, actions);
        before = sentence;
      }
      context.forget_sentences();
    }
  }
}

}  // namespace protokoll
