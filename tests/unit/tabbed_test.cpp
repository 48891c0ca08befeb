#include <algorithm>

#include "catch.hpp"
#include "reading.hpp"

namespace protokoll {
extern const Reader reader_tabbed;
}

using namespace protokoll;

namespace {

Reading tabbed(std::string_view bytes) { return Reading(reader_tabbed, bytes); }

// "row.column text" of each block; "- text" outside the table.
std::vector<std::string> cells(const Reading& reading) {
  std::vector<std::string> out;
  for (const auto& block : reading.document.blocks) {
    const auto cell = reading.document.enclosing(block.container, ContainerKind::cell);
    const auto row = reading.document.enclosing(block.container, ContainerKind::row);
    std::string place = "-";
    if (cell >= 0) place = std::to_string(reading.document.containers[row].index) + "." + std::to_string(reading.document.containers[cell].index);
    out.push_back(place + " " + std::string(reading.document.view(block)));
  }
  return out;
}

std::ptrdiff_t count(const Reading& reading, ContainerKind kind) {
  const auto& containers = reading.document.containers;
  return std::count_if(containers.begin(), containers.end(), [&](const Container& container) { return container.kind == kind; });
}

}  // namespace

TEST_CASE("rows are one table, whatever the form of their labels", "[tabbed]") {
  const auto reading =
      tabbed("## Minutes\n\n1.\t<p><b>Opening</b> by Ms Roe</p>\n\n\t<p>more</p>\n<p>3.</p>\t<p>a</p>\t<p>b</p>\n4\t<p>c</p>\t\n\nThe end.\n");
  CHECK(cells(reading) == std::vector<std::string>{"- Minutes", "0.0 1.", "0.1 Opening by Ms Roe", "1.1 more", "2.0 3.", "2.1 a", "2.2 b", "3.0 4",
                                                   "3.1 c", "- The end."});
  CHECK(count(reading, ContainerKind::table) == 1);
  CHECK(count(reading, ContainerKind::cell) == 10);
  CHECK(reading.tiled() == reading.visible());
  CHECK_FALSE(reading.left_open);
}

TEST_CASE("spans in cells are those of the file", "[tabbed]") {
  const auto reading = tabbed("\xef\xbb\xbf# T\r\n\r\n1.\t<p>M&uuml;ller</p>\r\n2.\t<p>Meier</p>\r\n");
  CHECK(reading.origin("Müller") == "M&uuml;ller");
  CHECK(reading.origin("Meier") == "Meier");
  CHECK(reading.origin("2.") == "2.");
}

TEST_CASE("a cell goes on over lines that it leaves open", "[tabbed]") {
  const auto reading = tabbed("1.\t<p>one\ntwo</p>\n<p>three</p>\n2.\t<p>four</p>\nfive\n");
  CHECK(cells(reading) == std::vector<std::string>{"0.0 1.", "0.1 one two", "0.1 three", "1.0 2.", "1.1 four", "- five"});
  CHECK(reading.tiled() == reading.visible());
}

TEST_CASE("a tab inside a tag parts no cells", "[tabbed]") {
  CHECK(cells(tabbed("1.\t<p\tclass='a\tb'>x</p>\t<p>y</p>\n")) == std::vector<std::string>{"0.0 1.", "0.1 x", "0.2 y"});
}

TEST_CASE("lines with tabs that are no rows stay Markdown", "[tabbed]") {
  const auto reading = tabbed("Place:\tTown hall\n\n1.\t<p>x</p>\n\nPresent as guests\tall\n");
  CHECK(cells(reading) == std::vector<std::string>{"- Place: Town hall", "0.0 1.", "0.1 x", "- Present as guests all"});
  CHECK(reading.tiled() == reading.visible());
}

TEST_CASE("the dialect is known by one row", "[tabbed]") {
  CHECK(reader_tabbed.sniff("x\n1.\t<p>y</p>\n") == 95);
  CHECK(reader_tabbed.sniff("<p>7</p>\t<p>y</p>") == 95);
  CHECK(reader_tabbed.sniff("\t<p>y</p>") == 0);  // an indented element of HTML
  CHECK(reader_tabbed.sniff("1.\tplain") == 0);
  CHECK(reader_tabbed.sniff("<html>\n<body>\n<p>x</p>\n") == 0);
  CHECK(reader_tabbed.sniff("") == 0);
}

TEST_CASE("every character of a broken table is in one block", "[tabbed]") {
  for (const std::string_view text : {"1.\t<p>a<b>\n\n2.\t</b><td>c\t</p>d\n", "\t<\n", "1.\t<p>\n\t\n\t\t\n<p>", "1.\t<!-- \n2.\t<p>x</p>\n-->",
                                      "\t<p>a\tb</p>\t<\t>", "1.\t<ul>\n<li>a\nb\n\nc"}) {
    const auto reading = tabbed(text);
    INFO(text);
    CHECK(reading.tiled() == reading.visible());
    CHECK_FALSE(reading.left_open);
  }
}
