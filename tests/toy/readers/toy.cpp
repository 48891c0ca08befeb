#include "readers/reader.hpp"

namespace protokoll {
namespace {

constexpr std::string_view mark = "!toy ";

/// Calls `line` with the offset and size of what follows the mark on every line that has one.
template <typename Sink>
void each_line(std::string_view text, Sink line) {
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    if (text.substr(begin, mark.size()) == mark) line(begin + mark.size(), end - begin - mark.size());
    begin = end + 1;
  }
}

int sniff(std::string_view text) { return text.starts_with(mark) ? 100 : 0; }

void read(Span range, DocumentBuilder& builder) {
  each_line(builder.source_text().substr(range.begin, range.size()), [&](std::size_t offset, std::size_t size) {
    builder.begin(BlockKind::paragraph);
    builder.verbatim(range.begin + offset, size);
    builder.end();
  });
}

std::string visible(std::string_view text) {
  std::string result;
  each_line(text, [&](std::size_t offset, std::size_t size) { result.append(text.substr(offset, size)).append("\n"); });
  return result;
}

}  // namespace

extern const Reader reader_toy;
const Reader reader_toy{"toy", "lines that begin with !toy", sniff, read, visible};

}  // namespace protokoll
