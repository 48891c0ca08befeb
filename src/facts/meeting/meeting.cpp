#include "facts/meeting/meeting.hpp"

#include "facts/meeting/hours.hpp"
#include "facts/meeting/meeting_choice.hpp"
#include "facts/meeting/meeting_head.hpp"
#include "facts/meeting/next_meetings.hpp"

namespace protokoll {

void read_meeting(const ProtocolTable& table, Context& context) {
  MeetingChoice choice(context);
  read_meeting_head(table, choice, context);
  read_hours(table, choice, context);
  choice.finish();
  read_next_meetings(table, choice.dates(), context);
}

}  // namespace protokoll
