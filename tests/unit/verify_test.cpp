#include "catch.hpp"
#include "protokoll/protokoll.hpp"
#include "verify/compare.hpp"

using protokoll::compare;
using protokoll::read;
using protokoll::verify;
using protokoll::VisibleText;

namespace {

constexpr std::string_view document =
    "# Hafenverein\n\n12. M\u00E4rz 2019\n\n## TOP 1: Pier\n\nDie *neue* Pier &amp; der [Kran](https://hafen.example/kran) stehen.\n\n* eins\n* zwei\n";

}  // namespace

TEST_CASE("verify: what was read is all there") {
  const auto result = verify(document, read(document));
  CAPTURE(result.first_difference, result.first_false_span);
  CHECK(result.ok());
  CHECK(result.visible > 50);
  CHECK(result.tile_bytes + result.residue_bytes + result.markup_bytes == document.size());
}

TEST_CASE("verify: a missing tile is lost text") {
  auto minutes = read(document);
  REQUIRE(minutes.tiles.size() > 2);
  const auto missing = VisibleText(minutes.tiles[1].text).size();
  minutes.tiles.erase(minutes.tiles.begin() + 1);
  const auto result = verify(document, minutes);
  CHECK(result.lost == missing);
  CHECK(result.invented == 0);
  CHECK_FALSE(result.first_difference.empty());
  CHECK_FALSE(result.ok());
}

TEST_CASE("verify: a tile of its own making is invented text and a false span") {
  auto minutes = read(document);
  minutes.tiles.insert(minutes.tiles.begin() + 1, {protokoll::TileKind::block, "Unfug", {2, 7}});
  const auto result = verify(document, minutes);
  CHECK(result.lost == 0);
  CHECK(result.invented == 5);
  CHECK(result.false_spans == 1);
  CHECK(result.first_false_span.find("Unfug") != std::string::npos);
}

TEST_CASE("verify: values are looked for at their place") {
  auto minutes = read(document);
  minutes.meeting.title = {"Hafenverein", {2, 13}};
  CHECK(verify(document, minutes).ok());
  minutes.meeting.title.span = {3, 13};
  CHECK(verify(document, minutes).false_spans == 1);
  minutes.meeting.title = {"", {}};
  minutes.meeting.location = {"Kontor", {document.size() + 1, document.size() + 2}};
  CHECK(verify(document, minutes).false_spans == 1);
  minutes.meeting.location = {};
  minutes.meeting.date = {"2019-03-12", {15, 29}, "12. M\u00E4rz 2019"};
  CHECK(verify(document, minutes).ok());
  minutes.meeting.date.printed.clear();
  CHECK(verify(document, minutes).false_spans == 1);
}

TEST_CASE("verify: the mark of a note within a name") {
  for (const std::string_view mark : {"<sup>1</sup>", "[^1]"}) {
    const auto source = "# Notes 2020-01-15\n\n## 1. Press\n\n- L" + std::string(mark) + "ea: clean the press by 1 February\n- Lea: order ink by 3 February\n";
    auto minutes = read(source);
    CAPTURE(source);
    CHECK(verify(source, minutes).ok());
    minutes.people.at(0).name = "Pia";
    CHECK_FALSE(verify(source, minutes).ok());
  }
  constexpr std::string_view text = "Notes   2020-01-15\n\n    1. Press\n\n    L[^1]ea leaves   early.\n";
  CHECK(verify(text, read(text, {.dialect = "text"}), {.dialect = "text"}).ok());
}

TEST_CASE("verify: a raised character behind the last word") {
  constexpr std::string_view text = "# Minutes of the board, 4 May 2023\n\n## 1. Roof\n\nThe dues are 10<sup>3</sup> pence for the house\u00B2.\n\nIt has 12 m\u00B2, says the surveyor\u2074.\n";
  auto minutes = read(text);
  CHECK(verify(text, minutes).ok());
  auto& block = minutes.agenda.at(0).sections.at(0).blocks.at(0);
  CHECK(block.text == "The dues are 10\u00B3 pence for the house.");
  block.text = "The dues are 10\u00B3 pence for the hous.";
  CHECK(verify(text, minutes).false_spans == 1);
}

TEST_CASE("verify: hidden text around a value is no markup") {
  constexpr std::string_view page = "<h1>Hafenverein</h1><p>Ka<script>xi</script>a steht.</p>";
  auto minutes = read(page, {.dialect = "html"});
  const auto begin = page.find("Ka"), end = page.find(" steht");
  minutes.meeting.location = {"Kaia", {begin, end}};
  CHECK(verify(page, minutes, {.dialect = "html"}).false_spans == 1);
  minutes.meeting.location = {"Kaa", {begin, end}};
  CHECK(verify(page, minutes, {.dialect = "html"}).ok());
}

TEST_CASE("verify: what a span adds counts where no surroundings are known") {
  constexpr std::string_view page = "<p><svg><![CDATA[&#6]]>&#0";
  const auto minutes = read(page, {.dialect = "html"});
  const auto result = verify(page, minutes, {.dialect = "html"});
  CAPTURE(result.first_false_span);
  CHECK(result.ok());
}

TEST_CASE("verify: in the bytes of any encoding") {
  for (const auto& bytes : {std::string("<p>Gr\xFC\xDF Gott</p><p>\x80 5</p>"), std::string("\xFF\xFEH\0i\0\n\0\xE4\0", 10)}) {
    const auto result = verify(bytes, read(bytes));
    CAPTURE(result.first_difference, result.first_false_span);
    CHECK(result.ok());
    CHECK(result.visible > 0);
  }
}

TEST_CASE("compare: canonically equivalent texts are equal, white space does not count") {
  const auto difference = compare(VisibleText("M\u00E4 rz\u00A0\u00AD"), VisibleText("Ma\u0308\nr z"));
  CHECK(difference.lost + difference.invented == 0);
  CHECK(VisibleText("a\u0308 b").size() == 3);
  CHECK(VisibleText("o\u0323\u0302") == VisibleText("o\u0302\u0323"));
}

TEST_CASE("compare: text around a value is markup only between its two ends") {
  CHECK(VisibleText("Pier{no_toc}neu").surrounds(VisibleText("Pier neu")) == false);
  CHECK(VisibleText("Pier{toc}neue").surrounds(VisibleText("Pier neue")));
  CHECK_FALSE(VisibleText("Pier neue").surrounds(VisibleText("ier neue")));
  CHECK_FALSE(VisibleText("Pier neue").surrounds(VisibleText("Pier neu")));
  CHECK_FALSE(VisibleText("Pier neue").surrounds(VisibleText("")));
}

TEST_CASE("compare: counts what differs") {
  const VisibleText text("Die Pier ist neu und der Kran auch, sagt Frau Lund.");
  const auto difference = compare(text, VisibleText("Die Pier ist alt und der Kran auch, sagt eben Frau Lund."));
  CHECK(difference.lost == 3);
  CHECK(difference.invented == 7);
  CHECK(compare(text, VisibleText("")).lost == text.size());
  CHECK(compare(VisibleText(""), text).invented == text.size());
}

TEST_CASE("compare: linear whatever the texts") {
  std::string marks, swapped, other;
  for (int i = 0; i < 200'000; ++i) {
    marks += "\u0301\u0323";
    swapped += "\u0323\u0301";
    other += i % 3 ? "xy" : "yx";
  }
  CHECK(compare(VisibleText("a" + marks), VisibleText("a" + swapped)).lost == 0);
  CHECK(compare(VisibleText(other), VisibleText(marks)).lost > 0);
}

TEST_CASE("verify: a value must agree with the markup and the negation around it") {
  constexpr std::string_view struck = "<h1>Minutes of the board</h1><p>4 May 2023</p><h2>1. Roof</h2><p>Resolved: That the roof gets slate.</p><p>Vote: <del>2</del><ins>3</ins><sup>4</sup> in favour, 0 against</p>"
                                      "<h2>2. Gate</h2><p>The gate is old.</p>";
  auto minutes = read(struck);
  REQUIRE(minutes.agenda.size() == 2);
  REQUIRE(minutes.agenda[0].decisions.size() == 1);
  auto& vote = minutes.agenda[0].decisions[0].vote;
  REQUIRE(vote);
  CHECK(vote->yes == 3);
  CHECK(verify(struck, minutes).contradictions == 0);
  vote->span.begin = struck.find("<del>");
  vote->yes = 2;
  const auto result = verify(struck, minutes);
  CHECK(result.contradictions == 1);
  CHECK_FALSE(result.first_contradiction.empty());
  CHECK_FALSE(result.ok());
}

TEST_CASE("verify: votes counted by names are printed as no number, whatever is raised beside them") {
  constexpr std::string_view named = "# Minutes of the board, 4 May 2023\n\n## 1. Roof\n\nMotion to repair the roof. Roll call: Leek aye, Wye aye, Ott nay<sup>1</sup>, Poole aye. Motion carried.\n";
  const auto minutes = read(named);
  REQUIRE(minutes.agenda.size() == 1);
  REQUIRE(minutes.agenda[0].decisions.size() == 1);
  CHECK(minutes.agenda[0].decisions[0].vote->no == 1);
  CHECK(verify(named, minutes).contradictions == 0);
}

TEST_CASE("verify: what is struck out in rows of a protocol") {
  constexpr std::string_view rows = "1.\t<p><b>Roof</b></p><p>Resolved: That the roof gets slate.</p><p>Vote: <del>2</del><ins>3</ins> in favour, 0 against</p>\n2.\t<p><b>Gate</b></p><p>The gate is old.</p>\n";
  auto minutes = read(rows);
  REQUIRE(minutes.agenda.size() == 2);
  CHECK(verify(rows, minutes).ok());
  minutes.actions.push_back({.text = "2", .span = {rows.find("2</del>"), rows.find("</del>")}});
  CHECK(verify(rows, minutes).contradictions == 1);
}

TEST_CASE("verify: what is called unanimous must not be negated") {
  constexpr std::string_view negated = "# Minutes of the board, 4 May 2023\n\n## 1. Roof\n\nThe vote was not unanimous.\n\n## 2. Gate\n\nThe gate is old.\n";
  auto minutes = read(negated);
  const auto begin = negated.find("unanimous");
  minutes.votes.push_back({.unanimous = true, .text = "unanimous", .span = {begin, begin + 9}});
  CHECK(verify(negated, minutes).contradictions == 1);
}
