#include "facts/attendance/signatures.hpp"

#include <algorithm>
#include <vector>

#include "facts/attendance/meeting_people.hpp"
#include "facts/attendance/people_segments.hpp"
#include "facts/decisions/elected.hpp"
#include "facts/names/name_list.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

void put(Standing standing, const NameList& list, Context& context) {
  auto& people = people_of(standing, context.minutes.meeting);
  constexpr std::size_t most = 3;
  if (!people.empty() || list.people.empty() || list.people.size() > most || list.others > 0) return;
  for (const auto& entry : list.people)
    if (entry.likeness >= Likeness::plain) add_people(people, {to_person(entry, context)});
}

// What an office under a name says its bearer did.
std::optional<Standing> signed_as(std::string_view text, const Context& context) {
  if (words(text).size() > 5) return std::nullopt;
  const auto standing = standing_of(text, context);
  if (standing && !is_attendance(*standing)) return standing;
  if (!is_office(text, context)) return std::nullopt;
  const auto said = context.reading.classes(text);
  if (said.has(WordClass::secretary_office)) return Standing::secretary;
  if (said.has(WordClass::lead)) return Standing::chair;
  return std::nullopt;
}

struct Signer {
  std::string_view name, office;
};

// "Ann Leek, Secretary     Tom Wye, Chair": several side by side.
std::vector<Signer> signers_in(std::string_view text, const Context& context) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const auto comma = std::min(text.find(',', at), text.size());
    parts.push_back(trim(text.substr(at, comma - at)));
    at = comma + 1;
  }
  constexpr std::size_t fewest = 3;  // name, office and name, office
  if (parts.size() < fewest || !is_office(parts.back(), context)) return {};
  std::vector<Signer> signers;
  auto name = parts.front();
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    NameEntry entry;
    const auto next = strip_front(parts[i], entry, context);
    if (entry.role.empty() || !has_words(next, 2) || likeness_of(next, context) < Likeness::plain) return {};
    signers.push_back({name, entry.role});
    name = next;
  }
  signers.push_back({name, parts.back()});
  return signers;
}

}  // namespace

void read_signatures(std::vector<PeopleLine> lines, std::string_view title, Context& context) {
  constexpr std::size_t most_lines = 12;
  OfficesTold told(title, context);
  std::erase_if(lines, [&](const PeopleLine& line) { return told.tells(without_bullet(line.text)); });
  for (auto i = lines.size() > most_lines ? lines.size() - most_lines : 0; i < lines.size(); ++i) {
    const auto text = without_bullet(lines[i].text);
    constexpr std::size_t longest = 120;
    if (text.size() > longest) continue;
    const auto signers = signers_in(text, context);
    for (const auto& signer : signers)
      if (const auto standing = signed_as(signer.office, context)) put(*standing, read_list(signer.name, ListShape::one, context), context);
    bool labelled = !signers.empty();
    for (const auto& segment : people_segments(text, context)) {
      if (!segment.standing || is_attendance(*segment.standing) || segment.value.empty()) continue;
      if (is_all_capitals(text) && words(segment.value).size() == 1) continue;  // "IL SEGRETARIO COMUNALE"
      put(*segment.standing, read_list(segment.value, ListShape::one, context), context);
      labelled = true;
    }
    if (labelled || words(text).size() > 8) continue;
    const auto list = read_list(text, ListShape::one, context);
    // "La secretaria," and the name in the line below.
    if (list.people.empty() && text.ends_with(',') && i + 1 < lines.size())
      if (const auto standing = signed_as(trim(text, U","), context)) put(*standing, read_list(without_bullet(lines[i + 1].text), ListShape::one, context), context);
    if (list.people.size() == 1 && list.people.front().likeness >= Likeness::plain && words(list.people.front().name).size() > 1) {
      const auto& entry = list.people.front();
      for (const auto beside : {entry.role, entry.affiliation, entry.tail})
        if (const auto standing = beside.empty() ? std::nullopt : signed_as(beside, context)) put(*standing, list, context);
      // The office in the line below.
      if (i + 1 < lines.size() && entry.role.empty())
        if (const auto standing = signed_as(lines[i + 1].text, context)) put(*standing, list, context);
    }
  }
}

}  // namespace protokoll
