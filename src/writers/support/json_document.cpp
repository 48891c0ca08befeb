#include "writers/support/json_document.hpp"

// Not with RAPIDJSON_SSE2: in RapidJSON 1.1 its search lets the controls 1A to 1F pass, ESC among them.
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>

#include "writers/support/text.hpp"

namespace protokoll {
namespace {

using Compact = rapidjson::Writer<rapidjson::StringBuffer>;
using Pretty = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

/// A stated value of an object with its key, for the lists `spans` and `printed` of that object.
struct Field {
  std::string_view key;
  const Stated& stated;
};

/// Writes the model's values in the order that the contract gives; what is absent is left out.
template <class Json>
class DocumentWriter {
 public:
  explicit DocumentWriter(Json& json) : json_(json) {}

  void minutes(const Minutes& minutes) {
    json_.StartObject();
    text("schema", "protokoll/1");
    source(minutes.source);
    text("language", minutes.language);
    key("meeting");
    meeting(minutes.meeting);
    present("head", minutes.head, &DocumentWriter::block);
    array("agenda", minutes.agenda, &DocumentWriter::item);
    array("decisions", minutes.decisions, &DocumentWriter::decision);
    present("votes", minutes.votes, &DocumentWriter::vote);
    array("actions", minutes.actions, &DocumentWriter::action);
    present("tail", minutes.tail, &DocumentWriter::block);
    present("links", minutes.links, &DocumentWriter::link);
    array("attachments", minutes.attachments, &DocumentWriter::attachment);
    array("people", minutes.people, &DocumentWriter::known_person);
    array("residue", minutes.residue, &DocumentWriter::spanned_text);
    array("diagnostics", minutes.diagnostics, &DocumentWriter::diagnostic);
    json_.EndObject();
  }

 private:
  void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void string(std::string_view value) { json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }

  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    string(value);
  }

  void number(std::string_view name, std::optional<int> value) {
    if (!value) return;
    key(name);
    json_.Int(*value);
  }

  void flag(std::string_view name, bool value) {
    key(name);
    json_.Bool(value);
  }

  template <class T>
  void array(std::string_view name, const std::vector<T>& values, void (DocumentWriter::*write)(const T&)) {
    key(name);
    json_.StartArray();
    for (const auto& value : values) (this->*write)(value);
    json_.EndArray();
  }

  template <class T>
  void present(std::string_view name, const std::vector<T>& values, void (DocumentWriter::*write)(const T&)) {
    if (!values.empty()) array(name, values, write);
  }

  void texts(std::string_view name, const std::vector<std::string>& values) { present(name, values, &DocumentWriter::plain); }
  void plain(const std::string& value) { string(value); }

  void pair(Span span) {
    // A span is read as one thing, so it stands on one line.
    if constexpr (std::is_same_v<Json, Pretty>) json_.SetFormatOptions(rapidjson::kFormatSingleLineArray);
    json_.StartArray();
    json_.Uint64(span.begin);
    json_.Uint64(span.end);
    json_.EndArray();
    if constexpr (std::is_same_v<Json, Pretty>) json_.SetFormatOptions(rapidjson::kFormatDefault);
  }

  void span(Span place) {
    key("span");
    pair(place);
  }

  /// `spans`, `printed` and `reasons` of an object, for the values that have them.
  void places(std::initializer_list<Field> fields, std::initializer_list<std::pair<std::string_view, Span>> more = {}) {
    const auto placed = [](const Field& field) { return field.stated && !field.stated.span.empty(); };
    if (std::any_of(fields.begin(), fields.end(), placed) || std::any_of(more.begin(), more.end(), [](const auto& m) { return !m.second.empty(); })) {
      key("spans");
      json_.StartObject();
      for (const auto& field : fields)
        if (placed(field)) key(field.key), pair(field.stated.span);
      for (const auto& [name, place] : more)
        if (!place.empty()) key(name), pair(place);
      json_.EndObject();
    }
    texts("printed", fields, &Stated::printed);
    texts("reasons", fields, &Stated::reason);
  }

  void texts(std::string_view name, std::initializer_list<Field> fields, std::string Stated::* what) {
    if (std::all_of(fields.begin(), fields.end(), [what](const Field& field) { return (field.stated.*what).empty(); })) return;
    key(name);
    json_.StartObject();
    for (const auto& field : fields) text(field.key, field.stated.*what);
    json_.EndObject();
  }

  void by(By sign, Confidence confidence = Confidence::high) {
    text("by", to_string(sign));
    if (confidence == Confidence::low) text("confidence", to_string(confidence));
  }

  void source(const SourceInfo& info) {
    key("source");
    json_.StartObject();
    text("name", valid_utf8(info.name));
    key("bytes");
    json_.Uint64(info.bytes);
    text("sha256", info.sha256);
    text("encoding", info.encoding);
    text("dialect", info.dialect);
    json_.EndObject();
  }

  void meeting(const Meeting& meeting) {
    json_.StartObject();
    text("title", meeting.title.value);
    text("series", meeting.series.value);
    number("ordinal", meeting.ordinal);
    text("organization", meeting.organization.value);
    text("date", meeting.date.value);
    text("start", meeting.start.value);
    text("end", meeting.end.value);
    text("location", meeting.location.value);
    present("chair", meeting.chair, &DocumentWriter::person);
    present("secretary", meeting.secretary, &DocumentWriter::person);
    attendance(meeting.attendance);
    present("next", meeting.next, &DocumentWriter::next);
    places({{"title", meeting.title},
            {"series", meeting.series},
            {"organization", meeting.organization},
            {"date", meeting.date},
            {"start", meeting.start},
            {"end", meeting.end},
            {"location", meeting.location}},
           {{"ordinal", meeting.ordinal_span}});
    json_.EndObject();
  }

  void attendance(const Meeting::Attendance& attendance) {
    if (attendance.present.empty() && attendance.excused.empty() && attendance.absent.empty() && attendance.guests.empty()) return;
    key("attendance");
    json_.StartObject();
    present("present", attendance.present, &DocumentWriter::person);
    present("excused", attendance.excused, &DocumentWriter::person);
    present("absent", attendance.absent, &DocumentWriter::person);
    present("guests", attendance.guests, &DocumentWriter::person);
    json_.EndObject();
  }

  void next(const NextMeeting& next) {
    json_.StartObject();
    text("date", next.date.value);
    text("start", next.start.value);
    text("location", next.location.value);
    text("name", next.name.value);
    text("text", next.text);
    span(next.span);
    places({{"date", next.date}, {"start", next.start}, {"location", next.location}, {"name", next.name}});
    json_.EndObject();
  }

  void person(const Person& person) {
    json_.StartObject();
    text("name", person.name);
    text("honorific", person.honorific);
    text("title", person.title);
    text("affiliation", person.affiliation);
    text("role", person.role);
    text("from", person.from);
    text("until", person.until);
    span(person.span);
    json_.EndObject();
  }

  void item(const AgendaItem& item) {
    json_.StartObject();
    text("number", item.number.value);
    text("label", item.label.value);
    text("title", item.title.value);
    runs("title_runs", {item.title.value, {}, item.asides});
    text("subtitle", item.subtitle.value);
    present("presenters", item.presenters, &DocumentWriter::person);
    text("status", to_string(item.status));
    if (item.is_public) flag("public", *item.is_public);
    text("language", item.language);
    present("sections", item.sections, &DocumentWriter::section);
    present("decisions", item.decisions, &DocumentWriter::decision);
    present("votes", item.votes, &DocumentWriter::vote);
    present("actions", item.actions, &DocumentWriter::action);
    texts("attachments", item.attachments);
    present("links", item.links, &DocumentWriter::link);
    present("items", item.items, &DocumentWriter::item);
    by(item.by);
    span(item.span);
    places({{"number", item.number}, {"label", item.label}, {"title", item.title}, {"subtitle", item.subtitle}}, {{"status", item.status_span}});
    json_.EndObject();
  }

  void section(const Section& section) {
    json_.StartObject();
    text("kind", to_string(section.kind));
    text("heading", section.heading.value);
    present("blocks", section.blocks, &DocumentWriter::block);
    span(whole(section));
    places({{"heading", section.heading}});
    json_.EndObject();
  }

  static Span whole(const Section& section) {
    Span hull = section.heading.span;
    for (const auto& block : section.blocks) {
      if (block.span.empty()) continue;
      hull = hull.empty() ? block.span : Span{std::min(hull.begin, block.span.begin), std::max(hull.end, block.span.end)};
    }
    return hull;
  }

  void block(const Block& block) {
    json_.StartObject();
    text("type", to_string(block.type));
    switch (block.type) {
      case BlockType::paragraph:
        key("text");
        string(block.text);
        runs("runs", {block.text, {}, block.asides});
        if (block.heading > 0) {
          key("heading");
          json_.Int(block.heading);
        }
        break;
      case BlockType::list: list(block); break;
      case BlockType::table: table(block); break;
    }
    span(block.span);
    json_.EndObject();
  }

  /// A text with asides as a row of texts, those that are none of it marked; nothing for a text without.
  void runs(std::string_view name, const Text& whole) {
    if (whole.asides.empty()) return;
    key(name);
    runs_of(whole);
  }

  void runs_of(const Text& whole) {
    json_.StartArray();
    std::size_t at = 0;
    const auto plain = [&](std::size_t end) {
      if (end > at) run(std::string_view(whole.text).substr(at, end - at), {}, {});
      at = end;
    };
    for (const auto& aside : whole.asides) {
      plain(std::min(aside.at, whole.text.size()));
      run(aside.text, aside.struck ? "struck" : "raised", aside.span);
    }
    plain(whole.text.size());
    json_.EndArray();
  }

  void run(std::string_view words, std::string_view how, Span place) {
    json_.StartObject();
    text("text", words);
    if (!how.empty()) {
      flag(how, true);
      span(place);
    }
    json_.EndObject();
  }

  void runs_or_null(const Text& whole) {
    if (whole.asides.empty()) json_.Null();
    else runs_of(whole);
  }
  void row_runs(const std::vector<Text>& row) { row_of(row, &DocumentWriter::runs_or_null); }

  static bool has_asides(const std::vector<Text>& texts) {
    return std::any_of(texts.begin(), texts.end(), [](const Text& text) { return !text.asides.empty(); });
  }

  void box(const Text& entry) {
    if (entry.ticked) json_.Bool(*entry.ticked);
    else json_.Null();
  }

  void list(const Block& block) {
    if (block.ordered) flag("ordered", true);
    array("items", block.items, &DocumentWriter::text_only);
    if (std::any_of(block.depths.begin(), block.depths.end(), [](int depth) { return depth > 0; })) {
      key("depths");
      json_.StartArray();
      for (const int depth : block.depths) json_.Int(depth);
      json_.EndArray();
    }
    if (std::any_of(block.items.begin(), block.items.end(), [](const Text& entry) { return entry.ticked.has_value(); })) array("done", block.items, &DocumentWriter::box);
    if (has_asides(block.items)) array("item_runs", block.items, &DocumentWriter::runs_or_null);
    array("item_spans", block.items, &DocumentWriter::span_only);
  }

  void table(const Block& block) {
    array("rows", block.rows, &DocumentWriter::row_texts);
    if (std::any_of(block.rows.begin(), block.rows.end(), has_asides)) array("row_runs", block.rows, &DocumentWriter::row_runs);
    array("row_spans", block.rows, &DocumentWriter::row_spans);
  }

  void text_only(const Text& text) { string(text.text); }
  void span_only(const Text& text) { pair(text.span); }

  void row_texts(const std::vector<Text>& row) { row_of(row, &DocumentWriter::text_only); }
  void row_spans(const std::vector<Text>& row) { row_of(row, &DocumentWriter::span_only); }
  void row_of(const std::vector<Text>& row, void (DocumentWriter::*write)(const Text&)) {
    json_.StartArray();
    for (const auto& cell : row) (this->*write)(cell);
    json_.EndArray();
  }

  void decision(const Decision& decision) {
    json_.StartObject();
    text("kind", to_string(decision.kind));
    text("label", decision.label.value);
    text("text", decision.text);
    if (decision.outcome) text("outcome", to_string(*decision.outcome));
    if (decision.vote) key("vote"), vote(*decision.vote);
    text("level", decision.level.value);
    text("due", decision.due.value);
    texts("attachments", decision.attachments);
    by(decision.by, decision.confidence);
    span(decision.span);
    places({{"label", decision.label}, {"level", decision.level}, {"due", decision.due}});
    json_.EndObject();
  }

  void vote(const Vote& vote) {
    json_.StartObject();
    number("yes", vote.yes);
    number("no", vote.no);
    number("abstain", vote.abstain);
    flag("unanimous", vote.unanimous);
    if (vote.outcome) text("outcome", to_string(*vote.outcome));
    text("text", vote.text);
    by(vote.by, vote.confidence);
    span(vote.span);
    json_.EndObject();
  }

  void action(const Action& action) {
    json_.StartObject();
    text("text", action.text);
    present("assignees", action.assignees, &DocumentWriter::person);
    text("due", action.due.value);
    if (action.done) flag("done", *action.done);
    by(action.by, action.confidence);
    span(action.span);
    places({{"due", action.due}});
    json_.EndObject();
  }

  void link(const Link& link) {
    json_.StartObject();
    text("text", link.text);
    text("href", link.href);
    span(link.span);
    json_.EndObject();
  }

  void attachment(const Attachment& attachment) {
    json_.StartObject();
    text("label", attachment.label);
    text("description", attachment.description);
    texts("items", attachment.items);
    span(attachment.span);
    json_.EndObject();
  }

  void known_person(const KnownPerson& person) {
    json_.StartObject();
    text("name", person.name);
    texts("aliases", person.aliases);
    text("title", person.title);
    texts("affiliations", person.affiliations);
    number("mentions", person.mentions);
    span(person.span);
    json_.EndObject();
  }

  void spanned_text(const Text& residue) {
    json_.StartObject();
    text("text", residue.text);
    span(residue.span);
    json_.EndObject();
  }

  void diagnostic(const Diagnostic& diagnostic) {
    json_.StartObject();
    text("id", diagnostic.id);
    text("severity", to_string(diagnostic.severity));
    text("message", valid_utf8(diagnostic.message));
    span(diagnostic.span);
    json_.EndObject();
  }

  Json& json_;
};

}  // namespace

void append_json_document(const Minutes& minutes, JsonLayout layout, std::string& out) {
  // Minutes become five times their size; what is larger grows step by step.
  rapidjson::StringBuffer buffer(nullptr, std::clamp<std::size_t>(5 * minutes.source.bytes, 1 << 10, 1 << 20));
  if (layout == JsonLayout::pretty) {
    Pretty json(buffer);
    json.SetIndent(' ', 2);
    DocumentWriter(json).minutes(minutes);
  } else {
    Compact json(buffer);
    DocumentWriter(json).minutes(minutes);
  }
  out.reserve(out.size() + buffer.GetSize() + 1);  // and a line end
  out.append(buffer.GetString(), buffer.GetSize());
}

}  // namespace protokoll
