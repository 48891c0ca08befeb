#include "protokoll/ground.hpp"

#include <algorithm>

#include "ground/answer_json.hpp"
#include "ground/comparing.hpp"
#include "ground/merge.hpp"
#include "ground/scene.hpp"
#include "ground/walk.hpp"
#include "plugins.hpp"
#include "protokoll/report.hpp"
#include "read.hpp"
#include "structure/context.hpp"
#include "weights/weights.hpp"
#include "words/reading.hpp"

namespace protokoll {

std::string_view to_string(Grounding grounding) {
  switch (grounding) {
    case Grounding::exact: return "exact";
    case Grounding::derived: return "derived";
    case Grounding::altered: return "altered";
    case Grounding::missing: return "missing";
    case Grounding::misplaced: return "misplaced";
    case Grounding::contradicted: return "contradicted";
  }
  return {};
}

std::string_view to_string(Comparison::Who who) {
  switch (who) {
    case Comparison::Who::both: return "both";
    case Comparison::Who::answer: return "answer";
    case Comparison::Who::tool: return "tool";
    case Comparison::Who::differ: return "differ";
  }
  return {};
}

bool Grounded::ok() const {
  return std::all_of(values.begin(), values.end(), [](const GroundedValue& value) { return holds(value.grounding); });
}

namespace {

/// What every document `protokoll/1` has, where the answer leaves it out.
void complete(rapidjson::Document& json, const Minutes& minutes) {
  auto& allocator = json.GetAllocator();
  const auto text = [&](const std::string& value) { return rapidjson::Value(value.c_str(), static_cast<rapidjson::SizeType>(value.size()), allocator); };
  rapidjson::Value source(rapidjson::kObjectType);
  if (!minutes.source.name.empty()) source.AddMember("name", text(escaped(minutes.source.name)), allocator);
  source.AddMember("bytes", std::uint64_t{minutes.source.bytes}, allocator);
  source.AddMember("sha256", text(minutes.source.sha256), allocator);
  source.AddMember("encoding", text(minutes.source.encoding), allocator);
  source.AddMember("dialect", text(minutes.source.dialect), allocator);
  for (const auto* key : {"schema", "source"}) json.RemoveMember(key);
  json.AddMember("schema", "protokoll/1", allocator);
  json.AddMember("source", source, allocator);
  if (!json.HasMember("meeting")) json.AddMember("meeting", rapidjson::Value(rapidjson::kObjectType), allocator);
  for (const auto* key : {"agenda", "decisions", "actions", "attachments", "people", "residue", "diagnostics"})
    if (!json.HasMember(key)) json.AddMember(rapidjson::StringRef(key), rapidjson::Value(rapidjson::kArrayType), allocator);
}

}  // namespace

Grounded ground(std::string_view bytes, std::string_view answer, const GroundOptions& options) {
  rapidjson::Document json;
  grounds::parse_answer(answer, options.max_answer_bytes, json);
  Grounded grounded;
  auto read_options = options.read;
  read_options.tiles = false;
  const auto look = [&](const Document& document, const Source& source, const Language& language, Minutes& minutes) {
    const Reading reading(document, language);
    Context context{document, source, language, reading, options.read.weights ? *options.read.weights : built_in_questions(), read_options, minutes};
    context.find_layout_tables();
    const auto own = options.merge ? write(minutes, "json", {.pretty = false}) : std::string();
    const grounds::Scene scene(context, answer.size());
    grounds::Comparing comparing(scene, grounded.comparisons);
    grounds::Record record{scene, json.GetAllocator(), grounded, options.strict && !options.merge, options.compare || options.merge ? &comparing : nullptr};
    grounds::Walk(scene).answer(json, record);
    if (!options.merge) return complete(json, minutes);
    rapidjson::Document merged;
    merged.Parse(own.data(), own.size());
    grounds::merge(json, grounded.comparisons, merged);
    grounded.json = grounds::to_text(merged, options.pretty);
  };
  static_cast<void>(read(bytes, read_options, look));
  if (!options.merge) grounded.json = grounds::to_text(json, options.pretty);
  if (!options.compare) grounded.comparisons.clear();
  return grounded;
}

std::string answer_schema() {
  for (const auto& resource : plugins::schemas())
    if (resource.name == "answer") return std::string(resource.content);
  return {};
}

}  // namespace protokoll
