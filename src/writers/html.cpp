/// The document as a page for people: as printed, with what was recognised marked in its place, and lists of it that lead there. Works offline and
/// without script; with it a click shows a fact as JSON and what it was recognised by.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "writers/html/body.hpp"
#include "writers/html/facts.hpp"
#include "writers/html/marked_text.hpp"
#include "writers/support/json_document.hpp"
#include "writers/support/page.hpp"
#include "writers/support/text.hpp"
#include "writers/support/words.hpp"
#include "writers/writer.hpp"

namespace protokoll {
namespace {

using html_page::Fact;
using html_page::Kind;

/// Keys of words (languages/*.json, "writer"): of a kind's list, and of one of it.
struct KindWords {
  Kind kind;
  std::string_view many, one;
};
constexpr KindWords kind_words[] = {{Kind::item, "items", "item"},         {Kind::decision, "decisions", "decision"}, {Kind::vote, "votes", "vote"},
                                    {Kind::task, "actions", "action"},       {Kind::next, "next", "next"},              {Kind::person, "people", "person"},
                                    {Kind::presenter, "presenters", "presenters"}, {Kind::date, "dates", "date"},       {Kind::meeting, "meeting", "meeting"},
                                    {Kind::attachment, "attachments", "attachments"}, {Kind::residue, "residue", "residue"}, {Kind::finding, "findings", "finding"}};

std::string json_of(const std::vector<Diagnostic>& findings) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& finding : findings)
    list.push_back({{"id", finding.id}, {"severity", to_string(finding.severity)}, {"message", finding.message}, {"span", {finding.span.begin, finding.span.end}}});
  return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

class Page {
 public:
  Page(const Minutes& minutes, const WriteOptions& options, std::string& out)
      : minutes_(minutes), options_(options), out_(out), put_([&out](std::string_view text) { out += text; }), facts_(html_page::facts(minutes, *minutes.printed, options)) {}

  void write() {
    fill_page("document", put_, [this](std::string_view part) {
      if (part == "document") document();
      else if (part == "lists") lists();
      else if (part == "legend") legend();
      else if (part == "data") data();
      else if (part == "checked") out_ += options_.findings ? " class=\"checked\"" : "";
      else out_ += html(text(part));
    });
  }

 private:
  [[nodiscard]] std::string say(std::string_view key) const { return word(minutes_.language, key); }

  [[nodiscard]] std::string text(std::string_view part) const {
    if (part == "language") return minutes_.language;
    if (part == "name") return without_controls(minutes_.source.name);
    if (part == "title") return minutes_.meeting.title ? without_controls(one_line(minutes_.meeting.title.value)) : minutes_.source.name.empty() ? say("document") : text("name");
    if (part == "sha256") return minutes_.source.sha256;
    return say(part.substr(part.find('.') + 1));
  }

  /// A finding beside its place.
  [[nodiscard]] html_page::MarginNote note(const Fact& fact) const {
    const auto& finding = (*options_.findings)[static_cast<std::size_t>(std::stoul(fact.pointer.substr(1)))];
    return {fact.places.front().begin, fmt::format("<p class=\"note {0}\"><a href=\"#{1}\">{2}</a> <b>{0}</b> {3}</p>", to_string(finding.severity), fact.id, html(finding.id),
                                                   html(without_controls(finding.message)))};
  }

  void document() {
    std::vector<std::string> kinds;
    for (const auto& words : kind_words) kinds.push_back(say(words.one));
    html_page::MarkedText text(*minutes_.printed, facts_, kinds, out_);
    std::vector<html_page::MarginNote> notes;
    for (const auto& fact : facts_)
      if (fact.kind == Kind::finding) notes.push_back(note(fact));
    std::ranges::stable_sort(notes, {}, &html_page::MarginNote::place);
    html_page::Body(*minutes_.printed, text, notes, out_).write();
    text.finish();
  }

  /// A list of each kind in the order of the document; the agenda stands open.
  void lists() {
    for (const auto& words : kind_words) {
      std::vector<const Fact*> list;
      for (const auto& fact : facts_)
        if (fact.kind == words.kind) list.push_back(&fact);
      const bool finding = words.kind == Kind::finding && options_.findings;
      if (list.empty() && !finding) continue;
      // Items come as the agenda nests them.
      if (words.kind != Kind::item) std::ranges::stable_sort(list, {}, [](const Fact* fact) { return fact->places.empty() ? 0 : fact->places.front().begin; });
      const bool open = words.kind == Kind::item || finding;
      out_ += fmt::format("<details{}><summary><span class=\"sign {}\"></span>{} ({})</summary>\n", open ? " open" : "", html_page::name(words.kind), html(say(words.many)), list.size());
      out_ += list.empty() ? fmt::format("<p>{}</p>", html(say("nothing"))) : "<ul>\n";
      for (const auto* fact : list) entry(*fact);
      out_ += list.empty() ? "</details>\n" : "</ul></details>\n";
    }
  }

  void entry(const Fact& fact) {
    const auto title = html(fact.title.empty() ? std::string(html_page::name(fact.kind)) : fact.title);
    const auto language = fact.kind == Kind::finding ? " lang=\"en\"" : "";
    const auto depth = fact.depth > 0 ? fmt::format(" class=\"depth{}\"", std::min(fact.depth, 4)) : "";
    if (fact.places.empty()) out_ += fmt::format("<li id=\"list-{}\"{}{}>{}</li>\n", fact.id, depth, language, title);
    else out_ += fmt::format("<li id=\"list-{0}\"{1}{2}><a href=\"#{0}\">{3}</a></li>\n", fact.id, depth, language, title);
  }

  void legend() {
    for (const auto& words : kind_words)
      if (std::ranges::any_of(facts_, [&](const Fact& fact) { return fact.kind == words.kind; }))
        out_ += fmt::format("<li><span class=\"sign {0}\"></span><span class=\"{0}\">{1}</span></li>\n", html_page::name(words.kind), html(say(words.one)));
  }

  /// {"minutes": protokoll/1, "evidence": as `why` has it, "findings", "facts": [[pointer, kind, id, title, begin, end], …], "words"}.
  void data() {
    nlohmann::ordered_json words, facts = nlohmann::ordered_json::array();
    for (const auto* key : {"evidence", "nothing"}) words[key] = say(key);
    for (const auto& kind : kind_words) words[html_page::name(kind.kind)] = say(kind.one);
    for (const auto& fact : facts_) facts.push_back({fact.pointer, html_page::name(fact.kind), fact.id, fact.title, fact.span.begin, fact.span.end});
    std::string json;
    append_json_document(minutes_, JsonLayout::compact, json);
    out_ += fmt::format("{{\"minutes\":{},\n\"evidence\":[", script_json(json));
    std::string_view separator = "";
    for (const auto& evidence : minutes_.evidence) {
      if (!evidence.chosen) continue;
      auto counted = evidence;
      std::erase_if(counted.features, [](const WeighedFeature& feature) { return feature.value * feature.weight == 0; });
      out_ += separator;
      out_ += script_json(to_json(counted));
      separator = ",\n";
    }
    const auto dump = [](const nlohmann::ordered_json& value) { return script_json(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)); };
    out_ += fmt::format("],\n\"findings\":{},\n\"facts\":{},\n\"words\":{}}}", options_.findings ? script_json(json_of(*options_.findings)) : "[]", dump(facts), dump(words));
  }

  const Minutes& minutes_;
  const WriteOptions& options_;
  std::string& out_;
  Put put_;
  std::vector<Fact> facts_;
};

void write_html(const Minutes& minutes, const WriteOptions& options, std::string& out) {
  if (!minutes.printed) throw std::invalid_argument("html shows the document itself, which was not kept: it needs ReadOptions::printed");
  Page(minutes, options, out).write();
}

}  // namespace

extern const Writer writer_html;
const Writer writer_html{.name = "html", .summary = "a page for people: the document as printed, what was recognised marked in its place", .extension = "html",
                         .write = write_html, .shows_document = true, .one_a_file = true};

}  // namespace protokoll
