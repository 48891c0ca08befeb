#include "diff/items.hpp"

#include <map>

#include "diff/compared.hpp"
#include "protokoll/mentions.hpp"

namespace protokoll::differences {
namespace {

void flatten(const std::vector<AgendaItem>& items, std::optional<std::size_t> parent, std::vector<FlatItem>& flat) {
  for (const auto& item : items) {
    flat.push_back({&item, parent});
    flatten(item.items, flat.size() - 1, flat);
  }
}

/// All that an item says under its title.
std::string text_of(const AgendaItem& item) {
  std::string text = item.subtitle.value;
  const auto add = [&text](const std::string& more) { text += "\n" + more; };
  for (const auto& section : item.sections)
    for (const auto& block : section.blocks) {
      add(block.text);
      for (const auto& entry : block.items) add(entry.text);
      for (const auto& row : block.rows)
        for (const auto& cell : row) add(cell.text);
    }
  for (const auto& decision : item.decisions) add(decision.text);
  for (const auto& action : item.actions) add(action.text);
  return text;
}

std::vector<Thing> things_of(const std::vector<FlatItem>& items, Vocabulary& vocabulary) {
  std::vector<Thing> things;
  for (const auto& [item, parent] : items) {
    const auto text = text_of(*item);
    const auto title = comparable(item->title.value), content = compared(text);
    const auto& number = item->number.value;
    Thing thing{.title = vocabulary.bag(item->title.value), .content = vocabulary.bag(text), .hint = number};
    const auto key = [&](bool usable, const std::string& words) { thing.keys.push_back(usable ? words : std::string()); };
    key(true, number + "\n" + title + "\n" + content);
    key(!title.empty() && !content.empty(), title + "\n" + content);
    key(!number.empty() && !title.empty(), number + "\n" + title);
    key(!title.empty(), title);
    things.push_back(std::move(thing));
  }
  return things;
}

/// The items under each item, and under none (last).
std::vector<std::vector<std::size_t>> children_of(const std::vector<FlatItem>& items) {
  std::vector<std::vector<std::size_t>> children(items.size() + 1);
  for (std::size_t i = 0; i < items.size(); ++i) children[items[i].parent.value_or(items.size())].push_back(i);
  return children;
}

/// Of two lists of siblings: where one item each stands between the same two neighbours under the same number, it was given another title,
/// unless the texts have nothing in common.
class Gaps {
 public:
  Gaps(const std::vector<Thing>& before, const std::vector<Thing>& after, Matching& matching) : before_(before), after_(after), matching_(matching) {}

  void join(const std::vector<std::size_t>& old_siblings, const std::vector<std::size_t>& new_siblings) {
    std::map<std::size_t, std::size_t> place;  // of new siblings
    for (std::size_t at = 0; at < new_siblings.size(); ++at) place[new_siblings[at]] = at + 1;
    std::size_t expected = 1;  // place of what follows the new sibling of the one before
    for (std::size_t at = 0; at < old_siblings.size(); ++at) {
      const auto i = old_siblings[at];
      if (const auto known = matching_.of_old[i]) {
        const auto found = place.find(*known);
        expected = found == place.end() ? 0 : found->second + 1;
        continue;
      }
      if (expected == 0 || expected > new_siblings.size()) continue;
      const auto k = new_siblings[expected - 1];
      if (matching_.of_new[k] || !meets(old_siblings, at + 1, new_siblings, expected) || !fits(before_[i], after_[k])) continue;
      matching_.join(i, k);
      ++expected;
    }
  }

 private:
  /// Whether what follows on both sides is the same, or is the end.
  [[nodiscard]] bool meets(const std::vector<std::size_t>& old_siblings, std::size_t at, const std::vector<std::size_t>& new_siblings, std::size_t next) const {
    if (at == old_siblings.size() || next == new_siblings.size()) return at == old_siblings.size() && next == new_siblings.size();
    return matching_.of_old[old_siblings[at]] == new_siblings[next];
  }

  [[nodiscard]] static bool fits(const Thing& one, const Thing& other) {
    constexpr double something = 0.2;
    return !one.hint.empty() && one.hint == other.hint &&
           (one.content.empty() || other.content.empty() || likeness(one.content, other.content) >= something);
  }

  const std::vector<Thing>& before_;
  const std::vector<Thing>& after_;
  Matching& matching_;
};

Matching match_items(const std::vector<FlatItem>& before, const std::vector<FlatItem>& after) {
  Vocabulary vocabulary;
  const auto old_things = things_of(before, vocabulary), new_things = things_of(after, vocabulary);
  auto matching = match(old_things, new_things);
  const auto old_children = children_of(before), new_children = children_of(after);
  Gaps gaps(old_things, new_things, matching);
  gaps.join(old_children.back(), new_children.back());
  for (std::size_t i = 0; i < before.size(); ++i)
    if (const auto k = matching.of_old[i]) gaps.join(old_children[i], new_children[*k]);
  return matching;
}

}  // namespace

Items::Items(const Minutes& old_minutes, const Minutes& new_minutes) {
  flatten(old_minutes.agenda, std::nullopt, before);
  flatten(new_minutes.agenda, std::nullopt, after);
  matching = match_items(before, after);
  line_up();
  Span old_place, new_place;
  for (auto& row : rows) {
    row.old_place = old_place = row.before ? before[*row.before].item->span : old_place;
    row.new_place = new_place = row.after ? after[*row.after].item->span : new_place;
  }
}

void Items::line_up() {
  row_of_old.resize(before.size());
  row_of_new.resize(after.size());
  std::vector<std::vector<std::size_t>> removed(after.size() + 1);  // behind so many new ones
  std::size_t behind = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (const auto k = matching.of_old[i]) behind = *k + 1;
    else removed[behind].push_back(i);
  }
  for (std::size_t k = 0; k <= after.size(); ++k) {
    for (const auto i : removed[k]) {
      row_of_old[i] = rows.size();
      rows.push_back({.before = i});
    }
    if (k == after.size()) break;
    row_of_new[k] = rows.size();
    if (const auto i = matching.of_new[k]) row_of_old[*i] = rows.size();
    rows.push_back({.before = matching.of_new[k], .after = k});
  }
}

Change in_row(const Items& items, std::size_t row, Change change) {
  const auto fill = [](ChangeSide& side, const std::vector<FlatItem>& flat, std::optional<std::size_t> at, Span place) {
    if (side.span.empty()) side.span = place;
    if (!at) return;
    side.number = flat[*at].item->number.value;
    side.title = flat[*at].item->title.value;
  };
  const auto& [before, after, old_place, new_place] = items.rows[row];
  fill(change.before, items.before, before, old_place);
  fill(change.after, items.after, after, new_place);
  change.item = static_cast<int>(row) + 1;
  return change;
}

}  // namespace protokoll::differences
