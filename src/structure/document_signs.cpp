#include "structure/document_signs.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

#include "words/text.hpp"

namespace protokoll {
namespace {

// Blocks that look alike: kind, level, style, containers, numbering.
using Look = std::tuple<int, int, int, std::vector<int>, bool, bool>;

class DocumentSigns {
 public:
  DocumentSigns(const std::vector<Candidate>& candidates, const Document& document, std::vector<Signs>& signs) : candidates_(candidates), document_(document), signs_(signs) {}

  void add() {
    alike();
    document();
    parts();
  }

 private:
  [[nodiscard]] const TextBlock& block(const Candidate& candidate) const { return document_.blocks[candidate.block]; }

  [[nodiscard]] Look look(const Candidate& candidate, const Signs& signs) const {
    const auto& own = block(candidate);
    std::vector<int> around;
    for (auto at = own.container; at >= 0; at = document_.containers[at].parent) {
      const auto& container = document_.containers[at];
      around.push_back(static_cast<int>(container.kind) * 16 + (container.ordered ? 8 : 0) + (container.kind == ContainerKind::cell ? std::min(container.index, 7) : 0));
    }
    const int styles = (signs.has(Sign::all_bold) ? 1 : 0) + (signs.has(Sign::all_underlined) ? 2 : 0) + (signs.has(Sign::capitals) ? 4 : 0) + (signs.has(Sign::front_bold) ? 8 : 0);
    return {static_cast<int>(own.kind) + 16 * candidate.marks, own.level, styles, around, signs.has(Sign::numbered), signs.has(Sign::starts_item)};
  }

  // How many blocks look alike, whether others stand between them, whether they count up.
  void alike() {
    std::map<Look, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < candidates_.size(); ++i) groups[look(candidates_[i], signs_[i])].push_back(i);
    for (const auto& [look, members] : groups) {
      std::size_t bodies = 0, steps = 0;
      for (std::size_t i = 1; i < members.size(); ++i) {
        bodies += members[i] > members[i - 1] + 1;
        const auto before = counted(candidates_[members[i - 1]]), value = counted(candidates_[members[i]]);
        steps += before >= 0 && (value == before || value == before + 1);
      }
      const auto n = members.size(), gaps = n - 1;
      for (const auto i : members) {
        auto& signs = signs_[i];
        signs.add(n == 1 ? Sign::alone : n <= 3 ? Sign::few_alike : n <= 20 ? Sign::some_alike : Sign::many_alike);
        if (gaps == 0) continue;
        signs.add(bodies * 10 < gaps ? Sign::alike_body_none : bodies * 10 < gaps * 7 ? Sign::alike_body_some : Sign::alike_body_most);
        signs.add(Sign::alike_counts_most, steps * 10 >= gaps * 7);
        signs.add(Sign::alike_counts_some, steps * 10 >= gaps * 3 && steps * 10 < gaps * 7);
      }
    }
  }

  void document() {
    const auto n = signs_.size();
    std::size_t headings = 0, numbered = 0, first_heading = n;
    std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> places;
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < n; ++i) {
      headings += signs_[i].has(Sign::heading);
      numbered += signs_[i].has(Sign::heading) && signs_[i].has(Sign::numbered);
      if (signs_[i].has(Sign::heading) && signs_[i].has(Sign::numbered)) first_heading = std::min(first_heading, i);
      keys.push_back(title_key(candidates_[i]));
      if (keys.back().size() > 5) {
        const auto [place, made] = places.try_emplace(keys.back(), i, i);
        if (!made) place->second.second = i;
      }
    }
    for (std::size_t i = 0; i < n; ++i) {
      auto& signs = signs_[i];
      signs.add(Sign::first_tenth, i * 10 < n);
      signs.add(Sign::first_third, i * 3 < n);
      signs.add(Sign::last_tenth, i * 10 >= n * 9);
      signs.add(Sign::headings_numbered, numbered > 2);
      signs.add(Sign::headings_many, headings > 3);
      signs.add(Sign::before_headings, numbered > 2 && i < first_heading);
      if (const auto place = places.find(keys[i]); place != places.end()) {
        signs.add(Sign::again_below, place->second.second > i);
        signs.add(Sign::again_above, place->second.first < i);
      }
    }
  }

  // What stands under a heading or label that says what follows, until the next heading.
  void parts() {
    Sign part = Sign::whole;
    bool under_heading = false;
    for (auto& signs : signs_) {
      const bool opens = signs.has(Sign::heading) || signs.has(Sign::marked) || (signs.has(Sign::under_80) && (signs.has(Sign::all_bold) || signs.has(Sign::ends_colon) || signs.has(Sign::capitals) || signs.has(Sign::all_underlined)));
      if (opens && (signs.has(Sign::heading) || !under_heading || signs.has(Sign::label_people) || signs.has(Sign::label_agenda))) {
        part = signs.has(Sign::label_agenda) ? Sign::in_announced : signs.has(Sign::label_people) ? Sign::in_people : signs.has(Sign::label_action) ? Sign::in_actions : Sign::whole;
        under_heading = signs.has(Sign::heading);
        continue;
      }
      if (part != Sign::whole) signs.add(part);
    }
  }

  const std::vector<Candidate>& candidates_;
  const Document& document_;
  std::vector<Signs>& signs_;
};

}  // namespace

void add_document_signs(const std::vector<Candidate>& candidates, const Document& document, std::vector<Signs>& signs) { DocumentSigns(candidates, document, signs).add(); }

int counted(const Candidate& candidate) {
  if (candidate.label && candidate.label->count > 0) return candidate.label->count;
  std::string_view number = candidate.label ? candidate.label->number : std::string_view(candidate.rendered_number);
  if (const auto part = number.find_last_of("./"); part != std::string_view::npos) number.remove_prefix(part + 1);
  int value = -1;
  for (const char c : number.substr(0, 6)) {
    if (c < '0' || c > '9') break;
    value = (value < 0 ? 0 : value * 10) + (c - '0');
  }
  if (value < 0 && candidate.label && candidate.label->form == LabelForm::letter && number.size() == 1) return (number[0] | 0x20) - 'a' + 1;
  return value;
}

std::string title_key(const Candidate& candidate) { return fold_case(trim(candidate.title, U":.*_ ")); }

}  // namespace protokoll
