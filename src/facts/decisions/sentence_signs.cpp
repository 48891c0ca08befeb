#include "facts/decisions/sentence_signs.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "facts/decisions/sentence_mood.hpp"
#include "facts/votes/votes.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

// What is done, by whom or to what, and in which mood.
constexpr std::array deeds{adopt, resolve, accept, approve, reject, elect, discharge, note, agree, recommend, defer, withdraw, move, suggest, undertake, assign};
constexpr std::array around{body,    members, we,        pronoun,   office, motion_noun, decision_noun, minutes_noun, agenda_noun, agenda_title, earlier,   later, modal,
                            must,    future,  condition, that,      report, discuss,     ask,           opine,        thank,       done,         unanimous, votes, vote_noun,
                            majority, second, act,       task_noun, close,  open,        ballot,        election_noun};
constexpr WordClasses moods{modal, must, future, condition, suggest};
constexpr WordClasses all_deeds{adopt, resolve, accept, approve, reject, elect, discharge, note, agree, recommend, defer, withdraw, move};

std::string named(std::string_view prefix, WordClass c, std::string_view suffix = {}) { return std::string(prefix) + std::string(to_string(c)) + std::string(suffix); }

class SignReader {
 public:
  SignReader(std::string_view text, const Context& context) : text_(text), context_(context) {
    constexpr std::size_t most = 400;  // tokens; what stands behind them changes nothing
    const auto all = context.reading.tokens(text);
    tokens_ = all.subspan(0, std::min(all.size(), most));
  }

  SentenceSigns read() {
    signs_.classes = all_classes(tokens_);
    const SentenceMood mood(text_, tokens_, signs_.classes, context_);
    signs_.elsewhen = mood.is_elsewhen();
    if (signs_.elsewhen) add("elsewhen");
    signs_.plain = !signs_.elsewhen && mood.states_deed();
    classes();
    deeds_in_mood();
    main_clause();
    ends();
    front();
    form();
    return std::move(signs_);
  }

 private:
  void add(std::string name) { signs_.features.add(name); }

  void classes() {
    for (std::size_t c = 0; c < word_class_count; ++c)
      if (signs_.classes.has(static_cast<WordClass>(c))) add(named("", static_cast<WordClass>(c)));
    for (const auto deed : deeds)
      if (signs_.classes.has(deed))
        for (const auto other : around)
          if (signs_.classes.has(other)) add(named(std::string(to_string(deed)) + " & ", other));
  }

  // Each deed once for each mood: denied, wished for, told by "that", of an earlier time, behind who does it.
  void deeds_in_mood() {
    WordClasses denied, wished, told, past, acted, addressed, dated;
    bool date = false;
    std::size_t negated = tokens_.size(), wishes = negated, teller = negated, before = negated, actor = negated, person = negated;
    constexpr std::size_t near = 5, far = 25;
    const auto within = [](std::size_t from, std::size_t at, std::size_t reach) { return from < at && at - from <= reach; };
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto& token = tokens_[i];
      if (token.is_any(all_deeds))
        for (const auto deed : deeds) {
          if (!token.is(deed)) continue;
          if (within(negated, i, near)) denied.add(deed);
          if (within(wishes, i, far)) wished.add(deed);
          if (within(teller, i, far)) told.add(deed);
          if (within(before, i, near)) past.add(deed);
          if (within(actor, i, near)) acted.add(deed);
          if (within(person, i, near)) addressed.add(deed);
          if (date) dated.add(deed);
        }
      date = date || is_date(token);
      if (token.is(negation)) negated = i;
      if (token.is_any(moods)) wishes = i;
      if (token.is(that)) teller = i;
      if (token.is(earlier)) before = i;
      if (token.is_any({body, members, we})) actor = i;
      if (token.is_any({pronoun, office})) person = i;
    }
    for (const auto deed : deeds) {
      if (denied.has(deed)) add(named("not ", deed));
      if (wished.has(deed)) add(named("may ", deed));
      if (told.has(deed)) add(named("that ", deed));
      if (past.has(deed)) add(named("once ", deed));
      if (acted.has(deed)) add(named("body ", deed));
      if (addressed.has(deed)) add(named("person ", deed));
      if (dated.has(deed)) add(named("date before ", deed));
    }
    if (date) add("dated");
  }

  // The name of a month or a year.
  [[nodiscard]] bool is_date(const Token& token) const {
    constexpr std::int32_t first_year = 1950, last_year = 2100;
    constexpr std::uint32_t longer = 4;  // "may" and "mar" are other words as well
    if (token.kind == TokenKind::number) return token.value >= first_year && token.value <= last_year && token.range.size() == longer;
    return token.kind == TokenKind::word && (token.capital || token.range.size() >= longer) && context_.language.month(context_.reading.text(token)).has_value();
  }

  // What is done in its main clause, as far as one sees: in front of the first comma, bracket or "that".
  void main_clause() {
    WordClasses done_here;
    for (const auto& token : tokens_) {
      if (token.is_any({that, condition}) || token.mark == ',' || token.mark == '(' || token.mark == ';') break;
      done_here |= token.classes;
    }
    for (const auto deed : deeds)
      if (done_here.has(deed)) add(named("main ", deed));
  }

  // How it begins: with a label, with a name.
  void front() {
    constexpr std::size_t longest_label = 40;
    const auto colon = text_.find(':');
    const bool labels = colon != std::string_view::npos && colon <= longest_label;
    if (labels)
      for (const auto& key : context_.language.label(trim(text_.substr(0, colon), U"*_ ")))
        add("says " + key);
    std::size_t names = 0;
    while (names < tokens_.size() && tokens_[names].capital && tokens_[names].classes.empty() && tokens_[names].kind == TokenKind::word) ++names;
    constexpr std::size_t most_names = 3;
    if (names > 0 && names <= most_names) {
      add("name");
      for (const auto deed : deeds)
        if (names < tokens_.size() && tokens_[names].is(deed)) add(named("name ", deed));
      if (names == tokens_.size()) add("name only");
    }
    if (labels && signs_.classes.any(offices) && holds_names(after(text_, text_.substr(0, colon + 1)))) add("office and name");
  }

  // "Ann Leek, Tom Wye (Bath)": words with a capital that are nothing but names.
  [[nodiscard]] bool holds_names(std::string_view text) const {
    constexpr std::size_t most = 8;
    std::size_t names = 0;
    for (const auto& token : context_.reading.tokens(text)) {
      if (token.kind != TokenKind::word || context_.language.has("name_joiners", context_.reading.text(token))) continue;
      if (!token.capital || token.is_any({adopt, accept, act})) return false;
      ++names;
    }
    return names > 0 && names <= most;
  }

  // The kinds of its first and last words.
  void ends() {
    constexpr std::size_t reach = 2;
    const auto front = tokens_.subspan(0, std::min(tokens_.size(), reach));
    const auto back = tokens_.size() > reach + 1 ? tokens_.subspan(tokens_.size() - reach - 1) : Tokens{};
    const auto first = all_classes(front), last = all_classes(back);
    for (std::size_t c = 0; c < word_class_count; ++c) {
      if (first.has(static_cast<WordClass>(c))) add(named("first ", static_cast<WordClass>(c)));
      if (last.has(static_cast<WordClass>(c))) add(named("last ", static_cast<WordClass>(c)));
    }
    if (tokens_.empty()) return;
    const auto word = std::find_if(tokens_.rbegin(), tokens_.rend(), [](const Token& token) { return token.kind == TokenKind::word && !token.inner; });
    for (const auto deed : deeds) {
      if (tokens_.front().is(deed)) add(named("opens with ", deed));
      if (word != tokens_.rend() && word->is(deed)) add(named("ends with ", deed));
    }
  }

  void form() {
    std::size_t words = 0, capitals = 0, digits = 0, things = 0;
    constexpr std::uint32_t shortest = 4;  // bytes of a word that means something by itself
    for (const auto& token : tokens_) {
      things += token.kind == TokenKind::word && !token.inner && token.classes.empty() && token.range.size() >= shortest;
      words += token.kind == TokenKind::word;
      capitals += token.capital;
      digits += token.kind == TokenKind::number;
    }
    constexpr std::array<std::size_t, 6> lengths{2, 4, 8, 15, 25, 40};
    for (const auto length : lengths)
      if (words <= length) add("words " + std::to_string(length));
    constexpr std::size_t many_things = 4;
    if (things <= many_things) add("things " + std::to_string(things));
    if (things == 0)
      for (const auto deed : deeds)
        if (signs_.classes.has(deed)) add(named("nothing ", deed));
    if (capitals * 2 >= words && words > 2) add("capitals");
    if (digits > 0) add("digits");
    constexpr std::size_t front = 40;
    if (text_.substr(0, front).find(':') != std::string_view::npos) add("front colon");
    if (text_.ends_with('?')) add("question mark");
    if (text_.ends_with(':')) add("end colon");
    if (text_.ends_with('.')) add("full stop");
    const auto first = tokens_.empty() ? std::string_view{} : context_.view(tokens_.front().range);
    if (!first.empty() && !tokens_.front().capital && tokens_.front().kind == TokenKind::word) add("begins small");
    if (is_all_capitals(first) && first.size() > 3) add("first capitals");
    if (text_.find("\u2192") != std::string_view::npos || text_.find("->") != std::string_view::npos || text_.find("=>") != std::string_view::npos) add("arrow");
    if (text_.find('"') != std::string_view::npos || text_.find("\u201E") != std::string_view::npos || text_.find("\u201C") != std::string_view::npos) add("quotes");
    const auto vote = find_vote(text_, VotePlace::sentence, context_);
    if (!vote) return;
    add("vote");
    if (vote->vote.unanimous) add("vote unanimous");
    if (vote->vote.yes || vote->vote.no) add("vote counts");
    if (vote->range.size() * 2 > text_.size()) add("vote most");
    constexpr std::uint32_t rest = 3;  // bytes: a bracket, a full stop
    if (vote->range.end + rest >= context_.range(text_).end) add("vote last");
  }

  std::string_view text_;
  const Context& context_;
  Tokens tokens_;
  SentenceSigns signs_;
};

}  // namespace

SentenceSigns sentence_signs(std::string_view text, const Context& context) { return SignReader(text, context).read(); }

}  // namespace protokoll
