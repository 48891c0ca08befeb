#include <algorithm>
#include <optional>

#include "publish/names.hpp"

namespace protokoll::publishing {
namespace {

// Of the parts of words; shorter ones are names only as whole words.
constexpr std::uint32_t shortest_part = 4;

std::u32string letters_of(const NameText& text, LetterRange range) {
  std::u32string letters;
  for (auto i = range.begin; i < range.end; ++i) letters += text.letters[i].folded;
  return letters;
}

// Letters that stand in a row with marks of an address: "a.weis@…", "/weis/", "weis_2019".
bool is_in_address(const NameText& text, LetterRange word) {
  if (!text.prose) return true;
  const auto& letters = text.letters;
  const auto digits = std::any_of(letters.begin() + word.begin, letters.begin() + word.end, [](const Letter& letter) { return letter.digit; });
  if (digits || ((letters[word.begin].gap | letters[word.end].gap) & low_line)) return true;
  const auto sign = [&](std::size_t at) { return at < text.signs.size() ? text.signs[at].code : U' '; };
  const auto before = letters[word.begin].sign > 0 ? sign(letters[word.begin].sign - 1) : U' ';
  const auto end = letters[word.end - 1].sign + 1;
  const auto after = sign(end);
  const auto joins = [](char32_t c) { return c == '@' || c == '/' || c == '#' || c == '=' || c == '&' || c == '\\'; };
  const auto next = sign(end + 1);
  return joins(before) || joins(after) || (after == '.' && next > ' ' && next != '<' && word.end + 1 < letters.size() && letters[word.end].gap == dot && !letters[word.end].upper);
}

}  // namespace

std::string NameText::text(LetterRange range) const {
  const auto place = signs_of(letters, range, signs);
  return text_of(signs, place.begin, place.end);
}

NameJudge::NameJudge(const PrivatePeople& people, const PublishOptions& options) : people_(people), options_(options) {
  for (const auto& word : options.keep_words) kept_words_.push_back(folded(word));
}

bool NameJudge::is_kept_word(const std::u32string& letters) const {
  return std::any_of(kept_words_.begin(), kept_words_.end(), [&](const std::u32string& word) { return !word.empty() && letters.starts_with(word); });
}

void NameJudge::judge(const NameText& text, LetterRange hit, const std::vector<std::uint32_t>& people, const std::function<void(const Judgement&, std::vector<std::uint32_t>)>& take) const {
  std::optional<Judgement> word, of_sure;  // what is the same for all of them: a whole word; for those with a sure name
  std::vector<std::uint32_t> as_word, as_part, as_ordinary;
  LetterRange place;
  for (const auto number : people) {
    const bool sure = people_.at(number).sure;
    const auto judged = word ? *word : of_sure && sure ? *of_sure : judge(text, hit, number);
    if (judged.sense == Sense::word) word = judged;
    if (sure && !options_.ordinary_words) of_sure = judged;
    if (judged.sense == Sense::none) continue;
    place = judged.word;
    if (judged.sense == Sense::ordinary) as_ordinary.push_back(number);
    if (judged.sense == Sense::word) as_word.push_back(number);
    if (judged.sense == Sense::part) as_part.push_back(number);
  }
  if (!as_word.empty()) take({Sense::word, place}, std::move(as_word));
  if (!as_part.empty()) take({Sense::part, place}, std::move(as_part));
  else if (as_word.empty() && !as_ordinary.empty()) take({Sense::ordinary, place}, std::move(as_ordinary));
}

NameJudge::Judgement NameJudge::judge(const NameText& text, LetterRange hit, std::uint32_t number) const {
  const auto& letters = text.letters;
  const auto& person = people_.at(number);
  if (is_spaced_out(letters, hit)) return {hit.size() >= shortest_part ? Sense::word : Sense::none, hit};
  if (!is_one_word(letters, hit)) return {};
  const auto word = word_around(letters, hit);
  if (is_kept_word(letters_of(text, word))) return {};
  const auto rest = letters_of(text, {hit.end, word.end});
  const bool whole = word.begin == hit.begin && (rest.empty() || people_.language().has("name_endings", text.text({hit.end, word.end})));
  if (whole && (rest.empty() || hit.size() >= shortest_part || (rest == U"s" && letters[hit.begin].upper))) {
    // "may", "will", "le" in small letters are no short names, nor is an article that begins a sentence.
    const bool is_short = hit.size() < shortest_part;
    const bool small = !letters[word.begin].upper && !is_in_address(text, word);
    const auto& language = people_.language();
    const auto printed = text.text(word);
    if (is_short && (small || language.has("articles", printed) || language.has("typical", printed) || language.has("pronouns", printed))) return {Sense::ordinary, word};
    return {Sense::word, word};
  }
  if (hit.size() < shortest_part || !person.sure) return {};
  return {sense_within(text, hit, word, number), word};
}

Sense NameJudge::sense_within(const NameText& text, LetterRange hit, LetterRange word, std::uint32_t number) const {
  if (!options_.ordinary_words || is_in_address(text, word)) return Sense::part;
  const auto& letters = text.letters;
  const auto& person = people_.at(number);
  // "annaweis", "aweis", "AnnaWeis": the rest is of the same name.
  const auto explains = [&](LetterRange rest) {
    const auto other = letters_of(text, rest);
    return other.size() <= 2 ? person.initials.find(other) != std::u32string::npos : PrivatePeople::has_part(person, other);
  };
  const LetterRange front{word.begin, hit.begin}, behind{hit.end, word.end};
  if (explains(front) && explains(behind)) return Sense::part;
  // "WeisHaus", "DrWeis": a capital within a word begins one.
  if (front.size() > 0 && letters[hit.begin].upper && !letters[hit.begin - 1].upper) return Sense::part;
  const auto hits = letters_of(text, hit);
  const auto part = std::find_if(person.parts.begin(), person.parts.end(), [&](const NamePart& p) { return p.letters == hits; });
  const bool given = part == person.parts.end() || part->given;
  // "Weisstraße", "WEISSTRASSE"
  return front.size() == 0 && letters[hit.begin].upper && !given ? Sense::part : Sense::ordinary;
}

}  // namespace protokoll::publishing
