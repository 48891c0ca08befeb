#include "readers/markdown/markdown.hpp"

#include <chrono>

#include "catch.hpp"
#include "plugins.hpp"
#include "readers/reader.hpp"

using namespace protokoll;

namespace {

std::string without_space(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') out += c;
  return out;
}

// Reads a document and holds it to the first promise: the blocks are the visible text.
struct Markdown {
  explicit Markdown(std::string text) : source(std::move(text)) {
    DocumentBuilder builder(document, source);
    read_markdown({0, source.size()}, builder);
    builder.end();
    std::string visible;
    visible_markdown(source, visible);
    CHECK(without_space(visible) == without_space(document.text));
    CHECK(builder.container() == -1);
  }

  std::string text(std::size_t block) const { return std::string(document.view(document.blocks.at(block))); }
  std::string from(std::size_t block) const { return slice(document.to_source(document.blocks.at(block).range)); }
  std::string slice(Span span) const { return source.substr(span.begin, span.size()); }
  const Container& container(std::size_t block, ContainerKind kind) const {
    return document.containers.at(document.enclosing(document.blocks.at(block).container, kind));
  }
  std::uint8_t style_of(std::string_view word) const {
    for (const auto& run : document.runs)
      if (document.view(run.range).find(word) != std::string_view::npos) return run.style;
    return 255;
  }

  std::string source;
  Document document;
};

const Reader& reader() {
  for (const auto* found : plugins::readers())
    if (found->name == "markdown") return *found;
  throw std::logic_error("no reader");
}

}  // namespace

TEST_CASE("headings of both kinds and paragraphs", "[markdown]") {
  const Markdown md("# One\n\nTwo\n===\n\n##Three\n\nplain *accent* text\nsoft  \nhard\n");
  REQUIRE(md.document.blocks.size() == 5);
  CHECK(md.document.blocks[0].level == 1);
  CHECK(md.slice(md.document.blocks[0].source) == "# One");
  CHECK(md.text(1) == "Two");
  CHECK(md.document.blocks[1].kind == BlockKind::heading);
  CHECK(md.document.blocks[2].level == 2);
  CHECK(md.text(3) == "plain accent text\nsoft");
  CHECK(md.document.blocks[4].continues);
  CHECK(md.style_of("accent") == italic);
}

TEST_CASE("items of a list carry the number that is shown and the marker that is printed", "[markdown]") {
  const Markdown md("3. a\n7. **b**\n   - c\n   1) d\n- [ ] e\n- [x] f\n");
  REQUIRE(md.document.blocks.size() == 6);
  CHECK(md.container(0, ContainerKind::item).index == 3);
  CHECK(md.container(1, ContainerKind::item).index == 4);
  CHECK(md.slice(md.container(1, ContainerKind::item).source) == "7.");
  CHECK(md.container(2, ContainerKind::item).index == 0);
  CHECK(md.container(2, ContainerKind::item).source.empty());
  CHECK(md.slice(md.container(3, ContainerKind::item).source) == "1)");
  CHECK(md.container(0, ContainerKind::list).ordered);
  CHECK_FALSE(md.container(2, ContainerKind::list).ordered);
  CHECK(md.container(4, ContainerKind::item).task == ' ');
  CHECK(md.container(5, ContainerKind::item).task == 'x');
  for (const auto& block : md.document.blocks) CHECK(block.starts_item);
}

TEST_CASE("several markers on one line belong to one item each", "[markdown]") {
  const Markdown md("> 1. - 5) deep\n");
  REQUIRE(md.document.blocks.size() == 1);
  const auto& inner = md.container(0, ContainerKind::item);
  CHECK(md.slice(inner.source) == "5)");
  const auto bullet = md.document.enclosing(md.document.containers[inner.parent].parent, ContainerKind::item);
  CHECK(md.document.containers[bullet].source.empty());
  const auto outer = md.document.enclosing(md.document.containers[md.document.containers[bullet].parent].parent, ContainerKind::item);
  CHECK(md.slice(md.document.containers[outer].source) == "1.");
  CHECK(md.document.depth(md.document.blocks[0].container, ContainerKind::quote) == 1);
}

TEST_CASE("cells of a table know their column", "[markdown]") {
  const Markdown md("| A | B | C |\n|---|---|---|\n| 1 | | 3 |\n| 4 |\n");
  REQUIRE(md.document.blocks.size() == 6);
  CHECK(md.container(0, ContainerKind::cell).header);
  CHECK(md.container(0, ContainerKind::row).header);
  CHECK(md.container(4, ContainerKind::cell).index == 2);
  CHECK_FALSE(md.container(4, ContainerKind::cell).header);
  CHECK(md.container(5, ContainerKind::row).index == 2);
}

TEST_CASE("text comes through as its renderer shows it", "[markdown]") {
  const Markdown md(
      "a < b & c \\* d &amp; e &nosuch; ![not](shown.png) `x*y` ~~gone~~ <!-- no -->\n\n[ref]: https://example.org \"t\"\n\n[ref] [none]\n");
  REQUIRE(md.document.blocks.size() == 2);
  CHECK(md.text(0) == "a < b & c * d & e &nosuch; x*y gone");
  CHECK(md.style_of("x*y") == monospace);
  CHECK(md.style_of("gone") == strike);
  CHECK(md.text(1) == "ref [none]");
  REQUIRE(md.document.links.size() == 1);
  CHECK(md.document.links[0].href == "https://example.org");
}

TEST_CASE("links have their target, entities decoded", "[markdown]") {
  const Markdown md("[a](https://example.org/?x=1&amp;y=2) www.example.org info@example.org <a\nclass=x href='/p?a&amp;b'>c</a> d\n");
  REQUIRE(md.document.links.size() == 4);
  CHECK(md.document.links[0].href == "https://example.org/?x=1&y=2");
  CHECK(md.document.links[1].href == "http://www.example.org");
  CHECK(md.document.links[2].href == "mailto:info@example.org");
  CHECK(md.document.links[3].href == "/p?a&b");
  CHECK(md.document.view(md.document.links[3].range) == "c");
}

TEST_CASE("raw tags in a line style it, but never beyond their block", "[markdown]") {
  const Markdown md("a <b>bold **both** still</b> plain<br>next <i>open\n\nlater\n");
  REQUIRE(md.document.blocks.size() == 3);
  CHECK(md.style_of("both") == bold);
  CHECK(md.style_of("still") == bold);
  CHECK(md.style_of("plain") == plain);
  CHECK(md.document.blocks[1].continues);
  CHECK(md.style_of("open") == italic);
  CHECK(md.style_of("later") == plain);
}

TEST_CASE("HTML blocks go to the HTML reader", "[markdown]") {
  const Markdown md("<div class=\"x\">\n\nText *in* it\n\n</div>\n\n<p>a &amp; b</p>\n\n> <p>quoted\n> text</p>\n");
  REQUIRE(md.document.blocks.size() >= 3);
  CHECK(md.text(0) == "Text in it");
  CHECK(md.text(1) == "a & b");
  CHECK(md.from(1) == "a &amp; b");
}

TEST_CASE("lines of a code block are preformatted blocks", "[markdown]") {
  const Markdown md("```\none\n\n  two\n```\n\n    indented is no code\n");
  REQUIRE(md.document.blocks.size() == 3);
  CHECK(md.document.blocks[1].kind == BlockKind::preformatted);
  CHECK(md.text(1) == "two");
  CHECK(md.document.blocks[2].kind == BlockKind::paragraph);
}

TEST_CASE("front matter is metadata, not Markdown", "[markdown]") {
  const Markdown md("---\ntitle: \"Board: 5\"\nlang: 'de-AT'\ntags:\n  - a\n- b\n...\n# Head\n");
  REQUIRE(md.document.blocks.size() == 6);
  CHECK(md.document.blocks[0].kind == BlockKind::metadata);
  CHECK(md.document.view({md.document.blocks[0].split, md.document.blocks[0].range.end}) == "\"Board: 5\"");
  CHECK_FALSE(md.document.blocks[2].boilerplate);
  CHECK(md.document.blocks[3].boilerplate);
  CHECK(md.document.blocks[4].boilerplate);
  CHECK(md.document.blocks[5].kind == BlockKind::heading);
  CHECK(md.document.declared_language == "de-AT");
}

TEST_CASE("a rule at the begin is no front matter", "[markdown]") {
  CHECK(Markdown("---\nSome text, then a rule.\n\n---\n").document.blocks[1].kind != BlockKind::metadata);
  CHECK(Markdown("---\nkey: value\n").document.blocks[1].kind != BlockKind::metadata);
}

TEST_CASE("attribute lists of kramdown are boilerplate", "[markdown]") {
  const Markdown md("# Head\n{: .no_toc}\n\n* TOC\n{:toc}\n\ntext\n{: .x}\nmore {: .y}\n");
  const auto& blocks = md.document.blocks;
  REQUIRE(blocks.size() == 6);
  CHECK_FALSE(blocks[0].boilerplate);
  CHECK(blocks[1].boilerplate);
  CHECK(blocks[2].boilerplate);
  CHECK(md.text(3) == "text");
  CHECK_FALSE(blocks[3].boilerplate);
  CHECK(blocks[4].boilerplate);
  CHECK(md.text(5) == "more {: .y}");
  CHECK_FALSE(blocks[5].boilerplate);
}

TEST_CASE("a part of a document is read as that part", "[markdown]") {
  const std::string source = "# not this\n**b** &amp;\n# nor this\n";
  Document document;
  DocumentBuilder builder(document, source);
  read_markdown({11, 23}, builder);
  builder.end();
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.view(document.blocks[0]) == "b &");
  CHECK(document.to_source(document.blocks[0].range) == Span{13, 22});
}

TEST_CASE("sniffing tells Markdown from pages and plain text", "[markdown]") {
  const auto& sniff = reader().sniff;
  CHECK(sniff("<!DOCTYPE html><html># x") <= 5);
  CHECK(sniff("\n <html>\n# x") <= 5);
  CHECK(sniff("just text\nand more") == 30);
  CHECK(sniff("# Minutes\n\n- one\n- two\n\n**x**\n") == 70);
  CHECK(sniff("---\ntitle: x\n---\ntext") == 70);
  CHECK(sniff("") <= 30);
}

TEST_CASE("what md4c cannot do in linear time is read as plain lines", "[markdown]") {
  std::string table, nested, links;
  for (int i = 0; i < 3000; ++i) table += "|---";
  table = "|a" + table.substr(4) + "\n" + table + "|\n";
  for (int i = 0; i < 3000; ++i) table += "x\n";
  for (int i = 0; i < 50000; ++i) nested += "- ";
  nested += "a\n" + std::string(100000, '\n') + "b\n";
  for (int i = 0; i < 50000; ++i) links += "www.a.b ";
  std::string definitions, title = "[a]: /u '\n", uses;
  for (int i = 0; i < 20000; ++i) {
    definitions += "[a" + std::to_string(i) + "]: /target\n";
    title += "[b]: /target\n";
    uses += "[a] ";
  }
  const auto begin = std::chrono::steady_clock::now();
  CHECK(Markdown(nested).document.diagnostics.at(0).id == "markdown-bounds");
  CHECK(Markdown(table).document.diagnostics.at(0).id == "markdown-bounds");
  CHECK(Markdown(links).document.links.empty());
  CHECK(Markdown(definitions + "\n" + uses).document.diagnostics.empty());
  CHECK(Markdown(title + "'\n\n" + uses).document.diagnostics.size() == 1);
  CHECK(Markdown(std::string(100, '>') + " a").document.diagnostics.empty());
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}
