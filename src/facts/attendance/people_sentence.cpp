#include <algorithm>
#include <optional>

#include "facts/attendance/attendance.hpp"
#include "facts/attendance/meeting_people.hpp"
#include "facts/attendance/people_label.hpp"
#include "facts/meeting/statements.hpp"
#include "facts/names/name_list.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t nearest = 9;  // tokens between a verb and its person

// A sentence as one looks for persons beside its verbs.
class PeopleSentence {
 public:
  PeopleSentence(std::string_view text, Context& context) : text_(text), context_(context), tokens_(context.reading.tokens(text)), all_(all_classes(tokens_)) {}

  void read() {
    constexpr std::size_t longest = 1000;
    if (text_.size() > longest || !all_.any({WordClass::lead, WordClass::record, WordClass::chair_office, WordClass::secretary_office, WordClass::open})) return;
    if (all_.has(WordClass::later) || (depends() && !tells_of_absence()) || (all_.has(WordClass::ask) && !all_.has(WordClass::undertake)) || text_.ends_with('?')) return;
    only_chosen_ = all_.any({WordClass::accept, WordClass::move, WordClass::second});
    // "Two candidates stand for secretary, Mia Ott and Jo Kern."
    if (only_chosen_ && all_.has(WordClass::election_noun) && !all_.any({WordClass::elect, WordClass::accept})) return;
    read(Standing::chair, WordClass::lead, WordClass::chair_office);
    read(Standing::secretary, WordClass::record, WordClass::secretary_office);
  }

 private:
  void read(Standing standing, WordClass acts, WordClass office) {
    auto& people = people_of(standing, context_.minutes.meeting);
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const auto& token = tokens_[at];
      if (!((!only_chosen_ && acted(at, acts, office)) || chosen(at, office))) continue;
      if (standing == Standing::chair && is_late() && !chosen(at, office)) continue;
      if (token.kind != TokenKind::word) continue;
      // "Presiede e verbalizza il Sig. Bruni": one does both.
      if (at > 1 && tokens_[at - 2].is(WordClass::lead) && context_.language.has("name_joiners", context_.reading.text(tokens_[at - 1]))) taken_ = {};
      if (const auto name = nearest_name(at)) {
        taken_ = name->name;
        auto person = to_person(*name, context_);
        if (context_.reading.classes(name->role).has(WordClass::open)) person.role.clear();  // what the sentence goes on with
        if (people.empty()) add_people(people, {std::move(person)});
        return;
      }
    }
  }

  // "Is appointed secretary, pursuant to article 12": what is said behind the office is no condition.
  [[nodiscard]] bool depends() const {
    bool called = false;
    for (const auto& token : tokens_) {
      if (token.is(WordClass::condition)) return !called;
      called = called || (all_.has(WordClass::elect) && token.is_any({WordClass::secretary_office, WordClass::record}));
    }
    return false;
  }

  // "In the absence of the chair, Mia Ott …": no condition, but why.
  [[nodiscard]] bool tells_of_absence() const {
    return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) { return own_classes(token, context_).has(WordClass::absent); });
  }

  // Who leads is said at the begin; later others lead a part, a group, a walk.
  [[nodiscard]] bool is_late() const { return context_.minutes.agenda.size() > 2; }

  // "leitet die Sitzung", "minutes were taken by", "was called to order by"
  [[nodiscard]] bool acted(std::size_t at, WordClass acts, WordClass office) const {
    constexpr std::size_t few = 14;
    const bool phrase = at + 1 < tokens_.size() && tokens_[at + 1].inner;
    if (acts == WordClass::lead && opens_as_chair(at)) return true;
    if (!tokens_[at].is(acts)) return false;
    if (acts == WordClass::record) return tokens_[at].is(office) ? !all_.has(WordClass::elect) || phrase : (phrase || all_.has(WordClass::minutes_noun)) && words(text_).size() <= few;
    if (all_.has(WordClass::elect) && tokens_[at].is(WordClass::office)) return false;
    return phrase || is_near(at, WordClass::meeting_noun) || (tokens_[at].is(office) && words(text_).size() <= few);
  }

  // "Der Vorsitzende Rainer Stolz eröffnet die Sitzung", "The chair, Ann Leek, opened …": called so by the sentence that begins with it.
  [[nodiscard]] bool opens_as_chair(std::size_t at) const {
    constexpr std::size_t front = 5;
    const auto name = behind_house(at);
    return (at < front || is_opener(at)) && tokens_[at].is(WordClass::chair_office) && name < tokens_.size() && may_begin(name) && all_.has(WordClass::open) && all_.has(WordClass::meeting_noun) &&
           !all_.any({WordClass::absent, WordClass::excused}) && text_.find(';') == std::string_view::npos;
  }

  // The place of the name: "the chair Ann Leek", "the chair, Ann Leek", "der Vorsitzende der Schachgruppe, Herr Stolz".
  [[nodiscard]] std::size_t behind_house(std::size_t at) const {
    constexpr std::size_t longest = 4;
    auto next = at + 1;
    if (next < tokens_.size() && tokens_[next].kind == TokenKind::word && context_.language.has("articles", context_.reading.text(tokens_[next])))
      while (next < tokens_.size() && next <= at + longest && tokens_[next].mark != ',') ++next;
    return next < tokens_.size() && tokens_[next].mark == ',' ? next + 1 : next;
  }

  // "Um 14 Uhr eröffnet der Präsident, Willi Stolz, die Versammlung": right behind the verb.
  [[nodiscard]] bool is_opener(std::size_t at) const {
    constexpr std::size_t reach = 2, farthest = 14;
    if (all_classes(tokens_.subspan(0, at)).has(WordClass::chair_office)) return false;  // "The chair welcomes mayor Leek"
    for (auto i = at; i > 0 && at - i < reach && at < farthest; --i)
      if (tokens_[i - 1].is(WordClass::open)) return true;
    return false;
  }

  [[nodiscard]] bool is_near(std::size_t at, WordClass c) const {
    for (auto i = at > nearest ? at - nearest : 0; i < std::min(tokens_.size(), at + nearest); ++i)
      if (tokens_[i].is(c)) return true;
    return false;
  }

  // "zum Versammlungsleiter gewählt", "est désignée secrétaire de séance": not an office of the body, but of this meeting.
  [[nodiscard]] bool chosen(std::size_t at, WordClass office) const {
    const bool called = office == WordClass::secretary_office && tokens_[at].is(WordClass::record) && at + 1 < tokens_.size() && tokens_[at + 1].inner;  // "zum Protokollführer"
    if ((!tokens_[at].is(office) && !called) || tokens_[at].is(WordClass::minutes_noun)) return false;
    const bool elected = all_.any({WordClass::elect, WordClass::undertake, WordClass::accept});
    // Who is proposed to lead this meeting leads it.
    if (!elected && !all_.any({WordClass::move, WordClass::suggest})) return false;
    // "The chair appoints as secretary Jo Kern"
    if (office == WordClass::secretary_office && at > 1 && tokens_[at - 1].is_any({WordClass::elect, WordClass::undertake}) && all_classes(tokens_.subspan(0, at)).any({WordClass::lead, WordClass::chair_office})) return true;
    if (tokens_[at].is(WordClass::record) || is_of_meeting(context_.reading.text(tokens_[at]))) return true;
    if (!tokens_[at].is(WordClass::office)) return elected;
    for (auto next = at + 1; next < std::min(tokens_.size(), at + 4); ++next)
      if (own_classes(tokens_[next], context_).has(WordClass::meeting_noun)) return true;
    return false;
  }

  // "Versammlungsleiter", "vergadervoorzitter": one word with that for a meeting in front.
  [[nodiscard]] bool is_of_meeting(std::string_view word) const {
    constexpr std::size_t shortest = 6, shortest_office = 5;
    const auto folded = fold_case(word);
    for (auto size = shortest; size + shortest_office <= folded.size(); ++size)
      if (context_.language.lexicon().look_up(std::string_view(folded).substr(0, size)).classes.has(WordClass::meeting_noun)) return true;
    return false;
  }

  [[nodiscard]] bool is_known(std::string_view name) const {
    const auto& attendance = context_.minutes.meeting.attendance;
    for (const auto* list : {&attendance.present, &attendance.guests})
      for (const auto& person : *list)
        if (person.name == name || person.name.starts_with(std::string(name) + ' ') || person.name.ends_with(' ' + std::string(name))) return true;
    return false;
  }

  // `distance`: tokens between it and the verb.
  [[nodiscard]] bool is_name(const NameEntry& entry, std::size_t distance) const {
    constexpr WordClasses things{WordClass::place, WordClass::body, WordClass::meeting_noun, WordClass::minutes_noun, WordClass::agenda_noun, WordClass::decision_noun};
    if (entry.name.empty() || entry.likeness < Likeness::plain || context_.reading.classes(entry.name).any(things)) return false;
    const auto size = words(entry.name).size();
    if (is_known(Context::flat(entry.name))) return size > 1 || !entry.honorific.empty() || words(text_).size() <= 8;
    const bool chosen = all_.any({WordClass::elect, WordClass::undertake});  // "was elected to", "est nommé"
    if (entry.likeness == Likeness::plain && size == 2 && distance <= (chosen ? 3 : 1)) return true;
    return entry.likeness == Likeness::sure && size <= 4 && (size > 1 || !entry.honorific.empty() || !entry.title.empty());
  }

  // Of two persons in a sentence one leads and the other writes.
  [[nodiscard]] bool is_free(const NameEntry& entry) const { return taken_.empty() || entry.name.data() < taken_.data() || entry.name.data() >= taken_.data() + taken_.size(); }

  [[nodiscard]] bool may_begin(std::size_t at) const {
    const auto& token = tokens_[at];
    return token.kind == TokenKind::word && (token.capital || context_.language.addresses(context_.reading.text(token))) && !token.inner;
  }

  [[nodiscard]] std::string_view view(std::size_t first, std::size_t last) const {
    return context_.view(Range{tokens_[first].range.begin, tokens_[last].range.end});
  }

  // "Ann Leek, Secretary     Tom Wye, Chair": the office is that of the name which begins the line.
  [[nodiscard]] bool tells_of_front(std::size_t at) const {
    if (at < 2 || tokens_[at - 1].mark != ',') return false;
    const auto front = view(0, at - 2);
    return has_words(front, 2) && !has_words(front, 5) && likeness_of(front, context_) >= Likeness::plain;
  }

  [[nodiscard]] std::optional<NameEntry> name_behind(std::size_t at) const {
    if (tells_of_front(at)) return std::nullopt;
    for (auto i = at + 1; i < std::min(tokens_.size(), at + 1 + nearest); ++i) {
      if (tokens_[i].mark == ';' || tokens_[i].mark == '.') return std::nullopt;
      if (!may_begin(i)) continue;
      const auto rest = view(i, tokens_.size() - 1);
      // A line may end within the name.
      auto end = rest.find_first_of(",;(\n");
      if (end != std::string_view::npos && rest[end] == '\n' && !has_words(rest.substr(0, end), 2)) end = rest.find_first_of(",;(\n", end + 1);
      auto entry = read_entry(rest.substr(0, end), context_);
      if (is_free(entry) && is_name(entry, i - at - 1)) return entry;
    }
    return std::nullopt;
  }

  // Without what stands in brackets: "Mia Ott (treasurer) presides".
  [[nodiscard]] std::size_t words_between(std::size_t first, std::size_t last) const {
    std::size_t count = 0;
    int depth = 0;
    for (auto i = first + 1; i < last; ++i) {
      depth += tokens_[i].mark == '(' ? 1 : tokens_[i].mark == ')' ? -1 : 0;
      count += depth == 0 && tokens_[i].mark != ')';
    }
    return count;
  }

  [[nodiscard]] std::optional<NameEntry> name_before(std::size_t at) const {
    constexpr std::size_t longest = 5, farthest = 16, front = 3;
    const bool undertaken = all_.has(WordClass::undertake);
    for (auto last = at; last-- > 0 && at - last <= (undertaken ? farthest : nearest);) {
      // The subject at the begin may be far from what it takes over.
      if (at - last > nearest && last >= front) continue;
      if (tokens_[last].mark == ';' || tokens_[last].mark == '.') continue;
      if (tokens_[last].kind != TokenKind::word || !tokens_[last].capital) continue;
      for (auto first = last > longest ? last - longest : 0; first <= last; ++first) {
        if (!may_begin(first)) continue;
        auto entry = read_entry(view(first, last), context_);
        if (is_free(entry) && is_name(entry, words_between(last, at)) && entry.tail.empty() && entry.name.data() + entry.name.size() == view(last, last).data() + view(last, last).size()) return entry;
      }
    }
    return std::nullopt;
  }

  // "Preside Mia Ott y actúa como secretario Jo Kern": what joins the clauses stands in between.
  [[nodiscard]] bool in_other_clause(const NameEntry& before, std::size_t at) const {
    const auto* end = before.name.data() + before.name.size();
    for (auto i = at; i-- > 0 && context_.reading.text(tokens_[i]).data() >= end;)
      if (tokens_[i].mark == ';' || (tokens_[i].mark == ',' && i + 1 == at) || context_.language.has("name_joiners", context_.reading.text(tokens_[i]))) return true;
    return false;
  }

  // The person nearest to a word.
  [[nodiscard]] std::optional<NameEntry> nearest_name(std::size_t at) const {
    const auto behind = name_behind(at), before = name_before(at);
    if (!behind || !before) return behind ? behind : before;
    // "Mia Ott offered to lead and asked Jo Kern …": the doer of the verb in between.
    for (auto i = at; i-- > 0 && context_.reading.text(tokens_[i]).data() > before->name.data();)
      if (tokens_[i].is(WordClass::undertake)) return before;
    if (in_other_clause(*before, at)) return behind;
    // "Mia Ott was made chair, and Jo Kern …": another clause.
    for (auto i = at + 1; i + 1 < tokens_.size() && context_.reading.text(tokens_[i]).data() < behind->name.data(); ++i)
      if (tokens_[i].mark == ',' && context_.language.has("name_joiners", context_.reading.text(tokens_[i + 1]))) return before;
    const auto end = view(at, at).data() + view(at, at).size();
    const auto to_behind = behind->text.data() - end, to_before = view(at, at).data() - (before->name.data() + before->name.size());
    return to_behind < to_before ? behind : before;
  }

  std::string_view text_;
  Context& context_;
  Tokens tokens_;
  WordClasses all_;
  bool only_chosen_ = false;  // what else it may tell is clouded
  std::string_view taken_;    // the name of who leads
};

}  // namespace

void read_people_sentence(std::string_view sentence, Context& context) { PeopleSentence(sentence, context).read(); }

}  // namespace protokoll
