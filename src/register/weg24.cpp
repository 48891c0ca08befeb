#include <fmt/format.h>

#include <vector>

#include "register/page.hpp"
#include "writers/support/words.hpp"

namespace protokoll::registers {
namespace {

constexpr std::string_view select =
    "SELECT number, date, location, text, outcome, amended_by, repealed_by, missing, document FROM weg_24 ORDER BY number";
enum Column { number, date, location, text, outcome, amended_by, repealed_by, missing, document };

/// What the collection says beside a resolution's words: what became of it, and what the minutes lack.
struct Notes {
  std::string became, lacks;
};

Notes notes(const Statement& row, const std::string& language) {
  Notes notes;
  for (const auto& [column, key] : {std::pair(amended_by, "amended_by"), std::pair(repealed_by, "repealed_by")})
    if (!row.is_null(column)) notes.became += fmt::format("{}{} {}", notes.became.empty() ? "" : "; ", word(language, key), row.text(column));
  auto rest = row.text(missing);
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (end > 0) notes.lacks += fmt::format("{}{}", notes.lacks.empty() ? "" : ", ", word(language, rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return notes;
}

std::string cell(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
  std::string quoted = "\"";
  for (const char c : value) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

}  // namespace

void write_weg24_csv(Database& database, const Put& put) {
  const auto language = main_language(database);
  put("number,date,location,text,outcome,note,missing,document\r\n");
  Statement row(database, select);
  for (bool found = row.run(); found; found = row.step()) {
    const auto said = notes(row, language);
    put(fmt::format("{},{},{},{},{},{},{},{}\r\n", row.text(number), cell(row.text(date)), cell(row.text(location)), cell(row.text(text)),
                    row.text(outcome), cell(said.became), cell(said.lacks), cell(row.text(document))));
  }
}

void write_weg24_page(Database& database, const Put& put) {
  const auto language = main_language(database);
  const auto say = [&](std::string_view key) { return html(word(language, key)); };
  put(fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{}</title>\n<style>\n"
      "body {{ font: 1rem/1.4 serif; margin: 1rem; }}\ntable {{ border-collapse: collapse; width: 100%; }}\nth, td {{ border: 1px solid; padding: "
      ".3rem; text-align: start; "
      "vertical-align: top; overflow-wrap: anywhere; }}\nstrong {{ display: block; }}\n@media print {{ body {{ font-size: 10pt; margin: 0; }} tr {{ "
      "break-inside: avoid; }} "
      "thead {{ display: table-header-group; }} }}\n</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<table>\n<thead><tr>",
      html(language), say("collection"), say("collection")));
  for (const auto* key : {"number", "date", "location", "text", "outcome", "note"}) put(fmt::format("<th scope=\"col\">{}</th>", say(key)));
  put("</tr></thead>\n<tbody>\n");
  Statement row(database, select);
  for (bool found = row.run(); found; found = row.step()) {
    const auto said = notes(row, language);
    const auto lacks = said.lacks.empty() ? std::string() : fmt::format("<strong>{}: {}</strong>", say("missing"), html(said.lacks));
    put(fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}{}</td></tr>\n", row.text(number), html(row.text(date)),
                    html(row.text(location)), html(row.text(text)), row.is_null(outcome) ? "" : say(row.text(outcome)), html(said.became), lacks));
  }
  put("</tbody>\n</table>\n</main>\n</body>\n</html>\n");
}

}  // namespace protokoll::registers
