#include <algorithm>

#include "ground/walk.hpp"
#include "words/text.hpp"

namespace protokoll::grounds {

Walk::Walk(const Scene& scene)
    : scene_(scene),
      texts_(scene),
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
}

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
  const auto setting = [&](const Stated& stated) { return Setting{scene_.index().all(), {scene_.of_bytes(stated.span)}}; };
  stated(node, "title", setting(read.title));
  stated(node, "series", setting(read.series));
  if (const auto ordinal = node.number("ordinal")) {
    const auto place = scene_.index().range(scene_.of_bytes(read.ordinal_span));
    const auto phrase = scene_.index().phrase(std::to_string(*ordinal));
    const auto found = scene_.index().find(phrase, scene_.head(), 1);
    if (read.ordinal == *ordinal) node.judge("ordinal", std::to_string(*ordinal), {Grounding::derived, place});
    else if (!found.empty()) node.judge("ordinal", std::to_string(*ordinal), {Grounding::derived, scene_.index().range({found[0], found[0] + 1})});
    else node.judge("ordinal", std::to_string(*ordinal), {read.ordinal ? Grounding::contradicted : Grounding::missing, place, {}, "the minutes do not number the meeting so"});
  }
  stated(node, "organization", setting(read.organization));
  if (const auto date = node.text("date")) node.judge("date", *date, days_.meeting(*date));
  if (const auto start = node.text("start")) node.judge("start", *start, days_.hour(*start, read.start));
  if (const auto end = node.text("end")) node.judge("end", *end, days_.hour(*end, read.end));
  stated(node, "location", setting(read.location));
  people(node, "chair", Role::chair);
  people(node, "secretary", Role::secretary);
  if (auto* value = node.object("attendance")) {
    Node list(*value, node.pointer("attendance"), node.record());
    attendance(list);
  }
  node.each("next", [&](Node& entry) { return next(entry); });
  static_cast<void>(node.finish());
}

void Walk::attendance(Node& node) {
  people(node, "present", Role::present);
  people(node, "excused", Role::excused);
  people(node, "absent", Role::absent);
  people(node, "guests", Role::guest);
  static_cast<void>(node.finish());
}

void Walk::people(Node& node, const char* key, Role role) {
  node.each(
      key,
      [&](Node& entry) {
        const auto name = entry.text("name");
        return name ? person(entry, people_.in_role(*name, role), *name) : entry.finish();
      },
      [&](std::string_view name, std::size_t at) {
        const auto verdict = people_.in_role(name, role);
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

bool Walk::next(Node& node) {
  const auto date = node.text("date");
  Stretch around = scene_.index().all();
  const auto verdict = date ? days_.next(*date) : Verdict{};
  if (const auto place = stretch(verdict); !place.empty()) {
    const auto block = scene_.block_of(place.first);
    const auto row = scene_.row_of(place.first);
    const auto last = std::min<std::uint32_t>(block + 2, static_cast<std::uint32_t>(scene_.context().document.blocks.size()) - 1);
    around = scene_.index().stretch({scene_.block(block > 1 ? block - 2 : 0).range.begin, scene_.block(last).range.end});
    around = {std::min(around.first, row.first), std::max(around.last, row.last)};
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
  texts_in(node, "aliases", {scene_.index().all()});
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
