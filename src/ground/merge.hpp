/// One document out of what the tool read and of what holds of an answer.
#pragma once

#include <vector>

#include "ground/node.hpp"

namespace protokoll::grounds {

/// `answer` has been judged and marked; `read` is the tool's own `protokoll/1`, to which what only the answer has and what the document states is
/// added. Every fact, item and person gets "by": "tool", "answer" or "both"; by what sign the tool knew it moves to "sign".
void merge(const Json& answer, const std::vector<Comparison>& comparisons, rapidjson::Document& read);

}  // namespace protokoll::grounds
