/// Whether an item was put off or taken off the agenda.
#pragma once

#include "structure/context.hpp"

namespace protokoll {

/// The brackets behind a title that say so: "Summer party (deferred)"; empty if they say something else.
[[nodiscard]] std::string_view bracketed_status(std::string_view title, const Context& context);

/// Looks for the sentence of an item (its title's words among them) that says so, and notes it in the item.
class StatusReader {
 public:
  explicit StatusReader(const Context& context) : context_(context) {}

  void title(std::string_view text) { candidates_.push_back({text, true}); }
  void sentence(std::string_view text);
  /// The best candidate, if it is good enough.
  void settle(AgendaItem& item);

 private:
  struct Candidate {
    std::string_view text;
    bool title = false;
    std::size_t place = 0;
    std::string_view next{};  ///< the sentence behind it
  };

  void state(std::string_view text, AgendaItem& item) const;
  [[nodiscard]] Features features(const Candidate& candidate) const;

  const Context& context_;
  std::vector<Candidate> candidates_;
  std::size_t sentences_ = 0;
};

}  // namespace protokoll
