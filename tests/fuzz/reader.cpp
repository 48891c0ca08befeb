/// One reader on raw bytes, without the analysis: the normal form is sound and holds the whole visible text.
/// FUZZ_DIALECT is the reader's name.
#include <fmt/format.h>

#include "document/builder.hpp"
#include "promises.hpp"
#include "read.hpp"
#include "readers/reader.hpp"
#include "source/encodings.hpp"
#include "source/source.hpp"
#include "verify/compare.hpp"

namespace protokoll::fuzz {
namespace {

void promise_containers(const Document& document) {
  const auto count = static_cast<std::int32_t>(document.containers.size());
  for (std::int32_t i = 0; i < count; ++i) promise(document.containers[i].parent < i, "a container comes after its parent");
  for (const auto& block : document.blocks) promise(block.container < count, "a block's container exists");
}

void promise_blocks(const Document& document, std::size_t source_size) {
  std::uint32_t at = 0;
  for (const auto& block : document.blocks) {
    if (block.kind == BlockKind::rule && block.range.empty()) continue;
    promise(block.range.begin == at && block.range.end <= document.text.size(), "blocks tile the text");
    at = block.range.end + 1;
    const auto text = document.view(block);
    promise(!text.empty() && text.front() != ' ' && text.back() != ' ' && text.front() != '\n' && text.back() != '\n', "a block has no white space at its ends", text);
    promise(is_utf8(text), "a block's text is valid UTF-8", text);
    promise(block.source.begin <= block.source.end && block.source.end <= source_size, "a block's source exists");
    auto run_at = block.range.begin;
    for (auto run = block.first_run; run < block.last_run; ++run) {
      promise(document.runs[run].range.begin == run_at && document.runs[run].range.end >= run_at, "runs cover their block", text);
      run_at = document.runs[run].range.end;
    }
    promise(run_at == block.range.end, "runs cover their block", text);
    const auto place = document.to_source(block.range);
    promise(place.begin <= place.end && place.end <= source_size, "text comes from the source", text);
  }
  promise(at == document.text.size(), "the text ends with its last block");
}

void run(std::string_view bytes) {
  const Source source(bytes);
  promise(is_utf8(source.text()), "decoded text is valid UTF-8");
  const Reader& reader = choose_reader(source.text(), FUZZ_DIALECT);
  const auto score = reader.sniff(source.text());
  promise(score >= 0 && score <= 100, "a reader is 0 to 100 sure");
  Document document;
  DocumentBuilder builder(document, source.text());
  reader.read({0, source.text().size()}, builder);
  builder.end();
  promise_containers(document);
  promise_blocks(document, source.text().size());
  promise_diagnostics(document.diagnostics, source.text().size());
  for (const auto& link : document.links) promise(is_utf8(link.href) && link.range.end <= document.text.size(), "links are sound", link.href);
  const auto difference = compare(VisibleText(reader.visible(source.text())), VisibleText(document.text));
  promise(difference.lost == 0 && difference.invented == 0, "nothing lost, nothing invented",
          fmt::format("{} lost, {} invented: {}", difference.lost, difference.invented, difference.first));
}

}  // namespace
}  // namespace protokoll::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  protokoll::fuzz::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
