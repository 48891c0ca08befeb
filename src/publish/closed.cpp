#include "publish/closed.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "protokoll/mentions.hpp"
#include "publish/letters.hpp"
#include "readers/html/tags.hpp"

namespace protokoll::publishing {
namespace {

using html::Token, html::TokenKind;

// Items in document order, closed ones without those inside them.
void collect(const std::vector<AgendaItem>& items, std::vector<const AgendaItem*>& all) {
  for (const auto& item : items) {
    all.push_back(&item);
    if (item.is_public != false) collect(item.items, all);
  }
}

std::size_t end_of(const AgendaItem& item) {
  auto end = item.span.end;
  for (const auto& inner : item.items) end = std::max(end, end_of(inner));
  return end;
}

class ClosedFinder {
 public:
  ClosedFinder(const Source& source, const Markup& markup, const Language& language, bool titles_stay)
      : source_(source), markup_(markup), language_(language), titles_stay_(titles_stay), ends_(ends_of_elements(markup)) {}

  ClosedPart run(const Minutes& minutes) {
    std::vector<const AgendaItem*> items;
    collect(minutes.agenda, items);
    std::stable_sort(items.begin(), items.end(), [](const AgendaItem* a, const AgendaItem* b) { return a->span.begin < b->span.begin; });
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i]->is_public != false) continue;
      auto end = end_of(*items[i]);
      if (i + 1 < items.size() && items[i + 1]->is_public == false) end = std::max(end, items[i + 1]->span.begin);
      item(*items[i], text_span({items[i]->span.begin, end_of_unseen(minutes, end)}));
    }
    if (!titles_stay_) titles(items, minutes.language);
    return std::move(part_);
  }

 private:
  // Pictures and other things without words go with what stands in front of them.
  [[nodiscard]] std::size_t end_of_unseen(const Minutes& minutes, std::size_t end) const {
    const auto next = std::lower_bound(minutes.tiles.begin(), minutes.tiles.end(), end, [](const Tile& tile, std::size_t at) { return tile.span.begin < at; });
    return next == minutes.tiles.end() ? source_.bytes().size() : next->span.begin;
  }

  [[nodiscard]] Span text_span(Span bytes) const { return {source_.to_text(bytes.begin), source_.to_text(bytes.end)}; }

  void item(const AgendaItem& item, Span place) {
    Span kept{place.begin, place.begin};
    for (const auto& stays : {item.label.span, item.number.span, titles_stay_ ? item.title.span : Span{}})
      if (const auto span = text_span(stays); !stays.empty() && span.begin >= place.begin && span.end <= place.end) kept.end = std::max(kept.end, span.end);
    // What stands between the number and the title is markup.
    Cut cut{.kind = RemovalKind::closed_item, .pieces = removable({kept.end, place.end}), .mark = {}, .uncertain = {}, .words = {}, .people = {}};
    if (cut.pieces.empty()) return;
    for (const auto& piece : cut.pieces) cut.words += markup_.view(piece);
    const auto before = cut.pieces.front().begin > 0 ? markup_.text()[cut.pieces.front().begin - 1] : '\n';
    const bool apart = before == '>' || before == ' ' || before == '\n' || before == '\t';
    cut.mark = fmt::format("{}({})", apart ? "" : " ", language_.word("not_public"));
    part_.cuts.push_back(std::move(cut));
  }

  // All of a place but tags whose element begins or ends outside of it, and white space at its ends and between the cells of a line.
  [[nodiscard]] std::vector<Span> removable(Span place) const {
    std::vector<Span> pieces;
    const auto& tokens = markup_.tokens();
    auto at = static_cast<std::size_t>(std::lower_bound(tokens.begin(), tokens.end(), place.begin, [](const Token& token, std::size_t begin) { return token.end <= begin; }) - tokens.begin());
    const auto first = at, last = static_cast<std::size_t>(std::lower_bound(tokens.begin(), tokens.end(), place.end, [](const Token& token, std::size_t end) { return token.begin < end; }) - tokens.begin());
    std::vector<bool> matched(last - std::min(first, last), false);
    for (auto i = first; i < last; ++i)
      if (tokens[i].begin >= place.begin && ends_[i] > i && tokens[ends_[i]].end <= place.end) matched[i - first] = matched[ends_[i] - first] = true;
    for (; at < last; ++at) {
      const auto& token = tokens[at];
      const bool tag = token.kind == TokenKind::start_tag || token.kind == TokenKind::end_tag;
      const bool whole = token.begin >= place.begin && token.end <= place.end;
      if (tag && (!whole || (!matched[at - first] && !(html::traits(token.tag) & html::void_element)))) continue;
      Span piece{std::max(token.begin, place.begin), std::min(token.end, place.end)};
      if (token.kind == TokenKind::text) piece = without_ends(piece);
      if (piece.empty()) continue;
      if (!pieces.empty() && pieces.back().end == piece.begin) pieces.back().end = piece.end;
      else pieces.push_back(piece);
    }
    return pieces;
  }

  [[nodiscard]] Span without_ends(Span piece) const {
    const auto text = markup_.text();
    const auto is_space = [&](std::size_t i) { return text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t'; };
    while (piece.begin < piece.end && is_space(piece.begin)) ++piece.begin;
    while (piece.begin < piece.end && is_space(piece.end - 1)) --piece.end;
    return piece;
  }

  void titles(const std::vector<const AgendaItem*>& items, std::string_view language) {
    for (const auto* item : items) {
      if (item->is_public != false || !item->title || is_standing(item->title.value, language)) continue;
      const auto title = comparable(item->title.value);
      const bool shared = std::any_of(items.begin(), items.end(), [&](const AgendaItem* other) { return other->is_public != false && comparable(other->title.value) == title; });
      constexpr std::size_t shortest = 8;
      if (!shared && folded(item->title.value).size() >= shortest) part_.titles.push_back(item->title.value);
    }
  }

  const Source& source_;
  const Markup& markup_;
  const Language& language_;
  bool titles_stay_;
  std::vector<std::size_t> ends_;
  ClosedPart part_;
};

}  // namespace

ClosedPart find_closed(const Minutes& minutes, const Source& source, const Markup& markup, const Language& language, bool titles_stay) {
  return ClosedFinder(source, markup, language, titles_stay).run(minutes);
}

}  // namespace protokoll::publishing
