#include "structure/units.hpp"

#include <algorithm>

#include "structure/agenda_label.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::string_view heading_characters = "=#*+~_^";

bool is_letter_or_digit(char32_t c) { return is_letter(c) || is_digit(c); }

// Where the lines of a block end for its author, not only for its width.
class LineCutter {
 public:
  LineCutter(std::uint32_t block, const Context& context) : block_(block), context_(context), lines_(lines(context.view(context.document.blocks[block].range))) {
    for (const auto line : lines_) longest_ = std::max(longest_, line.size());
  }

  void cut(std::vector<Unit>& units) const {
    bool first = true;
    for (std::size_t i = 0; i < lines_.size();) {
      auto last = i;
      while (last + 1 < lines_.size() && !parts(lines_[last], lines_[last + 1])) ++last;
      const auto begin = context_.range(lines_[i]).begin, end = context_.range(lines_[last]).end;
      units.push_back({block_, {begin, end}, first});
      first = false;
      i = last + 1;
    }
  }

 private:
  [[nodiscard]] bool parts(std::string_view line, std::string_view next) const {
    constexpr std::size_t always_short = 60;
    if (longest_ < always_short) return true;
    if (is_ruler(next) || is_ruler(line) || line.ends_with(':') || heading_marks(next).level > 0) return true;
    if (without_bullet(next).size() < next.size()) return true;
    const auto label = parse_agenda_label(next, context_.language);
    if (label && !label->rest.empty() && !is_lower(first_character(label->rest))) return true;
    return line.size() * 10 < longest_ * 7 && !is_lower(first_character(next)) && !line.ends_with(',');
  }

  std::uint32_t block_;
  const Context& context_;
  std::vector<std::string_view> lines_;
  std::size_t longest_ = 0;
};

}  // namespace

std::vector<Unit> find_units(const Context& context) {
  std::vector<Unit> units;
  const auto& blocks = context.document.blocks;
  units.reserve(blocks.size());
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].boilerplate || blocks[i].range.empty()) continue;
    const auto text = context.view(blocks[i].range);
    const bool whole = blocks[i].kind == BlockKind::heading || blocks[i].kind == BlockKind::metadata || text.find('\n') == std::string_view::npos;
    if (whole) units.push_back({i, blocks[i].range, true});
    else LineCutter(i, context).cut(units);
  }
  return units;
}

HeadingMarks heading_marks(std::string_view text) {
  const auto front = std::min(text.find_first_not_of(heading_characters), text.size());
  constexpr std::size_t most = 6;
  if (front == 0 || front > most || front >= text.size() || text.find_first_not_of(text[0]) < front) return {text, 0};
  const bool written_together = text[0] == '#' && front > 1 && is_upper(first_character(text.substr(front)));
  if (text[front] != ' ' && !written_together) return {text, 0};
  auto title = trim(text.substr(front));
  const auto end = title.find_last_not_of(text[0]);
  if (end == std::string_view::npos) return {text, 0};
  title = trim(title.substr(0, end + 1));
  return {title, static_cast<int>(front)};
}

bool is_ruler(std::string_view text) {
  constexpr std::size_t shortest = 3;
  if (text.size() < shortest) return false;
  return std::none_of(text.begin(), text.end(), [](char c) { return is_letter_or_digit(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

}  // namespace protokoll
