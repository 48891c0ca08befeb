/// The functions of the analysis that look at short texts: dates, times, sentences, lines; and messages for terminals.
#include "languages/languages.hpp"
#include "promises.hpp"
#include "protokoll/report.hpp"
#include "source/encodings.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"
#include "words/times.hpp"
#include "writers/markdown/escape.hpp"

namespace protokoll::fuzz {
namespace {

bool within(std::string_view part, std::string_view whole) { return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size()); }

void promise_order(const std::vector<std::string_view>& parts, std::string_view whole, std::string_view what) {
  const char* at = whole.data();
  for (const auto part : parts) {
    promise(!part.empty() && within(part, whole) && part.data() >= at, what, whole);
    at = part.data() + part.size();
  }
}

void promise_dates(std::string_view text, const Language& language) {
  for (const auto& date : find_dates(text, language)) {
    promise(within(date.text, text) && !date.text.empty(), "a date stands in its text", text);
    const auto value = date.edtf(2019);
    promise(value.empty() || value.size() == 10 || value.size() == 21, "a date is EDTF", value);
    if (exists(date.first) && date.first.year > 0) promise(weekday_of(date.first) >= 1 && weekday_of(date.first) <= 7, "weekdays are 1 to 7");
  }
  for (const auto& time : find_times(text, language)) {
    promise(within(time.text, text) && within(time.start_text, time.text) && within(time.end_text, time.text), "a time stands in its text", text);
    promise(time.start.size() == 5 && (time.end.empty() || time.end.size() == 5), "a time is HH:MM", time.start + "-" + time.end);
  }
}

void promise_messages(std::string_view bytes) {
  const auto safe = escaped(bytes);
  promise(is_utf8(safe), "an escaped text is valid UTF-8");
  for (const char c : safe) promise(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "an escaped text has no control characters");
  for (const auto* bidi : {"\u202A", "\u202B", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u0085", "\u009B"})
    promise(safe.find(bidi) == std::string::npos, "an escaped text turns nothing round");
}

void run(std::string_view bytes) {
  promise_messages(bytes);
  if (!is_utf8(bytes)) return;
  for (const auto* tag : {"de", "en"}) {
    const auto& language = *built_in_languages().find(tag);
    promise_dates(bytes, language);
    promise_order(sentences(bytes, language), bytes, "sentences are in order");
  }
  promise_order(lines(bytes), bytes, "lines are in order");
  promise_order(words(bytes), bytes, "words are in order");
  promise(within(without_bullet(bytes), bytes), "a bullet is cut off the front");
  promise(is_utf8(markdown::inline_text(bytes)) && is_utf8(markdown::address(bytes)), "escaped text is valid UTF-8");
}

}  // namespace
}  // namespace protokoll::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  protokoll::fuzz::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
