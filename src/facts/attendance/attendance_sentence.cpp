#include "facts/attendance/attendance_sentence.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr WordClasses standings{WordClass::present, WordClass::excused, WordClass::absent};

// A word for a standing with those beside it that belong to it: "have sent apologies".
struct Verb {
  std::size_t first, last;  // tokens
};

class Clause {
 public:
  Clause(std::string_view text, const Context& context) : text_(text), context_(context), tokens_(context.reading.tokens(text)) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].is_any(standings)) continue;
      auto last = i;
      while (last + 1 < tokens_.size() && tokens_[last + 1].inner) ++last;
      // "entschuldigt fehlen", "were absent with apologies": no name stands between them.
      if (!verbs_.empty() && !names_between(verbs_.back().last, i)) verbs_.back().last = last;
      else verbs_.push_back({i, last});
    }
  }

  [[nodiscard]] bool speaks() const { return !verbs_.empty() && !tells_of_deeds(tokens_); }

  // Empty if some verb has no names.
  [[nodiscard]] std::vector<AttendanceStatement> read() const {
    std::vector<AttendanceStatement> found;
    const bool names_first = !names_in(0, verbs_.front().first).empty();
    for (std::size_t v = 0; v < verbs_.size(); ++v) {
      const auto begin = v == 0 ? 0 : verbs_[v - 1].last + 1, end = v + 1 < verbs_.size() ? verbs_[v + 1].first : tokens_.size();
      auto people = names_first ? names_in(begin, verbs_[v].first) : names_in(verbs_[v].last + 1, end);
      if (people.empty()) return {};
      // "Partecipa su invito": the words up to the names say how somebody was there.
      const auto said = names_first ? tokens_.subspan(verbs_[v].first, verbs_[v].last + 1 - verbs_[v].first) : context_.reading.tokens(before(text_, people.front().text)).subspan(begin);
      auto standing = standing_of(all_classes(said));
      // "Everyone was present except Mia Ott"
      if (const auto front = trim(before(text_, people.front().text)); !names_first && v == 0 && !context_.language.label(front).empty()) standing = standing_of(front, context_);
      if (!standing) return {};
      if (names_first && standing == Standing::present && people.size() <= 2 && is_guest_behind(verbs_[v].last)) standing = Standing::guest;
      found.push_back({*standing, std::move(people)});
    }
    return found;
  }

 private:
  // "attended as a guest", but no "with two guests"
  [[nodiscard]] bool is_guest_behind(std::size_t verb) const {
    constexpr std::size_t nearest = 4;
    for (auto i = verb + 1; i < std::min(tokens_.size(), verb + nearest) && tokens_[i].value < 0; ++i)
      if (tokens_[i].is(WordClass::guest)) return true;
    return false;
  }

  [[nodiscard]] bool may_begin(const Token& token) const {
    const auto word = context_.reading.text(token);
    return token.kind == TokenKind::word && (token.capital || context_.language.addresses(word) || context_.language.has("name_particles", word)) && !context_.language.has("articles", word);
  }

  [[nodiscard]] bool names_between(std::size_t first, std::size_t last) const {
    for (auto i = first + 1; i < last; ++i)
      if (tokens_[i].capital && tokens_[i].kind == TokenKind::word && !tokens_[i].inner) return true;
    return false;
  }

  // Those whom the tokens from `begin` to `end` enumerate, but for the small words around them; nobody if something else stands among them.
  [[nodiscard]] std::vector<NameEntry> names_in(std::size_t begin, std::size_t end) const {
    constexpr std::size_t nearest = 6;  // words between a verb and those it speaks of
    const auto first = begin;
    while (begin < end && !may_begin(tokens_[begin])) ++begin;
    if (begin - first > nearest) return {};
    while (end > begin && !(tokens_[end - 1].kind == TokenKind::word && tokens_[end - 1].capital) && tokens_[end - 1].mark != ')') --end;
    if (begin == end) return {};
    const auto view = context_.view(Range{tokens_[begin].range.begin, tokens_[end - 1].range.end});
    auto list = read_list(view, ListShape::list, context_);
    // One alone could be a thing with two capitals, but for "Jo Hahn is absent."
    constexpr std::size_t few_words = 5;
    const bool several = list.people.size() > 1 || words(text_).size() <= few_words;
    const bool named = std::all_of(list.people.begin(), list.people.end(), [&](const NameEntry& entry) {
      return is_full(entry) && entry.tail.empty() && (entry.likeness == Likeness::sure || (several && context_.reading.classes(entry.name).empty()));
    });
    if (list.others > 0 || !named) return {};
    return std::move(list.people);
  }

  std::string_view text_;
  const Context& context_;
  Tokens tokens_;
  std::vector<Verb> verbs_;
};

std::vector<std::string_view> clauses(std::string_view text, const Context& context) {
  std::vector<std::string_view> found;
  for (auto sentence : context.sentences(text)) {
    for (auto at = sentence.find(';'); at != std::string_view::npos; at = sentence.find(';')) {
      found.push_back(trim(sentence.substr(0, at)));
      sentence.remove_prefix(at + 1);
    }
    found.push_back(trim(sentence));
  }
  return found;
}

}  // namespace

bool tells_of_deeds(Tokens tokens) {
  constexpr WordClasses deeds{WordClass::open, WordClass::close, WordClass::thank, WordClass::opine, WordClass::discuss};
  const auto classes = all_classes(tokens);
  return classes.any(deeds) && !classes.any({WordClass::excused, WordClass::absent});
}

AttendanceStatements attendance_statements(std::string_view text, const Context& context) {
  constexpr std::size_t longest = 800;
  if (text.size() > longest || !context.reading.classes(text).any(standings)) return {};
  AttendanceStatements found;
  std::set<std::optional<Standing>> said;
  for (const auto part : clauses(text, context)) {
    const Clause clause(part, context);
    // A list that goes on without such words is read as one.
    if (!clause.speaks()) return {};
    auto read = clause.read();
    if (read.empty()) found.unread.push_back(part);
    said.insert(standing_of(context.reading.classes(part) & standings));
    std::move(read.begin(), read.end(), std::back_inserter(found.read));
  }
  // What speaks of those present alone may be read in another way; of several standings only what is clear.
  return found.unread.empty() || said.size() > 1 ? found : AttendanceStatements{};
}

}  // namespace protokoll
