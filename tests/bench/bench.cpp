// How much longer the whole conversion to JSON takes than the bare markup parser on the same bytes, in one run.
//
//   bench [--rounds N] [FILE…]      default: the samples
//
// The two take turns, round after round, so that a busy machine slows both; the smallest and the median time are printed.
#include <fmt/format.h>
#include <gumbo.h>
#include <md4c.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "protokoll/protokoll.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using Microseconds = std::chrono::duration<double, std::micro>;

/// Keeps the compiler from dropping work whose result nobody reads.
volatile std::size_t sink = 0;

void parse_html(const std::string& bytes) {
  const GumboOptions options = kGumboDefaultOptions;
  GumboOutput* output = gumbo_parse_with_options(&options, bytes.data(), bytes.size());
  sink = sink + output->root->v.element.children.length;
  gumbo_destroy_output(&options, output);
}

void parse_markdown(const std::string& bytes) {
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE size, void*) {
    sink = sink + size;
    return 0;
  };
  md_parse(bytes.data(), static_cast<MD_SIZE>(bytes.size()), &parser, nullptr);
}

void convert(const std::string& bytes) { sink = sink + protokoll::write(protokoll::read(bytes, {.tiles = false}), "json").size(); }

template <typename Work>
double time_of(const Work& work, const std::string& bytes, int repeats) {
  const auto begin = Clock::now();
  for (int i = 0; i < repeats; ++i) work(bytes);
  return Microseconds(Clock::now() - begin).count() / repeats;
}

struct Times {
  double least, median;
};

Times summary(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return {times.front(), times[times.size() / 2]};
}

struct Result {
  std::size_t bytes;
  Times ours, bare;
};

Result measure(const std::string& bytes, bool markdown, int rounds) {
  const auto bare = markdown ? parse_markdown : parse_html;
  // A repeat lasts a millisecond or more, so that the clock's grain does not count; the first calls warm caches.
  const int our_repeats = std::max(1, static_cast<int>(1000 / std::max(1.0, time_of(convert, bytes, 3))));
  const int bare_repeats = std::max(1, static_cast<int>(1000 / std::max(1.0, time_of(bare, bytes, 3))));
  std::vector<double> ours, bares;
  for (int round = 0; round < rounds; ++round) {
    ours.push_back(time_of(convert, bytes, our_repeats));
    bares.push_back(time_of(bare, bytes, bare_repeats));
  }
  return {bytes.size(), summary(ours), summary(bares)};
}

void print(const std::string& name, const Result& result) {
  const auto size = static_cast<double>(result.bytes);
  fmt::print("{:<34.34} {:>8} {:>10.1f} {:>10.1f} {:>8.2f} {:>10.1f} {:>10.1f} {:>8.2f} {:>8.2f}\n", name, result.bytes, result.ours.least, result.ours.median,
             size / result.ours.least, result.bare.least, result.bare.median, size / result.bare.least, result.ours.least / result.bare.least);
}

std::vector<std::filesystem::path> samples() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(PROTOKOLL_SOURCE_DIR "/samples")) {
    const auto extension = entry.path().extension();
    if (extension == ".txt" || extension == ".html" || extension == ".htm" || extension == ".md") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  int rounds = 31;
  if (arguments.size() >= 2 && arguments[0] == "--rounds") {
    rounds = std::max(1, std::stoi(arguments[1]));
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  std::vector<std::filesystem::path> files(arguments.begin(), arguments.end());
  if (files.empty()) files = samples();

  fmt::print("{:<34} {:>8} {:>10} {:>10} {:>8} {:>10} {:>10} {:>8} {:>8}\n", "document", "bytes", "ours us", "median", "MB/s", "parser us", "median", "MB/s", "ratio");
  Result total{0, {0, 0}, {0, 0}};
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto result = measure(bytes, file.extension() == ".md", rounds);
    print(file.filename().string(), result);
    total.bytes += result.bytes;
    for (const auto& [sum, part] : {std::pair{&total.ours, &result.ours}, std::pair{&total.bare, &result.bare}}) {
      sum->least += part->least;
      sum->median += part->median;
    }
  }
  print("all", total);
}
