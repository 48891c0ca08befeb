#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diff/outputs/output.hpp"
#include "writers/support/text.hpp"
#include "writers/support/words.hpp"

namespace protokoll::differences {
namespace {

/// The key of the word for a field where it is not the field's name.
std::string_view key_of_field(std::string_view field) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> others{{{"due", "when"}, {"ordinal", "number"}, {"assignees", "who"}, {"public", "openness"}, {"done", "status"}}};
  const auto found = std::find_if(others.begin(), others.end(), [&](const auto& entry) { return entry.first == field; });
  return found == others.end() ? field : found->second;
}

std::string_view key_of_subject(ChangeSubject subject) { return subject == ChangeSubject::task ? "action" : to_string(subject); }

/// Words that stay are context: of many only those beside the changes are shown.
std::string shortened(const std::string& text, bool first, bool last) {
  constexpr std::size_t most = 24, beside = 8;
  std::vector<std::size_t> spaces;
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) spaces.push_back(at);
  if (spaces.size() < most) return text;
  const auto head = first ? std::string() : text.substr(0, spaces[beside - 1] + 1);
  const auto tail = last ? std::string() : text.substr(spaces[spaces.size() - beside]);
  return fmt::format("{}\u2026{}", head, tail);
}

/// A decision or task that something else of changed is known by its begin.
std::string begin_of(const std::string& text) {
  constexpr std::size_t most = 80;
  const auto line = one_line(text);
  if (line.size() <= most) return line;
  const auto end = line.rfind(' ', most);
  return fmt::format("{} \u2026", line.substr(0, end == std::string::npos ? line.find(' ') : end));
}

class Teller {
 public:
  explicit Teller(std::string_view language) : language_(language) {}

  [[nodiscard]] ShownChange tell(const Change& change) const {
    ShownChange told{.heading = heading(change), .what = what(change), .kind = say(to_string(change.kind)), .whose = whose(change)};
    told.value = value(change);
    told.note = note(change);
    return told;
  }

 private:
  [[nodiscard]] std::string say(std::string_view key) const { return word(language_, key); }

  static std::string item_of(const ChangeSide& side) {
    return fmt::format("{}{}{}", side.number, side.number.empty() || side.title.empty() ? "" : " ", one_line(side.title));
  }

  /// "3", or "Budget / 3" of an item that stands in another.
  static std::string place_of(const ChangeSide& side) {
    const auto number = side.number.empty() ? begin_of(side.title) : side.number;
    return side.within.empty() ? number : fmt::format("{} / {}", begin_of(side.within), number);
  }

  [[nodiscard]] std::string heading(const Change& change) const {
    if (change.item == 0) return say("meeting");
    const auto newer = item_of(change.after);
    return fmt::format("{} {}", say("item"), newer.empty() ? item_of(change.before) : newer);
  }

  [[nodiscard]] std::string what(const Change& change) const {
    // Somebody is in a list, or the chair: the list says what they are.
    const bool list = change.subject == ChangeSubject::person && change.before.value + change.after.value != "" && is_list(change.field);
    const auto field = change.field.empty() ? std::string() : say(key_of_field(change.field));
    if (list || change.subject == ChangeSubject::meeting) return field;
    const auto subject = say(key_of_subject(change.subject));
    return field.empty() ? subject : fmt::format("{}, {}", subject, field);
  }

  static bool is_list(std::string_view field) {
    constexpr std::array<std::string_view, 6> lists{"chair", "secretary", "present", "excused", "absent", "guests"};
    return std::find(lists.begin(), lists.end(), field) != lists.end();
  }

  static std::string whose(const Change& change) {
    const bool text = change.subject == ChangeSubject::decision || change.subject == ChangeSubject::task;
    if (text) return change.field.empty() || change.field == "text" ? std::string() : begin_of(change.name);
    return change.before.value == change.name || change.after.value == change.name ? std::string() : change.name;
  }

  [[nodiscard]] std::string named(const Change& change, const std::string& value) const {
    if (value.empty()) return value;
    if (change.field == "public") return say(value == "true" ? "public" : "not_public");
    if (change.field == "done") return say(value == "true" ? "done" : "open");
    const bool name = change.field == "kind" || change.field == "outcome" || change.field == "status" || change.field == "attendance";
    return name ? say(value) : one_line(value);
  }

  [[nodiscard]] std::string counted(const Vote& vote) const {
    std::vector<std::string> parts;
    const auto count = [&](std::string_view key, std::optional<int> figure) {
      if (figure) parts.push_back(fmt::format("{} {}", say(key), *figure));
    };
    if (vote.unanimous) parts.push_back(say("unanimous"));
    count("yes", vote.yes);
    count("no", vote.no);
    count("abstain", vote.abstain);
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  [[nodiscard]] std::vector<WordRun> value(const Change& change) const {
    std::vector<WordRun> runs;
    if (!change.words.empty()) {
      for (std::size_t i = 0; i < change.words.size(); ++i) {
        runs.push_back({change.words[i].change, one_line(change.words[i].text)});
        if (runs.back().change == WordChange::same) runs.back().text = shortened(runs.back().text, i == 0, i + 1 == change.words.size());
      }
      return runs;
    }
    const auto add = [&](WordChange how, const std::string& text) {
      if (!text.empty()) runs.push_back({how, text});
    };
    if (change.kind == ChangeKind::moved) {
      add(WordChange::same, begin_of(change.after.value));
      return runs;
    }
    // Votes that are told in the same words are told in figures.
    const bool figures = change.before.vote && change.after.vote && change.before.value == change.after.value;
    add(WordChange::removed, figures ? counted(*change.before.vote) : named(change, change.before.value));
    add(WordChange::added, figures ? counted(*change.after.vote) : named(change, change.after.value));
    return runs;
  }

  [[nodiscard]] std::string note(const Change& change) const {
    if (change.kind == ChangeKind::moved) {
      const bool item = change.subject == ChangeSubject::item;
      const auto before = item ? place_of(change.before) : item_of(change.before), after = item ? place_of(change.after) : item_of(change.after);
      return before == after ? std::string() : fmt::format("{} \u2192 {}", before, after);
    }
    if (change.kind == ChangeKind::renumbered) return change.items > 1 ? fmt::format("{} {}", change.items, say("items_in_row")) : std::string();
    if (change.subject != ChangeSubject::decision || !change.field.empty()) return {};
    const auto& side = change.kind == ChangeKind::added ? change.after : change.before;
    std::vector<std::string> parts;
    if (side.outcome) parts.push_back(say(to_string(*side.outcome)));
    if (auto votes = side.vote ? counted(*side.vote) : std::string(); !votes.empty()) parts.push_back(std::move(votes));
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string_view language_;
};

std::string place(const std::vector<Position>& known, std::size_t i, const ChangeSide& side) {
  return known.empty() ? fmt::format("@{}", side.span.begin) : fmt::format("{}:{}", known[i].line, known[i].column);
}

}  // namespace

std::vector<ShownChange> shown(const std::vector<Change>& changes, const DiffWriteOptions& options, std::string_view language) {
  const auto old_places = positions(options.before, changes, &Change::before), new_places = positions(options.after, changes, &Change::after);
  const Teller teller(language);
  std::vector<ShownChange> all;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    all.push_back(teller.tell(changes[i]));
    all.back().old_place = place(old_places, i, changes[i].before);
    all.back().new_place = place(new_places, i, changes[i].after);
  }
  return all;
}

}  // namespace protokoll::differences
