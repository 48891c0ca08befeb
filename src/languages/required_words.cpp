#include "languages/required_words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <optional>

namespace protokoll {
namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t most_texts = 32;    // of one part; beyond, the parts before and behind are looked at by themselves
constexpr std::size_t most_compared = 100;  // of an alternative's texts, each with each
constexpr std::size_t most_clauses = 4;   // of one expression
constexpr std::size_t most_bytes = 12;    // of one word: its front will do
constexpr int deepest = 100;

// What is known of a part of an expression.
struct Known {
  std::optional<Texts> exact;     // every text that it matches
  std::vector<AnyOf> clauses;     // otherwise: what its matches contain
};

Known exactly(Texts texts) { return {std::move(texts), {}}; }
Known nothing_wide() { return exactly({""}); }
Known digit() { return exactly({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}); }

std::size_t shortest(const AnyOf& words) {
  return std::min_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); })->size();
}

// Whether one clause leaves out more texts than another: longer words are rarer, and so are fewer.
bool is_sharper(const AnyOf& a, const AnyOf& b) {
  const auto length_a = std::min<std::size_t>(shortest(a), 5), length_b = std::min<std::size_t>(shortest(b), 5);
  return length_a != length_b ? length_a > length_b : a.size() < b.size();
}

void make_unique(Texts& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

// The texts as a clause, unless one of them is empty.
void add_clause(const Texts& texts, std::vector<AnyOf>& clauses) {
  if (std::any_of(texts.begin(), texts.end(), [](const auto& text) { return text.empty(); })) return;
  const auto compared = texts.size() <= most_compared ? texts.size() : 0;
  AnyOf words;
  for (const auto& text : texts) {
    // Who contains "sitzungen" contains "sitzung".
    const bool implied = std::any_of(texts.begin(), texts.begin() + compared, [&](const auto& other) { return other.size() < text.size() && text.find(other) != std::string::npos; });
    if (!implied) words.push_back(text.substr(0, most_bytes));
  }
  clauses.push_back(std::move(words));
}

std::vector<AnyOf> clauses_of(Known known) {
  if (known.exact) add_clause(*known.exact, known.clauses);
  return std::move(known.clauses);
}

Known either(std::vector<Known> branches) {
  if (branches.size() == 1) return std::move(branches.front());
  Texts all;
  bool exact = true;
  for (auto& branch : branches) {
    exact = exact && branch.exact;
    if (!branch.exact && branch.clauses.empty()) return {};
    const auto& texts = branch.exact ? *branch.exact : *std::min_element(branch.clauses.begin(), branch.clauses.end(), is_sharper);
    all.insert(all.end(), texts.begin(), texts.end());
  }
  make_unique(all);
  if (exact && all.size() <= most_texts) return exactly(std::move(all));
  Known known;
  add_clause(all, known.clauses);
  return known;
}

// Parts one behind the other. Texts grow as long as every part is known exactly and they stay few.
class Sequence {
 public:
  void add(Known part) {
    if (part.exact && texts_.size() * part.exact->size() <= most_texts) return multiply(*part.exact);
    flush();
    if (part.exact) texts_ = std::move(*part.exact);
    for (auto& clause : part.clauses) clauses_.push_back(std::move(clause));
  }

  Known finish() {
    if (whole_) return exactly(std::move(texts_));
    flush();
    return {std::nullopt, std::move(clauses_)};
  }

 private:
  void multiply(const Texts& tails) {
    Texts longer;
    for (const auto& text : texts_)
      for (const auto& tail : tails) longer.push_back(text + tail);
    make_unique(longer);
    texts_ = std::move(longer);
  }

  void flush() {
    add_clause(texts_, clauses_);
    texts_ = {""};
    whole_ = false;
  }

  Texts texts_{""};
  std::vector<AnyOf> clauses_;
  bool whole_ = true;
};

// Reads an expression; `failed()` once it meets what it does not know.
class Parser {
 public:
  explicit Parser(std::string_view expression) : rest_(expression) {}

  Known whole() {
    auto known = alternatives(0);
    if (!rest_.empty()) failed_ = true;
    return failed_ ? Known{} : known;
  }

 private:
  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  Known fail() {
    failed_ = true;
    rest_ = {};
    return {};
  }

  Known alternatives(int depth) {
    if (depth > deepest) return fail();
    std::vector<Known> branches;
    do {
      Sequence sequence;
      while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')') sequence.add(repeated(depth));
      branches.push_back(sequence.finish());
    } while (take("|"));
    return either(std::move(branches));
  }

  Known repeated(int depth) {
    auto known = atom(depth);
    for (;;) {
      if (take("?")) {
        if (known.exact) known.exact->insert(known.exact->begin(), "");
        else known = {};
      } else if (take("*")) {
        known = {};
      } else if (take("+")) {
        known = {std::nullopt, clauses_of(std::move(known))};
      } else if (const auto least = counted()) {
        known = *least == 0 ? Known{} : Known{std::nullopt, clauses_of(std::move(known))};
      } else {
        return known;
      }
      (void)take("?");  // as few as possible
    }
  }

  // The least number of a repetition "{2,5}"; what looks otherwise is text.
  std::optional<int> counted() {
    if (!rest_.starts_with('{')) return std::nullopt;
    const auto close = rest_.find('}');
    if (close == std::string_view::npos || close < 2) return std::nullopt;
    const auto inside = rest_.substr(1, close - 1);
    if (inside.find_first_not_of("0123456789,") != std::string_view::npos || inside[0] == ',') return std::nullopt;
    rest_.remove_prefix(close + 1);
    return inside.substr(0, inside.find(',')).find_first_not_of('0') == std::string_view::npos ? 0 : 1;
  }

  Known atom(int depth) {
    if (take("(")) return group(depth);
    if (take("[")) return characters();
    if (take("\\")) return escape();
    if (take(".")) return {};
    if (take("^") || take("$")) return nothing_wide();
    if (rest_[0] == '*' || rest_[0] == '+' || rest_[0] == '?') return fail();
    return literal();
  }

  Known group(int depth) {
    if (take("?P<") || take("?<")) {
      rest_.remove_prefix(std::min(rest_.find('>') + 1, rest_.size()));
    } else if (take("?")) {
      // Flags change case, line ends and greed, and none of that counts here.
      const auto end = rest_.find_first_not_of("imsU-");
      if (end == std::string_view::npos) return fail();
      rest_.remove_prefix(end);
      if (take(")")) return nothing_wide();
      if (!take(":")) return fail();
    }
    auto known = alternatives(depth + 1);
    return take(")") ? known : fail();
  }

  Known escape() {
    if (rest_.empty()) return fail();
    const char c = rest_[0];
    if (c == 'b' || c == 'B' || c == 'A' || c == 'z') return rest_.remove_prefix(1), nothing_wide();
    if (c == 'd') return rest_.remove_prefix(1), digit();
    if (std::string_view("DsSwWntrfv").find(c) != std::string_view::npos) return rest_.remove_prefix(1), Known{};
    if (c == 'p' || c == 'P') {
      const auto close = rest_.substr(1).starts_with('{') ? rest_.find('}') : 1;
      if (close >= rest_.size()) return fail();
      return rest_.remove_prefix(close + 1), Known{};
    }
    const bool punctuation = static_cast<unsigned char>(c) >= 0x80 || !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    return punctuation ? literal() : fail();
  }

  // Behind '['. A few characters are alternatives; ranges and negated classes tell nothing.
  Known characters() {
    const bool negated = take("^");
    std::vector<Known> found;
    bool open = negated;
    in_class_ = true;
    for (bool first = true; first || !rest_.starts_with(']'); first = false) {
      if (rest_.empty()) return fail();
      if (take("[:")) {
        rest_.remove_prefix(std::min(rest_.find(":]") + 2, rest_.size()));
        open = true;
      } else {
        found.push_back(take("\\") ? escape() : literal());
      }
      if (rest_.starts_with('-') && !rest_.starts_with("-]")) open = true;
    }
    in_class_ = false;
    rest_.remove_prefix(1);
    return open || failed_ ? Known{} : either(std::move(found));
  }

  // A character that stands for itself and the letters and digits behind it.
  Known literal() {
    auto text = character();
    if (!text) return {};
    const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    const auto is_repeated = [this] { return rest_.size() > 1 && std::string_view("*+?{").find(rest_[1]) != std::string_view::npos; };
    while (!in_class_ && !rest_.empty() && is_plain(rest_[0]) && !is_repeated()) *text += *character();
    return exactly({std::move(*text)});
  }

  // The next character folded; nothing if the text may spell it otherwise.
  std::optional<std::string> character() {
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest_.data()), static_cast<utf8proc_ssize_t>(rest_.size()), &code);
    if (size <= 0) return fail(), std::nullopt;
    std::string folded;
    for (const char c : rest_.substr(0, static_cast<std::size_t>(size))) folded += static_cast<char>(fold_byte(static_cast<unsigned char>(c)));
    rest_.remove_prefix(static_cast<std::size_t>(size));
    // Beyond Latin-1 only what has no case is one sequence of bytes.
    const bool latin = code < 0x80 || (code >= 0xC0 && code <= 0xFF);
    const bool caseless = utf8proc_tolower(code) == code && utf8proc_toupper(code) == code && utf8proc_totitle(code) == code;
    return latin || caseless ? std::optional(std::move(folded)) : std::nullopt;
  }

  std::string_view rest_;
  bool in_class_ = false;
  bool failed_ = false;
};

// A letter by itself stands in nearly every text.
bool is_telling(const AnyOf& words) {
  return std::none_of(words.begin(), words.end(), [](const std::string& word) { return word.size() == 1 && ((word[0] >= 'a' && word[0] <= 'z') || word[0] == ' '); });
}

}  // namespace

std::vector<AnyOf> required_words(std::string_view expression) {
  auto clauses = clauses_of(Parser(expression).whole());
  std::erase_if(clauses, [](const AnyOf& words) { return words.empty() || !is_telling(words); });
  std::stable_sort(clauses.begin(), clauses.end(), is_sharper);
  clauses.erase(std::unique(clauses.begin(), clauses.end()), clauses.end());
  if (clauses.size() > most_clauses) clauses.resize(most_clauses);
  return clauses;
}

}  // namespace protokoll
