#include "catch.hpp"
#include "sample.hpp"

using protokoll::header;
using protokoll::write;

namespace {

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t begin = 0, end; (end = text.find("\r\n", begin)) != std::string::npos; begin = end + 2) all.push_back(text.substr(begin, end - begin));
  return all;
}

}  // namespace

TEST_CASE("csv: items, nested ones too, quoted as in RFC 4180") {
  CHECK(header("csv") ==
        "document,meeting,date,number,item,subtitle,presenters,status,public,depth,decisions,votes,actions,attachments,begin,end\r\n");
  const auto rows = lines(write(sample::minutes(), "csv"));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0] == "hafen.txt,Sitzung des Hafenvereins,2019-03-12,3,\"Haushalt; \"\"Plan\"\"\",,Mia Lund,treated,,0,1,1,1,Anlage 2,0,150");
  CHECK(rows[1] == "hafen.txt,Sitzung des Hafenvereins,2019-03-12,3.1,Umlage,,,deferred,false,1,0,0,0,,130,150");
}

TEST_CASE("csv: decisions with their vote") {
  const auto rows = lines(write(sample::minutes(), "csv", {.rows = "decisions"}));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0] == "hafen.txt,Sitzung des Hafenvereins,2019-03-12,3,\"Haushalt; \"\"Plan\"\"\",,decision,Beschluss:,=Der Plan gilt.,adopted,5,1,,,"
                   ",2019-05-01,,label,low,61,76");
}

TEST_CASE("csv: every row has as many cells as the header") {
  auto minutes = sample::minutes();
  minutes.agenda[0].title.value = "plain";
  minutes.agenda[0].actions[0].text = "plain";
  minutes.agenda[0].actions[0].assignees.pop_back();
  for (const auto* what : {"items", "decisions", "votes", "actions", "attachments", "people", "next"}) {
    CAPTURE(what);
    const auto head = header("csv", {.rows = what});
    const auto rows = lines(write(minutes, "csv", {.rows = what}));
    CHECK_FALSE(rows.empty());
    for (const auto& row : rows) CHECK(std::count(row.begin(), row.end(), ',') == std::count(head.begin(), head.end(), ','));
  }
}

TEST_CASE("csv: for spreadsheets a semicolon, a byte order mark and no formulas") {
  const protokoll::WriteOptions excel{.excel = true, .rows = "decisions"};
  CHECK(header("csv", excel).starts_with("\uFEFFdocument;meeting;date;"));
  CHECK(write(sample::minutes(), "csv", excel).find(";'=Der Plan gilt.;") != std::string::npos);
  for (const auto* text : {"=1", "+1", "-1", "@a", "\t1", "\r1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"}) {
    protokoll::Minutes minutes;
    minutes.meeting.title.value = text;
    minutes.residue.clear();
    minutes.people = {{.name = "x"}};
    const auto row = write(minutes, "csv", {.excel = true, .rows = "people"});
    CHECK((row.starts_with(";'") || row.starts_with(";\"'")));
  }
}

TEST_CASE("csv: refuses rows it does not know and says which there are") {
  CHECK_THROWS_WITH(header("csv", {.rows = "rooms"}), Catch::Contains("'rooms'") && Catch::Contains("people"));
  CHECK_THROWS_AS(write({}, "csv", {.rows = "rooms"}), std::invalid_argument);
}

TEST_CASE("csv: for spreadsheets what they would read as another number or as a date is text") {
  const auto number = [](std::string_view printed) {
    protokoll::Minutes minutes;
    minutes.agenda.push_back({});
    minutes.agenda.front().number.value = printed;
    minutes.agenda.front().title.value = "Roof";
    const auto row = write(minutes, "csv", {.excel = true});
    return row.substr(3, row.find(";Roof") - 3);
  };
  for (const auto* changed : {"1.10", "7.10", "1/2", "007", "1e5", "12-03"}) CHECK(number(changed) == "'" + std::string(changed));
  for (const auto* kept : {"10", "3", "IIA", "2024-05-02"}) CHECK(number(kept) == kept);
}
