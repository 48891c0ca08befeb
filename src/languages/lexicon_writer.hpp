/// Lays out a Lexicon from the forms of a language file.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <vector>

#include "flat/table.hpp"
#include "languages/lexicon.hpp"

namespace protokoll {

class LexiconWriter {
 public:
  /// Throws std::invalid_argument if the form is none.
  void add(WordClass word_class, std::string_view form);
  [[nodiscard]] std::vector<std::uint32_t> write() const;

 private:
  struct Form {
    WordClasses classes;
    std::uint32_t element = Lexicon::no_element;
  };
  struct Forms {
    flat::TableWriter table;
    std::vector<Form> values;
  };
  struct Phrase {
    std::vector<std::uint32_t> elements;
    std::size_t gap = 0;
    bool ends_clause = false;
    WordClasses classes;
  };
  using Sets = std::map<std::array<std::uint64_t, 2>, std::uint32_t>;

  // The entry of one word's form, made if there is none.
  Form& form(std::string_view word);
  std::uint32_t element(std::string_view word);

  std::array<Forms, 4> forms_{{{flat::TableWriter(), {}}, {flat::TableWriter(), {}}, {flat::TableWriter(true), {}}, {flat::TableWriter(), {}}}};
  std::uint32_t longest_begin_ = 0, longest_end_ = 0;
  std::uint64_t part_lengths_ = 0;
  std::vector<Phrase> phrases_;
  std::vector<std::vector<std::uint32_t>> from_;  // phrases by their first element
};

/// The lexicon of the "classes" of a language file. Throws std::invalid_argument with the class at fault.
[[nodiscard]] std::vector<std::uint32_t> lay_out_lexicon(const nlohmann::json& classes);

}  // namespace protokoll
