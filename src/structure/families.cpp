#include "structure/families.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "analysis/text.hpp"

namespace protokoll {
namespace {

class Finder {
 public:
  Finder(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const Context& context) : candidates_(candidates), signs_(signs), document_(context.document) {}

  std::vector<Family> find() {
    headings();
    paragraphs();
    lists();
    tables();
    // Lists and tables may be as many as the document has lines.
    constexpr std::size_t most = 200;
    if (found_.size() > most) {
      std::stable_sort(found_.begin(), found_.end(), [](const Family& a, const Family& b) { return a.members.size() > b.members.size(); });
      found_.resize(most);
    }
    return std::move(found_);
  }

 private:
  using Test = std::function<bool(std::size_t)>;

  void add(std::string kind, std::vector<std::size_t> members) {
    if (members.empty() || !known_.insert(members).second) return;
    found_.push_back({std::move(kind), std::move(members)});
  }

  void all_that(std::string kind, const Test& belongs) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (belongs(i)) members.push_back(i);
    add(std::move(kind), std::move(members));
  }

  [[nodiscard]] bool has(std::size_t i, Sign sign) const { return signs_[i].has(sign); }
  [[nodiscard]] const TextBlock& block(std::size_t i) const { return document_.blocks[candidates_[i].block]; }
  [[nodiscard]] bool in_list(std::size_t i) const { return has(i, Sign::list_depth1) || has(i, Sign::list_depth2) || has(i, Sign::list_depth3); }
  [[nodiscard]] bool is_paragraph(std::size_t i) const { return !has(i, Sign::heading) && !in_list(i); }

  void headings() {
    std::set<int> levels;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (has(i, Sign::heading)) levels.insert(block(i).level);
    for (const int low : levels)
      for (const int high : levels) {
        if (high < low || high > low + 2) continue;
        const auto within = [&](std::size_t i) { return has(i, Sign::heading) && block(i).level >= low && block(i).level <= high; };
        all_that(fmt::format("headings {}-{}", low, high), within);
        all_that(fmt::format("numbered headings {}-{}", low, high), [&](std::size_t i) { return within(i) && has(i, Sign::numbered); });
        all_that(fmt::format("headings {}-{} and numbers", low, high), [&](std::size_t i) { return within(i) || (is_paragraph(i) && has(i, Sign::numbered) && !has(i, Sign::number_letter)); });
      }
    all_that("headings and bold", [&](std::size_t i) { return has(i, Sign::heading) || (is_paragraph(i) && has(i, Sign::all_bold) && has(i, Sign::under_160)); });
  }

  void paragraphs() {
    const auto short_paragraph = [&](std::size_t i) { return is_paragraph(i) && has(i, Sign::under_160); };
    all_that("bold", [&](std::size_t i) { return short_paragraph(i) && has(i, Sign::all_bold); });
    all_that("bold numbered", [&](std::size_t i) { return short_paragraph(i) && has(i, Sign::all_bold) && has(i, Sign::numbered); });
    all_that("underlined", [&](std::size_t i) { return short_paragraph(i) && has(i, Sign::all_underlined); });
    all_that("capitals", [&](std::size_t i) { return short_paragraph(i) && has(i, Sign::capitals); });
    all_that("bold front", [&](std::size_t i) { return is_paragraph(i) && (has(i, Sign::front_bold) || has(i, Sign::front_underlined)); });
    all_that("numbered", [&](std::size_t i) { return is_paragraph(i) && has(i, Sign::numbered); });
    all_that("counted", [&](std::size_t i) { return is_paragraph(i) && has(i, Sign::numbered) && !has(i, Sign::number_letter) && !has(i, Sign::number_roman); });
    all_that("counted flat", [&](std::size_t i) { return is_paragraph(i) && has(i, Sign::numbered) && !has(i, Sign::number_letter) && !has(i, Sign::number_roman) && !has(i, Sign::number_deep); });
    all_that("roman", [&](std::size_t i) { return is_paragraph(i) && has(i, Sign::number_roman); });
    all_that("letters", [&](std::size_t i) { return is_paragraph(i) && has(i, Sign::number_letter) && has(i, Sign::under_160); });
    all_that("word", [&](std::size_t i) { return has(i, Sign::number_word); });
    all_that("ends in colon", [&](std::size_t i) { return is_paragraph(i) && has(i, Sign::under_80) && has(i, Sign::ends_colon); });
    all_that("before colon", [&](std::size_t i) { return is_paragraph(i) && has(i, Sign::has_colon); });
    all_that("before dash", [&](std::size_t i) { return is_paragraph(i) && has(i, Sign::has_dash); });
    all_that("short lines", [&](std::size_t i) { return is_paragraph(i) && has(i, Sign::top_level) && has(i, Sign::under_80) && !has(i, Sign::ends_stop) && !has(i, Sign::continues); });
    all_that("marked", [&](std::size_t i) { return has(i, Sign::marked); });
    all_that("headings and marked", [&](std::size_t i) { return has(i, Sign::marked) || has(i, Sign::heading); });
    all_that("ruled off", [&](std::size_t i) { return i + 1 < candidates_.size() && is_paragraph(i) && has(i, Sign::under_160) && has(i + 1, Sign::ruler) && !has(i, Sign::ruler); });
    for (int level = 1; level <= 4; ++level)
      all_that(fmt::format("marked {}", level), [&](std::size_t i) { return candidates_[i].marks == level; });
    all_that("coded", [&](std::size_t i) { return has(i, Sign::number_coded); });
    all_that("terms", [&](std::size_t i) { return has(i, Sign::term); });
    all_that("numbers beside", [&](std::size_t i) { return has(i, Sign::number_beside); });
  }

  void lists() {
    std::map<std::string, std::vector<std::size_t>> families;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!in_list(i) || !has(i, Sign::starts_item)) continue;
      const auto container = block(i).container;
      if (document_.containers[container].kind != ContainerKind::item) continue;
      const auto list = document_.enclosing(container, ContainerKind::list);
      const auto depth = document_.depth(container, ContainerKind::list);
      const std::string order = has(i, Sign::ordered) ? "ordered" : "bullets";
      families[fmt::format("list {}", list)].push_back(i);
      families[fmt::format("lists {} {}", depth, order)].push_back(i);
      families[fmt::format("lists {}", depth)].push_back(i);
      if (depth <= 2) families["lists 1-2"].push_back(i);
      if (has(i, Sign::front_bold) || has(i, Sign::all_bold)) families[fmt::format("bold in lists {}", depth)].push_back(i);
      if (has(i, Sign::numbered) || !candidates_[i].rendered_number.empty()) families["numbered in lists"].push_back(i);
    }
    for (auto& [kind, members] : families)
      if (members.size() > 1) add(kind.starts_with("list ") ? "one list" : kind, std::move(members));
  }

  void tables() {
    std::map<std::pair<std::int32_t, int>, std::map<std::int32_t, std::size_t>> columns;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const auto cell = document_.enclosing(block(i).container, ContainerKind::cell);
      if (cell < 0 || document_.containers[cell].header) continue;
      const auto row = document_.enclosing(cell, ContainerKind::row);
      const auto table = document_.enclosing(cell, ContainerKind::table);
      const auto column = document_.containers[cell].index;
      if (row < 0 || table < 0 || column > 1) continue;
      columns[{table, column}].try_emplace(row, i);
      columns[{-1, column}].try_emplace(row, i);
    }
    for (const auto& [place, rows] : columns) {
      std::vector<std::size_t> members;
      for (const auto& [row, i] : rows) members.push_back(i);
      std::sort(members.begin(), members.end());
      if (members.size() > 1) add(fmt::format("{} column {}", place.first < 0 ? "all tables" : "table", place.second), std::move(members));
    }
  }

  const std::vector<Candidate>& candidates_;
  const std::vector<Signs>& signs_;
  const Document& document_;
  std::vector<Family> found_;
  std::set<std::vector<std::size_t>> known_;
};

// What a family's members are like, as shares of them.
class Weigher {
 public:
  Weigher(const Family& family, const Evidenced& document)
      : family_(family), document_(document), candidates_(document.candidates), signs_(document.signs), n_(static_cast<double>(family.members.size())) {}

  Features weigh() {
    const auto kind = family_.kind.substr(0, family_.kind.find_first_of("0123456789"));
    features_.add("kind " + kind);
    size();
    bodies();
    shares();
    counting();
    probabilities();
    for (const auto* name : {"counts", "bodies", "typical", "stops"}) features_.add(fmt::format("{}: {}", kind, name), value_[name]);
    return std::move(features_);
  }

 private:
  void add(const char* name, double value) {
    features_.add(name, value);
    value_[name] = value;
  }

  // The same in quarters, so that a weight may rise and fall.
  void add_in_steps(const char* name, double value) {
    add(name, value);
    features_.add(fmt::format("{} {}", name, static_cast<int>(std::clamp(value, 0.0, 1.0) * 4)));
  }

  [[nodiscard]] double share(Sign sign) const {
    return static_cast<double>(std::count_if(family_.members.begin(), family_.members.end(), [&](std::size_t i) { return signs_[i].has(sign); })) / n_;
  }

  void size() {
    add("one", n_ == 1);
    add("two", n_ == 2);
    add("some", n_ >= 3 && n_ <= 25);
    add("many", n_ > 25);
    add("very many", n_ > 60);
  }

  // Bytes of the blocks from one candidate to another.
  [[nodiscard]] std::size_t length(std::size_t from, std::size_t to) const { return document_.lengths[to] - document_.lengths[from]; }

  void bodies() {
    const auto& members = family_.members;
    std::size_t filled = 0, long_ones = 0, titles = 0;
    const auto total = std::max<std::size_t>(1, document_.lengths.back()), before = document_.lengths[members.front()];
    for (std::size_t m = 0; m < members.size(); ++m) {
      const auto end = m + 1 < members.size() ? members[m + 1] : candidates_.size();
      auto body = length(members[m], end);
      body -= std::min(body, candidates_[members[m]].title.size());
      if (body < 8) body = 0;
      titles += candidates_[members[m]].title.size();
      if (m + 1 == members.size()) break;
      filled += body > 0;
      long_ones += body > 80;
    }
    const auto gaps = std::max(1.0, n_ - 1);
    add_in_steps("bodies", static_cast<double>(filled) / gaps);
    add("long bodies", static_cast<double>(long_ones) / gaps);
    add_in_steps("covers", 1 - static_cast<double>(before) / static_cast<double>(total));
    add_in_steps("titles", static_cast<double>(titles) / static_cast<double>(total));
    add("spread", static_cast<double>(members.back() - members.front()) / static_cast<double>(candidates_.size()));
  }

  void shares() {
    add("under 40", share(Sign::under_40));
    add("under 80", share(Sign::under_80));
    add("not under 160", 1 - share(Sign::under_160));
    add_in_steps("stops", share(Sign::ends_stop));
    add("colons", share(Sign::ends_colon));
    add("questions", share(Sign::ends_question));
    add("labels of the head", share(Sign::label_people) + share(Sign::label_place) + share(Sign::label_agenda));
    add_in_steps("labels of sections", share(Sign::label_section) + share(Sign::label_decision) + share(Sign::label_vote) + share(Sign::label_action));
    add_in_steps("typical", share(Sign::title_word) + share(Sign::title_words));
    add("very typical", share(Sign::title_words));
    add("small", share(Sign::begins_small));
    add("again below", share(Sign::again_below));
    add("again above", share(Sign::again_above));
    add("bold", share(Sign::all_bold));
    add("links", share(Sign::has_link));
    add("like names", share(Sign::like_name));
    add("person words", share(Sign::person_word));
    add("announced", share(Sign::in_announced));
    add("among people", share(Sign::in_people));
    add("among tasks", share(Sign::in_actions));
    add("speech", share(Sign::speaks) + share(Sign::modal));
    add("words for item", share(Sign::number_word));
    add("deep", share(Sign::number_deep));
    std::set<std::string> different;
    for (const auto i : family_.members) different.insert(title_key(candidates_[i]));
    add("doubles", 1 - static_cast<double>(different.size()) / n_);
  }

  void counting() {
    const auto& members = family_.members;
    add_in_steps("numbered", share(Sign::numbered) + share(Sign::number_rendered));
    std::size_t steps = 0, restarts = 0;
    for (std::size_t m = 1; m < members.size(); ++m) {
      const auto before = counted(candidates_[members[m - 1]]), value = counted(candidates_[members[m]]);
      if (before < 0 || value < 0) continue;
      steps += value == before || value == before + 1;
      restarts += value < before;
    }
    const auto gaps = std::max(1.0, n_ - 1);
    add_in_steps("counts", static_cast<double>(steps) / gaps);
    add("restarts", static_cast<double>(restarts) / gaps);
    const auto first = counted(candidates_[members.front()]);
    add("begins with one", first == 0 || first == 1);
    add("counts and covers", value_["counts"] * value_["covers"]);
    add("counts and bodies", value_["counts"] * value_["bodies"]);
    add("typical and bodies", value_["typical"] * value_["bodies"]);
    add("covers and bodies", value_["covers"] * value_["bodies"]);
  }

  void probabilities() {
    const auto all = document_.mass + 1e-6;
    double own = 0;
    std::vector<double> sorted;
    for (const auto i : family_.members) {
      own += document_.opens[i];
      sorted.push_back(document_.opens[i]);
    }
    std::sort(sorted.begin(), sorted.end());
    add("p mean", own / n_);
    add("p mass", own / all);
    add("p f", 2 * own / (n_ + all));
    add("p f squared", value_["p f"] * value_["p f"]);
    add("p low", sorted[sorted.size() / 4]);
  }

  const Family& family_;
  const Evidenced& document_;
  const std::vector<Candidate>& candidates_;
  const std::vector<Signs>& signs_;
  double n_;
  Features features_;
  std::map<std::string, double> value_;
};

}  // namespace

std::vector<Family> find_families(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const Context& context) { return Finder(candidates, signs, context).find(); }

Features family_features(const Family& family, const Evidenced& document) { return Weigher(family, document).weigh(); }

Evidenced::Evidenced(const std::vector<Candidate>& all, const std::vector<Signs>& of_each, std::vector<double> probabilities)
    : candidates(all), signs(of_each), opens(std::move(probabilities)), lengths{0} {
  for (const auto& candidate : all) lengths.push_back(lengths.back() + candidate.range.size());
  for (const auto p : opens) mass += p;
}

}  // namespace protokoll
