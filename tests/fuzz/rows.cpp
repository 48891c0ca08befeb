/// Minutes taken apart and put together wrongly: lines, rows and elements of samples dropped, swapped, doubled, nested, split
/// and mixed; then the whole road.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "promises.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace protokoll::fuzz {
namespace {

using Pieces = std::vector<std::string>;
using Random = std::minstd_rand;

/// Tags, and the lines of text between them.
Pieces take_apart(std::string_view text) {
  Pieces pieces;
  while (!text.empty()) {
    const bool tag = text.front() == '<';
    const auto end = tag ? text.find('>') : std::min(text.find('<', 1), text.find('\n'));
    const auto size = end == std::string_view::npos ? text.size() : end + (tag || text[end] == '\n');
    pieces.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return pieces;
}

/// Those of all samples, for mixing.
const Pieces& stock() {
  static const Pieces all = [] {
    Pieces pieces;
    for (const auto& entry : std::filesystem::directory_iterator(PROTOKOLL_SOURCE_DIR "/samples")) {
      if (!entry.is_regular_file() || !entry.path().has_extension()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      for (auto& piece : take_apart(text)) pieces.push_back(std::move(piece));
    }
    std::sort(pieces.begin(), pieces.end());
    return pieces;
  }();
  return all;
}

constexpr std::pair<std::string_view, std::string_view> shells[] = {
    {"<table><tr><td>", "</td></tr></table>"}, {"<ul><li>", "</li></ul>"}, {"<b>", "</b>"}, {"<u>", "</u>"}, {"<p>", "</p>"}, {"<h2>", "</h2>"}, {"<div>", "</div>"},
    {"<pre>", "</pre>"},     {"<a href='x'>", "</a>"},   {"> ", "\n"},     {"- ", "\n"},     {"| ", " |\n"},  {"1.\t", "\n"},      {"**", "**"},
    {"```\n", "\n```\n"},    {"<!--", "-->"},            {"[", "](x)"},    {"&", ";"},       {"## ", "\n"},
};

void change(Pieces& pieces, Random& random) {
  const auto any = [&] { return random() % pieces.size(); };
  auto a = any(), b = any();
  if (a > b) std::swap(a, b);
  // Rows are short: mostly neighbours.
  if (random() % 2) b = std::min<std::size_t>(pieces.size() - 1, a + random() % 8);
  const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(a), last = pieces.begin() + static_cast<std::ptrdiff_t>(b);
  switch (random() % 7) {
    case 0: pieces.erase(first, last + 1); break;
    case 1: std::swap(*first, *last); break;
    case 2: {
      const Pieces copy(first, last + 1);
      const auto to = pieces.begin() + static_cast<std::ptrdiff_t>(any());
      pieces.insert(to, copy.begin(), copy.end());
      break;
    }
    case 3: {
      const auto& [front, back] = shells[random() % std::size(shells)];
      first->insert(0, front);
      *last += back;
      break;
    }
    case 4: {
      auto cut = first->empty() ? 0 : random() % first->size();
      // Not within a character.
      while (cut > 0 && (static_cast<unsigned char>((*first)[cut]) & 0xC0) == 0x80) --cut;
      constexpr std::string_view seams[] = {"\n", "</p><p>", "<br>", "\t", " ", "</td><td>", "\n\n"};
      first->insert(cut, seams[random() % std::size(seams)]);
      break;
    }
    case 5: pieces.insert(first, stock()[random() % stock().size()]); break;
    case 6: *first = stock()[random() % stock().size()]; break;
  }
}

std::size_t mutate(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  Random random(seed);
  if (random() % 8 == 0) return LLVMFuzzerMutate(data, size, max_size);
  auto pieces = take_apart({reinterpret_cast<const char*>(data), size});
  for (auto changes = 1 + random() % 4; changes > 0; --changes) {
    if (pieces.empty()) pieces.push_back(stock()[random() % stock().size()]);
    change(pieces, random);
  }
  std::string text;
  for (const auto& piece : pieces) text += piece;
  text.resize(std::min(text.size(), max_size));
  std::copy(text.begin(), text.end(), data);
  return text.size();
}

}  // namespace
}  // namespace protokoll::fuzz

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  return protokoll::fuzz::mutate(data, size, max_size, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  protokoll::fuzz::promise_road({reinterpret_cast<const char*>(data), size});
  return 0;
}
