#include "analysis/outline.hpp"

#include <algorithm>
#include <map>

#include "analysis/sections.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

using Openers = std::vector<Opener>;

bool names(const Opener& opener, std::string_view key, const Context& context) {
  return context.language.is_label(trim(opener.title, U":*_. "), key);
}

// The heading that says "here begin the minutes proper"; items stand behind it.
std::uint32_t body_begin(const Openers& openers, std::int32_t title, const Context& context) {
  for (const auto& opener : openers)
    if (opener.style == OpenerStyle::heading && static_cast<std::int32_t>(opener.block) != title && names(opener, "minutes", context)) return opener.block;
  return 0;
}

// Where the part under a structural heading ends: at the next opener of its style that is not further in.
std::vector<std::pair<std::uint32_t, std::uint32_t>> announced_parts(const Openers& openers, const Context& context) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
  for (std::size_t i = 0; i < openers.size(); ++i) {
    if (!openers[i].structural || !names(openers[i], "agenda", context)) continue;
    auto end = static_cast<std::uint32_t>(context.document.blocks.size());
    for (std::size_t k = i + 1; k < openers.size(); ++k)
      if (openers[k].style == openers[i].style && openers[k].rank <= openers[i].rank) {
        end = openers[k].block;
        break;
      }
    parts.emplace_back(openers[i].block, end);
  }
  return parts;
}

std::size_t count(const Openers& openers, OpenerStyle style, bool labelled) {
  return static_cast<std::size_t>(std::count_if(openers.begin(), openers.end(), [&](const Opener& o) {
    return o.style == style && !o.structural && (!labelled || o.label);
  }));
}

Openers of_style(const Openers& openers, std::initializer_list<OpenerStyle> styles) {
  Openers chosen;
  for (const auto& opener : openers)
    if (std::find(styles.begin(), styles.end(), opener.style) != styles.end()) chosen.push_back(opener);
  return chosen;
}

bool is_label_text(const Opener& opener, const Context& context) {
  return !context.language.label(trim(opener.title, U":*_. ")).empty();
}

// Numbered paragraphs and list items are an agenda only if they count up from the front.
bool counts_up(const Openers& openers) {
  int steps = 0, breaks = 0, last = 0;
  for (const auto& opener : openers) {
    const auto number = opener.label ? opener.label->number : std::string_view(opener.rendered_number);
    int value = 0;
    for (const char c : number.substr(0, std::min<std::size_t>(number.find('.'), 4))) value = c >= '0' && c <= '9' ? value * 10 + c - '0' : value;
    if (value == last + 1 || (value == last && last > 0)) ++steps;
    else ++breaks;
    last = value;
  }
  return steps > breaks;
}

class Chooser {
 public:
  Chooser(const Openers& all, const Context& context) : context_(context) {
    const auto title = title_block(context);
    const auto body = body_begin(all, title, context);
    parts_ = announced_parts(all, context);
    for (const auto& opener : all) {
      if (static_cast<std::int32_t>(opener.block) == title) continue;
      if (opener.block < body) continue;
      if (opener.style != OpenerStyle::heading && opener.style != OpenerStyle::word_label && !opener.structural && is_label_text(opener, context)) continue;
      openers_.push_back(opener);
    }
  }

  Openers choose() {
    auto chosen = pick(true);
    if (chosen.empty()) chosen = pick(false);  // the announced agenda is all that there is
    return without_announcement(std::move(chosen));
  }

 private:
  [[nodiscard]] bool announced(const Opener& opener) const {
    return std::any_of(parts_.begin(), parts_.end(), [&](const auto& part) { return opener.block > part.first && opener.block < part.second; });
  }

  Openers pick(bool skip_announced) const {
    Openers open;
    for (const auto& opener : openers_)
      if (!skip_announced || !announced(opener)) open.push_back(opener);
    if (count(open, OpenerStyle::heading, true) >= 2 || (count(open, OpenerStyle::heading, true) == 1 && count(open, OpenerStyle::word_label, true) == 0 && count(open, OpenerStyle::heading, false) >= 2))
      return of_style(open, {OpenerStyle::heading});
    if (count(open, OpenerStyle::word_label, true) >= 1) return of_style(open, {OpenerStyle::word_label});
    if (count(open, OpenerStyle::heading, false) >= 2) return of_style(open, {OpenerStyle::heading});
    auto numbered = of_style(open, {OpenerStyle::numbered, OpenerStyle::list});
    std::erase_if(numbered, [](const Opener& o) { return o.structural; });
    if (numbered.size() >= 2 && counts_up(numbered)) return numbered;
    if (count(open, OpenerStyle::term, false) >= 2) return of_style(open, {OpenerStyle::term});
    if (count(open, OpenerStyle::bold, false) >= 2) return of_style(open, {OpenerStyle::bold, OpenerStyle::numbered});
    if (count(open, OpenerStyle::heading, false) >= 1) return of_style(open, {OpenerStyle::heading});
    return {};
  }

  // "TOP 1 … TOP 9" printed in front and then worked through: the first round has no text of its own.
  Openers without_announcement(Openers chosen) const {
    std::map<std::string, std::size_t> last;
    for (std::size_t i = 0; i < chosen.size(); ++i)
      if (!chosen[i].structural) last[fold_case(trim(chosen[i].title, U":.*_"))] = i;
    Openers kept;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const bool bare = i + 1 < chosen.size() && chosen[i + 1].block == chosen[i].block + 1;
      const auto again = last.find(fold_case(trim(chosen[i].title, U":.*_")));
      if (!chosen[i].structural && bare && !chosen[i].title.empty() && again != last.end() && again->second > i) continue;
      kept.push_back(chosen[i]);
    }
    return kept;
  }

  const Context& context_;
  Openers openers_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> parts_;
};

Row to_row(const Opener& opener, const Context& context) {
  Row row;
  row.by = opener.style == OpenerStyle::heading || opener.style == OpenerStyle::bold ? By::heading : opener.style == OpenerStyle::list || opener.style == OpenerStyle::bullet ? By::list : By::label;
  if (opener.label) {
    row.label = context.range(opener.label->label);
    row.number = context.range(opener.label->number);
  } else if (!opener.rendered_number.empty()) {
    row.rendered_number = opener.rendered_number;
    row.rendered_by = context.document.blocks[opener.block].container;
  }
  if (!opener.title.empty()) row.title.push_back({opener.block, context.range(opener.title)});
  const auto& block = context.document.blocks[opener.block];
  const auto rest_begin = opener.title.empty() ? row.label.end : context.range(opener.title).end;
  if (const auto rest = trim(context.view(Range{rest_begin, block.range.end})); !rest.empty()) row.body.push_back({opener.block, context.range(rest)});
  return row;
}

// Depth by rank of the style and by the dots of the number: "3.2" stands inside "3".
class DepthCounter {
 public:
  int depth(const Opener& opener) {
    const std::pair key{opener.rank, opener.label && opener.label->form == LabelForm::number ? opener.label->depth() : 0};
    while (!stack_.empty() && !(stack_.back() < key)) stack_.pop_back();
    stack_.push_back(key);
    return static_cast<int>(stack_.size()) - 1;
  }

 private:
  std::vector<std::pair<int, int>> stack_;
};

}  // namespace

ProtocolTable outline(Context& context) {
  auto table = table_outline(context);
  if (!table.rows.empty()) return table;
  const auto openers = Chooser(find_openers(context), context).choose();
  DepthCounter depths;
  std::size_t next = 0;
  bool in_head = true;
  const auto& blocks = context.document.blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].boilerplate || blocks[i].range.empty()) continue;
    if (next < openers.size() && openers[next].block == i) {
      const auto& opener = openers[next++];
      in_head = opener.structural;
      if (!in_head) {
        table.rows.push_back(to_row(opener, context));
        table.rows.back().depth = depths.depth(opener);
        continue;
      }
    }
    (in_head ? table.head : table.rows.back().body).push_back({i, blocks[i].range});
  }
  return table;
}

}  // namespace protokoll
