#include "register/links.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "protokoll/mentions.hpp"
#include "register/rows.hpp"
#include "register/text.hpp"

namespace protokoll::registers {
namespace {

// A title that comes back after so many meetings in between is another matter of the same name; after fewer than `near` it surely is not.
constexpr std::size_t farthest = 3, near = 1;
// Shorter tasks are equal by chance.
constexpr std::size_t fewest_words = 3;

/// Bodies and gatherings are few; their names are held once.
struct Meeting {
  std::string_view body, gathering;
  std::string date;
};

/// An item, decision or task in its meeting.
struct Place {
  std::int64_t id = 0, meeting = 0;
  std::string_view date;  ///< of its Meeting
};

bool is_before(const Place& one, const Place& other) {
  return std::tie(one.date, one.meeting, one.id) < std::tie(other.date, other.meeting, other.id);
}

class Linker {
 public:
  Linker(Database& database, const Languages* languages)
      : database_(database), languages_(languages), insert_(database, "INSERT INTO link VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)") {}

  void run() {
    database_.run("DELETE FROM link");
    load_meetings();
    if (meetings_.size() < 2) return;
    deferred_items();
    decisions();
    tasks();
  }

 private:
  void load_meetings() {
    Statement meetings(database_, "SELECT id, body, gathering, date FROM meeting WHERE body IS NOT NULL AND date IS NOT NULL ORDER BY date, id");
    for (bool row = meetings.run(); row; row = meetings.step()) {
      Meeting meeting{held(meetings.text(1)), held(meetings.text(2)), std::string(meetings.text(3))};
      dates_[gathering(meeting)].push_back(meeting.date);
      meetings_.emplace(meetings.number(0), std::move(meeting));
    }
  }

  std::string_view held(std::string_view name) { return *names_.emplace(name).first; }

  static std::string gathering(const Meeting& meeting) { return fmt::format("{}\n{}", meeting.body, meeting.gathering); }
  static std::string body_at(const Meeting& meeting, std::string_view at) { return fmt::format("{}\n{}", meeting.body, at); }

  /// Calls `act` with each row's place and its meeting, but for meetings without a date or body.
  template <class Act>
  void each(std::string_view sql, const Act& act) {
    Statement rows(database_, sql);
    for (bool row = rows.run(); row; row = rows.step()) {
      const auto meeting = meetings_.find(rows.number(1));
      if (meeting != meetings_.end()) act(rows, Place{rows.number(0), rows.number(1), meeting->second.date}, meeting->second);
    }
  }

  [[nodiscard]] std::size_t meetings_between(const Meeting& meeting, std::string_view from, std::string_view until) const {
    const auto& dates = dates_.at(gathering(meeting));
    return static_cast<std::size_t>(std::lower_bound(dates.begin(), dates.end(), until) - std::upper_bound(dates.begin(), dates.end(), from));
  }

  // --- items that were put off -----------------------------------------------------------------------------------

  void deferred_items() {
    constexpr std::string_view sql =
        "SELECT item.id, item.meeting, item.title, document.language FROM item JOIN document ON document.id = item.meeting WHERE item.title IS NOT "
        "NULL AND "
        "(item.status = 'deferred' OR EXISTS (SELECT 1 FROM decision WHERE decision.item = item.id AND decision.outcome = 'deferred')) ORDER BY "
        "item.id";
    std::map<std::string, std::vector<Place>> same;  // items by who met and what they are called
    std::vector<std::pair<Place, std::string>> deferred;
    each(sql, [&](Statement& row, const Place& place, const Meeting& meeting) {
      const auto title = comparable(row.text(2));
      deferred_.insert(place.id);
      deferred_at_[body_at(meeting, meeting.date)].push_back(place.id);
      if (title.empty() || is_standing(row.text(2), row.text(3), languages_)) return;
      deferred.emplace_back(place, gathering(meeting) + "\n" + title);
      same[deferred.back().second];
    });
    take_up_by_mention();
    each("SELECT id, meeting, title FROM item WHERE title IS NOT NULL ORDER BY id", [&](Statement& row, const Place& place, const Meeting& meeting) {
      if (const auto found = same.find(gathering(meeting) + "\n" + comparable(row.text(2))); found != same.end()) found->second.push_back(place);
    });
    for (auto& [key, places] : same) std::sort(places.begin(), places.end(), is_before);
    for (const auto& [place, key] : deferred)
      if (!taken_up_.contains(place.id)) take_up_by_title(place, same.at(key));
  }

  void take_up_by_title(const Place& item, const std::vector<Place>& same) {
    const auto& meeting = meetings_.at(item.meeting);
    std::set<std::int64_t> held, treated;
    for (const auto& place : same) {
      held.insert(place.meeting);
      if (!deferred_.contains(place.id)) treated.insert(place.meeting);
    }
    // What most meetings have, and treat, is a heading, no matter that was put off.
    if (treated.size() > 1 && held.size() > 2 && 2 * held.size() > dates_.at(gathering(meeting)).size()) return;
    const auto next = std::find_if(same.begin(), same.end(), [&](const Place& place) { return place.date > item.date; });
    if (next == same.end() || (next + 1 != same.end() && (next + 1)->date == next->date)) return;
    const auto between = meetings_between(meeting, item.date, next->date);
    if (between <= farthest) insert_.run("takes_up", next->id, Id(), Id(), item.id, Id(), Id(), "title", "", between <= near ? "high" : "low");
  }

  void take_up_by_mention() {
    constexpr std::string_view sql =
        "SELECT mention.item, mention.meeting, mention.date, mention.number, mention.words, item.title FROM mention JOIN item ON item.id = "
        "mention.item "
        "WHERE mention.kind = 'deferred' AND mention.date IS NOT NULL ORDER BY mention.id";
    Statement titles(database_, "SELECT number, title FROM item WHERE id = ?1");
    each(sql, [&](Statement& row, const Place& place, const Meeting& meeting) {
      if (row.text(2) >= place.date) return;
      const auto title = comparable(row.text(5));
      std::vector<std::int64_t> by_number, by_title;
      for (const auto id : deferred_at_[body_at(meeting, row.text(2))]) {
        titles.run(id);
        if (!row.is_null(3) && titles.text(0) == row.text(3)) by_number.push_back(id);
        const auto other = comparable(titles.text(1));
        if (has_words(title, other) || has_words(other, title)) by_title.push_back(id);
      }
      const auto& found = row.is_null(3) ? by_title : by_number;
      if (found.size() != 1 || !taken_up_.insert(found.front()).second) return;
      insert_.run("takes_up", place.id, Id(), Id(), found.front(), Id(), Id(), row.is_null(3) ? "date and title" : "date and number", row.text(4),
                  "high");
    });
  }

  // --- decisions that are changed or carried out ---------------------------------------------------------------------

  struct Decided {
    std::int64_t id = 0;
    std::string number, label, title;
  };

  void decisions() {
    constexpr std::string_view sql =
        "SELECT mention.id, mention.meeting, mention.kind, mention.decision, mention.item, mention.date, mention.number, mention.words, item.title "
        "FROM mention LEFT JOIN item ON item.id = mention.item WHERE mention.kind IN ('amends', 'repeals', 'executes') ORDER BY mention.id";
    each(sql, [&](Statement& row, const Place& place, const Meeting& meeting) {
      std::string_view rests_on;
      const auto target = row.is_null(5) ? by_own_number(meeting, std::string(row.text(6)), rests_on) : by_date(row, meeting, rests_on);
      if (!target || (!row.is_null(5) && row.text(5) >= place.date)) return;
      const bool by_decision = !row.is_null(3);
      insert_.run(row.text(2), by_decision ? Id() : Id(row.number(4)), by_decision ? Id(row.number(3)) : Id(), Id(), Id(), target, Id(), rests_on,
                  row.text(7), "high");
    });
  }

  static constexpr std::string_view stands = "coalesce(decision.outcome, 'adopted') = 'adopted' AND decision.kind NOT IN ('noted', 'recommendation')";

  [[nodiscard]] std::vector<Decided> decided(std::string_view body, std::string_view date) {
    Statement rows(
        database_,
        fmt::format(
            "SELECT decision.id, item.number, decision.label, item.title FROM meeting JOIN decision ON decision.meeting = meeting.id LEFT JOIN item "
            "ON item.id = decision.item WHERE meeting.body = ?1 AND meeting.date = ?2 AND {} ORDER BY decision.id",
            stands));
    std::vector<Decided> found;
    for (bool row = rows.run(body, date); row; row = rows.step())
      found.push_back({rows.number(0), std::string(rows.text(1)), comparable(rows.text(2)), comparable(rows.text(3))});
    return found;
  }

  /// The decision of a day that is cited: by its number, as the only one, or as the only one under the same title.
  Id by_date(const Statement& row, const Meeting& meeting, std::string_view& rests_on) {
    auto found = decided(meeting.body, row.text(5));
    const auto keep = [&](const auto& fits) {
      found.erase(std::remove_if(found.begin(), found.end(), [&](const Decided& one) { return !fits(one); }), found.end());
    };
    if (!row.is_null(6)) {
      const auto number = row.text(6);
      keep([&](const Decided& one) { return one.number == number || has_words(one.label, comparable(number)); });
      rests_on = "date and number";
    } else if (found.size() == 1) {
      rests_on = "date";
    } else {
      const auto title = comparable(row.text(8));
      keep([&](const Decided& one) { return !title.empty() && one.title == title; });
      rests_on = "date and title";
    }
    return found.size() == 1 ? Id(found.front().id) : Id();
  }

  /// The decision that a register's number names ("12/2019"), in its label.
  Id by_own_number(const Meeting& meeting, const std::string& number, std::string_view& rests_on) {
    if (!numbers_known_) {
      numbers_known_ = true;
      each(fmt::format("SELECT id, meeting, label FROM decision WHERE label IS NOT NULL AND {} ORDER BY id", stands),
           [&](Statement& row, const Place& place, const Meeting& at) {
             const std::string label(row.text(2));
             const auto begin = label.find_first_of("0123456789"), last = label.find_last_of("0123456789");
             if (begin != std::string::npos) numbered_[body_at(at, label.substr(begin, last - begin + 1))].push_back(place);
           });
    }
    rests_on = "number";
    const auto found = numbered_.find(body_at(meeting, number));
    return found != numbered_.end() && found->second.size() == 1 && found->second.front().date < meeting.date ? Id(found->second.front().id) : Id();
  }

  // --- tasks that are done -----------------------------------------------------------------------------------------

  struct Task {
    Place place;
    std::string words;
  };

  /// That something is done: a ticked task, or a sentence of an item that begins with its words.
  struct Report {
    Task task;
    std::string key;  ///< who met, and the first words
    Id from_item, from_task;
    std::string sentence;
  };

  static std::string task_key(const Meeting& meeting, std::string_view words) {
    const auto begin = first_words(words, fewest_words);
    return begin.empty() ? begin : gathering(meeting) + "\n" + begin;
  }

  [[nodiscard]] std::vector<Report> reports() {
    std::vector<Report> found;
    const auto add = [&](const Place& place, std::string words, const Meeting& meeting, Id item, Id task, std::string_view sentence) {
      if (auto key = task_key(meeting, words); !key.empty())
        found.push_back({{place, std::move(words)}, std::move(key), item, task, std::string(sentence)});
    };
    each("SELECT id, meeting, text FROM task WHERE text IS NOT NULL AND done = 1 ORDER BY id",
         [&](Statement& row, const Place& place, const Meeting& meeting) {
           add(place, comparable(without_brackets(row.text(2))), meeting, {}, place.id, {});
         });
    each(
        "SELECT item, meeting, words FROM mention WHERE kind = 'done' AND item IS NOT NULL ORDER BY id",
        [&](Statement& row, const Place& place, const Meeting& meeting) { add(place, comparable(row.text(2)), meeting, place.id, {}, row.text(2)); });
    std::stable_sort(found.begin(), found.end(), [](const Report& one, const Report& other) { return one.task.place.date < other.task.place.date; });
    return found;
  }

  void tasks() {
    const auto found = reports();
    // Only the tasks that a report could mean are held.
    std::unordered_map<std::string, std::vector<Task>> open;
    for (const auto& report : found) open[report.key];
    each("SELECT id, meeting, text FROM task WHERE text IS NOT NULL AND done IS NOT 1 ORDER BY id",
         [&](Statement& row, const Place& place, const Meeting& meeting) {
           auto words = comparable(without_brackets(row.text(2)));
           if (const auto meant = open.find(task_key(meeting, words)); meant != open.end()) meant->second.push_back({place, std::move(words)});
         });
    for (const auto& report : found)
      std::erase_if(open[report.key], [&](const Task& task) {
        const bool same = report.from_task ? report.task.words == task.words : report.task.words.starts_with(task.words + " ");
        if (!same || task.place.date >= report.task.place.date) return false;
        insert_.run("done", report.from_item, Id(), report.from_task, Id(), Id(), task.place.id, "text", report.sentence, "high");
        return true;
      });
  }

  Database& database_;
  const Languages* languages_;
  Statement insert_;
  std::set<std::string> names_;  // of bodies and gatherings
  std::unordered_map<std::int64_t, Meeting> meetings_;
  std::map<std::string, std::vector<std::string>> dates_;                   // of each gathering, in order
  std::unordered_map<std::string, std::vector<std::int64_t>> deferred_at_;  // items by body and day
  std::set<std::int64_t> deferred_, taken_up_;
  bool numbers_known_ = false;
  std::unordered_map<std::string, std::vector<Place>> numbered_;
};

}  // namespace

void link_meetings(Database& database, const Languages* languages) { Linker(database, languages).run(); }

}  // namespace protokoll::registers
