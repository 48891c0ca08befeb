/// The object `protokoll-diff/1`: what changed, each change with both places.
#include <nlohmann/json.hpp>

#include "diff/outputs/output.hpp"

namespace protokoll::differences {
namespace {

using Json = nlohmann::ordered_json;

Json vote_json(const Vote& vote) {
  Json json = Json::object();
  if (vote.yes) json["yes"] = *vote.yes;
  if (vote.no) json["no"] = *vote.no;
  if (vote.abstain) json["abstain"] = *vote.abstain;
  json["unanimous"] = vote.unanimous;
  return json;
}

Json side_json(const ChangeSide& side, const Position* position) {
  Json json = Json::object();
  if (!side.value.empty()) json["value"] = side.value;
  if (side.outcome) json["outcome"] = to_string(*side.outcome);
  if (side.vote) json["vote"] = vote_json(*side.vote);
  if (!(side.number.empty() && side.title.empty())) json["item"] = {{"number", side.number}, {"title", side.title}};
  if (!side.within.empty()) json["within"] = side.within;
  json["span"] = {side.span.begin, side.span.end};
  if (position) {
    json["line"] = position->line;
    json["column"] = position->column;
  }
  return json;
}

}  // namespace

std::string json_output(const std::vector<Change>& changes, const DiffWriteOptions& options) {
  const auto old_places = positions(options.before, changes, &Change::before), new_places = positions(options.after, changes, &Change::after);
  Json list = Json::array();
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto& change = changes[i];
    Json json{{"change", to_string(change.kind)}, {"subject", to_string(change.subject)}};
    if (!change.field.empty()) json["field"] = change.field;
    if (!change.name.empty()) json["name"] = change.name;
    json["old"] = side_json(change.before, old_places.empty() ? nullptr : &old_places[i]);
    json["new"] = side_json(change.after, new_places.empty() ? nullptr : &new_places[i]);
    if (change.kind == ChangeKind::renumbered) json["items"] = change.items;
    for (const auto& run : change.words) json["words"].push_back({to_string(run.change), run.text});
    list.push_back(std::move(json));
  }
  const Json document{{"schema", "protokoll-diff/1"}, {"old", options.before.name}, {"new", options.after.name}, {"equal", changes.empty()}, {"changes", std::move(list)}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace protokoll::differences
