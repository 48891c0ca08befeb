#include "rules/support/dates.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

namespace protokoll {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_day(std::string_view text) { return text.size() == 10 && text[4] == '-' && text[7] == '-'; }

int number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::string first_day(std::string_view edtf) {
  const auto first = edtf.substr(0, edtf.find('/'));
  return is_day(first) ? std::string(first) : std::string{};
}

std::string last_day(std::string_view edtf) {
  const auto slash = edtf.rfind('/');
  const auto last = slash == std::string_view::npos ? edtf : edtf.substr(slash + 1);
  return is_day(last) ? std::string(last) : std::string{};
}

bool prints_year(const Stated& date) {
  if (date.value.size() < 4) return false;
  const auto year = std::string_view(date.value).substr(0, 4);
  if (date.printed.find(year) != std::string::npos) return true;
  return date.printed.size() > 4 && date.printed.ends_with(year.substr(2)) && !is_digit(date.printed[date.printed.size() - 3]);
}

std::string next_after(std::string_view day, std::string_view other) {
  if (!is_day(day) || !is_day(other)) return {};
  const int from = number(other.substr(0, 4));
  for (int year = from; year < from + 9; ++year) {
    const auto candidate = fmt::format("{:04}{}", year, day.substr(4));
    const std::chrono::year_month_day calendar{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(number(day.substr(5, 2)))),
                                               std::chrono::day(static_cast<unsigned>(number(day.substr(8))))};
    if (calendar.ok() && candidate > other) return candidate;
  }
  return {};
}

std::optional<Edit> change_year(std::string_view printed, Span place, std::string_view year) {
  for (std::size_t end = printed.size(); end >= 4; --end) {
    const auto run = printed.substr(end - 4, 4);
    if (run.find_first_not_of("0123456789") != std::string_view::npos) continue;
    return Edit{{place.begin + end - 4, place.begin + end}, std::string(year)};
  }
  return std::nullopt;
}

}  // namespace protokoll
