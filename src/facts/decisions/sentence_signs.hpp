/// What a sentence shows of itself: which kinds of words, in which mood, who acts, how long it is.
///
/// Names of kinds and not words, so that what is learned of one language holds in all.
#pragma once

#include <string_view>

#include "structure/context.hpp"
#include "weights/weights.hpp"

namespace protokoll {

/// Of a sentence with its neighbours only in view.
struct SentenceSigns {
  Features features;
  WordClasses classes;   ///< all of its words together
  bool plain = false;    ///< "the committee resolves …": says in front who decides, and nothing clouds it
  bool elsewhen = false;  ///< what it tells is not done here and now: "at the last meeting it was agreed", "she asks whether it was approved", "it is not yet decided"
};

[[nodiscard]] SentenceSigns sentence_signs(std::string_view text, const Context& context);

}  // namespace protokoll
