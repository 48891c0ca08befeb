#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "publish/applied.hpp"
#include "publish/markup.hpp"
#include "publish/plan.hpp"

namespace protokoll {
namespace {

using namespace publishing;

constexpr std::size_t most_leaks = 300;

// Looks for what was taken out in a public edition, as it lies on disk.
class LeakFinder {
 public:
  // Of `marks`, which lie in the edition, nothing is a leak.
  LeakFinder(const Plan& plan, const PublishOptions& options, std::string_view published, const std::vector<Span>& marks)
      : plan_(plan), source_(published), markup_(source_.text()), signs_(read_signs(markup_)), marks_(marks), judge_(plan.people, options) {}

  /// Words that hold a name and stay, by how often; known once run() has ended.
  [[nodiscard]] const std::map<std::string, int>& ordinary() const { return ordinary_; }

  std::vector<Leak> run() {
    names();
    strings();
    std::stable_sort(leaks_.begin(), leaks_.end(), [](const Leak& a, const Leak& b) { return a.span.begin < b.span.begin; });
    if (leaks_.size() > most_leaks) leaks_.resize(most_leaks);
    return std::move(leaks_);
  }

 private:
  // Every occurrence of a word of a name, one by one; where the publisher joins and chooses, this does not.
  void names() {
    const auto patterns = plan_.people.patterns();
    for (const bool prose : {true, false}) {
      const NameText text(prose ? signs_.shown : signs_.inside, prose);
      const auto places = find_names(text, plan_.people, patterns, judge_);
      for (const auto& hit : patterns.find(text.letters))
        judge_.judge(text, hit.range, patterns.numbers(hit.pattern), [&](const NameJudge::Judgement& judged, const std::vector<std::uint32_t>& people) {
          if (judged.sense == Sense::ordinary) {
            ++ordinary_[text.text(judged.word)];
            return;
          }
          const auto is = judged.sense == Sense::part ? "holds a part of" : "is of";
          if (!is_of_kept(places, hit.range)) leak(text, hit.range, fmt::format("'{}' {} the name of {}", text.text(judged.word), is, plan_.people.at(people.front()).name));
        });
      for (const auto& place : find_initials(text, plan_.people, places))
        if (!all_kept(plan_.people, place)) leak(text, place.range, fmt::format("'{}' are the initials of {}", text.text(place.range), plan_.people.at(place.people.front()).name));
    }
  }

  [[nodiscard]] bool is_of_kept(const std::vector<NamePlace>& places, LetterRange hit) const {
    const auto place = std::upper_bound(places.begin(), places.end(), hit.begin, [](std::uint32_t at, const NamePlace& p) { return at < p.range.begin; });
    return place != places.begin() && std::prev(place)->range.end >= hit.end && all_kept(plan_.people, *std::prev(place));
  }

  void strings() {
    const auto patterns = string_patterns(plan_.strings);
    for (const bool prose : {true, false}) {
      const NameText text(prose ? signs_.shown : signs_.inside, prose);
      for (const auto& range : find_strings(text, patterns)) leak(text, range, fmt::format("'{}' was taken out", text.text(range)));
    }
  }

  void leak(const NameText& text, LetterRange range, std::string what) {
    const auto where = signs_of(text.letters, range, text.signs);
    const auto place = source_.to_bytes({text.signs[where.begin].begin, text.signs[where.end - 1].end});
    const auto mark = std::upper_bound(marks_.begin(), marks_.end(), place.begin, [](std::size_t at, Span span) { return at < span.begin; });
    if (mark != marks_.begin() && place.end <= std::prev(mark)->end) return;
    if (leaks_.size() <= most_leaks * 2 && std::none_of(leaks_.begin(), leaks_.end(), [&](const Leak& other) { return other.span == place; })) leaks_.push_back({place, std::move(what)});
  }

  const Plan& plan_;
  Source source_;
  Markup markup_;
  Signs signs_;
  const std::vector<Span>& marks_;
  NameJudge judge_;
  std::vector<Leak> leaks_;
  std::map<std::string, int> ordinary_;
};

std::string excerpt(std::string_view bytes, std::size_t at) {
  constexpr std::size_t longest = 40;
  if (at >= bytes.size()) return "the end";
  auto end = std::min(bytes.size(), at + longest);
  while (end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80) ++end;
  return fmt::format("'{}'", bytes.substr(at, end - at));
}

// The first byte that is neither the original's nor of a mark in its place.
std::optional<Leak> find_change(std::string_view expected, std::string_view published) {
  if (expected == published) return std::nullopt;
  auto at = static_cast<std::size_t>(std::mismatch(expected.begin(), expected.end(), published.begin(), published.end()).first - expected.begin());
  while (at > 0 && at < expected.size() && (static_cast<unsigned char>(expected[at]) & 0xC0) == 0x80) --at;
  return Leak{{at, std::min(at + 1, published.size())}, fmt::format("{} stands where the original, without what is taken out of it, has {}", excerpt(published, at), excerpt(expected, at))};
}

}  // namespace

PublicationProof verify_publication(std::string_view original, std::string_view published, const PublishOptions& options) {
  const Plan plan(original, options);
  auto applied = apply(plan);
  PublicationProof proof;
  proof.change = find_change(applied.bytes, published);
  // Behind a change nobody knows where the marks stand.
  if (proof.change) std::erase_if(applied.marks, [&](Span mark) { return mark.end > proof.change->span.begin; });
  LeakFinder finder(plan, options, published, applied.marks);
  proof.leaks = finder.run();
  proof.ordinary.assign(finder.ordinary().begin(), finder.ordinary().end());
  for (const auto& person : plan.people.all()) proof.searched += person.kept ? 0 : person.parts.size();
  proof.searched += plan.strings.size();
  return proof;
}

}  // namespace protokoll
