#include "facts/decisions/events.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "facts/decisions/roster.hpp"
#include "facts/decisions/sentence_signs.hpp"

namespace protokoll {
namespace {

using enum WordClass;

// What neighbours and headings show of theirs.
constexpr std::array shown{adopt, resolve, accept, approve, reject, elect, discharge, note, agree, recommend, defer, withdraw, move, second, suggest, report, discuss, ask, vote_noun, motion_noun, decision_noun,
                           agreement_noun, election_noun, unanimous, votes, yes, no, abstain, majority, task_noun, minutes_noun, agenda_noun};

std::string named(std::string_view prefix, WordClass c) { return std::string(prefix) + std::string(to_string(c)); }

void add_classes(std::string_view prefix, WordClasses classes, Features& features) {
  for (const auto c : shown)
    if (classes.has(c)) features.add(named(prefix, c));
}

double odds(double p) {
  constexpr double floor = 1e-3;
  return std::log((p + floor) / (1 - p + floor));
}

class Weigher {
  static constexpr double sure = 0.5, faint = 0.2, plainly = 0.95, doubtful = 0.9;
  static constexpr std::size_t reach = 6;

 public:
  Weigher(const std::vector<Passage>& units, std::string_view title, const Context& context) : units_(units), title_(title), context_(context), events_(units.size()) {}

  std::vector<UnitEvent> weigh() {
    title_classes_ = title_.empty() ? WordClasses{} : context_.reading.classes(title_);
    for (std::size_t i = 0; i < units_.size(); ++i) by_words(i);
    compare();
    const auto elected = elected_in_lists(units_, title_, context_);
    const auto& weights = context_.weights["decision"];
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (units_[i].form == UnitForm::table) continue;
      const auto features = with_neighbours(i);
      events_[i].decision = weights.probability(features);
      if (plain_[i]) events_[i].decision = std::max(events_[i].decision, weights.threshold("high"));
      if (is_settled_motion(i)) events_[i].decision = std::max(events_[i].decision, weights.threshold("high"));
      events_[i].elected = elected[i];
      if (elected[i]) events_[i].decision = std::max(events_[i].decision, weights.threshold("high"));
      else if (elsewhen_[i]) events_[i].decision = std::min(events_[i].decision, doubtful * weights.threshold("low"));
      const auto& text = units_[i].text;
      context_.explain("decision", text, weights, features, events_[i].decision >= weights.threshold("low"), static_cast<int>(i));
    }
    weigh_points();
    weigh_announcements();
    return std::move(events_);
  }

 private:
  // "Motion: reject the request. Carried.": whatever the label's own words are, right behind them it says what became of them.
  [[nodiscard]] bool is_settled_motion(std::size_t i) const {
    if (units_[i].form != UnitForm::motion || i + 1 >= units_.size() || units_[i + 1].form != UnitForm::sentence || units_[i + 1].section != units_[i].section) return false;
    return events_[i + 1].accepts > plainly;
  }

  // "… acuerda: PRIMERO.- Aprobar … SEGUNDO.- Facultar …": what is resolved are the points, not the words that announce them.
  void weigh_points() {
    const auto& weights = context_.weights["decision"];
    for (std::size_t i = 0, intro = units_.size(); i < units_.size(); ++i) {
      if (!units_[i].point) {
        if (units_[i].text.ends_with(':') || intro == units_.size() || hangs_from(i)) intro = i;
        continue;
      }
      if (intro >= units_.size() || units_[intro].text.data() != units_[i].intro.data()) continue;
      if (events_[intro].decides < sure && !events_[intro].classes.any({adopt, resolve, decision_noun})) continue;
      events_[i].decision = std::max(events_[i].decision, weights.threshold("high"));
      if (units_[intro].text.ends_with(':') || hangs_from(intro)) events_[intro].decision = std::min(events_[intro].decision, doubtful * weights.threshold("low"));
    }
  }

  // "The following were elected:", and who was: they are the elections.
  void weigh_announcements() {
    const auto low = context_.weights["decision"].threshold("low");
    for (std::size_t i = 1; i < units_.size(); ++i) {
      if (units_[i].form != UnitForm::entry || units_[i].point || events_[i].decision < low || units_[i - 1].form == UnitForm::entry) continue;
      if (units_[i - 1].text.data() == units_[i].intro.data() && units_[i - 1].text.ends_with(':') && events_[i - 1].classes.has(elect))
        events_[i - 1].decision = std::min(events_[i - 1].decision, doubtful * low);
    }
  }

  // A sentence without an end, whose object are the points below it.
  [[nodiscard]] bool hangs_from(std::size_t i) const {
    if (i + 1 >= units_.size() || !units_[i + 1].point || units_[i + 1].intro.data() != units_[i].text.data() || units_[i].text.empty()) return false;
    return std::string_view(".,;!?").find(units_[i].text.back()) == std::string_view::npos;
  }

  void by_words(std::size_t i) {
    const auto& unit = units_[i];
    const auto signs = sentence_signs(unit.text, context_);
    auto& event = events_[i];
    event.classes = signs.classes;
    const auto ask = [&](std::string_view question) {
      const auto& weights = context_.weights[question];
      const auto p = weights.probability(signs.features);
      if (unit.form != UnitForm::table) context_.explain(question, unit.text, weights, signs.features, p >= 0.5, static_cast<int>(i));
      return p;
    };
    event.decides = ask("decides");
    plain_.push_back((signs.plain && unit.form == UnitForm::sentence && !signs.classes.has(we)) || is_elected(unit, signs));
    if (signs.plain) event.decides = std::max(event.decides, plainly);
    elsewhen_.push_back(signs.elsewhen && unit.form == UnitForm::sentence);
    if (signs.elsewhen) event.decides = 0;
    event.accepts = signs.elsewhen ? 0 : ask("accepts");
    event.moves = ask("moves");
    features_.push_back(signs.features);  // a copy has no room to grow: there is one for each unit
  }

  // "The following were elected:", and below it an office with a name.
  [[nodiscard]] bool is_elected(const Passage& unit, const SentenceSigns& signs) const {
    if (unit.form != UnitForm::entry || signs.classes.any({must, modal, that, candidate}) || unit.text.find(' ') == std::string_view::npos) return false;
    const auto intro = context_.reading.classes(unit.intro);
    if (!intro.has(elect) || intro.any({candidate, condition, modal, must, negation})) return false;
    const auto& found = signs.features.found();
    return std::any_of(found.begin(), found.end(), [](const auto& feature) { return feature.first == "office and name"; });
  }

  // The surest of the item: where one thing is decided, it is said most clearly once.
  void compare() {
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (events_[i].decides > events_[surest_].decides) surest_ = i;
      if (events_[i].accepts > events_[acceptance_].accepts) acceptance_ = i;
      deciding_ += events_[i].decides > sure;
      accepting_ += events_[i].accepts > sure;
      labelled_ += units_[i].form == UnitForm::labelled;
      voted_ += is_counted(i) || units_[i].form == UnitForm::table;
    }
  }

  void among_others(std::size_t i, Features& features) const {
    const auto& event = events_[i];
    if (i == surest_ && event.decides > faint) features.add(event.decides > sure ? "surest sure" : "surest");
    if (i == acceptance_ && event.accepts > faint) features.add(event.accepts > sure ? "acceptance sure" : "acceptance");
    features.add("behind surest", std::min(3.0, odds(events_[surest_].decides) - odds(event.decides)));
    const auto others = deciding_ - (event.decides > sure ? 1 : 0);
    if (others == 0) features.add("nothing else decides");
    else if (others > 3) features.add("many others decide");
    if (labelled_ > 0 && units_[i].form != UnitForm::labelled) features.add("another is labelled");
    if (voted_ == 0) features.add("no vote in item");
    if (accepting_ == 0) features.add("no acceptance in item");
    if (event.accepts > sure) add_classes("title & accepts ", title_classes_, features);
    if (event.decides > sure) add_classes("title & decides ", title_classes_, features);
    const auto under = "under " + std::string(units_[i].section->key.empty() ? "none" : units_[i].section->key) + " & ";
    if (event.decides > sure) features.add(under + "decides");
    if (event.accepts > sure) features.add(under + "accepts");
    if (event.moves > sure) features.add(under + "moves");
    if (units_[i].in_list && event.decides > sure) features.add("list & decides");
    if (units_[i].in_list) add_classes("list & ", event.classes, features);
    if (units_[i].in_cell) add_classes("cell & ", event.classes, features);
  }

  [[nodiscard]] Features with_neighbours(std::size_t i) const {
    const auto& unit = units_[i];
    Features features;
    for (const auto& [name, value] : features_[i].found()) features.add(name, value);
    place(unit, features);
    const auto answers = [&](std::string_view prefix, const UnitEvent& event) {
      features.add(std::string(prefix) + "decides", odds(event.decides));
      features.add(std::string(prefix) + "accepts", odds(event.accepts));
      features.add(std::string(prefix) + "moves", odds(event.moves));
    };
    answers("odds ", events_[i]);
    if (i > 0) {
      answers("-1 odds ", events_[i - 1]);
      add_classes("-1 ", events_[i - 1].classes, features);
    } else {
      features.add("-1 none");
    }
    if (i + 1 < units_.size()) {
      answers("+1 odds ", events_[i + 1]);
      add_classes("+1 ", events_[i + 1].classes, features);
      if (units_[i + 1].form == UnitForm::table) features.add("+1 table");
    } else {
      features.add("+1 none");
    }
    ahead(i, features);
    behind(i, features);
    among_others(i, features);
    votes_beside(i, features);
    listed_under(i, features);
    under_title(i, features);
    return features;
  }

  // A neighbour that is nothing but a vote.
  void votes_beside(std::size_t i, Features& features) const {
    if (i > 0 && has(i - 1, "vote most")) features.add("-1 vote line");
    if (i + 1 < units_.size() && has(i + 1, "vote most")) features.add("+1 vote line");
  }

  // What the line with a colon says that a list hangs from.
  void listed_under(std::size_t i, Features& features) const {
    constexpr std::size_t farthest = 12, longest = 120;
    for (std::size_t n = 1; n <= std::min(farthest, i); ++n) {
      const auto& unit = units_[i - n];
      if (unit.text.ends_with(':')) return add_classes("list of ", events_[i - n].classes, features);
      if (unit.text.size() > longest) return;
    }
  }

  void under_title(std::size_t i, Features& features) const {
    add_classes("title ", title_classes_, features);
    constexpr std::array shapes{"name only", "office and name", "name", "list", "things 0"};
    for (const std::string_view shape : shapes)
      if (shape == "list" ? units_[i].in_list : has(i, shape)) add_classes(std::string(shape) + " under title ", title_classes_, features);
  }

  void place(const Passage& unit, Features& features) const {
    constexpr std::array forms{"form sentence", "form entry", "form labelled", "form motion", "form table"};
    features.add(forms[static_cast<std::size_t>(unit.form)]);
    const auto key = unit.section->key;
    features.add("under " + std::string(key.empty() ? "none" : key));
    if (unit.form == UnitForm::labelled) features.add("label " + std::string(key));
    if (!unit.intro.empty()) add_classes("intro ", context_.reading.classes(unit.intro), features);
    if (unit.opens) features.add("opens");
    if (unit.closes) features.add("closes");
    if (unit.in_list) features.add("list");
    if (unit.in_cell) features.add("cell");
    if (unit.is_bold) features.add("bold");
    if (title_.empty()) features.add("outside");
    if (units_.size() == 1) features.add("alone");
    else if (units_.size() <= 3) features.add("few");
    else if (units_.size() > 15) features.add("many");
    constexpr std::size_t early = 2;
    if (unit.piece < early) features.add("early");
    if (units_.back().piece < unit.piece + early) features.add("late");
  }

  // A vote or an acceptance is still to come for it, with no other motion in between.
  void ahead(std::size_t i, Features& features) const {
    for (auto j = i + 1; j < std::min(units_.size(), i + reach); ++j) {
      const bool table = units_[j].form == UnitForm::table;
      if (table || events_[j].accepts > sure || (is_counted(j) && events_[j].decides < sure)) {
        features.add("accepted ahead");
        features.add("moved and accepted", events_[i].moves);
        features.add("accepted in " + std::to_string(j - i));
        return;
      }
      if (events_[j].moves > sure || events_[j].decides > sure || units_[j].form == UnitForm::motion) return;
    }
  }

  // A motion stands before it that nothing has become of yet.
  void behind(std::size_t i, Features& features) const {
    for (std::size_t n = 1; n < reach && n <= i; ++n) {
      const auto j = i - n;
      if (events_[j].moves > sure || units_[j].form == UnitForm::motion || units_[j].form == UnitForm::labelled) {
        features.add("motion behind");
        features.add("motion accepted", events_[i].accepts);
        return;
      }
      if (events_[j].decides > sure) features.add("a decision behind");
      if (events_[j].accepts > sure || events_[j].decides > sure || is_counted(j)) return;
    }
  }

  [[nodiscard]] bool is_counted(std::size_t i) const { return has(i, "vote"); }

  // Whether the unit by itself shows a sign.
  [[nodiscard]] bool has(std::size_t i, std::string_view sign) const {
    const auto& found = features_[i].found();
    return std::any_of(found.begin(), found.end(), [&](const auto& feature) { return feature.first == sign; });
  }

  const std::vector<Passage>& units_;
  std::string_view title_;
  const Context& context_;
  std::vector<UnitEvent> events_;
  std::vector<Features> features_;
  std::vector<bool> plain_;  // of each unit: whether its words leave no doubt
  std::vector<bool> elsewhen_;  // whether they tell of another time, or of nothing done
  WordClasses title_classes_;
  std::size_t surest_ = 0, acceptance_ = 0;
  int deciding_ = 0, accepting_ = 0, labelled_ = 0, voted_ = 0;
};

}  // namespace

std::vector<UnitEvent> weigh_units(const std::vector<Passage>& units, std::string_view title, const Context& context) { return Weigher(units, title, context).weigh(); }

}  // namespace protokoll
