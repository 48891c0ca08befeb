#include <algorithm>
#include <stdexcept>

#include "plugins.hpp"
#include "protokoll/names.hpp"
#include "protokoll/protokoll.hpp"
#include "writers/writer.hpp"

namespace protokoll {
namespace {

const Writer& find_writer(std::string_view format) {
  const auto writers = plugins::writers();
  const auto named = std::find_if(writers.begin(), writers.end(), [&](const Writer* writer) { return same_name(writer->name, format); });
  if (named != writers.end()) return **named;
  std::vector<std::string_view> names;
  for (const auto* writer : writers) names.push_back(writer->name);
  throw std::invalid_argument(unknown_name("format", format, names));
}

}  // namespace

std::string write(const Minutes& minutes, std::string_view format, const WriteOptions& options) {
  std::string out;
  find_writer(format).write(minutes, options, out);
  return out;
}

std::string header(std::string_view format, const WriteOptions& options) {
  std::string out;
  const auto& writer = find_writer(format);
  if (writer.header) writer.header(options, out);
  return out;
}

void prepare_for(std::string_view format, ReadOptions& options) {
  if (!find_writer(format).shows_document) return;
  options.printed = true;
  options.explain = true;
}

std::string schema() {
  for (const auto& resource : plugins::schemas())
    if (resource.name == "protokoll-1") return std::string(resource.content);
  return {};
}

std::vector<Entry> formats() {
  std::vector<Entry> entries;
  for (const auto* writer : plugins::writers()) entries.push_back({writer->name, writer->summary, writer->extension, writer->one_a_file});
  return entries;
}

}  // namespace protokoll
