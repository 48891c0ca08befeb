/// What the meetings of an archive have to do with each other.
#pragma once

#include "protokoll/protokoll.hpp"
#include "register/database.hpp"

namespace protokoll::registers {

/// Fills the table `link` anew from the other tables: the same for the same content. `languages` may be null: those built in.
void link_meetings(Database& database, const Languages* languages);

}  // namespace protokoll::registers
