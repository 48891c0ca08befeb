#include "catch.hpp"
#include "read.hpp"
#include "readers/reader.hpp"
#include "sample.hpp"
#include "verify/compare.hpp"

using protokoll::VisibleText;
using protokoll::write;

namespace {

std::string shown(const std::string& markdown) { return protokoll::choose_reader({}, "markdown").visible(markdown); }

/// What a reader of the rendered output sees of a text in a paragraph, a list item, a cell and a heading.
void check_shown(const std::string& text) {
  using namespace protokoll;
  Minutes minutes;
  minutes.head = {{.text = text}, {.type = BlockType::list, .items = {{"z" + text, {}}, {text, {}}}}, {.type = BlockType::table, .rows = {{{"a", {}}, {text, {}}}}}};
  AgendaItem item;
  item.title.value = "Z " + text;
  minutes.agenda = {item};
  const auto markdown = write(minutes, "markdown");
  CAPTURE(text, markdown);
  CHECK(VisibleText(shown(markdown)) == VisibleText(text + "z" + text + text + "a" + text + "Z" + text));
}

}  // namespace

TEST_CASE("markdown: the printed minutes") {
  auto minutes = sample::minutes();
  CHECK(write(minutes, "markdown") ==
        "# Sitzung des Hafenvereins\n\n"
        "**Datum:** 12. M\u00E4rz 2019\n\n"
        "**Beginn:** 18 Uhr\n\n"
        "**Anwesend:** Mia Lund (Werft)\n\n"
        "## TOP 3: **Haushalt; \"Plan\"** Mia Lund (Werft)\n\n"
        "> **Beschluss:** \\=Der Plan gilt.\n\n"
        "- eins\n"
        "  - zwei\n\n"
        "| a | b\\|c |\n"
        "| --- | --- |\n\n"
        "**Abstimmung:** einstimmig\n\n"
        "**Aufgabe:** Bericht schreiben (Mia Lund, Ole Krug)\n\n"
        "### TOP 3.1: Umlage\n\n"
        "*vertagt*\n\n"
        "*nicht \u00F6ffentlich*\n\n"
        "**N\u00E4chster Termin:** 2019-04-09, Kontor\n");
}

TEST_CASE("markdown: the language of the minutes chooses the words, English where it is unknown") {
  auto minutes = sample::minutes();
  minutes.language = "en";
  CHECK(write(minutes, "markdown").find("## Item 3: ") != std::string::npos);
  minutes.language = "tlh";
  CHECK(write(minutes, "markdown").find("**Date:** ") != std::string::npos);
  minutes.language = "de-AT";
  CHECK(write(minutes, "markdown").find("**Datum:** ") != std::string::npos);
}

TEST_CASE("markdown: facts that stand in printed text are not printed twice") {
  protokoll::Minutes minutes;
  minutes.meeting.date = {"2019-03-12", {5, 15}, "12.03.2019"};
  minutes.head = {{.text = "am 12.03.2019", .span = {2, 15}}};
  minutes.actions = {{.text = "Bericht", .span = {20, 27}}};
  minutes.tail = {{.text = "Bericht", .span = {20, 27}}};
  CHECK(write(minutes, "markdown") == "am 12.03.2019\n\n---\n\nBericht\n");
}

TEST_CASE("markdown: a label in the line of its text stays there") {
  protokoll::Minutes minutes;
  protokoll::AgendaItem item;
  item.title.value = "Pier";
  item.sections = {{.heading = {"Beschluss:", {10, 20}}, .blocks = {{.text = "Der Plan gilt.", .span = {21, 35}}}},
                   {.heading = {"Termin:", {40, 47}}, .blocks = {{.type = protokoll::BlockType::list, .items = {{"9. Mai", {48, 54}}}, .span = {48, 54}}}},
                   {.heading = {"Debatte:", {60, 68}}, .blocks = {{.text = "Keine.", .span = {80, 86}}}}};
  item.decisions = {{.text = "Der Plan gilt.", .span = {21, 35}}};
  minutes.agenda = {item};
  CHECK(write(minutes, "markdown") == "## Pier\n\n> **Beschluss:** Der Plan gilt.\n\n- **Termin:** 9\\. Mai\n\n**Debatte:**\n\nKeine.\n");
}

TEST_CASE("markdown: links keep their address") {
  protokoll::Minutes minutes;
  protokoll::AgendaItem item;
  item.title.value = "Pier";
  item.links = {{"Plan", "https://hafen.example/a b(1)", {12, 16}}};
  item.sections = {{.blocks = {{.text = "Der Plan gilt.", .span = {8, 22}}}}};
  minutes.agenda = {item};
  CHECK(write(minutes, "markdown").find("Der [Plan](https://hafen.example/a%20b%281%29) gilt.") != std::string::npos);
}

TEST_CASE("markdown: every text is shown as it is") {
  for (const auto* text : {"1. eins", "12) zwei", "- Strich", "+ plus", "* Stern", "# Raute", "#", "> Zitat", "===", "---", "a_b _c_ __d__", "*x* **y**", "`code`", "``",
                           "[a](b)", "![a](b)", "[^1]", "<b>fett</b>", "<https://a.example>", "a < b & c", "&amp; &#65; &copy", "a|b", "~~weg~~", "\\* \\", "a\\",
                           "{: .x}", "{#id}", ":--", "| a |", "```", "~~~", "1.", "-", "+", "[ ] offen", "[x] fertig", "a*", "*", "_", "https://a.example/x_y_z",
                           "key: value", "<!-- x -->", "&", "!", "=Formel", "a  b", "x^2^", "$a$", "wiki [[x]]", "2019. Ein Jahr", "-5 Grad", "(c) 5 * 6 * 7"})
    check_shown(text);
}

TEST_CASE("markdown: every combination of marks is shown as it is") {
  constexpr std::string_view marks = "a1 *_`[]()<>#+-.!|~&\\{}:=;/\"'";
  for (const char a : marks)
    for (const char b : marks)
      for (const char c : std::string_view("a *-]")) check_shown(std::string("x") + a + b + c + "y");
  for (const char a : marks)
    for (const char b : marks) check_shown(std::string() + a + b + "y");
}

TEST_CASE("markdown: hard line breaks stay, in paragraphs and lists") {
  protokoll::Minutes minutes;
  minutes.head = {{.text = "eins\n2. zwei\n# drei"}, {.type = protokoll::BlockType::list, .items = {{"a\n- b", {}}}}};
  CHECK(write(minutes, "markdown") == "eins\\\n2\\. zwei\\\n\\# drei\n\n- a\\\n  \\- b\n");
}
