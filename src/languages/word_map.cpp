#include "languages/word_map.hpp"

#include <utf8proc.h>

namespace protokoll {
namespace {

// Hands the folded text to `append(bytes, size)` character by character until that returns false.
template <typename Append>
void fold(std::string_view text, const Append& append) {
  bool space = false, empty = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == ' ' || byte == '\n' || byte == '\t') {
      ++at;
      space = !empty;
      continue;
    }
    utf8proc_uint8_t folded[4] = {static_cast<utf8proc_uint8_t>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte)};
    utf8proc_ssize_t size = 1, length = 1;
    if (byte >= 0x80) {
      utf8proc_int32_t code = 0;
      size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at), static_cast<utf8proc_ssize_t>(text.size() - at), &code);
      if (size <= 0) return;
      length = utf8proc_encode_char(utf8proc_tolower(code), folded);
    }
    at += static_cast<std::size_t>(size);
    if (space && !append(" ", 1)) return;
    space = empty = false;
    if (!append(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length))) return;
  }
}

// The lower case of the characters that need no decoding; 0 for the others.
constexpr auto plain = [] {
  std::array<char, 256> table{};
  for (char c = '!'; c < 0x7F; ++c) table[static_cast<unsigned char>(c)] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return table;
}();

}  // namespace

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  fold(text, [&](const char* bytes, std::size_t size) {
    folded.append(bytes, size);
    return true;
  });
  return folded;
}

std::string_view fold_case(std::string_view text, std::span<char> buffer) {
  std::size_t used = 0;
  // Plain words with single spaces between them need no decoding.
  const auto most = std::min(text.size(), buffer.size());
  for (; used < most; ++used) {
    const char folded = plain[static_cast<unsigned char>(text[used])];
    if (!folded && (text[used] != ' ' || used == 0 || used + 1 == text.size() || text[used + 1] == ' ')) break;
    buffer[used] = folded ? folded : ' ';
  }
  if (used == most) return {buffer.data(), used};
  used = 0;
  fold(text, [&](const char* bytes, std::size_t size) {
    size = std::min(size, buffer.size() - used);
    std::copy_n(bytes, size, buffer.data() + used);
    used += size;
    return used < buffer.size();
  });
  return {buffer.data(), used};
}

std::vector<std::string_view> folded_words(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < folded.size();) {
    const auto end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace protokoll
