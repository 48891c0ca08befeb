#include <algorithm>

#include "readers/markdown/attributed_spans.hpp"
#include "readers/markdown/events.hpp"
#include "readers/markdown/lone_lists.hpp"
#include "readers/markdown/markdown.hpp"

namespace protokoll {
namespace {

void read_front_matter(const markdown::FrontMatter& front, std::size_t offset, std::string_view text, DocumentBuilder& builder) {
  const bool outer = builder.boilerplate();
  for (const auto& [line, value] : front.lines) {
    builder.set_boilerplate(outer || value == 0);
    builder.begin(BlockKind::metadata);
    builder.verbatim(offset + line.offset, value);
    builder.split_here();
    builder.verbatim(offset + line.offset + value, line.size - value);
    builder.mark_source({offset + line.offset, offset + line.end()});
    builder.end();
    const auto content = text.substr(line.offset, line.size);
    if (value == 0 || value == line.size || !builder.document().declared_language.empty()) continue;
    if (!content.starts_with("lang:") && !content.starts_with("language:")) continue;
    const auto language = content.substr(value);
    const auto begin = language.find_first_not_of("\"' ");
    if (begin == std::string_view::npos) continue;
    builder.document().declared_language = language.substr(begin, language.find_first_of("\"' #", begin) - begin);
  }
  builder.set_boilerplate(outer);
}

void read_plain_lines(Span range, std::string_view text, DocumentBuilder& builder) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) builder.end();
    builder.verbatim(range.begin + at, line.size());
    builder.soft_break();
    at = end + 1;
  }
  builder.end();
}

}  // namespace

void read_markdown(Span range, DocumentBuilder& builder) {
  const auto text = builder.source_text().substr(range.begin, range.size());
  const auto front = markdown::front_matter(text);
  builder.end();
  read_front_matter(front, range.begin, text, builder);
  const Span body{range.begin + front.end, range.end};
  const auto bounds = markdown::bounds(text.substr(front.end));
  if (!bounds.trouble.empty()) {
    builder.report({"markdown-bounds", Severity::warning, "read as plain lines, not as Markdown: " + std::string(bounds.trouble), body});
    return read_plain_lines(body, text.substr(front.end), builder);
  }
  if (!bounds.autolinks) builder.report({"markdown-bounds", Severity::note, "too many bare links in one paragraph; read as text", body});
  markdown::Buffer buffer(text.substr(front.end), bounds);
  markdown::mask_lone_lists(buffer);
  markdown::mask_attributed_spans(buffer);
  markdown::Events events(buffer, body.begin, builder);
  buffer.parse(events);
  builder.end();
}

}  // namespace protokoll
