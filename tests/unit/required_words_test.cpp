#include "languages/required_words.hpp"

#include <re2/re2.h>
#include <utf8proc.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "catch.hpp"
#include "languages/languages.hpp"
#include "languages/pattern_filter.hpp"
#include "plugins.hpp"

using namespace protokoll;

namespace {

using Clauses = std::vector<AnyOf>;

re2::RE2::Options ignoring_case() {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_dot_nl(true);
  return options;
}

std::string utf8(utf8proc_int32_t code) {
  utf8proc_uint8_t bytes[4];
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(utf8proc_encode_char(code, bytes))};
}

// The lines of all samples and cases, each once.
std::set<std::string> lines_of_documents() {
  std::set<std::string> lines;
  for (const auto* folder : {"/samples", "/tests/cases"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(PROTOKOLL_SOURCE_DIR) + folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      for (std::string line; std::getline(in, line);) lines.insert(line);
    }
  return lines;
}

}  // namespace

TEST_CASE("required words: literals, alternatives and optional parts") {
  CHECK(required_words("abc") == Clauses{{"abc"}});
  CHECK(required_words("ABC|D\u00C4\u00DF") == Clauses{{"abc", "d\u00E4\u00DF"}});
  CHECK(required_words("agree(?:d|ment)?") == Clauses{{"agree"}});
  CHECK(required_words("(?:un)?ready\\b") == Clauses{{"ready"}});
  CHECK(required_words("(?P<who>we|they)\\s+adopt(?:s|ed)") == Clauses{{"adopted", "adopts"}, {"they", "we"}});
  CHECK(required_words("(?-i:X)y{2,3}zz") == Clauses{{"zz"}});
  CHECK(required_words("\\d{1,2}:") == Clauses{{":"}, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}});
  CHECK(required_words("m[ae]n\\.") == Clauses{{"man.", "men."}});
  CHECK(required_words("a verylongwordindeed") == Clauses{{"a verylongwo"}});
}

TEST_CASE("required words: none where a match may do without") {
  for (const auto* expression : {"", "a*", "abc|", "abc|\\w+", "(?:abc)?", "(?:abc){0,3}", "[^a]", "[a-z]bc?", ".", "x", "abc|d.*", "(?i", "a)", "*", "\\Qabc\\E", "\u0416"})
    CHECK(required_words(expression).empty());
}

TEST_CASE("required words: very deep or long expressions end") {
  CHECK(required_words(std::string(100000, '(')).empty());
  std::string optional, alternatives = "x0";
  for (int i = 0; i < 5000; ++i) {
    optional += "(?:ab)?";
    alternatives += "|word" + std::to_string(i);
  }
  CHECK(required_words(optional).empty());
  CHECK(required_words(alternatives).size() == 1);
}

TEST_CASE("required words: letters fall together wherever RE2 lets them") {
  // Every letter in ASCII and Latin-1 against every character: if RE2 takes one for the other, so must the filter.
  for (utf8proc_int32_t letter = 0x21; letter <= 0xFF; ++letter) {
    if (letter >= 0x7F && letter < 0xA0) continue;
    const auto expression = re2::RE2::QuoteMeta(std::string("::").append(utf8(letter)));
    PatternFilter filter;
    const auto requirements = filter.add(expression);
    filter.build();
    const re2::RE2 compiled(expression, ignoring_case());
    std::string others;
    for (utf8proc_int32_t other = 0x21; other < 0x20000; ++other)
      if (other < 0xD800 || other > 0xDFFF) others.append("::").append(utf8(other));
    re2::StringPiece rest(others), found;
    const re2::RE2 finder("(" + expression + ")", ignoring_case());
    while (re2::RE2::FindAndConsume(&rest, finder, &found)) {
      INFO(letter << " " << found.as_string());
      CHECK(filter.met_by({found.data(), found.size()}).all(requirements));
    }
  }
}

TEST_CASE("required words: a filtered pattern finds in every document what it finds unfiltered") {
  const auto lines = lines_of_documents();
  REQUIRE(lines.size() > 500);
  std::size_t matches = 0, tried = 0, asked = 0;
  for (const auto* tag : {"de", "en"}) {
    PatternFilter filter;
    std::vector<std::pair<const Pattern*, Requirements>> patterns;
    for (const auto& [key, list] : built_in_languages().find(tag)->all_patterns())
      for (const auto& pattern : list) patterns.emplace_back(&pattern, filter.add(pattern.expression()));
    filter.build();
    for (const auto& line : lines) {
      const auto met = filter.met_by(line);
      for (const auto& [pattern, requirements] : patterns) {
        const bool matched = re2::RE2::PartialMatch(line, pattern->compiled());
        matches += matched;
        asked += 1;
        tried += met.all(requirements);
        if (matched && !met.all(requirements)) FAIL(pattern->expression() << "\n" << line);
      }
    }
  }
  CHECK(matches > 500);
  CHECK(tried * 10 < asked);  // and it is worth its while
}

TEST_CASE("required words: a part of an indexed text meets what it meets by itself") {
  const std::string text = "The motion was carried 5:3. Ada said: the motions stand, \u017Fo be it.";
  PatternFilter filter;
  std::vector<Requirements> all;
  for (const auto* expression : {"motions?", "carried", "\\d:\\d", "stand", "so be", "ada|eve", "nobody"}) all.push_back(filter.add(expression));
  filter.build();
  const TextIndex index(filter, text);
  for (std::size_t begin = 0; begin <= text.size(); ++begin)
    for (std::size_t end = begin; end <= text.size(); ++end) {
      const auto part = std::string_view(text).substr(begin, end - begin);
      REQUIRE(index.covers(part));
      for (const auto& requirements : all) REQUIRE(index.met_by(part).all(requirements) == filter.met_by(part).all(requirements));
    }
  CHECK_FALSE(index.covers("motion"));
}
