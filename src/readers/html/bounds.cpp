#include "readers/html/bounds.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

#include "readers/html/scanner.hpp"
#include "readers/html/tags.hpp"

namespace protokoll::html {
namespace {

// The stack of open elements and the list of active formatting elements of the standard (13.2.4), by names alone. Where the
// tree builder would drop a tag this may still count it: it must never hold less than gumbo's.
class Model {
 public:
  void start(const Token& token, std::string_view source);
  void end(GumboTag tag);

  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  [[nodiscard]] std::size_t formatting_count() const { return active_.size(); }
  [[nodiscard]] std::size_t misnested() const { return misnested_; }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  struct Active {
    GumboTag tag;
    std::size_t hash;
  };

  // Index of the innermost open `tag` that no element with one of the `barrier` traits hides.
  template <typename Barrier>
  std::size_t find(GumboTag tag, Barrier barrier) const {
    for (auto i = open_.size(); i-- > 0;) {
      if (open_[i] == tag) return i;
      if (barrier(open_[i])) return none;
    }
    return none;
  }
  void pop_to(std::size_t size);
  void close(GumboTag tag, std::uint16_t barrier);
  void close_implied(GumboTag tag);
  void close_cells(GumboTag tag);
  void close_formatting(GumboTag tag);
  void activate(GumboTag tag, std::string_view source);

  std::vector<GumboTag> open_;
  std::vector<Active> active_;
  std::size_t misnested_ = 0;
};

void Model::pop_to(std::size_t size) {
  while (open_.size() > size) {
    if (traits(open_.back()) & marker) {
      while (!active_.empty() && active_.back().tag != GUMBO_TAG_LAST) active_.pop_back();
      if (!active_.empty()) active_.pop_back();
    }
    open_.pop_back();
  }
}

void Model::close(GumboTag tag, std::uint16_t barrier) {
  const auto index = find(tag, [&](GumboTag open) { return (traits(open) & barrier) != 0; });
  if (index != none) pop_to(index);
}

void Model::close_cells(GumboTag tag) {
  const auto keeps = [&](GumboTag open) {
    if (open == GUMBO_TAG_TABLE || open == GUMBO_TAG_TEMPLATE || open == GUMBO_TAG_HTML) return true;
    const bool section = open == GUMBO_TAG_TBODY || open == GUMBO_TAG_THEAD || open == GUMBO_TAG_TFOOT;
    const bool row = open == GUMBO_TAG_TR;
    if (tag == GUMBO_TAG_TR) return section;
    return (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && (section || row);
  };
  for (auto i = open_.size(); i-- > 0;)
    if (keeps(open_[i])) return pop_to(i + 1);
}

// What the start tag `tag` ends before it opens.
void Model::close_implied(GumboTag tag) {
  if (traits(tag) & closes_p) {
    const auto paragraph = find(GUMBO_TAG_P, [](GumboTag open) { return (traits(open) & scope) || open == GUMBO_TAG_BUTTON; });
    if (tag != GUMBO_TAG_TABLE && paragraph != none) pop_to(paragraph);
  }
  const auto stops = [](GumboTag open) {
    return (traits(open) & special) && open != GUMBO_TAG_ADDRESS && open != GUMBO_TAG_DIV && open != GUMBO_TAG_P;
  };
  switch (tag) {
    case GUMBO_TAG_LI: {
      const auto item = find(GUMBO_TAG_LI, stops);
      if (item != none) pop_to(item);
      break;
    }
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT: {
      auto item = find(GUMBO_TAG_DD, stops);
      if (item == none) item = find(GUMBO_TAG_DT, stops);
      if (item != none) pop_to(item);
      break;
    }
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_COLGROUP:
      close_cells(tag);
      break;
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_OPTGROUP:
      if (!open_.empty() && open_.back() == GUMBO_TAG_OPTION) pop_to(open_.size() - 1);
      break;
    case GUMBO_TAG_A:
    case GUMBO_TAG_NOBR:
      close_formatting(tag);
      break;
    default:
      break;
  }
}

// The list keeps at most three equal elements after the last marker (the "Noah's Ark clause").
void Model::activate(GumboTag tag, std::string_view source) {
  const auto hash = std::hash<std::string_view>{}(source);
  std::size_t equal = 0, earliest = 0;
  for (auto i = active_.size(); i-- > 0 && active_[i].tag != GUMBO_TAG_LAST;) {
    if (active_[i].tag != tag || active_[i].hash != hash) continue;
    ++equal;
    earliest = i;
  }
  if (equal >= 3) active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(earliest));
  active_.push_back({tag, hash});
}

void Model::start(const Token& token, std::string_view source) {
  const auto tag = token.tag;
  const auto kind = traits(tag);
  close_implied(tag);
  if (kind & void_element) return;
  if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_BODY) return;
  open_.push_back(tag);
  if (kind & formatting) activate(tag, source);
  if (kind & marker) active_.push_back({GUMBO_TAG_LAST, 0});
}

void Model::close_formatting(GumboTag tag) {
  auto entry = active_.size();
  while (entry > 0 && active_[entry - 1].tag != tag && active_[entry - 1].tag != GUMBO_TAG_LAST) --entry;
  if (entry == 0 || active_[entry - 1].tag != tag) return close(tag, special);
  active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(entry - 1));
  const auto index = find(tag, [](GumboTag open) { return (traits(open) & scope) != 0; });
  if (index == none) return;
  const bool misnested =
      std::any_of(open_.begin() + static_cast<std::ptrdiff_t>(index), open_.end(), [](GumboTag open) { return (traits(open) & special) != 0; });
  if (!misnested) return pop_to(index);
  ++misnested_;
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
}

void Model::end(GumboTag tag) {
  const auto kind = traits(tag);
  switch (tag) {
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_TEMPLATE: {
      const auto index = find(tag, [](GumboTag open) { return open == GUMBO_TAG_TABLE || open == GUMBO_TAG_TEMPLATE; });
      if (index != none) pop_to(index);
      return;
    }
    case GUMBO_TAG_LI: {
      const auto index = find(tag, [](GumboTag open) { return (traits(open) & scope) || open == GUMBO_TAG_UL || open == GUMBO_TAG_OL; });
      if (index != none) pop_to(index);
      return;
    }
    case GUMBO_TAG_P: {
      const auto index = find(tag, [](GumboTag open) { return (traits(open) & scope) || open == GUMBO_TAG_BUTTON; });
      if (index != none) pop_to(index);
      return;
    }
    default:
      break;
  }
  if (kind & formatting)
    close_formatting(tag);
  else
    close(tag, (kind & special) ? scope : special);
}

}  // namespace

Excess find_excess(std::string_view markup) {
  Scanner scanner(markup);
  Model model;
  Token token;
  std::size_t tags = 0, reopened = 0, body_attributes = 0;
  while (scanner.next(token)) {
    if (token.kind != TokenKind::start_tag && token.kind != TokenKind::end_tag) {
      if (token.kind == TokenKind::other && token.attributes > max_attributes)
        return {"markup-too-large", "more than 256 attributes in one tag", token.begin};
      continue;
    }
    if (token.attributes > max_attributes) return {"markup-too-large", "more than 256 attributes in one tag", token.begin};
    ++tags;
    if (token.kind == TokenKind::start_tag)
      model.start(token, markup.substr(token.begin, token.end - token.begin));
    else
      model.end(token.tag);
    if (token.tag == GUMBO_TAG_HTML || token.tag == GUMBO_TAG_BODY) body_attributes += token.attributes;
    if (traits(token.tag) & special) reopened += model.formatting_count();
    if (model.depth() > max_depth) return {"markup-too-deep", "more than 400 elements inside each other", token.begin};
    if (model.formatting_count() > max_formatting) return {"markup-too-deep", "more than 64 formatting elements left open", token.begin};
    if (model.misnested() > max_misnested)
      return {"markup-misnested", "more than 5,000 formatting elements that end outside of their block", token.begin};
    if (body_attributes > max_body_attributes) return {"markup-too-large", "more than 512 attributes for the page", token.begin};
    if (reopened > 200'000 + 4 * tags) return {"markup-too-deep", "too many formatting elements left open over too many blocks", token.begin};
  }
  return {};
}

}  // namespace protokoll::html
