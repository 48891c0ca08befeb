#include "cli/input.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/command.hpp"

namespace protokoll::cli {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view says;
};

constexpr std::string_view office = "is a ZIP archive, as office documents are; turn it into HTML first, for example with: pandoc -t html";
constexpr std::string_view picture = "is a picture; minutes are read from text";
constexpr std::string_view packed = "is compressed; unpack it first";

constexpr Magic magics[] = {
    {"%PDF-"sv, "is a PDF; turn it into text first, for example with: pdftotext -layout"},
    {"PK\x03\x04"sv, office},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "is an old office document; turn it into HTML first, for example with: soffice --convert-to html"},
    {"{\\rtf"sv, "is RTF; turn it into HTML first, for example with: pandoc -f rtf -t html"},
    {"\x89PNG\r\n\x1A\n"sv, picture},
    {"\xFF\xD8\xFF"sv, picture},
    {"GIF8"sv, picture},
    {"\x1F\x8B"sv, packed},
    {"BZh"sv, packed},
    {"\xFD\x37zXZ\0"sv, packed},
    {"\x28\xB5\x2F\xFD"sv, packed},
    {"\x7F" "ELF"sv, "is a program, no text"},
};

/// Closes what it holds, but never standard input.
class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

[[noreturn]] void fail(const std::string& name, std::string_view why) { throw Unusable(fmt::format("{}: {}", name, why)); }

std::string read_all(int descriptor, const std::string& name) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) fail(name, std::strerror(errno));
  if (S_ISDIR(status.st_mode)) fail(name, "is a directory; name the files in it");
  std::string bytes;
  if (S_ISREG(status.st_mode)) bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
  constexpr std::size_t least = 64 * 1024;
  std::size_t used = 0;
  while (true) {
    if (bytes.size() == used) bytes.resize(std::max({bytes.capacity(), used + least, used + used / 2}));
    const auto got = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(name, fmt::format("cannot be read: {}", std::strerror(errno)));
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > largest_document) fail(name, "is larger than any minutes (1 GiB)");
  }
  bytes.resize(used);
  return bytes;
}

/// Every other byte of UTF-16 is zero in most texts of Latin letters.
bool looks_like_utf16(std::string_view sample, std::size_t zeros) {
  if (sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF") || sample.starts_with("\0\0\xFE\xFF"sv)) return true;
  std::size_t even = 0;
  for (std::size_t i = 0; i < sample.size(); i += 2) even += sample[i] == '\0';
  return zeros * 4 > sample.size() && (even == 0 || even == zeros);
}

/// Few zero bytes may be a slip in a text; one in a hundred or more is no text.
bool is_binary(std::string_view bytes) {
  const auto sample = bytes.substr(0, 8000);
  const auto zeros = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0'));
  return zeros > 0 && zeros * 100 >= sample.size() && !looks_like_utf16(sample, zeros);
}

}  // namespace

std::string_view no_markup(std::string_view bytes) {
  for (const auto& magic : magics)
    if (bytes.starts_with(magic.bytes)) return magic.says;
  return is_binary(bytes) ? "is a binary file, no text" : "";
}

Input read_input(const std::string& path) {
  const bool standard = path == "-";
  Input input{standard ? std::string(standard_input) : path, {}};
  const Descriptor descriptor(standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.get() < 0) fail(input.name, std::strerror(errno));
  input.bytes = read_all(descriptor.get(), input.name);
  if (const auto says = no_markup(input.bytes); !says.empty()) throw NoText(fmt::format("{}: {}", input.name, says));
  return input;
}

}  // namespace protokoll::cli
