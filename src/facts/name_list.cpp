#include "facts/name_list.hpp"

#include <algorithm>
#include <optional>

#include "analysis/names.hpp"
#include "analysis/text.hpp"
#include "facts/dates.hpp"
#include "facts/times.hpp"

namespace protokoll {
namespace {

struct Cut {
  std::string_view text;
  char before = 0;  // the mark in front: ',' ';' '\n' or 'a' for a word for "and"; 0 at the begin
};

std::size_t count_of(std::string_view text, std::string_view mark) {
  std::size_t count = 0;
  for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) ++count;
  return count;
}

// "Mia Ott, Ulm\nJo Kern, Ulm\nLee Fox, Bonn"
bool has_entry_on_every_line(std::string_view text) {
  constexpr std::size_t fewest = 3, longest = 5000;
  if (text.size() > longest || text.find('\n') == std::string_view::npos) return false;
  const auto all = lines(text);
  const auto is_entry = [](std::string_view line) { return std::count(line.begin(), line.end(), ',') == 1 && !line.ends_with(',') && has_words(line.substr(0, line.find(',')), 2); };
  const auto entries = std::count_if(all.begin(), all.end(), is_entry);
  return all.size() >= fewest && static_cast<std::size_t>(entries) * 5 >= all.size() * 4;
}

// Cuts at commas, semicolons, line ends, wide gaps and the words for "and", but not inside brackets.
class Cutter {
 public:
  Cutter(std::string_view text, const Context& context) : text_(text), context_(context) {
    const bool marked = text.find_first_of(",;\n") != std::string_view::npos;
    listed_ = text.find_first_of(",;") != std::string_view::npos && !has_entry_on_every_line(text);
    const auto close = text.find_last_of(")]");
    closed_ = close == std::string_view::npos ? 0 : close + 1;
    for (const std::string_view dash : {" – ", " - ", " — "})
      if (!marked && count_of(text, dash) >= 2) dash_ = dash;
  }

  std::vector<Cut> run() {
    int depth = 0;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const char c = text_[at];
      depth += (c == '(' || c == '[') - ((c == ')' || c == ']') && depth > 0);
      if (depth > 0 && at < closed_) continue;
      if (const auto size = mark_at(at); size > 0) {
        end_piece(at, c == ';' || c == '\n' ? c : ',');
        begin_ = at + size;
        at = begin_ - 1;
      } else if ((c == ' ' || c == '\n') && at >= begin_) {
        at = word_for_and(at);
      }
    }
    end_piece(text_.size(), 0);
    return std::move(pieces_);
  }

 private:
  void end_piece(std::size_t end, char mark) {
    if (begin_ <= end) add(trim(text_.substr(begin_, end - begin_)));
    before_ = mark;
  }

  // "GR Mia Ott GR Jo Kern", "Sonja Aigl Anton Spatz (ab 19 Uhr) Thomas Birk": a run of names with nothing between them.
  void add(std::string_view piece) {
    const auto parts = words(piece);
    constexpr std::size_t fewest = 4;
    std::size_t first = 0, names = 0;
    int depth = 0;
    const auto is_given = [&](std::string_view word) { return context_.language.has("given_names", word.substr(0, word.find('-'))); };
    const auto is_address = [&](std::string_view word) { return context_.language.addresses(word); };
    for (std::size_t i = 0; i < parts.size() && parts.size() >= fewest; ++i) {
      const auto word = parts[i];
      const bool behind = i > 0 && depth == 0 && parts[i - 1].ends_with(')');
      depth += word.starts_with('(') - (word.ends_with(')') && (depth > 0 || word.starts_with('(')));
      if (depth > 0 || word.ends_with(')')) continue;
      const auto upper = is_upper(first_character(word));
      const bool new_name = is_given(word) || is_address(word) || word == parts[first] || behind;
      const bool followed = i + 1 < parts.size() && is_upper(first_character(parts[i + 1]));
      if (upper && names >= 2 && new_name && followed && !(is_given(word) && i > 0 && is_given(parts[i - 1]))) {
        pieces_.push_back({join(parts[first], parts[i - 1]), before_});
        before_ = ';';
        first = i;
        names = 0;
      }
      if (!upper && !context_.language.has("name_particles", word)) names = 0;
      names += upper && !is_address(word) && !context_.reading.classes(word).has(WordClass::office) && !(i == first && is_code(word)) && word.size() > 1;
    }
    const auto last = first == 0 ? piece : join(parts[first], piece.substr(piece.size()));
    pieces_.push_back({last, before_});
    if (first > 0) part_pairs(pieces_.size() - 1);
  }

  // "Torben Eck Adrian Moser | Rudolf Thal": where names stand in a row without a mark, four words that no list knows are two of them.
  void part_pairs(std::size_t last) {
    constexpr std::size_t pair = 2;
    for (auto i = last + 1; i-- > 0 && (i == last || pieces_[i + 1].before == ';');) {
      const auto rest = parse_address(pieces_[i].text, context_.language).rest;
      const auto parts = words(rest);
      const bool names = std::all_of(parts.begin(), parts.end(), [](std::string_view word) { return is_name_word(word) && word.back() != '.'; });
      if (parts.size() != 2 * pair || !names) continue;
      const auto text = pieces_[i].text;
      pieces_[i].text = join(text, parts[pair - 1]);
      pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(i) + 1, {join(parts[pair], parts.back()), ';'});
    }
  }

  static bool is_code(std::string_view word) { return word.size() <= 3 && is_all_capitals(word); }

  // The size of a mark that ends an entry.
  [[nodiscard]] std::size_t mark_at(std::size_t at) const {
    const char c = text_[at];
    if (c == ',' || c == ';' || c == '|') return 1;
    if (c == '/' && at + 1 < text_.size() && text_[at + 1] == ' ' && at > 0 && text_[at - 1] != '.') return 1;
    for (const std::string_view bullet : {"•", "·", "●", "‧"})
      if (text_.substr(at).starts_with(bullet)) return bullet.size();
    if (!dash_.empty() && text_.substr(at).starts_with(dash_)) return dash_.size();
    if (c == '\n' && !wraps(at)) return 1;
    if (c == '.' && stops(at)) return 1;
    return 0;
  }

  // A line end within an entry: the lines of a paragraph are broken where the page ends, and half a name stands in front or behind.
  [[nodiscard]] bool wraps(std::size_t at) const {
    constexpr std::size_t longest = 1000;
    if (!listed_ || at - begin_ > longest) return false;
    const auto front = trim(text_.substr(begin_, at - begin_));
    const auto next = trim(text_.substr(at));
    if (front.empty() || next.empty()) return false;
    if (next.front() == '(' || is_lower(first_character(next)) || context_.language.has("name_particles", last_word(front))) return true;
    if (context_.language.addresses(last_word(front)) || context_.language.has("articles", last_word(front))) return true;
    const auto address = parse_address(front, context_.language);
    const auto end = next.find_first_of(",;\n(");
    return !has_words(address.rest, 2) || (!has_words(next.substr(0, end), 2) && end != std::string_view::npos && !context_.language.has("honorifics", first_word(next)));
  }

  // "Hugh de Valmore. Colin Wexham.": a full stop behind a name, another name behind it.
  [[nodiscard]] bool stops(std::size_t at) const {
    if (at + 2 >= text_.size() || text_[at + 1] != ' ' || at < begin_ + 4) return false;
    if (!is_upper(first_character(trim(text_.substr(at + 1))))) return false;
    const auto front = trim(text_.substr(begin_, at - begin_)), word = last_word(front);
    if (word.size() < 4 || context_.language.abbreviates(word) || context_.language.addresses(word)) return false;
    return is_lower(last_character(word)) && has_words(front, 2);
  }

  std::size_t word_for_and(std::size_t at) {
    const auto rest = trim(text_.substr(at));
    const auto word = first_word(rest);
    if (!context_.language.has("name_joiners", word) || word.size() == rest.size()) return wide_gap(at);
    end_piece(at, 'a');
    begin_ = static_cast<std::size_t>(word.data() + word.size() - text_.data());
    return begin_ - 1;
  }

  // In a text of two columns a wide gap in the source parts two entries.
  std::size_t wide_gap(std::size_t at) {
    if (text_[at] != ' ') return at;
    const auto gap = context_.document.to_source(context_.range(text_.substr(at, 1)));
    if (gap.size() < 3 || trim(context_.source.text().substr(gap.begin, gap.size())).size() > 0) return at;
    if (!has_words(text_.substr(begin_, at - begin_), 2) || !has_words(text_.substr(at), 2)) return at;
    end_piece(at, '\n');
    begin_ = at + 1;
    return at;
  }

  std::string_view text_;
  const Context& context_;
  std::string_view dash_;
  bool listed_ = false;     // it has commas or semicolons
  std::size_t closed_ = 0;  // behind its last closing bracket
  std::size_t begin_ = 0;
  char before_ = 0;
  std::vector<Cut> pieces_;
};

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
    const auto pieces = Cutter(text, context_).run();
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
  static bool has_details(const std::vector<Cut>& pieces) {
    constexpr std::size_t most_details = 3;
    std::size_t semicolons = 0, commas = 0;
    for (const auto& piece : pieces) {
      semicolons += piece.before == ';';
      commas = piece.before == ',' ? commas + 1 : 0;
      if (commas > most_details) return false;
    }
    return semicolons > 0;
  }

  bool reversed(const std::vector<Cut>& pieces, std::size_t i) {
    // "Sandra, Josef" are two; in a list of several only semicolons make "Ott, Mia; Kern, Jo" of it.
    const bool apart = pieces.size() > 2 && (i == 0 || pieces[i].before == ';') && (i + 2 == pieces.size() || pieces[i + 2].before == ';');
    if (!apart && shape_ == ListShape::list) return false;
    const auto& last = pieces[i].text;
    auto front = read_entry(last, context_);
    if (front.name.empty() || front.likeness == Likeness::none || words(front.name).size() > 3 || !front.tail.empty()) return false;
    const bool given = is_given_part(pieces[i + 1].text, context_);
    if (shape_ != ListShape::reversed && (!given || words(front.name).size() > 1 || context_.language.has("given_names", front.name))) return false;
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

  void entry(const Cut& piece, bool detail) {
    auto read = read_entry(piece.text, context_);
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
};

}  // namespace

NameList read_list(std::string_view text, ListShape shape, const Context& context) {
  if (text.find("://") != std::string_view::npos) return {};
  return ListReader(shape, context).run(text);
}

ListShape shape_of(const std::vector<std::string_view>& lines, const Context& context) {
  std::size_t pairs = 0, reversed = 0, alike = 0, lists = 0;
  for (const auto line : lines) {
    const auto pieces = Cutter(line, context).run();
    const auto commas = std::count_if(pieces.begin(), pieces.end(), [](const Cut& piece) { return piece.before == ','; });
    if (commas == 0) continue;
    // "Mia Ott, Jo Kern": what follows the comma is a whole name itself, no office and no place.
    const bool several = std::any_of(pieces.begin() + 1, pieces.end(), [&](const Cut& piece) {
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
