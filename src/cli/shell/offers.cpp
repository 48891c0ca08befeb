#include "cli/shell/offers.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>

#include "cli/check/report.hpp"
#include "protokoll/check.hpp"
#include "protokoll/diff.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::cli::shell {
namespace {

using Offers = std::vector<Offer>;

template <class List>
Offers offers_of(const List& list) {
  Offers offers;
  for (const auto& entry : list) offers.push_back({std::string(entry.name), std::string(entry.summary)});
  return offers;
}

Offers formats_of_convert() { return offers_of(formats()); }
Offers outputs_of_diff() { return offers_of(diff_formats()); }
Offers all_dialects() { return offers_of(dialects()); }
Offers dialects_and_records() {
  auto offers = all_dialects();
  offers.push_back({"ndjson", "Records with name and text"});
  return offers;
}
Offers all_languages() { return offers_of(Languages().list()); }
Offers all_profiles() { return offers_of(profiles()); }

Offers all_reports() {
  Offers offers;
  for (const auto* report : reports()) offers.push_back({std::string(report->name), std::string(report->summary)});
  return offers;
}

Offers all_rules() {
  Offers offers;
  for (const auto& rule : rules()) {
    offers.push_back({std::string(rule.id), std::string(rule.summary)});
    offers.push_back({std::string(rule.name), std::string(rule.summary)});
  }
  return offers;
}

Offers when() { return {{"auto", ""}, {"always", ""}, {"never", ""}}; }
Offers severities() { return {{"note", ""}, {"warning", ""}, {"error", ""}}; }
Offers pages_of_rules() { return {{"text", ""}, {"json", ""}, {"markdown", ""}}; }
Offers text_or_json() { return {{"text", ""}, {"json", ""}}; }
Offers schemas() { return {{"json", ""}, {"sql", ""}}; }
Offers registers() { return {{"sqlite", ""}, {"html", ""}, {"weg-24", ""}}; }
Offers rows() { return {{"items", ""}, {"decisions", ""}, {"votes", ""}, {"actions", ""}, {"attachments", ""}, {"people", ""}, {"next", ""}}; }
Offers shells() { return {{"bash", ""}, {"fish", ""}, {"zsh", ""}}; }

struct Row {
  std::string_view command;  // empty: any
  std::string_view option;
  Kind kind;
  Offers (*offers)();
};

constexpr std::array table{
    Row{"convert", "--to", Kind::words, formats_of_convert},
    Row{"convert", "--from", Kind::words, dialects_and_records},
    Row{"convert", "--rows", Kind::words, rows},
    Row{"check", "--to", Kind::words, all_reports},
    Row{"check", "--min-severity", Kind::words, severities},
    Row{"rules", "--to", Kind::words, pages_of_rules},
    Row{"why", "--to", Kind::words, text_or_json},
    Row{"schema", "--to", Kind::words, schemas},
    Row{"diff", "--to", Kind::words, outputs_of_diff},
    Row{"register", "--to", Kind::words, registers},
    Row{"register", "--from", Kind::words, dialects_and_records},
    Row{"explain", "RULE", Kind::words, all_rules},
    Row{"completions", "SHELL", Kind::words, shells},
    Row{"", "--from", Kind::words, all_dialects},
    Row{"", "--language", Kind::words, all_languages},
    Row{"", "--profile", Kind::words, all_profiles},
    Row{"", "--select", Kind::lists, all_rules},
    Row{"", "--ignore", Kind::lists, all_rules},
    Row{"", "--color", Kind::words, when},
    Row{"", "--progress", Kind::words, when},
};

bool has_name(const CLI::Option& option, std::string_view name) {
  const auto bare = name.starts_with("--") ? name.substr(2) : name;
  const auto& names = option.get_lnames();
  return (option.get_positional() && option.get_name() == name) || std::find(names.begin(), names.end(), bare) != names.end();
}

}  // namespace

Value value_of(const CLI::App& command, const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return {};
  for (const auto& row : table)
    if ((row.command.empty() || row.command == command.get_name()) && has_name(option, row.option)) return {row.kind, row.offers()};
  const auto& text = option.get_option_text();
  const bool file = text == "PATH" || text == "FILE" || has_name(option, "FILE");
  return {file ? Kind::files : Kind::any, {}};
}

}  // namespace protokoll::cli::shell
