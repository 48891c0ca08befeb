/// All that is to be taken out of a document.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "protokoll/publish.hpp"
#include "publish/cuts.hpp"
#include "publish/names.hpp"
#include "source/source.hpp"

namespace protokoll::publishing {

struct Plan {
  Plan(std::string_view bytes, const PublishOptions& options);

  Source source;
  Minutes minutes;
  Language language;
  PrivatePeople people;
  std::vector<Cut> cuts;                ///< in order, none over another
  std::vector<Marked> marked;
  std::vector<std::string> strings;     ///< beside names what must not stand in the public edition: addresses, numbers, titles

 private:
  [[nodiscard]] Language read_minutes(std::string_view bytes, const PublishOptions& options);
  void find_people(const PublishOptions& options, const std::vector<NameText>& texts, const std::vector<std::string>& authors);
  void add_names(const PublishOptions& options, const std::vector<NameText>& texts);
  void add_strings(const std::vector<NameText>& texts, const std::vector<std::string>& wanted, RemovalKind kind, const std::string& mark, const std::string& uncertain);
  void set_marks();
};

/// Whether everybody who may be meant is kept.
[[nodiscard]] bool all_kept(const PrivatePeople& people, const NamePlace& place);

/// Where whole strings stand, in any spelling: their letters in one value or text, with words of their own at both ends.
[[nodiscard]] std::vector<LetterRange> find_strings(const NameText& text, const Patterns& patterns);

/// The patterns of strings long enough to mean something.
[[nodiscard]] Patterns string_patterns(const std::vector<std::string>& strings);

}  // namespace protokoll::publishing
