/// Where the people who are to be taken out stand in a text.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "publish/people.hpp"

namespace protokoll::publishing {

/// A name in a text, with the forms of address, titles and initials around it.
struct NamePlace {
  LetterRange range;
  std::vector<std::uint32_t> people;  ///< who may be meant
  bool initials = false;
  bool part = false;                  ///< a longer word that holds a name
  std::string uncertain;              ///< why it may be no name; empty if it surely is one
};

/// One text in which names are looked for.
struct NameText {
  const std::vector<Sign>& signs;
  std::vector<Letter> letters;
  bool prose = true;  ///< else values of attributes: files, addresses, keys

  NameText(const std::vector<Sign>& the_signs, bool is_prose) : signs(the_signs), letters(read_letters(the_signs)), prose(is_prose) {}
  /// The characters of letters, as printed.
  [[nodiscard]] std::string text(LetterRange range) const;
};

/// How an occurrence of a word of a name is to be taken.
enum class Sense {
  none,     ///< the letters only follow each other by chance
  word,     ///< the word, maybe with an ending
  part,     ///< a part of another word that may speak of the person
  ordinary, ///< a part of a word that does not
};

/// Judges occurrences. Both must outlive it.
class NameJudge {
 public:
  NameJudge(const PrivatePeople& people, const PublishOptions& options);

  struct Judgement {
    Sense sense = Sense::none;
    LetterRange word;  ///< what is to be replaced
  };
  /// Gives the people whose name it is together with each sense in which it is one: a word or a part of one, else an ordinary word.
  void judge(const NameText& text, LetterRange hit, const std::vector<std::uint32_t>& people, const std::function<void(const Judgement&, std::vector<std::uint32_t>)>& take) const;

 private:
  [[nodiscard]] Judgement judge(const NameText& text, LetterRange hit, std::uint32_t person) const;
  [[nodiscard]] bool is_kept_word(const std::u32string& letters) const;
  [[nodiscard]] Sense sense_within(const NameText& text, LetterRange hit, LetterRange word, std::uint32_t person) const;

  const PrivatePeople& people_;
  const PublishOptions& options_;
  std::vector<std::u32string> kept_words_;
};

/// All names in a text, in order, none over another; those of people who are kept as well.
[[nodiscard]] std::vector<NamePlace> find_names(const NameText& text, const PrivatePeople& people, const Patterns& patterns, const NameJudge& judge);

/// Initials in capitals that may stand for somebody: "AW", "A. W.", "AW1". Those that the document uses as an abbreviation ("die AW", "AW-Netz") or
/// that the language knows as one do not, unless they stand behind a name in `names`, as find_names() gives them.
[[nodiscard]] std::vector<NamePlace> find_initials(const NameText& text, const PrivatePeople& people, const std::vector<NamePlace>& names);

}  // namespace protokoll::publishing
