/// The words of one language, compiled from its data file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace protokoll {

class Language {
 public:
  std::string tag;   ///< BCP 47
  std::string name;  ///< of the language in itself
};

}  // namespace protokoll
