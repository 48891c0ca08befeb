#include "structure/code_columns.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t longest_code = 3;  // "A/I"

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= longest_code && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ/") == std::string_view::npos && text.front() != '/';
}

struct Column {
  std::vector<std::uint32_t> codes;  // blocks
  std::vector<std::int32_t> rows;    // theirs
  std::size_t others = 0;
};

struct Table {
  std::map<int, Column> columns;
  std::map<std::int32_t, int> numbered;  // by row: the first column that begins with a digit

  void add(std::uint32_t block, std::int32_t row, int index, std::string_view text) {
    if (is_digit(static_cast<unsigned char>(text.front()))) numbered.try_emplace(row, index);
    auto& column = columns[index];
    const auto number = numbered.find(row);
    if (!is_code(text)) {
      column.others += number != numbered.end() && number->second + 1 == index;
      return;
    }
    column.codes.push_back(block);
    column.rows.push_back(row);
  }

  [[nodiscard]] bool tells_kinds(int index, const Column& column, const Document& document) const {
    constexpr std::size_t fewest = 3;
    std::set<std::string_view> different;
    for (const auto block : column.codes) different.insert(trim(document.view(document.blocks[block].range)));
    const auto beside = std::ranges::count_if(column.rows, [&](std::int32_t row) {
      const auto number = numbered.find(row);
      return number != numbered.end() && number->second + 1 == index;
    });
    return column.codes.size() >= fewest && column.others * 4 <= column.codes.size() && different.size() < column.codes.size() && static_cast<std::size_t>(beside) * 4 >= column.codes.size() * 3;
  }
};

}  // namespace

std::vector<bool> find_codes(const Document& document) {
  std::map<std::int32_t, Table> tables;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const auto& block = document.blocks[i];
    const auto text = trim(document.view(block.range));
    const auto cell = document.enclosing(block.container, ContainerKind::cell);
    if (block.boilerplate || text.empty() || cell < 0) continue;
    const auto row = document.enclosing(cell, ContainerKind::row);
    const auto table = document.enclosing(cell, ContainerKind::table);
    if (row >= 0 && table >= 0) tables[table].add(i, row, document.containers[cell].index, text);
  }
  std::vector<bool> found(document.blocks.size(), false);
  for (const auto& [container, table] : tables)
    for (const auto& [index, column] : table.columns)
      if (table.tells_kinds(index, column, document))
        for (const auto block : column.codes) found[block] = true;
  return found;
}

}  // namespace protokoll
