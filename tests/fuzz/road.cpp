/// The whole road: bytes to every writer and every rule, in whatever dialect they look like.
#include "promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  protokoll::fuzz::promise_road({reinterpret_cast<const char*>(data), size});
  return 0;
}
