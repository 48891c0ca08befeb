#include <algorithm>
#include <string>

#include "protokoll/check.hpp"
#include "source/encode.hpp"

namespace protokoll {
namespace {

const Fix* first_fix(const Diagnostic& finding, FixLevel level) {
  const auto fix = std::find_if(finding.fixes.begin(), finding.fixes.end(), [&](const Fix& f) { return f.safe || level == FixLevel::unsafe; });
  return fix == finding.fixes.end() ? nullptr : &*fix;
}

// Two insertions at one place overlap as well: nobody knows which comes first.
bool overlap(Span a, Span b) { return a == b || (a.begin < b.end && b.begin < a.end) || ((a.empty() || b.empty()) && a.begin <= b.end && b.begin <= a.end); }

}  // namespace

FixedText apply_fixes(std::string_view bytes, std::string_view encoding, const std::vector<Diagnostic>& findings, FixLevel level) {
  std::vector<Edit> edits;
  FixedText fixed;
  for (const auto& finding : findings) {
    const auto* fix = first_fix(finding, level);
    if (!fix) continue;
    std::vector<Edit> wanted;
    for (const auto& edit : fix->edits)
      if (auto text = encode(edit.text, encoding); text && edit.span.begin <= edit.span.end && edit.span.end <= bytes.size()) wanted.push_back({edit.span, *std::move(text)});
    // Findings come in document order, so only the edits of the last few can be in the way.
    const auto in_the_way = [&](const Edit& edit) {
      for (auto i = edits.size(); i > 0 && i + 8 > edits.size(); --i)
        if (overlap(edits[i - 1].span, edit.span)) return true;
      return false;
    };
    if (wanted.size() != fix->edits.size() || std::any_of(wanted.begin(), wanted.end(), in_the_way)) continue;
    edits.insert(edits.end(), wanted.begin(), wanted.end());
    ++fixed.applied;
  }
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  std::size_t at = 0;
  for (const auto& edit : edits) {
    if (edit.span.begin < at) continue;
    fixed.bytes += bytes.substr(at, edit.span.begin - at);
    fixed.bytes += edit.text;
    at = edit.span.end;
  }
  fixed.bytes += bytes.substr(at);
  return fixed;
}

}  // namespace protokoll
