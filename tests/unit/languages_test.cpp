#include "languages/languages.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "plugins.hpp"

using namespace protokoll;
using nlohmann::json;

namespace {

std::set<std::string> keys(const json& object) {
  std::set<std::string> found;
  for (const auto& [key, value] : object.items()) found.insert(key);
  return found;
}

/// What the code in some folders asks a language for: NAME("key") and has("key", …).
std::set<std::string> asked_for(const std::string& function, std::initializer_list<const char*> folders) {
  std::set<std::string> found;
  for (const auto* folder : folders)
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(PROTOKOLL_SOURCE_DIR) + folder)) {
      if (entry.path().extension() != ".cpp") continue;
      std::ifstream file(entry.path());
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      const auto call = function + "(\"";
      for (auto at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
        const auto begin = at + call.size();
        const auto key = text.substr(begin, text.find('"', begin) - begin);
        if (key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos) found.insert(key);
      }
    }
  return found;
}

std::set<std::string> missing(const std::set<std::string>& wanted, const json& object) {
  const auto present = keys(object);
  std::set<std::string> gone;
  std::set_difference(wanted.begin(), wanted.end(), present.begin(), present.end(), std::inserter(gone, gone.end()));
  return gone;
}

// Words for times, dates and names that a language may have none of.
const std::set<std::string> may_lack{"bare_deeds",   "date_habits", "first_words",  "half_words", "half_to_words", "hour_marks",   "hour_units",
                                     "noon_words",  "past_words",   "to_words",   "name_suffixes", "extra_marks", "excuse_marks", "level_words", "last_name_labels", "first_name_labels", "forenoon", "afternoon", "hour_joiners", "short_units", "infinitive_ends"};

}  // namespace

TEST_CASE("every built-in language is sound and has what the analysis asks for") {
  const auto lists = asked_for("has", {"/src/structure", "/src/facts", "/src/minutes", "/src/words"});
  REQUIRE(lists.contains("roles"));
  const auto english = json::parse(std::find_if(plugins::languages().begin(), plugins::languages().end(), [](const auto& r) { return r.name == "en"; })->content);
  for (const auto& resource : plugins::languages()) {
    INFO(resource.name);
    CHECK_NOTHROW(Language(resource.content));
    const auto file = json::parse(resource.content);
    CHECK(file.at("language") == resource.name);
    CHECK(keys(file) == keys(english));
    CHECK_FALSE(file.at("attachments").empty());
    for (const auto& list : missing(lists, file.at("lists"))) {
      INFO(list);
      CHECK((file.at("labels").contains(list) || may_lack.contains(list)));
    }
    CHECK(keys(file.at("classes")) == keys(english.at("classes")));
    CHECK(keys(file.at("labels")) == keys(english.at("labels")));
    CHECK(keys(file.at("writer")) == keys(english.at("writer")));
    std::set<int> months;
    for (const auto& [name, number] : file.at("months").items()) months.insert(number.get<int>());
    CHECK(months.size() == 12);
  }
}

TEST_CASE("a language that was laid out at build time is the one its file says") {
  std::size_t words = 0;
  for (const auto& resource : plugins::languages()) {
    INFO(resource.name);
    const Language laid_out(resource.rest, resource.image, resource.lists), read(resource.content);
    CHECK(laid_out.tag() == read.tag());
    const auto file = json::parse(resource.content);
    for (const auto& [key, list] : file.at("lists").items())
      for (const auto& word : list)
        for (const auto* language : {&laid_out, &read})
          if (!language->has(Key(std::string_view(key)), word.get_ref<const std::string&>())) FAIL(key << ": " << word);
    CHECK_FALSE(laid_out.has("given_names", "Unterausschuss"));
    for (const auto& [key, forms] : file.at("classes").items())
      for (const auto& form : forms) {
        const auto text = form.get<std::string>();
        auto word = fold_case(text.substr(0, text.find(' ')));
        std::erase(word, '*');
        const auto a = laid_out.lexicon().look_up(word), b = read.lexicon().look_up(word);
        ++words;
        if (!(a.classes == b.classes) || a.elements != b.elements) FAIL(word);
        // A form of one word, as if it were one, has the class under which it stands.
        if (text.find(' ') == std::string::npos && !a.classes.has(*word_class(key))) FAIL(text << " is no " << key);
        for (const auto element : a.elements)
          for (const auto phrase : laid_out.lexicon().phrases_from(element)) REQUIRE(laid_out.lexicon().phrase(phrase).elements.front() == element);
      }
  }
  CHECK(words > 40'000);
}

TEST_CASE("a language is recognised by its typical words") {
  const auto& languages = built_in_languages();
  const auto tag = [&](std::string_view text) { return languages.detect(text).tag(); };
  CHECK(tag("Der Vorstand wird die Mittel für das nächste Jahr nicht kürzen.") == "de");
  CHECK(tag("The board will not cut the funds for next year.") == "en");
  CHECK(tag("Le bureau ne réduit pas les crédits pour cette année.") == "fr");
  CHECK(tag("Il direttivo non riduce i fondi della sezione, che sono già nel bilancio.") == "it");
  CHECK(tag("Het bestuur verlaagt de middelen voor het volgende jaar niet.") == "nl");
  // Short texts of languages whose little words are alike.
  CHECK(tag("Verbale del consiglio. Il consiglio ne ha parlato a lungo. Anna invia il link, Luca prenota la sala.") == "it");
  CHECK(tag("La junta de la asociaci\u00F3n. Ana habla con el due\u00F1o de la sala. No hay otros asuntos.") == "es");
  CHECK(tag("Pr\u00E9sents : Nom Pr\u00E9nom (oui), Nom Pr\u00E9nom (non), Nom Pr\u00E9nom (non)") == "fr");
  CHECK(languages.detect("", "fr-BE").tag() == "fr");
}

TEST_CASE("a part of a document keeps the document's language unless it clearly is in another") {
  const auto& languages = built_in_languages();
  const auto& german = *languages.find("de");
  const auto clearly = [&](std::string_view part) {
    const std::string whole = "Le " + std::string(part) + " und der Rest, dans la vallée avec les autres.";
    const std::string_view parts[] = {std::string_view(whole).substr(3, part.size())};
    return TextLanguages(languages, whole).clearly(parts, german).tag();
  };
  CHECK(clearly("Le rapport est dans la salle.") == "de");  // too few words to tell
  const auto french = "Le bureau présente le projet avec les communes et la région, qui est prévu pour cette année dans la vallée.";
  CHECK(clearly(french) == "fr");
  std::string mixed = french;
  mixed += " Der Vorstand wird das Projekt mit dem Verein und der Gemeinde für das nächste Jahr und auch für die Zeit nach der Wahl planen.";
  CHECK(clearly(mixed) == "de");
}

TEST_CASE("a label may be a phrase with other words around it") {
  const Language language(R"({"language": "x", "labels": {"present": ["Present", "~3 present ~1"], "absent": ["~2 not present"], "next": ["the next ~1 *meeting*"]}})");
  const auto key = [&](std::string_view text) { return language.label(text).empty() ? std::string() : language.label(text).front(); };
  CHECK(key("PRESENT") == "present");
  CHECK(key("Members of the  board present were") == "");  // more words than the gap has
  CHECK(key("Of the board present were") == "present");
  CHECK(key("Members not present") == "absent");  // more of its own words
  CHECK(key("The next board meetings") == "next");
  CHECK(key("The next meeting on Monday") == "");
  CHECK(key("Ada, Eve present") == "");      // no label but names
  CHECK(key("At 6:04 p.m. present") == "");
  CHECK(key("Two of nurses\u2019 present") == "present");
  CHECK(key("") == "");
}

TEST_CASE("a label's forms are checked") {
  const auto reads = [](const std::string& form) { return Language(R"({"language": "x", "labels": {"next": [")" + form + R"("]}})"); };
  CHECK_NOTHROW(reads("Teilnehmer*innen"));
  CHECK_THROWS_AS(reads("next ~ meeting"), std::invalid_argument);
  CHECK_THROWS_AS(reads("next ~10 meeting"), std::invalid_argument);
  CHECK_THROWS_AS(reads("~2 *meeting"), std::invalid_argument);
  CHECK_THROWS_AS(reads("next *a*b*"), std::invalid_argument);
}

TEST_CASE("a file may extend a built-in language or replace it") {
  const Languages more({R"({"language": "de", "extends": "de", "labels": {"decision": ["Ratschluss"]}})"});
  CHECK(more.find("de")->is_label("Ratschluss", "decision"));
  CHECK(more.find("de")->is_label("Beschluss", "decision"));
  CHECK(more.list().size() == built_in_languages().list().size());
  const Languages other({R"({"language": "de", "labels": {"decision": ["Ratschluss"]}})"});
  CHECK_FALSE(other.find("de")->is_label("Beschluss", "decision"));
  const Languages dialect({R"({"language": "de-AT", "extends": "de", "name": "Österreichisch", "months": {"Hornung": 2}})"});
  CHECK(dialect.find("de-AT")->month("hornung") == 2);
  CHECK(dialect.find("de-AT")->month("März") == 3);
  CHECK_FALSE(dialect.find("de")->month("hornung"));
}
