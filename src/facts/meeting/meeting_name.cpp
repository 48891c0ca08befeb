#include "facts/meeting/meeting_name.hpp"

#include <algorithm>

#include "facts/meeting/statements.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

class NameReader {
 public:
  NameReader(std::string_view title, Context& context) : tokens_(context.reading.tokens(title)), context_(context), language_(context.language) {
    const auto dates = find_dates(title, language_);
    end_ = tokens_.size();
    if (!dates.empty()) {
      const auto date = context.range(dates.front().text).begin;
      end_ = static_cast<std::size_t>(std::find_if(tokens_.begin(), tokens_.end(), [&](const Token& token) { return token.range.begin >= date; }) - tokens_.begin());
    }
  }

  void read() {
    for (std::size_t i = 0; i < end_; ++i) {
      if (!own_classes(tokens_[i], context_).has(WordClass::meeting_noun)) continue;
      last_ = i;
      while (last_ + 1 < end_ && tokens_[last_ + 1].inner) ++last_;
      ordinal(i);
      if (!context_.minutes.meeting.ordinal) take_adjectives();
      organization();
      if (!context_.minutes.meeting.organization && !context_.minutes.meeting.ordinal) continue;
      context_.minutes.meeting.series = context_.stated(join(text(series_), text(last_)));
      return;
    }
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t at) const { return at < tokens_.size() ? context_.reading.text(tokens_[at]) : std::string_view{}; }

  // "25. ordentliches Plenum", "12th Example Meeting": a number of the order in front of the kind of meeting.
  void ordinal(std::size_t at) {
    series_ = at;
    constexpr std::size_t widest = 6;
    for (std::size_t back = 1; back <= widest && back <= at; ++back) {
      const auto place = at - back;
      const auto& token = tokens_[place];
      const auto behind = text(place + 1);
      const bool counted = token.kind == TokenKind::number && token.value > 0 && token.value < 10000 && text(place).size() <= 4 && (behind == "." || language_.has("date_suffixes", behind) || behind == "\xC2\xAA" || behind == "\xC2\xBA" || behind == "\xC2\xB0");
      const bool worded = token.kind == TokenKind::word && language_.number(text(place)) && *language_.number(text(place)) > 1;
      if (counted || worded) {
        auto& meeting = context_.minutes.meeting;
        meeting.ordinal = counted ? token.value : *language_.number(text(place));
        meeting.ordinal_span = context_.span(text(place));
        const auto begin = place + (counted ? 2U : 1U);
        if (begin < at && tokens_[begin].capital && !own_classes(tokens_[begin], context_).has(WordClass::meeting_noun)) meeting.organization = context_.stated(join(text(begin), text(at - 1)));
        return;
      }
      const bool of_number = text(place) == "." && place > 0 && tokens_[place - 1].kind == TokenKind::number;
      if (token.kind == TokenKind::mark && !of_number && text(place) != "\xC2\xAA" && text(place) != "\xC2\xBA" && text(place) != "\xC2\xB0") return;
    }
  }

  // "van de openbare vergadering": what stands between an article and the kind of meeting belongs to it.
  void take_adjectives() {
    auto at = series_;
    while (at > 0 && tokens_[at - 1].kind == TokenKind::word && !tokens_[at - 1].capital && !is_small_word(at - 1)) --at;
    if (at < series_ && at > 0 && is_small_word(at - 1) && series_ - at <= 2) series_ = at;
  }

  [[nodiscard]] bool is_small_word(std::size_t at) const { return language_.has("of_words", text(at)) || language_.has("articles", text(at)); }

  // "de la reunión del veintitrés de mayo"
  [[nodiscard]] bool is_day_in_words(std::size_t at) const {
    if (!language_.number(text(at)) && !language_.has("first_words", text(at))) return false;
    for (++at; at < end_ && language_.has("date_joiners", text(at));) ++at;
    return at < end_ && language_.month(text(at)).has_value();
  }

  void organization() {
    auto& meeting = context_.minutes.meeting;
    if (meeting.organization) return;
    auto at = last_ + 1;
    // "de la séance publique du conseil": an adjective belongs to the kind of meeting.
    for (int adjectives = 0; adjectives < 2 && at < end_ && tokens_[at].kind == TokenKind::word && !tokens_[at].capital && !language_.has("of_words", text(at)); ++adjectives, ++at)
      if (language_.has("place_stops", text(at)) || language_.has("date_joiners", text(at)) || language_.has("place_prepositions", text(at))) return;
    if (at >= end_ || !language_.has("of_words", text(at))) return;
    const auto series_end = at - 1;
    while (at < end_ && (language_.has("of_words", text(at)) || language_.has("articles", text(at)))) ++at;
    const auto begin = at;
    if (begin >= end_ || tokens_[begin].kind == TokenKind::number || tokens_[begin].kind == TokenKind::mark || language_.weekday(text(begin)) || language_.month(text(begin)) || is_day_in_words(begin)) return;
    for (; at < end_; ++at) {
      const auto word = text(at);
      if (word == "," || word == "(" || word == "\xE2\x80\x93" || tokens_[at].kind == TokenKind::number || language_.weekday(word)) break;
      if (at > begin && (language_.has("organization_stops", word) || language_.has("meet_words", word))) break;
    }
    while (at > begin && (language_.has("date_joiners", text(at - 1)) || (tokens_[at - 1].kind == TokenKind::mark && text(at - 1) != "." && text(at - 1) != ")" && text(at - 1) != "\""))) --at;
    if (at == begin) return;
    last_ = series_end;
    meeting.organization = context_.stated(without_full_stop(join(text(begin), text(at - 1)), language_));
  }

  Tokens tokens_;
  Context& context_;
  const Language& language_;
  std::size_t end_ = 0, series_ = 0, last_ = 0;
};

}  // namespace

void read_meeting_name(std::string_view title, Context& context) { NameReader(title, context).read(); }

}  // namespace protokoll
