#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "diff/compared.hpp"
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
  /// Among siblings that were siblings; what has another parent moved as well.
  void find_moved() {
    std::vector<std::vector<std::size_t>> siblings(items_.after.size() + 1);
    for (std::size_t k = 0; k < items_.after.size(); ++k) {
      const auto i = items_.matching.of_new[k];
      if (!i) continue;
      const auto parent = items_.after[k].parent, old_parent = items_.before[*i].parent;
      moved_[k] = parent.has_value() != old_parent.has_value() || (parent && items_.matching.of_new[*parent] != old_parent);
      if (!moved_[k]) siblings[parent.value_or(items_.after.size())].push_back(k);
    }
    for (const auto& family : siblings) {
      std::vector<std::size_t> places;
      for (const auto k : family) places.push_back(*items_.matching.of_new[k]);
      const auto stays = in_order(places);
      for (std::size_t at = 0; at < family.size(); ++at) moved_[family[at]] = !stays[at];
    }
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
    // One that goes on as the sibling before it did is the same change.
    const auto parent = items_.after[k].parent;
    const auto by = step(before.value, after.value);
    auto& last = last_[parent.value_or(items_.after.size())];
    if (last.change && by && last.by == by && last.front == split(after.value)->front) {
      auto& run = found_[last.row][last.at];
      ++run.items;
      return;
    }
    auto change = whole(ChangeKind::renumbered, row);
    change.before = {.value = before.value, .span = before.span};
    change.after = {.value = after.value, .span = after.span};
    last = {true, row, found_[row].size(), by, by ? std::string(split(after.value)->front) : std::string()};
    add(row, std::move(change));
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
    if (before) change.before.value = items_.before[*before].item->title.value;
    if (after) change.after.value = items_.after[*after].item->title.value;
    return change;
  }

  void add(std::size_t row, Change change) { found_[row].push_back(in_row(items_, row, std::move(change))); }

  /// The last renumbering among siblings.
  struct Renumbering {
    bool change = false;
    std::size_t row = 0, at = 0;
    std::optional<int> by;
    std::string front;
  };

  const Items& items_;
  std::vector<std::vector<Change>> found_;
  std::vector<bool> moved_;
  std::unordered_map<std::size_t, Renumbering> last_;  // by parent
};

}  // namespace

std::vector<std::vector<Change>> item_changes(const Items& items) { return Changes(items).run(); }

}  // namespace protokoll::differences
