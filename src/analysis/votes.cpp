#include "analysis/votes.hpp"

#include <algorithm>
#include <iterator>

#include "analysis/counts.hpp"
#include "analysis/text.hpp"

namespace protokoll {

namespace {

enum class Order { none, count_first, word_first };

Order order_of(const PatternMatch& match) {
  const bool front = is_digit(first_character(trim_front(match.text, U" \n"))), back = is_digit(last_character(match.text));
  return front == back ? Order::none : front ? Order::count_first : Order::word_first;
}

// "Anwesend: 13 Ja: 11 Nein: 2" and "13 Ja : 11 Nein": of matches that share words or counts, those count that read like the last.
std::vector<PatternMatch> counts_in(std::string_view text, const Context& context) {
  auto matches = context.language.patterns("vote").every(text);
  if (matches.size() < 2) return matches;
  const auto end = [](const PatternMatch& match) { return match.text.data() + match.text.size(); };
  std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.text.data() < b.text.data(); });
  std::vector<PatternMatch> kept;
  for (auto first = matches.begin(); first != matches.end();) {
    auto last = first;
    auto next = first + 1;
    for (; next != matches.end() && next->text.data() < end(*last); ++next)
      if (end(*next) > end(*last)) last = next;
    const auto order = order_of(*last);
    const auto reads_otherwise = [&](const PatternMatch& match) { return order != Order::none && order_of(match) != Order::none && order_of(match) != order; };
    std::copy_if(std::make_move_iterator(first), std::make_move_iterator(next), std::back_inserter(kept), [&](const PatternMatch& match) { return !reads_otherwise(match); });
    first = next;
  }
  return apart(std::move(kept));
}

}  // namespace

std::optional<VoteOutcome> parse_outcome(std::string_view name) {
  if (name == "adopted") return VoteOutcome::adopted;
  if (name == "rejected") return VoteOutcome::rejected;
  if (name == "deferred") return VoteOutcome::deferred;
  return std::nullopt;
}

std::optional<VoteOutcome> outcome_of(const Vote& vote) {
  if (vote.outcome) return vote.outcome;
  if (vote.unanimous) return VoteOutcome::adopted;
  if (vote.yes && vote.no && *vote.yes != *vote.no) return *vote.yes > *vote.no ? VoteOutcome::adopted : VoteOutcome::rejected;
  return std::nullopt;
}

std::optional<Vote> table_vote(const TableCells& rows, const Context& context) {
  if (rows.size() != 2) return std::nullopt;
  const auto& counts = rows.rbegin()->second;
  Vote vote{.by = By::table};
  for (const auto& [column, heading] : rows.begin()->second) {
    const auto count = trim(cell_of(counts, column));
    const auto digits = count.substr(0, count.find_first_not_of("0123456789"));
    if (const auto whole = digits.empty() ? std::nullopt : whole_count(count, {}, digits); !whole || whole->printed != count) continue;
    const auto text = std::string(trim(heading, U":")) + ": " + std::string(count);
    for (const auto& match : context.language.patterns("vote").all(text))
      for (const auto& [name, place] : {std::pair{"yes", &vote.yes}, {"no", &vote.no}, {"abstain", &vote.abstain}})
        if (const auto found = match.group(name); !found.empty() && !*place)
          if (const auto whole = whole_count(text, match.text, found)) *place = whole->value;
  }
  if (!vote.yes || !vote.no) return std::nullopt;
  vote.outcome = outcome_of(vote);
  if (is_parted(counts.begin()->second, counts.rbegin()->second)) return std::nullopt;
  const auto place = join(counts.begin()->second, counts.rbegin()->second);
  vote.text = Context::flat(place);
  vote.span = context.span(place);
  return vote;
}

std::optional<Vote> find_vote(std::string_view text, const Context& context) {
  Vote vote;
  std::string_view first, last;
  const auto note = [&](std::string_view place) {
    if (first.empty() || place.data() < first.data()) first = place;
    if (last.empty() || place.data() + place.size() > last.data() + last.size()) last = place;
  };
  for (const auto& match : counts_in(text, context)) {
    bool used = false;
    for (const auto& [name, count] : {std::pair{"yes", &vote.yes}, {"no", &vote.no}, {"abstain", &vote.abstain}}) {
      if (*count) continue;
      const auto words = match.group(name);
      if (!words.empty() && is_digit(static_cast<unsigned char>(words[0]))) {
        if (const auto whole = whole_count(text, match.text, words)) {
          *count = whole->value;
          note(whole->printed);
        }
      } else if (const auto fixed = words.empty() ? match.pattern->attribute(name) : words; !fixed.empty()) {
        *count = context.language.number(fixed);
      }
      used = used || *count;
    }
    if (match.pattern->attribute("unanimous") == "true") vote.unanimous = used = true;
    if (const auto outcome = parse_outcome(match.pattern->attribute("outcome")); outcome && !vote.outcome) {
      vote.outcome = outcome;
      used = used || match.pattern->attribute("sign") == "vote";
    }
    if (match.pattern->attribute("confidence") == "low") vote.confidence = Confidence::low;
    if (used) note(match.text);
  }
  if (first.empty()) return std::nullopt;
  if (!vote.outcome)
    for (const auto& match : context.language.patterns("outcome").all(text))
      if (!vote.outcome) vote.outcome = parse_outcome(match.pattern->attribute("outcome"));
  vote.outcome = outcome_of(vote);
  const auto place = join(first, last);
  vote.text = Context::flat(place);
  vote.span = context.span(place);
  return vote;
}

}  // namespace protokoll
