#include "publish/applied.hpp"

#include "source/encode.hpp"

namespace protokoll::publishing {

Applied apply(const Plan& plan) {
  const auto bytes = plan.source.bytes();
  const auto encoding = plan.source.encoding();
  Applied applied;
  std::size_t at = 0;
  for (const auto& edit : edits_of(plan.cuts)) {
    const auto place = plan.source.to_bytes(edit.span);
    applied.bytes += bytes.substr(at, place.begin - at);
    auto mark = encode(edit.text, encoding);
    if (!mark) mark = encode(plain_gap_mark, encoding);
    if (!edit.text.empty() && mark) {
      applied.marks.push_back({applied.bytes.size(), applied.bytes.size() + mark->size()});
      applied.bytes += *mark;
    }
    at = place.end;
  }
  applied.bytes += bytes.substr(at);
  return applied;
}

}  // namespace protokoll::publishing
