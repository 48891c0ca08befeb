#include "check/suppressions.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "check/selection.hpp"

namespace protokoll {
namespace {

constexpr std::size_t no_line = static_cast<std::size_t>(-1);

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : list) {
    if (c != ' ' && c != ',' && c != '\n' && c != '\t' && c != '\r') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

}  // namespace

std::vector<Suppression> find_suppressions(const Source& source) {
  static const re2::RE2 comment(R"(<!--\s*protokoll-disable-(next-line|line|file)\b([A-Za-z0-9,\s-]*?)(?:\s--\s[^<>]*)?-->)");
  const auto text = source.text();
  std::vector<Suppression> found;
  re2::StringPiece rest(text.data(), text.size());
  std::size_t line = 1, counted = 0;
  while (rest.find("protokoll-disable-") != re2::StringPiece::npos) {
    re2::StringPiece groups[3];
    if (!comment.Match(rest, 0, rest.size(), re2::RE2::UNANCHORED, groups, 3)) break;
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    const auto end = begin + groups[0].size();
    line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted), text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    counted = end;
    Suppression suppression{.rules = split({groups[2].data(), groups[2].size()}), .span = source.to_bytes({begin, end})};
    const std::string_view kind(groups[1].data(), groups[1].size());
    suppression.first_line = kind == "file" ? 1 : kind == "line" ? line : line + 1;
    suppression.last_line = kind == "file" ? no_line : suppression.first_line;
    found.push_back(std::move(suppression));
    rest.remove_prefix(end - static_cast<std::size_t>(rest.data() - text.data()));
  }
  return found;
}

void suppress(std::vector<Suppression>& comments, const Source& source, std::vector<Diagnostic>& findings, std::vector<Diagnostic>& suppressed) {
  if (comments.empty()) return;
  const auto text = source.text();
  std::size_t line = 1, at = 0;
  std::vector<Diagnostic> kept;
  for (auto& finding : findings) {
    const auto begin = std::max(at, source.to_text(finding.span.begin));
    line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    at = begin;
    const auto hides = [&](const Suppression& comment) {
      return comment.first_line <= line && line <= comment.last_line && (comment.rules.empty() || names_rule(comment.rules, finding.id));
    };
    const auto comment = std::find_if(comments.begin(), comments.end(), hides);
    if (comment == comments.end()) {
      kept.push_back(std::move(finding));
      continue;
    }
    comment->used = true;
    suppressed.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

}  // namespace protokoll
