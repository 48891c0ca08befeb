#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "writers/support/days.hpp"
#include "writers/support/text.hpp"
#include "writers/support/words.hpp"
#include "writers/writer.hpp"

namespace protokoll {
namespace {

using Json = nlohmann::ordered_json;

/// The objects of OParl 1.1 that one document's minutes are.
class OParlWriter {
 public:
  explicit OParlWriter(const Minutes& minutes) : minutes_(minutes) {}

  /// A list of objects as OParl's servers give it, the meeting first.
  Json list() {
    auto meeting = this->meeting();
    Json data = Json::array({std::move(meeting)});
    if (minutes_.meeting.organization) data.push_back(with("name", minutes_.meeting.organization.value, object("Organization", "organization")));
    for (auto& person : people_) data.push_back(std::move(person));
    return {{"data", std::move(data)}};
  }

 private:
  /// Ids must be URLs; whoever publishes the objects puts their own in the place of this one, which is nobody's.
  [[nodiscard]] std::string id(std::string_view what) const {
    return fmt::format("https://protokoll.example/oparl/{}/{}", minutes_.source.sha256, what);
  }

  [[nodiscard]] Json object(std::string_view type, std::string_view what) const {
    return {{"id", id(what)}, {"type", fmt::format("https://schema.oparl.org/1.1/{}", type)}};
  }

  static Json with(const char* key, const std::string& value, Json json) {
    if (!value.empty()) json[key] = value;
    return json;
  }

  Json meeting() {
    const auto& meeting = minutes_.meeting;
    auto json = with("name", meeting.title.value, object("Meeting", "meeting"));
    // Times of the place: minutes state no zone, and a day without a time is no dateTime.
    if (meeting.start) json = with("start", start_of(meeting.date.value, meeting.start.value), std::move(json));
    json = with("end", end_of(meeting), std::move(json));
    if (meeting.location) json["location"] = with("description", meeting.location.value, object("Location", "location"));
    if (meeting.organization) json["organization"] = {id("organization")};
    for (const auto* people : {&meeting.chair, &meeting.secretary, &meeting.attendance.present, &meeting.attendance.guests})
      for (const auto& person : *people) participant(person, json);
    for (const auto& item : minutes_.agenda) this->item(item, json["agendaItem"]);
    json = with("protokoll:date", meeting.date.value, std::move(json));
    json["protokoll:source"] = {{"name", valid_utf8(minutes_.source.name)}, {"sha256", minutes_.source.sha256}};
    return json;
  }

  void participant(const Person& person, Json& meeting) {
    if (person.name.empty() || std::any_of(people_.begin(), people_.end(), [&](const Json& known) { return known["name"] == person.name; })) return;
    const auto name = fmt::format("person/{}", people_.size() + 1);
    auto json = with("formOfAddress", person.honorific, with("name", person.name, object("Person", name)));
    if (!person.title.empty()) json["title"] = {person.title};
    if (!person.role.empty()) {
      auto membership = with("role", person.role, object("Membership", name + "/membership"));
      membership["person"] = id(name);
      if (minutes_.meeting.organization) membership["organization"] = id("organization");
      json["membership"] = Json::array({std::move(membership)});
    }
    meeting["participant"].push_back(id(name));
    people_.push_back(std::move(json));
  }

  /// Items in items follow them; their numbers tell where they belong.
  void item(const AgendaItem& item, Json& agenda) {
    ++items_;
    auto json = object("AgendaItem", fmt::format("item/{}", items_));
    json["meeting"] = id("meeting");
    json = with("name", item.title.value, with("number", item.number.value, std::move(json)));
    json["order"] = items_;
    if (item.is_public) json["public"] = *item.is_public;
    json = with("resolutionText", join(item.decisions, "\n\n", [](const Decision& decision) { return decision.text; }),
                with("result", result(item), std::move(json)));
    agenda.push_back(std::move(json));
    for (const auto& nested : item.items) this->item(nested, agenda);
  }

  /// What became of it in the words of the minutes' language; with several decisions each result in its turn.
  [[nodiscard]] std::string result(const AgendaItem& item) const {
    const auto say = [&](std::string_view key) { return word(minutes_.language, key); };
    if (item.status != ItemStatus::treated) return say(to_string(item.status));
    std::vector<std::string> results;
    for (const auto& decision : item.decisions)
      if (decision.outcome) results.push_back(say(to_string(*decision.outcome)));
    return join(results, "; ", [](const std::string& text) { return text; });
  }

  const Minutes& minutes_;
  std::vector<Json> people_;
  int items_ = 0;
};

}  // namespace

extern const Writer writer_oparl;
const Writer writer_oparl{
    "oparl", "OParl 1.1: Meeting with its AgendaItems, Organization and Persons as JSON, a list a line", "oparl.json",
    [](const Minutes& minutes, const WriteOptions&, std::string& out) { out.append(OParlWriter(minutes).list().dump()).append("\n"); }};

}  // namespace protokoll
