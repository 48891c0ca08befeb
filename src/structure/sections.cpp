#include "structure/sections.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "facts/votes/votes.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t longest_label = 90;  // bytes; beyond that a colon belongs to a sentence

struct SectionKey {
  std::string_view key;
  SectionKind kind;
};
constexpr SectionKey section_keys[] = {
    {"report", SectionKind::report},          {"discussion", SectionKind::discussion},    {"decision", SectionKind::decisions},
    {"decisions", SectionKind::decisions},    {"agreement", SectionKind::agreements},     {"agreements", SectionKind::agreements},
    {"recommendation", SectionKind::decisions}, {"noted", SectionKind::decisions},        {"election", SectionKind::decisions},
    {"action", SectionKind::actions},         {"actions", SectionKind::actions},          {"vote", SectionKind::votes},
    {"motion", SectionKind::other},           {"next", SectionKind::other},               {"attachments", SectionKind::other},
    {"note", SectionKind::other},
};

// "Beschluss 2018/3", "Beschluss Nr. 4 (einstimmig)": the words that may be looked up.
std::string_view label_words(std::string_view text, const Language& language) {
  text = trim(text, U"*_„“\"[]");
  if (!text.empty() && text.back() == ')') {
    const auto open = text.rfind('(');
    if (open != std::string_view::npos) text = trim(text.substr(0, open));
  }
  auto end = text.size();
  while (end > 0 && std::string_view("0123456789/.-# ").find(text[end - 1]) != std::string_view::npos) --end;
  if (end == 0) return {};
  auto stem = text.substr(0, end);
  const auto space = stem.find_last_of(' ');
  if (end < text.size() && space != std::string_view::npos && (stem.size() - space <= 3 || language.has("number_signs", stem.substr(space + 1)))) {
    // A short word in front of the number: "Nr", "No", "N.º".
    const auto shorter = trim(stem.substr(0, space));
    if (!shorter.empty()) return text.size() == end ? stem : shorter;
  }
  return stem;
}

LabelHit look_up(std::string_view words, std::string_view heading, std::string_view rest, const Language& language) {
  for (const auto candidate : {trim(words, U"*_„“\"[]"), label_words(words, language)}) {
    if (candidate.empty()) continue;
    const auto& keys = language.label(candidate);
    if (!keys.empty()) return {&keys, heading, trim(rest)};
  }
  return {};
}


// The first colon; one between brackets ("Decision (6:0:1): …") is none of the label's.
std::size_t colon_of_label(std::string_view front) {
  const auto colon = front.find(':'), open = front.find('(');
  if (colon == std::string_view::npos || open > colon) return colon;
  const auto close = front.find(')', open);
  return close == std::string_view::npos || close < colon ? colon : front.find(':', close);
}

// The end of the run that the piece begins with, if it is set off by its style.
std::string_view styled_front(const Piece& piece, const Context& context) {
  const auto& block = context.block(piece);
  for (auto i = block.first_run; i < block.last_run; ++i) {
    const auto& run = context.document.runs[i];
    if (run.range.end <= piece.range.begin) continue;
    if (run.range.begin > piece.range.begin || !(run.style & (bold | italic | underline))) return {};
    return context.view(Range{piece.range.begin, std::min(run.range.end, piece.range.end)});
  }
  return {};
}

}  // namespace

bool LabelHit::is(std::string_view key) const { return keys && std::find(keys->begin(), keys->end(), key) != keys->end(); }

LabelHit find_label(std::string_view text, const Language& language) {
  const auto front = text.substr(0, longest_label);
  const auto colon = colon_of_label(front);
  // "ACUERDO N.º 3.- Aprobar …": a full stop with a dash ends labels as well.
  if (const auto stop = front.substr(0, colon).find(".-"); stop != std::string_view::npos)
    if (auto hit = look_up(text.substr(0, stop), text.substr(0, stop + 2), text.substr(stop + 2), language)) return hit;
  if (colon == std::string_view::npos) return {};
  return look_up(text.substr(0, colon), text.substr(0, colon + 1), text.substr(colon + 1), language);
}

LabelHit find_label(const Piece& piece, const Context& context) {
  const auto text = context.view(piece);
  if (auto hit = find_label(text, context.language)) return hit;
  if (text.size() <= longest_label)
    // "Adopted (5/1/1)" is the end of a motion.
    if (auto hit = look_up(trim(text, U":."), text, text.substr(text.size()), context.language); hit && !(has_digit(text) && is_vote_line(text, context))) return hit;
  const auto front = styled_front(piece, context);
  if (front.empty() || front.size() > longest_label) return {};
  return look_up(trim(front, U":.–-"), front, after(text, front), context.language);
}

SectionKind SectionDraft::kind() const {
  for (const auto& known : section_keys)
    if (known.key == key) return known.kind;
  return SectionKind::report;
}

namespace {

std::string_view section_key(const LabelHit& hit) {
  for (const auto& key : *hit.keys)
    for (const auto& known : section_keys)
      if (known.key == key) return known.key;
  return {};
}

}  // namespace

namespace {

// Cuts a piece where a line or a sentence in it begins with the label of a section.
std::vector<Piece> cut_at_labels(const Piece& piece, const Context& context) {
  const auto text = context.view(piece);
  std::vector<std::string_view> starts;
  if (text.find(':') != std::string_view::npos && !context.in_data_cell(piece))
    for (const auto line : lines(text))
      for (const auto sentence : context.sentences(line)) starts.push_back(sentence);
  std::vector<Piece> pieces{piece};
  for (std::size_t i = 1; i < starts.size(); ++i) {
    const auto hit = find_label(starts[i], context.language);
    if (!hit || section_key(hit).empty()) continue;
    const auto begin = context.range(starts[i]).begin;
    pieces.back().range.end = context.range(trim(context.view(Range{pieces.back().range.begin, begin}))).end;
    pieces.push_back({piece.block, {begin, piece.range.end}});
  }
  return pieces;
}

std::int32_t row_of(const Piece& piece, const Context& context) { return context.document.enclosing(context.block(piece).container, ContainerKind::row); }

// "We buy new mats. | Decision | |": a label alone in a cell that only follows its text in the row tells what that text is.
bool closes_row(const std::vector<Piece>& pieces, std::size_t at, const LabelHit& hit, const Context& context) {
  if (at == 0 || !hit || !hit.rest.empty() || hit.heading.ends_with(':')) return false;
  constexpr std::size_t fewest_words = 3;  // "No. | Decision" heads columns
  if (!has_words(context.view(pieces[at - 1]), fewest_words)) return false;
  const auto row = row_of(pieces[at], context);
  const auto cell = [&](std::size_t i) { return context.document.enclosing(context.block(pieces[i]).container, ContainerKind::cell); };
  if (row < 0 || row_of(pieces[at - 1], context) != row || cell(at - 1) == cell(at)) return false;
  return at + 1 == pieces.size() || row_of(pieces[at + 1], context) != row;
}

constexpr std::array<std::string_view, 5> deciding{"decision", "decisions", "agreement", "agreements", "noted"};

bool decides(std::string_view key) { return std::find(deciding.begin(), deciding.end(), key) != deciding.end(); }

// "Decision | We buy new mats. | |": a label alone in the first cell of a row of data, a sentence in the next one.
bool opens_row(const std::vector<Piece>& pieces, std::size_t at, const Context& context) {
  const auto row = row_of(pieces[at], context);
  if (row < 0 || at + 1 == pieces.size() || row_of(pieces[at + 1], context) != row || (at > 0 && row_of(pieces[at - 1], context) == row)) return false;
  const auto hit = find_label(pieces[at], context);
  constexpr std::size_t fewest_words = 4;
  const auto beside = context.view(pieces[at + 1]);
  return hit && hit.rest.empty() && decides(section_key(hit)) && has_words(beside, fewest_words) && trim(beside).ends_with('.');
}

// The texts of that row, from those in front of the label, go under it.
void label_row(std::vector<SectionDraft>& sections, const Piece& label, const LabelHit& hit, std::string_view key, const Context& context) {
  SectionDraft labelled{hit, key, {}};
  auto& before = sections.back().pieces;
  auto first = before.end();
  while (first != before.begin() && row_of(*std::prev(first), context) == row_of(label, context)) --first;
  if (!decides(key) || first == before.end()) return before.push_back(label);
  labelled.pieces.assign(first, before.end());
  before.erase(first, before.end());
  if (before.empty() && !sections.back().label) sections.pop_back();
  sections.push_back(std::move(labelled));
  sections.push_back({});
}

}  // namespace

std::vector<SectionDraft> split_sections(const std::vector<Piece>& body, const Context& context) {
  std::vector<SectionDraft> sections;
  std::vector<Piece> cut;
  for (const auto& piece : body)
    if (!piece.range.empty())
      for (const auto& part : cut_at_labels(piece, context)) cut.push_back(part);
  std::uint8_t level = 0;  // of the heading that opened the last section; 0 if none did
  std::int32_t open_row = -1;  // of the label in front of its text
  for (std::size_t i = 0; i < cut.size(); ++i) {
    const auto& piece = cut[i];
    const auto& block = context.block(piece);
    const auto heading = block.kind == BlockKind::heading ? block.level : std::uint8_t{0};
    const bool data = context.in_data_cell(piece), opens = data && opens_row(cut, i, context);
    const auto hit = data && !opens ? LabelHit{} : find_label(piece, context);
    if (open_row >= 0 && row_of(piece, context) != open_row) sections.push_back({}), open_row = -1;
    if (opens) open_row = row_of(piece, context);
    const auto key = hit ? section_key(hit) : std::string_view{};
    if (!key.empty() && !sections.empty() && closes_row(cut, i, hit, context)) {
      label_row(sections, piece, hit, key, context);
      continue;
    }
    if (!key.empty()) {
      sections.push_back({hit, key, {}});
      level = heading;
      if (!hit.rest.empty()) sections.back().pieces.push_back({piece.block, context.range(hit.rest)});
      continue;
    }
    // What another heading opens is no longer under this one.
    const bool ends = level != 0 && heading != 0 && heading <= level;
    if (ends) level = 0;
    if (sections.empty() || ends) sections.push_back({});
    sections.back().pieces.push_back(piece);
  }
  if (!sections.empty() && !sections.back().label && sections.back().pieces.empty()) sections.pop_back();
  return sections;
}

}  // namespace protokoll
