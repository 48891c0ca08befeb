#include "protokoll/diff.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "catch.hpp"
#include "diff/compared.hpp"
#include "diff/edit_script.hpp"
#include "diff/matching.hpp"
#include "sample.hpp"

using namespace protokoll;
using namespace protokoll::differences;

namespace {

using Numbers = std::vector<std::uint32_t>;

// How many elements a longest common subsequence has, by the table.
std::size_t longest_common(const Numbers& one, const Numbers& other) {
  std::vector<std::vector<std::size_t>> table(one.size() + 1, std::vector<std::size_t>(other.size() + 1));
  for (std::size_t i = 1; i <= one.size(); ++i)
    for (std::size_t k = 1; k <= other.size(); ++k)
      table[i][k] = one[i - 1] == other[k - 1] ? table[i - 1][k - 1] + 1 : std::max(table[i - 1][k], table[i][k - 1]);
  return table[one.size()][other.size()];
}

// Applies a script; counts what it keeps.
std::size_t kept(const Numbers& before, const Numbers& after) {
  Numbers old_side, new_side;
  std::size_t same = 0;
  for (const auto& run : edit_script(before, after)) {
    const auto old_begin = before.begin() + static_cast<std::ptrdiff_t>(run.old_begin), old_end = before.begin() + static_cast<std::ptrdiff_t>(run.old_end);
    const auto new_begin = after.begin() + static_cast<std::ptrdiff_t>(run.new_begin), new_end = after.begin() + static_cast<std::ptrdiff_t>(run.new_end);
    old_side.insert(old_side.end(), old_begin, old_end);
    new_side.insert(new_side.end(), new_begin, new_end);
    if (run.change == WordChange::same) {
      CHECK(std::equal(old_begin, old_end, new_begin, new_end));
      same += run.old_end - run.old_begin;
    } else {
      CHECK((run.change == WordChange::removed ? new_begin == new_end : old_begin == old_end));
    }
  }
  CHECK(old_side == before);
  CHECK(new_side == after);
  return same;
}

std::string marked(const std::vector<WordRun>& runs) {
  std::string text;
  for (const auto& run : runs) {
    if (!text.empty()) text += ' ';
    if (run.change != WordChange::same) text += run.change == WordChange::removed ? '-' : '+';
    text += run.text;
  }
  return text;
}

std::vector<std::string> told(const std::vector<Change>& changes) {
  std::vector<std::string> all;
  for (const auto& change : changes) all.push_back(std::string(to_string(change.subject)) + " " + change.field + " " + std::string(to_string(change.kind)));
  return all;
}

AgendaItem item(std::string number, std::string title, std::vector<AgendaItem> nested = {}) {
  AgendaItem made;
  made.number.value = std::move(number);
  made.title.value = std::move(title);
  made.items = std::move(nested);
  return made;
}

Minutes agenda(std::vector<AgendaItem> items) {
  Minutes minutes;
  minutes.agenda = std::move(items);
  return minutes;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("diff: edit scripts lead from the one to the other and are the shortest") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    Numbers before, after;
    for (auto* side : {&before, &after})
      for (auto size = random() % 14; side->size() < size;) side->push_back(static_cast<std::uint32_t>(random() % 4));
    CHECK(kept(before, after) == longest_common(before, after));
  }
}

TEST_CASE("diff: what differs more than is asked is one replacement between the common begin and end") {
  Numbers before{1}, after{1};
  for (std::uint32_t i = 0; i < most_edits; ++i) {
    before.push_back(10 + 2 * i);
    after.push_back(11 + 2 * i);
  }
  before.push_back(2);
  after.push_back(2);
  CHECK(kept(before, after) == 2);
  CHECK(edit_script(before, after).size() == 4);
}

TEST_CASE("diff: words differ in substance, not in case, marks and dashes") {
  CHECK(compared("\u201EDie Mitglieder\u201C (alle) \u2013 beschlie\u00DFen:") == compared("die \"Mitglieder\" alle - beschlie\u00DFen"));
  CHECK(compared("2020\u20132021") == compared("2020-2021"));
  CHECK(compared("l\u2019an") == compared("l'an"));
  CHECK(compared("1.000 Euro") != compared("1,000 Euro"));
  CHECK(compared("-5") != compared("5"));
  CHECK(compared("\u22125 %") == compared("-5 %"));
  CHECK(compared("5 %") != compared("5"));
  CHECK(compared(" \u2013 \u2026 ").empty());
  CHECK(compared("a\xFF") != compared("a"));
}

TEST_CASE("diff: a word diff shows words as printed, marks with the word before") {
  CHECK(marked(word_diff("Der Beitrag \u2013 neu \u2013 ist 8 Euro.", "Der Beitrag, neu, ist 9 Euro.")) == "Der Beitrag, neu, ist -8 +9 Euro.");
  CHECK(marked(word_diff("", "ja")) == "+ja");
  CHECK(word_diff("", "").empty());
}

TEST_CASE("diff: the longest rising subsequence stays") {
  CHECK(in_order({1, 2, 0, 3}) == std::vector<bool>{true, true, false, true});
  CHECK(in_order({2, 0, 1}) == std::vector<bool>{false, true, true});
  CHECK(in_order({}).empty());
}

TEST_CASE("diff: minutes are equal to themselves, and one of each kind of change is told apart") {
  const auto before = sample::minutes();
  CHECK(diff(before, before).empty());
  auto after = before;
  after.agenda[0].decisions[0].due.value = "2019-06-01";
  after.agenda[0].items[0].status = ItemStatus::withdrawn;
  after.meeting.date.value = "2019-03-13";
  after.agenda[0].votes[0].unanimous = false;
  CHECK(told(diff(before, after)) == Told{"meeting date changed", "decision due changed", "vote  changed", "item status changed"});
  CHECK(told(diff(after, before)).size() == 4);
}

TEST_CASE("diff: an item that comes or goes renumbers those behind it, which is one change") {
  const auto before = agenda({item("1", "Opening"), item("2", "Budget"), item("3", "Fees", {item("3.1", "Adults"), item("3.2", "Children")}), item("4", "Closing")});
  const auto after = agenda({item("1", "Opening"), item("2", "Roof"), item("3", "Budget"), item("4", "Fees", {item("4.1", "Adults"), item("4.2", "Children")}), item("5", "Closing")});
  const auto changes = diff(before, after);
  REQUIRE(told(changes) == Told{"item  added", "item  renumbered"});
  CHECK(changes[1].items == 3);
  CHECK(told(diff(after, before)) == Told{"item  removed", "item  renumbered"});
}

TEST_CASE("diff: items are found again wherever they went") {
  const auto before = agenda({item("", "Opening"), item("", "Budget"), item("", "Fees"), item("", "Closing")});
  CHECK(told(diff(before, agenda({item("", "Opening"), item("", "Fees"), item("", "Closing"), item("", "Budget")}))) == Told{"item  moved"});
  // Into another one, and out of it again.
  const auto nested = agenda({item("", "Opening"), item("", "Budget", {item("", "Fees")}), item("", "Closing")});
  const auto changes = diff(before, nested);
  REQUIRE(told(changes) == Told{"item  moved"});
  CHECK(changes[0].after.within == "Budget");
  // Around which an item came: they stay where they were.
  const auto wrapped = agenda({item("", "Opening"), item("", "Money", {item("", "Budget"), item("", "Fees")}), item("", "Closing")});
  CHECK(told(diff(before, wrapped)) == Told{"item  added"});
  CHECK(told(diff(wrapped, before)) == Told{"item  removed"});
}

TEST_CASE("diff: another title under the same number between the same neighbours is a new title, another item elsewhere is not") {
  const auto before = agenda({item("1", "Opening"), item("2", "Bathing"), item("3", "Closing")});
  CHECK(told(diff(before, agenda({item("1", "Opening"), item("2", "Swimming"), item("3", "Closing")}))) == Told{"item title changed"});
  CHECK(told(diff(before, agenda({item("1", "Opening"), item("3", "Closing"), item("4", "Swimming")}))) == Told{"item  removed", "item  added"});
}

TEST_CASE("diff: no item, and nothing but numbers") {
  CHECK(diff({}, {}).empty());
  CHECK(diff(agenda({item("1", ""), item("2", "")}), agenda({item("1", ""), item("2", "")})).empty());
  CHECK(told(diff(agenda({item("1", "")}), {})) == Told{"item  removed"});
}

TEST_CASE("diff: outputs hold what a document says as text") {
  const auto before = agenda({item("1", "Opening")});
  const auto after = agenda({item("1", "Opening"), item("2", "<script>alert(1)</script> **bold** \x1b[31m & \"quoted\"")});
  const auto changes = diff(before, after);
  DiffWriteOptions options;
  options.before.name = "<a>";
  options.after.name = "b";
  const auto page = write_diff(changes, "html", options);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
  CHECK(page.find("&lt;a&gt;") != std::string::npos);
  CHECK(page.find('\x1b') == std::string::npos);
  CHECK(write_diff(changes, "markdown", options).find("\\*\\*bold\\*\\*") != std::string::npos);
  CHECK(write_diff(changes, "text", options).find('\x1b') == std::string::npos);
  CHECK(write_diff({}, "text", options).empty());
  CHECK_THROWS_AS(write_diff(changes, "sms", options), std::invalid_argument);
}
