#include "readers/html/align.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "readers/html/entities.hpp"
#include "readers/html/scanner.hpp"

namespace protokoll::html {
namespace {

// A piece of the source: characters that stand as they are (decoded empty), or a replacement; where there is no source, the text is parted.
struct Piece {
  Span source;
  std::string_view decoded;
};

// The tokenizer drops NUL or gives U+FFFD for it, by the state of the tree builder; the same throughout one text.
enum class Nul { dropped, replaced };

class Aligner {
 public:
  Aligner(std::string_view source, Span place, std::string_view decoded, TextMode mode, Nul nul)
      : source_(source.substr(0, place.end)), decoded_(decoded), at_(place.begin), literal_(place.begin), mode_(mode), nul_(nul) {}

  bool run() {
    while (done_ < decoded_.size())
      if (!step()) return false;
    flush();
    return true;
  }
  [[nodiscard]] std::vector<Piece> take_pieces() { return std::move(pieces_); }

 private:
  static constexpr std::string_view replacement = "\uFFFD";

  bool step() {
    if (at_ >= source_.size()) return false;
    if (at_ == section_.text_end && at_ < section_.end) return skip(section_.end - at_);
    const char c = source_[at_];
    const bool raw = mode_ == TextMode::raw || at_ < section_.text_end;
    if (c == '&' && !raw) return reference();
    if (c == '<' && !raw && mode_ != TextMode::escaped && is_markup(source_, at_)) return markup();
    if (c == '\r') return carriage_return();
    if (c == '\0') return null();
    if (control()) return true;
    if (c != decoded_[done_]) return false;
    ++at_;
    ++done_;
    return true;
  }

  bool markup() {
    if (mode_ == TextMode::foreign) {
      section_ = cdata_at(source_, at_);
      if (section_.end > 0) return skip(section_.text - at_);
    }
    const bool is_start_tag = source_[at_ + 1] != '/' && source_[at_ + 1] != '!' && source_[at_ + 1] != '?';
    skip(end_of_markup(source_, at_) - at_);
    if (is_start_tag && mode_ == TextMode::option) pieces_.push_back({{at_, at_}, {}});
    return true;
  }

  bool reference() {
    // Only "&amp" stands for a text that begins with '&'; before any other name this is a bare ampersand.
    const auto name = source_.substr(at_ + 1, 3);
    const bool ampersand = name == "amp" || name == "AMP" || name.starts_with('#');
    if (decoded_[done_] == '&' && !ampersand) {
      ++at_;
      ++done_;
      return true;
    }
    const auto found = reference_at(source_, at_);
    if (found.size == 0) {
      if (decoded_[done_] != '&') return false;
      ++at_;
      ++done_;
      return true;
    }
    if (!decoded_.substr(done_).starts_with(found.decoded)) return false;
    replace(found.size, found.decoded.size());
    return true;
  }

  bool carriage_return() {
    if (decoded_[done_] != '\n') return false;
    if (at_ + 1 < source_.size() && source_[at_ + 1] == '\n') return skip(1);
    replace(1, 1);
    return true;
  }

  bool null() {
    if (nul_ == Nul::dropped) return skip(1);
    if (!decoded_.substr(done_).starts_with(replacement)) return false;
    replace(1, replacement.size());
    return true;
  }

  // Asked before bytes are compared: a noncharacter begins with the same bytes as U+FFFD.
  bool control() {
    const auto size = size_of_invalid(source_.substr(at_));
    if (size == 0 || !decoded_.substr(done_).starts_with(replacement)) return false;
    replace(size, replacement.size());
    return true;
  }

  bool skip(std::size_t size) {
    flush();
    at_ += size;
    literal_ = at_;
    return true;
  }

  void replace(std::size_t size, std::size_t decoded_size) {
    flush();
    pieces_.push_back({{at_, at_ + size}, decoded_.substr(done_, decoded_size)});
    at_ += size;
    done_ += decoded_size;
    literal_ = at_;
  }

  void flush() {
    if (at_ > literal_) pieces_.push_back({{literal_, at_}, {}});
    literal_ = at_;
  }

  std::string_view source_;
  std::string_view decoded_;
  std::size_t at_;
  std::size_t done_ = 0;
  std::size_t literal_;
  TextMode mode_;
  Nul nul_;
  Cdata section_;  // the last one begun
  std::vector<Piece> pieces_;
};

// What gumbo does with NUL and which mode holds shows for certain only in what it made of the text.
std::vector<Piece> align(std::string_view source, Span place, std::string_view decoded, TextMode likely) {
  for (const auto mode : {likely, TextMode::data, TextMode::foreign, TextMode::raw})
    for (const auto nul : {Nul::dropped, Nul::replaced})
      if (Aligner aligner(source, place, decoded, mode, nul); aligner.run()) return aligner.take_pieces();
  return {{place, decoded}};
}

}  // namespace

Cdata cdata_at(std::string_view text, std::size_t at) {
  constexpr std::string_view open = "<![CDATA[", close = "]]>";
  if (text.substr(at, open.size()) != open) return {};
  const auto found = text.find(close, at + open.size());
  return {at + open.size(), std::min(found, text.size()), found == std::string_view::npos ? text.size() : found + close.size()};
}

bool emit_verbatim(std::string_view decoded, Span place, DocumentBuilder& builder) {
  if (builder.source_text().substr(place.begin, place.size()) != decoded) return false;
  builder.verbatim(place.begin, place.size());
  return true;
}

void emit_text(std::string_view decoded, Span place, TextMode mode, DocumentBuilder& builder) {
  for (const auto& piece : align(builder.source_text(), place, decoded, mode)) {
    if (!piece.decoded.empty())
      builder.replaced(piece.source, piece.decoded);
    else if (!piece.source.empty())
      builder.verbatim(piece.source.begin, piece.source.size());
    else
      builder.part_block();
  }
}

void emit_source_text(Span place, TextMode mode, DocumentBuilder& builder) {
  const auto source = builder.source_text().substr(0, place.end);
  auto at = place.begin;
  while (at < place.end) {
    auto stop = mode == TextMode::raw ? place.end : std::min(source.find('&', at), place.end);
    if (stop > at) builder.verbatim(at, stop - at);
    at = stop;
    if (at == place.end) return;
    const auto found = reference_at(source, at);
    if (found.size == 0) {
      builder.verbatim(at, 1);
      ++at;
    } else {
      builder.replaced({at, at + found.size}, found.decoded);
      at += found.size;
    }
  }
}

}  // namespace protokoll::html
