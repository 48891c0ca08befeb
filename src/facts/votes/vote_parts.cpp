#include "facts/votes/vote_parts.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "facts/votes/opposition.hpp"
#include "languages/lexicon.hpp"
#include "words/counts.hpp"
#include "words/infinitive.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

constexpr std::uint32_t longest_count = 9;  // digits

const TextBlock* block_at(std::uint32_t place, const Document& document) {
  const auto behind = std::upper_bound(document.blocks.begin(), document.blocks.end(), place, [](std::uint32_t at, const TextBlock& block) { return at < block.range.begin; });
  return behind == document.blocks.begin() ? nullptr : &*(behind - 1);
}

// The bytes of a range that are not struck out.
std::uint32_t standing_bytes(Range range, const Context& context, Range& standing) {
  standing = range;
  const auto* block = block_at(range.begin, context.document);
  if (!block) return range.size();
  std::uint32_t bytes = 0;
  Range found;
  const auto runs = std::span(context.document.runs).subspan(block->first_run, block->last_run - block->first_run);
  auto first = std::upper_bound(runs.begin(), runs.end(), range.begin, [](std::uint32_t at, const Run& run) { return at < run.range.end; });
  for (; first != runs.end() && first->range.begin < range.end; ++first) {
    const auto& run = *first;
    const auto begin = std::max(run.range.begin, range.begin), end = std::min(run.range.end, range.end);
    if (begin >= end || (run.style & strike)) continue;
    if (bytes == 0) found.begin = begin;
    found.end = end;
    bytes += end - begin;
  }
  if (bytes > 0) standing = found;
  return bytes;
}

class PartFinder {
 public:
  PartFinder(std::string_view text, const Context& context) : text_(text), context_(context) {}

  std::vector<Part> find() {
    const auto tokens = context_.reading.tokens(text_);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto& token = tokens[i];
      if (token.range.begin < taken_) continue;
      is_phrase_ = i + 1 < tokens.size() && tokens[i + 1].inner;
      is_wish_ = i > 0 && tokens[i - 1].kind == TokenKind::word && is_infinitive(context_.reading.text(tokens[i - 1]), context_.reading.text(tokens[i]), context_.language);
      Range standing;
      const auto bytes = standing_bytes(token.range, context_, standing);
      if (bytes == 0) continue;
      if (token.kind == TokenKind::number) number(token, standing);
      else if (token.kind == TokenKind::mark) mark(token);
      else word(token);
    }
    return std::move(parts_);
  }

 private:
  Part& add(PartKind kind, const Token& token) {
    Part part;
    part.kind = kind;
    part.range = token.range;
    if (is_phrase_) part.range.end = phrase(token).back().range.end;
    part.classes = token.classes;
    if (is_wish_) part.classes.add(infinitive);
    parts_.push_back(part);
    return parts_.back();
  }

  void number(const Token& token, Range standing) {
    const auto digits = context_.view(standing);
    const auto whole = whole_count(text_, {}, digits);
    if (!whole || standing.size() > longest_count || is_measure(whole->printed) || is_year(*whole) || is_ordinal(whole->printed)) {
      add(PartKind::word, token);
      return;
    }
    auto& part = add(PartKind::count, token);
    part.value = whole->value;
    part.range = context_.range(whole->printed);
    part.firm = true;
    part.bare = digits.size() == 1 || digits.front() != '0';
    taken_ = part.range.end;
  }

  // "1. Vorsitzender", "No: 05"
  [[nodiscard]] bool is_ordinal(std::string_view printed) const {
    if (printed.size() > 1 && printed.front() == '0') return true;
    const auto behind = after(text_, printed);
    // "el voto en contra del 3º C"
    for (const std::string_view sign : {"\u00BA", "\u00AA", ".\u00BA", ".\u00AA"})
      if (behind.starts_with(sign)) return true;
    const auto next = context_.reading.tokens(trim(behind, U". "));
    return behind.starts_with(". ") && !next.empty() && next.front().is_any({office, chair_office, secretary_office, meeting_noun});
  }

  // "The budget for 2017", "2017-42": four digits that may be a year are no count unless votes are what they count.
  [[nodiscard]] bool is_year(const Count& whole) const {
    constexpr int first_year = 1800, last_year = 2199;
    if (whole.printed.size() != 4 || whole.value < first_year || whole.value > last_year) return false;
    const auto behind = context_.reading.tokens(trim(after(text_, whole.printed)));
    return behind.empty() || !behind.front().is(votes);
  }

  // A percentage or an amount of money is no count of votes.
  [[nodiscard]] bool is_measure(std::string_view printed) const {
    const auto left = trim(before(text_, printed)), right = trim(after(text_, printed));
    for (const std::string_view sign : {"\u20AC", "$", "\u00A3", "\u00A7", "#"})
      if (left.ends_with(sign)) return true;
    for (const std::string_view sign : {"\u20AC", "$", "\u00A3", "%", "\u2030", "\u00B0"})
      if (right.starts_with(sign)) return true;
    // "300 Euro", "40 Stühle": a noun that has nothing to do with votes is what is counted.
    const auto behind = context_.reading.tokens(right);
    constexpr std::uint32_t shortest_noun = 4;
    return !behind.empty() && behind.front().kind == TokenKind::word && behind.front().capital && behind.front().classes.empty() && !behind.front().inner &&
           behind.front().range.size() >= shortest_noun;
  }

  void mark(const Token& token) {
    const auto text = context_.view(token.range);
    const bool dash = text == "\u2013" || text == "\u2014" || text == "\u2011";
    auto& part = add(token.mark == '/' || token.mark == '-' || token.mark == ':' || dash ? PartKind::stroke : PartKind::mark, token);
    part.mark = dash ? '-' : token.mark;
  }

  void word(const Token& token) {
    const auto text = context_.view(token.range);
    if (token.inner) {
      const bool of_side = !parts_.empty() && parts_.back().kind == PartKind::side && token.range.begin < parts_.back().range.end;  // "votos a favor"
      if (!of_side && context_.language.has("versus", text)) add(PartKind::versus, token);
      return;
    }
    if (context_.language.has("versus", text) && !token.is_any({yes, no})) {
      add(PartKind::versus, token);
    } else if (token.is_any({yes, no, abstain, invalid})) {
      side(add(PartKind::side, token), token);
    } else if (token.is(unanimous) && denies_a_side(token)) {
      return;
    } else if (is_own_abstention(token)) {
      add(PartKind::count, token).value = 1;
    } else if (token.value >= 0) {
      auto& part = add(token.value == 0 ? PartKind::none : PartKind::count, token);
      part.value = token.value;
    } else if (token.is(negation) && text.find('-') == std::string_view::npos) {  // "non-tenants" denies nothing beside it
      add(PartKind::none, token).value = 0;
    } else {
      const bool noun = (token.is(votes) && !token.is_any({vote_noun, members, present})) || (is_phrase_ && context_.reading.alone(token).has(votes));
      add(noun ? PartKind::votes : PartKind::word, token);
    }
    parts_.back().small_word = !token.capital;
    parts_.back().joins = context_.language.has("name_joiners", text);
    if (token.is(reject)) parts_.back().denies = token.is(negation) || (is_phrase_ && has_denial(token));
    else if (token.is(accept) && denied_within(token)) parts_.back().classes.add(reject), parts_.back().denies = true;
  }

  // "With 5 votes and his own abstention": one abstains, and the votes in front are those of others.
  [[nodiscard]] bool is_own_abstention(const Token& token) const {
    if (!context_.language.has("own_words", context_.view(token.range))) return false;
    const auto behind = context_.reading.tokens(Range{token.range.end, context_.range(text_).end});
    return !behind.empty() && behind.front().is(abstain);
  }

  // "Findet nicht die nötige Mehrheit": a phrase in two parts with a denial in front of the second.
  [[nodiscard]] bool denied_within(const Token& first) const {
    constexpr std::size_t reach = 12;
    const auto all = context_.reading.tokens(Range{first.range.begin, context_.range(text_).end});
    bool denied = false;
    for (std::size_t i = 1; i < std::min(all.size(), reach) && (all[i].kind != TokenKind::mark || all[i].mark == '"'); ++i) {
      if (all[i].inner && i > 1) return denied;
      if (all[i].inner || all[i].is_any({accept, adopt, reject})) return false;
      denied = denied || all[i].is(negation);
    }
    return false;
  }

  [[nodiscard]] Tokens phrase(const Token& token) const {
    const auto all = context_.reading.tokens(Range{token.range.begin, context_.range(text_).end});
    std::size_t end = 1;
    while (end < all.size() && all[end].inner) ++end;
    return all.subspan(0, std::min(end, all.size()));
  }

  [[nodiscard]] bool has_denial(const Token& first) const {
    const auto words = phrase(first);
    return std::any_of(words.begin(), words.end(), [&](const Token& token) { return context_.reading.alone(token).has(negation); });
  }

  void side(Part& part, const Token& token) const {
    part.side = token.is(abstain) ? Side::abstain : token.is(no) ? Side::no : token.is(yes) ? Side::yes : Side::invalid;
    part.firm = token.is(abstain) || token.is(votes) || token.is(invalid) || is_phrase_;
  }

  // "Without opposition": a phrase of unanimity out of a denial and the word of a side.
  bool denies_a_side(const Token& token) {
    bool denial = false;
    WordClasses found;
    Range range = token.range;
    for (const auto& word : phrase(token)) {
      const auto classes = context_.reading.alone(word);
      denial = denial || classes.has(negation) || word.value == 0;
      if (classes.any({no, abstain})) found |= classes;
      range.end = word.range.end;
    }
    if (!denial || !found.any({no, abstain})) return false;
    auto& part = add(PartKind::side, token);
    part.side = found.has(no) ? Side::no : Side::abstain;
    part.range = range;
    part.value = 0;
    part.firm = true;
    part.classes = {};
    return true;
  }

  std::string_view text_;
  const Context& context_;
  std::vector<Part> parts_;
  std::uint32_t taken_ = 0;
  bool is_wish_ = false;    // a mark of the infinitive stands in front
  bool is_phrase_ = false;  // the token begins a phrase of several words
};

}  // namespace

std::vector<Part> vote_parts(std::string_view text, const Context& context) {
  auto parts = PartFinder(text, context).find();
  read_opposition(parts, context);
  return parts;
}

}  // namespace protokoll
