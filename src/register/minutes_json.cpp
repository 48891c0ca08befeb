#include "register/minutes_json.hpp"

#include <rapidjson/document.h>

#include <limits>
#include <utility>

namespace protokoll::registers {
namespace {

using Json = rapidjson::Value;

// Minutes nest a handful of levels; beyond this it is somebody's trap.
constexpr int deepest = 200;

const Json* member(const Json& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string string(const Json& value) { return value.IsString() ? std::string(value.GetString(), value.GetStringLength()) : std::string(); }

std::string text(const Json& object, const char* key) {
  const auto* value = member(object, key);
  return value ? string(*value) : std::string();
}

std::optional<int> number(const Json& object, const char* key) {
  const auto* value = member(object, key);
  return value && value->IsInt() ? std::optional(value->GetInt()) : std::nullopt;
}

std::optional<bool> flag(const Json& object, const char* key) {
  const auto* value = member(object, key);
  return value && value->IsBool() ? std::optional(value->GetBool()) : std::nullopt;
}

template <class Read>
auto list(const Json& object, const char* key, const Read& read) {
  std::vector<decltype(read(object))> values;
  const auto* array = member(object, key);
  if (!array || !array->IsArray()) return values;
  values.reserve(array->Size());
  for (const auto& value : array->GetArray()) values.push_back(read(value));
  return values;
}

std::vector<std::string> texts(const Json& object, const char* key) { return list(object, key, string); }

Span span_of(const Json* pair) {
  if (!pair || !pair->IsArray() || pair->Size() != 2 || !(*pair)[0].IsUint64() || !(*pair)[1].IsUint64()) return {};
  // As far as SQLite's integers reach.
  constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
  const Span span{(*pair)[0].GetUint64(), (*pair)[1].GetUint64()};
  return span.begin <= span.end && span.end <= most ? span : Span{};
}

Span span(const Json& object) { return span_of(member(object, "span")); }

Span place(const Json& object, const char* key) {
  const auto* spans = member(object, "spans");
  return spans ? span_of(member(*spans, key)) : Span{};
}

Stated stated(const Json& object, const char* key) {
  Stated value{text(object, key), place(object, key)};
  if (const auto* printed = member(object, "printed")) value.printed = text(*printed, key);
  if (const auto* reasons = member(object, "reasons")) value.reason = text(*reasons, key);
  return value;
}

/// The value of an enum from `first` to `last` whose name is the text.
template <class Enum>
std::optional<Enum> named(const Json& object, const char* key, Enum first, Enum last) {
  const auto name = text(object, key);
  for (auto value = static_cast<int>(first); value <= static_cast<int>(last); ++value)
    if (to_string(static_cast<Enum>(value)) == name) return static_cast<Enum>(value);
  return std::nullopt;
}

By by(const Json& object) { return named(object, "by", By::label, By::metadata).value_or(By::layout); }
Confidence confidence(const Json& object) { return named(object, "confidence", Confidence::high, Confidence::low).value_or(Confidence::high); }
std::optional<VoteOutcome> outcome(const Json& object) { return named(object, "outcome", VoteOutcome::adopted, VoteOutcome::deferred); }

Person person(const Json& json) {
  return {text(json, "name"), text(json, "honorific"), text(json, "title"), text(json, "affiliation"),
          text(json, "role"), text(json, "from"),      text(json, "until"), span(json)};
}

Vote vote(const Json& json) {
  return {number(json, "yes"),
          number(json, "no"),
          number(json, "abstain"),
          flag(json, "unanimous").value_or(false),
          outcome(json),
          text(json, "text"),
          by(json),
          confidence(json),
          span(json)};
}

Decision decision(const Json& json) {
  Decision decision;
  decision.kind = named(json, "kind", DecisionKind::decision, DecisionKind::discharge).value_or(DecisionKind::decision);
  decision.label = stated(json, "label");
  decision.text = text(json, "text");
  decision.outcome = outcome(json);
  if (const auto* bound = member(json, "vote"); bound && bound->IsObject()) decision.vote = vote(*bound);
  decision.level = stated(json, "level");
  decision.due = stated(json, "due");
  decision.attachments = texts(json, "attachments");
  decision.by = by(json);
  decision.confidence = confidence(json);
  decision.span = span(json);
  return decision;
}

Action action(const Json& json) {
  return {text(json, "text"), list(json, "assignees", person), stated(json, "due"), flag(json, "done"), by(json), confidence(json), span(json)};
}

Text entry(const Json& json) { return {string(json), {}}; }

Block block(const Json& json) {
  Block block;
  block.type = named(json, "type", BlockType::paragraph, BlockType::table).value_or(BlockType::paragraph);
  block.text = text(json, "text");
  block.items = list(json, "items", entry);
  block.heading = number(json, "heading").value_or(0);
  block.span = span(json);
  block.rows = list(json, "rows", [](const Json& row) {
    std::vector<Text> cells;
    if (row.IsArray())
      for (const auto& cell : row.GetArray()) cells.push_back(entry(cell));
    return cells;
  });
  return block;
}

Section section(const Json& json) {
  return {named(json, "kind", SectionKind::report, SectionKind::other).value_or(SectionKind::other), stated(json, "heading"),
          list(json, "blocks", block)};
}

AgendaItem item(const Json& json, int depth) {
  AgendaItem item;
  item.number = stated(json, "number");
  item.label = stated(json, "label");
  item.title = stated(json, "title");
  item.subtitle = stated(json, "subtitle");
  item.presenters = list(json, "presenters", person);
  item.status = named(json, "status", ItemStatus::treated, ItemStatus::withdrawn).value_or(ItemStatus::treated);
  item.status_span = place(json, "status");
  item.is_public = flag(json, "public");
  item.language = text(json, "language");
  item.sections = list(json, "sections", section);
  item.decisions = list(json, "decisions", decision);
  item.votes = list(json, "votes", vote);
  item.actions = list(json, "actions", action);
  item.attachments = texts(json, "attachments");
  if (depth < deepest) item.items = list(json, "items", [depth](const Json& nested) { return protokoll::registers::item(nested, depth + 1); });
  item.by = by(json);
  item.span = span(json);
  return item;
}

NextMeeting next(const Json& json) {
  return {stated(json, "date"), stated(json, "start"), stated(json, "location"), stated(json, "name"), text(json, "text"), span(json)};
}

Meeting meeting(const Json& json) {
  Meeting meeting;
  meeting.title = stated(json, "title");
  meeting.series = stated(json, "series");
  meeting.organization = stated(json, "organization");
  meeting.date = stated(json, "date");
  meeting.start = stated(json, "start");
  meeting.end = stated(json, "end");
  meeting.location = stated(json, "location");
  meeting.ordinal = number(json, "ordinal");
  meeting.ordinal_span = place(json, "ordinal");
  meeting.chair = list(json, "chair", person);
  meeting.secretary = list(json, "secretary", person);
  if (const auto* attendance = member(json, "attendance"))
    meeting.attendance = {list(*attendance, "present", person), list(*attendance, "excused", person), list(*attendance, "absent", person),
                          list(*attendance, "guests", person)};
  meeting.next = list(json, "next", next);
  return meeting;
}

KnownPerson known_person(const Json& json) {
  return {text(json, "name"), texts(json, "aliases"), text(json, "title"), texts(json, "affiliations"), number(json, "mentions").value_or(0),
          span(json)};
}

Attachment attachment(const Json& json) { return {text(json, "label"), text(json, "description"), texts(json, "items"), span(json)}; }

/// Hears a document's tokens until it knows `source.name`.
struct NameFinder : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, NameFinder> {
  std::optional<std::string> name;
  int depth = 0;
  bool in_source = false, at_name = false;

  bool Default() { return !std::exchange(at_name, false); }
  bool StartObject() { return ++depth, Default(); }
  bool EndObject(rapidjson::SizeType) { return --depth, in_source = in_source && depth > 1, true; }
  bool StartArray() { return ++depth, Default(); }
  bool EndArray(rapidjson::SizeType) { return --depth, true; }
  bool Key(const char* key, rapidjson::SizeType size, bool) {
    const std::string_view word(key, size);
    if (depth == 1) in_source = word == "source";
    at_name = depth == 2 && in_source && word == "name";
    return true;
  }
  bool String(const char* value, rapidjson::SizeType size, bool) {
    if (at_name) name = std::string(value, size);
    return !at_name;
  }
};

}  // namespace

std::optional<std::string> name_in_json(std::string_view json) {
  NameFinder finder;
  rapidjson::MemoryStream stream(json.data(), json.size());
  rapidjson::Reader().Parse<rapidjson::kParseIterativeFlag>(stream, finder);
  return finder.name;
}

std::optional<Minutes> minutes_from_json(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  const auto* source = document.HasParseError() || text(document, "schema") != "protokoll/1" ? nullptr : member(document, "source");
  const auto* held = source ? member(document, "meeting") : nullptr;
  if (!held) return std::nullopt;
  Minutes minutes;
  const auto* bytes = member(*source, "bytes");
  minutes.source = {text(*source, "name"), bytes && bytes->IsUint64() && bytes->IsInt64() ? bytes->GetUint64() : 0, text(*source, "sha256"),
                    text(*source, "encoding"), text(*source, "dialect")};
  minutes.language = text(document, "language");
  minutes.meeting = meeting(*held);
  minutes.head = list(document, "head", block);
  minutes.agenda = list(document, "agenda", [](const Json& value) { return item(value, 0); });
  minutes.decisions = list(document, "decisions", decision);
  minutes.votes = list(document, "votes", vote);
  minutes.actions = list(document, "actions", action);
  minutes.tail = list(document, "tail", block);
  minutes.attachments = list(document, "attachments", attachment);
  minutes.people = list(document, "people", known_person);
  return minutes.source.name.empty() || minutes.source.sha256.empty() ? std::nullopt : std::optional(std::move(minutes));
}

}  // namespace protokoll::registers
