#include "cli/option.hpp"

#include <CLI/CLI.hpp>

#include "protokoll/names.hpp"

namespace protokoll::cli {

Option& Option::shown_as(std::string word) {
  option_->option_text(std::move(word));
  return *this;
}

Option& Option::described(std::string summary) {
  option_->description(std::move(summary));
  return *this;
}

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::one_each() {
  option_->allow_extra_args(false);
  return *this;
}

Option& Option::with_commas() {
  option_->delimiter(',');
  return one_each();
}

Option& Option::one_of(std::string kind, std::vector<std::string_view> names) {
  option_->transform(CLI::Validator(
      [kind = std::move(kind), names = std::move(names)](std::string& word) {
        for (const auto name : names) {
          if (!same_name(name, word)) continue;
          word = name;
          return std::string();
        }
        return unknown_name(kind, word, names);
      },
      ""));
  return *this;
}

Option& Option::at_most(unsigned number) {
  option_->check(CLI::Range(0U, number));
  return *this;
}

Option& Option::size_up_to(std::size_t bytes) {
  option_->transform(CLI::AsSizeValue(false) & CLI::Range(bytes));
  return *this;
}

Option& Option::hidden() {
  option_->group("");
  return *this;
}

bool Option::named() const { return option_->count() > 0; }

Option option(CLI::App& app, const std::string& names, std::string& value, const std::string& summary) { return Option(app.add_option(names, value, summary)); }

Option option(CLI::App& app, const std::string& names, std::vector<std::string>& value, const std::string& summary) { return Option(app.add_option(names, value, summary)); }

Option option(CLI::App& app, const std::string& names, unsigned& value, const std::string& summary) { return Option(app.add_option(names, value, summary)); }

Option option(CLI::App& app, const std::string& names, std::size_t& value, const std::string& summary) { return Option(app.add_option(names, value, summary)); }

void flag(CLI::App& app, const std::string& names, bool& value, const std::string& summary) { app.add_flag(names, value, summary); }

Option declared(CLI::App& app, const std::string& name) { return Option(app.get_option(name)); }

}  // namespace protokoll::cli
