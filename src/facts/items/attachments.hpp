/// References to attachments: "Anlage 4 (Präsentation) und 5 (Infoblatt)".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

struct AttachmentMention {
  std::string label;             ///< the word in its basic form and the number: "Anlage 5"
  std::string_view description;  ///< what a parenthesis behind it says
  std::string_view place;        ///< the words; of a number in a row ("und 5") the number alone
};

[[nodiscard]] std::vector<AttachmentMention> find_attachments(std::string_view text, const Language& language);

/// Adds the labels of `text` that are not yet in `labels`, and tells the document's list of attachments.
void collect_attachments(std::string_view text, std::string_view item_number, std::vector<std::string>& labels, Context& context);

}  // namespace protokoll
