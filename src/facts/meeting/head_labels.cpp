#include <algorithm>
#include <string>

#include "facts/meeting/head_reader.hpp"
#include "facts/meeting/place.hpp"
#include "facts/meeting/statements.hpp"
#include "facts/names/name_entry.hpp"
#include "words/text.hpp"

namespace protokoll {

namespace {

bool tells_seconds(std::string_view value) {
  const auto two_digits = [&](std::size_t at) { return at + 2 < value.size() && value[at] == ':' && is_digit(static_cast<unsigned char>(value[at + 1])) && is_digit(static_cast<unsigned char>(value[at + 2])); };
  constexpr std::size_t minutes = 3;
  for (auto at = value.find(':'); at != std::string_view::npos; at = value.find(':', at + 1))
    if (two_digits(at) && two_digits(at + minutes)) return true;
  return false;
}

// "Premises" above "It was agreed to rent the hall": what an item of that title is about, and no place.
bool tells_of_deeds(std::string_view value, const Context& context) {
  using enum WordClass;
  return context.reading.classes(value).any({adopt, resolve, approve, accept, reject, elect, agree, recommend, defer, report, discuss, ask, suggest, act, assign});
}

}  // namespace

void HeadReader::labelled(std::string_view value) {
  if (waiting_.empty() || has(waiting_, "other") || has(waiting_, "next") || has(waiting_, "title")) return;
  const auto worth = in_item_ ? Worth::sentence : Worth::label;
  const bool both = has(waiting_, "start") && has(waiting_, "end");
  if (has(waiting_, "date") || has(waiting_, "start")) {
    // "date: 2011-02-24 21:00:00" is when the page was written.
    const bool stamped = !has(waiting_, "start") && tells_seconds(value);
    const bool of_mail = is_mail_ && pieces_ <= 8;
    // "Termin: 21. März, 10 Uhr" in an item is that of something else, where the meeting's is known.
    const bool of_item = in_item_ && !has(waiting_, "start") && choice_.has_date(Worth::title);
    choice_.date(value, of_mail ? Worth::aside : worth);
    // What a label calls the start is worth more than a time behind the date.
    if (!of_mail && !stamped && !of_item) choice_.times(value, has(waiting_, "start") ? worth : Worth::sentence, has(waiting_, "start") ? BareFigures::time : BareFigures::no_time);
    near_date_ = true;
  }
  if (has(waiting_, "end")) {
    const auto found = find_times(value, context_.language, BareFigures::time);
    if (!found.empty() && (!both || found.size() > 1 || !found.back().end.empty())) {
      auto last = found.back();
      if (!last.end.empty()) last = {last.end, {}, last.end_text, {}, last.text, false};
      choice_.end(last, worth);
    }
  }
  // "Beginn 14 Uhr • Ende 17 Uhr • Rathaus"
  if ((has(waiting_, "date") || has(waiting_, "start") || has(waiting_, "end")) && !has(waiting_, "location"))
    if (const auto place = place_in_line(value, context_); place.weight == 3) choice_.place(place.text, Worth::line);
  if (has(waiting_, "location") && !(in_item_ && tells_of_deeds(value, context_))) {
    const auto line = waiting_.size() > 1 ? place_in_line(value, context_) : PlaceMatch{};
    choice_.place(line.weight > 0 ? line.text : waiting_.size() > 1 ? std::string_view{} : place_of_label(value, context_), worth);
  }
  if (has(waiting_, "organization") && !context_.minutes.meeting.organization && !begins_with_date(value) && likeness_of(value, context_) != Likeness::sure) context_.minutes.meeting.organization = context_.stated(value);
}

std::string_view HeadReader::longer_label(const Segment& segment, const TextBlock& block) const {
  const auto text = context_.document.view(block);
  constexpr std::size_t longest = 40;
  auto front = before(text, segment.label);
  front.remove_prefix(front.size() - std::min(front.size(), longest + 1));
  const auto line = front.substr(front.rfind('\n') + 1);
  return line.size() > longest || line.find(':') != std::string_view::npos ? segment.label : join(trim(line).empty() ? segment.label : trim(line), segment.label);
}

bool HeadReader::begins_with_date(std::string_view value) const {
  const auto dates = find_dates(value, context_.language);
  return !dates.empty() && dates.front().text.data() == value.data();
}

void HeadReader::metadata(const TextBlock& block) {
  const auto text = context_.view(block.range);
  const auto split = block.split - block.range.begin;
  const auto value = trim(text.substr(split), U"\"'[]<> ");
  auto label = std::string(trim(text.substr(0, split), U": =+#%"));
  if (value.empty()) return;
  auto keys = head_keys(trim(text.substr(0, split), U": =+#%"), context_);
  const bool own = label.find('_') != std::string::npos;  // meeting_date
  if (keys.empty() && own) {
    std::replace(label.begin(), label.end(), '_', ' ');
    if (const auto& named = context_.language.label(label); !named.empty()) keys = named;
  }
  if (has(keys, "title")) {
    choice_.date(value, Worth::mention);
    return;
  }
  if (has(keys, "date")) choice_.date(value, own ? Worth::label : Worth::aside);
  else if (!keys.empty() && !has(keys, "other")) {
    waiting_ = keys;
    labelled(value);
    waiting_.clear();
  }
}

}  // namespace protokoll
