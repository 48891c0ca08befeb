#include "languages/lexicon_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "languages/word_map.hpp"

namespace protokoll {
namespace {

using Units = std::vector<std::uint32_t>;

std::uint32_t as_unit(std::size_t number) { return static_cast<std::uint32_t>(number); }

}  // namespace

LexiconWriter::Form& LexiconWriter::form(std::string_view word) {
  const bool open_front = word.starts_with('*'), open_back = word.size() > 1 && word.ends_with('*');
  auto stem = word;
  if (open_front) stem.remove_prefix(1);
  if (open_back) stem.remove_suffix(1);
  if (stem.empty() || stem.find('*') != std::string_view::npos) throw std::invalid_argument(fmt::format("'{}' is no form of a word", word));
  auto& [whole, begins, ends, parts] = forms_;
  auto& forms = open_front && open_back ? parts : open_front ? ends : open_back ? begins : whole;
  if (&forms == &parts) part_lengths_ |= std::uint64_t{1} << std::min<std::size_t>(stem.size(), 63);
  if (&forms == &ends) longest_end_ = std::max(longest_end_, as_unit(stem.size()));
  if (&forms == &begins) longest_begin_ = std::max(longest_begin_, as_unit(stem.size()));
  const auto place = forms.table.add(stem);
  if (place == forms.values.size()) forms.values.emplace_back();
  return forms.values[place];
}

std::uint32_t LexiconWriter::element(std::string_view word) {
  auto& id = form(word).element;
  if (id == Lexicon::no_element) {
    id = as_unit(from_.size());
    from_.emplace_back();
  }
  return id;
}

void LexiconWriter::add(WordClass word_class, std::string_view text) {
  const auto folded = fold_case(text);
  const auto words = folded_words(folded);
  if (words.empty()) throw std::invalid_argument("an empty form");
  if (words.size() == 1) return form(words[0]).classes.add(word_class);
  Phrase phrase;
  phrase.classes.add(word_class);
  for (const auto word : words) {
    if (word != "~" && word != "~.") phrase.elements.push_back(element(word));
    else if (phrase.gap == 0 && !phrase.elements.empty()) phrase.gap = phrase.elements.size(), phrase.ends_clause = word == "~.";
    else throw std::invalid_argument(fmt::format("'{}' has its gap in a place where none may be", text));
  }
  if (phrase.elements.size() < 2) throw std::invalid_argument(fmt::format("'{}' is no phrase", text));
  auto& same = from_[phrase.elements.front()];
  const auto known = std::find_if(same.begin(), same.end(), [&](std::uint32_t i) { return phrases_[i].elements == phrase.elements && phrases_[i].gap == phrase.gap && phrases_[i].ends_clause == phrase.ends_clause; });
  if (known != same.end()) return phrases_[*known].classes.add(word_class);
  const auto longer = [&](std::uint32_t i) { return phrases_[i].elements.size() >= phrase.elements.size(); };
  same.insert(std::find_if_not(same.begin(), same.end(), longer), as_unit(phrases_.size()));
  phrases_.push_back(std::move(phrase));
}

Units LexiconWriter::write() const {
  Sets sets;
  const auto set_of = [&](const WordClasses& classes) { return sets.try_emplace(classes.bits(), as_unit(sets.size())).first->second; };
  Units image;
  flat::append(image, Units{longest_begin_, longest_end_, as_unit(part_lengths_ & 0xFFFFFFFFU), as_unit(part_lengths_ >> 32)});
  for (const auto& forms : forms_) {
    Units table, values;
    forms.table.write(table);
    for (const auto& form : forms.values) values.insert(values.end(), {set_of(form.classes), form.element});
    flat::append(image, table);
    flat::append(image, values);
  }
  Units phrases, elements, first, from;
  for (const auto& phrase : phrases_) {
    phrases.insert(phrases.end(), {as_unit(elements.size()), as_unit(phrase.elements.size()), as_unit(phrase.gap << 1 | (phrase.ends_clause ? 1U : 0U)), set_of(phrase.classes)});
    elements.insert(elements.end(), phrase.elements.begin(), phrase.elements.end());
  }
  for (const auto& indices : from_) {
    first.push_back(as_unit(from.size()));
    from.insert(from.end(), indices.begin(), indices.end());
  }
  first.push_back(as_unit(from.size()));
  Units bits(sets.size() * 4);
  for (const auto& [set, place] : sets)
    for (std::size_t i = 0; i < 4; ++i) bits[place * 4 + i] = as_unit(set[i / 2] >> (i % 2 * 32) & 0xFFFFFFFFU);
  for (const auto* part : {&bits, &phrases, &elements, &first, &from}) flat::append(image, *part);
  return image;
}

Units lay_out_lexicon(const nlohmann::json& classes) {
  LexiconWriter writer;
  for (const auto& [key, forms] : classes.items()) {
    const auto named = word_class(key);
    if (!named) throw std::invalid_argument(fmt::format("classes/{}: there is no such class of words", key));
    for (const auto& form : forms) {
      try {
        writer.add(*named, form.get_ref<const std::string&>());
      } catch (const std::invalid_argument& fault) {
        throw std::invalid_argument(fmt::format("classes/{}: {}", key, fault.what()));
      }
    }
  }
  return writer.write();
}

}  // namespace protokoll
