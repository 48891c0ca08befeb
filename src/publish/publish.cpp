#include "protokoll/publish.hpp"

#include <algorithm>

#include "publish/applied.hpp"
#include "publish/plan.hpp"
#include "source/utf8.hpp"

namespace protokoll {
namespace {

// On one line and not endless.
std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 120;
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  if (line.size() <= longest) return line;
  return std::string(begin_of(line, longest)) + "\u2026";
}

}  // namespace

std::string_view to_string(RemovalKind kind) {
  switch (kind) {
    case RemovalKind::name: return "name";
    case RemovalKind::initials: return "initials";
    case RemovalKind::email: return "e-mail address";
    case RemovalKind::telephone: return "telephone number";
    case RemovalKind::handle: return "handle";
    case RemovalKind::author: return "author in the metadata";
    case RemovalKind::comment: return "comment";
    case RemovalKind::hidden: return "hidden text";
    case RemovalKind::script: return "script";
    case RemovalKind::tracked_change: return "tracked deletion";
    case RemovalKind::closed_item: return "closed item";
  }
  return {};
}

Publication publish(std::string_view bytes, const PublishOptions& options) {
  const publishing::Plan plan(bytes, options);
  Publication publication{.bytes = publishing::apply(plan).bytes, .removals = {}, .people = plan.marked, .dialect = plan.minutes.source.dialect, .language = plan.minutes.language};
  for (const auto& cut : plan.cuts)
    publication.removals.push_back({cut.kind, plan.source.to_bytes(cut.span()), shortened(cut.words), cut.mark, cut.uncertain});
  return publication;
}

}  // namespace protokoll
