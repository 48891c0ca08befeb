/// Minutes as rows of a register.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "protokoll/protokoll.hpp"
#include "register/database.hpp"

namespace protokoll::registers {

using Id = std::optional<std::int64_t>;

/// Adds documents to a database that has the tables of schema(), and takes them out.
class Rows {
 public:
  /// `languages` may be null: those built in; they must outlive it.
  explicit Rows(Database& database, const Languages* languages);

  /// Returns the document's id.
  std::int64_t add(const Minutes& minutes);
  void remove(std::int64_t document);

 private:
  /// Ids of the document's people by their names; none for a name that several have.
  using People = std::map<std::string_view, Id, std::less<>>;

  void document(const Minutes& minutes);
  void meeting(const Meeting& meeting);
  void stated(std::string_view field, const Stated& value);
  void people(const std::vector<KnownPerson>& people);
  [[nodiscard]] Id find(const Person& person) const;
  void attendance(std::string_view kind, const std::vector<Person>& people);
  void attachments(const std::vector<Attachment>& attachments);
  void uses(const std::vector<std::string>& labels, Id item, Id decision);
  void next(const NextMeeting& next);
  void item(const AgendaItem& item, Id parent, int depth);
  void decision(const Decision& decision, Id item);
  void vote(const Vote& vote, Id item, Id decision);
  void task(const Action& task, Id item);
  /// What a text says of earlier meetings: of an item, or of a decision and its id.
  void mentions(std::string_view text, Id item, const Decision* decision, Id id);
  void part(const Person& person, Id item, Id task);

  Database& database_;
  const Languages* languages_;
  Statement document_, meeting_, stated_, person_, attendance_, attachment_, use_, next_, item_, decision_, vote_, task_, part_, mention_;
  Statement document_text_, item_text_, decision_text_, task_text_;
  const Minutes* minutes_ = nullptr;
  std::int64_t id_ = 0;  // of the document and its meeting
  int position_ = 0;     // of the last item
  People people_;
  People attachments_;
};

}  // namespace protokoll::registers
