#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "protokoll/protokoll.hpp"

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ifstream in(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const auto minutes = protokoll::read(bytes, {.name = argv[1]});
  for (const auto& tile : minutes.tiles) std::cout << "[" << tile.span.begin << "," << tile.span.end << ") " << tile.text << "\n";
}
