/// Agendas that are printed in front and then worked through by their numbers alone.
#pragma once

#include "structure/context.hpp"
#include "table/protocol_table.hpp"

namespace protokoll {

/// "1) Statutes 2) Election" and below it "1) After a short discussion …", "2) Mia Ott was proposed …": what stands behind a number is the text of the
/// item that is announced with it. Nothing is moved unless most of the announced items have their paragraph.
void work_through(ProtocolTable& table, const Context& context);

}  // namespace protokoll
