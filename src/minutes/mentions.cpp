#include "protokoll/mentions.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "languages/languages.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"
#include "words/tokens.hpp"

namespace protokoll {
namespace {

// A sentence that tells of an earlier meeting is no speech; and hostile text stays cheap.
constexpr std::size_t longest_sentence = 600, longest_report = 200;
// Between the word for a decision and its date or number.
constexpr std::size_t widest_gap = 6;

const Language& language_of(std::string_view tag, const Languages* languages) {
  const auto& known = languages ? *languages : built_in_languages();
  const auto* found = known.find(tag);
  return found ? *found : *known.find("en");
}

struct Word {
  std::string_view text;
  WordClasses classes;
  bool is_word = false;
};

/// One sentence, asked what it says of earlier meetings.
class Sentence {
 public:
  Sentence(std::string_view text, const Language& language) : text_(text), language_(language) {
    std::vector<Token> tokens;
    cut_tokens(text, 0, tokens);
    for (const auto& token : tokens) {
      const auto word = text.substr(token.range.begin, token.range.size());
      const bool is_word = token.kind == TokenKind::word;
      words_.push_back({word, is_word ? language.lexicon().look_up(fold_case(word)).classes : WordClasses(), is_word});
    }
  }

  [[nodiscard]] bool has(WordClass some) const {
    return std::any_of(words_.begin(), words_.end(), [&](const Word& word) { return word.classes.has(some); });
  }

  [[nodiscard]] bool is_denied() const {
    return has(WordClass::negation) || has(WordClass::lacking) || has(WordClass::condition) || text_.ends_with('?');
  }
  [[nodiscard]] bool is_wish() const {
    return has(WordClass::modal) || has(WordClass::must) || has(WordClass::future) || has(WordClass::ask) || has(WordClass::suggest) ||
           has(WordClass::recommend) || has(WordClass::move) || std::any_of(words_.begin(), words_.end(), [](const Word& word) {
             return word.classes.has(WordClass::motion_noun) && !word.classes.has(WordClass::decision_noun);
           });
  }

  /// What it does to an earlier decision; nothing where it says several things at once.
  [[nodiscard]] std::optional<MentionKind> deed() const {
    std::optional<MentionKind> found;
    for (const auto& word : words_)
      for (const auto& [kind, listed] : {std::pair(MentionKind::amends, language_.has("amend_words", word.text)),
                                         std::pair(MentionKind::repeals, language_.has("repeal_words", word.text)),
                                         std::pair(MentionKind::executes, language_.has("execute_words", word.text))}) {
        if (!listed) continue;
        if (found && *found != kind) return std::nullopt;
        found = kind;
      }
    return found;
  }

  /// The one date and number behind a word of this class.
  [[nodiscard]] std::optional<Mention> cited_behind(WordClass noun, MentionKind kind, std::string_view meeting) const {
    std::optional<Mention> cited;
    const auto dates = find_dates(text_, language_);
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (!words_[at].classes.has(noun) || is_basis(at)) continue;
      auto date = date_behind(at, dates, meeting);
      auto number = number_behind(at, dates);
      if (date.empty() && !is_number_of_its_own(number)) continue;
      if (cited) return std::nullopt;
      cited = Mention{kind, std::move(date), std::string(number), std::string(text_), is_wish()};
    }
    return cited;
  }

  /// Whether its last word says that something is done.
  [[nodiscard]] bool ends_done() const {
    const auto last = std::find_if(words_.rbegin(), words_.rend(), [](const Word& word) { return word.is_word; });
    return last != words_.rend() && last->classes.has(WordClass::done);
  }

 private:
  [[nodiscard]] std::size_t place(std::string_view part) const { return static_cast<std::size_t>(part.data() - text_.data()); }

  /// "Pursuant to the resolution of …": it is the ground of something else that happens.
  [[nodiscard]] bool is_basis(std::size_t at) const {
    constexpr std::size_t reach = 3;
    for (auto i = at - std::min(at, reach); i < at; ++i)
      if (words_[i].is_word && language_.has("basis_words", words_[i].text)) return true;
    return false;
  }

  /// How many words and numbers lie between a word and a place of the sentence; more than any gap where it does not lie behind, or behind another
  /// clause.
  [[nodiscard]] std::size_t words_between(std::size_t at, std::size_t byte) const {
    std::size_t count = 0;
    for (auto i = at + 1; i < words_.size() && place(words_[i].text) < byte; ++i) {
      if (words_[i].text == ";" || words_[i].text == ":") return widest_gap + 1;
      ++count;
    }
    return byte > place(words_[at].text) ? count : widest_gap + 1;
  }

  [[nodiscard]] std::string date_behind(std::size_t at, const std::vector<DateMatch>& dates, std::string_view meeting) const {
    for (const auto& date : dates) {
      if (words_between(at, place(date.text)) > widest_gap || date.ambiguous || date.first != date.last) continue;
      if (date.first.year != 0 || meeting.size() < 4) return date.edtf();
      // Without a year it is the last such day before the meeting.
      const auto year = language_.number(meeting.substr(0, 4)).value_or(0);
      const auto same = date.edtf(year);
      return same < meeting ? same : date.edtf(year - 1);
    }
    return {};
  }

  [[nodiscard]] std::string_view number_behind(std::size_t at, const std::vector<DateMatch>& dates) const {
    for (auto i = at + 1; i < words_.size() && i <= at + widest_gap; ++i) {
      const auto begin = place(words_[i].text);
      if (words_[i].is_word || !has_digit(words_[i].text)) continue;
      if (std::any_of(dates.begin(), dates.end(),
                      [&](const DateMatch& date) { return begin >= place(date.text) && begin < place(date.text) + date.text.size(); }))
        return {};
      auto end = text_.find_first_of(" ,;:)\n", begin);
      auto number = text_.substr(begin, end - begin);
      while (number.ends_with('.')) number.remove_suffix(1);
      return number;
    }
    return {};
  }

  /// "12/2019": a number that a register gives; a bare figure may be anything.
  static bool is_number_of_its_own(std::string_view number) {
    const auto parted = number.find_first_of("/-");
    return parted != std::string_view::npos && parted > 0 && parted + 1 < number.size();
  }

  std::string_view text_;
  const Language& language_;
  std::vector<Word> words_;
};

void add_from(std::string_view text, const Language& language, std::string_view meeting, std::vector<Mention>& found) {
  const Sentence sentence(text, language);
  if (sentence.is_denied()) return;
  if (has_digit(text)) {
    if (const auto kind = sentence.deed(); kind && (*kind != MentionKind::executes || !sentence.is_wish()))
      if (auto cited = sentence.cited_behind(WordClass::decision_noun, *kind, meeting)) found.push_back(std::move(*cited));
    if (sentence.has(WordClass::defer))
      if (auto cited = sentence.cited_behind(WordClass::defer, MentionKind::deferred, meeting); cited && !cited->date.empty())
        found.push_back(std::move(*cited));
  }
  if (text.size() <= longest_report && sentence.ends_done() && !sentence.is_wish())
    found.push_back({MentionKind::done, {}, {}, std::string(text), false});
}

}  // namespace

std::vector<Mention> mentions(std::string_view text, std::string_view language, std::string_view meeting, const Languages* languages) {
  const auto& words = language_of(language, languages);
  std::vector<Mention> found;
  for (const auto line : lines(text))
    for (const auto sentence : sentences(line, words))
      if (sentence.size() <= longest_sentence) add_from(sentence, words, meeting, found);
  return found;
}

std::string comparable(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  constexpr auto how = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &mapped, how);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  const std::string_view plain(reinterpret_cast<const char*>(mapped), size > 0 ? static_cast<std::size_t>(size) : 0);
  std::vector<Token> tokens;
  cut_tokens(plain, 0, tokens);
  std::string out;
  for (const auto& token : tokens) {
    if (token.kind == TokenKind::mark) continue;
    if (!out.empty()) out += ' ';
    out += plain.substr(token.range.begin, token.range.size());
  }
  return out;
}

namespace {

/// Names of bodies stand in the genitive, too ("des Radvereins"): the ending is left out.
std::string without_endings(std::string_view text) {
  std::string out;
  for (auto word : words(text)) {
    constexpr std::size_t shortest = 5;
    if (word.size() > shortest && word.ends_with("es"))
      word.remove_suffix(2);
    else if (word.size() > shortest && word.ends_with('s'))
      word.remove_suffix(1);
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

/// Of a title what is no number, date or word of time.
std::string without_dates(std::string_view title, const Language& language) {
  std::string out;
  for (const auto word : words(title)) {
    if (has_digit(word) || language.month(trim(word, U".,")) || language.weekday(trim(word, U".,"))) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

/// Whether every longer word of a text is of one of these classes.
bool says_only(std::string_view text, const Language& language, WordClasses some) {
  constexpr std::size_t shortest = 4;
  const auto parts = words(text);
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view word) {
    const auto bare = trim(word, U".,:;()");
    return bare.size() < shortest || language.lexicon().look_up(fold_case(bare)).classes.any(some);
  });
}

}  // namespace

Gathering gathering(const Minutes& minutes, const Languages* languages) {
  const auto& meeting = minutes.meeting;
  Gathering found{without_endings(comparable(meeting.organization.value)), comparable(last_word(meeting.series.value))};
  if (!found.body.empty()) return found;
  const auto& language = language_of(minutes.language, languages);
  const auto title = without_dates(meeting.title.value, language);
  // "Minutes of the meeting" may be anybody's.
  if (!says_only(title, language, {WordClass::minutes_noun, WordClass::meeting_noun})) found.body = without_endings(comparable(title));
  return found;
}

bool is_standing(std::string_view title, std::string_view language, const Languages* languages) {
  return says_only(title, language_of(language, languages),
                   {WordClass::agenda_title, WordClass::meeting_noun, WordClass::minutes_noun, WordClass::report});
}

}  // namespace protokoll
