/// Paths that must agree: how a text is encoded, how its lines end, who chose the dialect, what else was asked for; and what
/// the Markdown writer wrote, as a reader sees it, with what it was given.
#include <fmt/format.h>

#include "promises.hpp"
#include "read.hpp"
#include "readers/reader.hpp"
#include "source/encodings.hpp"
#include "verify/compare.hpp"

namespace protokoll::fuzz {
namespace {

/// The facts without their places.
std::string facts(std::string_view bytes, const ReadOptions& options) { return write(read(bytes, options), "facts"); }

std::string tiles(std::string_view bytes, const ReadOptions& options) {
  std::string all;
  for (const auto& tile : read(bytes, options).tiles) all += fmt::format("{}: {}\n", to_string(tile.kind), tile.text);
  return all;
}

std::string utf16(std::string_view text) {
  std::string wide = "\xFF\xFE";
  decode(text, {.name = "UTF-8", .is_plain_utf8 = true}, [&](std::string_view character, Span, DecodeTrouble) {
    const auto lead = static_cast<unsigned char>(character[0]);
    std::uint32_t code = character.size() == 1 ? lead : lead & (0xFF >> (character.size() + 1));
    for (const char c : character.substr(1)) code = code << 6 | (static_cast<unsigned char>(c) & 0x3F);
    const auto unit = [&](std::uint32_t u) { wide += {static_cast<char>(u & 0xFF), static_cast<char>(u >> 8)}; };
    if (code >= 0x10000) {
      unit(0xD800 + ((code - 0x10000) >> 10));
      unit(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
      unit(code);
    }
  });
  return wide;
}

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

void promise_same(const std::string& a, const std::string& b, std::string_view what) {
  if (a == b) return;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto begin = static_cast<std::size_t>(x - a.begin());
  const auto from = begin - std::min<std::size_t>(begin, 80);
  promise(false, what, fmt::format("'{}' or '{}'", a.substr(from, 160), b.substr(from, 160)));
}

void promise_options(std::string_view bytes) {
  const auto minutes = read(bytes);
  const auto json = write(minutes, "json");
  promise_same(json, write(read(bytes, {.dialect = minutes.source.dialect}), "json"), "the dialect found and the dialect named");
  promise_same(json, write(read(bytes, {.observe = true}), "json"), "with and without observations");
  promise_same(json, write(read(bytes, {.max_bytes = bytes.size()}), "json"), "with and without a bound that is not met");
  // A language that is named holds for every item; one that is found may give way to an item's own.
  if (json.find("\"language\"") == json.rfind("\"language\""))
    promise_same(json, write(read(bytes, {.language = minutes.language}), "json"), "the language found and the language named");
}

void promise_encodings(std::string_view bytes) {
  if (!is_utf8(bytes) || bytes.find('\0') != std::string_view::npos || bytes.starts_with("\xEF\xBB\xBF")) return;
  const ReadOptions options{.dialect = read(bytes).source.dialect};
  const auto plain = tiles(bytes, options);
  promise_same(plain, tiles("\xEF\xBB\xBF" + std::string(bytes), options), "with and without a byte order mark");
  promise_same(plain, tiles(utf16(bytes), options), "UTF-8 and UTF-16");
  if (bytes.find('\r') != std::string_view::npos) return;
  promise_same(plain, tiles(with_crlf(bytes), options), "LF and CRLF");
  promise_same(facts(bytes, options), facts(with_crlf(bytes), options), "LF and CRLF");
}

// What is struck out or a mark of a note stands in the Markdown as well, within the text.
void blocks(const std::vector<Block>& from, const std::function<void(const std::string&)>& see) {
  for (const auto& block : from) {
    if (block.asides.empty()) see(block.text);
    for (const auto& item : block.items)
      if (item.asides.empty()) see(item.text);
    for (const auto& row : block.rows)
      for (const auto& cell : row)
        if (cell.asides.empty()) see(cell.text);
  }
}

void items(const std::vector<AgendaItem>& from, const std::function<void(const std::string&)>& see) {
  for (const auto& item : from) {
    if (item.asides.empty()) see(item.title.value);
    for (const auto& section : item.sections) blocks(section.blocks, see);
    items(item.items, see);
  }
}

/// Without the bullets that lines of the text carry themselves, which Markdown shows as those of its lists.
std::string without_bullets(const std::string& text) {
  std::string bare;
  for (std::size_t at = 0; at < text.size();) {
    for (const std::string_view sign : {"\u2022 ", "\u00B7 ", "\u25AA ", "\u25CF ", "\u25E6 ", "\u2023 ", "\uF0B7 ", "\uF0A7 "})
      if (text.compare(at, sign.size(), sign) == 0) {
        at += sign.size();
        break;
      }
    const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
    bare += text.substr(at, end - at);
    at = end;
  }
  return bare;
}

/// What the writer was given can be read in what it wrote, character by character: nothing of it became markup.
void promise_markdown(std::string_view bytes) {
  const auto minutes = read(bytes);
  const auto markdown = write(minutes, "markdown");
  const VisibleText shown(choose_reader(markdown, "markdown").visible(markdown));
  const auto see = [&](const std::string& text) { promise(shown.contains(VisibleText(text)) || shown.contains(VisibleText(without_bullets(text))), "Markdown renders as the same text", text + " in " + markdown); };
  items(minutes.agenda, see);
  blocks(minutes.tail, see);
}

}  // namespace
}  // namespace protokoll::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  protokoll::fuzz::promise_options(bytes);
  protokoll::fuzz::promise_encodings(bytes);
  protokoll::fuzz::promise_markdown(bytes);
  return 0;
}
