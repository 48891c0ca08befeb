#include "analysis/register.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "analysis/actions.hpp"
#include "analysis/decisions.hpp"
#include "analysis/table_cells.hpp"
#include "analysis/task_table.hpp"
#include "analysis/text.hpp"
#include "analysis/votes.hpp"

namespace protokoll {
namespace {

// Walks over an item's text. A motion waits until a vote carries it; a vote goes to the decision or motion right before it.
class RegisterReader {
 public:
  RegisterReader(std::string_view title, Context& context) : context_(context), title_(title) {}

  void section(SectionDraft section) {
    std::size_t from = 0;
    const auto tables = table_actions(section.pieces, context_, register_.actions);
    std::erase_if(section.pieces, [&](const Piece& piece) { return tables.contains(context_.document.enclosing(context_.block(piece).container, ContainerKind::table)); });
    votes_ = table_votes(section.pieces);
    if (decides(section.key)) from = labelled_decisions(section, context_, register_.decisions);
    else if (section.key == "motion") from = motion(section.pieces, 0, By::label);
    else if (section.key == "action" || section.key == "actions") from = labelled_actions(section, last_sentence_, context_, register_.actions);
    if (from > 0 && decides(section.key)) proposal_.reset();
    distance_ = 0;
    for (std::size_t i = from; i < section.pieces.size(); context_.forget_sentences()) i = piece(section.pieces, i);
  }

  Register finish() {
    settle_proposal();
    return std::move(register_);
  }

 private:
  struct Proposal {
    std::string_view text;
    By by;
    bool firm;  // moved and seconded: counts even if no outcome is printed
  };

  // The tables of a section that hold nothing but a vote, by container.
  [[nodiscard]] std::map<std::int32_t, std::optional<Vote>> table_votes(const std::vector<Piece>& pieces) const {
    std::map<std::int32_t, std::optional<Vote>> found;
    for (const auto& [container, rows] : tables_of(pieces, context_, [](const TableCells& rows) { return rows.size() < 2; }))
      if (auto vote = table_vote(rows, context_)) found[container] = std::move(vote);
    return found;
  }

  // Whether a piece stands in such a table; the first of its pieces gives the vote.
  bool tabled_vote(const Piece& piece) {
    const auto found = votes_.find(context_.document.enclosing(context_.block(piece).container, ContainerKind::table));
    if (found == votes_.end()) return false;
    if (auto vote = std::exchange(found->second, std::nullopt)) bind(std::move(*vote));
    return true;
  }

  // Reads one piece; returns the index of the next to read.
  std::size_t piece(const std::vector<Piece>& pieces, std::size_t at) {
    if (tabled_vote(pieces[at])) return at + 1;
    if (ticked_action(pieces[at], context_, register_.actions)) {
      ++distance_;
      return at + 1;
    }
    const auto text = without_bullet(context_.view(pieces[at]));
    const auto& parts = context_.sentences(text);
    for (std::size_t s = 0; s < parts.size(); ++s) {
      const auto intro = parts[s].ends_with(':') ? context_.language.patterns("intro").first(parts[s]) : PatternMatch{};
      if (intro.pattern && s + 1 == parts.size() && at + 1 < pieces.size()) {
        if (intro.pattern->attribute("opens") == "motion") return motion(pieces, at + 1, By::phrase);
        return at + 1 + announced(intro, pieces, at + 1);
      }
      last_sentence_ = parts[s];
      sentence(parts[s], s > 0 ? parts[s - 1] : std::string_view{});
    }
    ++distance_;
    return at + 1;
  }

  // "The following was decided:" and what stands below it. Returns how many pieces it took.
  std::size_t announced(const PatternMatch& intro, const std::vector<Piece>& pieces, std::size_t from) {
    SectionDraft section;
    section.key = intro.pattern->attribute("opens");
    section.pieces.assign(pieces.begin() + static_cast<std::ptrdiff_t>(from), pieces.end());
    const auto first = register_.decisions.size();
    const auto taken = labelled_decisions(section, context_, register_.decisions);
    for (auto i = first; i < register_.decisions.size(); ++i) register_.decisions[i].by = By::phrase;
    proposal_.reset();
    distance_ = 0;
    return taken;
  }

  // "Moved by Yuki. Seconded by Tom. Carried 5-1.": who moved it, and what became of it.
  [[nodiscard]] bool is_behind_motion(std::string_view sentence) const {
    constexpr std::size_t longest = 160;  // a longer one says more than that
    const auto& language = context_.language;
    if (language.patterns("movers").matches(sentence)) return true;
    if (sentence.size() > longest) return false;
    return language.patterns("acceptance").matches(sentence) || (language.patterns("vote_line").matches(sentence) && find_vote(sentence, context_));
  }

  // The sentences at a motion's end that are none of its words.
  [[nodiscard]] std::vector<std::string_view> sentences_behind_motion(std::string_view text) const {
    const auto& parts = context_.sentences(text);
    auto first = parts.size();
    while (first > 1 && is_behind_motion(parts[first - 1])) --first;
    return {parts.begin() + static_cast<std::ptrdiff_t>(first), parts.end()};
  }

  // "Adopted (5/1/1)" in the last line of a motion's paragraph; empty if there is none.
  [[nodiscard]] std::string_view acceptance_line(std::string_view text) const {
    const auto last = text.rfind('\n');
    if (last == std::string_view::npos) return {};
    const auto line = trim(text.substr(last));
    return context_.language.patterns("acceptance").matches(line) ? line : std::string_view{};
  }

  // A motion's own text: a paragraph, and what its colon announces.
  std::size_t motion(const std::vector<Piece>& pieces, std::size_t at, By by) {
    settle_proposal();
    if (at >= pieces.size()) return at;
    auto text = context_.view(pieces[at]);
    while (text.ends_with(':') && at + 1 < pieces.size()) text = join(text, context_.view(pieces[++at]));
    const auto end = acceptance_line(text);
    if (!end.empty()) text = trim(before(text, end));
    auto behind = sentences_behind_motion(text);
    proposal_ = Proposal{behind.empty() ? text : trim(before(text, behind.front())), by, false};
    if (!end.empty()) behind.push_back(end);
    for (const auto part : behind) {
      distance_ = 0;
      sentence(part, {});
    }
    distance_ = 0;
    return at + 1;
  }

  void sentence(std::string_view text, std::string_view before) {
    const auto& language = context_.language;
    // "Proposed Cllr Ott, seconded Cllr Weir." behind a decision tells who moved it.
    if (!register_.decisions.empty() && distance_ <= 1 && language.patterns("movers").matches(text)) return;
    auto vote = find_vote(text, context_);
    const auto acceptance = language.patterns("acceptance").first(text);
    if (acceptance.pattern && !vote) vote = bare_vote(text, acceptance);
    const auto decision = acceptance.pattern || language.patterns("no_decision").matches(text) ? PatternMatch{} : language.patterns("decision").first(text);
    const auto moved = language.patterns("motion").first(text);
    if (decision.pattern) {
      // "It was proposed by … and agreed": the motion and its end in one sentence.
      settle_proposal();
      register_.decisions.push_back(phrase_decision(with_context(text, before), decision, vote, context_));
      distance_ = 0;
    } else if (moved.pattern && proposal_ && moved.pattern->attribute("names") == "true") {
      // Only who moved it: the motion's own text stands above.
      proposal_->firm = true;
      if (vote) bind(std::move(*vote));
      distance_ = 0;
    } else if (moved.pattern) {
      settle_proposal();
      proposal_ = Proposal{with_context(text, before), By::phrase, moved.pattern->attribute("seconded") == "true"};
      if (vote) bind(std::move(*vote));
      distance_ = 0;
    } else if (vote && acceptance.pattern && !proposal_ && language.patterns("motion_within").matches(text)) {
      register_.decisions.push_back(phrase_decision(text, acceptance, vote, context_));
      distance_ = 0;
    } else if (vote) {
      bind(std::move(*vote));
    } else {
      prose_actions(text, context_, register_.actions);
    }
    if (decision.pattern || moved.pattern) prose_actions(text, context_, register_.actions);
  }

  // A sentence that begins with a pronoun needs the one before to be understood.
  [[nodiscard]] std::string_view with_context(std::string_view text, std::string_view before) const {
    const auto first = text.substr(0, text.find_first_of(" ,\n"));
    return !before.empty() && context_.language.has("pronouns", first) ? join(before, text) : text;
  }

  [[nodiscard]] std::optional<Vote> bare_vote(std::string_view text, const PatternMatch& acceptance) const {
    Vote vote{.outcome = parse_outcome(acceptance.pattern->attribute("outcome")), .text = Context::flat(text), .span = context_.span(text)};
    return vote;
  }

  void bind(Vote vote) {
    if (proposal_) {
      auto decision = motion_decision(proposal_->text, proposal_->by, title_, context_);
      decision.outcome = vote.outcome;
      decision.vote = std::move(vote);
      register_.decisions.push_back(std::move(decision));
      proposal_.reset();
      distance_ = 0;
      return;
    }
    if (!register_.decisions.empty() && distance_ <= 1) {
      auto& decision = register_.decisions.back();
      if (!decision.vote) {
        if (vote.outcome) decision.outcome = vote.outcome;
        decision.vote = std::move(vote);
        return;
      }
      if (complete(*decision.vote, vote)) {
        if (!decision.outcome) decision.outcome = decision.vote->outcome;
        return;
      }
    }
    // "Accepted" without a count, a motion or a decision that it could belong to says nothing for a register.
    if (!vote.yes && !vote.no && !vote.abstain && !vote.unanimous) return;
    if (!register_.votes.empty() && distance_ <= 1 && complete(register_.votes.back(), vote)) return;
    register_.votes.push_back(std::move(vote));
    distance_ = 0;
  }

  // Counts on one line and "carried" on the next are one vote.
  static bool complete(Vote& vote, const Vote& more) {
    const auto clash = [](const std::optional<int>& a, const std::optional<int>& b) { return a && b && *a != *b; };
    if (clash(vote.yes, more.yes) || clash(vote.no, more.no) || clash(vote.abstain, more.abstain)) return false;
    if (vote.outcome && more.outcome && *vote.outcome != *more.outcome) return false;
    if (!vote.yes) vote.yes = more.yes;
    if (!vote.no) vote.no = more.no;
    if (!vote.abstain) vote.abstain = more.abstain;
    vote.unanimous = vote.unanimous || more.unanimous;
    if (!vote.outcome) vote.outcome = more.outcome;
    return true;
  }

  void settle_proposal() {
    if (proposal_ && proposal_->firm) {
      auto decision = motion_decision(proposal_->text, proposal_->by, title_, context_);
      decision.confidence = Confidence::low;
      register_.decisions.push_back(std::move(decision));
    }
    proposal_.reset();
  }

  Context& context_;
  std::string_view title_;
  Register register_;
  std::map<std::int32_t, std::optional<Vote>> votes_;  // of tables not yet read, by container
  std::optional<Proposal> proposal_;
  std::string_view last_sentence_;
  int distance_ = 0;  // pieces since the last decision, motion or vote
};

// A remark "minutes approved" beside "Resolution 1: minutes of 3 May approved" is the same decision.
void drop_repeated(std::vector<Decision>& decisions) {
  const auto folded_words = [](const Decision& decision) {
    std::set<std::string> found;
    for (const auto word : words(decision.text))
      if (auto folded = fold_case(trim(word, U".,;:!?…\"()")); !folded.empty()) found.insert(std::move(folded));
    return found;
  };
  const auto is_labelled = [](const Decision& decision) { return decision.by == By::label; };
  if (std::none_of(decisions.begin(), decisions.end(), is_labelled) || std::all_of(decisions.begin(), decisions.end(), is_labelled)) return;
  std::vector<std::set<std::string>> labelled;
  for (const auto& decision : decisions)
    if (is_labelled(decision)) labelled.push_back(folded_words(decision));
  std::erase_if(decisions, [&](const Decision& decision) {
    if (is_labelled(decision) || decision.vote) return false;
    const auto own = folded_words(decision);
    return std::any_of(labelled.begin(), labelled.end(), [&](const auto& other) { return std::includes(other.begin(), other.end(), own.begin(), own.end()); });
  });
}

template <class Fact>
void drop_low(std::vector<Fact>& facts) {
  std::erase_if(facts, [](const Fact& fact) { return fact.confidence == Confidence::low; });
}

}  // namespace

Register read_register(const std::vector<SectionDraft>& sections, std::string_view title, Context& context) {
  RegisterReader reader(title, context);
  for (const auto& section : sections) reader.section(section);
  auto found = reader.finish();
  drop_repeated(found.decisions);
  if (context.options.strict) {
    drop_low(found.decisions);
    drop_low(found.votes);
    drop_low(found.actions);
  }
  return found;
}

}  // namespace protokoll
