#include "readers/html/tree.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <vector>

#include "readers/html/tags.hpp"

namespace protokoll::html {

// Serves gumbo's many small allocations from chunks that go all at once; leaves gumbo by longjmp when it asks for too much,
// since gumbo itself cannot fail.
class Tree::Arena {
 public:
  explicit Arena(std::size_t budget) : budget_(budget) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (auto* chunk : chunks_) std::free(chunk);
  }

  const GumboNode* parse(std::string_view markup) {
    if (setjmp(give_up_) != 0) return nullptr;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); };
    options.deallocator = [](void*, void*) {};
    options.userdata = this;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, markup.data(), markup.size())->document;
  }

 private:
  void* allocate(std::size_t size) {
    constexpr std::size_t alignment = alignof(void*);  // nothing in gumbo's structures needs more
    size = (size + alignment - 1) / alignment * alignment;
    if (size > left_) grow(size);
    auto* const memory = free_;
    free_ += size;
    left_ -= size;
    return memory;
  }

  void grow(std::size_t size) {
    const std::size_t chunk_size = std::max(size, std::min(std::size_t{1} << 20, std::max<std::size_t>(std::size_t{1} << 14, used_)));
    used_ += chunk_size;
    auto* const chunk = used_ > budget_ ? nullptr : static_cast<char*>(std::malloc(chunk_size));
    if (chunk == nullptr) std::longjmp(give_up_, 1);
    chunks_.push_back(chunk);
    free_ = chunk;
    left_ = chunk_size;
  }

  std::jmp_buf give_up_;
  std::vector<char*> chunks_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
  std::size_t used_ = 0;
  std::size_t budget_;
};

Tree::Tree(std::string_view markup) : arena_(std::make_unique<Arena>(base_memory + memory_per_byte * markup.size())) {
  document_ = arena_->parse(markup);
}

Tree::~Tree() = default;

std::string_view Tree::only_text() const {
  const GumboNode* node = document_;
  while (node != nullptr) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) return node->v.text.text;
    const auto& children = node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
    node = children.length == 0 ? nullptr : static_cast<const GumboNode*>(children.data[children.length - 1]);
  }
  return {};
}

const char* attribute(const GumboElement& element, const char* name) {
  const auto* const found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? nullptr : found->value;
}

int number(const GumboElement& element, const char* name, int otherwise) {
  const char* const value = attribute(element, name);
  if (value == nullptr) return otherwise;
  char* end = nullptr;
  const long parsed = std::strtol(value, &end, 10);
  return end == value ? otherwise : static_cast<int>(std::clamp(parsed, -1'000'000'000L, 1'000'000'000L));
}

bool is_hidden(const GumboNode& node) {
  const auto& element = node.v.element;
  // gumbo answers <isindex>, which browsers have forgotten, with a form and English words that no source holds.
  if (node.parse_flags & GUMBO_INSERTION_FROM_ISINDEX) return true;
  if (traits(element.tag) & hidden) return true;
  if (element.attributes.length == 0) return false;
  if (attribute(element, "hidden") != nullptr) return true;
  const char* const style = attribute(element, "style");
  return style != nullptr && parse_css(style).hidden;
}

}  // namespace protokoll::html
