#include "readers/markdown/parse.hpp"

#include <new>

#include "readers/html/html.hpp"

namespace protokoll::markdown {
namespace {

// Secretaries indent text without meaning code, write links bare and headings as "##Heading".
constexpr unsigned flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_PERMISSIVEATXHEADERS |
                           MD_FLAG_NOINDENTEDCODEBLOCKS;

}  // namespace

void Buffer::run(MD_PARSER& parser, void* handler) const {
  parser.flags = autolinks_ ? flags : flags & ~static_cast<unsigned>(MD_FLAG_PERMISSIVEAUTOLINKS);
  if (md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, handler) != 0) throw std::bad_alloc();
}

void join(std::vector<Piece>& pieces, Piece line, std::string_view text) {
  if (!pieces.empty()) {
    const auto between = text.substr(pieces.back().end(), line.offset - pieces.back().end());
    if (between.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      pieces.back().size = line.end() - pieces.back().offset;
      return;
    }
  }
  pieces.push_back(line);
}

std::string decode(const MD_ATTRIBUTE& attribute) {
  std::string decoded;
  for (std::size_t i = 0; attribute.text && attribute.substr_offsets[i] < attribute.size; ++i) {
    const auto begin = attribute.substr_offsets[i];
    const std::string_view piece(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    const auto type = attribute.substr_types[i];
    if (type == MD_TEXT_NULLCHAR) continue;
    const auto character = type == MD_TEXT_ENTITY ? decode_entity(piece) : std::string();
    decoded += character.empty() ? piece : std::string_view(character);
  }
  return decoded;
}

}  // namespace protokoll::markdown
