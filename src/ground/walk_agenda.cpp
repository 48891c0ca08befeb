#include <algorithm>

#include "facts/items/attachments.hpp"
#include "ground/deeds.hpp"
#include "ground/walk.hpp"
#include "words/text.hpp"

namespace protokoll::grounds {
namespace {

std::string text_of(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  return found != object.MemberEnd() && found->value.IsString() ? std::string(found->value.GetString(), found->value.GetStringLength()) : std::string();
}

}  // namespace

// In the order in which item() comes by.
void Walk::collect(Json& list, std::vector<GivenItem>& given) const {
  for (auto& entry : list.GetArray()) {
    if (!entry.IsObject()) continue;
    GivenItem item{text_of(entry, "number"), text_of(entry, "title"), {}};
    constexpr std::size_t most = 8;
    for (const auto* key : {"decisions", "actions"}) {
      const auto facts = entry.FindMember(key);
      if (facts == entry.MemberEnd() || !facts->value.IsArray()) continue;
      for (const auto& fact : facts->value.GetArray())
        if (fact.IsObject() && item.texts.size() < most) item.texts.push_back(text_of(fact, "text"));
    }
    given.push_back(std::move(item));
    const auto nested = entry.FindMember("items");
    if (nested != entry.MemberEnd() && nested->value.IsArray()) collect(nested->value, given);
  }
}

void Walk::agenda(Node& node) {
  if (auto* list = node.array("agenda")) {
    collect(*list, given_);
    matched_ = match_items(given_, scene_);
    node.each("agenda", [&](Node& entry) { return item(entry); });
  }
}

bool Walk::item(Node& node) {
  const auto& given = given_[next_item_];
  const auto& matched = matched_[next_item_++];
  const auto number = node.text("number");
  const auto title = node.text("title");
  const auto title_verdict = title ? ground_title(given, matched, texts_, scene_) : Verdict{};
  auto number_title = title_verdict;
  if (!title && matched.read) number_title = {Grounding::derived, scene_.index().range(matched.title_place)};
  if (number) {
    auto verdict = ground_number(*number, matched, number_title, scene_);
    // All that the minutes call the item by.
    if (!title && !verdict.stands())
      if (auto found = texts_.exact(*number, {matched.title_place})) verdict = *found;
    node.judge("number", *number, verdict);
  }
  if (const auto label = node.text("label")) {
    const auto within = matched.read ? scene_.of_bytes(matched.read->item->label.span) : Stretch{};
    const auto wide = within.empty() ? matched.extent : matched.title_place;
    node.judge("label", *label, texts_.ground(*label, {wide, {within}}));
  }
  if (title) node.judge("title", *title, title_verdict);
  node.keep("title_runs");
  if (auto* comparing = node.record().comparing) {
    const Said said{"item", node.pointer(), given.number + (given.number.empty() || given.title.empty() ? "" : " ") + given.title, title ? title_verdict : number_title};
    if (matched.read) comparing->met(said, matched.read->item, in_a_line(*matched.read->item), matched.read->item->span, matched.read->number, !title || title_verdict.stands());
    else comparing->only_in_answer(said, 0);
  }
  const Home home{matched.read, matched.extent};
  stated(node, "subtitle", {home.within, {matched.title_place}});
  if (matched.read) node.place(matched.read->item->span);
  else if (title_verdict.stands()) node.place(title_verdict.place);
  const auto presenter = [&](std::string_view name) {
    static const std::vector<Person> nobody;
    return people_.near(name, home.within, matched.read ? matched.read->item->presenters : nobody);
  };
  node.each(
      "presenters",
      [&](Node& entry) {
        const auto name = entry.text("name");
        return name ? person(entry, presenter(*name), *name) : entry.finish();
      },
      [&](std::string_view name, std::size_t at) {
        const auto verdict = presenter(name);
        node.judge_entry("presenters", at, name, verdict);
        return verdict.stands() || !strict_;
      });
  if (const auto status = node.text("status")) node.judge("status", *status, ground_status(*status, matched.read, matched.extent, scene_));
  if (const auto is_public = node.flag("public")) node.judge("public", *is_public ? "true" : "false", ground_public(*is_public, matched.read, scene_));
  item_texts(node, home);
  facts(node, home);
  labels(node, "attachments", home);
  node.each("links", [&](Node& entry) { return link(entry, home); });
  node.each("items", [&](Node& entry) { return item(entry); });
  static_cast<void>(node.finish());
  return true;
}

void Walk::item_texts(Node& node, const Home& home) {
  if (const auto language = node.text("language")) {
    const bool same = home.item && home.item->item->language == *language;
    node.judge("language", *language, same ? Verdict{Grounding::derived} : Verdict{Grounding::missing, {}, {}, "nothing says that this item is in another language"});
  }
  node.each("sections", [&](Node& entry) { return section(entry, home); });
}

bool Walk::section(Node& node, const Home& home) {
  node.keep("kind");
  stated(node, "heading", {home.within});
  node.each("blocks", [&](Node& entry) { return block(entry, home); });
  return node.finish();
}

bool Walk::block(Node& node, const Home& home) {
  for (const auto* key : {"type", "runs", "heading", "ordered", "depths", "done", "item_runs", "item_spans", "row_runs", "row_spans"}) node.keep(key);
  if (const auto text = node.text("text"); text && !text->empty()) node.judge_main("text", *text, texts_.ground(*text, {home.within}));
  texts_in(node, "items", {home.within});
  rows(node, home);
  return node.finish();
}

void Walk::rows(Node& node, const Home& home) {
  auto* rows = node.array("rows");
  if (rows == nullptr) return;
  std::size_t row_number = 0;
  for (auto& row : rows->GetArray()) {
    const auto key = "rows/" + std::to_string(row_number++);
    if (!row.IsArray()) continue;
    std::size_t at = 0;
    for (auto& cell : row.GetArray()) {
      const auto place = at++;
      const std::string_view text = cell.IsString() ? std::string_view(cell.GetString(), cell.GetStringLength()) : std::string_view{};
      if (trim(text).empty()) continue;
      node.judge_cell(key, place, text, texts_.ground(text, {home.within}));
    }
  }
}

// "Anlage 4": the word in its basic form, by the code that reads them everywhere.
void Walk::labels(Node& node, const char* key, const Home& home) {
  const auto& read = scene_.minutes().attachments;
  node.each(key, [&](Node& entry) { return entry.finish(); },
            [&](std::string_view label, std::size_t at) {
              auto verdict = texts_.ground(label, {home.within});
              if (verdict.grounding != Grounding::exact) {
                const auto text = scene_.index().text(home.within);
                const auto known = std::find_if(read.begin(), read.end(), [&](const Attachment& attachment) { return attachment.label == label; });
                for (const auto& mention : find_attachments(text, scene_.language()))
                  if (mention.label == label) {
                    verdict = {Grounding::derived, scene_.context().range(mention.place)};
                    break;
                  }
                const bool of_item = home.item && std::find(home.item->item->attachments.begin(), home.item->item->attachments.end(), label) != home.item->item->attachments.end();
                if (!verdict.stands() && of_item && known != read.end()) verdict = {Grounding::derived, scene_.index().range(scene_.of_bytes(known->span))};
              }
              node.judge_entry(key, at, label, verdict);
              return verdict.stands() || !strict_;
            });
}

bool Walk::attachment(Node& node) {
  if (const auto label = node.text("label")) {
    auto verdict = texts_.ground(*label, {scene_.index().all()});
    for (const auto& read : scene_.minutes().attachments)
      if (!verdict.stands() && read.label == *label) verdict = {Grounding::derived, scene_.index().range(scene_.of_bytes(read.span))};
    node.judge_main("label", *label, verdict);
  }
  stated(node, "description", {scene_.index().all()});
  texts_in(node, "items", {scene_.index().all()});
  return node.finish();
}

bool Walk::link(Node& node, const Home& home) {
  node.keep("href");
  if (const auto text = node.text("text"); text && !trim(*text).empty()) node.judge_main("text", *text, texts_.ground(*text, {home.within}));
  return node.finish();
}

}  // namespace protokoll::grounds
