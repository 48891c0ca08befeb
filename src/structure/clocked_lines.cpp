#include "structure/clocked_lines.hpp"

#include <algorithm>

#include "structure/clock.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// Of "7:05" or "19.30", in front of a text that begins with one.
int minutes_of_day(std::string_view text) {
  constexpr int hour = 60;
  const auto digits_end = text.find_first_not_of("0123456789");
  const auto number = [](std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
  };
  return number(text.substr(0, digits_end)) * hour + number(text.substr(digits_end + 1, 2));
}

// "9.11" is rather a number than a time; "9.15" may be one.
bool may_count(std::string_view clock) {
  constexpr int round = 5;
  return clock[clock.find_first_not_of("0123456789")] == '.' && minutes_of_day(clock) % round != 0;
}

struct ClockedLine {
  std::size_t at;  // among the candidates
  std::string_view clock;
};

}  // namespace

void part_clocks(std::vector<Candidate>& candidates, const Context& context) {
  constexpr std::size_t fewest = 3, longest = 160;
  std::vector<ClockedLine> lines;
  std::size_t ascents = 0, sentences = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto& candidate = candidates[i];
    const auto& block = context.document.blocks[candidate.block];
    const auto text = context.view(candidate.range);
    if (block.kind != BlockKind::paragraph || block.container >= 0 || candidate.marks > 0 || text.size() > longest) continue;
    const auto clock = clock_in_front(text, context.language);
    if (clock.empty()) continue;
    ascents += !lines.empty() && minutes_of_day(clock) >= minutes_of_day(lines.back().clock);
    sentences += text.ends_with('.');
    lines.push_back({i, clock});
  }
  // What happened when, told in sentences, is no agenda; nor is a list of times that are not those of its course.
  if (lines.size() < fewest || ascents + 1 < lines.size() || sentences * 2 > lines.size()) return;
  if (std::any_of(lines.begin(), lines.end(), [](const ClockedLine& line) { return may_count(line.clock); })) return;
  for (const auto& [i, clock] : lines) {
    auto& candidate = candidates[i];
    candidate.label.reset();
    candidate.clock = clock;
    candidate.title = context.view(candidate.range).substr(clock.size());
    candidate.form = TitleForm::whole;
  }
}

void take_clocked(const std::vector<Candidate>& candidates, const Context& context, std::vector<bool>& chosen) {
  if (std::any_of(chosen.begin(), chosen.end(), [](bool is_item) { return is_item; })) return;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    chosen[i] = !candidates[i].clock.empty() && !candidates[i].title.empty() && context.document.blocks[candidates[i].block].kind == BlockKind::paragraph;
}

}  // namespace protokoll
