#include "facts/meeting/convening.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr WordClasses offices{WordClass::office, WordClass::chair_office, WordClass::secretary_office, WordClass::members, WordClass::body};

class Enumeration {
 public:
  Enumeration(std::string_view sentence, const Context& context) : context_(context), tokens_(context.reading.tokens(sentence)) {}

  [[nodiscard]] std::vector<NameEntry> read() {
    for (std::size_t begin = 0; begin < tokens_.size();) {
      auto end = begin;
      while (end < tokens_.size() && !parts(end)) ++end;
      part(begin, end);
      begin = end + 1;
    }
    end_run();
    return std::move(met_);
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t at) const { return context_.reading.text(tokens_[at]); }

  // Commas and words for "and", but not those within brackets.
  [[nodiscard]] bool parts(std::size_t at) {
    const auto& token = tokens_[at];
    depth_ += token.mark == '(' ? 1 : token.mark == ')' && depth_ > 0 ? -1 : 0;
    if (depth_ > 0) return false;
    return token.mark == ',' || token.mark == ';' || token.mark == ':' || (token.kind == TokenKind::word && context_.language.has("name_joiners", text(at)));
  }

  [[nodiscard]] bool may_begin(std::size_t at) const {
    const auto& token = tokens_[at];
    return token.kind == TokenKind::word && (token.capital || context_.language.addresses(text(at))) && !context_.language.has("articles", text(at));
  }

  // What stands at the end of a part: "los ediles Sres. Walter Tabárez".
  [[nodiscard]] std::optional<NameEntry> name_in(std::size_t begin, std::size_t end) const {
    constexpr std::size_t most = 8;
    for (auto at = begin; at < end; ++at) {
      if (!may_begin(at)) continue;
      const auto view = context_.view(Range{tokens_[at].range.begin, tokens_[end - 1].range.end});
      auto entry = read_entry(view, context_);
      if (entry.name.empty() || !entry.tail.empty() || !has_words(entry.name, 2) || entry.likeness < Likeness::plain) continue;
      if (words(entry.name).size() > most || (entry.likeness < Likeness::sure && context_.reading.classes(entry.name).any({WordClass::place, WordClass::body, WordClass::meeting_noun}))) continue;
      return entry;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool names_office(std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest = 6;
    return end > begin && end - begin <= longest && std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin), tokens_.begin() + static_cast<std::ptrdiff_t>(end), [](const Token& token) { return token.is_any(offices); });
  }

  void part(std::size_t begin, std::size_t end) {
    while (end > begin && tokens_[end - 1].mark == '.' && tokens_[end - 1].kind == TokenKind::mark) --end;
    if (begin == end) return;
    if (auto entry = name_in(begin, end)) {
      // A name at the end of many words begins another run, for which they say who is meant.
      constexpr std::size_t few = 12;
      if (end - begin > few) end_run();
      introduced_ = introduced_ || names_office(begin, std::min(end, begin + 6)) || entry->likeness == Likeness::sure;
      sure_ += entry->likeness == Likeness::sure;
      if (office_ && entry->role.empty()) entry->role = *office_;
      office_.reset();
      run_.push_back(std::move(*entry));
    } else if (names_office(begin, end)) {
      take_office(begin, end);
    } else {
      end_run();
    }
  }

  // "Presidente, Mia Ott; Vocal, Jo Kern" or "Mia Ott, Presidenta; Jo Kern, Vocal": what the first one is tells where offices stand.
  void take_office(std::size_t begin, std::size_t end) {
    while (begin + 1 < end && !tokens_[begin].is_any(offices)) ++begin;
    const auto office = context_.view(Range{tokens_[begin].range.begin, tokens_[end - 1].range.end});
    if (run_.empty()) in_front_ = true;
    if (in_front_) office_ = office;
    else if (run_.back().role.empty()) run_.back().role = office;
  }

  void end_run() {
    constexpr std::size_t fewest = 2;
    if (run_.size() >= fewest && introduced_ && static_cast<std::size_t>(sure_) * 3 >= run_.size()) std::move(run_.begin(), run_.end(), std::back_inserter(met_));
    run_.clear();
    office_.reset();
    introduced_ = in_front_ = false;
    sure_ = 0;
  }

  const Context& context_;
  Tokens tokens_;
  std::vector<NameEntry> run_, met_;
  int depth_ = 0, sure_ = 0;
  bool introduced_ = false;
  bool in_front_ = false;  // offices stand in front of their bearers
  std::optional<std::string_view> office_;
};

}  // namespace

std::vector<NameEntry> people_who_met(std::string_view paragraph, const Context& context) {
  constexpr std::size_t longest = 4000, fewest = 3;
  std::vector<NameEntry> found;
  if (paragraph.size() > longest) return found;
  bool opened = false;
  for (const auto sentence : context.sentences(paragraph)) {
    const auto classes = context.reading.classes(sentence);
    opened = opened || classes.any({WordClass::open, WordClass::present});
    if (!opened || classes.any({WordClass::excused, WordClass::absent, WordClass::close})) continue;
    auto met = Enumeration(sentence, context).read();
    for (auto& entry : met)
      if (std::none_of(found.begin(), found.end(), [&](const NameEntry& other) { return other.name == entry.name; })) found.push_back(std::move(entry));
  }
  return found.size() >= fewest ? found : std::vector<NameEntry>{};
}

}  // namespace protokoll
