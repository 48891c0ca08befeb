#include "cli/messages.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "protokoll/report.hpp"

namespace protokoll::cli {

void Messages::set_color(Color color) {
  const char* no_color = std::getenv("NO_COLOR");
  const bool unwanted = no_color && *no_color;
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal && std::string_view(terminal) == "dumb";
  const auto colors = [&](int descriptor) { return color == Color::always || (color == Color::automatic && ::isatty(descriptor) && !unwanted && !dumb); };
  color_ = colors(STDERR_FILENO);
  color_output_ = colors(STDOUT_FILENO);
}

void Messages::error(std::string_view text) const { fmt::print(stderr, "protokoll: {}\n", escaped(text)); }

void Messages::report(std::string_view name, std::string_view bytes, const std::vector<Diagnostic>& diagnostics) const {
  print(text(name, bytes, diagnostics));
}

std::string Messages::text(std::string_view name, std::string_view bytes, const std::vector<Diagnostic>& diagnostics) const {
  if (volume_ == Volume::quiet) return {};
  auto shown = diagnostics;
  if (volume_ == Volume::normal) std::erase_if(shown, [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::note; });
  return shown.empty() ? std::string() : protokoll::report(name, bytes, shown, color_);
}

void Messages::print(std::string_view text) const { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace protokoll::cli
