#include "structure/families.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

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
    if (members.empty() || !known_.insert(digest(members)).second) return;
    members.shrink_to_fit();
    found_.push_back({std::move(kind), std::move(members)});
  }

  // Size and FNV-1a of the members.
  static std::pair<std::size_t, std::uint64_t> digest(const std::vector<std::size_t>& members) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const auto i : members) hash = (hash ^ i) * 0x100000001b3U;
    return {members.size(), hash};
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
  std::set<std::pair<std::size_t, std::uint64_t>> known_;  // digests: copies of the members would take the room of the document
};

}  // namespace

std::vector<Family> find_families(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const Context& context) { return Finder(candidates, signs, context).find(); }

}  // namespace protokoll
