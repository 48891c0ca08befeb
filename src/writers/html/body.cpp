#include "writers/html/body.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace protokoll::html_page {
namespace {

bool is_entry(ContainerKind kind) { return kind == ContainerKind::item || kind == ContainerKind::term || kind == ContainerKind::definition; }

/// More columns than a browser takes mean all of them (https://html.spec.whatwg.org/multipage/tables.html#attr-tdth-colspan).
constexpr std::string_view row_of_one_cell = "<tr><td colspan=\"1000\">";

}  // namespace

Body::Body(const PrintedDocument& printed, MarkedText& text, const std::vector<MarginNote>& notes, std::string& out)
    : document_(printed.document()), text_(text), notes_(notes), out_(out), is_open_(document_.containers.size()) {
  find_shown();
}

/// Shown is what holds text, and the empty cells, rows and entries of what does.
void Body::find_shown() {
  const auto& containers = document_.containers;
  shown_.assign(containers.size(), false);
  clean_terms_.assign(containers.size(), true);
  std::vector<bool> has_term(containers.size()), has_definition(containers.size());
  for (const auto& block : document_.blocks) {
    if (block.container >= 0) clean_terms_[block.container] = false;
    for (auto c = block.container; c >= 0 && !shown_[c]; c = containers[c].parent) shown_[c] = true;
  }
  holds_text_ = shown_;
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const auto parent = containers[c].parent;
    if (parent < 0) continue;
    const auto kind = containers[c].kind;
    if (kind == ContainerKind::row || kind == ContainerKind::cell || kind == ContainerKind::item) shown_[c] = shown_[c] || shown_[parent];
    if (kind == ContainerKind::term) has_term[parent] = true;
    else if (kind == ContainerKind::definition) has_definition[parent] = true;
    else clean_terms_[parent] = false;
  }
  for (std::size_t c = 0; c < containers.size(); ++c) clean_terms_[c] = clean_terms_[c] && has_term[c] && has_definition[c];
}

void Body::write() {
  const auto& blocks = document_.blocks;
  for (std::size_t i = 0; i < blocks.size();) {
    enter(blocks[i].container);
    i = paragraph(i);
  }
  leave_to(-1);
  notes(static_cast<std::uint32_t>(document_.text.size()) + 1);
}

/// Opens what is around a block, and the empty containers that were passed on the way.
void Body::enter(std::int32_t container) {
  while (static_cast<std::int64_t>(next_container_) <= container) {
    const auto passed = static_cast<std::int32_t>(next_container_++);
    if (shown_[passed]) open(passed);
  }
  if (container >= 0 && !is_open_[container]) open(container);
  leave_to(container);
}

/// Closes everything that is not around `container`, which is open, or -1; empty cells and entries at the end of what is closed come before that.
void Body::leave_to(std::int32_t container) {
  while (!open_.empty() && open_.back().container != container) {
    while (next_container_ < shown_.size() && !shown_[next_container_]) ++next_container_;
    if (next_container_ < shown_.size() && document_.containers[next_container_].parent == open_.back().container) {
      open(static_cast<std::int32_t>(next_container_++));
      continue;
    }
    out_ += open_.back().close;
    is_open_[open_.back().container] = false;
    open_.pop_back();
  }
}

void Body::open(std::int32_t container) {
  std::vector<std::int32_t> chain;
  auto around = container;
  for (; around >= 0 && !is_open_[around]; around = document_.containers[around].parent) chain.push_back(around);
  leave_to(around);
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
    Open opened{*at, Inside::flow, {}};
    out_ += tag(*at, opened.close, opened.inside);
    is_open_[*at] = true;
    open_.push_back(std::move(opened));
  }
}

/// The elements that must stand between the innermost open one and one of this kind.
std::string Body::lead_in(ContainerKind kind, std::string& close) const {
  const auto inside = open_.empty() ? Inside::flow : open_.back().inside;
  const auto with = [&](std::string_view opening, std::string_view closing) {
    close += closing;
    return std::string(opening);
  };
  const bool is_row = kind == ContainerKind::row, is_cell = kind == ContainerKind::cell;
  switch (inside) {
    case Inside::flow:
      if (is_row) return with("<table>", "</table>");
      if (is_cell) return with("<table><tr>", "</tr></table>");
      return is_entry(kind) ? with("<ul>", "</ul>") : std::string();
    case Inside::table:
      if (is_cell) return with("<tr>", "</tr>");
      if (is_entry(kind)) return with(std::string(row_of_one_cell) + "<ul>", "</ul></td></tr>");
      return is_row ? std::string() : with(row_of_one_cell, "</td></tr>");
    case Inside::row:
      if (is_row) return with("<td><table>", "</table></td>");
      if (is_entry(kind)) return with("<td><ul>", "</ul></td>");
      return is_cell ? std::string() : with("<td>", "</td>");
    case Inside::list:
      if (is_row) return with("<li><table>", "</table></li>");
      if (is_cell) return with("<li><table><tr>", "</tr></table></li>");
      return is_entry(kind) ? std::string() : with("<li>", "</li>");
    case Inside::terms: return {};
  }
  return {};
}

std::string Body::tag(std::int32_t container, std::string& close, Inside& inside) const {
  const auto& own = document_.containers[container];
  const bool in_terms = !open_.empty() && open_.back().inside == Inside::terms;
  auto lead = lead_in(own.kind, close);
  const auto element = [&](std::string_view name, Inside holds, std::string_view attributes = "") {
    inside = holds;
    close.insert(0, fmt::format("</{}>", name));
    return fmt::format("{}<{}{}>", lead, name, attributes);
  };
  switch (own.kind) {
    case ContainerKind::table: return element("table", Inside::table);
    case ContainerKind::row: return element("tr", Inside::row);
    case ContainerKind::cell: {
      std::string spans;
      if (own.columns > 1) spans += fmt::format(" colspan=\"{}\"", own.columns);
      if (own.rows > 1) spans += fmt::format(" rowspan=\"{}\"", own.rows);
      return element(own.header && holds_text_[container] ? "th" : "td", Inside::flow, spans);
    }
    case ContainerKind::list:
      if (clean_terms_[container]) return element("dl", Inside::terms);
      if (own.ordered) return element("ol", Inside::list, own.numerals == '1' ? std::string() : fmt::format(" type=\"{}\"", own.numerals));
      return element("ul", Inside::list);
    case ContainerKind::item: {
      if (own.task) return element("li", Inside::flow, own.task == ' ' ? " class=\"box\"" : " class=\"box ticked\"");
      return element("li", Inside::flow, own.index > 0 ? fmt::format(" value=\"{}\"", own.index) : std::string());
    }
    case ContainerKind::term: return in_terms ? element("dt", Inside::flow) : element("li", Inside::flow, " class=\"term\"");
    case ContainerKind::definition: return in_terms ? element("dd", Inside::flow) : element("li", Inside::flow, " class=\"definition\"");
    case ContainerKind::quote: return element("blockquote", Inside::flow);
  }
  return {};
}

/// None is left out on the way down, as people who cannot see the page rely on; the first of the document is h2.
std::string_view Body::heading_tag(int level) {
  constexpr std::string_view tags[] = {"h2", "h3", "h4", "h5", "h6"};
  while (!headings_.empty() && headings_.back() >= level) headings_.pop_back();
  headings_.push_back(level);
  return tags[std::min(headings_.size(), std::size(tags)) - 1];
}

/// Writes the block and those that continue it; returns the first that does not.
std::size_t Body::paragraph(std::size_t first) {
  const auto& blocks = document_.blocks;
  const auto& block = blocks[first];
  auto last = first + 1;
  while (last < blocks.size() && blocks[last].continues && blocks[last].container == block.container && blocks[last].kind == block.kind) ++last;
  std::string close;
  const auto inside = open_.empty() ? Inside::flow : open_.back().inside;
  const bool caption = inside == Inside::table && block.kind == BlockKind::caption && out_.ends_with("<table>");
  const bool in_term = !open_.empty() && document_.containers[open_.back().container].kind == ContainerKind::term;
  if (!caption) out_ += lead_in(ContainerKind::quote, close);
  if (!caption) notes(blocks[last - 1].range.end + 1);
  std::string_view name = "p";
  std::string attributes;
  switch (block.kind) {
    case BlockKind::heading: name = in_term ? "p" : heading_tag(block.level); break;
    case BlockKind::preformatted: name = "pre"; break;
    case BlockKind::rule: name = "hr"; break;
    case BlockKind::caption: name = caption ? "caption" : "p"; break;
    case BlockKind::metadata: attributes = "metadata"; break;
    case BlockKind::paragraph: break;
  }
  if (block.boilerplate) attributes += attributes.empty() ? "boilerplate" : " boilerplate";
  out_ += attributes.empty() ? fmt::format("<{}>", name) : fmt::format("<{} class=\"{}\">", name, attributes);
  for (auto i = first; i < last && block.kind != BlockKind::rule; ++i) {
    if (i > first) out_ += block.kind == BlockKind::preformatted ? "\n" : "<br>";
    text_.write(blocks[i]);
  }
  if (block.kind != BlockKind::rule) out_ += fmt::format("</{}>", name);
  out_ += close + "\n";
  return last;
}

void Body::notes(std::uint32_t end) {
  if (next_note_ == notes_.size() || notes_[next_note_].place >= end) return;
  out_ += "<div class=\"notes\" lang=\"en\">";
  for (; next_note_ < notes_.size() && notes_[next_note_].place < end; ++next_note_) out_ += notes_[next_note_].html;
  out_ += "</div>";
}

}  // namespace protokoll::html_page
