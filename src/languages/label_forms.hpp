/// Labels that are phrases with words of any kind around them: "~3 anwesende ~2" is "anwesende" with up to three words in front and two behind.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace protokoll {

class LabelForms {
 public:
  /// Whether a label of a language file is such a form: it has a gap ("~2") or an open word ("nächste*"); a star within a word ("Teilnehmer*innen") is printed so.
  [[nodiscard]] static bool is_form(std::string_view label);

  /// Throws std::invalid_argument if the form has a gap of no or more than nine words, or not one word that begins as written.
  void add(std::string_view key, std::string_view form);
  /// The key of the form that a whole label fits, nullptr if it fits none; of several the one with most words of its own, then the first one added.
  [[nodiscard]] const std::vector<std::string>* find(std::string_view label) const;

 private:
  struct Word {
    std::string text;
    bool open_front = false, open_back = false;
    int gap = 0;  // up to so many words of any kind stand here; 0: the word itself

    [[nodiscard]] bool fits(std::string_view word) const;
  };
  struct Form {
    std::vector<std::string> keys;  // one
    std::vector<Word> words;
    std::size_t own = 0;            // words that are no gap
    std::size_t anchor = 0;         // the first word that begins as written
  };
  using Words = std::vector<std::string_view>;

  [[nodiscard]] static bool fits(const std::vector<Word>& form, std::size_t at, const Words& words, std::size_t from);

  std::vector<Form> forms_;
  std::array<std::vector<std::uint32_t>, 256> by_first_;  // forms by the first byte of their anchor
};

}  // namespace protokoll
