#include "languages/word_finder.hpp"

namespace protokoll {

WordFinder::WordFinder(const std::vector<std::string>& words) {
  classify(words);
  grow(words);
  link();
}

void WordFinder::classify(const std::vector<std::string>& words) {
  for (const auto& word : words)
    for (const char c : word)
      if (auto& number = classes_[static_cast<unsigned char>(c)]; number == 0) number = static_cast<std::uint8_t>(width_++);
  for (int byte = 0; byte < 256; ++byte) classes_[byte] = classes_[fold_byte(static_cast<unsigned char>(byte))];
}

// Letter by letter of all words, so that the states near the root, which nearly every step meets, lie side by side in the cache.
void WordFinder::grow(const std::vector<std::string>& words) {
  next_.assign(width_, 0);
  words_.assign(1, -1);
  std::vector<std::uint32_t> states(words.size(), 0);
  bool longer = true;
  for (std::size_t depth = 0; longer; ++depth) {
    longer = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].size() <= depth) continue;
      longer = true;
      const auto place = states[i] + classes_[static_cast<unsigned char>(words[i][depth])];
      if (next_[place] == 0) {
        next_[place] = static_cast<std::uint32_t>(next_.size());
        next_.resize(next_.size() + width_, 0);
        words_.push_back(-1);
      }
      states[i] = next_[place];
      if (words[i].size() == depth + 1) words_[states[i] / width_] = static_cast<std::int32_t>(i);
    }
  }
}

// Breadth first: what a state lacks it takes from the state of its longest proper suffix, which is complete by then.
void WordFinder::link() {
  shorter_.assign(words_.size(), 0);
  std::vector<std::uint32_t> suffix(words_.size(), 0), queue{0};
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const auto state = queue[head];
    for (std::uint32_t c = 1; c < width_; ++c) {
      auto& target = next_[state + c];
      const auto other = state == 0 ? 0 : next_[suffix[state / width_] + c];
      if (target == 0) {
        target = other;
      } else {
        suffix[target / width_] = other;
        shorter_[target / width_] = words_[other / width_] >= 0 ? other / width_ : shorter_[other / width_];
        queue.push_back(target);
      }
    }
  }
  for (auto& target : next_)
    if (const auto state = target / width_; words_[state] >= 0 || shorter_[state]) target |= has_words;
}

}  // namespace protokoll
