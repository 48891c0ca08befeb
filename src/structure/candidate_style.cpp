#include <algorithm>

#include "structure/candidates.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// The runs of a candidate's block, cut to its range.
template <class Take>
void each_run(const Candidate& candidate, const Context& context, const Take& take) {
  const auto& block = context.document.blocks[candidate.block];
  for (auto i = block.first_run; i < block.last_run; ++i) {
    const auto& run = context.document.runs[i];
    const Range range{std::max(run.range.begin, candidate.range.begin), std::min(run.range.end, candidate.range.end)};
    if (!range.empty() && !take(range, run)) return;
  }
}

}  // namespace

bool is_all(const Candidate& candidate, std::uint8_t style, const Context& context) {
  bool all = false;
  each_run(candidate, context, [&](Range range, const Run& run) {
    all = (run.style & style) != 0 || trim(context.view(range), U".:*").empty();
    return all;
  });
  return all;
}

std::string_view styled_front(const Candidate& candidate, const Context& context) {
  auto end = candidate.range.begin;
  each_run(candidate, context, [&](Range range, const Run& run) {
    if (!(run.style & (bold | underline)) && !trim(context.view(range), U".:*").empty()) return false;
    end = range.end;
    return true;
  });
  return trim(context.view(Range{candidate.range.begin, end}));
}

std::string_view capitals_in_front(std::string_view text, const Context& context) {
  const auto& sentences = context.sentences(text);
  if (sentences.size() < 2 || !is_all_capitals(trim(sentences.front()))) return {};
  return is_all_capitals(first_word(trim(after(text, sentences.front())))) ? std::string_view{} : trim(sentences.front());
}

}  // namespace protokoll
