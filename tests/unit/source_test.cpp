#include "source/source.hpp"

#include "catch.hpp"

using namespace protokoll;

TEST_CASE("spans are bytes of the file, whatever its encoding", "[source]") {
  const std::string windows_1252 = "Beschl\xfcsse: gr\xfcn";
  const Source source(windows_1252);
  REQUIRE(source.encoding() == "windows-1252");
  REQUIRE(source.text() == "Beschlüsse: grün");
  const auto word = source.text().find("grün");
  const auto span = source.to_bytes({word, word + std::string_view("grün").size()});
  CHECK(windows_1252.substr(span.begin, span.size()) == "gr\xfcn");
}

TEST_CASE("text that is UTF-8 already is not copied", "[source]") {
  const std::string utf8 = "Beschlüsse";
  const Source source(utf8);
  CHECK(source.text().data() == utf8.data());
}
