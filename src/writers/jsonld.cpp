#include <nlohmann/json.hpp>

#include "writers/support/days.hpp"
#include "writers/writer.hpp"

namespace protokoll {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

Json person(const Person& person) {
  Json json{{"@type", "Person"}};
  put(json, "name", person.name);
  put(json, "honorificPrefix", person.title.empty() ? person.honorific : person.title);
  put(json, "jobTitle", person.role);
  if (!person.affiliation.empty()) json["affiliation"] = {{"@type", "Organization"}, {"name", person.affiliation}};
  return json;
}

Json place(const std::string& name) { return {{"@type", "Place"}, {"name", name}}; }

/// An Event of schema.org; who was there is an attendee, what was on the agenda is what it is about.
Json event(const Minutes& minutes) {
  const auto& meeting = minutes.meeting;
  Json json{{"@context", "https://schema.org"}, {"@type", "Event"}};
  put(json, "name", meeting.title.value);
  put(json, "inLanguage", minutes.language);
  if (meeting.organization) json["organizer"] = {{"@type", "Organization"}, {"name", meeting.organization.value}};
  if (meeting.series) json["superEvent"] = {{"@type", "EventSeries"}, {"name", meeting.series.value}};
  put(json, "startDate", start_of(meeting.date.value, meeting.start.value));
  put(json, "endDate", end_of(meeting));
  if (meeting.location) json["location"] = place(meeting.location.value);
  for (const auto* people : {&meeting.attendance.present, &meeting.attendance.guests})
    for (const auto& present : *people) json["attendee"].push_back(person(present));
  for (const auto& item : minutes.agenda)
    if (item.title) json["about"].push_back({{"@type", "Thing"}, {"name", item.title.value}});
  return json;
}

}  // namespace

extern const Writer writer_jsonld;
const Writer writer_jsonld{"jsonld", "schema.org Event for web pages and search engines: one a line", "jsonld",
                           [](const Minutes& minutes, const WriteOptions&, std::string& out) { out.append(event(minutes).dump()).append("\n"); }};

}  // namespace protokoll
