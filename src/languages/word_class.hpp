/// What a word IS in minutes, whatever its language; README.md in this folder says what each class holds.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace protokoll {

enum class WordClass : std::uint8_t {
  // what is done to a motion, an item, a person
  adopt, resolve, accept, approve, reject, elect, discharge, note, agree, recommend, defer, withdraw, move, second, suggest, candidate,
  // what people do
  report, discuss, ask, opine, thank, undertake, assign, act, done,
  // mood and time
  future, modal, must, negation, lacking, infinitive, condition, that, earlier, later,
  // votes
  unanimous, majority, yes, no, abstain, invalid, votes, ballot, quorum,
  // things
  vote_noun, motion_noun, decision_noun, agreement_noun, election_noun, task_noun, attachment_noun, meeting_noun, minutes_noun, agenda_noun,
  // people
  body, members, we, pronoun, office, chair_office, secretary_office,
  // the meeting
  place, open, close, lead, record, arrive, leave, present, excused, absent, guest, proxy, deadline, agenda_title, public_part, closed_part, excludes_public, readmits_public,
  // what rules of check ask for
  convened, quorate, signing, returning,
};

inline constexpr std::size_t word_class_count = static_cast<std::size_t>(WordClass::returning) + 1;

/// The class under a key of a language file ("adopt"); nothing if there is none.
[[nodiscard]] std::optional<WordClass> word_class(std::string_view key);
[[nodiscard]] std::string_view to_string(WordClass word_class);

/// A set of classes.
class WordClasses {
 public:
  constexpr WordClasses() = default;
  constexpr WordClasses(std::initializer_list<WordClass> classes) {
    for (const auto c : classes) add(c);
  }

  constexpr void add(WordClass c) { bits_[index(c) / 64] |= std::uint64_t{1} << (index(c) % 64); }
  constexpr void remove(WordClass c) { bits_[index(c) / 64] &= ~(std::uint64_t{1} << (index(c) % 64)); }
  [[nodiscard]] constexpr bool has(WordClass c) const { return bits_[index(c) / 64] >> (index(c) % 64) & 1U; }
  [[nodiscard]] constexpr bool any(WordClasses others) const { return (bits_[0] & others.bits_[0]) != 0 || (bits_[1] & others.bits_[1]) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_[0] == 0 && bits_[1] == 0; }
  constexpr WordClasses& operator|=(WordClasses others) {
    bits_[0] |= others.bits_[0];
    bits_[1] |= others.bits_[1];
    return *this;
  }
  /// As 128 bits, which a lexicon keeps.
  [[nodiscard]] constexpr const std::array<std::uint64_t, 2>& bits() const { return bits_; }
  [[nodiscard]] static constexpr WordClasses from_bits(const std::array<std::uint64_t, 2>& bits) {
    WordClasses classes;
    classes.bits_ = bits;
    return classes;
  }
  friend constexpr WordClasses operator|(WordClasses a, WordClasses b) { return a |= b; }
  friend constexpr WordClasses operator&(WordClasses a, WordClasses b) { return from_bits({a.bits_[0] & b.bits_[0], a.bits_[1] & b.bits_[1]}); }
  friend constexpr bool operator==(const WordClasses&, const WordClasses&) = default;

 private:
  static constexpr std::size_t index(WordClass c) { return static_cast<std::size_t>(c); }
  std::array<std::uint64_t, 2> bits_{};
};

/// Words for an office of any kind.
inline constexpr WordClasses offices{WordClass::office, WordClass::chair_office, WordClass::secretary_office};
static_assert(word_class_count <= 128);

}  // namespace protokoll
