#include "publish/contacts.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <string>

namespace protokoll::publishing {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}
bool is_local(char32_t c) { return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-'; }
bool is_domain(char32_t c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-'; }
bool is_blank(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009; }

class ContactFinder {
 public:
  ContactFinder(const std::vector<Sign>& signs, bool prose, const Language& language) : signs_(signs), prose_(prose), language_(language) {}

  std::vector<Cut> run() {
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      const auto c = signs_[i].code;
      if (c == '@') address(i, i + 1);
      else if (c == '(' || c == '[' || c == '{') spelled_address(i);
      else if (c == '+' || is_digit(c)) number(i);
      if (i < done_) i = done_ - 1;
    }
    return std::move(cuts_);
  }

 private:
  [[nodiscard]] char32_t code(std::size_t at) const { return at < signs_.size() ? signs_[at].code : static_cast<char32_t>(Sign::border); }

  // "(at)", "[at]", "{ at }" with blanks around.
  void spelled_address(std::size_t at) {
    auto end = at + 1;
    while (is_blank(code(end))) ++end;
    if ((code(end) | 32) != 'a' || (code(end + 1) | 32) != 't') return number(at);
    end += 2;
    while (is_blank(code(end))) ++end;
    if (code(end) != ')' && code(end) != ']' && code(end) != '}') return;
    ++end;
    while (is_blank(code(end))) ++end;
    auto begin = at;
    while (begin > 0 && is_blank(code(begin - 1))) --begin;
    address(begin, end);
  }

  // From `begin` to `end` stands what parts the name from the house.
  void address(std::size_t begin, std::size_t end) {
    auto first = begin, last = end;
    while (first > done_ && (is_local(code(first - 1)) || (code(first - 1) == Sign::inline_tag && first > done_ + 1 && is_local(code(first - 2))))) --first;
    std::size_t dots = 0, behind_dot = 0;
    while (is_domain(code(last)) || spelled_dot(last) > 0 || (code(last) == Sign::inline_tag && is_domain(code(last + 1)))) {
      const auto spelled = spelled_dot(last);
      const bool dot = spelled > 0 || code(last) == '.';
      if (dot && spelled == 0 && !is_domain(code(last + 1))) break;
      dots += dot;
      behind_dot = dot ? 0 : behind_dot + is_letter(code(last));
      last += spelled > 0 ? spelled : 1;
    }
    if (first < begin && last > end && dots > 0 && behind_dot >= 2) return add_address(first, last);
    if (code(begin) == '@' && (first == begin || (begin > 0 && !is_local(code(begin - 1))))) handle(begin);
    else if (code(begin) == '@' && first < begin && last > end) add_address(first, last);
  }

  // "(dot)", "[punkt]"
  [[nodiscard]] std::size_t spelled_dot(std::size_t at) const {
    auto begin = at;
    while (is_blank(code(begin))) ++begin;
    const auto open = code(begin);
    if (open != '(' && open != '[' && open != '{') return 0;
    auto end = begin + 1;
    constexpr std::size_t longest = 5;
    while (end < begin + 1 + longest && is_ascii_letter(code(end))) ++end;
    if (end < begin + 4 || (code(end) != ')' && code(end) != ']' && code(end) != '}')) return 0;
    ++end;
    while (is_blank(code(end))) ++end;
    return is_domain(code(end)) ? end - at : 0;
  }

  void add_address(std::size_t first, std::size_t last) {
    const bool linked = with_scheme(first, "mailto:");
    // The subject and more of a link.
    while (linked && code(last) > ' ' && code(last) != ')' && code(last) != '>' && code(last) != '"' && code(last) != '\'') ++last;
    add(RemovalKind::email, first, last, linked, "");
  }

  // Moves the begin in front of a scheme.
  bool with_scheme(std::size_t& first, std::string_view scheme) const {
    if (first < scheme.size()) return false;
    for (std::size_t i = 0; i < scheme.size(); ++i)
      if ((code(first - scheme.size() + i) | 32) != static_cast<char32_t>(scheme[i] | 32)) return false;
    first -= scheme.size();
    return true;
  }

  // "@weis", "@weis:example.org"
  void handle(std::size_t at) {
    auto last = at + 1;
    while (is_domain(code(last)) || code(last) == '_' || (code(last) == ':' && is_letter(code(last + 1)))) ++last;
    while (last > at + 1 && (code(last - 1) == '.' || code(last - 1) == '-')) --last;
    const bool begins = at == 0 || (!is_letter(code(at - 1)) && !is_digit(code(at - 1)));
    if (begins && last > at + 2 && (is_letter(code(at + 1)) || code(at + 1) == '_')) add(RemovalKind::handle, at, last, false, "perhaps nobody's");
  }

  void number(std::size_t at) {
    const auto before = at > 0 ? code(at - 1) : static_cast<char32_t>(Sign::border);
    if (is_letter(before) || is_digit(before) || before == '.' || before == ',' || before == '+' || before == '-' || before == '/' || before == '#' || before == '=' || before == '_' || before == '(') return;
    std::vector<int> groups;
    bool dots = true, colon = false;
    std::size_t last = at, end = at;
    for (int digits = 0; end < signs_.size(); ++end) {
      const auto c = code(end);
      if (is_digit(c)) {
        if (digits++ == 0 || groups.empty()) groups.push_back(0);
        ++groups.back();
        last = end + 1;
        continue;
      }
      const bool parts = is_blank(c) || c == '/' || c == '-' || c == '.' || c == '(' || c == ')' || c == '+' || c == 0x2013 || c == 0x2011 || c == Sign::inline_tag;
      if (!parts || (end > last + 2)) {
        colon = c == ':' || c == ',' || c == 0x20AC || c == '%';
        break;
      }
      if (end > at && (c == '+' || (c == '.' && !is_digit(code(end + 1))))) break;
      if (digits > 0 && c != '.' && c != Sign::inline_tag && groups.size() > 0) dots = false;
      digits = 0;
    }
    done_ = std::max(done_, last > at ? last : at);
    if (last == at) return;
    const auto kind = judge(at, groups, dots, colon);
    if (kind == Kind::none) return;
    auto first = at;
    with_scheme(first, "tel:");
    add(RemovalKind::telephone, first, last, first < at, kind == Kind::perhaps ? "by its form alone" : "");
  }

  enum class Kind { none, perhaps, sure };

  [[nodiscard]] Kind judge(std::size_t at, const std::vector<int>& groups, bool dots, bool colon) const {
    int digits = 0;
    for (const auto group : groups) digits += group;
    constexpr int fewest = 7, most = 16, fewest_named = 3;
    if (digits > most) return Kind::none;
    if (digits >= fewest_named && is_named(at)) return Kind::sure;
    if (digits < fewest) return Kind::none;
    if (code(at) == '+') return Kind::sure;
    if (colon) return Kind::none;
    const bool bracket = code(at) == '(' && (code(at + 1) == '0' || code(at + 1) == '+' || (groups.size() == 3 && groups[0] == 3 && groups[1] == 3 && groups[2] == 4));
    if (bracket) return Kind::sure;
    // "555-123-4567"
    if (groups.size() == 3 && groups[0] == 3 && groups[1] == 3 && groups[2] == 4) return Kind::perhaps;
    if (code(at) != '0') return Kind::none;
    // "03.25.00.14.37"
    if (groups.size() == 5 && std::all_of(groups.begin(), groups.end(), [](int group) { return group == 2; })) return Kind::perhaps;
    // "01.02.2024", "09.30-11.00", "07/08/2023"
    const bool short_first = groups.front() <= 2;
    if (short_first && (dots || groups.size() > 2 || digits == 8) && !(code(at) == '0' && code(at + 1) == '0')) return Kind::none;
    if (groups.size() == 1 && digits > 12) return Kind::none;
    // "0900-1030": two times.
    if (groups.size() == 2 && groups[0] == 4 && groups[1] == 4) return Kind::none;
    return Kind::perhaps;
  }

  // "Tel.: ", "Fon ", "Phone: " in front.
  [[nodiscard]] bool is_named(std::size_t at) const {
    constexpr std::size_t farthest = 4;
    auto end = at;
    for (std::size_t i = 0; i < farthest && end > 0 && !is_letter(code(end - 1)) && !is_digit(code(end - 1)) && code(end - 1) != Sign::block_tag && code(end - 1) != Sign::border; ++i) --end;
    auto begin = end;
    constexpr std::size_t longest = 20;
    while (begin > 0 && end - begin < longest && is_letter(code(begin - 1))) --begin;
    return begin < end && language_.has("phone_words", text_of(signs_, begin, end));
  }

  void add(RemovalKind kind, std::size_t first, std::size_t last, bool linked, std::string_view uncertain) {
    // The brackets of an address in Markdown: "<a@b>" must not become a tag.
    const bool brackets = prose_ && first > 0 && code(first - 1) == '<' && code(last) == '>';
    if (brackets) --first, ++last;
    Cut cut{.kind = kind, .pieces = pieces(signs_, first, last), .mark = std::string(linked && !brackets ? "#" : gap_mark), .uncertain = std::string(uncertain), .words = text_of(signs_, first, last)};
    done_ = std::max(done_, last);
    if (!cut.pieces.empty()) cuts_.push_back(std::move(cut));
  }

  const std::vector<Sign>& signs_;
  bool prose_;
  const Language& language_;
  std::vector<Cut> cuts_;
  std::size_t done_ = 0;
};

}  // namespace

std::vector<Cut> find_contacts(const std::vector<Sign>& signs, bool prose, const Language& language) { return ContactFinder(signs, prose, language).run(); }

}  // namespace protokoll::publishing
