#include <algorithm>

#include "readers/markdown/lines.hpp"

namespace protokoll::markdown {
namespace {

// What md4c 0.4 does in more than linear time, found by feeding it hostile files, and how much of it is let through: far more
// than minutes have, and no more than a second's work.
constexpr std::size_t most_nested = 200;                 // containers that one line opens; each costs time on every line that follows
constexpr std::size_t widest_nesting = 1000;             // columns of indentation in front of one
constexpr std::size_t most_cells = 4'000'000;            // every row of a table is filled up to its number of columns
constexpr std::size_t most_link_work = 500'000'000;      // a link's target is looked through for every use
constexpr std::size_t most_autolink_work = 100'000'000;  // every bare link walks to the end of its paragraph

std::size_t count(std::string_view text, std::string_view wanted) {
  std::size_t found = 0;
  for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + wanted.size())) ++found;
  return found;
}

// Sums up the costs line by line; a stretch is what lies between two blank lines, at least as much as a paragraph.
class Costs {
 public:
  void add(std::string_view text, Piece place) {
    const auto line = text.substr(place.offset, place.size);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return end_stretch();
    add_nesting(text, place);
    add_table(line);
    add_links(line);
  }

  void end_stretch() {
    columns_ = 0;
    autolink_work_ += links_ * (marks_ + longest_run_);
    longest_definition_ = std::max(longest_definition_, definition_);
    links_ = marks_ = longest_run_ = definition_ = 0;
    in_definition_ = in_title_ = false;
  }

  [[nodiscard]] Bounds bounds() const {
    if (nested_) return {"lists and quotes are nested too deep"};
    if (cells_ > most_cells) return {"a table has too many columns"};
    if (longest_definition_ * brackets_ > most_link_work) return {"a link definition is too long"};
    return {{}, autolink_work_ <= most_autolink_work};
  }

 private:
  void add_nesting(std::string_view text, Piece place) {
    const auto prefix = line_prefix(text, place, place.end());
    nested_ = nested_ || prefix.markers.size() + prefix.quotes > most_nested ||
              (prefix.markers.size() + prefix.quotes > 0 && prefix.end - place.offset > widest_nesting);
  }

  void add_table(std::string_view line) {
    cells_ += columns_;
    const auto pipes = count(line, "|");
    if (pipes > 0 && line.find_first_not_of("|:- \t\r>") == std::string_view::npos) columns_ = std::max(columns_, pipes + 1);
  }

  void add_links(std::string_view line) {
    links_ += count(line, "www.") + count(line, "://");
    std::size_t run = 0;
    for (const char c : line) {
      marks_ += mark_characters.find(c) != std::string_view::npos;
      brackets_ += c == '[';
      run = c == ' ' || c == '\t' ? 0 : run + 1;
      longest_run_ = std::max(longest_run_, run);
    }
    add_definition(line);
  }

  void add_definition(std::string_view line) {
    const bool begins = line.find("]:") != std::string_view::npos;
    if (begins && !in_title_) {
      longest_definition_ = std::max(longest_definition_, definition_);
      definition_ = 0;
    }
    in_definition_ = in_definition_ || begins;
    if (!in_definition_) return;
    definition_ += line.size();
    in_title_ = in_title_ || opens_title(line);
  }

  // A definition's title may go on over many lines, also such as look like definitions.
  static bool opens_title(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] != '"' && line[at] != '\'' && line[at] != '(') continue;
      if (at > 0 && line[at - 1] != ' ' && line[at - 1] != '\t') continue;
      const auto last = line.find_last_not_of(" \t\r");
      return last == at || line[last] != (line[at] == '(' ? ')' : line[at]) || line[last - 1] == '\\';
    }
    return false;
  }

  static constexpr std::string_view mark_characters = "\\*_`&;<>[]!~@:.|";

  bool nested_ = false, in_definition_ = false, in_title_ = false;
  std::size_t columns_ = 0, cells_ = 0;
  std::size_t links_ = 0, marks_ = 0, longest_run_ = 0, autolink_work_ = 0;
  std::size_t definition_ = 0, longest_definition_ = 0, brackets_ = 0;
};

}  // namespace

Bounds bounds(std::string_view body) {
  Costs costs;
  for (std::size_t at = 0; at < body.size();) {
    const auto end = std::min(body.find('\n', at), body.size());
    costs.add(body, {at, end - at});
    at = end + 1;
  }
  costs.end_stretch();
  return costs.bounds();
}

}  // namespace protokoll::markdown
