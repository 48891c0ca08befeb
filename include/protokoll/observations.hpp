/// What a document shows beside its minutes' data: facts that only the rules of `check` ask for.
/// Filled under ReadOptions::observe.
#pragma once

#include <string>
#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll {

/// A date anywhere in the document.
struct PrintedDate {
  std::string value;     ///< EDTF; empty if no year is printed, the day does not exist or day and month could be either
  std::string printed;
  bool exists = true;    ///< such a day is in the calendar (29 February without a year is)
  int weekday = 0;       ///< as printed beside it, ISO 8601 (Monday = 1); 0 if none is
  int true_weekday = 0;  ///< of the first day; 0 if unknown
  Span span;
};

/// A label at the begin of a line ("Signatures:") and what the language file says it announces ("signatures").
struct PrintedLabel {
  std::string key;
  std::string text;
  Span span;
};

/// A sentence that states something: "convened", "quorum", "counted" (how many were there), "signatures", "returns" (when a deferred item comes back), "speaks", "title" (a line in front that names minutes or a meeting).
struct Statement {
  std::string what;
  std::string name;  ///< of the person who speaks
  Span span;
};

/// One mention of an attachment.
struct PrintedAttachment {
  std::string label;        ///< the word in its basic form and the number
  std::string number;
  std::string description;
  bool in_list = false;     ///< it stands in the document's own list of attachments
  Span span;
};

/// An item of the agenda as printed in front of the minutes.
struct AnnouncedItem {
  std::string number, title;
  Span span;
};

/// A row of an HTML table with more cells than the table's first row.
struct WideRow {
  int cells = 0, columns = 0;
  Span span;
};

struct Observations {
  std::vector<PrintedDate> dates;
  std::vector<PrintedLabel> labels;
  std::vector<Statement> statements;
  std::vector<PrintedAttachment> attachments;
  std::vector<AnnouncedItem> announced;
  std::vector<WideRow> wide_rows;
};

}  // namespace protokoll
