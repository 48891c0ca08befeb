/// How much is said about one document.
#include <algorithm>

#include "catch.hpp"
#include "protokoll/check.hpp"
#include "protokoll/limits.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll {
namespace {

/// Tabbed minutes in which every row has markup that is too deep to be read as such.
std::string rows(int count) {
  std::string text = "## Protokoll der 3. Sitzung\n\n";
  std::string deep = "<p>x";
  for (int i = 0; i < 500; ++i) deep += "<div>";
  for (int row = 1; row <= count; ++row) text += std::to_string(row) + ".\t" + deep + "y</p>\n";
  return text;
}

std::size_t count(const std::vector<Diagnostic>& diagnostics, std::string_view id) {
  return static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) { return d.id == id; }));
}

TEST_CASE("a document has so many diagnostics and one that counts the others") {
  const auto few = read(rows(1000));
  CHECK(few.diagnostics.size() == 1000);
  CHECK(count(few.diagnostics, "diagnostics-left-out") == 0);

  const auto many = read(rows(1003));
  REQUIRE(many.diagnostics.size() == max_diagnostics + 1);
  CHECK(count(many.diagnostics, "markup-too-deep") == max_diagnostics);
  CHECK(many.diagnostics.back().id == "diagnostics-left-out");
  CHECK(many.diagnostics.back().message == "3 further findings in this document are left out");
  CHECK(many.diagnostics.back().severity == Severity::warning);
  CHECK(many.diagnostics.back().span.begin > many.diagnostics[999].span.begin);
}

TEST_CASE("findings of a check are as many at most") {
  const auto text = rows(1200);
  const auto findings = check(text, read(text), {}).findings;
  CHECK(findings.size() == max_diagnostics + 1);
  CHECK(findings.back().id == "diagnostics-left-out");
}

TEST_CASE("what is left out is as severe as the most severe of it") {
  std::vector<Diagnostic> diagnostics(max_diagnostics + 2, {"a", Severity::note, "b", {}});
  diagnostics.push_back({"c", Severity::error, "d", {}});
  limit(diagnostics);
  CHECK(diagnostics.size() == max_diagnostics + 1);
  CHECK(diagnostics.back().severity == Severity::error);
}

}  // namespace
}  // namespace protokoll
