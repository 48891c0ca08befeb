/// What a block shows of itself: its style, numbering, length, labels and kinds of words, and those of all blocks that look like it.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "structure/candidates.hpp"

namespace protokoll {

enum class Sign : std::uint8_t {
  heading, level1, level2, level3, level4, preformatted,
  all_bold, front_bold, all_italic, all_underlined, front_underlined, capitals, continues,
  under_20, under_40, under_80, under_160, under_320,
  top_level, list_depth1, list_depth2, list_depth3, ordered, bulleted, starts_item, term, quote,
  column0, column1, column2, header_cell, fills_row,
  numbered, number_deep, number_letter, number_roman, number_word, number_beside, number_rendered, number_bare,
  ends_colon, inner_colon, ends_stop, ends_question, ends_comma, begins_small,
  has_time, has_year, has_link, has_mark, own_bullet,
  label_people, label_place, label_agenda, label_next, label_section, label_decision, label_vote, label_action, label_minutes, label_end,
  title_word, title_words, names_office, person_word, decides, votes, reports, motion, deciding_body, speaks, modal, task_word, meets,
  words1, words2, words4, words8, words_many, capital_few, capital_half, capital_most, like_name,
  whole, has_line, has_front, has_colon, has_dash, has_column, has_sentence,
  alone, few_alike, some_alike, many_alike, alike_body_none, alike_body_some, alike_body_most, alike_counts_some, alike_counts_most,
  first_tenth, first_third, last_tenth,
  again_below, again_above, in_announced, in_people, in_actions, headings_numbered, headings_many, before_headings, marked, inner_line, ruler, number_coded, open_part, closed_part,
};

inline constexpr std::size_t sign_count = static_cast<std::size_t>(Sign::closed_part) + 1;

class Signs : public std::bitset<sign_count> {
 public:
  [[nodiscard]] bool has(Sign sign) const { return test(static_cast<std::size_t>(sign)); }
  void add(Sign sign, bool shown = true) {
    if (shown) set(static_cast<std::size_t>(sign));
  }
};

[[nodiscard]] std::string_view to_string(Sign sign);

/// Those of each candidate; as many as there are candidates.
[[nodiscard]] std::vector<Signs> find_signs(const std::vector<Candidate>& candidates, const Context& context);

/// The number that a candidate counts with: that printed or rendered, of "3.2" the last part; -1 if it has none in digits.
[[nodiscard]] int counted(const Candidate& candidate);

/// The part of a title that says what it is about, in lower case: for finding it again elsewhere.
[[nodiscard]] std::string title_key(const Candidate& candidate);

}  // namespace protokoll
