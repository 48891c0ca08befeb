#include "facts/items/item_title.hpp"

#include <algorithm>

#include "facts/items/presenters.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// The bold part in front of a piece, if only a part of it is bold.
std::string_view leading_bold(const Piece& piece, const Context& context) {
  const auto& document = context.document;
  const auto& block = context.block(piece);
  Range bold_range{piece.range.begin, piece.range.begin};
  for (auto i = block.first_run; i < block.last_run; ++i) {
    const auto& run = document.runs[i];
    if (run.range.end <= piece.range.begin) continue;
    const bool blank = trim(document.view(run.range)).empty();
    if (!(run.style & bold) && !blank) break;
    if (run.range.begin > bold_range.end) break;
    if (!blank) bold_range.end = std::min(run.range.end, piece.range.end);
    else if (run.range.begin == bold_range.end) bold_range.end = std::min(run.range.end, piece.range.end);
  }
  return trim(document.view(bold_range));
}

constexpr std::u32string_view separators = U",;:–—-/|";

struct Word {
  std::string_view text;
  bool comma_behind = false;
};

// The text of a parenthesis at the front of `text`, with its brackets; empty if there is none or it never closes.
std::string_view parenthesis(std::string_view text) {
  if (text.empty() || text[0] != '(') return {};
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '(';
    if (text[i] == ')' && --depth == 0) return text.substr(0, i + 1);
  }
  return {};
}

// Names in front of `place` in `rest`, going back from it: at most three name words, fewer where a given name is known to begin there.
std::string_view name_before(std::string_view rest, std::size_t place, std::size_t from, const Context& context) {
  const auto head = rest.substr(from, place - from);
  auto parts = words(trim(head, separators));
  std::vector<std::string_view> name;
  bool addressed = false;  // "Frau Weber": behind an address one word is a name
  while (!parts.empty() && name.size() < 4) {
    const auto word = parts.back();
    const bool particle = !name.empty() && context.language.has("name_particles", word) && parts.size() > 1 && is_name_word(parts[parts.size() - 2]);
    if (!is_name_word(word) && !particle) break;
    if (is_all_capitals(word) && word.size() > 3 && !name.empty()) break;
    name.push_back(word);
    parts.pop_back();
    addressed = !parts.empty() && (context.language.has("academic_titles", parts.back()) || context.language.has("honorifics", parts.back()));
    if (addressed || parts.empty()) break;
    const bool initial = word.size() <= 3 && word.back() == '.';
    if (name.size() >= 2 && !particle && !initial) {
      // Two words make a name; a third belongs to it only if the given names say so.
      if (!(context.language.has("given_names", name.back()) && context.language.has("given_names", parts.back()))) break;
    }
  }
  return name.size() < 2 && !addressed ? std::string_view{} : join(name.back(), name.front());
}

// Honorific and titles printed right in front of a name.
NameMatch with_address(std::string_view rest, std::size_t from, std::string_view name, const Context& context) {
  NameMatch match{.text = name, .name = name};
  auto head = rest.substr(from, static_cast<std::size_t>(name.data() - rest.data()) - from);
  while (true) {
    const auto parts = words(head);
    if (parts.empty()) break;
    const auto word = parts.back();
    const bool honorific = context.language.has("honorifics", word);
    if (!honorific && !context.language.has("academic_titles", word)) break;
    (honorific ? match.honorific : match.title) = honorific || match.title.empty() ? word : join(word, match.title);
    match.text = join(word, name);
    head = before(head, word);
    if (honorific) break;
  }
  return match;
}

bool is_firm(const NameMatch& match, bool fills_all, const Context& context, const NameEvidence& evidence) {
  const auto given = words(match.name).front();
  return !match.title.empty() || !match.honorific.empty() || evidence.knows(last_word(match.name)) || context.language.has("given_names", given) ||
         (fills_all && !context.language.has("no_given_names", given));
}

// "Affiliation - Role" behind a name without parentheses.
void set_affiliation(NameMatch& match, std::string_view text) {
  text = trim(text, separators);
  if (text.empty()) return;
  for (const std::string_view dash : {" - ", " – ", ", "}) {
    if (const auto at = text.find(dash); at != std::string_view::npos) {
      match.affiliation = trim(text.substr(0, at));
      match.role = trim(text.substr(at + dash.size()), separators);
      break;
    }
  }
  if (match.affiliation.empty()) match.affiliation = text;
  match.text = join(match.text, text);
}

// Persons with "(affiliation)" behind the name.
std::vector<NameMatch> with_parentheses(std::string_view rest, const Context& context, const NameEvidence& evidence) {
  std::vector<NameMatch> found;
  std::size_t from = 0;
  for (std::size_t open = rest.find('('); open != std::string_view::npos;) {
    const auto group = parenthesis(rest.substr(open));
    if (group.empty()) break;
    const auto name = name_before(rest, open, from, context);
    if (!name.empty()) {
      auto match = with_address(rest, from, name, context);
      const bool fills_all = trim(before(rest, match.text).substr(from), separators).empty();
      if (is_firm(match, fills_all, context, evidence)) {
        match.affiliation = trim(group.substr(1, group.size() - 2));
        match.text = join(match.text, group);
        found.push_back(match);
        from = open + group.size();
      }
    }
    open = rest.find('(', open + group.size());
  }
  return found;
}

// A person without parentheses, known from the body: "Thomas Weber Netzwerk Nord - Mitglied des Vorstands".
std::vector<NameMatch> by_evidence(std::string_view rest, const Context& context, const NameEvidence& evidence) {
  std::vector<NameMatch> found;
  const auto parts = words(rest);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto last = trim(parts[i], U",;:");
    const bool known = evidence.knows(last);
    const bool given = i + 1 < parts.size() && i == 0 && context.language.has("given_names", last) && is_name_word(trim(parts[1], U",;:"));
    if (!known && !given) continue;
    const auto end = given && !known ? trim(parts[1], U",;:") : last;
    const auto first = given && !known ? last : i > 0 && is_name_word(parts[i - 1]) && !context.language.has("academic_titles", parts[i - 1]) ? parts[i - 1] : last;
    auto match = with_address(rest, 0, join(first, end), context);
    if (match.honorific.empty() && match.title.empty() && words(match.name).size() < 2) continue;
    set_affiliation(match, after(rest, end));
    found.push_back(match);
    break;
  }
  return found;
}

}  // namespace

TitleParts split_title(const std::vector<Piece>& pieces, const Context& context, const NameEvidence& evidence) {
  TitleParts parts;
  if (pieces.empty()) return parts;
  const auto whole = trim(join(context.view(pieces.front()), context.view(pieces.back())));
  const auto bold_part = leading_bold(pieces.front(), context);
  parts.title = bold_part.empty() ? whole : bold_part;
  const auto rest = trim(after(whole, parts.title));
  if (rest.empty()) return parts;
  parts.presenters = with_parentheses(rest, context, evidence);
  if (parts.presenters.empty()) parts.people = people_alone(rest, context);
  if (!parts.people.empty()) {
    parts.presenter_text = rest;
    return parts;
  }
  if (parts.presenters.empty()) parts.presenters = by_evidence(rest, context, evidence);
  if (parts.presenters.empty()) {
    parts.subtitle = trim(rest, U"–—-:,;");
    return parts;
  }
  parts.presenter_text = {parts.presenters.front().text.data(), static_cast<std::size_t>(rest.data() + rest.size() - parts.presenters.front().text.data())};
  parts.subtitle = trim(before(rest, parts.presenter_text), U"–—-:,;");
  return parts;
}

}  // namespace protokoll
