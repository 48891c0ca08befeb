#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "structure/families.hpp"

namespace protokoll {
namespace {

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
    std::set<std::size_t> different;
    for (const auto i : family_.members) different.insert(document_.titles[i]);
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

Features family_features(const Family& family, const Evidenced& document) { return Weigher(family, document).weigh(); }

Evidenced::Evidenced(const std::vector<Candidate>& all, const std::vector<Signs>& of_each, std::vector<double> probabilities)
    : candidates(all), signs(of_each), opens(std::move(probabilities)), lengths{0} {
  lengths.reserve(all.size() + 1);
  titles.reserve(all.size());
  for (const auto& candidate : all) {
    lengths.push_back(lengths.back() + candidate.range.size());
    titles.push_back(std::hash<std::string>{}(title_key(candidate)));
  }
  for (const auto p : opens) mass += p;
}

}  // namespace protokoll
