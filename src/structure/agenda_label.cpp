#include "structure/agenda_label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <array>

#include "structure/item_word.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// "Punto n. 1 all'ordine del giorno: …", "Point 3 de l'ordre du jour : …": how much of the word for "item" stands behind the number.
std::size_t words_behind(std::string_view word, std::string_view rest, const Language& language) {
  const auto end = rest.find_first_of(":.-");
  constexpr std::size_t longest = 40;
  if (end == std::string_view::npos || end > longest || !rest.starts_with(' ')) return 0;
  const auto words = trim(rest.substr(0, end));
  if (words.empty() || !language.has("item_words", fmt::format("{} {}", first_word(word), words))) return 0;
  return static_cast<std::size_t>(words.data() + words.size() - rest.data());
}

// "Délibération n° 3": words with the sign for "number", in front of a figure.
std::string_view word_with_sign(std::string_view text, const Language& language) {
  constexpr std::size_t longest = 40;
  const auto digit = text.substr(0, longest).find_first_of("0123456789");
  if (digit == std::string_view::npos || digit == 0) return {};
  const auto word = trim(text.substr(0, digit));
  return language.has("item_words", word) ? word : std::string_view{};
}

// "n°", "No.": what stands for the word "number" between an item's word and its number.
std::string_view number_sign(std::string_view text, const Language& language) {
  std::size_t end = 0;
  while (end < text.size() && !is_digit(static_cast<unsigned char>(text[end])) && text[end] != ' ' && end < 6) ++end;
  const auto behind = trim(text.substr(end));
  return end > 0 && !behind.empty() && is_digit(static_cast<unsigned char>(behind[0])) && language.has("number_signs", text.substr(0, end)) ? text.substr(0, end) : std::string_view{};
}

struct Number {
  std::size_t size = 0;
  LabelForm form = LabelForm::number;
};

// "bis" of "2bis" and " bis" of "2 bis."
std::size_t repeated(std::string_view text) {
  const std::size_t blank = text.starts_with(' ') ? 1 : 0;
  const auto word = text.substr(blank, 3);
  if ((word != "bis" && word != "ter") || (text.size() > blank + 3 && is_letter(first_character(text.substr(blank + 3))))) return 0;
  const auto behind = trim(text.substr(blank + 3));
  constexpr std::array<std::string_view, 5> ends{".", ")", ":", "-", "–"};
  return blank == 0 || std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return behind.starts_with(end); }) ? blank + 3 : 0;
}

Number parse_number(std::string_view text) {
  std::size_t at = 0;
  const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(static_cast<unsigned char>(text[i])); };
  const auto digits = [&] {
    const auto from = at;
    while (digit(at) && at - from < 7) ++at;
    // "70173" is a postal code; a running number of so many digits has its full stop.
    if (at - from > 4 && (digit(at) || at == text.size() || text[at] != '.' || digit(at + 1))) at = from + 4;
    return at > from;
  };
  const auto letter = [&](std::size_t i) { return i < text.size() && is_letter(first_character(text.substr(i))); };
  if (digits()) {
    while (at < text.size() && text[at] == '.' && digit(at + 1)) {
      ++at;
      digits();
    }
    // "10.a. Renewals"
    if (at + 1 < text.size() && text[at] == '.' && text[at + 1] >= 'a' && text[at + 1] <= 'z' && (at + 2 >= text.size() || text[at + 2] == '.' || text[at + 2] == ')' || text[at + 2] == ' ')) return {at + 2, LabelForm::number};
    const auto suffix = at + 1 < text.size() && text[at] == ' ' && text[at + 1] >= 'a' && text[at + 1] <= 'z' && at + 2 < text.size() && text[at + 2] == ')' ? at + 1 : at;
    if (suffix < text.size() && text[suffix] >= 'a' && text[suffix] <= 'z' && !letter(suffix + 1)) at = suffix + 1;
    else if (const auto more = repeated(text.substr(at)); more > 0) at += more;
    return {letter(at) && order_sign(text.substr(at)) == 0 ? 0 : at, LabelForm::number};
  }
  // "B.1"
  if (text.size() > 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] == '.' && digit(2)) {
    at = 1;
    while (at < text.size() && text[at] == '.' && digit(at + 1)) {
      ++at;
      digits();
    }
    if (!letter(at)) return {at, LabelForm::number};
    at = 0;
  }
  while (at < text.size() && std::string_view("IVXLC").find(text[at]) != std::string_view::npos) ++at;
  if (at > 0 && at <= 7 && !letter(at)) return {at, LabelForm::roman};
  // "IIA."
  if (at > 0 && at <= 7 && at + 1 < text.size() && text[at] >= 'A' && text[at] <= 'H' && (text[at + 1] == '.' || text[at + 1] == ')' || text[at + 1] == ':')) return {at + 1, LabelForm::roman};
  at = 0;
  while (at < text.size() && std::string_view("ivx").find(text[at]) != std::string_view::npos) ++at;
  if (at > 1 && at <= 6 && at < text.size() && (text[at] == '.' || text[at] == ')')) return {at, LabelForm::roman};
  if (!text.empty() && ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z')) && !letter(1)) return {1, LabelForm::letter};
  return {};
}

// "PUNTO PRIMERO.-", "PRIMER PUNTO DEL ORDEN DEL DÍA:", "Première résolution :", "SEGUNDO.- Obras": the number is a word.
std::optional<AgendaLabel> worded_label(std::string_view text, const Language& language) {
  AgendaLabel label;
  label.word = item_word(text, language);
  auto rest = trim(text.substr(label.word.size()));
  const auto ordinal = ordinal_word(rest, language);
  if (ordinal.size == 0) return std::nullopt;
  label.number = rest.substr(0, ordinal.size);
  label.count = ordinal.value;
  rest = rest.substr(ordinal.size);
  if (label.word.empty()) {
    label.word = item_word(trim(rest), language);
    if (!label.word.empty()) rest = after(rest, label.word);
  }
  while (rest.starts_with(' ') && trim(rest).starts_with(':')) rest.remove_prefix(1);
  while (!rest.empty() && std::string_view(".):").find(rest[0]) != std::string_view::npos) {
    label.end = rest[0];
    rest.remove_prefix(1);
  }
  label.rest = trim(rest);
  for (const std::string_view dash : {"-", "\u2013", "\u2014"})
    if (label.rest.starts_with(dash)) {
      label.end = '-';
      rest = label.rest.substr(dash.size());
      label.rest = trim(rest);
    }
  label.label = text.substr(0, text.size() - rest.size());
  const bool opens = label.rest.empty() || is_upper(first_character(trim_front(label.rest, U"\"'\u00AB\u201C")));
  return opens && (label.end != 0 || label.rest.empty() || !label.word.empty()) ? std::optional(label) : std::nullopt;
}

}  // namespace

std::size_t order_sign(std::string_view text) {
  const std::size_t stop = text.starts_with('.') ? 1 : 0;
  for (const std::string_view sign : {"\u00BA", "\u00AA", "\u00B0"})
    if (text.substr(stop).starts_with(sign)) return stop + sign.size();
  return 0;
}

std::size_t coded_number(std::string_view text) {
  constexpr std::size_t longest = 20;
  constexpr std::string_view code = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-:", digits = "0123456789";
  const auto number = trim(text.substr(0, text.find_first_not_of(code)), U":");
  const auto slash = number.rfind('/');
  if (slash == std::string_view::npos || slash == 0 || number.size() > longest || number.size() - slash > 5) return 0;
  const auto count = number.substr(slash + 1);
  return count.empty() || count.find_first_not_of(digits) != std::string_view::npos ? 0 : number.size();
}

std::size_t lettered_number(std::string_view text) {
  constexpr std::size_t most_letters = 2, most_digits = 7;
  std::size_t at = 0, letters = 0;
  while (at < text.size() && is_upper(first_character(text.substr(at))) && letters <= most_letters) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80);
    ++letters;
  }
  if (letters == 0 || letters > most_letters || at >= text.size()) return 0;
  if (text[at] == ' ' || text[at] == '-') ++at;
  const auto digits = at;
  const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(static_cast<unsigned char>(text[i])); };
  while (digit(at) || (at > digits && at < text.size() && text[at] == '.' && digit(at + 1))) ++at;
  if (at == digits || at - digits > most_digits) return 0;
  // "Ö 2a", "Ö 2bis"
  const auto inserted = repeated(text.substr(at));
  const auto letter = inserted == 0 && at < text.size() && text[at] >= 'a' && text[at] <= 'z' && (at + 1 == text.size() || !is_letter(first_character(text.substr(at + 1)))) ? std::size_t{1} : std::size_t{0};
  return at + inserted + letter;
}

int AgendaLabel::depth() const {
  return static_cast<int>(std::count(number.begin(), number.end(), '.'));
}

namespace {

// "1.500 euros"
bool is_thousands(std::string_view number) {
  const auto dot = number.find('.');
  return dot != std::string_view::npos && dot <= 3 && number.size() == dot + 4 && std::all_of(number.begin() + static_cast<std::ptrdiff_t>(dot) + 1, number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "1.Welcome", "3.-El presidente": the blank was left out; "3.OG", "1.FC" and "1.5" are no labels.
bool is_typed_close(const AgendaLabel& label) {
  constexpr std::size_t longest = 2;
  if (label.form != LabelForm::number || label.end == 0 || label.number.size() > longest || !is_upper(first_character(label.rest))) return false;
  const auto word = first_word(label.rest);
  return !is_all_capitals(word) && word.size() > 1 && word.find('.') == std::string_view::npos;
}

}  // namespace

std::optional<AgendaLabel> parse_agenda_label(std::string_view text, const Language& language) {
  text = trim(text);
  if (auto worded = worded_label(text, language)) return worded;
  AgendaLabel label;
  const bool square = text.starts_with('[');
  label.word = item_word(text.substr(square), language);
  if (label.word.empty()) label.word = word_with_sign(text.substr(square), language);
  if (square && label.word.empty()) return std::nullopt;
  auto rest = after(text, label.word.data() ? label.word : text.substr(0, 0));
  while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\n' || rest[0] == '#' || (!label.word.empty() && rest[0] == '.'))) rest.remove_prefix(1);
  // "Point n° 3", "Punto n. 3", "n° 3 –"
  if (const auto sign = number_sign(rest, language); !sign.empty()) {
    if (label.word.empty()) label.word = sign;
    rest = trim(rest.substr(sign.size()));
  }
  label.bracketed = !rest.empty() && rest[0] == '(';
  // "Topic: Budget": a word for "item" may stand without a number.
  if (!label.word.empty() && rest.starts_with(':') && language.has("topic_words", label.word)) {
    label.label = join(text.substr(0, 1), rest.substr(0, 1));
    label.rest = trim(rest.substr(1));
    label.end = ':';
    if (!label.rest.empty()) return label;
  }
  auto number = parse_number(rest.substr(label.bracketed));
  if (const auto coded = label.word.empty() || label.bracketed ? 0 : coded_number(rest); coded > 0) number = {coded, LabelForm::number};
  if (const auto lettered = label.word.empty() || label.bracketed ? 0 : lettered_number(rest); lettered > 0) number = {lettered, LabelForm::number};
  if (number.size == 0 || (label.word.empty() && rest.data() != text.data() && text[0] != '#')) return std::nullopt;
  label.form = number.form;
  label.number = rest.substr(label.bracketed, number.size);
  auto end = label.number.size() + label.bracketed;
  // "[Items 7.1-7.3]"
  if ((square || !label.word.empty()) && end + 1 < rest.size() && rest[end] == '-' && is_digit(static_cast<unsigned char>(rest[end + 1]))) {
    end = rest.find_first_not_of("0123456789.", end + 1);
    if (end == std::string_view::npos) return std::nullopt;
    label.number = rest.substr(0, end);
  }
  if (label.form == LabelForm::number) end += order_sign(rest.substr(end));
  const auto number_end = end;
  if (!label.word.empty()) end += words_behind(label.word, rest.substr(end), language);
  // French sets a blank in front of the colon.
  if (end + 1 < rest.size() && rest[end] == ' ' && rest[end + 1] == ':') ++end;
  while (end < rest.size() && std::string_view(square ? ".):]" : ".):").find(rest[end]) != std::string_view::npos) label.end = rest[end++];
  if (label.bracketed && label.end != ')') return std::nullopt;
  // "1.- Acta", "1º.-ACTA"
  if (label.end == '.' && end + 1 < rest.size() && rest[end] == '-' && (rest[end + 1] == ' ' || is_upper(first_character(rest.substr(end + 1))))) ++end;
  label.label = join(text.substr(0, 1), rest.substr(0, end));
  // A dash set off by spaces belongs to the label as well.
  const auto behind = trim(rest.substr(end));
  label.rest = behind;
  for (const std::string_view dash : {"-", "–", "—"})
    if (behind.starts_with(dash) && (behind.size() == dash.size() || behind[dash.size()] == ' ') && (!label.word.empty() || number_end == end)) {
      label.label = join(label.label, behind.substr(0, dash.size()));
      label.rest = trim(behind.substr(dash.size()));
      label.end = '-';
    }
  // "Résolution 5.2 : le conseil est chargé …" numbers a sentence.
  if (!label.word.empty() && label.end == ':' && is_lower(first_character(label.rest)) && language.has("articles", first_word(label.rest))) return std::nullopt;
  const bool alone = label.rest.empty();
  const bool spaced = label.rest.empty() || label.end == '-' || rest.size() <= end || rest[end] == ' ' || rest[end] == '\n' || !label.word.empty();
  if (!spaced && !is_typed_close(label)) return std::nullopt;  // "3.11.2020"
  if (label.word.empty() && is_thousands(label.number)) return std::nullopt;
  if (label.form != LabelForm::number && label.word.empty() && label.end == 0 && !alone) return std::nullopt;
  constexpr std::size_t longest_hashed = 2;  // "#1 Budget"; "#1234" is an issue
  const bool hashed = text[0] == '#' && label.number.size() <= longest_hashed && is_upper(first_character(label.rest));
  if (label.word.empty() && label.end == 0 && !alone && label.depth() == 0 && !hashed) return std::nullopt;
  return label;
}

int number_value(std::string_view number) {
  int value = 0;
  const auto end = number.data() + number.size();
  const auto [last, error] = std::from_chars(number.data(), end, value);
  return error == std::errc{} && last == end ? value : 0;
}

}  // namespace protokoll
