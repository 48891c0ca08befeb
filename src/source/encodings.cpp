#include "source/encodings.hpp"

#include <iconv.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace protokoll {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t most_diagnostics = 100;

// WHATWG Encoding, 4.2: what a label in a document means, for the encodings that old minutes are in.
struct Label {
  std::string_view label;
  std::string_view name;
};
constexpr Label labels[] = {
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-2", "iso-8859-2"},
    {"latin2", "iso-8859-2"},
    {"iso-8859-5", "iso-8859-5"},
    {"iso-8859-7", "iso-8859-7"},
    {"iso-8859-15", "iso-8859-15"},
    {"latin9", "iso-8859-15"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"windows-1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1257", "windows-1257"},
    {"koi8-r", "koi8-r"},
    {"macintosh", "macintosh"},
    {"x-mac-roman", "macintosh"},
    {"shift_jis", "shift_jis"},
    {"euc-jp", "euc-jp"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"gb18030", "gb18030"},
    {"big5", "big5"},
    {"euc-kr", "euc-kr"},
};

std::string_view declared_charset(std::string_view bytes) {
  // HTML Living Standard 13.2.3.2: the prescan looks at the first 1024 bytes; office exports put more in front.
  std::string start(bytes.substr(0, 4096));
  std::transform(start.begin(), start.end(), start.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const std::string_view key : {"charset", "encoding"}) {
    auto at = start.find(key);
    if (at == std::string::npos) continue;
    at = start.find_first_not_of(" \t=\"'", at + key.size());
    if (at == std::string::npos) continue;
    const auto end = start.find_first_of(" \t\"'>;?/", at);
    const auto label = std::string_view(start).substr(at, end == std::string::npos ? end : end - at);
    for (const auto& known : labels)
      if (known.label == label) return known.name;
  }
  return {};
}

// Text of Latin script in UTF-16 has a zero in every second byte.
std::string_view utf16_without_bom(std::string_view bytes) {
  const auto sample = bytes.substr(0, 2048);
  if (sample.size() < 4) return {};
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) (i % 2 ? odd : even) += sample[i] == '\0';
  const auto half = sample.size() / 2;
  if (odd * 10 > half * 7 && even * 10 < half) return "UTF-16LE";
  if (even * 10 > half * 7 && odd * 10 < half) return "UTF-16BE";
  return {};
}

// A character of UTF-32 that is no rarity has two zeros at one end.
std::string_view utf32_without_bom(std::string_view bytes) {
  const auto sample = bytes.substr(0, 4096);
  const auto units = sample.size() / 4;
  if (units < 2) return {};
  std::size_t little = 0, big = 0;
  for (std::size_t i = 0; i + 4 <= sample.size(); i += 4) {
    const bool first = sample[i] || sample[i + 1], last = sample[i + 2] || sample[i + 3];
    little += first && !last;
    big += last && !first;
  }
  if (little * 10 > units * 9) return "UTF-32LE";
  if (big * 10 > units * 9) return "UTF-32BE";
  return {};
}

void append_code(std::uint32_t code, std::string& out) {
  std::array<utf8proc_uint8_t, 4> buffer;
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), buffer.data());
  out.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(size));
}

// One character by iconv: as many bytes as it takes. Returns how many, 0 if there is none.
class Converter {
 public:
  explicit Converter(std::string_view name) : handle_(iconv_open("UTF-8", std::string(name).c_str())) {}
  ~Converter() {
    if (valid()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  [[nodiscard]] bool valid() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  std::size_t next(std::string_view bytes, std::string& out) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (!cache_[first].empty()) {
      out = cache_[first];
      return 1;
    }
    for (std::size_t size = 1; size <= std::min<std::size_t>(4, bytes.size()); ++size) {
      std::array<char, 16> buffer;
      char* in = const_cast<char*>(bytes.data());  // iconv's interface; it does not write there
      char* to = buffer.data();
      std::size_t in_left = size, out_left = buffer.size();
      iconv(handle_, nullptr, nullptr, nullptr, nullptr);
      if (iconv(handle_, &in, &in_left, &to, &out_left) != static_cast<std::size_t>(-1) && in_left == 0 && to != buffer.data()) {
        out.assign(buffer.data(), static_cast<std::size_t>(to - buffer.data()));
        if (size == 1) cache_[first] = out;
        return size;
      }
    }
    return 0;
  }

 private:
  iconv_t handle_;
  std::array<std::string, 256> cache_;
};

using Sink = std::function<void(std::string_view, Span, DecodeTrouble)>;

void decode_utf16(std::string_view bytes, std::size_t at, bool big, const Sink& sink) {
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<std::uint32_t>(big ? a << 8 | b : b << 8 | a);
  };
  std::string character;
  while (at < bytes.size()) {
    std::size_t size = std::min<std::size_t>(2, bytes.size() - at);
    std::uint32_t code = size == 2 ? unit(at) : 0xD800;
    if (code >= 0xD800 && code < 0xDC00 && at + 4 <= bytes.size()) {
      const auto low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        size = 4;
      }
    }
    character.clear();
    const bool lone = code >= 0xD800 && code < 0xE000;
    if (lone)
      character = replacement;
    else
      append_code(code, character);
    sink(character, {at, at + size}, lone ? DecodeTrouble::undecodable : DecodeTrouble::none);
    at += size;
  }
}

void decode_utf32(std::string_view bytes, std::size_t at, bool big, const Sink& sink) {
  std::string character;
  while (at < bytes.size()) {
    const auto size = std::min<std::size_t>(4, bytes.size() - at);
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < size; ++i)
      code |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (big ? 24 - 8 * i : 8 * i);
    const bool bad = size < 4 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000);
    character.clear();
    if (bad)
      character = replacement;
    else
      append_code(code, character);
    sink(character, {at, at + size}, bad ? DecodeTrouble::undecodable : DecodeTrouble::none);
    at += size;
  }
}

void decode_repairing(std::string_view bytes, std::size_t at, const Sink& sink) {
  Converter windows("windows-1252");
  std::string character;
  while (at < bytes.size()) {
    if (const auto size = utf8_sequence(bytes.substr(at))) {
      sink(bytes.substr(at, size), {at, at + size}, DecodeTrouble::none);
      at += size;
    } else {
      const bool known = windows.valid() && windows.next(bytes.substr(at, 1), character) == 1;
      sink(known ? std::string_view(character) : replacement, {at, at + 1}, known ? DecodeTrouble::repaired : DecodeTrouble::undecodable);
      ++at;
    }
  }
}

}  // namespace

std::size_t utf8_sequence(std::string_view bytes) {
  if (bytes.empty()) return 0;
  utf8proc_int32_t code = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                                     static_cast<utf8proc_ssize_t>(std::min<std::size_t>(bytes.size(), 4)), &code);
  return size > 0 ? static_cast<std::size_t>(size) : 0;
}

bool is_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::uint64_t eight = 0;
    if (at + 8 <= bytes.size()) {
      std::memcpy(&eight, bytes.data() + at, 8);
      if ((eight & 0x8080808080808080ULL) == 0) {
        at += 8;
        continue;
      }
    }
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto size = utf8_sequence(bytes.substr(at));
    if (size == 0) return false;
    at += size;
  }
  return true;
}

Encoding find_encoding(std::string_view bytes) {
  const auto starts = [&](std::string_view bom) { return bytes.substr(0, bom.size()) == bom; };
  if (starts(std::string_view("\xFF\xFE\0\0", 4))) return {"UTF-32LE", 4};
  if (starts(std::string_view("\0\0\xFE\xFF", 4))) return {"UTF-32BE", 4};
  if (starts("\xFF\xFE")) return {"UTF-16LE", 2};
  if (starts("\xFE\xFF")) return {"UTF-16BE", 2};
  const std::size_t bom = starts("\xEF\xBB\xBF") ? 3 : 0;
  if (const auto wide = utf32_without_bom(bytes); !bom && !wide.empty()) return {wide};
  if (const auto wide = utf16_without_bom(bytes); !bom && !wide.empty()) return {wide};
  if (is_utf8(bytes.substr(bom))) return {"UTF-8", bom, true};
  std::size_t sequences = 0, strays = 0;
  for (std::size_t at = bom; at < bytes.size();) {
    const auto size = utf8_sequence(bytes.substr(at));
    sequences += size > 1;
    strays += size == 0;
    at += std::max<std::size_t>(size, 1);
  }
  if (bom || sequences > strays) return {"UTF-8", bom, false, true};
  const auto declared = declared_charset(bytes);
  return {declared.empty() ? "windows-1252" : declared};
}

void decode(std::string_view bytes, const Encoding& encoding, const Sink& sink) {
  const auto at = encoding.bom_size;
  if (encoding.name.starts_with("UTF-16")) return decode_utf16(bytes, at, encoding.name.ends_with("BE"), sink);
  if (encoding.name.starts_with("UTF-32")) return decode_utf32(bytes, at, encoding.name.ends_with("BE"), sink);
  if (encoding.name == "UTF-8") return decode_repairing(bytes, at, sink);
  Converter converter(encoding.name);
  if (!converter.valid()) return decode_repairing(bytes, at, sink);
  std::string character;
  for (std::size_t i = at; i < bytes.size();) {
    const auto size = converter.next(bytes.substr(i), character);
    const auto used = std::max<std::size_t>(size, 1);
    sink(size ? std::string_view(character) : replacement, {i, i + used}, size ? DecodeTrouble::none : DecodeTrouble::undecodable);
    i += used;
  }
}

void report_decoding(DecodeTrouble trouble, Span place, std::vector<Diagnostic>& diagnostics) {
  const std::string_view id = trouble == DecodeTrouble::repaired ? "mixed-encoding" : "undecodable-bytes";
  if (!diagnostics.empty() && diagnostics.back().id == id && diagnostics.back().span.end == place.begin) {
    diagnostics.back().span.end = place.end;
    return;
  }
  if (diagnostics.size() > most_diagnostics) return;
  if (diagnostics.size() == most_diagnostics) {
    diagnostics.push_back({"encoding", Severity::warning, "further bytes in the wrong encoding are not reported one by one", place});
    return;
  }
  diagnostics.push_back({std::string(id), Severity::warning,
                         trouble == DecodeTrouble::repaired ? "byte of windows-1252 in a document of UTF-8; read as such"
                                                            : "bytes that are no text in the document's encoding; read as U+FFFD",
                         place});
}

}  // namespace protokoll
