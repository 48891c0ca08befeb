#include "cli/batch/digest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nettle/sha2.h>

#include <array>

namespace protokoll::cli::batch {
namespace {

std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest_of(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

}  // namespace

std::string sha256(std::string_view bytes) { return fmt::format("{:02x}", fmt::join(digest_of(bytes), "")); }

std::uint64_t hash64(std::string_view bytes) {
  const auto digest = digest_of(bytes);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof value; ++i) value = value << 8 | digest[i];
  return value;
}

}  // namespace protokoll::cli::batch
