#include <bit>

#include "readers/html/html.hpp"
#include "readers/markdown/events.hpp"

namespace protokoll::markdown {
namespace {

constexpr std::string_view toc = "{:toc";

struct StyleOfTag {
  std::string_view tag;
  Style style;
};
constexpr StyleOfTag styles_of_tags[] = {{"b", bold},        {"strong", bold},    {"i", italic},     {"em", italic},
                                         {"u", underline},   {"ins", underline},  {"s", strike},     {"del", strike},
                                         {"strike", strike}, {"code", monospace}, {"tt", monospace}, {"kbd", monospace},
                                         {"sup", raised}};

Style style_of(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_EM:
      return italic;
    case MD_SPAN_STRONG:
      return bold;
    case MD_SPAN_CODE:
      return monospace;
    case MD_SPAN_DEL:
      return strike;
    case MD_SPAN_U:
      return underline;
    default:
      return plain;
  }
}

}  // namespace

void Events::enter_span(MD_SPANTYPE type, void* detail) {
  if (type == MD_SPAN_IMG) ++images_;
  if (images_ > 0) return;
  if (type == MD_SPAN_A && static_cast<const MD_SPAN_A_DETAIL*>(detail)->href.size > 0) builder_.begin_link(href(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
  change_style(style_of(type), Origin::span, +1);
}

std::string Events::href(const MD_ATTRIBUTE& attribute) {
  if (attribute.size > hrefs_left_) return {};
  hrefs_left_ -= attribute.size;
  return decode(attribute);
}

void Events::leave_span(MD_SPANTYPE type) {
  if (images_ == 0) {
    if (type == MD_SPAN_A) builder_.end_link();
    change_style(style_of(type), Origin::span, -1);
  }
  if (type == MD_SPAN_IMG) --images_;
}

void Events::text(MD_TEXTTYPE type, std::string_view piece) {
  const bool in_source = buffer_.holds(piece);
  if (in_html_) {
    if (in_source) join(html_, buffer_.place(piece), buffer_.text());
    return;
  }
  if (images_ > 0) return;
  if (type == MD_TEXT_HTML) return tag(in_source ? piece : std::string_view(" "));
  if (type == MD_TEXT_BR) return break_line();
  if (type == MD_TEXT_NULLCHAR || piece.empty()) return;
  if (in_source && type != MD_TEXT_SOFTBR) return show(type, buffer_.place(piece));
  if (in_code_) {
    if (piece.find('\n') != std::string_view::npos) break_line();
    return;
  }
  builder_.soft_break();
  line_begins_ = line_begins_ || type == MD_TEXT_SOFTBR;
}

void Events::show(MD_TEXTTYPE type, Piece place) {
  if (shown_.size == 0) first_text(place.offset);
  if (line_begins_ && !in_code_ && !in_table_) begin_line(place.offset);
  line_begins_ = false;
  if (shown_.size == 0) shown_ = place;
  shown_.size = place.end() - shown_.offset;
  if (type == MD_TEXT_ENTITY) {
    const auto character = decode_entity(buffer_.text().substr(place.offset, place.size));
    if (!character.empty()) return builder_.replaced({offset_ + place.offset, offset_ + place.end()}, character);
  }
  builder_.verbatim(offset_ + place.offset, place.size);
}

void Events::first_text(std::size_t offset) {
  if (in_table_ && !cell_open_) open_cell();
  mark_items(offset);
}

// md4c does not tell where a list item's marker stands: it is in front of the item's first text, if on the same line.
void Events::mark_items(std::size_t offset) {
  if (unmarked_.empty()) return;
  const auto found = line_prefix(buffer_.text(), lines_.line_around(offset), offset).markers;
  for (auto marker = found.rbegin(); marker != found.rend() && !unmarked_.empty(); ++marker, unmarked_.pop_back()) {
    const auto& item = unmarked_.back();
    if (marker->ordered != item.ordered) break;
    if (item.ordered) builder_.document().containers[item.container].source = {offset_ + marker->place.offset, offset_ + marker->place.end()};
  }
  unmarked_.clear();
}

void Events::begin_line(std::size_t offset) {
  const auto text = buffer_.text();
  const auto line = lines_.line_around(offset);
  // "* TOC" is only there to be replaced by the table of contents that "{:toc}" on the next line asks for.
  const auto next = std::min(text.find_first_not_of(" \t\r\n", line.end()), text.size());
  const bool generated = is_attribute_list(text.substr(offset, line.end() - offset)) || text.substr(next, toc.size()) == toc;
  const bool boilerplate = outer_boilerplate_ || generated;
  if (boilerplate == builder_.boilerplate()) return;
  if (builder_.in_block()) break_line();
  builder_.set_boilerplate(boilerplate);
}

void Events::break_line() {
  mark_source();
  builder_.hard_break();
  line_begins_ = true;
}

void Events::tag(std::string_view piece) {
  if (piece.starts_with('<')) tag_.clear();
  tag_ += piece;
  if (tag_.ends_with('>')) {
    apply_tag();
    tag_.clear();
  }
}

void Events::apply_tag() {
  const auto name = tag_name(tag_);
  if (name == "br") return break_line();
  if (name == "a") return builder_.begin_link(tag_attribute(tag_, "href"));
  if (name == "/a") return builder_.end_link();
  const bool closes = name.starts_with('/');
  for (const auto& [tag, style] : styles_of_tags)
    if (std::string_view(name).substr(closes) == tag) change_style(style, Origin::tag, closes ? -1 : +1);
}

void Events::change_style(Style style, Origin origin, int change) {
  if (style == plain) return;
  const auto bit = static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(style)));
  auto& open = styles_[static_cast<std::size_t>(origin)][bit];
  open = std::max(0, open + change);
  builder_.set_style(style, styles_[0][bit] + styles_[1][bit] > 0);
}

// A tag that is never closed must not reach beyond its block.
void Events::reset_inline() {
  for (auto& origin : styles_) origin.fill(0);
  for (const auto style : all_styles) builder_.set_style(style, false);
  builder_.end_link();
  tag_.clear();
}

}  // namespace protokoll::markdown
