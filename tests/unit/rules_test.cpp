#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "protokoll/check.hpp"

using namespace protokoll;

namespace {

/// What the rules say of an example: "PK012" once per finding of severity warning or error and of the rule itself.
std::vector<std::string> findings(std::string_view example, const RuleInfo& rule) {
  CheckOptions options;
  options.profile.required = {{"date", "Test Act s. 1"}, {"location", "Test Act s. 2"}};
  options.severity[std::string(rule.id)] = rule.severity.value_or(Severity::warning);
  if (rule.name != "required-content") options.profile.required.clear();
  options.file_exists = [](std::string_view path) { return path == "offers.pdf"; };
  const auto minutes = read(example, {.observe = true});
  std::vector<std::string> ids;
  for (const auto& finding : check(example, minutes, options).findings)
    if (finding.severity != Severity::note || finding.id == rule.id) ids.push_back(finding.id);
  return ids;
}

}  // namespace

TEST_CASE("rules: ids and names are unique and well formed") {
  std::set<std::string_view> ids, names;
  for (const auto& rule : rules()) {
    CAPTURE(rule.id, rule.name);
    CHECK(ids.insert(rule.id).second);
    CHECK(names.insert(rule.name).second);
    CHECK(re2::RE2::FullMatch(std::string(rule.id), "PK[0-9]{3}"));
    CHECK(re2::RE2::FullMatch(std::string(rule.name), "[a-z]+(-[a-z0-9]+)*"));
    CHECK(rule.summary.ends_with('.'));
    CHECK(rule.why.ends_with('.'));
    CHECK((rule.fix.empty() || rule.fix == "safe" || rule.fix == "unsafe"));
  }
}

TEST_CASE("rules: the bad example gives that finding and no other, the good one none") {
  for (const auto& rule : rules()) {
    CAPTURE(rule.id, rule.name);
    REQUIRE_FALSE(rule.bad.empty());
    REQUIRE_FALSE(rule.good.empty());
    const auto bad = findings(rule.bad, rule);
    CHECK_FALSE(bad.empty());
    CHECK(std::all_of(bad.begin(), bad.end(), [&](const std::string& id) { return id == rule.id; }));
    CHECK(findings(rule.good, rule) == std::vector<std::string>{});
  }
}

// Rules whose good example says more than the bad one, mended; that of all others is the same.
const std::set<std::string_view> good_says_more{"space-in-date", "empty-label", "unused-suppression"};

TEST_CASE("rules: a fix removes the finding, changes the named bytes only, and fixing twice changes nothing") {
  for (const auto& rule : rules()) {
    if (rule.fix.empty()) continue;
    CAPTURE(rule.id, rule.name);
    const auto once = [&](std::string_view bytes) {
      const auto minutes = read(bytes, {.observe = true});
      auto found = check(bytes, minutes).findings;
      std::erase_if(found, [&](const Diagnostic& finding) { return finding.id != rule.id; });
      return apply_fixes(bytes, minutes.source.encoding, found, rule.fix == "safe" ? FixLevel::safe : FixLevel::unsafe);
    };
    const auto fixed = once(rule.bad);
    CHECK(fixed.applied > 0);
    CHECK(fixed.bytes != rule.bad);
    if (!good_says_more.contains(rule.name)) CHECK(fixed.bytes == rule.good);
    CHECK(findings(fixed.bytes, rule) == std::vector<std::string>{});
    CHECK(once(fixed.bytes).bytes == fixed.bytes);
  }
}

TEST_CASE("required-content: a profile may ask each decision for its number and its vote, but not what was only noted") {
  const std::string_view text =
      "# Niederschrift der Eigentümerversammlung vom 9. November 2023\n\n"
      "## TOP 1 Dach\n\nBeschluss: Das Dach wird erneuert.\n\n"
      "## TOP 2 Keller\n\nBeschluss 2: Der Keller wird gestrichen.\n\nAbstimmung: 5 Ja, 1 Nein, 0 Enthaltungen\n\n"
      "## TOP 3 Bericht\n\nVereinbarung: Der Bericht kommt im Mai.\n";
  CheckOptions options;
  options.select = {"required-content"};
  options.profile.required = {{"numbers", "Test Act s. 3"}, {"votes", "Test Act s. 4"}};
  const auto minutes = read(text, {.observe = true});
  std::vector<std::string> found;
  for (const auto& finding : check(text, minutes, options).findings)
    found.push_back(finding.message + ": " + std::string(text.substr(finding.span.begin, finding.span.end - finding.span.begin)));
  CHECK(found == std::vector<std::string>{"the decision has no number (Test Act s. 3): Das Dach wird erneuert.",
                                          "the result of the vote is not stated (Test Act s. 4): Das Dach wird erneuert."});
}
