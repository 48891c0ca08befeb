/// Keys of a language file ("decision", "next_meeting"), which words, structure and facts ask for with every word and sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace protokoll {

/// A key and its hash, which the compiler computes for those that stand in the code.
class Key {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): so that a call can be written with the key as it stands in the file
  consteval Key(const char* text) : Key(std::string_view(text)) {}
  constexpr explicit Key(std::string_view text) : text_(text) {
    // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
    for (const char c : text) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }

  [[nodiscard]] std::string_view text() const { return text_; }
  bool operator==(const Key& other) const { return text_ == other.text_; }

  struct Hash {
    std::size_t operator()(const Key& key) const { return key.hash_; }
  };

 private:
  std::string_view text_;
  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

}  // namespace protokoll
