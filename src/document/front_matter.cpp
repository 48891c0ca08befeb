#include "document/front_matter.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace protokoll {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view fences[] = {"---", "+++", "\xE2\x80\x94"};

// The end of the word that begins at `at`.
std::size_t word_end(std::string_view text, std::size_t at) { return std::min(text.find_first_of(" \n", at), text.size()); }

bool is_fence(std::string_view word) { return std::find(std::begin(fences), std::end(fences), word) != std::end(fences); }

// A piece of a block's text; `value` is where that of a key begins, 0 if the piece has none.
struct Piece {
  std::size_t begin, end, value = 0;
  bool boilerplate = false;
};

// "title:", and between plus signs "title" in front of an equals sign: where its value begins; 0 for other words.
std::size_t value_of(std::string_view text, std::size_t begin, std::size_t end, char sign) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
  const auto word = text.substr(begin, end - begin);
  const bool colon = sign == ':' && word.size() > 1 && word.back() == ':';
  const auto name = word.substr(0, word.size() - colon);
  if (name.empty() || name[0] < 'a' || name[0] > 'z' || name.find_first_not_of(letters) != none) return 0;
  if (colon) return std::min(end + 1, text.size());
  return sign == '=' && text.substr(end).starts_with(" = ") ? end + 3 : 0;
}

// The pieces of a block of front matter up to its closing fence, and what stands behind it; empty if it is none.
class Parting {
 public:
  Parting(std::string_view text, char sign, bool opened) : text_(text), sign_(sign), opened_(opened) {}

  [[nodiscard]] bool closed() const { return closed_; }
  [[nodiscard]] char sign() const { return sign_; }

  std::vector<Piece> part() {
    for (std::size_t at = 0; at < text_.size() && !closed_; at = word_end(text_, at) + 1) word(at, word_end(text_, at));
    const bool whole = opened_ && (keys_ > 1 || (keys_ == 1 && (closed_ || sign_ == '=')));
    if (!whole) return {};
    if (!closed_) close(text_.size());
    if (closed_ && rest_ < text_.size()) pieces_.push_back({rest_, text_.size()});
    return std::move(pieces_);
  }

 private:
  void word(std::size_t begin, std::size_t end) {
    const auto word = text_.substr(begin, end - begin);
    if (is_fence(word)) {
      if (begin > 0) close(begin - 1);
      pieces_.push_back({begin, end, 0, true});
      if (opened_) closed_ = true;
      else if (begin == 0) sign_ = word == "+++" ? '=' : ':';
      opened_ = true;
      rest_ = open_ = std::min(end + 1, text_.size());
    } else if (sign_ == '=' && word.size() > 2 && word.front() == '[' && word.back() == ']' && word[1] >= 'a' && word[1] <= 'z') {
      // "[taxonomies]" heads the keys below.
      if (begin > 0) close(begin - 1);
      open_ = begin;
    } else if (const auto value = value_of(text_, begin, end, sign_); value > 0) {
      if (begin > 0) close(begin - 1);
      open_ = begin;
      value_ = value;
      ++keys_;
    }
  }

  // Ends the piece that is open.
  void close(std::size_t end) {
    if (end > open_) pieces_.push_back({open_, end, value_, value_ == 0});
    open_ = end;
    value_ = 0;
  }

  std::string_view text_;
  char sign_;
  bool opened_, closed_ = false;
  std::size_t open_ = 0, value_ = 0, rest_ = 0;
  int keys_ = 0;
  std::vector<Piece> pieces_;
};

// Puts a block for each piece in the place of a block.
void replace(Document& document, std::size_t index, const std::vector<Piece>& pieces) {
  const auto old = document.blocks[index];
  std::vector<TextBlock> blocks;
  std::vector<Run> runs;
  for (const auto& piece : pieces) {
    auto block = old;
    block.range = {old.range.begin + static_cast<std::uint32_t>(piece.begin), old.range.begin + static_cast<std::uint32_t>(piece.end)};
    block.continues = block.continues && blocks.empty();
    block.starts_item = block.starts_item && blocks.empty();
    block.boilerplate = old.boilerplate || piece.boilerplate;
    if (piece.value > 0) block.kind = BlockKind::metadata;
    else if (piece.boilerplate) block.kind = BlockKind::paragraph;
    if (piece.value > 0 || piece.boilerplate) block.level = 0;
    block.split = piece.value > 0 ? std::min(old.range.begin + static_cast<std::uint32_t>(piece.value), block.range.end) : 0;
    block.source = document.to_source(block.range);
    block.first_run = old.first_run + static_cast<std::uint32_t>(runs.size());
    for (auto run = old.first_run; run < old.last_run; ++run) {
      const auto& whole = document.runs[run];
      const Range part{std::max(whole.range.begin, block.range.begin), std::min(whole.range.end, block.range.end)};
      if (!part.empty()) runs.push_back({part, whole.style, whole.link});
    }
    block.last_run = old.first_run + static_cast<std::uint32_t>(runs.size());
    if (block.range.end < old.range.end) document.text[block.range.end] = '\n';
    blocks.push_back(block);
  }
  const auto shift = static_cast<std::uint32_t>(runs.size()) - (old.last_run - old.first_run);
  for (auto i = index + 1; i < document.blocks.size(); ++i) document.blocks[i].first_run += shift, document.blocks[i].last_run += shift;
  const auto at = document.runs.begin() + old.first_run;
  document.runs.insert(document.runs.erase(at, at + (old.last_run - old.first_run)), runs.begin(), runs.end());
  if (index + 1 < document.blocks.size()) document.blocks[index + 1].continues = false;
  const auto place = document.blocks.begin() + static_cast<std::ptrdiff_t>(index);
  document.blocks.insert(document.blocks.erase(place), blocks.begin(), blocks.end());
}

}  // namespace

void part_front_matter(Document& document) {
  constexpr std::size_t most_blocks = 8, longest = 2000;
  bool opened = false;
  char sign = ':';
  std::size_t seen = 0;
  for (std::size_t i = 0; i < document.blocks.size() && seen < most_blocks; ++seen) {
    const auto& block = document.blocks[i];
    const auto text = document.view(block);
    if (block.kind == BlockKind::rule && !opened && seen == 0) {
      opened = true;
    } else if (!block.boilerplate || !text.empty()) {
      Parting parting(text, sign, opened);
      const auto pieces = text.size() > longest ? std::vector<Piece>{} : parting.part();
      if (pieces.empty()) return;
      const auto closed = parting.closed();
      // Between a line and a second one that made a heading of it.
      const bool done = closed || block.kind == BlockKind::heading;
      sign = parting.sign();
      opened = true;
      replace(document, i, pieces);
      if (done) return;
      i += pieces.size();
      continue;
    }
    ++i;
  }
}

}  // namespace protokoll
