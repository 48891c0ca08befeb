#include "readers/html/tags.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>
#include <string>

namespace protokoll::html {
namespace {

using Table = std::array<std::uint16_t, GUMBO_TAG_LAST + 1>;

constexpr void mark(Table& table, std::uint16_t trait, std::initializer_list<GumboTag> tags) {
  for (const auto tag : tags) table[tag] = static_cast<std::uint16_t>(table[tag] | trait);
}

constexpr Table make_table() {
  Table table{};
  mark(table, void_element,
       {GUMBO_TAG_AREA,  GUMBO_TAG_BASE,     GUMBO_TAG_BR,      GUMBO_TAG_COL,   GUMBO_TAG_EMBED,  GUMBO_TAG_HR,     GUMBO_TAG_IMG,
        GUMBO_TAG_IMAGE, GUMBO_TAG_INPUT,    GUMBO_TAG_LINK,    GUMBO_TAG_META,  GUMBO_TAG_PARAM,  GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK,
        GUMBO_TAG_WBR,   GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_FRAME, GUMBO_TAG_KEYGEN, GUMBO_TAG_ISINDEX});
  mark(table, block | special | closes_p,
       {GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,  GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_CENTER,    GUMBO_TAG_DETAILS,    GUMBO_TAG_DIR,
        GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_DD,     GUMBO_TAG_DT,         GUMBO_TAG_FIELDSET,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
        GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,    GUMBO_TAG_H1,     GUMBO_TAG_H2,         GUMBO_TAG_H3,        GUMBO_TAG_H4,         GUMBO_TAG_H5,
        GUMBO_TAG_H6,      GUMBO_TAG_HEADER,  GUMBO_TAG_HGROUP, GUMBO_TAG_HR,         GUMBO_TAG_LI,        GUMBO_TAG_LISTING,    GUMBO_TAG_MAIN,
        GUMBO_TAG_MENU,    GUMBO_TAG_NAV,     GUMBO_TAG_OL,     GUMBO_TAG_P,          GUMBO_TAG_PLAINTEXT, GUMBO_TAG_PRE,        GUMBO_TAG_SECTION,
        GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE,   GUMBO_TAG_UL,     GUMBO_TAG_XMP});
  mark(table, block | special,
       {GUMBO_TAG_BODY, GUMBO_TAG_CAPTION, GUMBO_TAG_HTML, GUMBO_TAG_MARQUEE, GUMBO_TAG_TBODY, GUMBO_TAG_TD, GUMBO_TAG_TFOOT, GUMBO_TAG_TH,
        GUMBO_TAG_THEAD, GUMBO_TAG_TR, GUMBO_TAG_TEXTAREA, GUMBO_TAG_SELECT});
  mark(table, block, {GUMBO_TAG_LEGEND, GUMBO_TAG_OPTION, GUMBO_TAG_OPTGROUP});
  mark(table, special,
       {GUMBO_TAG_APPLET, GUMBO_TAG_BUTTON, GUMBO_TAG_COLGROUP, GUMBO_TAG_FRAMESET, GUMBO_TAG_HEAD, GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED,
        GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OBJECT, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_TITLE,
        GUMBO_TAG_FOREIGNOBJECT, GUMBO_TAG_DESC});
  mark(table, hidden,
       {GUMBO_TAG_HEAD, GUMBO_TAG_TITLE, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME,
        GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS, GUMBO_TAG_DATALIST, GUMBO_TAG_RP, GUMBO_TAG_DESC,
        GUMBO_TAG_ANNOTATION_XML});
  mark(table, raw_text,
       {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TITLE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_XMP, GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED,
        GUMBO_TAG_NOFRAMES});
  mark(table, formatting,
       {GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_EM, GUMBO_TAG_FONT, GUMBO_TAG_I, GUMBO_TAG_NOBR, GUMBO_TAG_S,
        GUMBO_TAG_SMALL, GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_TT, GUMBO_TAG_U});
  mark(table, scope | marker,
       {GUMBO_TAG_APPLET, GUMBO_TAG_CAPTION, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_MARQUEE, GUMBO_TAG_OBJECT, GUMBO_TAG_TEMPLATE});
  mark(table, table_part,
       {GUMBO_TAG_CAPTION, GUMBO_TAG_COL, GUMBO_TAG_COLGROUP, GUMBO_TAG_TBODY, GUMBO_TAG_TD, GUMBO_TAG_TFOOT, GUMBO_TAG_TH, GUMBO_TAG_THEAD, GUMBO_TAG_TR});
  mark(table, scope, {GUMBO_TAG_HTML, GUMBO_TAG_TABLE, GUMBO_TAG_FOREIGNOBJECT, GUMBO_TAG_DESC});
  return table;
}

constexpr Table table = make_table();

std::string normalized(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

// CSS Counter Styles Level 3, section 6; 0 for other kinds.
char numerals(std::string_view value) {
  constexpr std::pair<std::string_view, char> known[] = {{"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"upper-alpha", 'A'}, {"upper-latin", 'A'}, {"lower-roman", 'i'}, {"upper-roman", 'I'}, {"decimal", '1'}};
  for (const auto& [word, letter] : known)
    if (value.find(word) != std::string_view::npos) return letter;
  return 0;
}

bool holds_one(std::string_view classes, std::initializer_list<std::string_view> wanted) {
  constexpr std::string_view blank = " \t\n\r\f";
  for (auto begin = classes.find_first_not_of(blank); begin != std::string_view::npos;) {
    const auto end = std::min(classes.find_first_of(blank, begin), classes.size());
    const auto name = classes.substr(begin, end - begin);
    if (std::any_of(wanted.begin(), wanted.end(), [&](std::string_view one) { return equals_ignoring_case(name, one); })) return true;
    begin = classes.find_first_not_of(blank, end);
  }
  return false;
}

void apply(Css& css, std::string_view property, std::string_view value) {
  const auto has = [&](std::string_view word) { return value.find(word) != std::string_view::npos; };
  if (property == "display")
    css.hidden = css.hidden || value.starts_with("none");
  else if (property == "visibility")
    css.hidden = css.hidden || value.starts_with("hidden");
  else if (property == "font-weight")
    css.bold = has("bold") || (value.size() >= 3 && value[0] >= '6' && value[0] <= '9') ? 1 : -1;
  else if (property == "vertical-align")
    css.raised = value.starts_with("super") ? 1 : -1;
  else if (property == "font-style")
    css.italic = has("italic") || has("oblique") ? 1 : -1;
  else if (property == "list-style-type" || property == "list-style")
    css.numerals = numerals(value);
  else if (property == "text-decoration" || property == "text-decoration-line") {
    // A decoration spans its descendants whatever they say, so there is no "off".
    if (has("underline")) css.underline = 1;
    if (has("line-through")) css.strike = 1;
  }
}

}  // namespace

std::uint16_t traits(GumboTag tag) { return table[tag]; }

bool names_strike(std::string_view classes) { return holds_one(classes, {"line-through", "strike", "strikethrough", "strike-through", "deletion", "msodel"}); }

bool names_note(std::string_view classes) { return holds_one(classes, {"msofootnotereference", "msoendnotereference", "footnote-ref", "footnote-reference", "sdfootnoteanc", "sdendnoteanc"}); }

GumboTag tag_of(std::string_view name) { return gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size())); }

Css parse_css(std::string_view style) {
  Css css;
  const std::string text = normalized(style);
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto declaration = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto colon = declaration.find(':');
    if (colon != std::string_view::npos) apply(css, declaration.substr(0, colon), declaration.substr(colon + 1));
  }
  return css;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace protokoll::html
