#include "facts/names/name_list.hpp"

#include <algorithm>
#include <optional>

#include "facts/names/name_cuts.hpp"
#include "facts/names/name_words.hpp"
#include "facts/names/names.hpp"
#include "words/text.hpp"
#include "words/times.hpp"

namespace protokoll {
namespace {

bool has_two_names(const NameEntry& entry) { return words(entry.name).size() > 1; }

// Puts what stands behind a comma to the person in front of it.
void add_detail(NameEntry& person, std::string_view text, const Context& context) {
  text = trim(text, U",;.");
  if (text.empty()) return;
  person.said |= context.reading.classes(text);
  if (is_office(text, context)) {
    if (person.role.empty()) person.role = text;
  } else if (person.affiliation.empty() && !has_digit(text)) {
    person.affiliation = text;
  }
}

// "Hinnerk" of "Ohlsen, Hinnerk".
bool is_given_part(std::string_view text, const Context& context) {
  const auto parts = words(text);
  if (parts.empty() || parts.size() > 3) return false;
  const auto first = parts.front();
  return context.language.has("given_names", first.substr(0, first.find('-')));
}

class ListReader {
 public:
  ListReader(ListShape shape, const Context& context) : shape_(shape), context_(context) {}

  NameList run(std::string_view text) {
    const auto pieces = cut_names(text, context_);
    const auto semicolons = has_details(pieces) || has_entry_on_every_line(text);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].text.empty()) continue;
      if (i + 1 < pieces.size() && pieces[i + 1].before == ',' && reversed(pieces, i)) {
        ++i;
        continue;
      }
      const bool detail = pieces[i].before == ',' && fresh_ && (shape_ != ListShape::list || semicolons);
      entry(pieces[i], detail);
    }
    for (const auto& person : list_.people) list_.sure += person.likeness == Likeness::sure;
    return std::move(list_);
  }

 private:
  // Semicolons between people leave the commas to what is said of each; several names between two semicolons are a list of their own.
  static bool has_details(const std::vector<NameCut>& pieces) {
    constexpr std::size_t most_details = 3;
    std::size_t semicolons = 0, commas = 0;
    for (const auto& piece : pieces) {
      semicolons += piece.before == ';';
      commas = piece.before == ',' ? commas + 1 : 0;
      if (commas > most_details) return false;
    }
    return semicolons > 0;
  }

  static bool parts(const NameCut& piece) { return piece.before == ';' || piece.before == '\n'; }

  bool reversed(const std::vector<NameCut>& pieces, std::size_t i) {
    // "Sandra, Josef" are two; in a list of several only semicolons make "Ott, Mia; Kern, Jo" of it.
    const bool apart = pieces.size() > 2 && (i == 0 || parts(pieces[i])) && (i + 2 == pieces.size() || parts(pieces[i + 2]));
    if (!apart && shape_ == ListShape::list) return false;
    const auto& last = pieces[i].text;
    auto front = read_entry(last, context_);
    if (front.name.empty() || front.likeness == Likeness::none || words(front.name).size() > 3 || !front.tail.empty()) return false;
    const bool given = is_given_part(pieces[i + 1].text, context_);
    if (shape_ != ListShape::reversed && (!given || (words(front.name).size() > 1 && !is_particle(first_word(front.name), context_)) || context_.language.has("given_names", front.name))) return false;
    auto back = read_entry(pieces[i + 1].text, context_);
    if (back.name.empty() || back.likeness == Likeness::none) return false;
    front.name = join(front.name, back.name);
    front.likeness = given ? Likeness::sure : Likeness::plain;
    for (const auto note : back.notes) front.notes.push_back(note);
    if (front.affiliation.empty()) front.affiliation = back.affiliation;
    if (front.role.empty()) front.role = back.role;
    front.said |= back.said;
    front.text = join(front.text, back.text);
    list_.people.push_back(front);
    fresh_ = true;
    return true;
  }

  void entry(const NameCut& piece, bool detail) {
    auto read = read_entry(piece.text, context_);
    // "Mia Ott        Acme, Bonn": what stands in the next column tells of the one in front.
    if (parts(piece)) aside_ = false;
    if (piece.before == 'g') aside_ = fresh_ && !(read.likeness == Likeness::sure && has_two_names(read));
    if (aside_) return add_detail(list_.people.back(), piece.text, context_);
    // "Robert Barton, Jr."
    if (piece.before == ',' && fresh_ && is_suffix(piece.text, context_)) {
      list_.people.back().name = join(list_.people.back().name, piece.text);
      return;
    }
    // "Amy Fox, Chair": an office behind a comma is that of the one before.
    if ((piece.before == ',' || piece.before == 'a') && fresh_ && is_office(piece.text, context_)) return add_detail(list_.people.back(), piece.text, context_);
    const bool sure = read.likeness == Likeness::sure && has_two_names(read) && (list_.people.empty() || !detail || shape_ == ListShape::list);
    // "Mme Petit, M. Girard" are two.
    const bool addressed = !read.honorific.empty() && !read.name.empty() && read.likeness != Likeness::none;
    if (detail && !sure && !addressed) return add_detail(list_.people.back(), piece.text, context_);
    // "Edgar Förster, BSc"
    if (piece.before == ',' && fresh_ && context_.language.has("academic_titles", first_word(piece.text)) && words(piece.text).size() <= 2 && read.honorific.empty() && !has_two_names(read)) return;
    // "Mia Ott, head of the cinema"
    if (piece.before == ',' && fresh_ && read.likeness == Likeness::nick && is_lower(first_character(piece.text)) && has_words(piece.text, 2)) return add_detail(list_.people.back(), piece.text, context_);
    if (auto later = behind_time(piece.text); later && read.likeness != Likeness::sure) read = *later;
    // "the Mayor" without a name is nobody, but no sign against a list of people either.
    if (read.likeness == Likeness::none && (is_office(piece.text, context_) || context_.language.addresses(piece.text))) {
      ++list_.offices;
      return;
    }
    if (read.likeness == Likeness::none || !is_credible(read)) {
      list_.others += fresh_ && piece.before == ',' ? 0 : 1;
      if (fresh_ && piece.before == ',') {
        add_detail(list_.people.back(), piece.text, context_);
        ++list_.others;
      }
      return;
    }
    list_.people.push_back(std::move(read));
    fresh_ = true;
  }

  // "ab 20 Uhr auch Sven Ott"
  [[nodiscard]] std::optional<NameEntry> behind_time(std::string_view text) const {
    if (!is_lower(first_character(text))) return std::nullopt;
    constexpr std::size_t furthest = 6;
    const auto parts = words(text);
    for (std::size_t i = 1; i < std::min(parts.size(), furthest); ++i) {
      if (!is_upper(first_character(parts[i])) || !has_digit(join(parts.front(), parts[i - 1]))) continue;
      auto found = read_entry(starting_at(text, parts[i]), context_);
      if (found.likeness == Likeness::sure && has_two_names(found)) return found;
    }
    return std::nullopt;
  }

  // Words behind a name make it a sentence, unless they say since when or instead of whom.
  [[nodiscard]] bool is_credible(const NameEntry& entry) const {
    if (entry.tail.empty() || (entry.tail.find('@') != std::string_view::npos && words(entry.tail).size() == 1)) return true;
    constexpr WordClasses remarks{WordClass::arrive, WordClass::leave, WordClass::excused, WordClass::absent, WordClass::present, WordClass::guest, WordClass::proxy,
                                  WordClass::deadline, WordClass::office, WordClass::chair_office, WordClass::secretary_office, WordClass::record, WordClass::lead,
                                  WordClass::place, WordClass::body};
    if (context_.reading.classes(entry.tail).any(remarks) || has_digit(entry.tail)) return entry.tail.size() < 80;
    return entry.likeness == Likeness::sure && has_two_names(entry) && words(entry.tail).size() <= 4;
  }

  ListShape shape_;
  const Context& context_;
  NameList list_;
  bool fresh_ = false;  // somebody stands in front
  bool aside_ = false;  // a wide gap parts what is read from the names
};

}  // namespace

NameList read_list(std::string_view text, ListShape shape, const Context& context) {
  if (text.find("://") != std::string_view::npos) return {};
  return ListReader(shape, context).run(text);
}

ListShape shape_of(const std::vector<std::string_view>& lines, const Context& context) {
  std::size_t pairs = 0, reversed = 0, alike = 0, lists = 0;
  for (const auto line : lines) {
    const auto pieces = cut_names(line, context);
    const auto commas = std::count_if(pieces.begin(), pieces.end(), [](const NameCut& piece) { return piece.before == ','; });
    if (commas == 0) continue;
    // "Mia Ott, Jo Kern": what follows the comma is a whole name itself, no office and no place.
    const bool several = std::any_of(pieces.begin() + 1, pieces.end(), [&](const NameCut& piece) {
      const auto entry = read_entry(piece.text, context);
      return piece.before == ',' && entry.likeness == Likeness::sure && has_two_names(entry) && entry.role.empty();
    });
    if (commas > 2 || several) ++lists;
    else ++pairs;
    if (commas != 1 || several) continue;
    NameEntry unused;
    const auto front = strip_front(pieces[0].text, unused, context);
    const auto first = words(front);
    if (first.empty() || first.size() > 3 || context.language.has("given_names", first.front())) continue;
    if (is_given_part(pieces[1].text, context)) ++(first.size() <= 2 ? reversed : alike);
    else alike += words(pieces[1].text).size() == 1 && is_name_word(pieces[1].text) && !is_office(pieces[1].text, context);
  }
  // Where every line has a comma behind the last name, one or two known given names tell what all of them are.
  constexpr std::size_t fewest = 3;
  if (pairs >= fewest && reversed > 0 && reversed + alike == pairs && lists == 0) return ListShape::reversed;
  if (reversed >= 2 && reversed * 2 >= pairs) return ListShape::reversed;
  if (pairs >= 2 && pairs * 2 >= lines.size() && lists * 4 <= lines.size()) return ListShape::one;
  return ListShape::list;
}

namespace {

void read_times(std::string_view note, WordClasses classes, Person& person, const Context& context) {
  for (const auto& time : find_times(note, context.language)) {
    auto& place = classes.has(WordClass::leave) || classes.has(WordClass::deadline) ? person.until : person.from;
    if (place.empty()) place = time.start;
    if (!time.end.empty()) person.until = time.end;
  }
}

}  // namespace

Person to_person(const NameEntry& entry, const Context& context, std::string_view role) {
  Person person;
  person.name = Context::flat(entry.name);
  person.honorific = Context::flat(entry.honorific);
  person.title = Context::flat(entry.title);
  person.role = Context::flat(trim(entry.role.empty() ? role : entry.role, U":"));
  // "Dott. Sarti, che redige il verbale": a clause is no house.
  if (!context.reading.classes(first_word(entry.affiliation)).has(WordClass::that)) person.affiliation = Context::flat(entry.affiliation);
  person.span = context.span(entry.name);
  for (const auto note : entry.notes)
    if (has_digit(note)) read_times(note, context.reading.classes(note), person, context);
  if (has_digit(entry.tail)) read_times(entry.tail, context.reading.classes(entry.tail), person, context);
  return person;
}

}  // namespace protokoll
