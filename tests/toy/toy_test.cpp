// Proof that one new file in its folder is all that a reader, a writer or a language takes: this library is the project's
// sources and the folder tests/toy, with no other edit anywhere.
#include <algorithm>

#include "catch.hpp"
#include "protokoll/protokoll.hpp"

using namespace protokoll;

namespace {

bool lists(const std::vector<Entry>& entries, std::string_view name) {
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.name == name; });
}

constexpr std::string_view document = "!toy first line\nnot ours\n!toy second line\n";

}  // namespace

TEST_CASE("a reader is one file") {
  REQUIRE(lists(dialects(), "toy"));
  CHECK(lists(dialects(), "html"));
  const auto minutes = read(document);
  CHECK(minutes.source.dialect == "toy");
  CHECK(verify(document, minutes).ok());
}

TEST_CASE("a writer is one file") {
  REQUIRE(lists(formats(), "toy"));
  CHECK(lists(formats(), "json"));
  CHECK(write(read(document), "toy") == "first line\nsecond line\n");
}

TEST_CASE("a language is one file") {
  REQUIRE(lists(Languages().list(), "qtt"));
  const auto minutes = read("1.\t<p><b>Zim zam</b></p> <p><u>Zabeschlum:</u></p> <p>Zoo zaa zot.</p>\n");
  CHECK(minutes.language == "qtt");
  REQUIRE(minutes.agenda.size() == 1);
  REQUIRE(minutes.agenda[0].decisions.size() == 1);
  CHECK(minutes.agenda[0].decisions[0].text == "Zoo zaa zot.");
}
