#include "writers/support/days.hpp"

#include <algorithm>

namespace protokoll {
namespace {

bool is_day(std::string_view date) {
  constexpr std::string_view form = "dddd-dd-dd";
  return std::equal(date.begin(), date.end(), form.begin(), form.end(),
                    [](char c, char kind) { return kind == 'd' ? c >= '0' && c <= '9' : c == kind; });
}

std::string at(std::string day, std::string_view time) {
  if (!time.empty()) day.append("T").append(time).append(":00");
  return day;
}

}  // namespace

std::optional<Days> days(std::string_view date) {
  const auto slash = date.find('/');
  const auto first = date.substr(0, slash), last = slash == std::string_view::npos ? first : date.substr(slash + 1);
  if (!is_day(first) || !is_day(last)) return std::nullopt;
  return Days{std::string(first), std::string(last)};
}

std::string start_of(std::string_view date, std::string_view time) {
  const auto found = days(date);
  return found ? at(found->first, time) : std::string();
}

std::string end_of(const Meeting& meeting) {
  const auto found = days(meeting.date.value);
  const bool over_midnight = found && found->first == found->last && meeting.end.value < meeting.start.value;
  return !found || !meeting.end || over_midnight ? std::string() : at(found->last, meeting.end.value);
}

}  // namespace protokoll
