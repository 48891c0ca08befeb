/// Tables of words that are laid out once, at build time where they can be, and read where they lie.
///
/// An image is a row of 32-bit units without pointers, so that the compiler can put it into the program as it is.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace protokoll::flat {

using Image = std::span<const std::uint32_t>;

/// The hash of a word that grows letter by letter (FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/).
class RunningHash {
 public:
  constexpr void add(char letter) { value_ = (value_ ^ static_cast<unsigned char>(letter)) * 0x01000193U; }
  [[nodiscard]] constexpr std::uint32_t value() const { return value_; }

 private:
  std::uint32_t value_ = 0x811c9dc5U;
};

/// From its first letter to its last.
[[nodiscard]] std::uint32_t hash(std::string_view word);
/// From its last letter to its first, so that the ends of a word can be looked up one after the other.
[[nodiscard]] std::uint32_t hash_backwards(std::string_view word);

/// The words of an image, each with its place in the order in which they were added.
class Table {
 public:
  Table() = default;
  /// As TableWriter::write() laid it out; it must outlive the table.
  explicit Table(Image image);

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const { return find(word, hash(word)); }
  /// By the hash that the table was written with.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word, std::uint32_t hash) const;
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view word(std::uint32_t place) const { return {text_ + entries_[2 * std::size_t{place}], entries_[2 * std::size_t{place} + 1]}; }

 private:
  std::size_t size_ = 0;
  std::uint32_t mask_ = 0;
  const std::uint32_t* slots_ = nullptr;    // place + 1; 0: free
  const std::uint32_t* entries_ = nullptr;  // begin and size of each word
  const char* text_ = nullptr;
};

class TableWriter {
 public:
  explicit TableWriter(bool backwards = false) : backwards_(backwards) {}

  /// The place of a word, given if it has none.
  std::uint32_t add(std::string_view word);
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  /// Appends the image.
  void write(std::vector<std::uint32_t>& image) const;

 private:
  bool backwards_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::uint32_t> places_;
};

/// Parts of an image behind each other, each with its size in front.
class Parts {
 public:
  explicit Parts(Image image) : rest_(image) {}
  [[nodiscard]] Image next() {
    const auto part = rest_.subspan(1, rest_[0]);
    rest_ = rest_.subspan(1 + part.size());
    return part;
  }

 private:
  Image rest_;
};

/// Appends a part with its size in front.
void append(std::vector<std::uint32_t>& image, Image part);

/// A floating-point number in two units.
[[nodiscard]] inline double number(Image units, std::size_t i) { return std::bit_cast<double>(units[2 * i] | std::uint64_t{units[2 * i + 1]} << 32); }
void append_number(std::vector<std::uint32_t>& units, double number);

}  // namespace protokoll::flat
