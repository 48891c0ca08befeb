#include "structure/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "structure/clocked_lines.hpp"
#include "structure/consistency.hpp"
#include "structure/nesting.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr int window = 2;  // neighbours on each side whose signs count

constexpr std::array joined{Sign::numbered, Sign::all_bold, Sign::ends_colon, Sign::top_level, Sign::starts_item, Sign::ordered, Sign::bulleted, Sign::column0, Sign::title_word};
constexpr std::array joined_with{Sign::alike_body_most, Sign::alike_body_some, Sign::alike_body_none, Sign::alike_counts_most, Sign::alike_counts_some, Sign::heading, Sign::under_80};

std::string neighbour(int offset, Sign sign) { return offset == 0 ? std::string(to_string(sign)) : fmt::format("{:+d} {}", offset, to_string(sign)); }

// The weights of "opener" by place and sign, so that no name is looked up for each block.
class OpenerQuestion {
 public:
  explicit OpenerQuestion(const Weights& weights) {
    for (int offset = -window; offset <= window; ++offset) {
      for (std::size_t s = 0; s < sign_count; ++s) single_[offset + window][s] = weights.weight(neighbour(offset, static_cast<Sign>(s)));
      none_[offset + window] = weights.weight(fmt::format("{:+d} none", offset));
    }
    for (std::size_t a = 0; a < joined.size(); ++a)
      for (std::size_t b = 0; b < joined_with.size(); ++b) pairs_[a][b] = weights.weight(fmt::format("{} & {}", to_string(joined[a]), to_string(joined_with[b])));
    bias_ = weights.sum({});
  }

  [[nodiscard]] double probability(const std::vector<Signs>& signs, std::size_t at) const {
    double sum = bias_;
    for (int offset = -window; offset <= window; ++offset) {
      const auto place = static_cast<std::ptrdiff_t>(at) + offset;
      if (place < 0 || place >= static_cast<std::ptrdiff_t>(signs.size())) {
        sum += none_[offset + window];
        continue;
      }
      const auto& own = signs[static_cast<std::size_t>(place)];
      for (auto s = own._Find_first(); s < sign_count; s = own._Find_next(s)) sum += single_[offset + window][s];
    }
    for (std::size_t a = 0; a < joined.size(); ++a)
      for (std::size_t b = 0; b < joined_with.size(); ++b)
        if (signs[at].has(joined[a]) && signs[at].has(joined_with[b])) sum += pairs_[a][b];
    return 1 / (1 + std::exp(-sum));
  }

  // The same as names, for people and for fitting.
  [[nodiscard]] static Features features(const std::vector<Signs>& signs, std::size_t at) {
    Features features;
    for (int offset = -window; offset <= window; ++offset) {
      const auto place = static_cast<std::ptrdiff_t>(at) + offset;
      if (place < 0 || place >= static_cast<std::ptrdiff_t>(signs.size())) {
        features.add(fmt::format("{:+d} none", offset));
        continue;
      }
      for (std::size_t s = 0; s < sign_count; ++s)
        if (signs[static_cast<std::size_t>(place)].test(s)) features.add(neighbour(offset, static_cast<Sign>(s)));
    }
    for (const auto a : joined)
      for (const auto b : joined_with)
        if (signs[at].has(a) && signs[at].has(b)) features.add(fmt::format("{} & {}", to_string(a), to_string(b)));
    return features;
  }

 private:
  std::array<std::array<double, sign_count>, 2 * window + 1> single_{};
  std::array<double, 2 * window + 1> none_{};
  std::array<std::array<double, joined_with.size()>, joined.size()> pairs_{};
  double bias_ = 0;
};

struct Ranking {
  std::vector<Family> families;
  std::vector<Features> features;
  std::vector<double> scores;
  std::size_t best = 0;
  std::ptrdiff_t second = -1;  // the best of those that share no block with the winner
};

bool share_a_block(const Family& a, const Family& b) {
  std::vector<std::size_t> both;
  std::set_intersection(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), std::back_inserter(both));
  return !both.empty();
}

Ranking rank(const Evidenced& document, const Weights& weights, const Context& context) {
  Ranking ranking;
  ranking.families = find_families(document.candidates, document.signs, context);
  for (const auto& family : ranking.families) {
    ranking.features.push_back(family_features(family, document));
    ranking.scores.push_back(weights.sum(ranking.features.back()));
    if (ranking.scores.back() > ranking.scores[ranking.best]) ranking.best = ranking.scores.size() - 1;
  }
  for (std::size_t f = 0; f < ranking.families.size(); ++f) {
    const bool better = ranking.second < 0 || ranking.scores[f] > ranking.scores[static_cast<std::size_t>(ranking.second)];
    if (f != ranking.best && better && !share_a_block(ranking.families[f], ranking.families[ranking.best])) ranking.second = static_cast<std::ptrdiff_t>(f);
  }
  return ranking;
}

double value_of(const Features& features, std::string_view name) {
  for (const auto& [key, value] : features.found())
    if (key == name) return value;
  return 0;
}

// The features of "item" for every candidate.
class ItemQuestion {
 public:
  ItemQuestion(const Evidenced& document, const Ranking& ranking) : document_(document), ranking_(ranking), highest_(document.candidates.size(), -1000), in_(document.candidates.size(), 0) {
    if (ranking.families.empty()) return;
    for (std::size_t f = 0; f < ranking.families.size(); ++f)
      for (const auto i : ranking.families[f].members) highest_[i] = std::max(highest_[i], ranking.scores[f]);
    for (const auto i : ranking.families[ranking.best].members) in_[i] = 1;
    if (ranking.second >= 0)
      for (const auto i : ranking.families[static_cast<std::size_t>(ranking.second)].members) in_[i] = 2;
    const auto& best = ranking.features[ranking.best];
    find_neighbours();
    counts_ = value_of(best, "counts");
    bodies_ = value_of(best, "bodies");
    mean_ = value_of(best, "p mean");
  }

  [[nodiscard]] Features features(std::size_t at) const {
    Features features;
    const auto p = document_.opens[at];
    const auto odds = std::log((p + 1e-4) / (1 - p + 1e-4));
    features.add("odds", odds);
    if (ranking_.families.empty()) return features;
    const auto& members = ranking_.families[ranking_.best].members;
    const auto top = ranking_.scores[ranking_.best];
    features.add("before winner", at < members.front());
    features.add("behind winner", at > members.back());
    features.add("in no family", highest_[at] < -999);
    features.add("rank behind", highest_[at] < -999 ? -5 : std::max(-5.0, highest_[at] - top));
    if (in_[at] == 1) {
      features.add("in winner");
      features.add("in winner: odds", odds);
      features.add("in winner: counts", counts_);
      features.add("in winner: bodies", bodies_);
      features.add("in winner: p mean", mean_);
    } else if (in_[at] == 2) {
      const auto second = ranking_.scores[static_cast<std::size_t>(ranking_.second)];
      features.add("in second");
      features.add("in second: odds", odds);
      features.add("in second: behind", std::max(-5.0, second - top));
    }
    const std::string_view prefix = in_[at] == 1 ? "in winner: " : "";
    const bool follows = step(before_[at], at) == 1, precedes = step(at, behind_[at]) == 1;
    if (follows) features.add(fmt::format("{}follows", prefix));
    if (precedes) features.add(fmt::format("{}precedes", prefix));
    if (precedes && before_[at] == none && counted(document_.candidates[at]) <= 1) features.add(fmt::format("{}begins", prefix));
    if (!follows && !precedes && step(before_[at], behind_[at]) == 1) features.add(fmt::format("{}between", prefix));
    const auto& signs = document_.signs[at];
    for (const auto sign : {Sign::again_below, Sign::label_people, Sign::label_agenda, Sign::label_decision, Sign::label_section, Sign::in_announced, Sign::first_tenth, Sign::heading, Sign::open_part, Sign::closed_part, Sign::number_letter, Sign::number_beside, Sign::numbered})
      if (signs.has(sign)) features.add(fmt::format("{}{}", prefix, to_string(sign)));
    return features;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // The winner's members in front of and behind each candidate.
  void find_neighbours() {
    const auto n = document_.candidates.size();
    before_.assign(n, none);
    behind_.assign(n, none);
    auto last = none;
    for (std::size_t i = 0; i < n; ++i) {
      before_[i] = last;
      if (in_[i] == 1) last = i;
    }
    last = none;
    for (auto i = n; i-- > 0;) {
      behind_[i] = last;
      if (in_[i] == 1) last = i;
    }
  }

  // How far the number of one is from that of another; 0 if they are of different kinds.
  [[nodiscard]] int step(std::size_t from, std::size_t to) const {
    if (from == none || to == none) return 0;
    const auto &a = document_.candidates[from], &b = document_.candidates[to];
    const bool alike = a.label && b.label ? a.label->form == b.label->form && a.label->depth() == b.label->depth() : !a.label && !b.label;
    const auto first = counted(a), second = counted(b);
    return alike && first >= 0 && second >= 0 ? second - first : 0;
  }

  const Evidenced& document_;
  const Ranking& ranking_;
  std::vector<std::size_t> before_, behind_;
  std::vector<double> highest_;  // by candidate: the best score of its families
  std::vector<int> in_;          // 1: in the winner, 2: in the second
  double counts_ = 0, bodies_ = 0, mean_ = 0;
};

bool is_worded_heading(const Candidate& candidate, const Context& context) {
  return candidate.label && !candidate.label->word.empty() && context.document.blocks[candidate.block].kind == BlockKind::heading;
}

// Headings that print the word for "item" and a number as others of the winner do: items, whatever their level or the kind of their number.
std::vector<bool> worded_alike(const Evidenced& document, const Ranking& ranking, const Context& context) {
  std::vector<bool> found(document.candidates.size(), false);
  if (ranking.families.empty()) return found;
  std::map<std::string_view, int> words;
  for (const auto i : ranking.families[ranking.best].members)
    if (is_worded_heading(document.candidates[i], context)) ++words[trim(document.candidates[i].label->word)];
  constexpr int some = 3;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!is_worded_heading(document.candidates[i], context) || document.signs[i].has(Sign::again_below)) continue;
    const auto word = words.find(trim(document.candidates[i].label->word));
    found[i] = word != words.end() && word->second >= some;
  }
  return found;
}

void explain(const Evidenced& document, const Ranking& ranking, const Weights& opener, const Weights& family, const Context& context) {
  if (!context.options.explain) return;
  for (std::size_t i = 0; i < document.candidates.size(); ++i) {
    context.explain("opener", context.view(document.candidates[i].range), opener, OpenerQuestion::features(document.signs, i), document.opens[i] >= 0.5, static_cast<int>(i));
  }
  for (std::size_t f = 0; f < ranking.families.size(); ++f) {
    Evidence evidence{.question = "family", .text = ranking.families[f].kind, .probability = ranking.scores[f], .chosen = f == ranking.best};
    for (const auto i : ranking.families[f].members) evidence.members.push_back(static_cast<int>(i));
    evidence.features = family.explain(ranking.features[f]);
    context.minutes.evidence.push_back(std::move(evidence));
  }
}

}  // namespace

std::vector<AgendaItemPlace> find_agenda(const std::vector<Unit>& units, const Context& context) {
  auto candidates = find_candidates(units, context);
  part_clocks(candidates, context);
  const auto signs = find_signs(candidates, context);
  const auto& opener_weights = context.weights["opener"];
  const OpenerQuestion opener(opener_weights);
  std::vector<double> opens;
  opens.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) opens.push_back(opener.probability(signs, i));
  const Evidenced document(candidates, signs, std::move(opens));
  const auto& family_weights = context.weights["family"];
  const auto ranking = rank(document, family_weights, context);
  explain(document, ranking, opener_weights, family_weights, context);

  const auto& item_weights = context.weights["item"];
  const ItemQuestion item(document, ranking);
  const auto bound = item_weights.threshold("low");
  const auto worded = worded_alike(document, ranking, context);
  std::vector<bool> chosen(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) chosen[i] = item_weights.probability(item.features(i)) >= bound || worded[i];
  make_consistent(candidates, signs, ranking.families.empty() ? std::vector<std::size_t>{} : ranking.families[ranking.best].members, context, chosen);
  take_clocked(candidates, context, chosen);
  std::vector<AgendaItemPlace> places;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (context.options.explain) context.explain("item", context.view(candidates[i].range), item_weights, item.features(i), chosen[i], static_cast<int>(i));
    if (chosen[i]) places.push_back({candidates[i], 0});
  }
  nest(places, context);
  return places;
}

}  // namespace protokoll
