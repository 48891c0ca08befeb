#include "document/builder.hpp"

#include "catch.hpp"
#include "document/asides.hpp"

using namespace protokoll;

namespace {

// A document made from one source text; what a block came from is what `from` says.
struct Built {
  explicit Built(std::string text) : source(std::move(text)), builder(document, source) {}

  void all() {
    builder.verbatim(0, source.size());
    builder.end();
  }
  std::string text(std::size_t block) const { return std::string(document.view(document.blocks.at(block))); }
  std::string from(std::uint32_t begin, std::uint32_t end) const {
    const auto span = document.to_source({begin, end});
    return source.substr(span.begin, span.size());
  }

  std::string source;
  Document document;
  DocumentBuilder builder;
};

}  // namespace

TEST_CASE("white space folds and its ends are dropped", "[builder]") {
  Built built("  one \t two\xC2\xA0\xE2\x80\xAFthree \n");
  built.all();
  REQUIRE(built.document.blocks.size() == 1);
  CHECK(built.text(0) == "one two three");
  CHECK(built.from(0, 3) == "one");
  CHECK(built.from(8, 13) == "three");
  CHECK(built.from(4, 13) == "two\xC2\xA0\xE2\x80\xAFthree");
  CHECK(built.from(7, 8) == "\xC2\xA0");
}

TEST_CASE("soft hyphens and control characters are not text", "[builder]") {
  Built built("mi\xC2\xADnu\x01tes\xE2\x80\x8B");
  built.all();
  CHECK(built.text(0) == "minutes");
  CHECK(built.from(0, 7) == "mi\xC2\xADnu\x01tes");
  CHECK(built.from(2, 4) == "nu");
}

TEST_CASE("decomposed letters are composed and keep their place", "[builder]") {
  Built built("xu\xCC\x88y a\xCC\x82\xCC\xA3 q\xCC\x82\xCC\xA3 \xE2\x84\xAA \xE1\x84\x80\xE1\x85\xA1");
  built.all();
  REQUIRE(built.text(0) == "x\xC3\xBCy \xE1\xBA\xAD q\xCC\xA3\xCC\x82 K \xEA\xB0\x80");
  CHECK(built.from(0, 1) == "x");
  CHECK(built.from(1, 3) == "u\xCC\x88");
  CHECK(built.from(3, 4) == "y");
  CHECK(built.from(5, 8) == "a\xCC\x82\xCC\xA3");
}

TEST_CASE("an entity has its source as a whole", "[builder]") {
  Built built("R&amp;D &nbsp; x");
  built.builder.verbatim(0, 1);
  built.builder.replaced({1, 6}, "&");
  built.builder.verbatim(6, 2);
  built.builder.replaced({8, 14}, "\xC2\xA0");
  built.builder.verbatim(14, 2);
  built.builder.end();
  REQUIRE(built.text(0) == "R&D x");
  CHECK(built.from(0, 3) == "R&amp;D");
  CHECK(built.from(1, 2) == "&amp;");
  CHECK(built.from(2, 3) == "D");
  CHECK(built.from(4, 5) == "x");
}

TEST_CASE("a combining mark behind an entity takes no place from its neighbours", "[builder]") {
  Built built("ab&#117;&#776;c");
  built.builder.verbatim(0, 2);
  built.builder.replaced({2, 8}, "u");
  built.builder.replaced({8, 14}, "\xCC\x88");
  built.builder.verbatim(14, 1);
  built.builder.end();
  REQUIRE(built.text(0) ==
          "ab\xC3\xBC"
          "c");
  CHECK(built.from(0, 2) == "ab");
  CHECK(built.from(2, 4) == "&#117;&#776;");
  CHECK(built.from(4, 5) == "c");
}

TEST_CASE("the runs of a block cover it without gap", "[builder]") {
  Built built("one two three");
  built.builder.verbatim(0, 4);
  built.builder.set_style(bold, true);
  built.builder.verbatim(4, 3);
  built.builder.set_style(bold, false);
  built.builder.verbatim(7, 6);
  built.builder.end();
  const auto& block = built.document.blocks.at(0);
  REQUIRE(block.last_run - block.first_run == 3);
  auto at = block.range.begin;
  for (auto run = block.first_run; run < block.last_run; ++run) {
    CHECK(built.document.runs[run].range.begin == at);
    at = built.document.runs[run].range.end;
  }
  CHECK(at == block.range.end);
  CHECK(built.document.runs[1].style == bold);
  CHECK(built.document.view(built.document.runs[1].range).substr(0, 3) == "two");
}

TEST_CASE("a link has the range of its text, composed or not", "[builder]") {
  Built built("see u\xCC\x88 now");
  built.builder.verbatim(0, 4);
  built.builder.begin_link("https://example.org/");
  built.builder.verbatim(4, 3);
  built.builder.end_link();
  built.builder.verbatim(7, 4);
  built.builder.end();
  REQUIRE(built.document.links.size() == 1);
  CHECK(built.document.view(built.document.links[0].range) == "\xC3\xBC");
  CHECK(built.document.links[0].href == "https://example.org/");
}

TEST_CASE("a letter whose mark stands in another run belongs to the first", "[builder]") {
  Built built("xu\xCC\x88yz");
  built.builder.begin_link("/a");
  built.builder.verbatim(0, 2);
  built.builder.begin_link("/b");
  built.builder.verbatim(2, 3);
  built.builder.end_link();
  built.builder.verbatim(5, 1);
  built.builder.end();
  const auto& document = built.document;
  REQUIRE(built.text(0) == "x\xC3\xBCyz");
  CHECK(document.view(document.links.at(0).range) == "x\xC3\xBC");
  CHECK(document.view(document.links.at(1).range) == "y");
  REQUIRE(document.runs.size() == 3);
  CHECK(document.runs[0].range == Range{0, 3});
  CHECK(document.runs[1].range == Range{3, 4});
  CHECK(document.runs[2].range == Range{4, 5});
}

TEST_CASE("hard breaks continue a paragraph, soft breaks stay in it", "[builder]") {
  Built built("a b c");
  built.builder.begin(BlockKind::paragraph);
  built.builder.verbatim(0, 1);
  built.builder.soft_break();
  built.builder.verbatim(1, 2);
  built.builder.hard_break();
  built.builder.hard_break();
  built.builder.verbatim(4, 1);
  built.builder.end();
  REQUIRE(built.document.blocks.size() == 2);
  CHECK(built.text(0) == "a\nb");
  CHECK(built.from(0, 3) == "a b");
  CHECK(built.text(1) == "c");
  CHECK_FALSE(built.document.blocks[0].continues);
  CHECK(built.document.blocks[1].continues);
}

TEST_CASE("a soft break stands behind the text before it", "[builder]") {
  Built built("x y\nz");
  built.builder.verbatim(0, 3);
  built.builder.soft_break();
  built.builder.verbatim(4, 1);
  built.builder.end();
  REQUIRE(built.text(0) == "x y\nz");
  CHECK(built.from(3, 4) == "\n");
  CHECK(built.document.to_source({3, 5}) == Span{3, 5});
}

TEST_CASE("a line of preformatted text is a block", "[builder]") {
  Built built("one  two\n\n three");
  built.builder.begin(BlockKind::preformatted);
  built.builder.set_preformatted(true);
  built.builder.verbatim(0, built.source.size());
  built.builder.end();
  REQUIRE(built.document.blocks.size() == 2);
  CHECK(built.text(0) == "one two");
  CHECK(built.text(1) == "three");
  CHECK(built.document.blocks[1].kind == BlockKind::preformatted);
}

TEST_CASE("only the first block of an item starts it, however deep", "[builder]") {
  Built built("abcd");
  built.builder.open(ContainerKind::list);
  built.builder.open(ContainerKind::item);
  built.builder.verbatim(0, 1);
  built.builder.end();
  built.builder.verbatim(1, 1);
  built.builder.open(ContainerKind::list);
  built.builder.open(ContainerKind::item);
  built.builder.verbatim(2, 1);
  for (int i = 0; i < 4; ++i) built.builder.close();
  built.builder.open(ContainerKind::item);
  built.builder.open(ContainerKind::quote);
  built.builder.verbatim(3, 1);
  built.builder.close();
  built.builder.close();
  const auto& blocks = built.document.blocks;
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[0].starts_item);
  CHECK_FALSE(blocks[1].starts_item);
  CHECK(blocks[2].starts_item);
  CHECK_FALSE(blocks[3].starts_item);
  CHECK(built.document.depth(blocks[2].container, ContainerKind::item) == 2);
}

TEST_CASE("a joiner with nothing in front of it is dropped", "[builder]") {
  Built built("\u200DMotion \u200Cone \U0001F469\u200D\U0001F467 \u0645\u200C\u0646");
  built.all();
  CHECK(built.text(0) == "Motion one \U0001F469\u200D\U0001F467 \u0645\u200C\u0646");
}

TEST_CASE("blocks without text are dropped, rules are not", "[builder]") {
  Built built(" a");
  built.builder.begin(BlockKind::heading, 2);
  built.builder.verbatim(0, 1);
  built.builder.begin(BlockKind::rule);
  built.builder.begin(BlockKind::heading, 3);
  built.builder.verbatim(1, 1);
  built.builder.end();
  REQUIRE(built.document.blocks.size() == 2);
  CHECK(built.document.blocks[0].kind == BlockKind::rule);
  CHECK(built.document.blocks[1].level == 3);
  CHECK(built.document.text == "a\n");
}

TEST_CASE("the value of a metadata line begins at its split", "[builder]") {
  Built built("key: value");
  built.builder.begin(BlockKind::metadata);
  built.builder.verbatim(0, 5);
  built.builder.split_here();
  built.builder.verbatim(5, 5);
  built.builder.begin(BlockKind::metadata);
  built.builder.verbatim(0, 5);
  built.builder.split_here();
  built.builder.end();
  const auto& blocks = built.document.blocks;
  REQUIRE(blocks.size() == 2);
  CHECK(built.document.view({blocks[0].split, blocks[0].range.end}) == "value");
  CHECK(blocks[1].split == blocks[1].range.end);
}

TEST_CASE("struck words are set apart, and everything else keeps its place", "[builder]") {
  Built built("one two three four");
  built.builder.verbatim(0, 4);
  built.builder.set_style(strike, true);
  built.builder.verbatim(4, 4);
  built.builder.set_style(strike, false);
  built.builder.verbatim(8, 10);
  built.builder.end();
  set_asides_apart(built.document);
  REQUIRE(built.document.blocks.size() == 1);
  CHECK(built.text(0) == "one three four");
  CHECK(built.from(4, 9) == "three");
  REQUIRE(built.document.asides.size() == 1);
  CHECK(built.document.asides[0].text == "two");
  CHECK(built.document.asides[0].at == 4);
  CHECK(built.document.asides[0].source == Span{4, 7});
}

TEST_CASE("a block that is struck as a whole stands between the others", "[builder]") {
  Built built("one two six");
  built.builder.begin(BlockKind::paragraph);
  built.builder.verbatim(0, 3);
  built.builder.begin(BlockKind::paragraph);
  built.builder.set_style(strike, true);
  built.builder.verbatim(4, 3);
  built.builder.set_style(strike, false);
  built.builder.begin(BlockKind::paragraph);
  built.builder.verbatim(8, 3);
  built.builder.end();
  set_asides_apart(built.document);
  REQUIRE(built.document.blocks.size() == 2);
  CHECK(built.text(1) == "six");
  CHECK(built.from(4, 7) == "six");
  REQUIRE(built.document.asides.size() == 1);
  CHECK(built.document.asides[0].alone);
  CHECK(built.document.asides[0].at == built.document.blocks[1].range.begin);
}

TEST_CASE("a raised figure is a note, an exponent or minutes", "[builder]") {
  const auto shown = [](std::string_view front, std::string_view raised_text, std::string_view behind) {
    Built built(std::string(front) + std::string(raised_text) + std::string(behind));
    built.builder.verbatim(0, front.size());
    built.builder.set_style(raised, true);
    built.builder.verbatim(front.size(), raised_text.size());
    built.builder.set_style(raised, false);
    built.builder.verbatim(front.size() + raised_text.size(), behind.size());
    built.builder.end();
    set_asides_apart(built.document);
    return built.text(0);
  };
  CHECK(shown("3", "5", " yes") == "3 yes");
  CHECK(shown("Ann Holt", "2", ", Ben Marsh") == "Ann Holt, Ben Marsh");
  CHECK(shown("10", "6", " euro") == "10\u2076 euro");
  CHECK(shown("20 m", "2", " of slate") == "20 m\u00B2 of slate");
  CHECK(shown("19", "30", " h") == "19\u00B3\u2070 h");
  CHECK(shown("the 2", "nd", " time") == "the 2nd time");
}
