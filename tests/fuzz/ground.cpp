/// A document and an answer about it, with a line of four '=' between; without one the answer is what the tool itself read.
/// Any fault of the answer is said as BadAnswer; every place lies in the document, the JSON parses, and two runs are equal.
#include "protokoll/ground.hpp"

#include <nlohmann/json.hpp>

#include "promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace protokoll;
  const std::string input(reinterpret_cast<const char*>(data), size);
  constexpr std::string_view separator = "\n====\n";
  const auto cut = input.find(separator);
  const auto document = input.substr(0, cut);
  const auto answer = cut == std::string::npos ? write(read(document), "json") : input.substr(cut + separator.size());
  // One way an execution, by its length, for there are many ways and executions are what finds faults.
  const GroundOptions options{.strict = size % 2 == 1, .pretty = size % 2 == 1, .compare = size % 3 == 1, .merge = size % 3 == 2};
  try {
    const auto grounded = ground(document, answer, options);
    for (const auto& value : grounded.values) {
      fuzz::promise(value.span.begin <= value.span.end && value.span.end <= document.size(), "a place outside of the document", value.pointer);
      fuzz::promise(value.elsewhere.begin <= value.elsewhere.end && value.elsewhere.end <= document.size(), "a place outside of the document", value.pointer);
      fuzz::promise(value.grounding != Grounding::misplaced || !value.span.empty(), "misplaced without a place", value.pointer);
    }
    fuzz::promise(nlohmann::json::accept(grounded.json), "no JSON", grounded.json);
    if (size % 5 == 0) fuzz::promise(ground(document, answer, options).json == grounded.json, "two runs differ", document);
  } catch (const BadAnswer&) {
  }
  return 0;
}
