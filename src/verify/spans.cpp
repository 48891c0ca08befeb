#include "verify/spans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "plugins.hpp"
#include "verify/compare.hpp"
#include "verify/unmarked.hpp"

namespace protokoll {
namespace {

/// nullptr in a library built without that reader.
const Reader* find_reader(std::string_view name) {
  const auto readers = plugins::readers();
  const auto found = std::find_if(readers.begin(), readers.end(), [&](const Reader* reader) { return reader->name == name; });
  return found == readers.end() ? nullptr : *found;
}

/// What a document may hold beside its own dialect: HTML any, Markdown what is not HTML.
std::vector<const Reader*> dialects_in(const Reader& reader) {
  std::vector<const Reader*> dialects{&reader};
  if (reader.name == "html") return dialects;
  for (const auto* other : {find_reader("markdown"), find_reader("html")})
    if (other != nullptr && other != &reader) dialects.push_back(other);
  return dialects;
}

class SpanVerifier {
 public:
  SpanVerifier(const Source& source, const Reader& reader, Verification& verification)
      : source_(source), dialects_(dialects_in(reader)), html_(find_reader("html")), unmarked_(source, reader), verification_(verification) {}

  void minutes(const Minutes& minutes) {
    for (const auto& tile : minutes.tiles) same(to_string(tile.kind), tile.text, tile.span);
    meeting(minutes.meeting);
    for (const auto& block : minutes.head) this->block(block);
    for (const auto& item : minutes.agenda) this->item(item);
    for (const auto& block : minutes.tail) this->block(block);
    for (const auto& decision : minutes.decisions) this->decision(decision);
    for (const auto& vote : minutes.votes) this->vote(vote);
    for (const auto& action : minutes.actions) this->action(action);
    for (const auto& attachment : minutes.attachments) this->attachment(attachment);
    for (const auto& person : minutes.people) words("person", last_word(person.name), person.span);
    for (const auto& residue : minutes.residue) same("residue", residue.text, residue.span);
  }

 private:
  void meeting(const Meeting& meeting) {
    stated("meeting title", meeting.title);
    stated("series", meeting.series);
    stated("organization", meeting.organization);
    stated("date", meeting.date);
    stated("start", meeting.start);
    stated("end", meeting.end);
    stated("location", meeting.location);
    if (meeting.ordinal) in_range("ordinal", meeting.ordinal_span);
    for (const auto* people : {&meeting.chair, &meeting.secretary, &meeting.attendance.present, &meeting.attendance.excused, &meeting.attendance.absent,
                               &meeting.attendance.guests})
      persons(*people);
    for (const auto& next : meeting.next) {
      stated("next date", next.date);
      stated("next start", next.start);
      stated("next location", next.location);
      stated("next name", next.name);
      same("next", next.text, next.span);
    }
  }

  void item(const AgendaItem& item) {
    // A number that the rendering of a list gives stands nowhere in the file.
    if (!item.number.span.empty()) stated("number", item.number);
    if (!item.label.span.empty()) stated("label", item.label);
    stated("title", item.title);
    stated("subtitle", item.subtitle);
    persons(item.presenters);
    in_range("item", item.span);
    in_range("status", item.status_span);
    for (const auto& section : item.sections) {
      stated("heading", section.heading);
      for (const auto& block : section.blocks) this->block(block);
    }
    for (const auto& decision : item.decisions) this->decision(decision);
    for (const auto& vote : item.votes) this->vote(vote);
    for (const auto& action : item.actions) this->action(action);
    for (const auto& link : item.links) same("link", link.text, link.span);
    for (const auto& nested : item.items) this->item(nested);
  }

  void block(const Block& block) {
    if (block.type == BlockType::paragraph) same("block", block.text, block.span);
    for (const auto& text : block.items) same("list item", text.text, text.span);
    for (const auto& row : block.rows)
      for (const auto& cell : row) same("cell", cell.text, cell.span);
    in_range("block", block.span);
  }

  void decision(const Decision& decision) {
    stated("label", decision.label);
    same("decision", decision.text, decision.span);
    stated("level", decision.level);
    stated("due", decision.due);
    if (decision.vote) vote(*decision.vote);
  }

  void vote(const Vote& vote) { same("vote", vote.text, vote.span); }

  void action(const Action& action) {
    same("action", action.text, action.span);
    persons(action.assignees);
    stated("due", action.due);
  }

  void persons(const std::vector<Person>& people) {
    for (const auto& person : people) words("person", person.name, person.span);
  }

  void stated(std::string_view what, const Stated& stated) {
    if (stated) same(what, stated.printed.empty() ? stated.value : stated.printed, stated.span);
  }

  /// The slice must show exactly `value`.
  void same(std::string_view what, std::string_view value, Span span) {
    if (value.empty() || !in_range(what, span)) return;
    const VisibleText wanted(value);
    const auto equal = [&](const VisibleText& shown) { return shown == wanted; };
    // Cut out of its surroundings, a slice may hold one half of a pair of asterisks or brackets.
    const auto plain = wanted.without_punctuation();
    const auto nearly_equal = [&](const VisibleText& shown) { return shown.without_punctuation() == plain; };
    const auto lowered = VisibleText(without_raised(value)).without_punctuation();
    const auto unmarked = [&](const VisibleText& shown) { return nearly_equal(shown) || shown.without_punctuation() == lowered; };
    // Markup that needs its surroundings to be seen as such (an attribute list below a heading) lies between the value's characters.
    const auto around = [&](const VisibleText& shown) { return shown.without_punctuation().surrounds(plain); };
    const bool shown = shows(span, equal) || shows(span, nearly_equal) || shows_raw(span, nearly_equal) || shows_unmarked(span, unmarked) || shows(span, around);
    if (!shown && !adds(span, nearly_equal)) report(what, value, span);
  }

  /// The slice must show every word of `value`.
  void words(std::string_view what, std::string_view value, Span span) {
    if (value.empty() || !in_range(what, span)) return;
    const auto holds_all = [&](const VisibleText& shown) {
      const auto plain = shown.without_punctuation();
      for (std::size_t begin = 0; begin < value.size();) {
        const auto end = std::min(value.find(' ', begin), value.size());
        const VisibleText word(value.substr(begin, end - begin));
        // As in same(): cut out of its surroundings, markup within a word may show.
        if (!shown.contains(word) && !plain.contains(word.without_punctuation())) return false;
        begin = end + 1;
      }
      return true;
    };
    if (!shows(span, holds_all) && !shows_raw(span, holds_all) && !shows_unmarked(span, holds_all) && !adds(span, holds_all)) report(what, value, span);
  }

  /// Its number, or a range of numbers around it ("4 bis 6").
  void attachment(const Attachment& attachment) {
    if (!in_range("attachment", attachment.span)) return;
    const auto number = last_word(attachment.label);
    int wanted = 0;
    std::from_chars(number.data(), number.data() + number.size(), wanted);
    std::vector<int> printed;
    bool inside = false;
    for (const char c : source_.bytes().substr(attachment.span.begin, attachment.span.end - attachment.span.begin)) {
      if (c == '\0') continue;  // the other half of a UTF-16 digit
      const bool digit = c >= '0' && c <= '9';
      if (digit && !inside) printed.push_back(0);
      if (digit && printed.back() < 1000) printed.back() = printed.back() * 10 + (c - '0');
      inside = digit;
    }
    if (printed.size() < 2 || wanted <= printed.front() || wanted >= printed.back()) words("attachment", number, attachment.span);
  }

  bool in_range(std::string_view what, Span span) {
    if (span.begin <= span.end && span.end <= source_.bytes().size()) return true;
    report(what, "", span);
    return false;
  }

  std::string_view slice(Span span) const {
    const auto begin = source_.to_text(span.begin);
    return source_.text().substr(begin, std::max(begin, source_.to_text(span.end)) - begin);
  }

  /// Whether the slice satisfies `test` as it stands, as its dialect shows it, or as HTML; or so in the surroundings that it may have been
  /// cut out of.
  template <class Test>
  bool shows(Span span, Test test) const {
    return shows(slice(span), test);
  }
  template <class Test>
  bool shows(std::string_view markup, Test test) const {
    const auto shown = [&](std::string_view front = "", std::string_view back = "") {
      return std::any_of(dialects_.begin(), dialects_.end(),
                         [&](const Reader* reader) { return test(VisibleText(reader->visible(fmt::format("{}{}{}", front, markup, back)))); });
    };
    if (test(VisibleText(markup)) || shown()) return true;
    // What stands within a line begins or ends no list, heading, code or HTML block: a zero-width space in front and behind.
    const std::string within = "\u200B";
    if (shown(within) || shown(within, within)) return true;
    // Inside a link's text the bracket is missing, inside code the backticks.
    if (markup.substr(0, markup.find('[')).find("](") != std::string_view::npos && shown("[")) return true;
    if (const auto first = markup.find('`'), last = markup.rfind('`'); first != std::string_view::npos) {
      const auto rest = markup.substr(first);
      const std::string opened(rest.substr(0, rest.find_first_not_of('`')));
      const std::string left_open(markup.substr(markup.find_last_not_of('`', last) + 1, last - markup.find_last_not_of('`', last)));
      if (shown(within + opened) || shown(within, left_open) || shown(within + opened, left_open)) return true;
    }
    // A block of HTML within Markdown shows controls and ends at an empty line.
    return shown("<div>");
  }

  /// Whether the slice satisfies `test` without what is struck out or raised in it.
  template <class Test>
  bool shows_unmarked(Span span, Test test) const {
    const auto begin = std::min(source_.to_text(span.begin), source_.text().size());
    const auto markup = unmarked_.markup({begin, std::clamp(source_.to_text(span.end), begin, source_.text().size())});
    return markup && shows(std::string_view(*markup), test);
  }

  /// Whether the slice satisfies `test` in one of the elements whose text is read otherwise than other text.
  template <class Test>
  bool shows_raw(Span span, Test test) const {
    constexpr std::array<std::string_view, 4> elements = {"<textarea>", "<xmp>", "<plaintext>", "<svg>"};
    const auto markup = slice(span);
    return html_ && std::any_of(elements.begin(), elements.end(),
                                [&](std::string_view element) { return test(VisibleText(html_->visible(fmt::format("{}{}", element, markup)))); });
  }

  /// Whether what the slice adds to the visible text of all in front of it satisfies `test`. This reads the document twice for one span, so
  /// that only a few are asked.
  template <class Test>
  bool adds(Span span, Test test) {
    const auto begin = source_.to_text(span.begin);
    const auto end = std::max(begin, source_.to_text(span.end));
    if (end > work_left_) return false;
    work_left_ -= end;
    const auto added = [&](const Reader* reader) {
      const VisibleText without(reader->visible(std::string(source_.text().substr(0, begin))));
      const VisibleText with(reader->visible(std::string(source_.text().substr(0, end))));
      const auto more = with.beyond(without);
      return more && test(*more);
    };
    return std::any_of(dialects_.begin(), dialects_.end(), added);
  }

  static std::string_view last_word(std::string_view text) {
    const auto space = text.rfind(' ');
    return space == std::string_view::npos ? text : text.substr(space + 1);
  }

  void report(std::string_view what, std::string_view value, Span span) {
    if (verification_.false_spans++ == 0) {
      const auto begin = std::min(source_.to_text(span.begin), source_.text().size());
      const auto end = std::max(begin, std::min(source_.to_text(span.end), source_.text().size()));
      verification_.first_false_span = fmt::format("{} '{}' is not what bytes {} to {} hold: '{}'", what, VisibleText(value).excerpt(0, 60), span.begin, span.end,
                                                   VisibleText(source_.text().substr(begin, std::min<std::size_t>(end - begin, 200))).excerpt(0, 60));
    }
  }

  const Source& source_;
  std::vector<const Reader*> dialects_;
  const Reader* html_;
  UnmarkedText unmarked_;
  Verification& verification_;
  std::size_t work_left_ = 16 * source_.text().size();  // bytes that adds() may read
};

}  // namespace

void verify_spans(const Minutes& minutes, const Source& source, const Reader& reader, Verification& verification) {
  SpanVerifier(source, reader, verification).minutes(minutes);
}

}  // namespace protokoll
