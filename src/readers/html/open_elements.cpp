#include "readers/html/open_elements.hpp"

#include "readers/html/scanner.hpp"
#include "readers/html/tags.hpp"

namespace protokoll::html {

void OpenElements::read(std::string_view markup) {
  constexpr std::size_t deepest = 64;  // what is nested deeper does not change the answer in any real document
  Scanner scanner(markup);
  Token token;
  while (scanner.next(token)) {
    if (traits(token.tag) & void_element) continue;
    if (token.kind == TokenKind::start_tag) {
      if (token.tag == GUMBO_TAG_P && !open_.empty() && open_.back() == GUMBO_TAG_P) continue;
      if (open_.size() < deepest) open_.push_back(token.tag);
    } else if (token.kind == TokenKind::end_tag) {
      for (auto i = open_.size(); i-- > 0;) {
        if (open_[i] != token.tag) continue;
        open_.resize(i);
        break;
      }
    }
  }
}

}  // namespace protokoll::html
