#include "ground/texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "source/utf8.hpp"
#include "words/text.hpp"

namespace protokoll::grounds {
namespace {

constexpr std::size_t shown = 60;

std::string excerpt(std::string_view text) {
  const auto cut = begin_of(text, shown);
  return Context::flat(cut) + (cut.size() < text.size() ? "..." : "");
}

/// The marks at the ends of a value, without white space.
std::pair<std::string_view, std::string_view> marks_of(std::string_view value, const Phrase& phrase) {
  return {trim(value.substr(0, phrase.front().range.begin)), trim(value.substr(phrase.back().range.end))};
}

}  // namespace

Range TextGrounder::fitted(std::string_view value, Stretch place) const {
  auto range = scene_.index().range(place);
  const auto phrase = scene_.index().phrase(value);
  if (phrase.empty() || place.empty()) return range;
  const std::string_view text = scene_.context().document.text;
  const auto [front, back] = marks_of(value, phrase);
  auto before = text.substr(0, range.begin);
  if (!front.empty() && trim(before.substr(before.size() - std::min<std::size_t>(before.size(), front.size() + 1))).ends_with(front)) {
    while (!before.ends_with(front)) before.remove_suffix(1);
    range.begin = static_cast<std::uint32_t>(before.size() - front.size());
  }
  if (!back.empty() && text.substr(range.end).starts_with(back)) range.end += static_cast<std::uint32_t>(back.size());
  return range;
}

std::optional<Verdict> TextGrounder::marks_only(std::string_view value, Stretch within) const {
  const auto range = scene_.index().range(within);
  const std::string_view text = scene_.context().document.text;
  const auto wanted = trim(value);
  const auto begin = range.begin > wanted.size() + 1 ? range.begin - wanted.size() - 1 : 0;
  const auto found = text.find(wanted, begin);
  if (found == std::string_view::npos || found > range.end + 1) return std::nullopt;
  return Verdict{Grounding::exact, {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + wanted.size())}};
}

std::optional<Verdict> TextGrounder::exact(std::string_view value, const Setting& setting) { return exact(value, scene_.index().phrase(value), setting); }

std::optional<Verdict> TextGrounder::exact(std::string_view value, const Phrase& phrase, const Setting& setting) {
  if (phrase.empty()) return marks_only(value, setting.within);
  const auto& index = scene_.index();
  const auto size = static_cast<std::uint32_t>(phrase.size());
  std::optional<Stretch> best;
  int best_score = -1;
  const auto consider = [&](std::uint32_t begin, bool preferred) {
    const Stretch place{begin, begin + size};
    const auto score = (taken_.contains({place.first, place.last}) ? 0 : 2) + static_cast<int>(preferred);
    if (score > best_score) best = place, best_score = score;
  };
  for (const auto& own : setting.own)
    for (const auto begin : index.find(phrase, own, 1)) consider(begin, true);
  for (const auto& preferred : setting.preferred) {
    if (best_score == 3) break;
    for (const auto begin : index.find(phrase, {std::max(preferred.first, setting.within.first), std::min(preferred.last, setting.within.last)}, 4)) consider(begin, true);
  }
  if (best_score < 3)
    for (const auto begin : index.find(phrase, setting.within)) consider(begin, false);
  if (!best) return std::nullopt;
  taken_.insert({best->first, best->last});
  Verdict verdict{Grounding::exact, fitted(value, *best)};
  if (setting.states && is_denied(*best)) {
    verdict.grounding = Grounding::contradicted;
    verdict.note = fmt::format("the minutes deny it: \"{}\"", excerpt(scene_.sentence_of(best->first)));
    verdict.place = scene_.context().range(scene_.sentence_of(best->first));
  }
  return verdict;
}

bool TextGrounder::denies(std::uint32_t word) const {
  const auto tokens = scene_.context().reading.tokens(scene_.index()[word].range);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.is(WordClass::negation) && !token.is_any({WordClass::lacking, WordClass::unanimous}); });
}

// "Not" right in front of the words, or right behind them at the end of their sentence, and they do not hold it.
bool TextGrounder::is_denied(Stretch place) const {
  constexpr std::uint32_t near = 2;
  const auto& index = scene_.index();
  const auto& text = scene_.context().document.text;
  const auto sentence = scene_.stretch(scene_.sentence_of(place.first));
  const auto joined = [&](std::uint32_t a, std::uint32_t b) { return text.find_first_of(".,;:!?()\n\f", index[a].range.end) >= index[b].range.begin; };
  for (auto word = place.first; word > sentence.first && place.first - word < near; --word) {
    if (!joined(word - 1, word)) break;
    if (denies(word - 1)) return true;
  }
  for (auto word = place.last; word < sentence.last && word - place.last < near; ++word) {
    if (!joined(word - 1, word)) break;
    if (denies(word)) return true;
  }
  return false;
}

std::string TextGrounder::difference(const Phrase& phrase, std::string_view value, const Alteration& alteration) const {
  constexpr std::size_t most = 8;
  const auto listed = [&](const std::vector<std::uint32_t>& words, auto text_of) {
    std::string list;
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i) list += fmt::format("{}\"{}\"", i ? " " : "", text_of(words[i]));
    return list + (words.size() > most ? " ..." : "");
  };
  const auto more = listed(alteration.left_out, [&](std::uint32_t word) { return scene_.index().text({word, word + 1}); });
  const auto less = listed(alteration.put_in, [&](std::uint32_t word) { return value.substr(phrase[word].range.begin, phrase[word].range.size()); });
  if (more.empty() && less.empty()) return "the minutes write the words or their numbers otherwise";
  if (less.empty()) return fmt::format("the minutes have {} besides", more);
  return more.empty() ? fmt::format("the minutes have no {}", less) : fmt::format("the minutes have {} instead of {}", more, less);
}

Verdict TextGrounder::altered(std::string_view value, const Phrase& phrase, const Alteration& alteration) const {
  Verdict verdict{Grounding::altered, scene_.index().range(alteration.place), {}, difference(phrase, value, alteration)};
  // A denial left out or put in turns the words round.
  const auto is_denial = [&](std::string_view word) { return scene_.language().lexicon().look_up(fold_case(word)).classes.has(WordClass::negation); };
  const bool left_out = std::any_of(alteration.left_out.begin(), alteration.left_out.end(), [&](std::uint32_t word) { return is_denial(scene_.index().text({word, word + 1})); });
  const bool put_in = std::any_of(alteration.put_in.begin(), alteration.put_in.end(),
                                  [&](std::uint32_t word) { return is_denial(value.substr(phrase[word].range.begin, phrase[word].range.size())); });
  if (left_out != put_in) verdict.grounding = Grounding::contradicted;
  return verdict;
}

Verdict TextGrounder::ground(std::string_view value, const Setting& setting) {
  const auto phrase = scene_.index().phrase(value);
  if (auto found = exact(value, phrase, setting)) return *found;
  const auto& index = scene_.index();
  const bool everywhere = setting.within == index.all();
  if (!everywhere) {
    if (auto found = exact(value, phrase, {index.all(), {}, {}, setting.states})) {
      if (found->grounding == Grounding::exact) found->grounding = Grounding::misplaced;
      found->elsewhere = index.range(setting.within);
      if (found->note.empty()) found->note = "the words stand elsewhere";
      return *found;
    }
    if (const auto alteration = index.find_altered(phrase, setting.within)) return altered(value, phrase, *alteration);
  }
  if (const auto alteration = index.find_altered(phrase, index.all())) {
    auto verdict = altered(value, phrase, *alteration);
    if (!everywhere) verdict.elsewhere = index.range(setting.within);
    return verdict;
  }
  return {Grounding::missing, {}, everywhere ? Range{} : index.range(setting.within), "no such words"};
}

}  // namespace protokoll::grounds
