#include "facts/attendance/presence_marks.hpp"

#include <algorithm>

#include "facts/attendance/people_lines.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t longest_code = 4, longest_meaning = 60, most_explanations = 40;

// "A", "MK"
bool is_code(std::string_view word) { return is_upper(first_character(word)) && (word.size() == 1 || is_all_capitals(word)) && !has_digit(word); }

// The cell up to a remark: "ja" of "ja, ab 19:30".
std::string_view head_of(std::string_view cell) {
  const auto end = cell.find_first_of(",( \n;");
  return trim(cell.substr(0, end), U".:");
}

}  // namespace

PresenceMarks::PresenceMarks(const std::vector<Piece>& pieces, const Context& context) : context_(context) {
  for (const auto& piece : pieces) {
    const auto text = context.view(piece);
    read_equals(text);
    for (const auto line : lines(text)) read_gaps(line);
  }
  read_cells(pieces);
}

// "X = present, E = excused", "X = present   E = excused"
void PresenceMarks::read_equals(std::string_view text) {
  for (auto at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
    constexpr std::size_t reach = 40;
    const auto from = at > reach ? at - reach : 0;
    const auto code = last_word(trim(text.substr(from, at - from)));
    auto meaning = text.substr(at + 1);
    const auto end = std::min(meaning.find_first_of(",;=.\n"), meaning.size());
    const bool another = end < meaning.size() && meaning[end] == '=';
    meaning = trim(meaning.substr(0, end));
    if (another) meaning = trim(before(meaning, last_word(meaning)));
    const auto known = legend_.size();
    note(trim(code, U"(."), meaning);
    if (legend_.size() == known || explanations_.size() >= most_explanations) continue;
    for (const auto line : lines(text))
      if (line.data() <= code.data() && code.data() < line.data() + line.size()) explanations_.push_back(line);
  }
}

void PresenceMarks::note(std::string_view code, std::string_view meaning) {
  if (code.empty() || code.size() > longest_code) return;
  if (meaning.size() > longest_meaning) return;
  const auto said = context_.reading.classes(meaning);
  auto standing = standing_of(meaning, context_);
  if (!standing) standing = standing_of(said);
  if (!standing || !is_attendance(*standing)) return;
  // "nicht eingeladen" is no guest.
  if (*standing == Standing::guest && said.has(WordClass::negation)) void_.emplace(code);
  else legend_.emplace(std::string(code), *standing);
}

// "A aanwezig" beside "MK afwezig met kennisgeving" in cells of their own.
void PresenceMarks::read_cells(const std::vector<Piece>& pieces) {
  std::vector<std::string_view> found;
  for (const auto& piece : pieces) {
    const auto text = trim(context_.view(piece));
    const auto code = first_word(text), meaning = trim(after(text, code));
    if (context_.document.enclosing(context_.block(piece).container, ContainerKind::cell) < 0 || code.size() > longest_code || !is_code(code) || meaning.empty()) continue;
    if (found.size() >= most_explanations) break;
    if (const auto standing = standing_of(meaning, context_); standing && is_attendance(*standing) && is_lower(first_character(meaning))) found.push_back(text);
  }
  if (found.size() < 2) return;
  for (const auto text : found) {
    note(first_word(text), trim(after(text, first_word(text))));
    explanations_.push_back(text);
  }
}

bool PresenceMarks::explains(const std::vector<std::string_view>& column) const {
  return !column.empty() && std::all_of(column.begin(), column.end(), [&](std::string_view cell) { return legend_.contains(head_of(cell)) || is_void(cell); });
}

bool PresenceMarks::is_void(std::string_view cell) const { return void_.contains(trim(cell, U"*_")) && !legend_.contains(trim(cell, U"*_")); }

// "A aanwezig   MK afwezig met kennisgeving": wide gaps between them.
void PresenceMarks::read_gaps(std::string_view line) {
  constexpr std::size_t longest_line = 200;
  if (line.size() > longest_line) return;
  std::vector<std::pair<std::string_view, std::string_view>> found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    if (at < line.size() && (line[at] != ' ' || !is_wide_gap(line, at, context_))) continue;
    const auto part = trim(line.substr(begin, at - begin));
    const auto code = first_word(part);
    if (!is_code(code) || code.size() == part.size()) return;
    found.emplace_back(code, trim(after(part, code)));
    begin = at + 1;
  }
  if (found.size() < 2 || explanations_.size() >= most_explanations) return;
  explanations_.push_back(line);
  for (const auto& [code, meaning] : found) note(code, meaning);
}

bool PresenceMarks::is_legend(std::string_view line) const {
  return std::any_of(explanations_.begin(), explanations_.end(), [&](std::string_view known) { return known.data() == line.data(); });
}

void PresenceMarks::learn(const std::vector<std::string_view>& column) {
  if (!legend_.empty()) return;
  std::map<std::string_view, std::size_t> counts;
  for (const auto cell : column)
    if (const auto code = head_of(cell); !code.empty() && code.size() <= 2 && is_letter(first_character(code))) ++counts[code];
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end() || most->second * 2 < column.size() || column.size() < 3) return;
  legend_.emplace(std::string(most->first), Standing::present);
}

std::optional<Standing> PresenceMarks::read(std::string_view cell) const {
  cell = trim(cell, U"*_");
  if (cell.empty()) return std::nullopt;
  const auto& language = context_.language;
  const auto code = head_of(cell);
  if (const auto known = legend_.find(code); known != legend_.end()) return known->second;
  for (const auto text : {cell, code}) {
    if (language.has("excuse_marks", text)) return Standing::excused;
    if (language.has("presence_marks", text)) return Standing::present;
    if (language.has("absence_marks", text)) {
      const auto rest = context_.reading.classes(cell);
      return rest.has(WordClass::excused) && !rest.has(WordClass::absent) ? Standing::excused : Standing::absent;
    }
  }
  constexpr std::size_t most_words = 6;
  if (words(cell).size() > most_words) return std::nullopt;
  const auto standing = standing_of(cell, context_);
  return standing && is_attendance(*standing) ? standing : std::nullopt;
}

}  // namespace protokoll
