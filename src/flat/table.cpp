#include "flat/table.hpp"

#include <algorithm>
#include <cstring>

namespace protokoll::flat {

std::uint32_t hash(std::string_view word) {
  RunningHash hash;
  for (const char letter : word) hash.add(letter);
  return hash.value();
}

std::uint32_t hash_backwards(std::string_view word) {
  RunningHash hash;
  for (auto at = word.size(); at-- > 0;) hash.add(word[at]);
  return hash.value();
}

// size, mask, slots, entries, text
Table::Table(Image image) : size_(image[0]), mask_(image[1]), slots_(image.data() + 2), entries_(slots_ + mask_ + 1), text_(reinterpret_cast<const char*>(entries_ + 2 * size_)) {}

std::optional<std::uint32_t> Table::find(std::string_view word, std::uint32_t hash) const {
  if (size_ == 0) return std::nullopt;
  for (auto slot = hash & mask_; slots_[slot] != 0; slot = (slot + 1) & mask_) {
    const auto place = slots_[slot] - 1;
    const auto* entry = entries_ + 2 * std::size_t{place};
    if (entry[1] == word.size() && std::memcmp(text_ + entry[0], word.data(), word.size()) == 0) return place;
  }
  return std::nullopt;
}

std::uint32_t TableWriter::add(std::string_view word) {
  const auto [known, added] = places_.try_emplace(std::string(word), static_cast<std::uint32_t>(words_.size()));
  if (added) words_.emplace_back(word);
  return known->second;
}

void TableWriter::write(std::vector<std::uint32_t>& image) const {
  const auto slots = std::bit_ceil(std::max<std::size_t>(2, words_.size() * 2));
  const auto mask = static_cast<std::uint32_t>(slots - 1);
  image.push_back(static_cast<std::uint32_t>(words_.size()));
  image.push_back(mask);
  const auto first_slot = image.size();
  image.resize(first_slot + slots, 0);
  for (std::uint32_t place = 0; place < words_.size(); ++place) {
    auto slot = (backwards_ ? hash_backwards(words_[place]) : hash(words_[place])) & mask;
    while (image[first_slot + slot] != 0) slot = (slot + 1) & mask;
    image[first_slot + slot] = place + 1;
  }
  std::string text;
  for (const auto& word : words_) {
    image.push_back(static_cast<std::uint32_t>(text.size()));
    image.push_back(static_cast<std::uint32_t>(word.size()));
    text += word;
  }
  const auto begin = image.size();
  image.resize(begin + (text.size() + 3) / 4, 0);
  std::memcpy(image.data() + begin, text.data(), text.size());
}

void append(std::vector<std::uint32_t>& image, Image part) {
  image.push_back(static_cast<std::uint32_t>(part.size()));
  image.insert(image.end(), part.begin(), part.end());
}

void append_number(std::vector<std::uint32_t>& units, double number) {
  const auto bits = std::bit_cast<std::uint64_t>(number);
  units.push_back(static_cast<std::uint32_t>(bits));
  units.push_back(static_cast<std::uint32_t>(bits >> 32));
}

}  // namespace protokoll::flat
