#include <chrono>

#include "catch.hpp"
#include "readers/html/bounds.hpp"
#include "readers/html/html.hpp"
#include "reading.hpp"

namespace protokoll {
extern const Reader reader_html;
}

using namespace protokoll;

namespace {

Reading page(std::string_view bytes) { return Reading(reader_html, bytes); }

std::string repeated(std::string_view piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("the span of an entity is the entity", "[html]") {
  const auto reading = page("<p>Gr&uuml;n &amp; bl&#228u &NotEqualTilde; 3 &lt; 4 &amp;auml; R&D</p>");
  CHECK(reading.text(0) == "Grün & bläu ≂̸ 3 < 4 &auml; R&D");
  CHECK(reading.origin("ü") == "&uuml;");
  CHECK(reading.origin("& ") == "&amp; ");
  CHECK(reading.origin("ä") == "&#228");
  CHECK(reading.origin("Grün") == "Gr&uuml;n");
  CHECK(reading.origin("auml") == "auml");
  CHECK(reading.origin("R&D") == "R&D");
}

TEST_CASE("spans are bytes of the file in windows-1252, too", "[html]") {
  const auto reading = page(
      "<p>gr\xfc\xdf"
      "e an <b>M&auml;x</b> \x84hier\x93</p>");
  CHECK(reading.text(0) == "grüße an Mäx „hier“");
  CHECK(reading.origin("Mäx") == "M&auml;x");
  CHECK(reading.origin("„hier“") == "\x84hier\x93");
}

TEST_CASE("text around stray tags and comments keeps its place", "[html]") {
  const auto reading = page("<p>one</foo>two<!-- x -->three<tr>four\r\nfive</p>");
  CHECK(reading.text(0) == "onetwothreefour five");
  CHECK(reading.origin("two") == "two");
  CHECK(reading.origin("four") == "four");
  CHECK(reading.origin("five") == "five");
}

TEST_CASE("entities are decoded as browsers do", "[html]") {
  CHECK(decode_entity("&auml;") == "ä");
  CHECK(decode_entity("&#150;") == "–");
  CHECK(decode_entity("&#x41;") == "A");
  CHECK(decode_entity("&#xD800;") == "\uFFFD");
  CHECK(decode_entity("&#99999999999999999999;") == "\uFFFD");
  CHECK(decode_entity("&Aacute;") == "Á");
  CHECK(decode_entity("&fjlig;") == "fj");
  CHECK(decode_entity("&semi;") == ";");
  CHECK(decode_entity("&unknown;").empty());
  CHECK(decode_entity("&").empty());
  CHECK(decode_entity("").empty());
}

TEST_CASE("blocks, headings, lines and rules", "[html]") {
  const auto reading = page("<h2>Top</h2>loose<p>one<br>two<br><br>three<hr><pre>a  b\n c</pre><blockquote>quoted</blockquote>");
  REQUIRE(reading.lines() == "Top\nloose\none\ntwo\nthree\n\na b\nc\nquoted\n");
  const auto& blocks = reading.document.blocks;
  CHECK(blocks[0].kind == BlockKind::heading);
  CHECK(blocks[0].level == 2);
  CHECK_FALSE(blocks[2].continues);
  CHECK(blocks[3].continues);
  CHECK_FALSE(blocks[4].continues);
  CHECK(blocks[5].kind == BlockKind::rule);
  CHECK(blocks[6].kind == BlockKind::preformatted);
  CHECK(reading.container(8).kind == ContainerKind::quote);
}

TEST_CASE("breaks with a blank between them part paragraphs", "[html]") {
  const auto reading = page("<td>a<br>&nbsp;<br>b<br>c");
  REQUIRE(reading.lines() == "a\nb\nc\n");
  CHECK_FALSE(reading.document.blocks[1].continues);
  CHECK(reading.document.blocks[2].continues);
}

TEST_CASE("styles come from elements and from CSS", "[html]") {
  const auto reading =
      page("<p>a<b>b<i>c</i></b><span style='FONT-WEIGHT : bold; text-decoration: underline'>d</span><b style='font-weight:normal'>e</b>f</p>");
  std::vector<int> styles;
  for (const auto& run : reading.document.runs) styles.push_back(run.style);
  CHECK(styles == std::vector<int>{plain, bold, bold | italic, bold | underline, plain});
}

TEST_CASE("a link knows its address and ends with its element", "[html]") {
  const auto reading = page("<p><a href='http://example.org/?a=1&amp;b=2'>here</a> not");
  REQUIRE(reading.document.links.size() == 1);
  CHECK(reading.document.links[0].href == "http://example.org/?a=1&b=2");
  CHECK(reading.document.view(reading.document.links[0].range) == "here");
}

TEST_CASE("a block's source is its element, where it stands alone in it", "[html]") {
  const std::string markup = "<div>x<p>one<p>two</p></div><ul><li>three<li>four</ul>";
  const auto reading = page(markup);
  std::vector<std::string> elements;
  for (const auto& block : reading.document.blocks) elements.push_back(markup.substr(block.source.begin, block.source.size()));
  CHECK(elements == std::vector<std::string>{"", "<p>one", "<p>two</p>", "<li>three", "<li>four"});
}

TEST_CASE("cells stand in their real column", "[html]") {
  const auto reading =
      page("<table><thead><tr><td rowspan=2>a<td colspan='2'>b<tbody><tr><th>c<td>d<tr><td>e<td colspan=999999999>f<td rowspan=-3>g</table>");
  std::vector<std::array<int, 4>> cells;
  for (const auto& container : reading.document.containers)
    if (container.kind == ContainerKind::cell) cells.push_back({container.index, container.columns, container.rows, container.header});
  const std::vector<std::array<int, 4>> expected = {{0, 1, 2, 1}, {1, 2, 1, 1},   {1, 1, 1, 1},   {2, 1, 1, 0},
                                                    {0, 1, 1, 0}, {1, 999, 1, 0}, {1000, 1, 1, 0}};
  CHECK(cells == expected);
}

TEST_CASE("items have the numbers that a reader sees", "[html]") {
  const auto reading = page("<ol start=3><li>a<li value=7>b<ul><li>c</ul><li>d</ol><ol reversed><li>e<li>f</ol><dl><dt>g<dd>h</dl>");
  std::vector<int> numbers;
  for (std::size_t i = 0; i < reading.document.blocks.size(); ++i) numbers.push_back(reading.container(i).index);
  CHECK(numbers == std::vector<int>{3, 7, 0, 8, 2, 1, 0, 0});
  CHECK(reading.container(6).kind == ContainerKind::term);
  CHECK(reading.container(7).kind == ContainerKind::definition);
  CHECK(reading.document.depth(reading.document.blocks[2].container, ContainerKind::list) == 2);
  CHECK(reading.document.blocks[3].starts_item);
}

TEST_CASE("Word's printed bullets and numbers are text", "[html]") {
  const auto reading = page(
      "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; "
      "</span></span><![endif]>First<o:p></o:p></p><!--[if gte mso 9]><xml>no</xml><![endif]-->");
  CHECK(reading.lines() == "1. First\n");
}

TEST_CASE("what is not shown is no text", "[html]") {
  const auto reading = page(
      "<html lang=en-GB><head><title>t</title><style>s</style></head><body><script>x<b></script><!-- c --><p hidden>h</p><p style='display : "
      "none'>n</p>"
      "<p style='visibility:hidden'>v</p><template>m</template><noscript>o</noscript><isindex><p>seen</body></html>");
  CHECK(reading.lines() == "seen\n");
  CHECK(reading.visible() == "seen");
  CHECK(reading.document.declared_language == "en-GB");
}

TEST_CASE("navigation is shown, but no minutes", "[html]") {
  const auto reading = page(
      "<body><header><h1>Meeting</h1><nav>toc</nav></header><header>site</header><div role=navigation>menu</div><article><header>by</header>"
      "<p>text</p><footer>end</footer></article><footer>imprint</footer>");
  std::string boilerplate;
  for (std::size_t i = 0; i < reading.document.blocks.size(); ++i)
    if (reading.document.blocks[i].boilerplate) boilerplate.append(reading.text(i)).append(" ");
  CHECK(boilerplate == "toc site menu imprint ");
  CHECK(reading.tiled() == reading.visible());
}

TEST_CASE("markup beyond the bounds is read as lines, at once", "[html]") {
  std::string attributes = "<p";
  for (int i = 0; i < 1'000'000; ++i) attributes += " a" + std::to_string(i);
  attributes += ">end";
  const std::string inputs[] = {
      repeated("<b>", 20'000) + "end", repeated("<div>", 200'000) + "end",         attributes,
      repeated("<table>x", 50'000),    repeated("<b><p>x</b></p>", 100'000),       repeated("<svg><title><b>", 50'000) + "end",
      repeated("<template>", 100'000), repeated("<body a b c d e f g h>x", 10'000)};
  for (const auto& input : inputs) {
    const auto begin = std::chrono::steady_clock::now();
    const auto reading = page(input);
    // Without the bounds some take minutes and one never ends; a slow build on a busy machine takes seconds.
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
    REQUIRE(reading.document.diagnostics.size() == 1);
    CHECK(reading.document.diagnostics[0].id.starts_with("markup-"));
    CHECK(reading.tiled() == reading.visible());
  }
}

TEST_CASE("no comment or raw text hides elements from the bounds", "[html]") {
  const std::string deep = repeated("<div>", 500);
  for (const std::string_view before :
       {"<!-->", "<!--->", "<!----!>", "<!-- --!>", "<!x>", "</>", "<?x>", "<svg><title>", "<math><style>", "<p =\">", "<p a=>", "<title>x</title >"})
    CHECK(html::find_excess(std::string(before) + deep));
  for (const std::string_view before : {"<!--", "<title>", "<p a='", "<script>"})
    CHECK_FALSE(html::find_excess(std::string(before) + deep.substr(0, deep.size() - 1)));
}

TEST_CASE("ordinary pages stay within the bounds", "[html]") {
  CHECK_FALSE(html::find_excess(repeated("<p>no end tag <b>bold</b>", 2'000)));
  CHECK_FALSE(html::find_excess("<table>" + repeated("<tr><td><font size=2>x<td><p>y", 2'000)));
  CHECK_FALSE(html::find_excess("<ul>" + repeated("<li>x<ul><li>y</ul>", 2'000)));
  CHECK_FALSE(html::find_excess(repeated("<p><font size=2>never closed</p>", 2'000)));
  CHECK_FALSE(html::find_excess(repeated("<p class=x><o:p/>text</p>", 2'000)));
  CHECK_FALSE(html::find_excess("<dl>" + repeated("<dt>x<dd>y", 2'000)));
}

TEST_CASE("every character is in one block, however broken the markup", "[html]") {
  for (const std::string_view markup : {
           "<table>a<tr>b<td>c</td>d</table>e",
           "<b><table>f<tr>g",
           "<p><b>a<p>b</i>c</b>d",
           "<a>x<a>y<div>z</a>w",
           "<ul>a<li>b<p>c</ul>d</li>",
           "x<![CDATA[ y ]]>z",
           "<svg><![CDATA[ <y> ]]>a&amp;b</svg>z",
           "a<!-- never ends <p>b",
           "a<!-->b",
           "a<!--->b--!>c",
           "&",
           "&&amp",
           "&#",
           "&#x;",
           "&auml&ouml x&notit;&copy2",
           "a<b",
           "a < b <3",
           "<p title=\"never ends>x",
           "</p>a</br>b",
           "<select><option>a<b>b</select>c",
           "<textarea>\na<b>&amp;</textarea>d",
           "<xmp>a&amp;<b></xmp>",
           "<plaintext>a</plaintext>&amp;",
           "</body>a</html>b<!-- -->c",
           "<frameset>a",
           "<h1><p>a</h1>b",
           "<td>a</td>",
           "<li>a",
           "<dd>a<dt>b",
           "<math><mi>a<p>b",
           "<svg><foreignObject><p>a</svg>b",
           "<isindex>a",
           "<button>a<button>b",
           "<p>a\rb\r\nc",
           "\xEF\xBB\xBF<p>a",
           "<ruby>a<rp>(<rt>b",
           "<pre>\n\na\n</pre>",
           "<nobr>a<nobr>b",
           "<form>a<form>b",
           "<caption>a",
           "<col>a<colgroup>b",
       }) {
    const auto reading = page(markup);
    INFO(markup);
    CHECK(reading.tiled() == reading.visible());
    CHECK_FALSE(reading.left_open);
  }
  for (const std::string& with_null : {std::string("a\0b<p>c\0d<svg>e\0f</svg>", 24), std::string("<svg>\0<g>\0x", 10)})
    CHECK(page(with_null).tiled() == page(with_null).visible());
}

TEST_CASE("HTML is told from Markdown", "[html]") {
  CHECK(reader_html.sniff("<!DOCTYPE html><p>x") == 90);
  CHECK(reader_html.sniff("\n <html><body>") == 90);
  CHECK(reader_html.sniff("<!-- saved --><head>") == 90);
  CHECK(reader_html.sniff("<h1>Minutes</h1>\n<p>Present: all</p>") > 60);
  CHECK(reader_html.sniff("<table><tr><td>x</table>") > 60);
  CHECK(reader_html.sniff("# Minutes\n\n<p>x</p>") == 0);
  CHECK(reader_html.sniff("<p align=center>logo</p>\n\n# Minutes\n\nA long paragraph of Markdown with no tags at all.\n") == 0);
  CHECK(reader_html.sniff("<https://example.org> is a link") == 0);
  CHECK(reader_html.sniff("<b>bold</b> text") == 0);
  CHECK(reader_html.sniff("") == 0);
}
