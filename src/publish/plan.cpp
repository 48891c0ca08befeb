#include "publish/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "languages/languages.hpp"
#include "publish/closed.hpp"
#include "publish/contacts.hpp"
#include "publish/frames.hpp"
#include "publish/hidden.hpp"

namespace protokoll::publishing {

bool all_kept(const PrivatePeople& people, const NamePlace& place) {
  return std::all_of(place.people.begin(), place.people.end(), [&](std::uint32_t number) { return people.at(number).kept; });
}

Patterns string_patterns(const std::vector<std::string>& strings) {
  Patterns patterns;
  constexpr std::size_t shortest = 5;
  for (const auto& string : strings)
    if (const auto letters = folded(string); letters.size() >= shortest) patterns.add(letters, 0);
  patterns.finish();
  return patterns;
}

std::vector<LetterRange> find_strings(const NameText& text, const Patterns& patterns) {
  std::vector<LetterRange> found;
  for (const auto& hit : patterns.find(text.letters))
    if (parts_words(text.letters[hit.range.begin].gap) && parts_words(text.letters[hit.range.end].gap)) found.push_back(hit.range);
  return found;
}

Language Plan::read_minutes(std::string_view bytes, const PublishOptions& options) {
  if (bytes.size() > options.read.max_bytes) throw std::invalid_argument("is larger than --max-bytes; what is not read cannot be published");
  auto read_options = options.read;
  read_options.tiles = true;
  minutes = read(bytes, read_options);
  const auto& languages = options.read.languages ? *options.read.languages : built_in_languages();
  const auto* found = languages.find(minutes.language);
  return found ? *found : *built_in_languages().find("en");
}

Plan::Plan(std::string_view bytes, const PublishOptions& options) : source(bytes), language(read_minutes(bytes, options)), people(language) {
  const Markup markup(source.text());
  auto hidden = find_hidden(markup);
  auto closed = find_closed(minutes, source, markup, language, options.closed_titles);
  const auto signs = read_signs(markup);
  std::vector<NameText> texts;
  texts.emplace_back(signs.shown, true);
  texts.emplace_back(signs.inside, false);
  // What comes first has the place: nothing else is to be said of what is gone as a whole.
  cuts = std::move(closed.cuts);
  std::move(hidden.cuts.begin(), hidden.cuts.end(), std::back_inserter(cuts));
  for (const auto& text : texts)
    for (auto& cut : find_contacts(text.signs, text.prose, language)) {
      // A handle without its mark is a word like others.
      if (cut.kind != RemovalKind::handle) strings.push_back(cut.words);
      cuts.push_back(std::move(cut));
    }
  std::vector<std::string> numbers, addresses;
  for (const auto& string : strings) (string.find('@') == std::string::npos && folded(string).front() <= '9' ? numbers : addresses).push_back(string);
  add_strings(texts, addresses, RemovalKind::email, std::string(gap_mark), "an address that stands elsewhere as well");
  add_strings(texts, numbers, RemovalKind::telephone, std::string(gap_mark), "a number that stands elsewhere as well");
  add_strings(texts, closed.titles, RemovalKind::closed_item, fmt::format("({})", language.word("not_public")), "its title is that of a closed item");
  strings.insert(strings.end(), closed.titles.begin(), closed.titles.end());
  find_people(options, texts, hidden.authors);
  add_names(options, texts);
  cuts = without_overlaps(std::move(cuts));
  set_marks();
}

void Plan::add_strings(const std::vector<NameText>& texts, const std::vector<std::string>& wanted, RemovalKind kind, const std::string& mark, const std::string& uncertain) {
  if (wanted.empty()) return;
  const auto patterns = string_patterns(wanted);
  for (const auto& text : texts)
    for (const auto& range : find_strings(text, patterns)) {
      const auto place = signs_of(text.letters, range, text.signs);
      cuts.push_back({kind, pieces(text.signs, place.begin, place.end), mark, uncertain, text.text(range), {}});
    }
}

void Plan::find_people(const PublishOptions& options, const std::vector<NameText>& texts, const std::vector<std::string>& authors) {
  people.add(minutes, options);
  for (const auto& author : authors) people.add(author, true);
  // What is found beside names may stand beside others.
  constexpr int rounds = 12;
  for (int round = 0; round < rounds; ++round) {
    const auto before = people.all().size();
    const auto patterns = people.patterns();
    const NameJudge judge(people, options);
    std::vector<FoundName> found;
    for (const auto& text : texts)
      for (auto& name : find_frames(text, find_names(text, people, patterns, judge), language)) found.push_back(std::move(name));
    for (const auto& name : found) people.add(name.name, name.sure);
    if (people.all().size() == before) break;
  }
  people.keep(options.keep_names);
}

namespace {

// A value of an attribute with a blank in it is a sentence for people; else it is an address, a file or a key.
bool stands_in_address(const NameText& text, LetterRange range) {
  const auto place = signs_of(text.letters, range, text.signs);
  const auto is_border = [&](std::size_t at) { return !text.signs[at].is_character(); };
  constexpr std::size_t farthest = 200;
  const auto is_mark = [](char32_t c) { return c == '/' || c == '@' || c == '_' || c == '=' || c == '#' || c == '&'; };
  bool blank_found = false, mark_found = false;
  for (auto at = place.begin; at > 0 && !is_border(at - 1) && place.begin - at < farthest; --at) {
    if (text.signs[at - 1].code == ' ' || text.signs[at - 1].code == '\n') {
      blank_found = true;
      break;
    }
    mark_found = mark_found || is_mark(text.signs[at - 1].code);
  }
  for (auto at = place.end; at < text.signs.size() && !is_border(at) && at - place.end < farthest; ++at) {
    if (text.signs[at].code == ' ' || text.signs[at].code == '\n') {
      blank_found = true;
      break;
    }
    mark_found = mark_found || is_mark(text.signs[at].code);
  }
  return mark_found || (!text.prose && !blank_found);
}

}  // namespace

void Plan::add_names(const PublishOptions& options, const std::vector<NameText>& texts) {
  const auto patterns = people.patterns();
  const NameJudge judge(people, options);
  std::vector<Cut> initials;
  for (const auto& text : texts) {
    const auto names = find_names(text, people, patterns, judge);
    const auto add = [&](const NamePlace& place, std::vector<Cut>& to) {
      if (all_kept(people, place)) return;
      const auto where = signs_of(text.letters, place.range, text.signs);
      Cut cut{place.initials ? RemovalKind::initials : RemovalKind::name, pieces(text.signs, where.begin, where.end), {}, place.uncertain, text.text(place.range), place.people, false, !place.part};
      cut.in_address = stands_in_address(text, place.range);
      if (!cut.pieces.empty()) to.push_back(std::move(cut));
    };
    for (const auto& place : names) add(place, cuts);
    for (const auto& place : find_initials(text, people, names)) add(place, initials);
  }
  std::move(initials.begin(), initials.end(), std::back_inserter(cuts));
}

namespace {

// A, B, … Z, AA, AB, …
std::string letters_for(std::size_t number) {
  std::string letters;
  for (auto rest = number + 1; rest > 0; rest = (rest - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

}  // namespace

void Plan::set_marks() {
  std::vector<std::size_t> mark_of(people.all().size(), static_cast<std::size_t>(-1));
  const auto named = [](const Cut& cut) { return cut.kind == RemovalKind::name || cut.kind == RemovalKind::initials; };
  for (auto& cut : cuts) {
    if (!named(cut)) continue;
    if (cut.people.size() != 1 || !cut.whole_word) {
      cut.mark = gap_mark;
      continue;
    }
    const auto number = cut.people.front();
    if (mark_of[number] == static_cast<std::size_t>(-1)) {
      mark_of[number] = marked.size();
      marked.push_back({fmt::format("{} {}", language.word("member"), letters_for(marked.size())), people.at(number).name, 0});
    }
    auto& mark = marked[mark_of[number]];
    ++mark.places;
    cut.mark = mark.mark;
    if (cut.in_address) std::replace(cut.mark.begin(), cut.mark.end(), ' ', '-');
  }
}

}  // namespace protokoll::publishing
