#include "facts/tasks/planned_work.hpp"

#include <algorithm>

namespace protokoll {

bool is_planned_for_somebody(const TaskFrame& frame, const TaskSite& site) {
  using enum WordClass;
  constexpr WordClasses others{done, report, earlier, opine, absent, excused, lead};
  if (!site.item || site.box || !site.planned || !site.named_above || frame.start >= frame.tokens.size()) return false;
  const auto last = frame.tokens.back().mark;
  return last != '?' && last != ':' && !all_classes(frame.tokens.subspan(frame.start)).any(others);
}

bool belongs_to_line_above(const TaskFrame& frame, const TaskSite& site) {
  if (!is_planned_for_somebody(frame, site) || is_marked(frame)) return false;
  if (frame.groups.empty() || frame.groups.front().place != DoerPlace::front) return true;
  const auto kind = frame.groups.front().kind();
  return kind != DoerKind::person && kind != DoerKind::office;
}

bool is_pointed_by_habit(const TaskFrame& frame, const Context& context) {
  using enum WordClass;
  constexpr int often = 3, oftener = 5;
  const auto number = group_behind_arrow(frame);
  if (number < 0) return false;
  const bool known = frame.groups[static_cast<std::size_t>(number)].kind() != DoerKind::unknown;
  if (task_habits(context).arrows < (known ? often : oftener)) return false;
  return !all_classes(frame.tokens.subspan(frame.start)).any({done, elect, lead, report, earlier, condition, absent, excused});
}

bool answers_question(const TaskFrame& frame, const Context& context) {
  const auto& tokens = frame.tokens;
  constexpr std::size_t most_marks = 4;  // between the question and the arrow
  for (auto at = frame.start + 1; at < tokens.size(); ++at) {
    if (tokens[at - 1].mark != '?') continue;
    auto behind = at;
    const auto end = std::min(tokens.size(), at + most_marks);
    while (behind < end && tokens[behind].kind == TokenKind::mark && !is_arrow(tokens, behind, context)) ++behind;
    if (behind >= end || !is_arrow(tokens, behind, context)) continue;
    const auto whose = std::find_if(frame.groups.begin(), frame.groups.end(), [&](const DoerGroup& group) { return group.first == behind + 1; });
    return whose == frame.groups.end() || (whose->kind() != DoerKind::person && whose->kind() != DoerKind::office && whose->kind() != DoerKind::everybody);
  }
  return false;
}

}  // namespace protokoll
