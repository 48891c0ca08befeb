#include "facts/decisions/register.hpp"

#include <algorithm>
#include <iterator>

#include "facts/decisions/decisions.hpp"
#include "facts/decisions/register_reader.hpp"
#include "facts/tasks/item_tasks.hpp"

namespace protokoll {
namespace {

template <class Fact>
void drop_low(std::vector<Fact>& facts) {
  std::erase_if(facts, [](const Fact& fact) { return fact.confidence == Confidence::low; });
}

}  // namespace

Register read_register(std::vector<SectionDraft> sections, std::string_view title, Context& context) {
  Register found;
  std::vector<Decision> in_tables;
  read_tasks(sections, title, context, found.actions, in_tables);
  const auto units = cut_units(sections, context);
  RegisterReader(units, title, context, found).read();
  found.decisions.insert(found.decisions.end(), std::make_move_iterator(in_tables.begin()), std::make_move_iterator(in_tables.end()));
  drop_repeated(found.decisions);
  // An election by counted votes gives nobody something to do: who is named at its end lost it.
  std::erase_if(found.actions, [&](const Action& action) {
    return action.by == By::phrase && std::ranges::any_of(found.decisions, [&](const Decision& decision) {
      return decision.kind == DecisionKind::election && decision.vote && decision.vote->yes && decision.span.begin <= action.span.begin && decision.span.end >= action.span.end;
    });
  });
  if (context.options.strict) {
    drop_low(found.decisions);
    drop_low(found.votes);
    drop_low(found.actions);
  }
  return found;
}

}  // namespace protokoll
