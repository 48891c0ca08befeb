#include "facts/tasks/task_doer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

// What the words beside somebody may say.
constexpr std::array beside{act,  future, undertake, assign, must, modal, report, ask,  opine, suggest, thank,    adopt,    done, move,
                            second, discuss, agree,  elect,  lead, earlier, negation, that, deadline, task_noun, condition};

// Weighs the groups of one sentence.
class DoerWeigher {
 public:
  DoerWeigher(const TaskFrame& frame, const Context& context) : frame_(frame), tokens_(frame.tokens), end_(end_of_words(frame.tokens)), context_(context) {
    for (const auto& group : frame.groups) {
      marked_ += is_marked(group);
      fronts_ += group.place == DoerPlace::front;
      people_ += group.kind() == DoerKind::person || group.kind() == DoerKind::office;
    }
  }

  [[nodiscard]] Features signs(std::size_t number) const {
    Features features;
    const auto& group = frame_.groups[number];
    const auto kind = to_string(group.kind()), place = to_string(group.place);
    features.add(fmt::format("{}", kind));
    features.add(fmt::format("{}", place));
    features.add(fmt::format("{} {}", place, kind));
    features.add(number == 0 ? "first" : number == 1 ? "second" : "later");
    features.add("only one", frame_.groups.size() == 1);
    features.add("several", group.doers.size() > 1);
    features.add("at the begin", group.first == frame_.start);
    features.add("capitals", is_all_capitals(group.doers.front().name));
    features.add("announced", frame_.announced);
    features.add("boxed", frame_.boxed);
    const bool marked = is_marked(group);
    if (marked_ > 0 && !marked) features.add(fmt::format("{}, another is marked", place));
    if (fronts_ > 0 && group.place != DoerPlace::front) features.add(fmt::format("{}, another in front", place));
    if (group.kind() != DoerKind::person && group.kind() != DoerKind::office && people_ > 0) features.add(fmt::format("{}, people beside", kind));
    behind(group, place, features);
    before(group, place, features);
    ends(group, features);
    return features;
  }

  // "Frontend: Parser bauen": what is not known as somebody in front of the verb at the end is what is done.
  [[nodiscard]] bool is_object(const DoerGroup& group) const {
    return group.kind() == DoerKind::unknown && group.last + 1 == end_ && tokens_[group.last].is(act) && group.place != DoerPlace::bracket;
  }

 private:
  static bool is_marked(const DoerGroup& group) {
    return group.place == DoerPlace::colon || group.place == DoerPlace::arrow || group.place == DoerPlace::bracket || group.place == DoerPlace::end || group.place == DoerPlace::alone;
  }

  [[nodiscard]] bool listed(Key list, std::size_t at) const { return at < tokens_.size() && tokens_[at].kind == TokenKind::word && context_.language.has(list, context_.reading.text(tokens_[at])); }

  void behind(const DoerGroup& group, std::string_view place, Features& features) const {
    if (group.last >= tokens_.size()) return features.add("closes");
    const auto& next = tokens_[group.last];
    for (const auto c : beside)
      if (next.is(c)) {
        features.add(fmt::format("then {}", to_string(c)));
        features.add(fmt::format("{} then {}", place, to_string(c)));
      }
    if (next.is(assign)) features.add(context_.reading.alone(next).any({assign, ask}) ? "then asks" : "then is asked");
    if (next.kind == TokenKind::mark) features.add(next.mark == ',' ? "then comma" : next.mark == '.' ? "then stop" : next.mark == ')' ? "then bracket" : "then mark");
    if (next.kind == TokenKind::number) features.add("then number");
    if (next.kind == TokenKind::word && next.classes.empty()) features.add(next.capital ? "then name" : fmt::format("then -{}", ending(context_.reading.text(next))));
    if (listed("infinitive_marks", group.last)) features.add("then to");
    if (listed("agents", group.last)) features.add("then by");
    constexpr std::size_t reach = 5;
    WordClasses soon;
    for (auto at = group.last + 1; at < std::min(tokens_.size(), group.last + reach); ++at) soon |= tokens_[at].classes;
    for (const auto c : beside)
      if (soon.has(c)) features.add(fmt::format("soon {}", to_string(c)));
  }

  void before(const DoerGroup& group, std::string_view place, Features& features) const {
    constexpr std::size_t reach = 3;
    WordClasses front;
    for (std::size_t back = 1; back <= reach && back <= group.first && group.first - back >= frame_.start; ++back) {
      const auto& token = tokens_[group.first - back];
      front |= token.classes;
      if (back == 1 && token.kind == TokenKind::mark) features.add(token.mark == ',' ? "behind comma" : "behind mark");
      if (back == 1 && token.kind == TokenKind::word && token.classes.empty() && !listed("articles", group.first - 1)) features.add("behind word");
      if (listed("agents", group.first - back)) features.add("behind by");
      if (listed("infinitive_marks", group.first - back)) features.add("behind to");
    }
    for (const auto c : beside)
      if (front.has(c)) {
        features.add(fmt::format("behind {}", to_string(c)));
        if (listed("infinitive_marks", group.last)) features.add(fmt::format("behind {}, then to", to_string(c)));
      }
    features.add(fmt::format("{} behind article", place), group.first > 0 && listed("articles", group.first - 1) ? 1 : 0);
  }

  void ends(const DoerGroup& group, Features& features) const {
    if (end_ <= group.last) return;
    const auto& word = tokens_[end_ - 1];
    const bool unknown = group.kind() == DoerKind::unknown;
    if (word.is(act)) features.add(unknown ? "unknown, work at the end" : "work at the end");
    if (word.kind == TokenKind::word && unknown) features.add(fmt::format("unknown, last -{}", ending(context_.reading.text(word))));
  }

  const TaskFrame& frame_;
  Tokens tokens_;
  std::size_t end_;  // behind the last word
  const Context& context_;
  int marked_ = 0, fronts_ = 0, people_ = 0;
};

}  // namespace

std::vector<std::size_t> doing_groups(const TaskFrame& frame, const Context& context) {
  const DoerWeigher weigher(frame, context);
  const auto& weights = context.weights["doer"];
  std::vector<double> likely(frame.groups.size(), 0);
  for (std::size_t number = 0; number < frame.groups.size(); ++number) {
    const auto& group = frame.groups[number];
    if (group.kind() == DoerKind::pronoun || weigher.is_object(group)) continue;
    const auto features = weigher.signs(number);
    likely[number] = weights.probability(features);
    context.explain("doer", join(group.doers.front().name, group.doers.back().name), weights, features, likely[number] >= weights.threshold("low"));
  }
  // The likeliest; others only if there is hardly a doubt.
  const auto best = std::max_element(likely.begin(), likely.end());
  std::vector<std::size_t> doing;
  for (std::size_t number = 0; number < likely.size(); ++number) {
    const bool is_best = best == likely.begin() + static_cast<std::ptrdiff_t>(number);
    if (likely[number] >= weights.threshold(is_best ? "low" : "high")) doing.push_back(number);
  }
  return doing;
}

}  // namespace protokoll
