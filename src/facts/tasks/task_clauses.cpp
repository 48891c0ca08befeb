#include "facts/tasks/task_clauses.hpp"

#include <algorithm>

#include "facts/tasks/task_frame.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

bool is_somebody(const DoerGroup& group) { return group.kind() == DoerKind::person || group.kind() == DoerKind::office; }

// "Ms Ott asks for light; the caretaker sees to it.": parted by semicolons where each part says in front who acts.
std::vector<std::string_view> parted_by_semicolons(std::string_view sentence, const Context& context) {
  std::vector<std::string_view> clauses;
  for (std::size_t begin = 0, end = 0; end != std::string_view::npos; begin = end + 1) {
    end = sentence.find(';', begin);
    const auto clause = trim(sentence.substr(begin, end == std::string_view::npos ? end : end - begin));
    const auto frame = task_frame(clause, context);
    if (frame.groups.empty() || frame.groups.front().place != DoerPlace::front || !is_somebody(frame.groups.front())) return {sentence};
    clauses.push_back(clause);
  }
  return clauses;
}

// Whether a verb of what is to be done follows somebody.
bool sets_to_work(const DoerGroup& group, const TaskFrame& frame, const Context& context) {
  if (!is_somebody(group) || group.last >= frame.tokens.size()) return false;
  const auto& next = frame.tokens[group.last];
  constexpr WordClasses verbs{WordClass::future, WordClass::undertake, WordClass::act, WordClass::must};
  return next.is_any(verbs) || next.is(WordClass::modal) || (next.kind == TokenKind::word && context.language.has("infinitive_marks", context.reading.text(next)));
}

}  // namespace

bool only_names_who(std::string_view sentence, const Context& context) {
  if (sentence.front() == '(') return false;
  const auto frame = task_frame(sentence, context);
  if (only_says_who(frame, context)) return true;
  return !is_letter(first_character(sentence)) && frame.pointed && frame.groups.size() == 1 && frame.groups.front().first == frame.start && frame.groups.front().last + 1 >= frame.tokens.size();
}

std::vector<std::string_view> task_paragraph_parts(std::string_view text, const Context& context) {
  constexpr std::size_t most = 40;
  const auto sentences = context.sentences(text);
  if (sentences.size() < 2 || sentences.size() > most) return {text};
  std::vector<std::string_view> parts;
  for (const auto sentence : sentences) {
    const auto frame = task_frame(sentence, context);
    const bool begins = std::any_of(frame.groups.begin(), frame.groups.end(), [](const DoerGroup& group) {
      return (group.kind() == DoerKind::person || group.kind() == DoerKind::office) && (group.place == DoerPlace::front || group.place == DoerPlace::colon);
    });
    if (parts.empty() || begins) parts.push_back(sentence);
    else parts.back() = join(parts.back(), sentence);
  }
  return parts;
}

std::vector<std::string_view> task_clauses(std::string_view sentence, const Context& context) {
  if (sentence.find(';') != std::string_view::npos)
    if (auto clauses = parted_by_semicolons(sentence, context); clauses.size() > 1) return clauses;
  const auto frame = task_frame(sentence, context);
  if (frame.groups.size() < 2) return {sentence};
  const auto word = [&](std::size_t at) { return context.reading.text(frame.tokens[at]); };
  const auto& front = frame.groups.front();
  const bool pointed = (frame.pointed || front.place == DoerPlace::arrow) && front.last < frame.tokens.size() && frame.tokens[front.last].mark == ':';
  if (!pointed && !(front.place == DoerPlace::front && sets_to_work(front, frame, context))) return {sentence};
  std::vector<std::string_view> clauses;
  auto begin = sentence.data();
  for (auto group = frame.groups.begin() + 1; group != frame.groups.end(); ++group) {
    const auto& before = frame.tokens[group->first - 1];
    const bool arrow = pointed && group->place == DoerPlace::arrow && group->last < frame.tokens.size() && frame.tokens[group->last].mark == ':';
    const bool joined = before.mark == ',' || before.mark == ';' || (before.kind == TokenKind::word && context.language.has("name_joiners", word(group->first - 1)));
    if (!arrow && !(!pointed && joined && sets_to_work(*group, frame, context))) continue;
    clauses.push_back(trim(std::string_view(begin, static_cast<std::size_t>(word(group->first - 1).data() - begin)), U",;"));
    begin = word(group->first).data();
  }
  clauses.push_back(trim(std::string_view(begin, static_cast<std::size_t>(sentence.data() + sentence.size() - begin))));
  return clauses;
}

std::vector<std::string_view> task_sentences(std::string_view text, const Context& context) {
  constexpr std::size_t longest = 60, few = 3;
  std::vector<std::string_view> sentences;
  for (const auto sentence : context.sentences(text)) {
    const bool closes = sentences.size() <= few && sentence.data() + sentence.size() == text.data() + text.size();
    if (!sentences.empty() && only_names_who(sentence, context)) {
      if (closes) sentences = {join(sentences.front(), sentence)};
      else sentences.back() = join(sentences.back(), sentence);
      continue;
    }
    const bool bracketed = (sentence.front() == '(' || sentence.front() == '[') && sentence.size() <= longest;
    if (bracketed && !sentences.empty()) {
      const auto tokens = context.reading.tokens(sentence);
      const auto start = tokens.size() > 2 && tokens[1].is_any({WordClass::task_noun, WordClass::assign}) ? std::size_t{2} : std::size_t{1};
      const auto groups = find_doers(tokens, start, context);
      if (groups.size() == 1 && groups.front().first <= start + 1 && groups.front().last + 3 >= tokens.size()) {
        if (closes) sentences = {join(sentences.front(), sentence)};
        else sentences.back() = join(sentences.back(), sentence);
        continue;
      }
    }
    sentences.push_back(sentence);
  }
  return sentences;
}

}  // namespace protokoll
