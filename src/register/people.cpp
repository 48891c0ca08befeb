#include "register/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>
#include <vector>

#include "protokoll/mentions.hpp"

namespace protokoll::registers {
namespace {

/// A person in one meeting by the name there.
struct Bearer {
  std::int64_t id = 0;
  std::string name, key;  ///< as printed; comparable
  std::string_view rests_on = "name";
};

bool begins_small(std::string_view name) { return !name.empty() && name.front() >= 'a' && name.front() <= 'z'; }

/// "Icks", "van Doorn": no given name.
bool is_family_name(const Bearer& bearer) { return bearer.key.find(' ') == std::string::npos || begins_small(bearer.name); }

/// "A. Icks".
bool has_initial(const Bearer& bearer) { return bearer.key.size() > 2 && bearer.key[1] == ' '; }

bool is_short(const Bearer& bearer) { return is_family_name(bearer) || has_initial(bearer); }

/// Whether a short name may be that of somebody with a full one.
bool may_be(const Bearer& bearer, std::string_view full) {
  if (is_family_name(bearer)) return full.size() > bearer.key.size() && full.ends_with(" " + bearer.key);
  return full.front() == bearer.key.front() && full.size() > bearer.key.size() && full.ends_with(std::string_view(bearer.key).substr(1));
}

/// The people of one body.
class Body {
 public:
  Body(std::string name, Database& database)
      : name_(std::move(name)),
        database_(database),
        human_(database, "INSERT INTO human VALUES (NULL, ?1, ?2)"),
        same_(database, "INSERT INTO same_person VALUES (?1, ?2, ?3)") {}

  void add(Bearer bearer, const Aliases& aliases) {
    if (const auto alias = aliases.find(bearer.key); alias != aliases.end()) bearer = {bearer.id, alias->second, comparable(alias->second), "alias"};
    if (!bearer.key.empty()) bearers_.push_back(std::move(bearer));
  }

  void join() {
    for (const auto& bearer : bearers_) {
      if (is_short(bearer) && bearer.rests_on != "alias") continue;
      by_family_name_[last_word(bearer.key)].insert(bearer.key);
      printed_.emplace(bearer.key, bearer.name);
    }
    for (const auto& bearer : bearers_) {
      if (!is_short(bearer) || bearer.rests_on == "alias") {
        same_.run(bearer.id, human(bearer.key, bearer.name), bearer.rests_on);
        continue;
      }
      const auto candidates = fitting(bearer);
      if (candidates.size() > 1) continue;
      if (candidates.empty())
        same_.run(bearer.id, human(bearer.key, bearer.name), "name");
      else
        same_.run(bearer.id, human(candidates.front(), printed_.at(candidates.front())), has_initial(bearer) ? "initial" : "family name");
    }
  }

 private:
  static std::string last_word(std::string_view key) { return std::string(key.substr(key.rfind(' ') + 1)); }

  [[nodiscard]] std::vector<std::string> fitting(const Bearer& bearer) const {
    std::vector<std::string> found;
    const auto known = by_family_name_.find(last_word(bearer.key));
    if (known == by_family_name_.end()) return found;
    const auto& names = known->second;
    const bool initial = has_initial(bearer);
    // Two are too many already.
    for (auto name = initial ? names.lower_bound(bearer.key.substr(0, 1)) : names.begin(); name != names.end() && found.size() < 2; ++name) {
      if (initial && name->front() != bearer.key.front()) break;
      if (may_be(bearer, *name)) found.push_back(*name);
    }
    return found;
  }

  std::int64_t human(const std::string& key, const std::string& name) {
    const auto [known, is_new] = humans_.emplace(key, 0);
    if (is_new) {
      human_.run(name_, name);
      known->second = database_.last_id();
    }
    return known->second;
  }

  std::string name_;
  Database& database_;
  Statement human_, same_;
  std::vector<Bearer> bearers_;
  std::map<std::string, std::set<std::string>> by_family_name_;  // full names
  std::map<std::string, std::string> printed_;                   // full names as they stand where they first do
  std::map<std::string, std::int64_t> humans_;
};

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

Aliases parse_aliases(std::string_view text) {
  Aliases aliases;
  int number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto equals = line.find('=');
    const auto name = trimmed(line.substr(0, equals)),
               full = equals == std::string_view::npos ? std::string_view() : trimmed(line.substr(equals + 1));
    if (comparable(name).empty() || comparable(full).empty())
      throw std::invalid_argument(fmt::format("{}: says no two names; write: A. Icks = Annette Icks", number));
    if (!aliases.emplace(comparable(name), full).second) throw std::invalid_argument(fmt::format("{}: says a second time who {} is", number, name));
  }
  return aliases;
}

void join_people(Database& database, const Aliases& aliases) {
  database.run("DELETE FROM same_person; DELETE FROM human");
  std::optional<Body> body;
  std::string name;
  Statement people(database,
                   "SELECT person.id, person.name, meeting.body FROM person JOIN meeting ON meeting.id = person.meeting WHERE meeting.body IS NOT "
                   "NULL ORDER BY meeting.body, meeting.date, person.id");
  for (bool row = people.run(); row; row = people.step()) {
    if (!body || people.text(2) != name) {
      if (body) body->join();
      name = people.text(2);
      body.emplace(name, database);
    }
    body->add({people.number(0), std::string(people.text(1)), comparable(people.text(1))}, aliases);
  }
  if (body) body->join();
}

}  // namespace protokoll::registers
