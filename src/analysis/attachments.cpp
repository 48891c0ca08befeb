#include "analysis/attachments.hpp"

#include <algorithm>
#include <charconv>

#include "analysis/text.hpp"

namespace protokoll {
namespace {

constexpr int longest_range = 50;  // more are no list that somebody attached

// 0 for what begins with no digit.
int number_of(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "(Infoblatt)" at the front of a text, without its brackets.
std::string_view description_at(std::string_view text) {
  const auto rest = trim(text);
  if (rest.empty() || rest[0] != '(') return {};
  const auto close = rest.find(')');
  return close == std::string_view::npos || close > 120 ? std::string_view{} : rest.substr(1, close - 1);
}

// ", 5", "und 6": a further number of the same word.
PatternMatch further(std::string_view text, const Language& language) {
  constexpr std::size_t longest = 64;  // it begins here or not at all
  auto match = language.patterns("attachment_further").first(text.substr(0, longest));
  return match.pattern && match.text.data() == text.data() ? match : PatternMatch{};
}

}  // namespace

std::vector<AttachmentMention> find_attachments(std::string_view text, const Language& language) {
  std::vector<AttachmentMention> found;
  for (const auto& match : language.patterns("attachment").all(text)) {
    const auto word = match.pattern->attribute("label");
    const auto add = [&](std::string_view number, std::string_view place) {
      const auto basic = word.empty() ? std::string(match.group("word")) : std::string(word);
      found.push_back({basic + " " + std::string(number), description_at(after(text, place)), place});
      auto rest = after(text, place);
      if (!found.back().description.empty()) rest = after(rest, found.back().description).substr(1);
      return rest;
    };
    auto rest = add(match.group("number"), join(match.text, match.group("number")));
    auto last = match.group("number");
    for (auto next = further(rest, language); next.pattern; next = further(rest, language)) {
      const auto number = next.group("number");
      // "4 bis 6" has a 5 between them.
      if (next.pattern->attribute("range") == "true" && number_of(number) - number_of(last) <= longest_range)
        for (auto between = number_of(last) + 1; between < number_of(number); ++between) add(std::to_string(between), join(last, number));
      rest = add(number, number);
      last = number;
    }
  }
  return found;
}

void collect_attachments(std::string_view text, std::string_view item_number, std::vector<std::string>& labels, Context& context) {
  for (const auto& mention : find_attachments(text, context.language)) {
    if (std::find(labels.begin(), labels.end(), mention.label) == labels.end()) labels.push_back(mention.label);
    auto& known = context.minutes.attachments;
    auto& cited = context.cited.try_emplace(mention.label, CitedAttachment{known.size(), {}}).first->second;
    if (cited.place == known.size()) known.push_back({.label = mention.label, .span = context.span(mention.place)});
    auto& attachment = known[cited.place];
    if (attachment.description.empty()) attachment.description = Context::flat(mention.description);
    if (!item_number.empty() && cited.items.emplace(item_number).second) attachment.items.emplace_back(item_number);
  }
}

}  // namespace protokoll
