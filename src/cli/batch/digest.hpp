/// Fingerprints of names and contents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace protokoll::cli::batch {

/// SHA-256 (FIPS 180-4) in lower-case hex.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The first 64 bits of SHA-256: the same on every machine and for ever.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes);

}  // namespace protokoll::cli::batch
