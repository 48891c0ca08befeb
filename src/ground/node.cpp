#include "ground/node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace protokoll::grounds {
namespace {

/// Of every object: signs and places that are the tool's own and say nothing of the minutes.
constexpr std::array<std::string_view, 8> own_words = {"span", "spans", "by", "confidence", "printed", "reasons", "grounding", "schema"};

std::string_view view(const Json& text) { return {text.GetString(), text.GetStringLength()}; }

/// RFC 6901: '~' and '/' are spelled.
std::string token(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

std::string_view type_of(const Json& value) {
  switch (value.GetType()) {
    case rapidjson::kNullType: return "null";
    case rapidjson::kFalseType:
    case rapidjson::kTrueType: return "true or false";
    case rapidjson::kObjectType: return "an object";
    case rapidjson::kArrayType: return "an array";
    case rapidjson::kStringType: return "a text";
    case rapidjson::kNumberType: return "a number";
  }
  return "something else";
}

}  // namespace

std::string Node::pointer(std::string_view key) const { return pointer_ + '/' + token(key); }

Json* Node::member(const char* key) {
  known_.emplace_back(key);
  const auto found = json_.FindMember(key);
  return found == json_.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

void Node::wrong(const char* key, std::string_view wanted) {
  const auto& value = json_[key];
  const Verdict verdict{Grounding::missing, {}, {}, fmt::format("is {} where {} is expected", type_of(value), wanted)};
  judge(key, value.IsString() ? view(value) : type_of(value), verdict);
}

std::optional<std::string> Node::text(const char* key) {
  const auto* value = member(key);
  if (value == nullptr) return std::nullopt;
  if (value->IsString()) return std::string(view(*value));
  wrong(key, "a text");
  return std::nullopt;
}

std::optional<int> Node::number(const char* key) {
  const auto* value = member(key);
  if (value == nullptr) return std::nullopt;
  if (value->IsInt()) return value->GetInt();
  wrong(key, "a whole number");
  return std::nullopt;
}

std::optional<bool> Node::flag(const char* key) {
  const auto* value = member(key);
  if (value == nullptr) return std::nullopt;
  if (value->IsBool()) return value->GetBool();
  wrong(key, "true or false");
  return std::nullopt;
}

Json* Node::object(const char* key) {
  auto* value = member(key);
  if (value == nullptr || value->IsObject()) return value;
  wrong(key, "an object");
  return nullptr;
}

Json* Node::array(const char* key) {
  auto* value = member(key);
  if (value == nullptr || value->IsArray()) return value;
  wrong(key, "an array");
  return nullptr;
}

void Node::note(const std::string& pointer, std::string_view value, const Verdict& verdict) {
  const auto& scene = record_.scene;
  GroundedValue grounded{pointer, std::string(value), verdict.grounding, {}, {}, verdict.note};
  if (!verdict.place.empty()) grounded.span = scene.bytes(verdict.place);
  if (!verdict.elsewhere.empty()) grounded.elsewhere = scene.bytes(verdict.elsewhere);
  if (verdict.grounding == Grounding::missing && scene.index().exhausted()) {
    ++record_.result.unchecked;
    grounded.note = "not looked for: the answer asks for more comparing than its document is worth";
  }
  record_.result.values.push_back(std::move(grounded));
}

void Node::judge(const char* key, std::string_view value, Verdict verdict) {
  note(pointer(key), value, verdict);
  marks_.push_back({key, verdict.grounding, verdict.place});
}

void Node::judge_main(const char* key, std::string_view value, Verdict verdict) {
  note(pointer(key), value, verdict);
  if (!verdict.place.empty()) main_ = verdict.place;
  main_stands_ = verdict.stands();
  marks_.push_back({key, verdict.grounding, {}});
}

void Node::judge_entry(const char* key, std::size_t at, std::string_view value, const Verdict& verdict) {
  note(fmt::format("{}/{}", pointer(key), at), value, verdict);
  auto list = std::find_if(lists_.begin(), lists_.end(), [&](const auto& other) { return other.first == key; });
  if (list == lists_.end()) list = lists_.insert(lists_.end(), {key, {}});
  list->second.push_back(verdict.grounding);
}

Json Node::pair(Span span) const {
  Json pair(rapidjson::kArrayType);
  pair.PushBack(Json(std::uint64_t{span.begin}), record_.allocator).PushBack(Json(std::uint64_t{span.end}), record_.allocator);
  return pair;
}

void Node::set(const char* key, Json value) {
  json_.RemoveMember(key);
  json_.AddMember(Json(key, record_.allocator), value, record_.allocator);
}

void Node::write_spans() {
  json_.RemoveMember("span");
  json_.RemoveMember("spans");
  json_.RemoveMember("printed");
  if (main_span_ && !main_span_->empty()) set("span", pair(*main_span_));
  else if (main_ && !main_->empty()) set("span", pair(record_.scene.bytes(*main_)));
  Json spans(rapidjson::kObjectType), printed(rapidjson::kObjectType);
  for (const auto& mark : marks_) {
    if (mark.place.empty() || !(holds(mark.grounding) || !record_.strict)) continue;
    spans.AddMember(Json(mark.key.c_str(), record_.allocator), pair(record_.scene.bytes(mark.place)), record_.allocator);
    if (mark.grounding != Grounding::derived) continue;
    const auto words = Context::flat(record_.scene.context().view(mark.place));
    printed.AddMember(Json(mark.key.c_str(), record_.allocator), Json(words.c_str(), static_cast<rapidjson::SizeType>(words.size()), record_.allocator), record_.allocator);
  }
  if (spans.MemberCount() > 0) set("spans", std::move(spans));
  if (printed.MemberCount() > 0) set("printed", std::move(printed));
}

void Node::write_grounding() {
  const auto word = [&](Grounding grounding) { return Json(rapidjson::StringRef(to_string(grounding).data(), to_string(grounding).size())); };
  Json grounding(rapidjson::kObjectType);
  for (const auto& mark : marks_) {
    if (record_.strict && !holds(mark.grounding)) json_.RemoveMember(mark.key.c_str());
    else grounding.AddMember(Json(mark.key.c_str(), record_.allocator), word(mark.grounding), record_.allocator);
  }
  for (const auto& [key, marks] : lists_) {
    Json list(rapidjson::kArrayType), kept(rapidjson::kArrayType);
    const auto member = json_.FindMember(key.c_str());
    for (rapidjson::SizeType i = 0; i < marks.size(); ++i) {
      if (record_.strict && !holds(marks[i])) continue;
      list.PushBack(word(marks[i]), record_.allocator);
      if (member != json_.MemberEnd() && i < member->value.Size()) kept.PushBack(Json(member->value[i], record_.allocator), record_.allocator);
    }
    if (record_.strict && member != json_.MemberEnd()) member->value = kept;
    grounding.AddMember(Json(key.c_str(), record_.allocator), list, record_.allocator);
  }
  json_.RemoveMember("grounding");
  if (grounding.MemberCount() > 0) set("grounding", std::move(grounding));
}

void Node::note_unknown() {
  for (const auto& member : json_.GetObject()) {
    const auto key = view(member.name);
    const auto is_key = [&](std::string_view other) { return other == key; };
    if (std::none_of(known_.begin(), known_.end(), is_key) && std::none_of(own_words.begin(), own_words.end(), is_key)) record_.result.unknown.push_back(pointer(key));
  }
}

void Node::judge_cell(std::string_view path, std::size_t at, std::string_view value, const Verdict& verdict) {
  note(fmt::format("{}/{}/{}", pointer_, path, at), value, verdict);
}

bool Node::finish() {
  note_unknown();
  write_spans();
  write_grounding();
  return main_stands_;
}

void Node::each(const char* key, const std::function<bool(Node&)>& visit, const std::function<bool(std::string_view, std::size_t)>& visit_text) {
  auto* list = array(key);
  if (list == nullptr) return;
  const auto whole = pointer(key);
  std::size_t at = 0;
  std::vector<bool> kept;
  for (auto& entry : list->GetArray()) {
    const auto number = at++;
    if (entry.IsObject()) {
      Node node(entry, fmt::format("{}/{}", whole, number), record_);
      kept.push_back(visit(node));
    } else if (entry.IsString() && visit_text) {
      kept.push_back(visit_text(view(entry), number));
    } else {
      note(fmt::format("{}/{}", whole, number), entry.IsString() ? view(entry) : type_of(entry), {Grounding::missing, {}, {}, fmt::format("is {} where an object is expected", type_of(entry))});
      kept.push_back(false);
    }
  }
  if (!record_.strict) return;
  Json rest(rapidjson::kArrayType);
  for (rapidjson::SizeType i = 0; i < list->Size(); ++i)
    if (kept[i]) rest.PushBack((*list)[i], record_.allocator);
  *list = rest;
}

}  // namespace protokoll::grounds
