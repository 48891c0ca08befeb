#include "facts/decisions/roster.hpp"

#include <algorithm>

#include "facts/attendance/people_lines.hpp"
#include "facts/decisions/elected.hpp"

namespace protokoll {
namespace {

class RosterFinder {
 public:
  RosterFinder(const std::vector<Passage>& units, std::string_view title, const Context& context) : units_(units), context_(context), title_(title) {}

  [[nodiscard]] std::vector<bool> find() const {
    constexpr int fewest = 2;
    std::vector<bool> elected(units_.size(), false);
    for (std::size_t at = 0; at < units_.size();) {
      int offices_named = 0;
      auto end = at;
      for (; end < units_.size() && may_be_entry(units_[end]); ++end) {
        const bool office = is_office_with_name(units_[end].text, context_);
        if (!office && !is_post_with_name(units_[end].text, context_)) break;
        offices_named += office;
      }
      if (offices_named >= fewest && is_result(at, end)) std::fill(elected.begin() + static_cast<std::ptrdiff_t>(at), elected.begin() + static_cast<std::ptrdiff_t>(end), true);
      at = std::max(end, at + 1);
    }
    return elected;
  }

 private:
  [[nodiscard]] bool may_be_entry(const Passage& unit) const {
    return (unit.form == UnitForm::sentence || unit.form == UnitForm::entry) && !unit.in_cell && !has_columns(unit.text);
  }

  // "Ann Leek    Tom Wye    Treasurer": the old one and the new one.
  [[nodiscard]] bool has_columns(std::string_view text) const {
    constexpr std::size_t longest = 200, full = 2;
    if (text.size() > longest) return false;
    int names = 0;
    std::size_t begin = 0;
    for (auto blank = text.find(' ');; blank = text.find(' ', blank + 1)) {
      if (blank != std::string_view::npos && !is_wide_gap(text, blank, context_)) continue;
      names += longest_name(text.substr(begin, blank - begin), context_) >= full;
      if (blank == std::string_view::npos) return names > 1;
      begin = blank;
    }
  }

  // What the list hangs from, or the sentence behind it, or else the item's title says that it is of those elected.
  [[nodiscard]] bool is_result(std::size_t begin, std::size_t end) const {
    if (end < units_.size() && elects_all(units_[end].text, context_)) return true;
    constexpr std::size_t longest = 200;
    const auto intro = !units_[begin].intro.empty() ? units_[begin].intro : begin > 0 && units_[begin - 1].text.size() <= longest ? units_[begin - 1].text : std::string_view{};
    if (!intro.empty() && announces_elected(intro, context_)) return true;
    if (intro.ends_with(':')) return false;
    return !title_.empty() && (announces_elected(title_, context_) || is_of_election(title_, context_));
  }

  const std::vector<Passage>& units_;
  const Context& context_;
  std::string_view title_;
};

}  // namespace

std::vector<bool> elected_in_lists(const std::vector<Passage>& units, std::string_view title, const Context& context) { return RosterFinder(units, title, context).find(); }

}  // namespace protokoll
