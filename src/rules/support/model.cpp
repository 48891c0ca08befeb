#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void add_items(const std::vector<AgendaItem>& items, std::vector<const AgendaItem*>& all) {
  for (const auto& item : items) {
    all.push_back(&item);
    add_items(item.items, all);
  }
}

template <class T>
void add(const std::vector<T>& values, std::vector<const T*>& all) {
  for (const auto& value : values) all.push_back(&value);
}

}  // namespace

std::vector<const AgendaItem*> all_items(const Minutes& minutes) {
  std::vector<const AgendaItem*> all;
  add_items(minutes.agenda, all);
  return all;
}

std::vector<const std::vector<AgendaItem>*> item_lists(const Minutes& minutes) {
  std::vector<const std::vector<AgendaItem>*> lists{&minutes.agenda};
  for (const auto* item : all_items(minutes))
    if (!item->items.empty()) lists.push_back(&item->items);
  return lists;
}

std::vector<const Decision*> all_decisions(const Minutes& minutes) {
  std::vector<const Decision*> all;
  for (const auto* item : all_items(minutes)) add(item->decisions, all);
  add(minutes.decisions, all);
  return all;
}

std::vector<const Action*> all_actions(const Minutes& minutes) {
  std::vector<const Action*> all;
  for (const auto* item : all_items(minutes)) add(item->actions, all);
  add(minutes.actions, all);
  return all;
}

std::vector<const Vote*> all_votes(const Minutes& minutes) {
  std::vector<const Vote*> all;
  for (const auto* item : all_items(minutes)) add(item->votes, all);
  add(minutes.votes, all);
  for (const auto* decision : all_decisions(minutes))
    if (decision->vote) all.push_back(&*decision->vote);
  return all;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 48;
  auto end = std::min(text.size(), longest);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return '"' + std::string(text.substr(0, end)) + (end < text.size() ? "..." : "") + '"';
}

}  // namespace protokoll
