/// What minutes say of earlier meetings: decisions that they change or carry out, items that were put off there, tasks that are done since.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protokoll/protokoll.hpp"

namespace protokoll {

/// `amends`, `repeals` and `executes` an earlier decision; takes up what an earlier meeting `deferred`; reports something as `done`.
enum class MentionKind { amends, repeals, executes, deferred, done };

[[nodiscard]] std::string_view to_string(MentionKind kind);

struct Mention {
  MentionKind kind;
  std::string date;     ///< EDTF, of the earlier meeting; empty with `done`, or where only a number is cited
  std::string number;   ///< of the earlier decision or item, as printed; may be empty
  std::string words;    ///< the sentence that says so
  bool wished = false;  ///< somebody moves, proposes or asks for it
};

/// In the order of the text, which stands in minutes of the day `meeting` (EDTF, or empty). What is denied or asked is no mention, nor is
/// what shall be carried out or done and is not yet. `languages` may be null: those built in.
[[nodiscard]] std::vector<Mention> mentions(std::string_view text, std::string_view language, std::string_view meeting,
                                            const Languages* languages = nullptr);

/// Words without case, accents and marks, one space between them: equal for titles and names that a reader takes for the same.
[[nodiscard]] std::string comparable(std::string_view text);

/// Who meets: equal for two meetings of the same body; empty where the minutes do not say.
struct Gathering {
  std::string body;    ///< the organization, or what stands for it
  std::string series;  ///< what kind of meeting
};
[[nodiscard]] Gathering gathering(const Minutes& minutes, const Languages* languages = nullptr);

/// Whether a title names what every meeting has ("Any other business"): nothing can be told from two of them being the same.
[[nodiscard]] bool is_standing(std::string_view title, std::string_view language, const Languages* languages = nullptr);

}  // namespace protokoll
