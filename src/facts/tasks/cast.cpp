#include "facts/tasks/cast.hpp"

#include <unordered_map>

#include "facts/names/names.hpp"
#include "languages/word_map.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

// What people do, and what may be said of things as well.
constexpr WordClasses personal{act, undertake, report, ask, opine, suggest, thank, move, second, agree, note, lead, leave, arrive};
constexpr WordClasses general{future, must, modal};

struct Count {
  int acts = 0, things = 0, inside = 0;
};

class Counter {
 public:
  explicit Counter(const Context& context) : context_(context) {}

  void read(Tokens tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
      if (are_initials(tokens, at)) counts_[context_.reading.text(tokens[at])].acts += often;
      if (at > 0 && is_article(tokens[at - 1]) && tokens[at].kind == TokenKind::word) ++(tokens[at].capital ? capitals_ : smalls_);
      if (tokens[at].kind == TokenKind::word && !tokens[at].capital && at > 0) small_.insert(context_.reading.text(tokens[at]));
      if (!may_name(tokens[at])) continue;
      auto& count = counts_[context_.reading.text(tokens[at])];
      if (at > 0 && is_article(tokens[at - 1])) count.things += 2;
      if (at > 0 && tokens[at - 1].kind == TokenKind::word && !tokens[at - 1].capital && !is_article(tokens[at - 1])) ++count.inside;
      if (!begins(tokens, at)) continue;
      if (tokens[at + 1].is_any(personal)) count.acts += 2;
      else if (tokens[at + 1].is_any(general)) ++count.acts;
    }
  }

  [[nodiscard]] std::unordered_set<std::string> names() const {
    constexpr int seldom = 4;
    // Where nouns are written small, a capital within a sentence begins a name.
    const bool names_only = capitals_ < smalls_;
    std::unordered_set<std::string> found;
    for (const auto& [name, count] : counts_) {
      const bool proper = names_only && count.inside > 0 && count.acts > 0 && count.things == 0 && !small_.contains(fold_case(name));
      if (proper || (count.acts >= often && count.things * seldom <= count.acts)) found.emplace(name);
    }
    return found;
  }

 private:
  static constexpr int often = 4;

  [[nodiscard]] bool has(Key list, const Token& token) const { return context_.language.has(list, context_.reading.text(token)); }
  [[nodiscard]] bool is_article(const Token& token) const { return token.kind == TokenKind::word && has("articles", token); }

  [[nodiscard]] bool may_name(const Token& token) const {
    if (token.kind != TokenKind::word || !token.capital || token.inner || !token.classes.empty() || token.range.size() < 2) return false;
    return is_name_word(context_.reading.text(token)) && !has("no_names", token) && !has("articles", token) && !has("no_given_names", token) && !has("pronouns", token);
  }

  // "Anne Özer (AÖ, Gemeinde)", "Karin Amrein (ka)"
  [[nodiscard]] bool are_initials(Tokens tokens, std::size_t at) const {
    constexpr std::size_t names = 4;
    if (at < 3 || tokens[at].kind != TokenKind::word || tokens[at - 1].mark != '(' || (tokens[at + 1].mark != ')' && tokens[at + 1].mark != ',')) return false;
    const auto letters = fold_case(context_.reading.text(tokens[at]));
    std::string initials;
    for (auto before = at - 1; before > 0 && at - before <= names && tokens[before - 1].kind == TokenKind::word && tokens[before - 1].capital; --before) {
      const auto word = context_.reading.text(tokens[before - 1]);
      initials.insert(0, fold_case(word.substr(0, static_cast<unsigned char>(word[0]) < 0x80 ? 1 : 2)));
    }
    return initials.size() > 1 && letters.size() > 1 && letters.front() == initials.front() && initials.ends_with(letters);
  }

  // In front of a sentence, or joined to one who is.
  [[nodiscard]] bool begins(Tokens tokens, std::size_t at) const {
    if (at == 0) return true;
    const auto& before = tokens[at - 1];
    if (before.kind == TokenKind::mark) return before.mark != '(' && before.mark != '"' && before.mark != '\'';
    return at > 1 && has("name_joiners", before) && may_name(tokens[at - 2]);
  }

  const Context& context_;
  std::unordered_map<std::string_view, Count> counts_;
  std::unordered_set<std::string_view> small_;  // words that are written small
  int capitals_ = 0, smalls_ = 0;          // words behind an article
};

}  // namespace

std::unordered_set<std::string> acting_names(const Context& context) {
  Counter counter(context);
  for (const auto& block : context.document.blocks)
    if (!block.boilerplate) counter.read(context.reading.tokens(block.range));
  return counter.names();
}

}  // namespace protokoll
