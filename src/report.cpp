#include "protokoll/report.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

#include "source/source.hpp"

namespace protokoll {
namespace {

struct CodePoint {
  utf8proc_int32_t value;  // negative: an invalid byte
  std::size_t size;
};

CodePoint code_point(std::string_view text) {
  utf8proc_int32_t value;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &value);
  return size > 0 ? CodePoint{value, static_cast<std::size_t>(size)} : CodePoint{-1, 1};
}

bool is_harmful(utf8proc_int32_t c) {
  const auto category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

std::string spelled(std::string_view text, CodePoint c) {
  if (c.value < 0) return fmt::format("\\x{:02x}", static_cast<unsigned char>(text[0]));
  if (!is_harmful(c.value)) return std::string(text.substr(0, c.size));
  return c.value < 0x80 ? fmt::format("\\x{:02x}", c.value) : fmt::format("\\u{:04x}", c.value);
}

/// Follows a document's findings from front to back, so that all of them together cost one pass.
class Cursor {
 public:
  explicit Cursor(const Source& source) : source_(source) {}

  /// `byte` must not be before that of the last call.
  Position move_to(std::size_t byte) {
    const auto target = std::max(source_.to_text(byte), offset_);
    for (const auto text = source_.text(); offset_ < target; ++offset_) {
      if (text[offset_] == '\n') {
        ++position_.line;
        position_.column = 1;
        line_ = offset_ + 1;
      } else {
        position_.column += (static_cast<unsigned char>(text[offset_]) & 0xC0) != 0x80;
      }
    }
    return position_;
  }

  [[nodiscard]] std::size_t offset() const { return offset_; }
  [[nodiscard]] std::size_t line() const { return line_; }

 private:
  const Source& source_;
  std::size_t offset_ = 0;
  std::size_t line_ = 0;
  Position position_;
};

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// The part of the line around the finding that fits a screen, and a caret with tildes under the finding.
std::string excerpt(std::string_view text, std::size_t line, std::size_t begin, std::size_t end) {
  constexpr std::size_t before = 60;
  constexpr std::size_t after = 100;
  auto from = std::max(line, begin > before ? begin - before : 0);
  while (is_inside_character(text, from)) ++from;
  const auto limit = std::min(text.size(), begin + after);
  auto to = std::min(text.substr(0, limit).find_first_of("\r\n", begin), limit);
  while (is_inside_character(text, to)) --to;
  std::string shown = from > line ? "..." : "";
  std::string marks(shown.size(), ' ');
  for (auto at = from; at < to;) {
    const auto c = code_point(text.substr(at));
    const auto character = text[at] == '\t' ? std::string(" ") : spelled(text.substr(at), c);
    const bool is_spelled = character.size() != c.size;
    const auto width = is_spelled || text[at] == '\t' ? character.size() : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(c.value)));
    const char mark = at < begin ? ' ' : '~';
    if (at < end || at <= begin) marks.append(width, mark);
    if (at == begin && width > 0) marks[marks.size() - width] = '^';
    shown += character;
    at += c.size;
  }
  if (to <= begin) marks += '^';
  return fmt::format("  {}\n  {}\n", shown, marks);
}

constexpr std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "\x1b[1;31m";
    case Severity::warning: return "\x1b[1;35m";
    case Severity::note: return "\x1b[1;36m";
  }
  return "";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string harmless;
  while (!text.empty()) {
    const auto c = code_point(text);
    harmless += spelled(text, c);
    text.remove_prefix(c.size);
  }
  return harmless;
}

std::string report(std::string_view name, std::string_view bytes, const std::vector<Diagnostic>& diagnostics, bool colored) {
  if (diagnostics.empty()) return {};
  std::vector<const Diagnostic*> sorted;
  for (const auto& diagnostic : diagnostics) sorted.push_back(&diagnostic);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->span.begin < b->span.begin; });
  const Source source(bytes);
  Cursor cursor(source);
  const auto file = escaped(name);
  std::string out;
  for (const auto* diagnostic : sorted) {
    const auto place = cursor.move_to(diagnostic->span.begin);
    out += fmt::format("{}:{}:{}: {}{}:{} {} [{}]\n", file, place.line, place.column, colored ? color_of(diagnostic->severity) : "",
                       to_string(diagnostic->severity), colored ? "\x1b[0m" : "", escaped(diagnostic->message), diagnostic->id);
    if (!source.text().empty()) out += excerpt(source.text(), cursor.line(), cursor.offset(), source.to_text(diagnostic->span.end));
  }
  return out;
}

}  // namespace protokoll
