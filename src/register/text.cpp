#include "register/text.hpp"

#include <fmt/format.h>

#include "writers/support/text.hpp"

namespace protokoll::registers {
namespace {

void add_line(std::string& out, std::string_view line) {
  if (line.empty()) return;
  if (!out.empty()) out += '\n';
  out += line;
}

void add(std::string& out, const Block& block) {
  add_line(out, block.text);
  for (const auto& entry : block.items) add_line(out, entry.text);
  for (const auto& row : block.rows) add_line(out, join(row, "\t", [](const Text& cell) -> std::string_view { return cell.text; }));
}

}  // namespace

std::string plain_text(const std::vector<Block>& blocks) {
  std::string out;
  for (const auto& block : blocks) add(out, block);
  return out;
}

std::string plain_text(const std::vector<Section>& sections) {
  std::string out;
  for (const auto& section : sections) {
    add_line(out, section.heading.value);
    for (const auto& block : section.blocks) add(out, block);
  }
  return out;
}

bool has_words(std::string_view whole, std::string_view part) {
  return !part.empty() && fmt::format(" {} ", whole).find(fmt::format(" {} ", part)) != std::string::npos;
}

std::string first_words(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end != std::string_view::npos; --count) end = text.find(' ', end + 1);
  return count > 0 ? std::string() : std::string(text.substr(0, end));
}

std::string_view without_brackets(std::string_view text) {
  while (text.ends_with('.') || text.ends_with(' ')) text.remove_suffix(1);
  const auto open = text.ends_with(')') ? text.rfind('(') : std::string_view::npos;
  return open == std::string_view::npos || open == 0 ? text : text.substr(0, open);
}

std::string valid_name(std::string_view name) { return valid_utf8(name); }

}  // namespace protokoll::registers
