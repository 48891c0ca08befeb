#include "facts/tasks/task_card.hpp"

#include "facts/tasks/actions.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

struct CardLine {
  std::string_view label, value;
};

// "Who: Timo", "Who?  Timo"
CardLine cut_line(std::string_view line) {
  constexpr std::size_t longest = 30;
  const auto end = line.find_first_of(":?");
  if (end == std::string_view::npos || end > longest) return {{}, line};
  return {trim(line.substr(0, end), U"*_- "), trim(line.substr(end + 1), U"*_: ")};
}

}  // namespace

TaskCard read_card(std::string_view text, const Language& language) {
  constexpr std::size_t most_lines = 8;
  TaskCard card;
  const auto cut = lines(text);
  if (cut.size() < 2 || cut.size() > most_lines) return card;
  for (const auto line : cut) {
    const auto parts = cut_line(line);
    const auto take = [&](std::string_view key, std::string_view& place) {
      if (parts.label.empty() || parts.value.empty() || !place.empty() || !language.is_label(parts.label, key)) return false;
      place = parts.value;
      return true;
    };
    if (take("who", card.who) || take("due", card.due) || take("what", card.what)) continue;
    if (card.tells()) return {};
    card.what = card.what.empty() ? line : join(card.what, line);
  }
  return card;
}

bool card_action(const Piece& piece, const Context& context, std::vector<Action>& actions) {
  const auto text = context.view(piece);
  const auto card = read_card(text, context.language);
  if (card.what.empty() || !card.tells() || card.what.data() == text.data()) return false;
  actions.push_back(column_action(card.what, card.who, card.due, context));
  return true;
}

}  // namespace protokoll
