/// Whether a sentence states a deed here and now: who decides and what, or another time, a question, something left open.
#pragma once

#include <string_view>

#include "structure/context.hpp"

namespace protokoll {

/// What a body does with a motion, a paper or a person.
inline constexpr WordClasses all_deeds{WordClass::adopt, WordClass::resolve, WordClass::accept, WordClass::approve, WordClass::reject, WordClass::elect, WordClass::discharge,
                                       WordClass::note, WordClass::agree, WordClass::recommend, WordClass::defer, WordClass::withdraw, WordClass::move};

class SentenceMood {
 public:
  /// `tokens` and `classes` are those of `text`; all must outlive it.
  SentenceMood(std::string_view text, Tokens tokens, WordClasses classes, const Context& context) : text_(text), tokens_(tokens), classes_(classes), context_(context) {}

  /// Says in front who decides or what is decided, and right behind it the deed; nothing clouds it.
  [[nodiscard]] bool states_deed() const;
  /// Tells of another time, asks, or leaves open.
  [[nodiscard]] bool is_elsewhen() const { return retells() || was_done_before() || promises() || asks_whether() || leaves_open() || takes_none() || puts_off_instead() || waits_for_next() || believes() || waits_to_be_done() || describes() || signs_document() || supposes() || opens_with_condition(); }

 private:
  [[nodiscard]] bool is_passive_now() const;
  [[nodiscard]] bool opens_with_agreement() const;
  [[nodiscard]] bool finds_agreement() const;
  [[nodiscard]] bool closes_with_infinitive() const;
  [[nodiscard]] bool body_acts() const;
  [[nodiscard]] std::size_t behind_counts(std::size_t at) const;
  [[nodiscard]] bool body_acts_from(std::size_t first) const;
  /// Whether an article and a body stand there.
  [[nodiscard]] bool is_body(std::size_t at) const;
  [[nodiscard]] bool names_elected() const;
  [[nodiscard]] bool body_is_elected() const;
  [[nodiscard]] bool opens_with_election() const;
  [[nodiscard]] bool settles_record() const;
  /// Whether a token may be part of a name.
  [[nodiscard]] bool is_name(std::size_t at) const;
  [[nodiscard]] bool at_an_earlier_meeting(std::size_t before) const;
  [[nodiscard]] bool was_done_before() const;
  [[nodiscard]] bool retells() const;
  [[nodiscard]] bool promises() const;
  [[nodiscard]] bool asks_whether() const;
  [[nodiscard]] bool leaves_open() const;
  [[nodiscard]] bool takes_none() const;
  [[nodiscard]] bool puts_off_instead() const;
  [[nodiscard]] bool next_time_decides() const;
  [[nodiscard]] bool waits_for_next() const;
  [[nodiscard]] bool believes() const;
  [[nodiscard]] bool waits_to_be_done() const;
  [[nodiscard]] bool describes() const;
  [[nodiscard]] bool signs_document() const;
  [[nodiscard]] bool supposes() const;
  [[nodiscard]] bool opens_with_condition() const;
  [[nodiscard]] bool settles_numbered_motion() const;
  [[nodiscard]] bool closes_with_approval() const;
  [[nodiscard]] bool opens_with_deed() const;
  [[nodiscard]] bool gives_order(std::size_t verb) const;
  /// Classes of a token's word by itself, with those of the phrase that begins there.
  [[nodiscard]] WordClasses own(const Token& token) const;

  std::string_view text_;
  Tokens tokens_;
  WordClasses classes_;
  const Context& context_;
};

}  // namespace protokoll
