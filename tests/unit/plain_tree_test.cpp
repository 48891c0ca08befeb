#include "readers/html/plain_tree.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>

#include "catch.hpp"
#include "readers/html/tree.hpp"
#include "shown_tree.hpp"
#include "source/encodings.hpp"

using protokoll::html::PlainTree;
using protokoll::html::Tree;
namespace html = protokoll::html;

namespace {

bool is_read(const std::string& markup) { return PlainTree(markup).document() != nullptr; }

// Whether the plain tree, if there is one, is gumbo's.
bool agrees(const std::string& markup) {
  const PlainTree plain(markup);
  if (!plain.document()) return true;
  const Tree tree(markup);
  return html::shown(plain.document(), markup) == html::shown(tree.document(), markup);
}

std::set<std::string> cells_of_documents() {
  std::set<std::string> cells;
  for (const auto* folder : {"/samples", "/tests/cases"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(PROTOKOLL_SOURCE_DIR) + folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      for (std::string line; std::getline(in, line);) {
        if (!protokoll::is_utf8(line)) continue;  // a reader gets valid UTF-8
        cells.insert(line);
        for (std::size_t at = line.find('\t'); at != std::string::npos; at = line.find('\t', at + 1)) cells.insert(line.substr(at + 1));
      }
    }
  return cells;
}

}  // namespace

TEST_CASE("plain tree: what cells of minutes are made of is read") {
  for (const auto* markup : {"<p>Text</p>", "Text", "  <p><strong>A</strong> b</p>\n<ul><li>c<ul><li>d</li></ul></li><li><p>e</p></li></ul>", "a<br>b<br />c",
                             "<p>K&ouml;ln &amp; Bonn & Umland &#8211; &nbsp;x</p>", "<p class=\"x\" style=\"font-weight: bold\"><a href=\"https://example.org/?q\">l</a></p>",
                             "<b><p>x</p></b>", "<div>a < b</div> \n "}) {
    INFO(markup);
    CHECK(is_read(markup));
    CHECK(agrees(markup));
  }
}

TEST_CASE("plain tree: what needs repair or is beyond it is left to gumbo") {
  for (const auto* markup : {"", " ", "<p>a", "<p>a<p>b</p></p>", "<ul><li>a<li>b</li></ul>", "<b>a<i>b</b></i>", "<a href=\"x\">a<a>b</a></a>", "</p>", "<table></table>", "<!-- -->",
                             "<p hidden>a</p>", "<p x='1'>a</p>", "<p x=\"&amp;\">a</p>", "<p x=\"1\" x=\"2\">a</p>", "<p x=\"1\"y=\"2\">a</p>", "a\rb", "a\u0085b", "&amp", "&#0;", "&#32;a", "<p/>a</p>",
                             "<html lang=\"de\">", "<p>\uFFFE</p>"})
    CHECK_FALSE(is_read(markup));
}

TEST_CASE("plain tree: gumbo's tree for all samples and cases, whole and changed at random") {
  std::mt19937 random(25);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  std::size_t read = 0;
  for (const auto& cell : cells_of_documents()) {
    if (!agrees(cell)) FAIL(cell);
    read += is_read(cell);
    for (int i = 0; i < 5 && !cell.empty(); ++i) {
      auto changed = cell;
      const auto at = below(changed.size());
      // Bytes of other characters stay whole: the text is valid UTF-8 when a reader gets it.
      if (static_cast<unsigned char>(changed[at]) >= 0x80) continue;
      changed[at] = "<>/&;\" =pbuli\n#"[below(15)];
      if (!agrees(changed)) FAIL(changed);
    }
  }
  CHECK(read > 500);
}

TEST_CASE("plain tree: gumbo's tree for tags, texts and references in any order") {
  const std::vector<std::string> parts{"<p>", "</p>", "<ul>", "</ul>", "<ol start=\"3\">", "</ol>", "<li>", "</li>", "<b>", "</b>", "<i>", "</i>", "<strong>", "</strong>", "<a href=\"#\">",
                                       "</a>", "<span style=\"color: red\">", "</span>", "<div>", "</div>", "<br>", "<br/>", "x", " ", "\n", "&auml;", "&#10;", "&#x27;", "&amp;lt;", "& ", "<",
                                       "<u>", "</u>", "</br>", "<P>", "</P >", "&#128;", "&hellip;", "&notin;", "&#x1F600;", "\U0001F600", "\u00A0"};
  std::mt19937 random(4);
  std::size_t read = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string markup;
    std::vector<std::string> open;
    const auto length = 1 + random() % 12;
    for (std::size_t i = 0; i < length; ++i) {
      const auto& part = parts[random() % parts.size()];
      // Mostly well nested, or hardly anything would be read.
      if (part.starts_with("</") && random() % 8) {
        if (open.empty()) continue;
        markup += open.back();
        open.pop_back();
        continue;
      }
      markup += part;
      if (part[0] == '<' && part.size() > 2 && part[1] != '/' && !part.starts_with("<br")) open.push_back("</" + part.substr(1, part.find_first_of(" >") - 1) + ">");
    }
    if (random() % 8)
      for (; !open.empty(); open.pop_back()) markup += open.back();
    if (!agrees(markup)) FAIL(markup);
    read += is_read(markup);
  }
  CHECK(read > 5000);
}
