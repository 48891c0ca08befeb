#include "facts/meeting.hpp"

#include "facts/hours.hpp"
#include "facts/meeting_choice.hpp"
#include "facts/meeting_head.hpp"
#include "facts/next_meetings.hpp"

namespace protokoll {

void read_meeting(const ProtocolTable& table, Context& context) {
  MeetingChoice choice(context);
  read_meeting_head(table, choice, context);
  read_hours(table, choice, context);
  choice.finish();
  read_next_meetings(table, choice.dates(), context);
}

}  // namespace protokoll
