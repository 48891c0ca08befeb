#include "register/page.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "writers/support/page.hpp"
#include "writers/support/words.hpp"

namespace protokoll::registers {
namespace {

using Json = nlohmann::ordered_json;

std::string script(const Json& json) { return script_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)); }

/// The way from a page to a document as a URL; a name can be no scheme and no query in it.
std::string link(const std::string& document, const std::string& page) {
  namespace fs = std::filesystem;
  const auto from = fs::absolute(page).parent_path().lexically_normal();
  const auto path = fs::absolute(document).lexically_normal().lexically_relative(from).generic_string();
  std::string url = path.starts_with("..") ? "" : "./";
  for (const char c : path) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("/._-~").find(c) != std::string_view::npos;
    if (plain)
      url += c;
    else
      url += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return url;
}

class Page {
 public:
  Page(Database& database, std::string path, const AnnotatedPages& annotated, const Put& put)
      : database_(database), path_(std::move(path)), annotated_(annotated), put_(put), language_(main_language(database)) {}

  void write() {
    auto title = word(language_, "register");
    Statement organization(database_, "SELECT min(organization) FROM meeting HAVING count(DISTINCT organization) = 1");
    if (organization.run()) title += fmt::format(" – {}", organization.text(0));
    fill_page("register", put_, [&](std::string_view part) {
      if (part == "data")
        data();
      else
        put_(html(part == "title" ? title : language_));
    });
  }

 private:
  void data() {
    put_("{\"words\":" + script(words()));
    columns({"decisions", "tasks", "deferred_items"});
    rows("decisions",
         "SELECT meeting.date, coalesce(meeting.organization, meeting.series, ''), item.number, item.title, decision.text, decision.kind, "
         "coalesce(decision.outcome, vote.outcome), "
         "CASE WHEN vote.yes IS NOT NULL THEN vote.yes || ' : ' || coalesce(vote.no, '–') || ' : ' || coalesce(vote.abstain, '–') WHEN "
         "vote.unanimous THEN ?1 END, "
         "(SELECT group_concat(part.name, ', ') FROM part WHERE part.item = decision.item), 'decision-' || decision.span_begin, document.id "
         "FROM decision JOIN meeting ON meeting.id = decision.meeting JOIN document ON document.id = meeting.document LEFT JOIN item ON item.id = "
         "decision.item "
         "LEFT JOIN vote ON vote.decision = decision.id ORDER BY meeting.date DESC, document.name, decision.id");
    rows("tasks",
         "SELECT meeting.date, coalesce(meeting.organization, meeting.series, ''), open_tasks.number, open_tasks.item, open_tasks.text, "
         "open_tasks.due, open_tasks.who, 'task-' || open_tasks.span_begin, document.id "
         "FROM open_tasks JOIN task ON task.id = open_tasks.task JOIN meeting ON meeting.id = task.meeting JOIN document ON document.id = "
         "meeting.document "
         "WHERE ?1 IS NOT NULL ORDER BY open_tasks.due IS NULL, open_tasks.due, meeting.date, document.name, task.id");
    rows("deferred_items",
         "SELECT meeting.date, coalesce(meeting.organization, meeting.series, ''), deferred_items.number, deferred_items.title, 'item-' || deferred_items.span_begin, document.id FROM "
         "deferred_items "
         "JOIN item ON item.id = deferred_items.item JOIN meeting ON meeting.id = item.meeting JOIN document ON document.id = meeting.document "
         "WHERE ?1 IS NOT NULL ORDER BY meeting.date DESC, document.name, item.id");
    bodies();
    documents();
    people();
    put_("}");
  }

  [[nodiscard]] Json words() const {
    Json words;
    for (const auto* key : {"decisions", "tasks",    "deferred_items", "date",    "body",     "number",  "item",     "text",      "kind",
                            "outcome",   "vote",     "document",       "due",     "who",      "find",    "year",     "person",    "all",
                            "rows",      "nothing",  "page",           "back",    "forward",  "lists",   "decision", "agreement", "recommendation",
                            "noted",     "election", "discharge",      "adopted", "rejected", "deferred"})
      words[key] = word(language_, key);
    return words;
  }

  void columns(const std::vector<std::string>& lists) const {
    const std::map<std::string, Json> of{{"decisions", {"date", "body", "number", "item", "text", "kind", "outcome", "vote", "people", "place", "document"}},
                                         {"tasks", {"date", "body", "number", "item", "text", "due", "who", "place", "document"}},
                                         {"deferred_items", {"date", "body", "number", "item", "place", "document"}}};
    Json columns;
    for (const auto& list : lists) columns[list] = of.at(list);
    put_(",\"columns\":" + script(columns));
  }

  /// Rows as lists of values; the second is a body, the last a document.
  void rows(std::string_view list, std::string_view sql) {
    put_(fmt::format(",\"{}\":[", list));
    Statement found(database_, sql);
    const auto unanimous = word(language_, "unanimous");
    bool first = true;
    for (bool row = found.run(unanimous); row; row = found.step()) {
      Json values = Json::array();
      for (int column = 0; column < found.columns(); ++column) {
        if (column == 1)
          values.push_back(body(std::string(found.text(column))));
        else if (column + 1 == found.columns())
          values.push_back(document(found.number(column)));
        else
          values.push_back(found.is_null(column) ? Json() : Json(found.text(column)));
      }
      put_((first ? "" : ",\n") + script(values));
      first = false;
    }
    put_("]");
  }

  std::size_t body(const std::string& name) { return bodies_.emplace(name, bodies_.size()).first->second; }
  std::size_t document(std::int64_t id) { return documents_.emplace(id, documents_.size()).first->second; }

  void bodies() const {
    std::vector<std::string> names(bodies_.size());
    for (const auto& [name, at] : bodies_) names[at] = name.empty() ? "–" : name;
    put_(",\"bodies\":" + script(names));
  }

  void documents() {
    Json list = Json::array();
    std::vector<std::int64_t> ids(documents_.size());
    for (const auto& [id, at] : documents_) ids[at] = id;
    Statement found(database_, "SELECT name, language, sha256 FROM document WHERE id = ?1");
    for (const auto id : ids) {
      found.run(id);
      const std::string name(found.text(0));
      list.push_back({{"name", name}, {"href", link(name, path_)}, {"lang", found.text(1)}});
      if (const auto page = annotated_.find(found.text(2)); page != annotated_.end()) list.back()["page"] = link(page->second, path_);
    }
    put_(",\"documents\":" + script(list));
  }

  void people() {
    Json names = Json::array();
    Statement found(database_, "SELECT DISTINCT name FROM part WHERE name IS NOT NULL ORDER BY name");
    for (bool row = found.run(); row; row = found.step()) names.push_back(found.text(0));
    put_(",\"people\":" + script(names));
  }

  Database& database_;
  std::string path_;
  const AnnotatedPages& annotated_;
  const Put& put_;
  std::string language_;
  std::map<std::string, std::size_t> bodies_;
  std::map<std::int64_t, std::size_t> documents_;
};

}  // namespace

std::string main_language(const Database& database) {
  Statement language(database, "SELECT language FROM document WHERE language IS NOT NULL GROUP BY language ORDER BY count(*) DESC, language LIMIT 1");
  return language.run() ? std::string(language.text(0)) : "en";
}

void write_page(Database& database, const std::string& page, const AnnotatedPages& annotated, const Put& put) { Page(database, page, annotated, put).write(); }

}  // namespace protokoll::registers
