// The annotated page shows every character of the document and no other, whatever the dialect.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "catch.hpp"
#include "document/printed.hpp"
#include "protokoll/check.hpp"
#include "protokoll/protokoll.hpp"
#include "read.hpp"
#include "readers/reader.hpp"
#include "source/source.hpp"
#include "verify/compare.hpp"
#include "writers/html/marked_text.hpp"

using namespace protokoll;

namespace {

namespace fs = std::filesystem;

Minutes read_for_page(std::string_view bytes) {
  ReadOptions options{.observe = true};
  prepare_for("html", options);
  return read(bytes, options);
}

/// The markup of the document on its page, without the notes beside it.
std::string shown(const std::string& page) {
  const std::string opening = "<main id=\"document\" tabindex=\"-1\">";
  const auto begin = page.find(opening) + opening.size();
  auto document = page.substr(begin, page.find("</main>", begin) - begin);
  const std::string notes = "<div class=\"notes\"";
  for (auto at = document.find(notes); at != std::string::npos; at = document.find(notes, at)) document.erase(at, document.find("</div>", at) + 6 - at);
  return document;
}

std::string tiled(const Minutes& minutes) {
  std::string text;
  for (const auto& tile : minutes.tiles) text += tile.text;
  return text;
}

std::string file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Nothing if the page shows the document, else where it does not.
std::string difference(const std::string& bytes) {
  const auto minutes = read_for_page(bytes);
  const Source source(bytes);
  const auto visible = choose_reader(source.text(), "auto").visible(source.text());
  const auto findings = check(bytes, minutes, {.name = "x"}).findings;
  for (const auto& page : {write(minutes, "html"), write(minutes, "html", {.findings = &findings})}) {
    const VisibleText on_page(choose_reader({}, "html").visible(shown(page)));
    for (const auto& text : {visible, tiled(minutes)})
      if (const auto found = compare(VisibleText(text), on_page); found.lost + found.invented > 0) return found.first;
  }
  return {};
}

std::set<fs::path> documents() {
  std::set<std::string> extensions;
  for (const auto& dialect : dialects())
    for (std::size_t begin = 0; begin < dialect.extension.size();) {
      const auto end = std::min(dialect.extension.find(' ', begin), dialect.extension.size());
      extensions.insert(std::string(".").append(dialect.extension.substr(begin, end - begin)));
      begin = end + 1;
    }
  std::set<fs::path> paths;
  const fs::path root = PROTOKOLL_SOURCE_DIR;
  std::vector<fs::path> folders{root / "samples", root / "tests/cases"};
  if (const char* more = std::getenv("DOCUMENTS")) folders.emplace_back(more);
  for (const auto& folder : folders)
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file() && extensions.contains(entry.path().extension().string())) paths.insert(entry.path());
  return paths;
}

}  // namespace

// DOCUMENTS=FOLDER takes those below it as well.
TEST_CASE("the annotated page shows the document's text") {
  std::size_t count = 0;
  for (const auto& path : documents()) {
    INFO(path);
    CHECK(difference(file(path)) == "");
    ++count;
  }
  INFO(count);
  CHECK(count > 100);
}

TEST_CASE("what HTML has no place for is on the page") {
  for (const std::string document : {"<table>loose<tr>between<td>cell</table>", "<ul>loose<li>entry<table><td>x</table></ul>", "<dl><dt>term<dd>what<p>more</dl><dl><dd>alone</dl>",
                                     "<li>entry</li><td>cell</td>", "<table><caption>head</caption><tr><th></th><td>x</td></tr></table>", "<table><tr><td></td><td>a</td><td></td></tr></table>after",
                                     "<h1>a</h1><h4>b</h4><h2>c</h2><h6>d</h6>", "<p>a<s>b</s>c<sup>3</sup> d<del>e</del></p>", "<pre>\n\n a\n  b\n</pre>", "", "<p></p>"}) {
    INFO(document);
    CHECK(difference("<html><body>" + document) == "");
  }
}

TEST_CASE("bytes are found where they are shown, whatever the encoding") {
  const auto places = [](const std::string& bytes, std::string_view part) {
    const auto minutes = read_for_page(bytes);
    const auto begin = bytes.find(part);
    std::string shown;
    for (const auto range : minutes.printed->ranges({begin, begin + part.size()})) shown += std::string(minutes.printed->document().view(range)) + "|";
    return shown;
  };
  CHECK(places("Der Beschluss ist gut.\n\nNoch einer.\n", "Beschluss") == "Beschluss|");
  CHECK(places("\xEF\xBB\xBF" "Die M\xC3\xBChle steht.\n", "M\xC3\xBChle") == "M\u00FChle|");
  CHECK(places("Die M\xFChle steht.\n", "hle") == "hle|");
  CHECK(places("Die M\xFChle steht.\n", "M\xFC") == "M\u00FC|");
  CHECK(places("<p>Die M&uuml;hle <b>steht</b> still.</p>", "M&uuml;hle <b>steht") == "M\u00FChle steht|");
  CHECK(places("<p>Die M&uuml;hle steht.</p>", "uu") == "\u00FC|");
  const auto wide = [](std::string_view text) {
    std::string bytes = "\xFF\xFE";
    for (const char c : text) bytes += std::string{c, '\0'};
    return bytes;
  };
  CHECK(places(wide("Der Beschluss ist gut.\n"), wide("Beschluss").substr(2)) == "Beschluss|");
}

TEST_CASE("links that could do harm are none") {
  using html_page::safe_link;
  CHECK(safe_link("https://a.example/?b=\"c\"&d") == "https://a.example/?b=&quot;c&quot;&amp;d");
  CHECK(safe_link("MailTo:a@b.example") == "MailTo:a@b.example");
  CHECK(safe_link("anlagen/1.pdf#a:b") == "anlagen/1.pdf#a:b");
  CHECK(safe_link("../a:b") == "../a:b");
  for (const auto* href : {"javascript:alert(1)", " \tJava\nScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "//host/share", "\\\\host\\share", "/\\host", "#top", "", "\x01javascript:x",
                           "a+b:c", "1:2"})
    CHECK(safe_link(href) == "");
}

TEST_CASE("a page needs the document") {
  CHECK_THROWS_AS(write(read("x"), "html"), std::invalid_argument);
}
