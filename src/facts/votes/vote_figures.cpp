#include "facts/votes/vote_figures.hpp"

#include <algorithm>

namespace protokoll {
namespace {

using enum WordClass;

constexpr int tens = 10;

bool is_time(int hour, int minute) {
  constexpr int hours = 24, minutes = 60;
  return hour < hours && minute >= tens && minute < minutes;
}

// "9/11/12", "2014-11-12"
bool is_date(int first, int second, int third) {
  constexpr int first_year = 1900, days = 31, months = 12;
  return first >= first_year || third >= first_year || (first <= days && second >= 1 && second <= months && third >= tens);
}

// No date, no time, no scale, no number of a paper: the figures stand alone, or beside a word of voting.
bool tells(const std::vector<Part>& parts, const std::vector<std::size_t>& counts, bool told) {
  const auto value = [&](std::size_t n) { return parts[counts[n]].value; };
  const auto mark = parts[counts[0] + 1].mark;
  const bool alone = counts.front() <= 1 && counts.back() + 2 >= parts.size();
  const bool opened = counts.front() > 0 && parts[counts.front() - 1].mark == '(';
  const bool bracketed = opened && counts.back() + 1 < parts.size() && parts[counts.back() + 1].mark == ')';
  if (counts.size() == 3) {
    constexpr int first_year = 1900;
    if (value(0) >= first_year || value(2) >= first_year || ((alone || !bracketed) && mark != ':' && is_date(value(0), value(1), value(2)))) return false;
    if (alone && (mark == ':' || (opened && counts.front() == 1))) return true;
  } else if (!alone && (mark == '/' || (mark == ':' && is_time(value(0), value(1))))) {
    return false;
  }
  const bool closes = bracketed && counts.size() == 3 && counts.back() + 3 >= parts.size();  // "up to 350 for the barbecue (4/0/1)"
  return told && (alone || closes || (bracketed && mark == ':') || near_outcome(parts, counts.front(), counts.back()));
}

}  // namespace

bool is_figure(const Part& part) { return part.kind == PartKind::count && part.bare; }

bool near_outcome(const std::vector<Part>& parts, std::size_t first, std::size_t last) {
  constexpr std::size_t reach = 4;
  for (auto i = first > reach ? first - reach : 0; i < std::min(last + reach, parts.size()); ++i)
    if (parts[i].classes.any({accept, reject, adopt, vote_noun, elect, majority})) return true;
  return false;
}

std::vector<std::size_t> vote_figures(const std::vector<Part>& parts, bool told) {
  for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
    std::vector<std::size_t> counts{i};
    while (is_figure(parts[counts.back()]) && counts.back() + 2 < parts.size() && parts[counts.back() + 1].kind == PartKind::stroke && is_figure(parts[counts.back() + 2]) &&
           parts[counts.back() + 1].mark == parts[i + 1].mark)
      counts.push_back(counts.back() + 2);
    if (counts.size() < 2) continue;
    if (counts.size() <= 3 && tells(parts, counts, told)) return counts;
    i = counts.back();
  }
  return {};
}

}  // namespace protokoll
