#include "protokoll/evidence.hpp"

#include <nlohmann/json.hpp>

namespace protokoll {

std::string to_json(const Evidence& evidence) {
  nlohmann::ordered_json json{{"question", evidence.question}, {"text", evidence.text}, {"span", {evidence.span.begin, evidence.span.end}},
                              {"probability", evidence.probability}, {"chosen", evidence.chosen}};
  if (evidence.block >= 0) json["block"] = evidence.block;
  if (!evidence.members.empty()) json["members"] = evidence.members;
  auto& features = json["features"] = nlohmann::ordered_json::array();
  for (const auto& [name, value, weight] : evidence.features) features.push_back({name, value, weight});
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace protokoll
