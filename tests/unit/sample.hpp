/// Minutes of an invented body with one of everything, for the tests of writers.
#pragma once

#include "protokoll/protokoll.hpp"

namespace sample {

inline protokoll::Person person(std::string name, std::string affiliation = {}) {
  return {.name = std::move(name), .affiliation = std::move(affiliation), .span = {10, 20}};
}

inline protokoll::AgendaItem budget() {
  using namespace protokoll;
  AgendaItem item;
  item.number = {"3", {1, 2}};
  item.label = {"TOP 3.", {0, 5}};
  item.title = {"Haushalt; \"Plan\"", {6, 9}};
  item.presenters = {person("Mia Lund", "Werft")};
  Decision decision;
  decision.label = {"Beschluss:", {50, 60}};
  decision.text = "=Der Plan gilt.";
  decision.outcome = VoteOutcome::adopted;
  decision.vote = Vote{.yes = 5, .no = 1, .outcome = VoteOutcome::adopted, .text = "5:1", .span = {80, 83}};
  decision.due = {"2019-05-01", {90, 95}, "1. Mai"};
  decision.confidence = Confidence::low;
  decision.span = {61, 76};
  item.decisions = {decision};
  item.votes = {Vote{.unanimous = true, .span = {100, 110}}};
  item.actions = {Action{.text = "Bericht\tschreiben", .assignees = {person("Mia Lund"), person("Ole Krug")}, .span = {111, 120}}};
  item.attachments = {"Anlage 2"};
  Section section;
  section.kind = SectionKind::decisions;
  section.heading = {"Beschluss:", {50, 60}};
  section.blocks = {{.text = "=Der Plan gilt.", .span = {61, 76}},
                    {.type = BlockType::list, .items = {{"eins", {41, 45}}, {"zwei", {46, 50}}}, .depths = {0, 1}, .span = {41, 50}},
                    {.type = BlockType::table, .rows = {{{"a", {51, 52}}, {"b|c", {53, 56}}}}, .span = {51, 56}}};
  item.sections = {section};
  AgendaItem nested;
  nested.number = {"3.1", {130, 133}};
  nested.title = {"Umlage", {134, 140}};
  nested.status = ItemStatus::deferred;
  nested.is_public = false;
  nested.span = {130, 150};
  item.items = {nested};
  item.span = {0, 150};
  return item;
}

inline protokoll::Minutes minutes() {
  using namespace protokoll;
  Minutes minutes;
  minutes.source = {"hafen.txt", 200, std::string(64, 'a'), "UTF-8", "html"};
  minutes.language = "de";
  minutes.meeting.title = {"Sitzung des Hafenvereins", {0, 4}};
  minutes.meeting.date = {"2019-03-12", {5, 9}, "12. M\u00E4rz 2019"};
  minutes.meeting.start = {"18:00", {9, 12}, "18 Uhr"};
  minutes.meeting.attendance.present = {person("Mia Lund", "Werft")};
  minutes.meeting.next = {{.date = {"2019-04-09", {170, 175}}, .location = {"Kontor", {176, 180}}, .text = "am 9. April im Kontor", .span = {170, 180}}};
  minutes.agenda = {budget()};
  minutes.attachments = {{"Anlage 2", "Plan", {"3"}, {97, 99}}};
  minutes.people = {{"Mia Lund", {"Frau Lund"}, "", {"Werft"}, 3, {10, 18}}};
  minutes.residue = {{"Seite 1", {190, 197}}};
  minutes.diagnostics = {{"PK001", Severity::warning, "says \"nothing\"", {1, 2}}};
  return minutes;
}

}  // namespace sample
