#include "writers/html/marked_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "writers/support/page.hpp"

namespace protokoll::html_page {
namespace {

/// So many facts are marked at one place at most, those that begin there first; the lists have them all.
constexpr std::size_t most_at_once = 16;

struct StyleTag {
  Style style;
  std::string_view tag;
};
constexpr StyleTag style_tags[] = {{bold, "b"}, {italic, "i"}, {underline, "u"}, {strike, "s"}, {monospace, "code"}, {raised, "sup"}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::string safe_link(std::string_view href) {
  // As browsers do (https://url.spec.whatwg.org/#concept-basic-url-parser): controls and blanks count for nothing, a backslash is a slash.
  std::string address;
  for (const char c : href)
    if (static_cast<unsigned char>(c) > ' ' && c != '\x7F') address += c == '\\' ? '/' : c;
  if (address.empty() || address.starts_with('#') || address.starts_with("//")) return {};
  const auto end = address.find_first_of(":/?#");
  if (end == std::string::npos || address[end] != ':') return html(address);
  auto scheme = address.substr(0, end);
  if (!std::ranges::all_of(scheme, [](char c) { return is_letter(c); })) return {};
  std::ranges::transform(scheme, scheme.begin(), [](char c) { return static_cast<char>(c | 0x20); });
  constexpr std::array<std::string_view, 4> known = {"https", "http", "mailto", "tel"};
  return std::ranges::find(known, scheme) == known.end() ? std::string() : html(address);
}

MarkedText::MarkedText(const PrintedDocument& printed, const std::vector<Fact>& facts, const std::vector<std::string>& kinds, std::string& out)
    : printed_(printed), facts_(facts), kinds_(kinds), out_(out) {
  for (std::size_t i = 0; i < facts.size(); ++i)
    for (std::size_t j = 0; j < facts[i].places.size(); ++j) places_.push_back({facts[i].places[j], i, j == 0});
  // What holds other facts comes before them.
  std::ranges::stable_sort(places_, [](const Place& a, const Place& b) { return std::pair(a.range.begin, b.range.end) < std::pair(b.range.begin, a.range.end); });
}

void MarkedText::write(const TextBlock& block) {
  const auto& document = printed_.document();
  for (auto i = block.first_run; i < block.last_run; ++i) {
    const auto& run = document.runs[i];
    for (auto at = std::max(run.range.begin, block.range.begin), end = std::min(run.range.end, block.range.end); at < end;) {
      open_places(at);
      auto stop = next_ < places_.size() ? std::min(end, places_[next_].range.begin) : end;
      for (const auto& place : open_) stop = std::min(stop, place.range.end);
      piece({at, stop}, run);
      at = stop;
    }
  }
  open_places(block.range.end);
}

void MarkedText::finish() { open_places(static_cast<std::uint32_t>(printed_.document().text.size())); }

/// Opens the places that begin at `at`, or began in front of it where nothing is shown; closes those that are over.
void MarkedText::open_places(std::uint32_t at) {
  std::erase_if(open_, [&](const Place& place) { return place.range.end <= at; });
  for (; next_ < places_.size() && places_[next_].range.begin <= at; ++next_) {
    const auto& place = places_[next_];
    if (place.first) anchor(facts_[place.fact]);
    if (place.range.end > at && open_.size() < most_at_once) open_.push_back(place);
  }
}

/// A fact's place in the text: what its entry in the lists leads to, and a way back. It shows a sign that is no text.
void MarkedText::anchor(const Fact& fact) {
  const auto kind = static_cast<std::size_t>(fact.kind);
  out_ += fmt::format("<a class=\"at {0}\" id=\"{1}\" href=\"#list-{1}\" aria-label=\"{2}{3}\"></a>", name(fact.kind), fact.id, fact.kind == Kind::item ? std::string() : html(kinds_[kind]) + ": ", html(fact.title));
}

void MarkedText::piece(Range range, const Run& run) {
  const auto& document = printed_.document();
  std::string close;
  const auto open = [&](std::string_view tag, std::string_view attributes = "") {
    out_ += fmt::format("<{}{}>", tag, attributes);
    close.insert(0, fmt::format("</{}>", tag));
  };
  if (!open_.empty()) {
    std::string classes, numbers;
    for (const auto& place : open_) {
      const auto kind = name(facts_[place.fact].kind);
      if (classes.find(kind) == std::string::npos) classes += fmt::format("{}{}", classes.empty() ? "" : " ", kind);
      numbers += fmt::format("{}{}", numbers.empty() ? "" : " ", place.fact);
    }
    open("mark", fmt::format(" class=\"{}\" data-facts=\"{}\"", classes, numbers));
  }
  if (run.link >= 0) {
    const auto& href = document.links[static_cast<std::size_t>(run.link)].href;
    const auto safe = safe_link(href);
    if (safe.empty()) open("span", " class=\"link\"");
    else open("a", fmt::format(" href=\"{}\" rel=\"noreferrer noopener\"", safe));
  }
  for (const auto& [style, tag] : style_tags)
    if (run.style & style) open(tag);
  out_ += html(document.view(range));
  out_ += close;
}

}  // namespace protokoll::html_page
