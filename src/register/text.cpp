#include "register/text.hpp"

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

std::string valid_name(std::string_view name) { return valid_utf8(name); }

}  // namespace protokoll::registers
