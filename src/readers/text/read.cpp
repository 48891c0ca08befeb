#include "readers/text/read.hpp"

#include <algorithm>

#include "readers/html/order.hpp"
#include "readers/text/lines.hpp"
#include "readers/text/parts.hpp"

namespace protokoll::text {
namespace {

// What Markdown has and none of the light languages.
bool is_markdown(std::string_view line) {
  const auto hashes = std::min(line.find_first_not_of('#'), line.size());
  return (hashes > 1 && hashes < 7 && hashes < line.size() && line[hashes] == ' ') || line.starts_with("```") || line.find("](") != std::string_view::npos;
}

bool is_sign(std::string_view line, std::string_view before, Markup markup) {
  constexpr std::string_view unlike_markdown = "~^\"";
  const auto heading = heading_of(line, 0, markup);
  switch (markup) {
    case Markup::wiki: return heading.level > 0 || (line.front() == '^' && is_bar_row(line));
    case Markup::asciidoc: return (heading.level > 0 && !line.ends_with('=')) || line == "|===";
    // One star may be a bullet.
    case Markup::org: return heading.level > 1 || (line.starts_with("#+") && line.find(':') != std::string_view::npos);
    case Markup::rst: {
      const bool field = line.front() == ':' && line.find(": ", 1) != std::string_view::npos && line.find_first_of(" :", 1) == line.find(": ", 1);
      const bool underline = !before.empty() && !ruler(before) && ruler(line) && unlike_markdown.find(line[0]) != std::string_view::npos;
      return field || underline || line.find(">`_") != std::string_view::npos || (line.starts_with(".. ") && line.find("::") != std::string_view::npos);
    }
    case Markup::log: return stamp_of(line) < line.size();
    case Markup::none: break;
  }
  return false;
}

class Reading {
 public:
  Reading(Span range, Markup markup, DocumentBuilder& builder) : range_(range), text_(builder.source_text().substr(range.begin, range.size())), markup_(markup), builder_(builder) {}

  void read(const std::vector<Part>& parts) {
    for (const auto& part : parts) {
      switch (part.kind) {
        case PartKind::open: open(part); break;
        case PartKind::close: builder_.close(); break;
        case PartKind::block: begin(part); break;
        case PartKind::line: line(part); break;
      }
    }
    builder_.end();
    builder_.set_boilerplate(false);
  }

 private:
  void open(const Part& part) {
    auto& container = builder_.open(part.container);
    container.index = part.index;
    container.header = part.header;
    container.task = part.task;
  }

  void begin(const Part& part) {
    first_ = true;
    if (part.continues && builder_.in_block()) return builder_.hard_break();
    builder_.end();
    builder_.set_boilerplate(part.boilerplate);
    builder_.begin(part.block, part.level);
  }

  void line(const Part& part) {
    const auto begin = range_.begin + part.text.begin;
    if (!first_ && part.apart) builder_.part_block();
    else if (!first_) builder_.replaced({begin, begin}, " ");
    first_ = false;
    for (const auto& shown : shown_of(text_.substr(part.text.begin, part.text.size()), markup_)) {
      if (shown.breaks) builder_.hard_break();
      for (const auto style : all_styles) builder_.set_style(style, (shown.style & style) != 0);
      if (!shown.target.empty()) builder_.begin_link(std::string(text_.substr(part.text.begin + shown.target.begin, shown.target.size())));
      builder_.verbatim(begin + shown.text.begin, shown.text.size());
      builder_.end_link();
    }
    for (const auto style : all_styles) builder_.set_style(style, false);
  }

  Span range_;
  std::string_view text_;
  Markup markup_;
  DocumentBuilder& builder_;
  bool first_ = true;
};

}  // namespace

void read_text(Span range, Markup markup, DocumentBuilder& builder) {
  const auto parts = find_parts(builder.source_text().substr(range.begin, range.size()), markup);
  const auto before = builder.document().blocks.size();
  Reading(range, markup, builder).read(parts);
  if (std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.apart; })) html::part_reordered(builder.document(), before);
}

std::string visible_text(std::string_view text, Markup markup) {
  std::string out;
  for (const auto& part : find_parts(text, markup)) {
    if (part.kind != PartKind::line) continue;
    const auto line = text.substr(part.text.begin, part.text.size());
    for (const auto& shown : shown_of(line, markup)) out += line.substr(shown.text.begin, shown.text.size());
    out += '\n';
  }
  return out;
}

int count_signs(std::string_view text, Markup markup) {
  const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || text[first] == '<') return 0;
  int signs = 0;
  std::string_view before;
  for (const auto& line : find_lines(text)) {
    const auto content = text.substr(line.content.begin, line.content.size());
    if (is_markdown(content)) return 0;
    if (!content.empty() && (line.indent == 0 || markup == Markup::log)) signs += is_sign(content, before, markup);
    before = content;
  }
  return signs;
}

}  // namespace protokoll::text
