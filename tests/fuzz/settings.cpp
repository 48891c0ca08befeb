/// Language and profile files of users: any fault is said as invalid_argument.
#include <stdexcept>

#include "promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    static_cast<void>(protokoll::parse_profile(text));
  } catch (const std::invalid_argument&) {
  }
  try {
    const protokoll::Languages languages({text});
    static_cast<void>(languages.detect("Sitzung"));
  } catch (const std::invalid_argument&) {
  }
  return 0;
}
