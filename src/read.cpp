#include <fmt/format.h>
#include <nettle/sha2.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "document/asides.hpp"
#include "document/builder.hpp"
#include "document/printed.hpp"
#include "languages/languages.hpp"
#include "minutes/analysis.hpp"
#include "plugins.hpp"
#include "protokoll/limits.hpp"
#include "protokoll/names.hpp"
#include "protokoll/protokoll.hpp"
#include "read.hpp"
#include "readers/reader.hpp"
#include "source/source.hpp"
#include "weights/weights.hpp"

namespace protokoll {
namespace {

std::string sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  std::string hex;
  for (const auto byte : digest) fmt::format_to(std::back_inserter(hex), "{:02x}", byte);
  return hex;
}

}  // namespace

const Reader& choose_reader(std::string_view text, std::string_view dialect) {
  const auto readers = plugins::readers();
  if (!same_name(dialect, "auto")) {
    const auto named = std::find_if(readers.begin(), readers.end(), [&](const Reader* reader) { return same_name(reader->name, dialect); });
    if (named != readers.end()) return **named;
    std::vector<std::string_view> names{"auto"};
    for (const auto* reader : readers) names.push_back(reader->name);
    throw std::invalid_argument(unknown_name("dialect", dialect, names));
  }
  // The surest reader wins; among equals the first by name, so that the choice never depends on the table's making.
  const Reader* best = nullptr;
  int best_score = -1;
  for (const auto* reader : readers) {
    const int score = reader->sniff(text);
    if (score > best_score) {
      best = reader;
      best_score = score;
    }
  }
  return *best;
}

namespace {

void analyse_in_its_language(const Document& document, const Source& source, const ReadOptions& options, Minutes& minutes) {
  const auto& languages = options.languages ? *options.languages : built_in_languages();
  const auto& declared = document.declared_language;
  if (same_name(options.language, "auto")) {
    const TextLanguages detected(languages, document.text);
    const auto main = detected.main(declared).in_region_of(declared);
    return analyse(document, source, {main, &detected}, options, minutes);
  }
  if (const auto* language = languages.find(options.language)) {
    const auto main = language->in_region_of(declared).in_region_of(options.language);
    return analyse(document, source, {main, nullptr}, options, minutes);
  }
  std::vector<std::string_view> names{"auto"};
  for (const auto& entry : languages.list()) names.push_back(entry.name);
  throw std::invalid_argument(unknown_name("language", options.language, names));
}

}  // namespace

Minutes read(std::string_view bytes, const ReadOptions& options) {
  Minutes minutes;
  minutes.source.name = options.name;
  minutes.source.bytes = bytes.size();
  minutes.source.sha256 = sha256(bytes);
  const auto used = bytes.substr(0, options.max_bytes);
  const Source source(used);
  minutes.source.encoding = source.encoding();
  const Reader& reader = choose_reader(source.text(), options.dialect);
  minutes.source.dialect = reader.name;
  minutes.diagnostics = source.diagnostics();
  if (used.size() < bytes.size())
    minutes.diagnostics.push_back({"too-large", Severity::error, fmt::format("document has {} bytes; only the first {} were read", bytes.size(), used.size()),
                                   {used.size(), bytes.size()}});

  Document document;
  DocumentBuilder builder(document, source.text());
  reader.read({0, source.text().size()}, builder);
  builder.end();
  if (options.printed) minutes.printed = std::make_shared<const PrintedDocument>(document, source);
  set_asides_apart(document);
  for (auto& diagnostic : document.diagnostics) {
    diagnostic.span = source.to_bytes(diagnostic.span);
    minutes.diagnostics.push_back(std::move(diagnostic));
  }
  analyse_in_its_language(document, source, options, minutes);
  limit(minutes.diagnostics);
  return minutes;
}

std::shared_ptr<const Questions> make_questions(const std::vector<std::pair<std::string, std::string>>& files) { return std::make_shared<const Questions>(files); }

Position position(std::string_view bytes, std::size_t byte) { return Source(bytes).position(byte); }

std::string_view version() { return PROTOKOLL_VERSION; }

std::vector<Entry> dialects() {
  std::vector<Entry> entries;
  for (const auto* reader : plugins::readers()) entries.push_back({reader->name, reader->summary, reader->extensions});
  return entries;
}

}  // namespace protokoll
