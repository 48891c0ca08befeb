/// A sentence taken apart for the question whether it gives somebody something to do.
#pragma once

#include "facts/tasks/doers.hpp"

namespace protokoll {

struct TaskFrame {
  std::string_view text;
  Tokens tokens;
  std::size_t start = 0;   ///< the first token behind bullets and a label
  bool boxed = false;      ///< a box stands in front
  bool pointed = false;    ///< an arrow stands in front
  bool announced = false;  ///< begins with a word for a task and a colon ("TODO:")
  std::vector<DoerGroup> groups;
};

/// Whether an arrow ends at a token: "→", the last of "-->".
[[nodiscard]] bool is_arrow(Tokens tokens, std::size_t at, const Context& context);
[[nodiscard]] TaskFrame task_frame(std::string_view sentence, const Context& context);
/// Whether somebody is named in a place made for it: in front of a colon, behind an arrow, in brackets at the end.
[[nodiscard]] bool is_marked(const TaskFrame& frame);
/// "The board agreed to …": a decision, whoever carries it out.
[[nodiscard]] bool is_decided_by_body(const TaskFrame& frame);
[[nodiscard]] bool begins_with_work(const TaskFrame& frame);

/// "Light --> Mia, Jo": nothing but who does it behind an arrow at the end, and no question in front of it; the number of their group, -1 if there is none.
[[nodiscard]] std::ptrdiff_t group_behind_arrow(const TaskFrame& frame);

/// "… Responsible: Mia": the token that the label begins with which says who does it; that of the last group where no such label stands in front of it.
[[nodiscard]] std::size_t who_label(const TaskFrame& frame, const Context& context);
/// "Responsible: Mia", "Responsible: Mia and Jo, by 3 May", and nothing else: who does what stands in front.
[[nodiscard]] bool only_says_who(const TaskFrame& frame, const Context& context);
/// Whether a label at the end says who does what stands in front of it.
[[nodiscard]] bool is_labelled_with_who(const TaskFrame& frame, const Context& context);

/// How a document sets tasks down.
struct TaskHabits {
  explicit TaskHabits(const Context& context);

  int announced = 0;    ///< blocks that begin with a word for a task and a colon
  int boxed = 0;        ///< blocks with a box in front
  int owners = 0;       ///< lines that hold nothing but a known name and a colon
  int arrows = 0;       ///< blocks that end with an arrow and who, if those are mostly known people
  bool listed = false;  ///< a heading or a line in front of others names tasks
};

/// Those of the document, gathered once.
[[nodiscard]] const TaskHabits& task_habits(const Context& context);

}  // namespace protokoll
