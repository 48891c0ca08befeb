#include "facts/tasks/item_tasks.hpp"

#include "facts/tasks/actions.hpp"
#include "facts/tasks/task_card.hpp"
#include "facts/tasks/task_clauses.hpp"
#include "facts/tasks/task_table.hpp"
#include "facts/votes/votes.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

using Pieces = std::vector<Piece>;

// The text of a piece with the lines behind it that say nothing but who does it; `piece` is then the last of them.
std::string_view with_who_behind(Pieces::const_iterator& piece, const Pieces& pieces, const Context& context) {
  constexpr std::size_t longest = 160;
  const auto cell_of = [&](const Piece& other) { return context.document.enclosing(context.block(other).container, ContainerKind::cell); };
  auto text = without_bullet(context.view(*piece));
  for (auto next = piece + 1; next != pieces.end() && !text.empty() && cell_of(*next) == cell_of(*piece); ++next) {
    const auto who = context.view(*next);
    if (who.empty() || who.size() > longest || !only_names_who(who, context)) break;
    text = join(text, who);
    piece = next;
  }
  return text;
}

}  // namespace

void read_tasks(std::vector<SectionDraft>& sections, std::string_view title, Context& context, std::vector<Action>& actions, std::vector<Decision>& decisions) {
  std::string_view last;
  const auto titled = title.empty() ? WordClasses{} : context.reading.classes(title);
  for (auto& section : sections) {
    auto tables = table_actions(section.pieces, titled.has(WordClass::task_noun) || section.key == "actions", context, actions);
    tables.merge(table_decisions(section.pieces, context, decisions));
    std::erase_if(section.pieces, [&](const Piece& piece) { return tables.contains(context.document.enclosing(context.block(piece).container, ContainerKind::table)); });
    if (section.key == "action" || section.key == "actions") {
      const auto taken = labelled_actions(section, last, context, actions);
      section.pieces.erase(section.pieces.begin(), section.pieces.begin() + static_cast<std::ptrdiff_t>(taken));
    }
    std::erase_if(section.pieces, [&](const Piece& piece) { return ticked_action(piece, context, actions) || card_action(piece, context, actions); });
    for (auto piece = section.pieces.cbegin(); piece != section.pieces.cend(); ++piece) {
      const auto sentences = task_sentences(with_who_behind(piece, section.pieces, context), context);
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
