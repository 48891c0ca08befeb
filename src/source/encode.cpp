#include "source/encode.hpp"

#include <iconv.h>

namespace protokoll {

std::optional<std::string> encode(std::string_view text, std::string_view encoding) {
  if (text.empty() || encoding == "UTF-8") return std::string(text);
  const auto converter = ::iconv_open(std::string(encoding).c_str(), "UTF-8");
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string in(text), out(text.size() * 4, '\0');
  char* from = in.data();
  char* to = out.data();
  std::size_t left = in.size(), room = out.size();
  const auto result = ::iconv(converter, &from, &left, &to, &room);
  ::iconv_close(converter);
  if (result != 0) return std::nullopt;
  out.resize(out.size() - room);
  return out;
}

}  // namespace protokoll
