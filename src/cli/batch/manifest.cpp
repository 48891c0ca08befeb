#include "cli/batch/manifest.hpp"

#include <fmt/format.h>
#include <sys/file.h>

#include <cerrno>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/batch/digest.hpp"
#include "cli/command.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli::batch {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view outcomes[] = {"converted", "kept", "skipped", "failed"};

std::string first_line(std::string_view options) { return ordered_json{{"protokoll-manifest", 1}, {"options", options}}.dump() + "\n"; }

std::uint64_t from_hex(const std::string& text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

Entry parse(const std::string& line) {
  const auto json = ordered_json::parse(line);
  Entry entry;
  entry.name = json.at("name");
  entry.key = from_hex(json.at("key"));
  entry.output_key = from_hex(json.at("output"));
  entry.output_number = json.value("number", 0U);
  entry.digest = json.at("sha256");
  entry.outcome = static_cast<Outcome>(std::find(std::begin(outcomes), std::end(outcomes), json.at("outcome").get<std::string>()) - std::begin(outcomes));
  entry.findings = json.at("findings");
  entry.bytes = json.at("bytes");
  return entry;
}

}  // namespace

Entry entry_for(const Document& document) {
  return {escaped(document.found.path), hash64(document.found.path), hash64(document.output), document.output_number, document.digest,
          document.outcome, document.findings, document.text.size()};
}

ManifestReader::ManifestReader(const std::string& path, std::optional<std::string_view> options) : file_(path, std::ios::binary) {
  constexpr std::string_view any_options = "{\"protokoll-manifest\":1,";
  std::string line;
  usable_ = read_line(line) && (options ? line + "\n" == first_line(*options) : line.starts_with(any_options));
}

bool ManifestReader::read_line(std::string& line) {
  if (!std::getline(file_, line) || file_.eof()) return false;
  position_ += line.size() + 1;
  return true;
}

std::optional<Entry> ManifestReader::next() {
  const auto before = position_;
  std::string line;
  if (!usable_ || !read_line(line)) return std::nullopt;
  try {
    return parse(line);
  } catch (const nlohmann::json::exception&) {
    position_ = before;
    usable_ = false;
    return std::nullopt;
  }
}

GivenNames given_names(const std::string& path) {
  GivenNames names;
  ManifestReader reader(path, std::nullopt);
  while (const auto entry = reader.next())
    if (entry->outcome == Outcome::converted) names.add(entry->key, entry->output_key, entry->output_number);
  return names;
}

ManifestWriter::ManifestWriter(const std::string& path, std::string_view options, std::size_t keep) : path_(path), file_(open_file(path)) {
  if (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) throw Unusable(fmt::format("{}: another run is writing there", path));
  truncate(keep);
  if (keep > 0) return;
  pending_ = first_line(options);
  flush();
}

void ManifestWriter::add(const Entry& entry) {
  const ordered_json line{{"name", entry.name}, {"key", fmt::format("{:016x}", entry.key)}, {"output", fmt::format("{:016x}", entry.output_key)},
                          {"number", entry.output_number}, {"sha256", entry.digest}, {"outcome", outcomes[static_cast<std::size_t>(entry.outcome)]}, {"findings", entry.findings},
                          {"bytes", entry.bytes}};
  pending_ += line.dump() + "\n";
}

void ManifestWriter::flush() {
  write_all(file_, std::exchange(pending_, {}), path_);
}

Known::Known(const std::string& path, std::string_view options, std::size_t offset) : path_(path), options_(options), end_of_output_(offset) {
  ManifestReader reader(path, options);
  if (!reader.usable()) return;
  while (const auto entry = reader.next()) {
    if (entry->outcome == Outcome::converted)
      results_.insert_or_assign(entry->key, Result{entry->digest, entry->output_key, end_of_output_, entry->bytes, entry->findings});
    end_of_output_ += entry->bytes;
  }
  end_of_manifest_ = reader.position();
}

const Known::Result* Known::find(std::uint64_t key) const {
  const auto found = results_.find(key);
  return found == results_.end() ? nullptr : &found->second;
}

std::vector<std::string> Known::vanished() const {
  // Names are not held in memory; who has vanished is looked up again.
  std::set<std::string> names;
  ManifestReader reader(path_, options_);
  while (const auto entry = reader.next())
    if (!seen_.contains(entry->key)) names.insert(entry->name);
  return {names.begin(), names.end()};
}

}  // namespace protokoll::cli::batch
