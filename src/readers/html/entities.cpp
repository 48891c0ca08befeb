#include "readers/html/entities.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "readers/html/html.hpp"
#include "readers/html/tree.hpp"

namespace protokoll::html {
namespace {

using Named = std::pair<std::string_view, std::string_view>;

// The names that stand in minutes by the thousand; sorted. All others are gumbo's business.
constexpr Named common[] = {
    {"Auml;", "\u00C4"},   {"Eacute;", "\u00C9"}, {"Ouml;", "\u00D6"},  {"Uuml;", "\u00DC"},   {"amp;", "&"},        {"apos;", "'"},
    {"auml;", "\u00E4"},   {"bdquo;", "\u201E"},  {"bull;", "\u2022"},  {"copy;", "\u00A9"},   {"deg;", "\u00B0"},   {"eacute;", "\u00E9"},
    {"egrave;", "\u00E8"}, {"euro;", "\u20AC"},   {"gt;", ">"},         {"hellip;", "\u2026"}, {"laquo;", "\u00AB"}, {"ldquo;", "\u201C"},
    {"lsquo;", "\u2018"},  {"lt;", "<"},          {"mdash;", "\u2014"}, {"middot;", "\u00B7"}, {"nbsp;", "\u00A0"},  {"ndash;", "\u2013"},
    {"ouml;", "\u00F6"},   {"quot;", "\""},       {"raquo;", "\u00BB"}, {"rdquo;", "\u201D"},  {"rsquo;", "\u2019"}, {"sbquo;", "\u201A"},
    {"sect;", "\u00A7"},   {"shy;", "\u00AD"},    {"szlig;", "\u00DF"}, {"uuml;", "\u00FC"},
};
static_assert(std::is_sorted(std::begin(common), std::end(common)));

// What a numeric reference to a C1 control means: the character of windows-1252 (0: the control itself).
constexpr std::array<std::uint16_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string encode(std::uint32_t code) {
  if (code >= 0x80 && code < 0xA0 && windows_1252[code - 0x80]) code = windows_1252[code - 0x80];
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  std::string out;
  const auto add = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0 | code >> 6);
    add(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    add(0xE0 | code >> 12);
    add(0x80 | (code >> 6 & 0x3F));
    add(0x80 | (code & 0x3F));
  } else {
    add(0xF0 | code >> 18);
    add(0x80 | (code >> 12 & 0x3F));
    add(0x80 | (code >> 6 & 0x3F));
    add(0x80 | (code & 0x3F));
  }
  return out;
}

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int digit(char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  if (hex && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (hex && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Reference numeric(std::string_view text, std::size_t at) {
  auto i = at + 2;
  const bool hex = i < text.size() && (text[i] == 'x' || text[i] == 'X');
  if (hex) ++i;
  std::uint32_t code = 0;
  const auto first = i;
  for (; i < text.size() && digit(text[i], hex) >= 0; ++i)
    code = std::min<std::uint32_t>(code * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit(text[i], hex)), 0x110000);
  if (i == first) return {};
  if (i < text.size() && text[i] == ';') ++i;
  return {i - at, encode(code)};
}

// Lets gumbo decode a piece that begins with '&'; what the text has in common with the end of the piece is not part of the name.
Reference named(std::string_view piece) {
  const std::string markup = "<p>" + std::string(piece);
  const Tree tree(markup);
  const auto text = tree.only_text();
  if (text.empty() || text == piece) return {};
  std::size_t rest = 0;
  while (rest + 1 < text.size() && rest < piece.size() && text[text.size() - rest - 1] == piece[piece.size() - rest - 1]) ++rest;
  return {piece.size() - rest, std::string(text.substr(0, text.size() - rest))};
}

}  // namespace

Reference reference_at(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || text[at] != '&') return {};
  if (text[at + 1] == '#') return numeric(text, at);
  auto end = at + 1;
  constexpr std::size_t longest_name = 32;
  const auto limit = std::min(text.size(), at + 1 + longest_name);
  while (end < limit && is_alphanumeric(text[end])) ++end;
  if (end == at + 1) return {};
  if (end < text.size() && text[end] == ';') {
    const auto name = text.substr(at + 1, end - at);
    const auto found =
        std::lower_bound(std::begin(common), std::end(common), name, [](const Named& entry, std::string_view key) { return entry.first < key; });
    if (found != std::end(common) && found->first == name) return {name.size() + 1, std::string(found->second)};
    ++end;
  }
  return named(text.substr(at, end - at));
}

std::size_t size_of_invalid(std::string_view text) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  const auto lead = byte(0);
  if (lead < 0x80) return (lead < 0x20 && lead != '\t' && lead != '\n' && lead != '\f') || lead == 0x7F ? 1 : 0;
  if (lead == 0xC2) return byte(1) < 0xA0 ? 2 : 0;
  if (lead == 0xEF) {
    const auto last = byte(1) << 8 | byte(2);
    return (last >= 0xB790 && last <= 0xB7AF) || last == 0xBFBE || last == 0xBFBF ? 3 : 0;
  }
  const bool ends_a_plane = (byte(1) & 0x0F) == 0x0F && byte(2) == 0xBF && byte(3) >= 0xBE;
  return lead >= 0xF0 && ends_a_plane ? 4 : 0;
}

}  // namespace protokoll::html

namespace protokoll {

std::string decode_entity(std::string_view entity) {
  auto reference = html::reference_at(entity, 0);
  return reference.size == entity.size() ? std::move(reference.decoded) : std::string();
}

}  // namespace protokoll
