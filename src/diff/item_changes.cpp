#include <charconv>
#include <string>
#include <unordered_map>
#include <utility>

#include "diff/items.hpp"
#include "diff/people.hpp"
#include "diff/values.hpp"

namespace protokoll::differences {
namespace {

/// "4.12" is "4." and 12; nothing where no figure stands at the end.
struct SplitNumber {
  std::string_view front;
  int last = 0;
};

std::optional<SplitNumber> split(std::string_view number) {
  const auto begin = number.find_last_not_of("0123456789") + 1;
  SplitNumber found{number.substr(0, begin)};
  const auto end = number.data() + number.size();
  const auto [stop, trouble] = std::from_chars(number.data() + begin, end, found.last);
  return trouble == std::errc() && stop == end ? std::optional(found) : std::nullopt;
}

/// How far the last figure went on, where nothing else of the number changed.
std::optional<int> step(std::string_view before, std::string_view after) {
  const auto one = split(before), other = split(after);
  return one && other && one->front == other->front ? std::optional(other->last - one->last) : std::nullopt;
}

/// Whether the second sibling was renumbered as the first one was: by as much, or numbered where neither was, or the other way round.
bool goes_on(std::string_view old_first, std::string_view new_first, std::string_view old_second, std::string_view new_second) {
  if (old_first.empty() && old_second.empty()) return step(new_first, new_second) == 1;
  if (new_first.empty() && new_second.empty()) return step(old_first, old_second) == 1;
  const auto by = step(old_first, new_first);
  return by && by == step(old_second, new_second) && step(new_first, new_second).has_value();
}

class Changes {
 public:
  explicit Changes(const Items& items) : items_(items), found_(items.rows.size()), moved_(items.after.size()) {}

  std::vector<std::vector<Change>> run() && {
    find_moved();
    for (std::size_t row = 0; row < items_.rows.size(); ++row) {
      const auto& [before, after, old_place, new_place] = items_.rows[row];
      if (!before || !after) add(row, whole(before ? ChangeKind::removed : ChangeKind::added, row));
      else compare(row, *before, *after);
    }
    return std::move(found_);
  }

 private:
  /// Among items that stood in the same one and still do; where an item around them came or went, they stay where they were.
  void find_moved() {
    const auto old_homes = homes(items_.before, items_.matching.of_old), new_homes = homes(items_.after, items_.matching.of_new);
    std::vector<std::vector<std::size_t>> families(items_.after.size() + 1);
    for (std::size_t k = 0; k < items_.after.size(); ++k) {
      const auto i = items_.matching.of_new[k];
      if (!i) continue;
      const auto home = new_homes[k], old_home = old_homes[*i];
      moved_[k] = home.has_value() != old_home.has_value() || (home && items_.matching.of_new[*home] != old_home);
      if (!moved_[k]) families[home.value_or(items_.after.size())].push_back(k);
    }
    for (const auto& family : families) {
      std::vector<std::size_t> places;
      for (const auto k : family) places.push_back(*items_.matching.of_new[k]);
      const auto stays = in_order(places);
      for (std::size_t at = 0; at < family.size(); ++at) moved_[family[at]] = !stays[at];
    }
  }

  /// For each item the nearest around it that both versions have.
  static std::vector<std::optional<std::size_t>> homes(const std::vector<FlatItem>& flat, const std::vector<std::optional<std::size_t>>& matched) {
    std::vector<std::optional<std::size_t>> homes(flat.size());
    for (std::size_t i = 0; i < flat.size(); ++i)
      if (const auto parent = flat[i].parent) homes[i] = matched[*parent] ? parent : homes[*parent];
    return homes;
  }

  void compare(std::size_t row, std::size_t i, std::size_t k) {
    const auto& before = *items_.before[i].item;
    const auto& after = *items_.after[k].item;
    if (moved_[k]) add(row, whole(ChangeKind::moved, row));
    else renumber(row, i, k);
    const auto report = [&](Change change) { add(row, std::move(change)); };
    constexpr auto item = ChangeSubject::item;
    compare_words({item, "title"}, placed(before.title, before.span), placed(after.title, after.span), report);
    compare_words({item, "subtitle"}, placed(before.subtitle), placed(after.subtitle), report);
    const auto status = [](const AgendaItem& of) { return PlacedValue{std::string(to_string(of.status)), of.status_span}; };
    compare_value({item, "status"}, status(before), status(after), report);
    const auto openness = [](const AgendaItem& of) { return PlacedValue{of.is_public ? *of.is_public ? "true" : "false" : "", {}}; };
    compare_value({item, "public"}, openness(before), openness(after), report);
    compare_people({ChangeSubject::presenter, ""}, before.presenters, after.presenters, report);
  }

  void renumber(std::size_t row, std::size_t i, std::size_t k) {
    const auto& before = items_.before[i].item->number;
    const auto& after = items_.after[k].item->number;
    if (before.value == after.value || follows_parent(i, k)) return;
    auto& last = last_[items_.after[k].parent.value_or(items_.after.size())];
    if (last.old_number && goes_on(*last.old_number, *last.new_number, before.value, after.value)) {
      ++found_[last.row][last.at].items;
    } else {
      auto change = whole(ChangeKind::renumbered, row);
      change.before = {.value = before.value, .span = before.span};
      change.after = {.value = after.value, .span = after.span};
      last = {.row = row, .at = found_[row].size()};
      add(row, std::move(change));
    }
    last.old_number = &before.value;
    last.new_number = &after.value;
  }

  /// Whether its number changed by that of the item it stands in: 4.1 in 4, now 5.1 in 5.
  [[nodiscard]] bool follows_parent(std::size_t i, std::size_t k) const {
    const auto old_parent = items_.before[i].parent, new_parent = items_.after[k].parent;
    if (!old_parent || !new_parent) return false;
    const auto rest = [](const FlatItem& parent, const FlatItem& child) -> std::optional<std::string_view> {
      const std::string_view number = child.item->number.value;
      const auto& front = parent.item->number.value;
      return front.empty() || !number.starts_with(front) ? std::nullopt : std::optional(number.substr(front.size()));
    };
    const auto before = rest(items_.before[*old_parent], items_.before[i]), after = rest(items_.after[*new_parent], items_.after[k]);
    return before && before == after;
  }

  [[nodiscard]] Change whole(ChangeKind kind, std::size_t row) const {
    Change change{.kind = kind, .subject = ChangeSubject::item};
    const auto& [before, after, old_place, new_place] = items_.rows[row];
    if (before) fill(change.before, items_.before, *before);
    if (after) fill(change.after, items_.after, *after);
    return change;
  }

  static void fill(ChangeSide& side, const std::vector<FlatItem>& flat, std::size_t at) {
    side.value = flat[at].item->title.value;
    if (const auto parent = flat[at].parent) {
      const auto& around = *flat[*parent].item;
      side.within = around.number.value.empty() ? around.title.value : around.number.value;
    }
  }

  void add(std::size_t row, Change change) { found_[row].push_back(in_row(items_, row, std::move(change))); }

  /// The last renumbering among siblings, and where its change is.
  struct Renumbering {
    const std::string* old_number = nullptr;
    const std::string* new_number = nullptr;
    std::size_t row = 0, at = 0;
  };

  const Items& items_;
  std::vector<std::vector<Change>> found_;
  std::vector<bool> moved_;
  std::unordered_map<std::size_t, Renumbering> last_;  // by parent
};

}  // namespace

std::vector<std::vector<Change>> item_changes(const Items& items) { return Changes(items).run(); }

}  // namespace protokoll::differences
