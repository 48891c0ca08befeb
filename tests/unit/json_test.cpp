#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "sample.hpp"

using nlohmann::ordered_json;
using protokoll::write;

TEST_CASE("json: compact and pretty are the same document") {
  const auto minutes = sample::minutes();
  const auto pretty = write(minutes, "json");
  const auto compact = write(minutes, "json", {.pretty = false});
  CHECK(std::count(compact.begin(), compact.end(), '\n') == 1);
  CHECK(std::count(pretty.begin(), pretty.end(), '\n') > 100);
  CHECK(ordered_json::parse(pretty).dump() == ordered_json::parse(compact).dump());
  CHECK(write(minutes, "ndjson") == compact);
  CHECK(pretty.find("\"span\": [61, 76]") != std::string::npos);
}

TEST_CASE("json: names and order of the contract") {
  const auto json = ordered_json::parse(write(sample::minutes(), "json"));
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"schema", "source", "language", "meeting", "agenda", "decisions", "actions", "attachments", "people", "residue",
                                         "diagnostics"});
  const auto& item = json["agenda"][0];
  CHECK(item["number"] == "3");
  CHECK(item["presenters"][0] == ordered_json::parse(R"({"name":"Mia Lund","affiliation":"Werft","span":[10,20]})"));
  CHECK_FALSE(item.contains("public"));
  CHECK(item["items"][0]["public"] == false);
  CHECK(item["items"][0]["status"] == "deferred");
  CHECK(item["spans"]["title"] == ordered_json::parse("[6,9]"));
  const auto& decision = item["decisions"][0];
  CHECK(decision["confidence"] == "low");
  CHECK(decision["vote"]["yes"] == 5);
  CHECK_FALSE(decision["vote"].contains("abstain"));
  CHECK_FALSE(decision["vote"].contains("confidence"));
  CHECK(decision["printed"]["due"] == "1. Mai");
  CHECK(json["meeting"]["printed"]["start"] == "18 Uhr");
  const auto& blocks = item["sections"][0]["blocks"];
  CHECK(blocks[1]["items"] == ordered_json::parse(R"(["eins","zwei"])"));
  CHECK(blocks[1]["depths"] == ordered_json::parse("[0,1]"));
  CHECK(blocks[2]["row_spans"] == ordered_json::parse("[[[51,52],[53,56]]]"));
}

TEST_CASE("json: an empty document has its lists and nothing else") {
  const auto json = ordered_json::parse(write({}, "json"));
  for (const auto* key : {"agenda", "decisions", "actions", "attachments", "people", "residue", "diagnostics"}) CHECK(json.at(key).empty());
  CHECK(json["meeting"].empty());
  CHECK_FALSE(json.contains("language"));
  CHECK_FALSE(json.contains("head"));
}

TEST_CASE("json: a file name of any bytes gives valid JSON") {
  protokoll::Minutes minutes;
  minutes.source.name = "caf\xE9\x01\"";
  CHECK(ordered_json::parse(write(minutes, "json"))["source"]["name"] == "caf\uFFFD\u0001\"");
}

TEST_CASE("schema: is JSON and names this contract") {
  const auto schema = ordered_json::parse(protokoll::schema());
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  CHECK(schema["properties"]["schema"]["const"] == "protokoll/1");
}

TEST_CASE("write: refuses formats it does not know and says which there are") {
  CHECK_THROWS_WITH(write({}, "xml"), Catch::Contains("'xml'") && Catch::Contains("json"));
  CHECK_THROWS_AS(protokoll::header("xml"), std::invalid_argument);
  CHECK(protokoll::header("json").empty());
}
