/// The two ways to the tree of a fragment of HTML: where the scanner for plain markup gives one, it is gumbo's.
#include "promises.hpp"
#include "readers/html/plain_tree.hpp"
#include "readers/html/tree.hpp"
#include "source/encodings.hpp"
#include "unit/shown_tree.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace protokoll;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!is_utf8(bytes)) return 0;
  const html::PlainTree plain(bytes);
  if (plain.document() == nullptr) return 0;
  const html::Tree tree(bytes);
  fuzz::promise(html::shown(plain.document(), bytes) == html::shown(tree.document(), bytes), "plain markup has gumbo's tree", bytes);
  return 0;
}
