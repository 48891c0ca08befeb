/// Headings that a text shows without any mark, as text out of a PDF has them: by where their lines stand.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/text/lines.hpp"

namespace protokoll::text {

enum class Setting : std::uint8_t {
  plain,
  title,    ///< in the middle, at the top of the text
  heading,  ///< short, set off from what stands above, with text right below
  inner_heading,  ///< likewise, right below the text above, where others are set off
  goes_on,  ///< a further line of the title or heading above
};

/// One for each line. `width` is that of lines broken for it; 0 where none are, and then only titles are found.
[[nodiscard]] std::vector<Setting> find_settings(std::string_view text, const std::vector<Line>& lines, std::size_t width);

class TitleLines;
/// Marks the title in the first lines: in the middle, or in larger letters at the left.
void find_front_title(const TitleLines& lines, std::vector<Setting>& found);

}  // namespace protokoll::text
