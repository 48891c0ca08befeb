#include <algorithm>

#include "ground/walk.hpp"
#include "words/text.hpp"

namespace protokoll::grounds {

Walk::Walk(const Scene& scene)
    : scene_(scene),
      texts_(scene),
      decided_(scene),
      to_do_(scene),
      days_(scene),
      votes_(scene),
      people_(scene),
      decisions_(scene, &AgendaItem::decisions, scene.minutes().decisions),
      actions_(scene, &AgendaItem::actions, scene.minutes().actions) {}

void Walk::answer(Json& json, Record& record) {
  Node node(json, "", record);
  strict_ = record.strict;
  for (const auto* key : {"schema", "source", "diagnostics"}) node.keep(key);
  if (const auto language = node.text("language")) {
    const auto& read = scene_.minutes().language;
    const bool same = language->substr(0, language->find('-')) == read.substr(0, read.find('-'));
    node.judge("language", *language, same ? Verdict{Grounding::derived} : Verdict{Grounding::contradicted, {}, {}, "the document is in another language: " + read});
  }
  if (auto* value = node.object("meeting")) {
    Node meeting_node(*value, "/meeting", record);
    meeting(meeting_node);
  }
  const Home everywhere{nullptr, scene_.index().all()};
  for (const auto* key : {"head", "tail"}) node.each(key, [&](Node& block_node) { return block(block_node, everywhere); });
  agenda(node);
  facts(node, everywhere);
  node.each("links", [&](Node& link_node) { return link(link_node, everywhere); });
  node.each("attachments", [&](Node& entry) { return attachment(entry); });
  node.each("people", [&](Node& entry) { return known_person(entry); });
  node.each("residue", [&](Node& entry) {
    if (const auto text = entry.text("text")) entry.judge_main("text", *text, texts_.ground(*text, {scene_.index().all()}));
    return entry.finish();
  });
  static_cast<void>(node.finish());
  if (record.comparing) record.comparing->finish();
}

void Walk::single(Node& node, const char* key, std::string_view value, const Verdict& verdict, const Stated& read) {
  node.judge(key, value, verdict);
  if (auto* comparing = node.record().comparing) comparing->single({key, node.pointer(key), std::string(value), verdict}, read);
}

// A text member that stands within a setting.
void Walk::stated(Node& node, const char* key, const Setting& setting) {
  if (const auto text = node.text(key)) node.judge(key, *text, texts_.ground(*text, setting));
}

void Walk::texts_in(Node& node, const char* key, const Setting& setting) {
  node.each(key, [&](Node& entry) { return entry.finish(); },
            [&](std::string_view text, std::size_t at) {
              const auto verdict = texts_.ground(text, setting);
              node.judge_entry(key, at, text, verdict);
              return verdict.stands() || !strict_;
            });
}

void Walk::meeting(Node& node) {
  const auto& read = scene_.minutes().meeting;
  const auto words = [&](const char* key, const Stated& own) {
    if (const auto text = node.text(key)) single(node, key, *text, texts_.ground(*text, {scene_.index().all(), {scene_.of_bytes(own.span)}}), own);
  };
  words("title", read.title);
  words("series", read.series);
  if (const auto number = node.number("ordinal")) node.judge("ordinal", std::to_string(*number), ordinal(*number));
  words("organization", read.organization);
  if (const auto date = node.text("date")) single(node, "date", *date, days_.meeting(*date), read.date);
  if (const auto start = node.text("start")) single(node, "start", *start, days_.hour(*start, read.start), read.start);
  if (const auto end = node.text("end")) single(node, "end", *end, days_.hour(*end, read.end), read.end);
  words("location", read.location);
  people(node, "chair", Role::chair, "chair", read.chair);
  people(node, "secretary", Role::secretary, "secretary", read.secretary);
  if (auto* value = node.object("attendance")) {
    Node list(*value, node.pointer("attendance"), node.record());
    attendance(list);
  }
  std::size_t announced = 0;
  node.each("next", [&](Node& entry) { return next(entry, announced++); });
  static_cast<void>(node.finish());
}

Verdict Walk::ordinal(int number) const {
  const auto& read = scene_.minutes().meeting;
  const auto place = scene_.index().range(scene_.of_bytes(read.ordinal_span));
  if (read.ordinal == number) return {Grounding::derived, place};
  if (read.ordinal) return {Grounding::contradicted, place, {}, "the minutes number the meeting otherwise"};
  const auto found = scene_.index().find(scene_.index().phrase(std::to_string(number)), scene_.stretch(scene_.index().text(scene_.of_bytes(read.title.span))), 1);
  if (found.empty()) return {Grounding::missing, {}, {}, "the minutes do not number the meeting"};
  return {Grounding::derived, scene_.index().range({found[0], found[0] + 1})};
}

void Walk::attendance(Node& node) {
  const auto& read = scene_.minutes().meeting.attendance;
  people(node, "present", Role::present, "present", read.present);
  people(node, "excused", Role::excused, "excused", read.excused);
  people(node, "absent", Role::absent, "absent", read.absent);
  people(node, "guests", Role::guest, "guest", read.guests);
  static_cast<void>(node.finish());
}

void Walk::people(Node& node, const char* key, Role role, std::string_view kind, const std::vector<Person>& read) {
  const auto judge = [&](std::string_view name, const std::string& pointer) {
    auto verdict = people_.in_role(name, role);
    if (auto* comparing = node.record().comparing) comparing->person({std::string(kind), pointer, std::string(name), verdict}, read);
    return verdict;
  };
  node.each(
      key,
      [&](Node& entry) {
        const auto name = entry.text("name");
        return name ? person(entry, judge(*name, entry.pointer()), *name) : entry.finish();
      },
      [&](std::string_view name, std::size_t at) {
        const auto verdict = judge(name, node.pointer(key) + '/' + std::to_string(at));
        node.judge_entry(key, at, name, verdict);
        return verdict.stands() || !strict_;
      });
}

bool Walk::person(Node& node, const Verdict& name, std::string_view text) {
  node.judge_main("name", text, name);
  const auto place = stretch(name);
  details(node, place.empty() ? scene_.index().all() : scene_.list_of(place.first));
  return node.finish();
}

// What else is said of somebody stands in the entry; a form of address and a title also with another mention.
void Walk::details(Node& node, Stretch around) {
  for (const auto* key : {"honorific", "title"}) stated(node, key, {scene_.index().all(), {around}});
  for (const auto* key : {"affiliation", "role"}) stated(node, key, {scene_.index().all(), {around}});
  for (const auto* key : {"from", "until"})
    if (const auto time = node.text(key)) node.judge(key, *time, days_.hour_near(*time, around, scene_.index().all()));
}

bool Walk::next(Node& node, std::size_t number) {
  const auto date = node.text("date");
  Stretch around = scene_.index().all();
  const auto verdict = date ? days_.next(*date, number) : Verdict{};
  if (const auto place = stretch(verdict); !place.empty()) {
    const auto block = scene_.block_of(place.first);
    const auto row = scene_.row_of(place.first);
    const auto last = std::min<std::uint32_t>(block + 2, static_cast<std::uint32_t>(scene_.context().document.blocks.size()) - 1);
    around = scene_.index().stretch({scene_.block(block > 1 ? block - 2 : 0).range.begin, scene_.block(last).range.end});
    around = {std::min(around.first, row.first), std::max(around.last, row.last)};
  }
  if (auto* comparing = node.record().comparing; comparing && date) {
    const auto& all = scene_.minutes().meeting.next;
    const auto read = std::find_if(all.begin(), all.end(), [&](const NextMeeting& other) { return other.date.value == *date; });
    const Said said{"next", node.pointer(), *date, verdict};
    if (read == all.end()) comparing->only_in_answer(said, 0);
    else comparing->met(said, &*read, read->date.value, read->span, 0, true);
  }
  if (const auto text = node.text("text")) {
    const auto found = texts_.ground(*text, {scene_.index().all(), {around}});
    node.judge_main("text", *text, found);
  } else if (date) {
    node.place(verdict.place);
  }
  if (date) node.judge("date", *date, verdict);
  if (const auto start = node.text("start")) node.judge("start", *start, days_.hour_near(*start, around, scene_.index().all()));
  for (const auto* key : {"location", "name"}) stated(node, key, {scene_.index().all(), {around}});
  return node.finish();
}

bool Walk::known_person(Node& node) {
  const auto name = node.text("name");
  if (!name) return node.finish();
  node.judge_main("name", *name, people_.anywhere(*name));
  node.each("aliases", [&](Node& entry) { return entry.finish(); },
            [&](std::string_view alias, std::size_t at) {
              const auto verdict = people_.anywhere(alias);
              node.judge_entry("aliases", at, alias, verdict);
              return verdict.stands() || !strict_;
            });
  stated(node, "title", {scene_.index().all()});
  texts_in(node, "affiliations", {scene_.index().all()});
  if (const auto mentions = node.number("mentions")) {
    const auto& all = scene_.minutes().people;
    const auto read = std::find_if(all.begin(), all.end(), [&](const KnownPerson& person) { return person.name == *name; });
    const bool same = read != all.end() && read->mentions == *mentions;
    node.judge("mentions", std::to_string(*mentions), same ? Verdict{Grounding::derived} : Verdict{Grounding::contradicted, {}, {}, "the minutes name that person more or less often"});
  }
  return node.finish();
}

}  // namespace protokoll::grounds
