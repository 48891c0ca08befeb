/// Options whose value is one of a few names.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/names.hpp"

namespace protokoll::cli {

/// Takes one of `names` in any case, and refuses others with the one that was probably meant. `kind` is what messages call a name.
[[nodiscard]] inline CLI::Validator one_of(std::string kind, std::vector<std::string_view> names) {
  return CLI::Validator(
      [kind = std::move(kind), names = std::move(names)](std::string& word) {
        for (const auto name : names) {
          if (!same_name(name, word)) continue;
          word = name;
          return std::string();
        }
        return unknown_name(kind, word, names);
      },
      "");
}

}  // namespace protokoll::cli
