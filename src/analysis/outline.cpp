#include "analysis/outline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "analysis/sections.hpp"
#include "analysis/text.hpp"
#include "structure/outline.hpp"

namespace protokoll {
namespace {

using Openers = std::vector<Opener>;

bool names(const Opener& opener, std::string_view key, const Context& context) {
  return context.language.is_label(trim(opener.title, U":*_. "), key);
}

// The heading that says "here begin the minutes proper"; items stand behind it.
std::uint32_t body_begin(const Openers& openers, std::int32_t title, const Context& context) {
  for (const auto& opener : openers)
    if (opener.style == OpenerStyle::heading && !opener.label && static_cast<std::int32_t>(opener.block) != title && names(opener, "minutes", context)) return opener.block;
  return 0;
}

// Where the part under a structural heading ends: at the next opener of its style that is not further in.
std::vector<std::pair<std::uint32_t, std::uint32_t>> announced_parts(const Openers& openers, const Context& context) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
  for (std::size_t i = 0; i < openers.size(); ++i) {
    if (!openers[i].structural || !names(openers[i], "agenda", context)) continue;
    auto end = static_cast<std::uint32_t>(context.document.blocks.size());
    for (std::size_t k = i + 1; k < openers.size(); ++k)
      // A heading ends the part under a bold line, too.
      if (openers[k].style == openers[i].style ? openers[k].rank <= openers[i].rank : openers[k].style == OpenerStyle::heading) {
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
    const auto body = body_ = body_begin(all, title, context);
    parts_ = announced_parts(all, context);
    const auto title_end = title < 0 ? 0 : context.range(title_text(title, context)).end;
    for (const auto& opener : all) {
      const bool in_title = static_cast<std::int32_t>(opener.block) >= title && context.document.blocks[opener.block].range.begin < title_end;
      if (title >= 0 && in_title) continue;
      if (opener.block < body) continue;
      if (opener.style != OpenerStyle::heading && opener.style != OpenerStyle::word_label && !opener.label && opener.rendered_number.empty() && !opener.structural && is_label_text(opener, context)) continue;
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

  // How many of them have text of their own before the next begins; that is what tells an agenda from any list.
  [[nodiscard]] std::size_t with_body(const Openers& openers) const {
    std::size_t bodies = 0;
    for (std::size_t i = 0; i < openers.size(); ++i) {
      const auto& block = context_.document.blocks[openers[i].block];
      const bool rest = !openers[i].title.empty() && context_.range(openers[i].title).end < block.range.end;
      const auto next = i + 1 < openers.size() ? openers[i + 1].block : static_cast<std::uint32_t>(context_.document.blocks.size());
      bodies += !openers[i].structural && (rest || next > openers[i].block + 1);
    }
    return bodies;
  }

  // The items of one list at most: a second list that begins again is content.
  [[nodiscard]] Openers main_list(const Openers& openers) const {
    std::map<std::int32_t, Openers> lists;
    for (const auto& opener : openers) {
      const auto container = context_.document.blocks[opener.block].container;
      lists[context_.document.enclosing(container, ContainerKind::list)].push_back(opener);
    }
    Openers best;
    std::size_t most = 1;
    for (auto& [list, members] : lists) {
      // Of the last item everything that follows would be the body: only text inside the list counts.
      auto bodies = with_body(members);
      if (bodies > 0 && !inside_list(members.back().block + 1, list)) --bodies;
      if (bodies > most) {
        most = bodies;
        best = members;
      }
    }
    return best;
  }

  [[nodiscard]] bool inside_list(std::uint32_t block, std::int32_t list) const {
    const auto& document = context_.document;
    if (list < 0 || block >= document.blocks.size()) return false;
    for (auto at = document.blocks[block].container; at >= 0; at = document.containers[at].parent)
      if (at == list) return true;
    return false;
  }

  Openers pick(bool skip_announced) const {
    Openers open, inside;
    for (const auto& opener : openers_) (skip_announced && announced(opener) ? inside : open).push_back(opener);
    // The word for "item" says it plainly, in whatever style.
    Openers worded;
    std::copy_if(open.begin(), open.end(), std::back_inserter(worded), [](const Opener& o) { return o.label && !o.label->word.empty(); });
    if (worded.size() >= 2 && count(worded, OpenerStyle::heading, true) * 2 < worded.size()) return worded;
    if (count(open, OpenerStyle::heading, true) >= 2) return of_style(open, {OpenerStyle::heading});
    const auto headings = of_style(open, {OpenerStyle::heading});
    const auto announced_list = main_list(of_style(inside, {OpenerStyle::list, OpenerStyle::bullet}));
    if (!announced_list.empty() && with_body(announced_list) > with_body(headings)) return announced_list;
    if (count(open, OpenerStyle::heading, false) >= 2) return headings;
    auto numbered = of_style(open, {OpenerStyle::numbered, OpenerStyle::list});
    std::erase_if(numbered, [](const Opener& o) { return o.structural; });
    if (!counts_up(numbered)) numbered = main_list(of_style(numbered, {OpenerStyle::list}));
    auto bolds = of_style(open, {OpenerStyle::bold, OpenerStyle::numbered});
    std::erase_if(bolds, [](const Opener& o) { return o.style == OpenerStyle::numbered && o.rank > bold_rank; });
    const auto terms = of_style(open, {OpenerStyle::term});
    const auto bullets = body_ > 0 ? main_list(of_style(open, {OpenerStyle::bullet})) : Openers{};
    const Openers* best = nullptr;
    std::size_t most = 1;
    for (const Openers* family : {&std::as_const(numbered), &terms, &std::as_const(bolds), &bullets})
      if (const auto bodies = with_body(*family); bodies > most) {
        most = bodies;
        best = family;
      }
    if (best) return *best;
    if (worded.size() == 1) return worded;
    if (count(open, OpenerStyle::heading, false) == 1) return headings;
    if (numbered.size() >= 2) return numbered;
    return {};
  }

  // "TOP 1 … TOP 9" printed in front and then worked through: the first round has no text of its own.
  Openers without_announcement(Openers chosen) const {
    std::map<std::string, std::size_t> last;
    for (std::size_t i = 0; i < chosen.size(); ++i)
      if (!chosen[i].structural) last[fold_case(trim(chosen[i].title, U":.*_"))] = i;
    const auto is_announcement = [&](std::size_t i) {
      if (i >= chosen.size() || chosen[i].structural || chosen[i].title.empty()) return false;
      const bool bare = i + 1 < chosen.size() && chosen[i + 1].block == chosen[i].block + 1;
      const auto again = last.find(fold_case(trim(chosen[i].title, U":.*_")));
      return bare && again != last.end() && again->second > i;
    };
    Openers kept;
    for (std::size_t i = 0; i < chosen.size(); ++i)
      if (!is_announcement(i) || !(is_announcement(i + 1) || (i > 0 && is_announcement(i - 1)))) kept.push_back(chosen[i]);
    return kept;
  }

  const Context& context_;
  Openers openers_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> parts_;
  std::uint32_t body_ = 0;
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

bool is_inside(std::int32_t container, std::int32_t outer, const Context& context) {
  for (; container >= 0; container = context.document.containers[container].parent)
    if (container == outer) return true;
  return false;
}

// The list that all items are in, or -1: what stands behind it belongs to no item.
std::int32_t common_list(const Openers& openers, const Context& context) {
  std::int32_t common = -1;
  for (const auto& opener : openers) {
    const auto list = context.document.enclosing(context.document.blocks[opener.block].container, ContainerKind::list);
    if (list < 0 || (common >= 0 && list != common)) return -1;
    common = list;
  }
  return common;
}

// "Resolution no. 7" with nothing under it, then "[Item 3]" without a title: the label is that of the item's decision.
void give_labels_forward(ProtocolTable& table, const Context& context) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (!table.rows[i].title.empty()) continue;
    auto& before = i == 0 ? table.head : table.rows[i - 1].body;
    if (before.empty()) continue;
    const auto hit = find_label(before.back(), context);
    if (!hit || !hit.rest.empty() || !(hit.is("decision") || hit.is("motion"))) continue;
    table.rows[i].body.insert(table.rows[i].body.begin(), before.back());
    before.pop_back();
  }
}

}  // namespace

bool has_room(ProtocolTable& table, std::string_view place, const Context& context) {
  if (table.rows.size() < max_items) return true;
  if (!table.full) context.report("too-many-items", Severity::warning, fmt::format("more than {} agenda items; what follows is read as text of the last one", max_items), place);
  table.full = true;
  return false;
}

ProtocolTable outline(Context& context) {
  auto table = table_outline(context);
  if (false && !table.rows.empty()) return table;
  if (context.options.explain || context.weights["item"].threshold("low") < 1) return weighed_outline(context);
  const auto openers = Chooser(find_openers(context), context).choose();
  DepthCounter depths;
  std::size_t next = 0;
  bool in_head = true, in_tail = false;
  const auto& blocks = context.document.blocks;
  const auto list = common_list(openers, context);
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].boilerplate || blocks[i].range.empty()) continue;
    if (next < openers.size() && openers[next].block == i) {
      const auto& opener = openers[next++];
      in_head = opener.structural && !names(opener, "actions", context);
      // A closing list of tasks is no item; its tasks stand outside every item.
      in_tail = opener.structural && !in_head;
      if (!in_head && !in_tail && has_room(table, context.view(blocks[i].range), context)) {
        table.rows.push_back(to_row(opener, context));
        table.rows.back().depth = depths.depth(opener);
        continue;
      }
    }
    const bool behind = in_tail || (list >= 0 && !in_head && !is_inside(blocks[i].container, list, context) && next >= openers.size());
    (in_head ? table.head : behind || table.rows.empty() ? table.tail : table.rows.back().body).push_back({i, blocks[i].range});
  }
  give_labels_forward(table, context);
  return table;
}

}  // namespace protokoll
