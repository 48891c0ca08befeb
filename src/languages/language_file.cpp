#include "languages/language_file.hpp"

#include <nlohmann/json.hpp>

namespace protokoll {
namespace {

using nlohmann::json;

// Takes what the front needs as the parser comes by it, and stops the parser when all is there.
class FrontReader : public json::json_sax_t {
 public:
  explicit FrontReader(LanguageFront& front) : front_(front) {}

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool string(string_t& text) override {
    if (path_ == "language") front_.tag = text;
    else if (path_ == "name") front_.name = text;
    else if (path_ == "typical") front_.typical.push_back(text);
    return true;
  }
  bool start_object(std::size_t) override { return ++depth_ > 0; }
  bool end_object() override { return --depth_ >= 0; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return path_ != "typical" || front_.tag.empty() || front_.name.empty(); }
  bool key(string_t& name) override {
    const bool wanted = depth_ == 1 ? name == "language" || name == "name" || name == "lists" : depth_ == 2 && in_lists_ && name == "typical";
    if (depth_ == 1) in_lists_ = name == "lists";
    path_ = wanted ? name : "";
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  LanguageFront& front_;
  std::string path_;  // the last key, if the front needs what stands under it
  int depth_ = 0;
  bool in_lists_ = false;
};

}  // namespace

LanguageFront read_front(std::string_view text) {
  LanguageFront front;
  FrontReader reader(front);
  json::sax_parse(text, &reader);
  if (front.name.empty()) front.name = front.tag;
  return front;
}

const Language& LanguageFile::language() const {
  std::call_once(once_, [this] { language_ = std::make_unique<Language>(json_, lexicon_, lists_); });
  return *language_;
}

}  // namespace protokoll
