#include "readers/html/walker.hpp"

#include "readers/html/tags.hpp"

namespace protokoll::html {

void Walker::enter_inline(const GumboElement& element, ElementContext& context) {
  switch (element.tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      builder_.set_style(bold, true);
      break;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_VAR:
      builder_.set_style(italic, true);
      break;
    case GUMBO_TAG_INS:
      // A change that was tracked is no emphasis.
      if (attribute(element, "datetime") != nullptr || attribute(element, "cite") != nullptr) break;
      [[fallthrough]];
    case GUMBO_TAG_U:
      builder_.set_style(underline, true);
      break;
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_DEL:
      builder_.set_style(strike, true);
      break;
    case GUMBO_TAG_INPUT:
      tick(element);
      break;
    case GUMBO_TAG_SUP:
      builder_.set_style(raised, true);
      break;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
      builder_.set_style(monospace, true);
      break;
    case GUMBO_TAG_A: {
      // Behind the pages pdftohtml lists their headings once more.
      if (const char* const name = attribute(element, "name"); name && std::string_view(name) == "outline" && !layout_.empty()) builder_.set_boilerplate(true);
      const char* const href = attribute(element, "href");
      if (href == nullptr || *href == '\0') break;
      builder_.begin_link(href);
      context.ends_link = true;
      break;
    }
    default:
      break;
  }
}

void Walker::apply_css(const GumboElement& element) {
  const char* const style = attribute(element, "style");
  if (style == nullptr) return;
  const Css css = parse_css(style);
  if (css.bold != 0) builder_.set_style(bold, css.bold > 0);
  if (css.italic != 0) builder_.set_style(italic, css.italic > 0);
  if (css.underline != 0) builder_.set_style(underline, true);
  if (css.strike != 0) builder_.set_style(strike, true);
  if (css.raised != 0 && !(traits(element.tag) & block)) builder_.set_style(raised, css.raised > 0);
}

void Walker::apply_class(const GumboElement& element) {
  const char* const names = attribute(element, "class");
  if (names == nullptr) return;
  const bool inline_text = !(traits(element.tag) & block);
  if (names_strike(names) || styles_.strikes(names)) builder_.set_style(strike, true);
  if (names_note(names) || (inline_text && styles_.raises(names))) builder_.set_style(raised, true);
}

// A box at the begin of a list's entry.
void Walker::tick(const GumboElement& element) {
  const char* const type = attribute(element, "type");
  if (type == nullptr || !equals_ignoring_case(type, "checkbox")) return;
  const auto& document = builder_.document();
  const auto item = document.enclosing(builder_.container(), ContainerKind::item);
  const bool first = item >= 0 && !builder_.in_block() && (document.blocks.empty() || document.blocks.back().container < item);
  if (first) builder_.document().containers[item].task = attribute(element, "checked") != nullptr ? 'x' : ' ';
}

}  // namespace protokoll::html
