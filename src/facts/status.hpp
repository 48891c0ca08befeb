/// Whether an item was put off or taken off the agenda.
#pragma once

#include "analysis/context.hpp"

namespace protokoll {

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
  };

  [[nodiscard]] Features features(const Candidate& candidate) const;

  const Context& context_;
  std::vector<Candidate> candidates_;
  std::size_t sentences_ = 0;
};

}  // namespace protokoll
