#include "facts/items/attachments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr int longest_range = 50;  // more are no list that somebody attached
constexpr std::string_view en_dash = "\xE2\x80\x93";

// 0 for what begins with no digit.
int number_of(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "(Infoblatt)" at the front of a text, without its brackets.
std::string_view description_at(std::string_view text) {
  const auto rest = trim(text);
  if (rest.empty() || rest[0] != '(') return {};
  const auto close = rest.find(')');
  return close == std::string_view::npos || close > 120 ? std::string_view{} : rest.substr(1, close - 1);
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "3", "12a", "A", "IV" at the front of a text, with a border behind it; empty if there is none.
std::string_view number_at(std::string_view text) {
  constexpr std::size_t most_digits = 3, most_letters = 4;
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  if (size > most_digits) return {};
  if (size > 0) {
    size += size < text.size() && is_small(text[size]);
  } else {
    while (size < text.size() && is_capital(text[size])) ++size;
    const bool roman = text.substr(0, size).find_first_not_of("IVX") == std::string_view::npos;
    if (size > (roman ? most_letters : 1)) return {};
  }
  const auto next = first_character(text.substr(size));
  return is_letter(next) || is_digit(next) ? std::string_view{} : text.substr(0, size);
}

// Up to the next white space.
std::string_view run(std::string_view text) { return text.substr(0, std::min(text.find_first_of(" \n\t"), text.size())); }

// The number behind a word for an attachment: "Anlage 3", "Annex No. 3", "Allegato “A”".
std::string_view number_behind(std::string_view rest, const Language& language) {
  const auto gap = rest;
  rest = trim_front(rest, U"");
  const bool close = rest.data() == gap.data();
  if (const auto sign = run(rest); language.has("number_signs", sign)) rest = trim_front(rest.substr(sign.size()), U"");
  const auto number = number_at(trim_front(rest, U"[\"“«„"));
  return close && !number.empty() && !is_digit(number[0]) ? std::string_view{} : number;
}

struct Further {
  std::string_view number;  // empty if there is none
  bool range = false;       // "4 bis 6" has a 5 between them
};

// ", 5", "und 6", "bis 8": a further number of the same word, whose last number was `last`.
Further further(std::string_view text, std::string_view last, const Language& language) {
  text = trim_front(text, U"");
  const auto word = run(text);
  Further found;
  if (text.starts_with(',') || text.starts_with('/') || text.starts_with('-')) found = {number_at(trim_front(text.substr(1), U"")), text[0] == '-'};
  else if (text.starts_with(en_dash)) found = {number_at(trim_front(text.substr(en_dash.size()), U"")), true};
  else if (const bool range = language.has("range_words", word); range || language.has("name_joiners", word)) found = {number_at(trim_front(text.substr(word.size()), U"")), range};
  if (found.number.empty()) return {};
  const bool counts = is_digit(found.number[0]);
  return counts != is_digit(last[0]) || (found.range && !counts) ? Further{} : found;
}

// The first run of letters.
std::string_view next_word(std::string_view text) {
  const auto is_part = [](char c) { return static_cast<unsigned char>(c) >= 0x80 || is_small(c) || is_capital(c); };
  const auto begin = std::find_if(text.begin(), text.end(), is_part);
  return {begin, std::find_if_not(begin, text.end(), is_part)};
}

struct Cited {
  std::string_view basic;  // the word as it is normalised
  std::string_view words;
};

// The first word for an attachment in a text; it may have two parts ("pièce jointe").
Cited next_citation(std::string_view text, const Language& language) {
  std::string_view before_it;
  for (auto run = next_word(text); !run.empty(); run = next_word(after(text, run))) {
    const auto word = trim(run, U"„“”‚‘’«»‹›–—·•…");
    if (const auto basic = language.attachment(word); !basic.empty()) return {basic, word};
    if (!before_it.empty()) {
      const auto both = join(before_it, word);
      if (const auto basic = language.attachment(both); !basic.empty()) return {basic, both};
    }
    before_it = word;
  }
  return {};
}

}  // namespace

std::vector<AttachmentMention> find_attachments(std::string_view text, const Language& language) {
  std::vector<AttachmentMention> found;
  for (auto cited = next_citation(text, language); !cited.words.empty(); cited = next_citation(text, language)) {
    text = after(text, cited.words);
    auto last = number_behind(text, language);
    if (last.empty()) continue;
    const auto add = [&](std::string_view number, std::string_view place) {
      found.push_back({fmt::format("{} {}", cited.basic, number), description_at(after(text, place)), place});
      auto rest = after(text, place);
      if (!found.back().description.empty()) rest = after(rest, found.back().description).substr(1);
      return rest;
    };
    auto rest = add(last, join(cited.words, last));
    for (auto next = further(rest, last, language); !next.number.empty(); next = further(rest, last, language)) {
      if (next.range && number_of(next.number) - number_of(last) <= longest_range)
        for (auto between = number_of(last) + 1; between < number_of(next.number); ++between) add(std::to_string(between), join(last, next.number));
      rest = add(next.number, next.number);
      last = next.number;
    }
    text = after(text, last);
  }
  return found;
}

void collect_attachments(std::string_view text, std::string_view item_number, std::vector<std::string>& labels, Context& context) {
  for (const auto& mention : find_attachments(text, context.language)) {
    if (std::find(labels.begin(), labels.end(), mention.label) == labels.end()) labels.push_back(mention.label);
    auto& known = context.minutes.attachments;
    auto& cited = context.cited.try_emplace(mention.label, CitedAttachment{known.size(), {}}).first->second;
    if (cited.place == known.size()) known.push_back({.label = mention.label, .span = context.span(mention.place)});
    auto& attachment = known[cited.place];
    if (attachment.description.empty()) attachment.description = Context::flat(mention.description);
    if (!item_number.empty() && cited.items.emplace(item_number).second) attachment.items.emplace_back(item_number);
  }
}

}  // namespace protokoll
