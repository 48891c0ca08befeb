/// Bytes to text: valid UTF-8 whatever comes, and positions that lead back.
#include "promises.hpp"
#include "source/encodings.hpp"
#include "source/source.hpp"

namespace protokoll::fuzz {
namespace {

void run(std::string_view bytes) {
  const Source source(bytes);
  const auto text = source.text();
  promise(is_utf8(text), "decoded text is valid UTF-8");
  promise_diagnostics(source.diagnostics(), bytes.size());
  std::size_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto size = utf8_sequence(text.substr(at));
    promise(size > 0, "decoded text is valid UTF-8");
    const auto place = source.to_bytes({at, at + size});
    promise(place.begin >= before && place.begin < place.end && place.end <= bytes.size(), "characters come from the file, in order");
    promise(source.to_text(place.begin) == at, "positions lead there and back");
    before = place.end;
    at += size;
  }
  for (std::size_t byte = 0; byte <= bytes.size(); byte += 1 + bytes.size() / 8) {
    const auto position = source.position(byte);
    promise(position.line >= 1 && position.column >= 1, "positions count from one");
    promise(is_utf8(source.line(byte)), "a line is text");
  }
}

}  // namespace
}  // namespace protokoll::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  protokoll::fuzz::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
