#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/batch/print_each.hpp"
#include "cli/command.hpp"
#include "cli/option.hpp"
#include "protokoll/protokoll.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  batch::Options batch;
  ReadFlags read;
  std::string format = "text";
  std::string item;  // number as printed; empty: all of them and the rest
  bool all = false;
};

// The first item that prints a number, "3" or "2.1"; nullptr if none does.
const AgendaItem* find_item(const std::vector<AgendaItem>& items, std::string_view number) {
  for (const auto& item : items) {
    if (item.number.value == number) return &item;
    if (const auto* inner = find_item(item.items, number)) return inner;
  }
  return nullptr;
}

// What is to be shown of a document.
std::vector<const Evidence*> selected(const Minutes& minutes, const Options& options) {
  const auto* item = options.item.empty() ? nullptr : find_item(minutes.agenda, options.item);
  std::vector<const Evidence*> found;
  for (const auto& evidence : minutes.evidence) {
    const bool inside = options.item.empty() || (item && evidence.span.begin < evidence.span.end && evidence.span.begin >= item->span.begin && evidence.span.end <= item->span.end);
    if (inside && (options.all || evidence.chosen)) found.push_back(&evidence);
  }
  return found;
}

std::string as_json(const std::string& name, const Minutes& minutes, const Options& options) {
  std::string list;
  for (const auto* evidence : selected(minutes, options)) list += (list.empty() ? "" : ",") + to_json(*evidence);
  return fmt::format("{{\"name\":{},\"evidence\":[{}]}}\n", nlohmann::json(name).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), list);
}

std::string as_text(const Minutes& minutes, const Options& options) {
  std::string text;
  if (!options.item.empty() && !find_item(minutes.agenda, options.item)) return fmt::format("no item has the number {}\n", escaped(options.item));
  for (const auto* evidence : selected(minutes, options)) {
    text += fmt::format("{} {:.2f}{} {}\n", evidence->question, evidence->probability, evidence->chosen ? "" : " (not chosen)", escaped(evidence->text));
    auto features = evidence->features;
    std::stable_sort(features.begin(), features.end(), [](const auto& a, const auto& b) { return std::abs(a.value * a.weight) > std::abs(b.value * b.weight); });
    for (const auto& feature : features)
      if (feature.weight != 0) text += fmt::format("  {:+.2f}  {}{}\n", feature.value * feature.weight, escaped(feature.name), feature.value == 1 ? "" : fmt::format(" = {:.2f}", feature.value));
  }
  return text;
}

int run(Options& options, Session& session) {
  const auto work = [&options](batch::Document& document) {
    auto read_options = options.read.options;
    read_options.name = document.found.path;
    read_options.explain = true;
    const auto minutes = read(document.bytes, read_options);
    document.text = options.format == "json" ? as_json(document.found.path, minutes, options) : as_text(minutes, options);
  };
  return batch::print_each(options.batch, options.read, "explained", work, session).status;
}

}  // namespace

extern const Command command_why;
const Command command_why{
    "why", "Show what items, decisions, votes and tasks were recognised by, and what lost",
    "  protokoll why minutes.html\n"
    "  protokoll why minutes.html --item 3\n"
    "  protokoll why minutes.html --all --to json | jq '.evidence[] | select(.question == \"opener\")'",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      batch::declare(app, options->batch);
      option(app, "--to", options->format, "text, or json: a line for each document").shown_as("FORMAT").one_of("format", {"text", "json"});
      option(app, "--item", options->item, "Only what stands in the item of this number (\"3\", \"2.1\")").shown_as("N");
      flag(app, "--all", options->all, "Also what was weighed and not chosen");
      declare(app, options->read);
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli
