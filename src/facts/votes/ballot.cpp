#include "facts/votes/ballot.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "facts/votes/roll_call.hpp"
#include "facts/votes/vote_figures.hpp"
#include "facts/votes/vote_words.hpp"

namespace protokoll {
namespace {

using enum WordClass;

constexpr std::size_t widest_gap = 6;   // parts between two of a chain
constexpr std::size_t longest_link = 3;  // words between a count and its side

bool is_count(const Part& part) { return part.kind == PartKind::count || part.kind == PartKind::none; }

class BallotReader {
 public:
  BallotReader(const std::vector<Part>& parts, bool told) : parts_(parts), words_(parts), told_(told) {}

  Ballot read() {
    for (std::size_t i = 0; i < parts_.size(); ++i)
      if ((is_count(parts_[i]) || parts_[i].kind == PartKind::side) && !denies_deed(i) && !words_.is_total(i)) {
        if (!chain_.empty() && breaks(chain_.back(), i)) chain();
        chain_.push_back(i);
      }
    chain();
    if (!ballot_.has(Side::yes) && !ballot_.has(Side::no)) bare_figures();
    const bool counted = std::any_of(ballot_.counts.begin(), ballot_.counts.end(), [](const auto& count) { return count.value_or(0) > 0; });
    if (!counted && !ballot_.has(Side::yes)) named_votes();
    return std::move(ballot_);
  }

 private:
  [[nodiscard]] bool breaks(std::size_t from, std::size_t to) const {
    return to - from > widest_gap || std::any_of(parts_.begin() + static_cast<std::ptrdiff_t>(from) + 1, parts_.begin() + static_cast<std::ptrdiff_t>(to), [](const Part& part) {
             return part.mark == '?' || part.mark == '!';
           });
  }

  // "Not unanimously", "no por unanimidad": no count and no side.
  [[nodiscard]] bool denies_deed(std::size_t at) const {
    if (!parts_[at].classes.has(negation) || (at > 0 && parts_[at].kind == PartKind::side && is_count(parts_[at - 1]))) return false;
    const std::size_t reach = parts_[at].kind == PartKind::side ? 2 : 1;
    for (auto i = at + 1; i < std::min(parts_.size(), at + reach + 1) && parts_[i].kind != PartKind::mark && !is_count(parts_[i]); ++i)
      if (parts_[i].kind != PartKind::side && parts_[i].classes.any({unanimous, accept, adopt, reject, agree})) return true;
    return false;
  }

  void give(Side side, int value, std::size_t count, std::size_t word) {
    auto& place = ballot_.counts[static_cast<std::size_t>(side)];
    if (place) return;
    place = value;
    ballot_.used.push_back(count);
    if (word != count) ballot_.used.push_back(word);
  }

  // Counts and sides that follow one another: read the way that the chain's ends show.
  void chain() {
    const auto chain = std::exchange(chain_, {});
    if (std::none_of(chain.begin(), chain.end(), [&](std::size_t i) { return parts_[i].kind == PartKind::side; })) {
      if (chain.size() >= 2) versus(chain);
      plain_votes(chain);
      return;
    }
    const auto before = ballot_;
    versus(chain);
    if (!in_columns(chain) && !under_counts(chain) && !in_pairs(chain)) {
      if (reads_word_first(chain)) word_first(chain);
      else count_first(chain);
      against(chain);
    }
    own_denials(chain);
    approvals(chain);
    plain_votes(chain);
    if (!is_told(chain)) ballot_ = before;
  }

  [[nodiscard]] bool followed_by(std::size_t at, std::initializer_list<char> marks) const {
    return at + 1 < parts_.size() && std::find(marks.begin(), marks.end(), parts_[at + 1].mark) != marks.end();
  }

  [[nodiscard]] bool reads_word_first(const std::vector<std::size_t>& chain) const {
    // What stands side by side tells most.
    int words_first = 0, counts_first = 0;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
      const bool beside = chain[i + 1] == chain[i] + 1 || (chain[i + 1] == chain[i] + 2 && followed_by(chain[i], {':', '='}));
      counts_first += beside && parts_[chain[i]].kind == PartKind::count && parts_[chain[i + 1]].kind == PartKind::side;
      words_first += beside && parts_[chain[i]].kind == PartKind::side && parts_[chain[i + 1]].kind == PartKind::count;
    }
    if (words_first != counts_first) return words_first > counts_first;
    const bool front = is_count(parts_[chain.front()]), back = is_count(parts_[chain.back()]);
    if (front != back) return back;
    if (front) return true;  // "Present 13 Yes 11 No 2": the first is another count
    return followed_by(chain.front(), {':', '='});
  }

  // "Ja / Nein / Enthaltung: 5 / 2 / 1": as many counts as sides in front of them.
  bool in_columns(const std::vector<std::size_t>& chain) {
    std::size_t sides = 0;
    while (sides < chain.size() && parts_[chain[sides]].kind == PartKind::side) ++sides;
    if (sides < 2 || chain.size() < 2 * sides) return false;
    for (std::size_t i = 0; i < sides; ++i)
      if (!is_count(parts_[chain[sides + i]]) || parts_[chain[i]].value >= 0) return false;
    for (std::size_t i = 0; i < sides; ++i) give(parts_[chain[i]].side, parts_[chain[sides + i]].value, chain[sides + i], chain[i]);
    ballot_.firm = true;
    return true;
  }

  // "7/0/1 (yes/no/abstention)": as many sides, of one vote each, behind the counts.
  bool under_counts(const std::vector<std::size_t>& chain) {
    constexpr std::size_t fewest = 2;
    const auto half = chain.size() / 2;
    if (half < fewest || chain.size() != 2 * half) return false;
    for (std::size_t i = 0; i < half; ++i) {
      if (parts_[chain[i]].kind != PartKind::count || !is_figure(parts_[chain[i]]) || parts_[chain[half + i]].kind != PartKind::side || parts_[chain[half + i]].value >= 0) return false;
      const bool struck = i == 0 || (chain[i] == chain[i - 1] + 2 && parts_[chain[i] - 1].kind == PartKind::stroke);
      if (!struck) return false;
    }
    if (parts_[chain[half] - 1].mark != '(') return false;
    for (std::size_t i = 0; i < half; ++i) give(parts_[chain[half + i]].side, parts_[chain[i]].value, chain[i], chain[half + i]);
    ballot_.firm = true;
    return true;
  }

  // "For 12, against 3, two members abstained": a count and a side in each part of the sentence, in whichever order.
  bool in_pairs(const std::vector<std::size_t>& chain) {
    struct Pair {
      std::optional<std::size_t> count, side;
    };
    std::vector<Pair> pairs(1);
    for (std::size_t i = 0; i < chain.size(); ++i) {
      if (i > 0 && parts_between(chain[i - 1], chain[i])) pairs.emplace_back();
      auto& pair = pairs.back();
      const auto& part = parts_[chain[i]];
      if (part.kind == PartKind::side && part.value >= 0) return false;
      if (part.kind == PartKind::none && pair.count && pair.side) continue;
      if (part.kind == PartKind::none && (pair.count || !pair.side)) return false;
      auto& place = part.kind == PartKind::side ? pair.side : pair.count;
      if (place) return false;
      place = chain[i];
    }
    std::erase_if(pairs, [](const Pair& pair) { return !pair.count && pair.side; });
    const auto linked = [&](const Pair& pair) {
      if (!pair.side || !pair.count || in_figures(*pair.count)) return false;
      const auto [first, last] = std::minmax(*pair.side, *pair.count);
      return links(first, last, {':', '=', '-', '(', ')', '"', '*', '.', 'x'}) || voted(*pair.side, *pair.count);
    };
    if (pairs.size() < 2 || !std::all_of(pairs.begin(), pairs.end(), linked)) return false;
    for (const auto& pair : pairs) take(parts_[*pair.side], parts_[*pair.count], *pair.count, *pair.side);
    return true;
  }

  // A comma, "and", or a full stop that stands behind a count.
  [[nodiscard]] bool parts_between(std::size_t from, std::size_t to) const {
    for (auto i = from + 1; i < to; ++i)
      if (parts_[i].joins || parts_[i].mark == ',' || parts_[i].mark == ';' || parts_[i].mark == '/' || (parts_[i].mark == '.' && is_count(parts_[from]))) return true;
    return false;
  }

  // Only words that may stand between a count and its side.
  [[nodiscard]] bool links(std::size_t from, std::size_t to, std::initializer_list<char> marks) const {
    std::size_t words = 0;
    for (auto i = from + 1; i < to; ++i) {
      const auto& part = parts_[i];
      if (part.kind == PartKind::stroke || part.kind == PartKind::mark) {
        if (std::find(marks.begin(), marks.end(), part.mark) == marks.end()) return false;
      } else {
        ++words;
        if (!part.small_word && !part.classes.any({votes, members, body, vote_noun, present, office, move, yes, no})) return false;
      }
    }
    return words <= longest_link;
  }

  // "For the motion to sell the hall voted 11, against it 6": the clause begins with the side and ends with its count.
  [[nodiscard]] bool voted(std::size_t side, std::size_t count) const {
    if (count < side + 2 || parts_[count].kind != PartKind::count || (side > 0 && parts_[side - 1].kind != PartKind::mark)) return false;
    const auto next = count + 1;
    if (next < parts_.size() && parts_[next].kind != PartKind::mark && !parts_[next].joins && !parts_[next].classes.any({members, body})) return false;
    return std::none_of(parts_.begin() + static_cast<std::ptrdiff_t>(side) + 1, parts_.begin() + static_cast<std::ptrdiff_t>(count), [](const Part& part) { return part.kind == PartKind::mark || part.kind == PartKind::stroke; });
  }

  void count_first(const std::vector<std::size_t>& chain) {
    for (std::size_t i = 1; i < chain.size(); ++i) {
      const auto& count = parts_[chain[i - 1]];
      const auto& side = parts_[chain[i]];
      if (side.kind != PartKind::side || side.value >= 0 || !is_count(count) || in_figures(chain[i - 1]) || is_article(chain[i - 1], chain[i])) continue;
      if (count.kind == PartKind::none && !denies(count, side, chain[i - 1], chain[i])) continue;
      if (links(chain[i - 1], chain[i], {'(', '"', ')', 'x', '*'})) take(side, count, chain[i - 1], chain[i]);
    }
  }

  void word_first(const std::vector<std::size_t>& chain) {
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
      const auto& side = parts_[chain[i]];
      const auto& count = parts_[chain[i + 1]];
      if (side.kind != PartKind::side || side.value >= 0 || !is_count(count) || in_figures(chain[i + 1]) || is_article(chain[i + 1], chain[i])) continue;
      if (count.kind == PartKind::none && chain[i + 1] + 1 < parts_.size() && parts_[chain[i + 1] + 1].kind == PartKind::word) continue;
      if (links(chain[i], chain[i + 1], {':', '=', '-', '(', ')', '"', '*', '.'}) || voted(chain[i], chain[i + 1])) take(side, count, chain[i + 1], chain[i]);
    }
  }

  // "5-0-0": one of several counts between strokes.
  [[nodiscard]] bool in_figures(std::size_t at) const {
    const auto follows = [&](std::size_t stroke, std::size_t count) { return parts_[stroke].kind == PartKind::stroke && is_figure(parts_[count]) && parts_[stroke].mark != ':'; };
    return is_figure(parts_[at]) && ((at + 2 < parts_.size() && follows(at + 1, at + 2)) || (at >= 2 && follows(at - 1, at - 2)));
  }

  // "No abstentions", and "nobody against"; but "not for" is no count.
  [[nodiscard]] bool denies(const Part& none, const Part& side, std::size_t from, std::size_t to) const {
    return side.side != Side::yes ? to - from <= 2 : to - from == 1 && side.firm && none.value == 0;
  }

  void take(const Part& side, const Part& count, std::size_t at, std::size_t word) {
    const bool beside = at + 1 == word || word + 1 == at;
    const bool noun = std::any_of(parts_.begin() + static_cast<std::ptrdiff_t>(std::min(at, word)), parts_.begin() + static_cast<std::ptrdiff_t>(std::max(at, word)), [](const Part& part) {
      return part.kind == PartKind::votes;
    });
    const bool behind = std::max(at, word) + 1 < parts_.size() && parts_[std::max(at, word) + 1].kind == PartKind::votes;
    give(side.side, count.value, at, word);
    ballot_.firm = ballot_.firm || side.firm || noun || behind || (beside && told_ && !goes_on(std::max(at, word), word)) || (word < at && followed_by(word, {':', '='}));
  }

  // "150 for the hall", "for 3 weeks": what follows shows that the word is none of a side.
  [[nodiscard]] bool goes_on(std::size_t last, std::size_t side) const {
    return !parts_[side].firm && last + 1 < parts_.size() && parts_[last + 1].kind == PartKind::word && !parts_[last + 1].joins && !parts_[last + 1].classes.any({votes, accept, adopt, reject, elect, yes, no, abstain, members, body, vote_noun, office});
  }

  // "By 15 votes against 10": the count in front of the first is that of those for it.
  void against(const std::vector<std::size_t>& chain) {
    for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
      const auto& side = parts_[chain[i]];
      if (side.kind != PartKind::side || side.side != Side::no || side.value >= 0) continue;
      const auto &left = parts_[chain[i - 1]], &right = parts_[chain[i + 1]];
      if (left.kind != PartKind::count || right.kind != PartKind::count || chain[i + 1] - chain[i] > 1 || !links(chain[i - 1], chain[i], {})) continue;
      auto& yes_count = ballot_.counts[static_cast<std::size_t>(Side::yes)];
      auto& no_count = ballot_.counts[static_cast<std::size_t>(Side::no)];
      if (yes_count && i > 1 && parts_[chain[i - 2]].kind == PartKind::side) return;
      if (chain.size() > i + 2 && parts_[chain[i + 2]].kind == PartKind::side && parts_[chain[i + 2]].side == Side::no) return;
      yes_count = left.value;
      no_count = right.value;
      ballot_.against = true;
      for (const auto at : {chain[i - 1], chain[i], chain[i + 1]}) ballot_.used.push_back(at);
      ballot_.firm = ballot_.firm || told_ || words_.among(chain[i - 1], chain[i + 1] + 2);
      return;
    }
  }

  // "Without opposition"; but "not without opposition" tells no count.
  void own_denials(const std::vector<std::size_t>& chain) {
    for (const auto at : chain)
      if (parts_[at].kind == PartKind::side && parts_[at].value >= 0 && !(at > 0 && parts_[at - 1].kind == PartKind::none)) {
        give(parts_[at].side, parts_[at].value, at, at);
        ballot_.firm = true;
      }
  }

  // "11 agreed, 1 abstained": beside the count of another side.
  void approvals(const std::vector<std::size_t>& chain) {
    if (ballot_.has(Side::yes) || ballot_.sides() == 0) return;
    for (const auto at : chain) {
      if (parts_[at].kind != PartKind::count || at + 1 >= parts_.size() || !parts_[at + 1].classes.any({accept, agree, adopt})) continue;
      if (std::find(ballot_.used.begin(), ballot_.used.end(), at) != ballot_.used.end()) continue;
      give(Side::yes, parts_[at].value, at, at + 1);
      return;
    }
  }

  // "With 23 votes and 4 abstentions".
  void plain_votes(const std::vector<std::size_t>& chain) {
    if (!told_ || ballot_.has(Side::yes)) return;
    for (const auto at : chain) {
      if (parts_[at].kind != PartKind::count || !words_.follow(at) || words_.need(at) || in_figures(at)) continue;
      if (std::find(ballot_.used.begin(), ballot_.used.end(), at) != ballot_.used.end()) continue;
      give(Side::yes, parts_[at].value, at, at);
      ballot_.firm = ballot_.firm || words_.is_total(at + 2);
      return rival(chain, at);
    }
  }

  // "19 votes for Ann Leek, 9 votes for Tom Wye": of two who stood.
  void rival(const std::vector<std::size_t>& chain, std::size_t winner) {
    if (ballot_.has(Side::no)) return;
    std::optional<std::size_t> other;
    for (const auto at : chain) {
      if (at <= winner || parts_[at].kind != PartKind::count || !words_.follow(at) || words_.need(at) || std::find(ballot_.used.begin(), ballot_.used.end(), at) != ballot_.used.end()) continue;
      if (other) return;
      other = at;
    }
    const auto names = [&](std::size_t from, std::size_t to) {
      return std::any_of(parts_.begin() + static_cast<std::ptrdiff_t>(from), parts_.begin() + static_cast<std::ptrdiff_t>(to), [](const Part& part) { return part.kind == PartKind::word && !part.small_word && part.classes.empty(); });
    };
    if (other && parts_[*other].value < parts_[winner].value && names(winner, *other)) give(Side::no, parts_[*other].value, *other, *other);
  }

  // "Eine positive Abstimmung", "d'accord avec une hausse": an article beside a word that need not be one of a side.
  [[nodiscard]] bool is_article(std::size_t count, std::size_t side) const {
    if (parts_[count].kind != PartKind::count || parts_[count].firm || parts_[count].value != 1 || parts_[side].firm) return false;
    const auto next = std::max(count, side) + 1;
    return next < parts_.size() && parts_[next].kind == PartKind::word && !parts_[next].joins;
  }

  // Whether the counts are surely votes: "3 for the hall" is none.
  [[nodiscard]] bool is_told(const std::vector<std::size_t>& chain) const {
    if (ballot_.sides() == 0) return true;
    const bool digits = std::any_of(chain.begin(), chain.end(), [&](std::size_t i) { return parts_[i].kind == PartKind::count; });
    if (ballot_.sides() == 1 && !digits && !told_ && !ballot_.firm) return false;
    if (ballot_.firm) return true;
    return ballot_.sides() > 1 && std::none_of(chain.begin(), chain.end(), [&](std::size_t i) { return parts_[i].kind == PartKind::side && leads_on(i); });
  }

  // "for May": a word follows that the count's own would not have.
  [[nodiscard]] bool leads_on(std::size_t side) const { return side + 1 < parts_.size() && parts_[side + 1].kind == PartKind::word && !parts_[side + 1].joins && !parts_[side].firm; }

  // "By nine votes to seven", without words of sides.
  void versus(const std::vector<std::size_t>& chain) {
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
      const auto first = chain[i], second = chain[i + 1];
      const bool nil = parts_[second].kind == PartKind::none && parts_[second].value == 0;  // "8 votes to nil"
      if (parts_[first].kind != PartKind::count || (parts_[second].kind != PartKind::count && !nil) || second - first > 3) continue;
      const auto between = std::span(parts_).subspan(first + 1, second - first - 1);
      const bool stroke = between.size() == 1 && between[0].kind == PartKind::stroke && between[0].mark == ':' && words_.stand_at(second + 1);  // "3:8 votes"
      const bool meets = stroke || std::any_of(between.begin(), between.end(), [](const Part& part) { return part.kind == PartKind::versus; });
      const bool plain = stroke || std::all_of(between.begin(), between.end(), [](const Part& part) { return part.kind == PartKind::versus || part.kind == PartKind::votes || part.classes.has(votes); });
      if (!meets || !plain || !(told_ || words_.among(first, second + 2))) continue;
      if (!words_.among(first, second + 2) && !near_outcome(parts_, first, second)) continue;
      give(Side::yes, parts_[first].value, first, first);
      give(Side::no, parts_[second].value, second, second);
      ballot_.firm = true;
      return;
    }
  }

  // "14:0:1", "(10/4/1)", "carried 5-1".
  void bare_figures() {
    constexpr std::array order{Side::yes, Side::no, Side::abstain};
    const auto figures = vote_figures(parts_, told_);
    for (std::size_t n = 0; n < figures.size(); ++n) give(order[n], parts_[figures[n]].value, figures[n], figures[n]);
    ballot_.firm = ballot_.firm || !figures.empty();
  }

  void named_votes() {
    const auto call = roll_call(parts_, told_);
    if (!call) return;
    const auto number = [&](Side side) { return call->named[static_cast<std::size_t>(side)]; };
    const auto place = [&](Side side) { return call->last[static_cast<std::size_t>(side)]; };
    ballot_.all_for = !call->listed && number(Side::no) + number(Side::abstain) == 0;
    if (ballot_.all_for) return ballot_.used.push_back(place(Side::yes));
    for (const auto side : {Side::yes, Side::no, Side::abstain})
      if (number(side) > 0) give(side, number(side), place(side), place(side));
    ballot_.firm = true;
  }

  const std::vector<Part>& parts_;
  VoteWords words_;
  bool told_;
  Ballot ballot_;
  std::vector<std::size_t> chain_;
};

}  // namespace

bool Ballot::is_set_apart(const std::vector<Part>& parts, std::size_t at) const {
  const auto distance = [&](std::size_t other) { return std::max(at, other) - std::min(at, other); };
  const auto nearest = std::min_element(used.begin(), used.end(), [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
  if (nearest == used.end()) return false;
  const auto between = std::span(parts).subspan(std::min(at, *nearest) + 1, distance(*nearest) - (distance(*nearest) > 0 ? 1 : 0));
  return between.empty() || std::any_of(between.begin(), between.end(), [](const Part& part) { return part.kind == PartKind::word || part.kind == PartKind::none || part.mark == '.'; });
}

Ballot count_ballot(const std::vector<Part>& parts, bool told) { return BallotReader(parts, told).read(); }

}  // namespace protokoll
