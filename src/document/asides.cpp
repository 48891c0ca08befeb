#include "document/asides.hpp"

#include <algorithm>
#include <utility>

#include "document/raised.hpp"

namespace protokoll {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n'; }

/// Writes a document's text anew without what is cut out of it, and moves everything that points into it.
class Rewriter {
 public:
  explicit Rewriter(Document& document) : old_(document) {}

  void run() {
    std::vector<TextBlock> blocks;
    blocks.reserve(old_.blocks.size());
    for (auto& block : old_.blocks) rewrite(block, blocks);
    copy(static_cast<std::uint32_t>(old_.text.size()));
    for (auto& link : old_.links)
      if (!link.range.empty()) link.range = {moved(link.range.begin), moved(link.range.end)};
    old_.blocks = std::move(blocks);
    old_.text = std::move(text_);
    old_.steps = std::move(steps_);
    old_.runs = std::move(runs_);
    old_.asides = std::move(asides_);
  }

 private:
  std::vector<Cut> cuts_of(const TextBlock& block) const {
    std::vector<Cut> cuts;
    for (auto i = block.first_run; i < block.last_run; ++i) {
      const auto& run = old_.runs[i];
      if (run.style & strike) {
        if (!cuts.empty() && cuts.back().kind == Cut::Kind::struck && cuts.back().range.end == run.range.begin) cuts.back().range.end = run.range.end;
        else cuts.push_back({run.range, Cut::Kind::struck});
      } else if (run.style & raised) {
        cut_raised(old_, block, trimmed(run.range), true, cuts);
      }
    }
    const auto styled = cuts.size();
    if (may_hold_raised(old_.view(block))) cut_references(old_, block, cuts);
    if (cuts.size() == styled) return cuts;
    std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.range.begin < b.range.begin; });
    std::vector<Cut> apart;
    for (const auto& cut : cuts)
      if (apart.empty() || cut.range.begin >= apart.back().range.end) apart.push_back(cut);
    return apart;
  }

  [[nodiscard]] Range trimmed(Range range) const {
    while (!range.empty() && is_blank(old_.text[range.begin])) ++range.begin;
    while (!range.empty() && is_blank(old_.text[range.end - 1])) --range.end;
    return range;
  }

  void rewrite(const TextBlock& block, std::vector<TextBlock>& blocks) {
    const auto cuts = cuts_of(block);
    copy(block.range.begin);
    auto kept = block;
    kept.range.begin = static_cast<std::uint32_t>(text_.size());
    kept.first_run = static_cast<std::uint32_t>(runs_.size());
    const auto first_aside = asides_.size();
    for (const auto& cut : cuts) {
      copy(cut.range.begin);
      if (cut.kind == Cut::Kind::exponent) raise(cut.range);
      else leave_out(cut, kept.range.begin);
    }
    if (!cuts.empty() && at_ < block.range.end && text_.size() == kept.range.begin) skip_blanks(block.range.end);
    copy(block.range.end);
    if (!cuts.empty()) trim_end(kept.range.begin);
    kept.range.end = static_cast<std::uint32_t>(text_.size());
    if (kept.range.empty() && !block.range.empty()) return drop(block, first_aside, blocks);
    for (std::size_t i = first_aside; i < asides_.size(); ++i) asides_[i].at = std::min(asides_[i].at, kept.range.end);
    for (auto i = block.first_run; i < block.last_run; ++i) move_run(old_.runs[i], kept.range);
    kept.last_run = static_cast<std::uint32_t>(runs_.size());
    kept.split = block.split == block.range.begin ? kept.range.begin : std::min(moved(block.split), kept.range.end);
    kept.starts_item = kept.starts_item || heir_ == block.container;
    kept.continues = kept.continues && !orphan_;
    heir_ = none;
    orphan_ = false;
    blocks.push_back(kept);
  }

  // A block without words that hold is an aside as a whole; the next one takes its place in the list and in the paragraph.
  void drop(const TextBlock& block, std::size_t first_aside, const std::vector<TextBlock>& blocks) {
    const auto kind = asides_.size() > first_aside ? asides_[first_aside].kind : AsideKind::struck;
    asides_.resize(first_aside);
    const auto here = static_cast<std::uint32_t>(text_.size());
    asides_.push_back({here, kind, true, block.boilerplate, block.container, std::string(old_.view(block)), old_.to_source(block.range)});
    if (block.starts_item) heir_ = block.container;
    orphan_ = orphan_ || !block.continues;
    // The line end behind it goes, too; but what must not be joined stays apart.
    if (block.range.end < old_.text.size()) {
      const bool parted = old_.text[block.range.end] == rift;
      if (parted && !blocks.empty() && !text_.empty()) text_.back() = rift;
      at_ = block.range.end + 1;
    }
  }

  void leave_out(const Cut& cut, std::uint32_t block_begin) {
    const auto range = trimmed(cut.range);
    const auto kind = cut.kind == Cut::Kind::struck ? AsideKind::struck : AsideKind::raised;
    at_ = cut.range.end;
    if (!range.empty()) asides_.push_back({static_cast<std::uint32_t>(text_.size()), kind, false, false, -1, std::string(old_.view(range)), old_.to_source(range)});
    const bool blank_inside = range != cut.range;
    const bool blank_before = text_.size() == block_begin || is_blank(text_.back());
    if (blank_before) skip_blanks(static_cast<std::uint32_t>(old_.text.size()));
    else if (blank_inside && at_ < old_.text.size() && !is_blank(old_.text[at_])) blank(cut.range);
    if (!asides_.empty() && !asides_.back().alone) asides_.back().at = static_cast<std::uint32_t>(text_.size());
  }

  // Takes blanks off the end of the text, and what they stand for off its steps.
  void trim_end(std::size_t begin) {
    const auto end = static_cast<std::uint32_t>(text_.size());
    while (text_.size() > begin && is_blank(text_.back())) text_.pop_back();
    Document::cut_steps(steps_, end, static_cast<std::uint32_t>(text_.size()));
  }

  void skip_blanks(std::uint32_t end) {
    while (at_ < end && old_.text[at_] == ' ') ++at_;
  }

  void blank(Range range) {
    const auto source = old_.to_source({range.end - 1, range.end});
    steps_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(source.end), static_cast<std::uint32_t>(source.end)});
    text_ += ' ';
  }

  void raise(Range range) {
    for (auto at = range.begin; at < range.end; ++at) {
      const auto source = old_.to_source({at, at + 1});
      steps_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(source.begin), static_cast<std::uint32_t>(source.end)});
      text_ += raised_digit(old_.text[at]);
    }
    at_ = range.end;
  }

  // Copies the old text from where it was left up to `end`, with its steps.
  void copy(std::uint32_t end) {
    if (at_ >= end) return;
    const auto& steps = old_.steps;
    while (step_ + 1 < steps.size() && steps[step_ + 1].text <= at_) ++step_;
    const auto to = static_cast<std::uint32_t>(text_.size());
    pieces_.push_back({at_, end, to});
    for (auto i = step_; i < steps.size() && steps[i].text < end; ++i) {
      const auto stretch_end = i + 1 < steps.size() ? steps[i + 1].text : static_cast<std::uint32_t>(old_.text.size());
      const auto from = std::max(at_, steps[i].text), until = std::min(end, stretch_end);
      const bool literal = stretch_end - steps[i].text == steps[i].source_end - steps[i].source;
      const auto source = literal ? steps[i].source + (from - steps[i].text) : steps[i].source;
      steps_.push_back({to + (from - at_), source, literal ? source + (until - from) : steps[i].source_end});
    }
    text_.append(old_.text, at_, end - at_);
    at_ = end;
  }

  void move_run(Run run, Range block) {
    run.range = {std::max(moved(run.range.begin), block.begin), std::min(moved(run.range.end), block.end)};
    run.style = static_cast<std::uint8_t>(run.style & ~(strike | raised));
    const bool first = runs_.empty() || runs_.back().range.begin < block.begin;
    if (run.range.empty()) return;
    if (first) run.range.begin = block.begin;
    else runs_.back().range.end = run.range.begin;
    runs_.push_back(run);
    runs_.back().range.end = block.end;  // until another one follows
  }

  // Where a place of the old text is now; of what was left out, the place where it stood.
  [[nodiscard]] std::uint32_t moved(std::uint32_t place) const {
    const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), place, [](std::uint32_t at, const Piece& piece) { return at < piece.begin; });
    if (behind == pieces_.begin()) return 0;
    const auto& piece = *(behind - 1);
    return piece.to + std::min(place, piece.end) - piece.begin;
  }

  struct Piece {
    std::uint32_t begin, end, to;  // of the old text; where in the new
  };
  static constexpr std::int32_t none = -2;

  Document& old_;
  std::string text_;
  std::vector<Document::Step> steps_;
  std::vector<Run> runs_;
  std::vector<DocumentAside> asides_;
  std::vector<Piece> pieces_;
  std::uint32_t at_ = 0;        // how far the old text is done
  std::size_t step_ = 0;        // the old step there
  std::int32_t heir_ = none;    // the item whose first block was left out
  bool orphan_ = false;         // the first line of a paragraph was left out
};

}  // namespace

void set_asides_apart(Document& document) {
  const bool marked = std::any_of(document.runs.begin(), document.runs.end(), [](const Run& run) { return (run.style & (strike | raised)) != 0; });
  if (marked || may_hold_raised(document.text)) Rewriter(document).run();
}

}  // namespace protokoll
