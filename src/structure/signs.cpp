#include "structure/signs.hpp"

#include <algorithm>
#include <map>

#include "structure/document_signs.hpp"
#include "structure/outline.hpp"
#include "structure/sections.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, sign_count> names_of_signs{
    "heading", "level1", "level2", "level3", "level4", "preformatted", "all_bold", "front_bold", "all_italic", "all_underlined",
    "front_underlined", "capitals", "continues", "under_20", "under_40", "under_80", "under_160", "under_320", "top_level", "list_depth1",
    "list_depth2", "list_depth3", "ordered", "bulleted", "starts_item", "term", "quote", "column0", "column1", "column2", "header_cell",
    "fills_row", "numbered", "number_deep", "number_letter", "number_roman", "number_word", "number_beside", "number_rendered",
    "number_bare", "ends_colon", "inner_colon", "ends_stop", "ends_question", "ends_comma", "begins_small", "has_time", "has_year",
    "has_link", "has_mark", "own_bullet", "label_people", "label_place", "label_agenda", "label_next", "label_section", "label_decision",
    "label_vote", "label_action", "label_minutes", "label_end", "title_word", "title_words", "names_office", "person_word", "decides",
    "votes", "reports", "motion", "deciding_body", "speaks", "modal", "task_word", "meets", "words1", "words2", "words4", "words8",
    "words_many", "capital_few", "capital_half", "capital_most", "like_name", "whole", "has_line", "has_front", "has_colon", "has_dash", "has_column",
    "has_sentence", "alone", "few_alike", "some_alike", "many_alike", "alike_body_none", "alike_body_some", "alike_body_most",
    "alike_counts_some", "alike_counts_most", "first_tenth", "first_third", "last_tenth", "again_below", "again_above", "in_announced",
    "in_people", "in_actions", "headings_numbered", "headings_many", "before_headings", "marked", "inner_line", "ruler", "number_coded", "open_part", "closed_part",
};

class SignFinder {
 public:
  SignFinder(const std::vector<Candidate>& candidates, const Context& context) : candidates_(candidates), context_(context), document_(context.document) {}

  std::vector<Signs> find() {
    own_.reserve(candidates_.size());
    for (const auto& candidate : candidates_) {
      own_.emplace_back();
      signs_ = &own_.back();
      style(candidate);
      place(candidate);
      numbering(candidate);
      marks(candidate);
      labels(candidate);
      words_of(candidate);
    }
    return std::move(own_);
  }

 private:
  void add(Sign sign, bool shown = true) { signs_->add(sign, shown); }
  [[nodiscard]] const TextBlock& block(const Candidate& candidate) const { return document_.blocks[candidate.block]; }

  [[nodiscard]] std::uint8_t first_style(const Candidate& candidate) const {
    const auto& own = block(candidate);
    for (auto run = own.first_run; run < own.last_run; ++run)
      if (document_.runs[run].range.end > candidate.range.begin) return document_.runs[run].style;
    return 0;
  }

  void style(const Candidate& candidate) {
    const auto& own = block(candidate);
    const auto text = context_.view(candidate.range);
    if (own.kind == BlockKind::heading) {
      add(Sign::heading);
      add(own.level <= 1 ? Sign::level1 : own.level == 2 ? Sign::level2 : own.level == 3 ? Sign::level3 : Sign::level4);
    }
    add(Sign::preformatted, own.kind == BlockKind::preformatted);
    add(Sign::all_bold, is_all(candidate, bold, context_));
    add(Sign::all_italic, is_all(candidate, italic, context_));
    add(Sign::all_underlined, is_all(candidate, underline, context_));
    const auto first = first_style(candidate);
    add(Sign::front_bold, (first & bold) != 0 && !signs_->has(Sign::all_bold));
    add(Sign::front_underlined, (first & underline) != 0 && !signs_->has(Sign::all_underlined));
    add(Sign::marked, candidate.marks > 0);
    add(Sign::inner_line, !candidate.begins_block);
    add(Sign::ruler, is_ruler(text));
    add(Sign::capitals, is_all_capitals(text));
    add(Sign::continues, own.continues);
    add(Sign::under_20, text.size() < 20);
    add(Sign::under_40, text.size() < 40);
    add(Sign::under_80, text.size() < 80);
    add(Sign::under_160, text.size() < 160);
    add(Sign::under_320, text.size() < 320);
    constexpr std::array forms{Sign::whole, Sign::has_line, Sign::has_front, Sign::has_colon, Sign::has_dash, Sign::has_column, Sign::has_sentence};
    add(forms[static_cast<std::size_t>(candidate.form)]);
  }

  void place(const Candidate& candidate) {
    const auto& own = block(candidate);
    add(Sign::top_level, own.container < 0);
    if (own.container < 0) return;
    const auto depth = document_.depth(own.container, ContainerKind::list);
    add(Sign::list_depth1, depth == 1);
    add(Sign::list_depth2, depth == 2);
    add(Sign::list_depth3, depth > 2);
    const auto& inner = document_.containers[own.container];
    if (inner.kind == ContainerKind::item && inner.parent >= 0) add(document_.containers[inner.parent].ordered ? Sign::ordered : Sign::bulleted);
    add(Sign::starts_item, own.starts_item && candidate.begins_block);
    add(Sign::term, inner.kind == ContainerKind::term);
    add(Sign::quote, document_.enclosing(own.container, ContainerKind::quote) >= 0);
    const auto cell = document_.enclosing(own.container, ContainerKind::cell);
    if (cell < 0) return;
    const auto column = document_.containers[cell].index;
    add(column == 0 ? Sign::column0 : column == 1 ? Sign::column1 : Sign::column2);
    add(Sign::header_cell, document_.containers[cell].header);
    const auto row = document_.containers[cell].parent;
    const auto next = std::find_if(document_.containers.begin() + cell + 1, document_.containers.end(), [&](const Container& other) { return other.kind == ContainerKind::cell || other.kind == ContainerKind::row; });
    add(Sign::fills_row, column == 0 && (next == document_.containers.end() || next->kind != ContainerKind::cell || next->parent != row));
  }

  void numbering(const Candidate& candidate) {
    add(Sign::number_rendered, !candidate.rendered_number.empty());
    add(Sign::number_beside, candidate.label_before);
    if (!candidate.label) return;
    const auto& label = *candidate.label;
    add(Sign::numbered);
    add(Sign::number_deep, label.depth() > 0);
    add(Sign::number_letter, label.form == LabelForm::letter);
    add(Sign::number_roman, label.form == LabelForm::roman);
    add(Sign::number_word, !label.word.empty() && label.count < 0);
    add(Sign::number_bare, label.end == 0 && label.word.empty());
    add(Sign::number_coded, !label.number.empty() && !is_digit(static_cast<unsigned char>(label.number[0])) && has_digit(label.number));
    if (label.number.find('-') != std::string_view::npos) add(Sign::number_coded);
  }

  void marks(const Candidate& candidate) {
    const auto text = context_.view(candidate.range);
    const auto last = last_character(text);
    add(Sign::ends_colon, last == U':');
    add(Sign::inner_colon, last != U':' && text.substr(0, 60).find(':') != std::string_view::npos);
    add(Sign::ends_stop, last == U'.' || last == U'!' || last == U';');
    add(Sign::ends_question, last == U'?');
    add(Sign::ends_comma, last == U',');
    add(Sign::begins_small, is_lower(first_character(candidate.title.empty() ? text : candidate.title)));
    add(Sign::own_bullet, without_bullet(text).size() < text.size());
    const auto& own = block(candidate);
    for (auto run = own.first_run; run < own.last_run; ++run) add(Sign::has_link, document_.runs[run].link >= 0);
    const auto tokens = context_.reading.tokens(candidate.range);
    for (std::size_t i = 0; i < tokens.size() && i < 40; ++i) {
      if (tokens[i].kind != TokenKind::number) continue;
      add(Sign::has_year, tokens[i].value >= 1900 && tokens[i].value <= 2100 && tokens[i].range.size() == 4);
      const bool mark = i + 2 < tokens.size() && (tokens[i + 1].mark == ':' || tokens[i + 1].mark == '.') && tokens[i + 2].range.size() == 2 && tokens[i].range.end == tokens[i + 1].range.begin;
      add(Sign::has_time, mark && tokens[i].value < 24 && tokens[i + 2].value < 60 && tokens[i + 2].value >= 0);
    }
    add(Sign::has_mark, text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos);
  }

  void labels(const Candidate& candidate) {
    const auto title = candidate.title.empty() ? context_.view(candidate.range) : candidate.title;
    const auto* keys = &context_.language.label(trim(title, U":*_. "));
    if (keys->empty())
      if (const auto hit = find_label(title, context_.language)) keys = hit.keys;
    for (const auto& key : *keys) label(key);
    // "X = present   E = excused" explains the marks of a list.
    const auto text = context_.view(candidate.range);
    if (const auto equals = text.find(" = "); equals != std::string_view::npos && text.find(" = ", equals + 1) != std::string_view::npos) add(Sign::label_people);
  }

  void label(std::string_view key) {
    static const std::map<std::string_view, Sign> signs{
        {"present", Sign::label_people}, {"excused", Sign::label_people}, {"absent", Sign::label_people}, {"guests", Sign::label_people}, {"chair", Sign::label_people},
        {"secretary", Sign::label_people}, {"signatures", Sign::label_people}, {"distribution", Sign::label_people}, {"quorum", Sign::label_people},
        {"date", Sign::label_place}, {"start", Sign::label_place}, {"end", Sign::label_end}, {"location", Sign::label_place}, {"organization", Sign::label_place}, {"title", Sign::label_place},
        {"agenda", Sign::label_agenda}, {"next", Sign::label_next}, {"minutes", Sign::label_minutes}, {"attachments", Sign::label_section},
        {"report", Sign::label_section}, {"discussion", Sign::label_section}, {"note", Sign::label_section}, {"motion", Sign::label_decision},
        {"decision", Sign::label_decision}, {"decisions", Sign::label_decision}, {"agreement", Sign::label_decision}, {"agreements", Sign::label_decision},
        {"recommendation", Sign::label_decision}, {"noted", Sign::label_decision}, {"election", Sign::label_decision}, {"vote", Sign::label_vote},
        {"action", Sign::label_action}, {"actions", Sign::label_action}, {"who", Sign::label_action}, {"what", Sign::label_action}, {"due", Sign::label_action}};
    if (const auto found = signs.find(key); found != signs.end()) add(found->second);
  }

  void words_of(const Candidate& candidate) {
    const auto tokens = context_.reading.tokens(candidate.title.empty() ? context_.view(candidate.range) : candidate.title);
    std::size_t words = 0, capitals = 0, typical = 0, names = 0;
    WordClasses classes;
    for (const auto& token : tokens) {
      if (token.kind != TokenKind::word) continue;
      ++words;
      capitals += token.capital;
      typical += token.is(WordClass::agenda_title);
      const auto word = context_.reading.text(token);
      names += token.capital && context_.language.has("given_names", word);
      add(Sign::person_word, context_.language.addresses(word));
      classes |= token.classes;
    }
    add(Sign::title_word, typical == 1);
    add(Sign::title_words, typical > 1);
    add(Sign::person_word, names > 0);
    add(Sign::open_part, classes.has(WordClass::public_part));
    add(Sign::closed_part, classes.has(WordClass::closed_part));
    add(Sign::names_office, classes.any({WordClass::office, WordClass::chair_office, WordClass::secretary_office}));
    add(Sign::decides, classes.any({WordClass::adopt, WordClass::accept, WordClass::reject, WordClass::agree, WordClass::defer, WordClass::recommend, WordClass::elect}));
    add(Sign::votes, classes.any({WordClass::unanimous, WordClass::votes, WordClass::abstain}));
    add(Sign::reports, classes.any({WordClass::report, WordClass::discuss, WordClass::ask, WordClass::opine, WordClass::thank}));
    add(Sign::motion, classes.any({WordClass::motion_noun, WordClass::move, WordClass::second}));
    add(Sign::deciding_body, classes.any({WordClass::body, WordClass::members}));
    add(Sign::speaks, classes.any({WordClass::we, WordClass::pronoun}));
    add(Sign::modal, classes.any({WordClass::modal, WordClass::must, WordClass::future, WordClass::negation, WordClass::that, WordClass::condition}));
    add(Sign::task_word, classes.any({WordClass::act, WordClass::undertake, WordClass::assign, WordClass::task_noun}));
    add(Sign::meets, classes.any({WordClass::meeting_noun, WordClass::minutes_noun, WordClass::place}));
    add(words <= 1 ? Sign::words1 : words == 2 ? Sign::words2 : words <= 4 ? Sign::words4 : words <= 8 ? Sign::words8 : Sign::words_many);
    add(capitals * 4 <= words ? Sign::capital_few : capitals * 3 <= words * 2 ? Sign::capital_half : Sign::capital_most);
    add(Sign::like_name, words >= 2 && words <= 4 && capitals == words && classes.empty());
  }

  const std::vector<Candidate>& candidates_;
  const Context& context_;
  const Document& document_;
  std::vector<Signs> own_;
  Signs* signs_ = nullptr;
};

}  // namespace

std::string_view to_string(Sign sign) { return names_of_signs[static_cast<std::size_t>(sign)]; }

std::vector<Signs> find_signs(const std::vector<Candidate>& candidates, const Context& context) {
  auto signs = SignFinder(candidates, context).find();
  add_document_signs(candidates, context.document, signs);
  return signs;
}

}  // namespace protokoll
