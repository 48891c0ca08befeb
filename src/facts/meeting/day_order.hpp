/// Whether "03/04/2020" is the third of April or the fourth of March.
#pragma once

#include <array>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

#include "structure/context.hpp"
#include "words/dates.hpp"

namespace protokoll {

/// Finds dates; where day and month could be either, other dates of the document decide. What stays open is reported
/// ("ambiguous-date") and has no EDTF.
class SettledDates {
 public:
  explicit SettledDates(const Context& context) : context_(context) {}

  [[nodiscard]] std::vector<DateMatch> find(std::string_view text);

 private:
  using Key = std::tuple<int, int, int>;
  struct Counts {
    int day_first = 0, month_first = 0;
  };

  void gather();
  void settle(DateMatch& date);

  const Context& context_;
  bool gathered_ = false;
  std::array<Counts, 3> by_separator_{};  // of "/", "." and "-": a figure above twelve shows which is the day
  std::set<Key> spelt_out_;               // days that no one can read in two ways
};

}  // namespace protokoll
