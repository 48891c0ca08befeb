#include "facts/names/name_cuts.hpp"

#include <algorithm>
#include <utility>

#include "facts/names/name_words.hpp"
#include "facts/names/names.hpp"
#include "words/text.hpp"

namespace protokoll {

namespace {

std::size_t count_of(std::string_view text, std::string_view mark) {
  std::size_t count = 0;
  for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) ++count;
  return count;
}

}  // namespace

bool has_entry_on_every_line(std::string_view text) {
  constexpr std::size_t fewest = 3, longest = 5000;
  if (text.size() > longest || text.find('\n') == std::string_view::npos) return false;
  const auto all = lines(text);
  const auto is_entry = [](std::string_view line) { return std::count(line.begin(), line.end(), ',') == 1 && !line.ends_with(','); };
  const auto has_two = [&](std::string_view line) { return is_entry(line) && has_words(line.substr(0, line.find(',')), 2); };
  // "Ott, Mia\nvon Kern, Jo"
  const auto is_turned = [&](std::string_view line) { return is_entry(line) && !has_words(line, 5); };
  const auto entries = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), has_two)), turned = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_turned));
  return all.size() >= fewest && (entries * 5 >= all.size() * 4 || turned == all.size());
}

namespace {

class Cutter {
 public:
  Cutter(std::string_view text, const Context& context) : text_(text), context_(context) {
    const bool marked = text.find_first_of(",;\n") != std::string_view::npos;
    listed_ = text.find_first_of(",;") != std::string_view::npos && !has_entry_on_every_line(text);
    slashed_ = is_slashed(text);
    const auto close = text.find_last_of(")]");
    closed_ = close == std::string_view::npos ? 0 : close + 1;
    for (const std::string_view dash : {" – ", " - ", " — "})
      if (!marked && count_of(text, dash) >= 2) dash_ = dash;
  }

  std::vector<NameCut> run() {
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
    bool capitals = true;  // since the first word
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
      // "Mr J Ott Ms K Penn"
      const bool next_address = names == 1 && capitals && is_address(parts[first]) && is_address(word) && !is_address(parts[i - 1]);
      // "M. Steiner B. Knapp"
      const bool next_initial = names >= 1 && capitals && is_initial(word) && word.ends_with('.') && is_initial(parts[first]) && parts[first].ends_with('.') && !is_initial(parts[i - 1]);
      if (upper && (names >= 2 || next_address || next_initial) && (new_name || next_initial) && followed && !(is_given(word) && i > 0 && is_given(parts[i - 1]))) {
        pieces_.push_back({join(parts[first], parts[i - 1]), before_});
        before_ = ';';
        first = i;
        names = 0;
        capitals = true;
      }
      if (!upper && !context_.language.has("name_particles", word)) {
        names = 0;
        capitals = false;
      }
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

  // "Mia/Jo", "Mia Ott/Jo Kern": nothing but names with slashes between them.
  static bool is_slashed(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() > longest || text.find('/') == std::string_view::npos) return false;
    for (std::size_t begin = 0; begin <= text.size();) {
      const auto end = std::min(text.find('/', begin), text.size());
      const auto parts = words(text.substr(begin, end - begin));
      constexpr std::size_t most_words = 3;
      if (parts.empty() || parts.size() > most_words || std::any_of(parts.begin(), parts.end(), [](std::string_view word) { return !is_name_word(word) || is_all_capitals(word) || word.size() < 2; })) return false;
      begin = end + 1;
    }
    return true;
  }

  // The size of a mark that ends an entry.
  [[nodiscard]] std::size_t mark_at(std::size_t at) const {
    const char c = text_[at];
    if (c == ',' || c == ';' || c == '|') return 1;
    if (c == '/' && at + 1 < text_.size() && text_[at + 1] == ' ' && at > 0 && text_[at - 1] != '.') return 1;
    if (c == '/' && slashed_) return 1;
    for (const std::string_view bullet : {"•", "·", "●", "‧"})
      if (text_.substr(at).starts_with(bullet)) return bullet.size();
    if (!dash_.empty() && text_.substr(at).starts_with(dash_)) return dash_.size();
    if (c == ' ' && at + 1 < text_.size() && text_[at + 1] == '@' && text_[std::min(begin_, at)] == '@') return 1;
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
    const bool initial = word.ends_with('.') && is_upper(first_character(word));  // "U. Mang" is none of "u."
    if (initial || !context_.language.has("name_joiners", word) || word.size() == rest.size() || within_name(at, rest, word)) return wide_gap(at);
    end_piece(at, 'a');
    begin_ = static_cast<std::size_t>(word.data() + word.size() - text_.data());
    return begin_ - 1;
  }

  // "Eva von und zu Stein", "Ana Ruiz y Gómez": the word for "and" in a name.
  [[nodiscard]] bool within_name(std::size_t at, std::string_view rest, std::string_view word) const {
    const auto front = trim(text_.substr(begin_, at - begin_));
    constexpr std::size_t longest = 200;
    const auto behind = trim(after(rest, word).substr(0, longest));
    const auto next = first_word(behind);
    if (context_.language.has("name_particles", last_word(front)) && context_.language.has("name_particles", next)) return true;
    if (!context_.language.has("name_particles", word) || !has_words(parse_address(front, context_.language).rest, 2) || is_lower(first_character(last_word(front)))) return false;
    const auto entry = trim(behind.substr(0, behind.find_first_of(",;\n(")));
    const bool name = !has_words(entry, 2) && is_upper(first_character(entry)) && is_letter(last_character(entry)) && !context_.language.has("given_names", entry) && !context_.language.addresses(entry);
    return name && entry.size() < behind.size();
  }

  // Whether the source has a line end where the text has a blank.
  [[nodiscard]] bool ends_line(std::size_t at) const {
    if (at == 0 || at + 1 >= text_.size() || context_.minutes.source.dialect != "text") return false;
    const auto begin = context_.document.to_source(context_.range(text_.substr(at - 1, 1))).end, end = context_.document.to_source(context_.range(text_.substr(at + 1, 1))).begin;
    if (end <= begin + 1) return false;
    const auto gap = context_.source.text().substr(begin, end - begin);
    return gap.find('\n') != std::string_view::npos && gap.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  // In a text of two columns a wide gap in the source parts two entries.
  std::size_t wide_gap(std::size_t at) {
    if (text_[at] != ' ') return at;
    // In a column the lines of a cell stand below each other.
    if (ends_line(at) && !wraps(at) && has_words(text_.substr(begin_, at - begin_), 2)) {
      end_piece(at, '\n');
      begin_ = at + 1;
      return at;
    }
    const auto gap = context_.document.to_source(context_.range(text_.substr(at, 1)));
    if (gap.size() < 3 || trim(context_.source.text().substr(gap.begin, gap.size())).size() > 0) return at;
    constexpr std::size_t wide = 4;
    const bool column = gap.size() >= wide && context_.source.text().substr(gap.begin, gap.size()).find('\n') == std::string_view::npos;
    const auto fewest = column ? 1U : 2U;
    if (!has_words(text_.substr(begin_, at - begin_), fewest) || !has_words(text_.substr(at), fewest) || context_.language.addresses(trim(text_.substr(begin_, at - begin_)))) return at;
    end_piece(at, context_.source.text().substr(gap.begin, gap.size()).find('\n') == std::string_view::npos ? 'g' : '\n');
    begin_ = at + 1;
    return at;
  }

  std::string_view text_;
  const Context& context_;
  std::string_view dash_;
  bool slashed_ = false;    // nothing but names with slashes between them
  bool listed_ = false;     // it has commas or semicolons
  std::size_t closed_ = 0;  // behind its last closing bracket
  std::size_t begin_ = 0;
  char before_ = 0;
  std::vector<NameCut> pieces_;
};

}  // namespace

std::vector<NameCut> cut_names(std::string_view text, const Context& context) { return Cutter(text, context).run(); }

}  // namespace protokoll
