#include "words/reading.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "languages/lexicon.hpp"
#include "languages/word_map.hpp"
#include "words/tokens.hpp"

namespace protokoll {
namespace {

constexpr std::string_view right_quote = "\xE2\x80\x99", soft_hyphen = "\xC2\xAD", non_breaking_hyphen = "\xE2\x80\x91";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

// As the lexicon has it: lower case, plain apostrophes and hyphens.
std::string as_listed(std::string_view word) {
  auto folded = fold_case(word);
  if (folded.find_first_of("\xE2\xC2") == std::string::npos) return folded;
  replace_all(folded, right_quote, "'");
  replace_all(folded, soft_hyphen, "");
  replace_all(folded, non_breaking_hyphen, "-");
  return folded;
}

// Gives each token its classes; words of one spelling are looked up once.
class Classifier {
 public:
  Classifier(const Document& document, const Language& language, std::vector<Token>& tokens)
      : document_(document), language_(language), lexicon_(language.lexicon()), tokens_(tokens) {}

  // The tokens from `from` on are those of one block.
  void block(std::size_t from) {
    words_.clear();
    for (auto i = from; i < tokens_.size(); ++i) words_.push_back(tokens_[i].kind == TokenKind::word ? look_up(tokens_[i]) : nullptr);
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (words_[i]) {
        tokens_[from + i].classes |= words_[i]->found.classes;
        if (tokens_[from + i].kind == TokenKind::word) tokens_[from + i].value = words_[i]->value;
      }
    for (std::size_t i = 0; i < words_.size(); ++i) i += phrase(from, i);
  }

 private:
  struct Known {
    Lexicon::Word found;
    std::int32_t value = -1;
  };

  const Known* look_up(const Token& token) {
    const auto word = document_.view(token.range);
    constexpr std::size_t longest = 100;
    if (word.size() > longest) return nullptr;
    const auto place = known_.find(word);
    if (place != known_.end()) return &place->second;
    auto& known = known_[word];
    auto listed = as_listed(word);
    known.found = lexicon_.look_up(listed);
    if (listed.ends_with('\'')) {
      const auto bare = lexicon_.look_up(std::string_view(listed).substr(0, listed.size() - 1));
      if (known.found.classes.empty()) known.found.classes = bare.classes;
    }
    if (known.found.classes.empty() && listed.find('-') != std::string::npos) add_parts(listed, known.found);
    if (const auto value = language_.number(word)) known.value = *value;
    return &known;
  }

  // "Ja-Stimmen", "Kassier-Bericht": what its parts are.
  void add_parts(std::string_view listed, Lexicon::Word& found) const {
    while (!listed.empty()) {
      const auto end = std::min(listed.find('-'), listed.size());
      found.classes |= lexicon_.look_up(listed.substr(0, end)).classes;
      listed.remove_prefix(std::min(end + 1, listed.size()));
    }
  }

  [[nodiscard]] bool matches(std::size_t at, std::uint32_t element) const {
    return at < words_.size() && words_[at] && std::binary_search(words_[at]->found.elements.begin(), words_[at]->found.elements.end(), element);
  }

  // The next word behind `at`; a full stop of an abbreviation lies between words of a phrase.
  [[nodiscard]] std::size_t next(std::size_t from, std::size_t at) const {
    ++at;
    const bool stop = at + 1 < words_.size() && !words_[at] && tokens_[from + at].mark == '.';
    return stop && !tokens_[from + at + 1].capital ? at + 1 : at;
  }

  // The longest phrase that begins at `at` takes the classes of its words; returns how many tokens behind the first it covers.
  std::size_t phrase(std::size_t from, std::size_t at) {
    if (!words_[at]) return 0;
    std::size_t covered = 0;
    for (const auto element : words_[at]->found.elements)
      for (const auto index : lexicon_.phrases_from(element)) {
        const auto phrase = lexicon_.phrase(index);
        if (phrase.gap > 0) {
          if (has_gapped(from, at, phrase)) tokens_[from + at].classes |= phrase.classes;
          continue;
        }
        auto last = at;
        std::size_t matched = 1;
        for (; matched < phrase.elements.size(); ++matched) {
          const auto following = next(from, last);
          if (!matches(following, phrase.elements[matched])) break;
          last = following;
        }
        if (matched < phrase.elements.size() || last - at < covered) continue;
        if (last - at > covered) tokens_[from + at].classes = {};
        tokens_[from + at].classes |= phrase.classes;
        covered = last - at;
      }
    for (std::size_t i = 1; i <= covered; ++i) {
      tokens_[from + at + i].classes = {};
      tokens_[from + at + i].inner = true;
    }
    return covered;
  }

  [[nodiscard]] bool has_gapped(std::size_t from, std::size_t at, const Lexicon::Phrase& phrase) const {
    constexpr std::size_t widest_gap = 40;
    const bool denies = words_[at]->found.classes.has(WordClass::negation);  // "not" does not reach beyond a comma
    auto place = at;
    for (std::size_t i = 1; i < phrase.elements.size(); ++i) {
      auto following = next(from, place);
      if (i == phrase.gap) {
        const auto end = std::min(words_.size(), following + widest_gap);
        while (following < end && !matches(following, phrase.elements[i]) && !ends_sentence(from + following) && !(denies && tokens_[from + following].mark == ',')) ++following;
        if (following == end) return false;
      }
      if (!matches(following, phrase.elements[i])) return false;
      place = following;
    }
    return !phrase.ends_clause || ends_clause(from, place);
  }

  // A prefix that is parted from its verb ends the clause; elsewhere the same word is a preposition.
  [[nodiscard]] bool ends_clause(std::size_t from, std::size_t at) const {
    if (at + 1 >= words_.size() || tokens_[from + at + 1].kind == TokenKind::mark) return true;
    return language_.has("name_joiners", document_.view(tokens_[from + at + 1].range));
  }

  [[nodiscard]] bool ends_sentence(std::size_t token) const {
    const auto mark = tokens_[token].mark;
    if (mark == ';' || mark == '?' || mark == '!') return true;
    return mark == '.' && token > 0 && tokens_[token - 1].kind == TokenKind::word && tokens_[token - 1].range.size() > 3;
  }

  const Document& document_;
  const Language& language_;
  const Lexicon& lexicon_;
  std::vector<Token>& tokens_;
  std::vector<const Known*> words_;  // by token of the block; null for numbers and marks
  std::unordered_map<std::string_view, Known> known_;
};

}  // namespace

Reading::Reading(const Document& document, const Language& language) : document_(document), language_(language) {
  tokens_.reserve(document.text.size() / 5);
  Classifier classifier(document, language, tokens_);
  for (const auto& block : document.blocks) {
    const auto from = tokens_.size();
    cut_tokens(document.view(block), block.range.begin, tokens_);
    classifier.block(from);
  }
}

WordClasses Reading::alone(const Token& token) const { return language_.lexicon().look_up(fold_case(text(token))).classes; }

Tokens Reading::tokens(Range range) const {
  const auto before = [](const Token& token, std::uint32_t place) { return token.range.begin < place; };
  const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), range.begin, before);
  auto last = std::lower_bound(first, tokens_.end(), range.end, before);
  if (last != first && (last - 1)->range.end > range.end) --last;
  return {first, last};
}

Tokens Reading::tokens(std::string_view view) const {
  const auto begin = static_cast<std::uint32_t>(view.data() - document_.text.data());
  return tokens(Range{begin, begin + static_cast<std::uint32_t>(view.size())});
}

WordClasses Reading::classes(std::string_view view) const { return all_classes(tokens(view)); }

std::size_t find_class(Tokens tokens, WordClasses some, std::size_t from) {
  for (; from < tokens.size(); ++from)
    if (tokens[from].is_any(some)) return from;
  return tokens.size();
}

WordClasses all_classes(Tokens tokens) {
  WordClasses classes;
  for (const auto& token : tokens) classes |= token.classes;
  return classes;
}

std::size_t end_of_words(Tokens tokens) {
  auto end = tokens.size();
  while (end > 0 && tokens[end - 1].kind == TokenKind::mark) --end;
  return end;
}

}  // namespace protokoll
