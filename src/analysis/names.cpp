#include "analysis/names.hpp"

#include "analysis/text.hpp"

namespace protokoll {

bool is_name_word(std::string_view word) {
  if (word.empty() || !is_upper(first_character(word))) return false;
  constexpr std::u32string_view inner = U"-'’.";
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    const auto c = first_character(word.substr(at));
    if (!is_letter(c) && inner.find(c) == std::u32string_view::npos) return false;
    if (c == '.' && at + 1 != word.size()) return false;
    letters += is_letter(c);
    at += size;
  }
  return word.back() != '.' || letters == 1;
}

namespace {

std::string_view next_word(std::string_view text) {
  text = trim(text);
  return text.substr(0, text.find_first_of(" \n"));
}

std::string_view without_comma(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == ':')) word.remove_suffix(1);
  return word;
}

bool is_listed(std::string_view list, std::string_view word, const Language& language) {
  return language.has(list, word) || (!word.empty() && word.back() == '.' && language.has(list, word.substr(0, word.size() - 1)));
}

}  // namespace

Address parse_address(std::string_view text, const Language& language) {
  Address address{.rest = trim(text)};
  if (const auto word = next_word(address.rest); is_listed("honorifics", word, language)) {
    address.honorific = word;
    address.rest = trim(after(address.rest, word));
  }
  while (true) {
    const auto word = next_word(address.rest);
    if (word.empty() || !is_listed("academic_titles", without_comma(word), language)) break;
    address.title = address.title.empty() ? word : join(address.title, word);
    address.rest = trim(after(address.rest, word));
  }
  return address;
}

NameEvidence::NameEvidence(const Context& context) {
  const auto& language = context.language;
  for (const auto& block : context.document.blocks) {
    if (block.boilerplate) continue;
    auto rest = context.document.view(block);
    while (!(rest = trim(rest)).empty()) {
      const auto word = next_word(rest);
      const auto bare = trim(word, U"(„\"“[–-");
      const auto from = bare.empty() ? rest : rest.substr(static_cast<std::size_t>(bare.data() - rest.data()));
      const auto address = parse_address(from, language);
      if (address.honorific.empty() && address.title.empty()) {
        rest = after(rest, word);
        continue;
      }
      // Up to three words of a name may follow; the last of them is the last name.
      NameMatch match{.honorific = address.honorific, .title = address.title};
      auto tail = address.rest;
      for (int count = 0; count < 4; ++count) {
        const auto raw = next_word(tail);
        const auto part = trim(raw, U",;:()„“”\"?!");
        const bool particle = match.name.empty() ? false : language.has("name_particles", part);
        const auto stem = !part.empty() && part.back() == '.' && part.size() > 3 ? part.substr(0, part.size() - 1) : part;
        if (!is_name_word(stem) && !(particle && count > 0)) break;
        if (!particle) match.name = match.name.empty() ? stem : join(match.name, stem);
        tail = after(tail, raw);
        if (part.size() != raw.size() || stem.size() != part.size()) break;  // punctuation ends the name
        if (!address.honorific.empty() && address.title.empty() && count >= 1) break;
      }
      if (!match.name.empty()) {
        match.text = join(match.honorific.empty() ? match.title : match.honorific, match.name);
        const auto space = match.name.find_last_of(" \n");
        last_names_.insert(space == std::string_view::npos ? match.name : match.name.substr(space + 1));
        // German nouns follow names in capitals: the word right behind the address counts as a last name too.
        last_names_.insert(next_word(match.name));
        mentions_.push_back(match);
        rest = after(rest, match.text);
      } else {
        rest = after(rest, word);
      }
    }
  }
}

Person to_person(const NameMatch& match, const Context& context) {
  Person person;
  person.name = Context::flat(match.name);
  person.honorific = Context::flat(match.honorific);
  person.title = Context::flat(match.title);
  person.affiliation = Context::flat(match.affiliation);
  person.role = Context::flat(match.role);
  person.span = context.span(match.text);
  return person;
}

}  // namespace protokoll
