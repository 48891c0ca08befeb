#include "protokoll/ground.hpp"

#include <algorithm>

#include "ground/answer_json.hpp"
#include "ground/scene.hpp"
#include "ground/walk.hpp"
#include "plugins.hpp"
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

bool Grounded::ok() const {
  return std::all_of(values.begin(), values.end(), [](const GroundedValue& value) { return holds(value.grounding); });
}

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
    const grounds::Scene scene(context, answer.size());
    grounds::Record record{scene, json.GetAllocator(), grounded, options.strict};
    grounds::Walk(scene).answer(json, record);
  };
  static_cast<void>(read(bytes, read_options, look));
  grounded.json = grounds::to_text(json, options.pretty);
  return grounded;
}

}  // namespace protokoll
