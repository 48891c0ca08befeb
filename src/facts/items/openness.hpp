/// Which items were dealt with in public and which behind closed doors, as far as the minutes say so.
#pragma once

#include "structure/context.hpp"
#include "table/protocol_table.hpp"

namespace protokoll {

/// Notes it in the rows: a heading or line that names a part of the meeting ("Nichtöffentlicher Teil", "Part II - exempt") holds for all
/// items behind it, a sentence that the public was excluded or came back likewise; what an item's own number or title says for it alone.
void read_openness(ProtocolTable& table, const Context& context);

}  // namespace protokoll
