#include <algorithm>
#include <vector>

#include "facts/meeting/place.hpp"
#include "facts/meeting/place_words.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// Goes on from a preposition as long as the words can belong to a place.
class Phrase {
 public:
  Phrase(Tokens tokens, std::string_view sentence, const Context& context) : tokens_(tokens), context_(context), language_(context.language), calendar_(calendar_parts(sentence, context.language)) {
    // Without what lies in another.
    std::size_t kept = 0;
    for (const auto part : calendar_)
      if (kept == 0 || part.data() + part.size() > calendar_[kept - 1].data() + calendar_[kept - 1].size()) calendar_[kept++] = part;
    calendar_.resize(kept);
  }

  PlaceMatch behind(std::size_t at) {
    while (at < tokens_.size() && (language_.has("articles", text(at)) || language_.has("place_prepositions", text(at)))) ++at;
    begin_ = at;
    end_ = at;
    bool named = false, capital = false, number = false;
    constexpr std::size_t most_tokens = 80;
    for (; at < tokens_.size() && allowed(at); ++at) {
      if (at - begin_ > most_tokens) return {};
      const auto& token = tokens_[at];
      if (token.kind == TokenKind::mark || is_link(at)) continue;
      named = named || token.is(WordClass::place);
      capital = capital || token.capital;
      number = number || token.kind == TokenKind::number;
      end_ = at + 1;
    }
    if (end_ == begin_) return {};
    // A closing bracket or quotation mark belongs to what it closes.
    while (end_ < tokens_.size() && closes(end_)) ++end_;
    PlaceMatch match{view(), 0};
    const auto& first = tokens_[begin_];
    const auto other = classes_beside_place(match.text, context_).any(no_place);
    if (named && !language_.month(text(begin_))) match.weight = other && !first.capital ? 2 : 3;
    else if (capital && number && first.capital && !other && is_address(match.text)) match.weight = 2;
    else if (first.capital && !other && !language_.has("given_names", text(begin_)) && !language_.addresses(text(begin_)) && !language_.month(text(begin_)) && !language_.weekday(text(begin_))) match.weight = 1;
    return match;
  }

  [[nodiscard]] std::size_t begin() const { return begin_; }

 private:
  // "Kranichgasse 3, 12345 Ort": a figure by itself makes no address.
  static bool is_address(std::string_view text) {
    std::size_t run = 0, longest = 0;
    for (const char c : text) longest = std::max(longest, run = c >= '0' && c <= '9' ? run + 1 : 0);
    return longest >= 4 || text.find(',') != std::string_view::npos;
  }

  [[nodiscard]] std::string_view text(std::size_t at) const { return at < tokens_.size() ? context_.reading.text(tokens_[at]) : std::string_view{}; }
  [[nodiscard]] std::string_view view() const { return join(text(begin_), text(end_ - 1)); }
  [[nodiscard]] bool is_link(std::size_t at) const { return language_.has("place_links", text(at)); }

  [[nodiscard]] bool in_calendar(std::size_t at) const {
    const auto word = text(at);
    const auto next = std::upper_bound(calendar_.begin(), calendar_.end(), word.data(), [](const char* place, std::string_view part) { return place < part.data(); });
    return next != calendar_.begin() && word.data() < std::prev(next)->data() + std::prev(next)->size();
  }

  [[nodiscard]] bool closes(std::size_t at) const {
    const auto mark = text(at);
    if (mark == ")") return view().find('(') != std::string_view::npos;
    return (mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" || mark == "\xC2\xBB") && view().find(mark == "\"" ? "\"" : "") != std::string_view::npos;
  }

  // A word that names something: a capital, a figure, a kind of place.
  [[nodiscard]] bool names(std::size_t at) const {
    if (at >= tokens_.size() || in_calendar(at)) return false;
    const auto& token = tokens_[at];
    return token.kind == TokenKind::number || (token.kind == TokenKind::word && (token.capital || token.is(WordClass::place)));
  }

  [[nodiscard]] bool allowed_mark(std::size_t at) const {
    const auto mark = text(at);
    const bool beside_last = text(at - 1).data() + text(at - 1).size() == mark.data();
    if (mark == ".") {
      const bool abbreviation = tokens_[at - 1].kind == TokenKind::word && (text(at - 1).size() <= 5 || language_.abbreviates(text(at - 1)));
      return beside_last && abbreviation && (names(at + 1) || text(at + 1) == ",");
    }
    if (mark == "," || mark == "(" || mark == "/" || mark == "&" || mark == "-" || mark == "\xE2\x80\x93" || mark == "#" || mark == "'" || mark == "\xE2\x80\x99")
      return names(at + 1) || (is_link(at + 1) && names(at + 2)) || (mark == "," && !in_calendar(at + 1) && names(at + 2) && tokens_[at + 1].kind == TokenKind::word);
    if (mark == ")") return join(text(begin_), text(at - 1)).find('(') != std::string_view::npos;
    return mark == "\"" || mark == "\xE2\x80\x9E" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" || mark == "\xC2\xAB" || mark == "\xC2\xBB";
  }

  // "Sala Azul el Consejo", "Casa Consistorial los señores": with its article the subject begins.
  [[nodiscard]] bool begins_subject(std::size_t at) const {
    constexpr WordClasses subjects{WordClass::body, WordClass::members, WordClass::office, WordClass::chair_office, WordClass::secretary_office};
    if (at + 1 >= tokens_.size() || tokens_[at].capital || !language_.has("articles", text(at))) return false;
    return (tokens_[at + 1].is_any(subjects) && !tokens_[at + 1].is(WordClass::place)) || language_.addresses(text(at + 1));
  }

  [[nodiscard]] bool allowed(std::size_t at) const {
    if (in_calendar(at)) return false;
    const auto& token = tokens_[at];
    if (token.kind == TokenKind::mark) return at > begin_ ? allowed_mark(at) : text(at) != "," && text(at) != "." && allowed_mark_in_front(at);
    if (token.kind == TokenKind::number) return true;
    const auto word = text(at);
    if (at > begin_ && tokens_[at - 1].kind == TokenKind::word && !is_link(at - 1) && begins_subject(at)) return false;
    if (language_.has("place_stops", word) && !token.capital && !(at > begin_ && is_link(at) && names(at + 1))) return false;
    if (names(at)) return true;
    if (is_link(at)) return names(at + 1) || is_link(at + 1) || (at + 1 < tokens_.size() && tokens_[at + 1].kind == TokenKind::word && at > begin_ && !language_.has("place_stops", text(at + 1)) && !in_calendar(at + 1));
    if (at > begin_ && token.inner && (tokens_[at - 1].inner || tokens_[at - 1].is(WordClass::place))) return true;
    // "biblioteca civica.", "sala piccola del municipio"
    const bool leads_on = language_.has("of_words", text(at + 1)) && (names(at + 2) || is_link(at + 2));
    const bool ends = leads_on || begins_subject(at + 1) || at + 1 == tokens_.size() || tokens_[at + 1].kind == TokenKind::mark || in_calendar(at + 1) || language_.has("time_prepositions", text(at + 1));
    if (at > begin_ && tokens_[at - 1].is(WordClass::place) && ends) return true;
    // "kleiner Saal", "salle des fêtes", "petit salon"
    return names(at + 1) || (at > begin_ && is_link(at - 1) && tokens_[begin_].is(WordClass::place));
  }

  [[nodiscard]] bool allowed_mark_in_front(std::size_t at) const {
    const auto mark = text(at);
    return mark == "\"" || mark == "\xE2\x80\x9E" || mark == "\xC2\xAB";
  }

  Tokens tokens_;
  const Context& context_;
  const Language& language_;
  std::vector<std::string_view> calendar_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace

PlaceMatch place_in_sentence(std::string_view sentence, const Context& context) {
  const auto tokens = context.reading.tokens(sentence);
  Phrase phrase(tokens, sentence, context);
  PlaceMatch best;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    // "s'est réuni salle de la mairie"
    const bool met = !tokens[i].capital && !tokens[i].is_any({WordClass::meeting_noun, WordClass::open}) && tokens[i + 1].is(WordClass::place) && !tokens[i + 1].inner && !tokens[i + 1].capital && context.language.has("meet_words", context.reading.text(tokens[i]));
    if (!met && !context.language.has("place_prepositions", context.reading.text(tokens[i]))) continue;
    auto match = phrase.behind(i + 1);
    i = std::max(i, phrase.begin() - 1);  // from the prepositions in between one gets to the same
    match.text = without_remark(match.text);
    if (match.weight > best.weight) best = match;
  }
  return best;
}

}  // namespace protokoll
