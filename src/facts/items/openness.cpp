#include "facts/items/openness.hpp"

#include <algorithm>
#include <optional>

#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

constexpr WordClasses parts{public_part, closed_part};

/// Follows the document from front to back, and knows which part of the meeting it is in.
class PartReader {
 public:
  explicit PartReader(const Context& context) : context_(context) {}

  void read(ProtocolTable& table) {
    state_ = told_in_title();
    bool both = false;
    for (const auto& piece : table.head) {
      const auto before = state_;
      line(piece);
      both = both || (before && state_ && before != state_);
    }
    // An announced agenda has both parts; only a line right in front of the first item tells where the items begin.
    if (both) state_ = table.head.empty() ? std::nullopt : part_of_line(context_.view(table.head.back()));
    for (std::size_t i = 0; i < table.rows.size(); ++i) item(table.rows[i], i + 1 < table.rows.size() && table.rows[i + 1].depth > table.rows[i].depth);
  }

 private:
  void item(Row& row, bool has_items) {
    const auto title = row.title.empty() ? std::string_view{} : trim(context_.view(row.title.front()));
    const auto label = context_.view(row.label);
    if (const auto whole = label.empty() ? title : title.empty() ? label : join(label, title); const auto part = part_of_line(whole)) {
      // "8. Executive session" among other numbers is an item of its own, and the next one follows in public.
      const bool counted = !row.rendered_number.empty() || has_digit(label);
      if (counted && !has_items) {
        row.is_public = part;
        return;
      }
      state_ = part;
    }
    row.is_public = state_;
    if (const auto own = marked(label)) row.is_public = own;
    else if (const auto bracketed = in_brackets(title)) row.is_public = bracketed;
    sentence(title);
    for (const auto& piece : row.body) {
      const auto text = context_.view(piece);
      if (!line(piece) && context_.reading.classes(text).any({excludes_public, readmits_public}))
        for (const auto one : context_.sentences(text)) sentence(one);
    }
  }

  // "Minutes of the public meeting …"
  [[nodiscard]] std::optional<bool> told_in_title() const {
    const auto& title = context_.minutes.meeting.title.value;
    for (const auto& block : context_.document.blocks) {
      const auto text = context_.view(block.range);
      if (block.boilerplate || text.empty() || Context::flat(text) != title) continue;
      bool open = false, closed = false;
      const auto tokens = context_.reading.tokens(text);
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].is_any(parts)) continue;
        const bool phrase = i + 1 < tokens.size() && tokens[i + 1].inner;
        const bool of_meeting = i + 1 < tokens.size() && tokens[i + 1].is(meeting_noun);
        const bool joined = i + 2 < tokens.size() && context_.language.has("name_joiners", context_.reading.text(tokens[i + 1])) && tokens[i + 2].is_any(parts);
        if (!phrase && !of_meeting && !joined) continue;
        (tokens[i].is(closed_part) ? closed : open) = true;
      }
      if (open != closed) return open;
      return std::nullopt;
    }
    return std::nullopt;
  }

  // Takes over the part that a line names; an entry of a list names none.
  bool line(const Piece& piece) {
    if (context_.document.enclosing(context_.block(piece).container, ContainerKind::list) >= 0) return false;
    const auto part = part_of_line(context_.view(piece));
    if (part) state_ = part;
    return part.has_value();
  }

  // A line that says nothing but which part begins: "A. Öffentlicher Teil", "Part II - exempt items", "Huis clos".
  [[nodiscard]] std::optional<bool> part_of_line(std::string_view text) const {
    constexpr std::size_t longest = 90;
    text = trim(text);
    if (text.size() > longest) return std::nullopt;
    const auto tokens = context_.reading.tokens(text);
    bool open = false, closed = false, ends = false, partitioned = false;
    int others = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto& token = tokens[i];
      if (token.inner || token.kind != TokenKind::word) continue;
      if (token.is_any({excludes_public, readmits_public})) return std::nullopt;
      const bool counted = only_counted(tokens, i);
      partitioned = partitioned || counted;
      // "Klausur" may be a retreat.
      const bool meeting = token.is(meeting_noun) && !(i + 1 < tokens.size() && tokens[i + 1].inner);
      if (token.is_any(parts) && !counted && !meeting) (token.is(closed_part) ? closed : open) = true;
      else if (token.is(WordClass::close)) ends = true;
      else if (partitioned && context_.language.has("public_words", context_.reading.text(token))) open = true;
      else if (partitioned && context_.language.has("private_words", context_.reading.text(token))) closed = true;
      else if (!counted && !is_frame_word(token, i)) ++others;
    }
    if (open == closed || others > 0 || ends) return std::nullopt;
    return open;
  }

  // "Teil A", "Part II": tells nothing alone.
  [[nodiscard]] bool only_counted(Tokens tokens, std::size_t at) const {
    if (!tokens[at].is_any(parts)) return false;
    auto last = at;
    while (last + 1 < tokens.size() && tokens[last + 1].inner) ++last;
    constexpr std::size_t longest_count = 3;
    const auto& end = tokens[last];
    return last > at && (end.kind == TokenKind::number || end.value >= 0 || (end.capital && end.range.size() <= longest_count));
  }

  [[nodiscard]] bool is_frame_word(const Token& token, std::size_t at) const {
    const auto word = context_.reading.text(token);
    constexpr std::size_t longest_number = 4;  // "A", "III"
    if (at == 0 && token.capital && word.size() <= longest_number && is_all_roman_or_letter(word)) return true;
    if (token.is_any({meeting_noun, agenda_noun, minutes_noun, WordClass::open})) return true;
    const auto& language = context_.language;
    return language.has("of_words", word) || language.has("articles", word) || language.has("item_words", word) || language.has("hour_units", word) ||
           language.has("time_prepositions", word) || language.has("name_joiners", word) || language.has("topic_words", word);
  }

  static bool is_all_roman_or_letter(std::string_view word) { return word.size() == 1 || word.find_first_not_of("IVX") == std::string_view::npos; }

  // "The board went into closed session at 8 pm."
  void sentence(std::string_view text) {
    constexpr std::size_t longest = 400;
    if (text.empty() || text.size() > longest) return;
    const auto classes = context_.reading.classes(text);
    if (!classes.any({excludes_public, readmits_public}) || classes.any({condition, future, negation})) return;
    state_ = classes.has(readmits_public);
  }

  // "Ö 1", "N 2"
  [[nodiscard]] std::optional<bool> marked(std::string_view label) const {
    for (const auto word : words(label)) {
      const auto bare = trim(word, U".:()[]");
      if (context_.language.has("public_marks", bare)) return true;
      if (context_.language.has("closed_marks", bare)) return false;
    }
    return std::nullopt;
  }

  // "Purchase of land (not public)"
  [[nodiscard]] std::optional<bool> in_brackets(std::string_view title) const {
    const auto open = title.rfind('('), end = title.rfind(')');
    if (open == std::string_view::npos || end == std::string_view::npos || end < open) return std::nullopt;
    return part_of_line(title.substr(open + 1, end - open - 1));
  }

  const Context& context_;
  std::optional<bool> state_;
};

}  // namespace

void read_openness(ProtocolTable& table, const Context& context) { PartReader(context).read(table); }

}  // namespace protokoll
