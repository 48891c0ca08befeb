#include "source/source.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace protokoll;

namespace {

std::string wide(std::string_view ascii, std::size_t bytes, bool big) {
  std::string out;
  for (const char c : ascii) {
    std::string unit(bytes, '\0');
    unit[big ? bytes - 1 : 0] = c;
    out += unit;
  }
  return out;
}

std::string bytes_of(const Source& source, std::string_view word) {
  const auto at = source.text().find(word);
  REQUIRE(at != std::string_view::npos);
  const auto span = source.to_bytes({at, at + word.size()});
  return std::string(source.bytes().substr(span.begin, span.size()));
}

}  // namespace

TEST_CASE("spans are bytes of the file, whatever its encoding", "[source]") {
  const std::string windows_1252 = "Entschl\xfcsse: gr\xfcn";
  const Source source(windows_1252);
  REQUIRE(source.encoding() == "windows-1252");
  REQUIRE(source.text() == "Entschl\xC3\xBCsse: gr\xC3\xBCn");
  CHECK(bytes_of(source, "gr\xC3\xBCn") == "gr\xfcn");
  CHECK(bytes_of(source, "\xC3\xBCsse") == "\xfcsse");
  CHECK(source.diagnostics().empty());
}

TEST_CASE("text that is UTF-8 already is not copied", "[source]") {
  const std::string utf8 = "gr\xC3\xBCn";
  const Source source(utf8);
  CHECK(source.text().data() == utf8.data());
  CHECK(source.to_bytes({2, 4}) == Span{2, 4});
}

TEST_CASE("a BOM is no text but has its place", "[source]") {
  const std::string utf8 = "\xEF\xBB\xBFone\ntwo";
  const Source source(utf8);
  REQUIRE(source.encoding() == "UTF-8");
  REQUIRE(source.text() == "one\ntwo");
  CHECK(source.to_bytes({0, 3}) == Span{3, 6});
  CHECK(source.to_bytes({4, 7}) == Span{7, 10});
  CHECK(source.to_text(7) == 4);
  CHECK(source.to_text(0) == 0);
  CHECK(source.position(8).line == 2);
  CHECK(source.position(8).column == 2);
  CHECK(source.line(8) == "two");
}

TEST_CASE("wide encodings with and without BOM", "[source]") {
  const std::string_view text = "Item 1: budget\nItem 2";
  for (const std::size_t size : {2u, 4u})
    for (const bool big : {false, true})
      for (const bool bom : {false, true}) {
        CAPTURE(size, big, bom);
        std::string mark = size == 2 ? "\xFF\xFE" : std::string("\xFF\xFE\0\0", 4);
        if (big) std::reverse(mark.begin(), mark.end());
        const auto bytes = (bom ? mark : "") + wide(text, size, big);
        const Source source(bytes);
        REQUIRE(source.text() == text);
        REQUIRE(source.encoding() == std::string(size == 2 ? "UTF-16" : "UTF-32") + (big ? "BE" : "LE"));
        CHECK(bytes_of(source, "budget") == wide("budget", size, big));
        const auto second = (bom ? size : 0) + 20 * size;
        for (std::size_t inside = 0; inside < size; ++inside) {
          CHECK(source.to_text(second + inside) == 20);
          CHECK(source.position(second + inside).line == 2);
          CHECK(source.position(second + inside).column == 6);
        }
        CHECK(source.line(second) == "Item 2");
        CHECK(source.to_text(bytes.size()) == text.size());
      }
}

TEST_CASE("characters beyond the first plane and lone surrogates", "[source]") {
  const std::string bytes(
      "\xFF\xFE"
      "a\0\x3D\xD8\x00\xDE"
      "b\0\x3D\xD8"
      "c\0",
      14);
  const Source source(bytes);
  REQUIRE(source.text() ==
          "a\xF0\x9F\x98\x80"
          "b\xEF\xBF\xBD"
          "c");
  CHECK(source.to_bytes({1, 5}) == Span{4, 8});
  CHECK(source.to_bytes({5, 6}) == Span{8, 10});
  REQUIRE(source.diagnostics().size() == 1);
  CHECK(source.diagnostics()[0].id == "undecodable-bytes");
  CHECK(source.diagnostics()[0].span == Span{10, 12});
}

TEST_CASE("a file that is cut off inside a character", "[source]") {
  const std::string utf16(
      "\xFF\xFE"
      "a\0b",
      5);
  const Source source(utf16);
  CHECK(source.text() == "a\xEF\xBF\xBD");
  CHECK(source.to_bytes({1, 4}) == Span{4, 5});
  const std::string utf8 =
      "gr\xC3\xBC"
      "ne \xC3\xB6 \xC3";
  const Source cut(utf8);
  CHECK(cut.encoding() == "UTF-8");
  CHECK(cut.text() ==
        "gr\xC3\xBC"
        "ne \xC3\xB6 \xC3\x83");
  REQUIRE(cut.diagnostics().size() == 1);
  CHECK(cut.diagnostics()[0].id == "mixed-encoding");
}

TEST_CASE("single bytes of windows-1252 in UTF-8 are repaired and reported", "[source]") {
  const std::string mixed = "\xC3\xA4\xC3\xB6\xC3\xBC caf\xE9 end";
  const Source source(mixed);
  REQUIRE(source.text() == "\xC3\xA4\xC3\xB6\xC3\xBC caf\xC3\xA9 end");
  REQUIRE(source.diagnostics().size() == 1);
  CHECK(source.diagnostics()[0].span == Span{10, 11});
  CHECK(bytes_of(source, "caf\xC3\xA9") == "caf\xE9");
  CHECK(bytes_of(source, "end") == "end");
}

TEST_CASE("a declared charset decides where bytes are no UTF-8", "[source]") {
  const std::string latin2 = "<meta charset=\"iso-8859-2\"><p>\xB3";
  CHECK(Source(latin2).text().substr(30) == "\xC5\x82");
  const std::string latin1 = "<meta charset=iso-8859-1><p>\x84";
  const Source quoted(latin1);
  CHECK(quoted.encoding() == "windows-1252");
  CHECK(quoted.text().substr(28) == "\xE2\x80\x9E");
  const std::string utf8 = "<meta charset=iso-8859-1><p>\xC3\xBC";
  CHECK(Source(utf8).encoding() == "UTF-8");
}

TEST_CASE("broken bytes do not flood the diagnostics", "[source]") {
  std::string bytes = "\xFF\xFE";
  for (int i = 0; i < 1000; ++i) bytes += std::string("a\0\x3D\xD8", 4);
  CHECK(Source(bytes).diagnostics().size() == 101);
}

TEST_CASE("the empty file and the file of a BOM", "[source]") {
  CHECK(Source("").text().empty());
  CHECK(Source("").position(0).line == 1);
  const Source mark("\xFF\xFE");
  CHECK(mark.text().empty());
  CHECK(mark.to_text(1) == 0);
  CHECK(mark.position(1).column == 1);
  CHECK(mark.line(1).empty());
}
