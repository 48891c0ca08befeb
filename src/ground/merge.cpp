#include "ground/merge.hpp"

#include <rapidjson/pointer.h>

#include <map>
#include <set>
#include <string>
#include <tuple>

namespace protokoll::grounds {
namespace {

/// The list in which facts of a kind stand: of an item, or of the document.
const std::map<std::string_view, std::string_view>& lists() {
  static const std::map<std::string_view, std::string_view> all{{"decision", "decisions"}, {"task", "actions"}, {"vote", "votes"}, {"item", "agenda"},
                                                                 {"present", "/meeting/attendance/present"}, {"excused", "/meeting/attendance/excused"},
                                                                 {"absent", "/meeting/attendance/absent"}, {"guest", "/meeting/attendance/guests"},
                                                                 {"chair", "/meeting/chair"}, {"secretary", "/meeting/secretary"}, {"next", "/meeting/next"}};
  return all;
}

class Merger {
 public:
  Merger(const Json& answer, const std::vector<Comparison>& comparisons, rapidjson::Document& read) : answer_(answer), comparisons_(comparisons), read_(read) {}

  void merge() {
    for (const auto& comparison : comparisons_)
      if (comparison.who == Comparison::Who::both || comparison.who == Comparison::Who::differ) shared_.insert({comparison.kind, comparison.span.begin, comparison.span.end});
    if (read_.HasMember("agenda")) items(read_["agenda"]);
    for (const auto& [kind, list] : lists()) {
      if (kind == "item") continue;
      const auto path = list.starts_with('/') ? std::string(list) : '/' + std::string(list);
      if (auto* facts = rapidjson::Pointer(path.c_str()).Get(read_); facts != nullptr && facts->IsArray()) sign(*facts, kind);
    }
    sign_single();
    for (const auto& comparison : comparisons_)
      if (comparison.who == Comparison::Who::answer && comparison.grounded && lists().contains(comparison.kind)) add(comparison);
  }

 private:
  void items(Json& list) {
    for (auto& item : list.GetArray()) {
      items_.push_back(&item);
      if (item.HasMember("items")) items(item["items"]);
    }
    sign(list, "item");
    for (auto& item : list.GetArray())
      for (const auto* kind : {"decision", "task", "vote"})
        if (const auto facts = item.FindMember(std::string(lists().at(kind)).c_str()); facts != item.MemberEnd()) sign(facts->value, kind);
  }

  void sign(Json& facts, std::string_view kind) {
    for (auto& fact : facts.GetArray()) {
      const auto span = fact.FindMember("span");
      const bool both = span != fact.MemberEnd() && span->value.IsArray() && span->value.Size() == 2 &&
                        shared_.contains({std::string(kind), span->value[0].GetUint64(), span->value[1].GetUint64()});
      if (const auto by = fact.FindMember("by"); by != fact.MemberEnd()) by->name.SetString("sign");
      fact.AddMember("by", Json(both ? "both" : "tool", read_.GetAllocator()), read_.GetAllocator());
    }
  }

  /// Values that a meeting has once: an object that says by whom each is; what only the answer has is added.
  void sign_single() {
    auto& allocator = read_.GetAllocator();
    Json by(rapidjson::kObjectType);
    for (const auto& comparison : comparisons_) {
      if (comparison.item != 0 || lists().contains(comparison.kind)) continue;
      if (comparison.who == Comparison::Who::answer && comparison.grounded)
        if (const auto* value = rapidjson::Pointer(comparison.pointer.c_str()).Get(answer_); value != nullptr) read_["meeting"].AddMember(Json(comparison.kind.c_str(), allocator), Json(*value, allocator), allocator);
      const auto* who = comparison.who == Comparison::Who::both ? "both" : comparison.who == Comparison::Who::answer ? "answer" : "tool";
      if (comparison.who != Comparison::Who::answer || comparison.grounded) by.AddMember(Json(comparison.kind.c_str(), allocator), Json(who, allocator), allocator);
    }
    if (by.MemberCount() > 0) read_["meeting"].AddMember("by", by, allocator);
  }

  void add(const Comparison& comparison) {
    const auto* value = rapidjson::Pointer(comparison.pointer.c_str()).Get(answer_);
    if (value == nullptr) return;
    auto& allocator = read_.GetAllocator();
    Json fact(*value, allocator);
    if (fact.IsString()) fact = Json(rapidjson::kObjectType).AddMember("name", Json(*value, allocator), allocator);
    if (!fact.IsObject()) return;
    leave_what_holds(fact);
    fact.RemoveMember("by");
    fact.AddMember("by", "answer", allocator);
    const auto list = lists().at(comparison.kind);
    auto* home = comparison.item > 0 && !list.starts_with('/') && comparison.kind != "item" ? items_[static_cast<std::size_t>(comparison.item) - 1] : nullptr;
    if (home != nullptr) {
      const std::string key(list);
      if (!home->HasMember(key.c_str())) home->AddMember(Json(key.c_str(), allocator), Json(rapidjson::kArrayType), allocator);
      (*home)[key.c_str()].PushBack(fact, allocator);
      return;
    }
    const auto path = list.starts_with('/') ? std::string(list) : '/' + std::string(list);
    auto& facts = rapidjson::Pointer(path.c_str()).GetWithDefault(read_, Json(rapidjson::kArrayType));
    if (facts.IsArray()) facts.PushBack(fact, allocator);
    // The array may have moved what it holds.
    if (comparison.kind == "item") collect_again();
  }

  void collect_again() {
    items_.clear();
    const auto collect = [&](const auto& self, Json& list) -> void {
      for (auto& item : list.GetArray()) {
        const auto by = item.FindMember("by");
        if (by != item.MemberEnd() && by->value == "answer") continue;
        items_.push_back(&item);
        if (item.HasMember("items")) self(self, item["items"]);
      }
    };
    collect(collect, read_["agenda"]);
  }

  /// Without members whose grounding says that the document does not state them; facts of an item stand in the merged item already.
  void leave_what_holds(Json& fact) {
    if (const auto grounding = fact.FindMember("grounding"); grounding != fact.MemberEnd() && grounding->value.IsObject())
      for (const auto& mark : grounding->value.GetObject())
        if (mark.value.IsString() && mark.value != "exact" && mark.value != "derived") fact.RemoveMember(mark.name);
    for (const auto* key : {"decisions", "votes", "actions", "items", "sections"}) fact.RemoveMember(key);
    if (const auto vote = fact.FindMember("vote"); vote != fact.MemberEnd() && vote->value.IsObject()) leave_what_holds(vote->value);
  }

  const Json& answer_;
  const std::vector<Comparison>& comparisons_;
  rapidjson::Document& read_;
  std::vector<Json*> items_;  // in the order of the text, nested ones too
  std::set<std::tuple<std::string, std::uint64_t, std::uint64_t>> shared_;
};

}  // namespace

void merge(const Json& answer, const std::vector<Comparison>& comparisons, rapidjson::Document& read) { Merger(answer, comparisons, read).merge(); }

}  // namespace protokoll::grounds
