#include "promises.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <vector>

#include "protokoll/limits.hpp"
#include "protokoll/report.hpp"
#include "source/encodings.hpp"

namespace protokoll::fuzz {
namespace {

void promise_text(std::string_view text, std::string_view format) {
  promise(is_utf8(text), "output is valid UTF-8", format);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool c1 = c == '\xC2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    const bool line_end = c == '\n' || (c == '\r' && (format.starts_with("csv") || format == "ics"));
    promise(line_end || c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && !c1), "output has no control characters", format);
  }
}

/// Fields of each record (RFC 4180).
std::vector<std::size_t> csv_widths(std::string_view csv, char separator) {
  std::vector<std::size_t> widths;
  std::size_t fields = 1;
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    if (csv[i] == '"') quoted = !quoted;
    if (quoted) continue;
    fields += csv[i] == separator;
    if (csv[i] != '\n') continue;
    promise(i > 0 && csv[i - 1] == '\r', "CSV records end with CRLF");
    widths.push_back(fields);
    fields = 1;
  }
  promise(!quoted && fields == 1, "CSV ends with a whole record");
  return widths;
}

void promise_csv(const Minutes& minutes) {
  for (const auto* rows : {"items", "decisions", "votes", "actions", "attachments", "people", "next"}) {
    for (const bool excel : {false, true}) {
      const WriteOptions options{.excel = excel, .rows = rows};
      const auto csv = header("csv", options) + write(minutes, "csv", options);
      promise_text(csv, "csv");
      const auto widths = csv_widths(csv, excel ? ';' : ',');
      promise(!widths.empty(), "CSV has a header", rows);
      for (const auto width : widths) promise(width == widths.front(), "CSV is rectangular", rows);
    }
  }
}

}  // namespace

void promise(bool holds, std::string_view what, std::string_view detail) {
  if (holds) return;
  fmt::print(stderr, "\nBROKEN PROMISE: {}: {}\n", what, escaped(detail));
  std::fflush(stderr);
  std::abort();
}

void promise_diagnostics(const std::vector<Diagnostic>& diagnostics, std::size_t bytes) {
  promise(diagnostics.size() <= max_diagnostics + 1, "diagnostics are bounded", std::to_string(diagnostics.size()));
  for (const auto& diagnostic : diagnostics) {
    promise(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= bytes, "a diagnostic lies in the document",
            fmt::format("{} {}-{} of {}", diagnostic.id, diagnostic.span.begin, diagnostic.span.end, bytes));
    promise(!diagnostic.id.empty() && !diagnostic.message.empty() && is_utf8(diagnostic.message), "a diagnostic says something", diagnostic.id);
  }
}

void promise_verified(std::string_view bytes, const Minutes& minutes, const ReadOptions& options) {
  const auto result = verify(bytes, minutes, options);
  promise(result.lost == 0 && result.invented == 0, "nothing lost, nothing invented",
          fmt::format("{} lost, {} invented: {}", result.lost, result.invented, result.first_difference));
  promise(result.false_spans == 0, "spans are true", result.first_false_span);
}

void promise_outputs(const Minutes& minutes) {
  for (const auto& format : formats())
    if (format.name != "csv") promise_text(header(format.name) + write(minutes, format.name), format.name);
  promise_csv(minutes);
  const auto pretty = nlohmann::json::parse(write(minutes, "json"), nullptr, false);
  const auto compact = write(minutes, "json", {.pretty = false});
  const auto line = write(minutes, "ndjson");
  promise(!pretty.is_discarded(), "JSON is valid");
  promise(pretty == nlohmann::json::parse(compact, nullptr, false), "compact JSON says the same");
  promise(pretty == nlohmann::json::parse(line, nullptr, false), "NDJSON says the same");
  promise(line.find('\n') == line.size() - 1, "NDJSON is one line");
}

void promise_checks(std::string_view bytes, const Minutes& minutes, const ReadOptions& options) {
  const CheckOptions every{.name = "x", .select = {"all"}};
  const auto result = check(bytes, minutes, every);
  promise_diagnostics(result.findings, bytes.size());
  const auto text = report("x", bytes, result.findings, true);
  promise(is_utf8(text), "a report is valid UTF-8");
  const auto fixed = apply_fixes(bytes, minutes.source.encoding, result.findings, FixLevel::safe);
  if (fixed.applied == 0) {
    promise(fixed.bytes == bytes, "without a fix nothing changes");
    return;
  }
  // A fix may make room for one that overlapped it; but there must be an end.
  auto now = fixed.bytes;
  for (int round = 0;; ++round) {
    const auto again = read(now, options);
    const auto next = apply_fixes(now, again.source.encoding, check(now, again, every).findings, FixLevel::safe);
    if (next.bytes == now) return;
    promise(round < 10, "fixes come to an end", now);
    now = next.bytes;
  }
}

void promise_road(std::string_view bytes) {
  const ReadOptions options{.name = "n\xC3\xA4me\x1b\xC2\x9B\n.txt", .observe = true, .explain = true, .printed = true};
  const auto minutes = read(bytes, options);
  promise_diagnostics(minutes.diagnostics, bytes.size());
  promise_verified(bytes, minutes, options);
  promise_outputs(minutes);
  promise_checks(bytes, minutes, options);
  promise(is_utf8(report("x", bytes, minutes.diagnostics)), "a report is valid UTF-8");
  promise(write(read(bytes, options), "json") == write(minutes, "json"), "same in, same out");
}

}  // namespace protokoll::fuzz
