/// Dates and times of an answer against those that the document prints, read by the code that reads them everywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/scene.hpp"
#include "ground/verdict.hpp"
#include "words/dates.hpp"
#include "words/times.hpp"

namespace protokoll::grounds {

class DayGrounder {
 public:
  explicit DayGrounder(const Scene& scene);

  /// The day of the meeting (EDTF).
  [[nodiscard]] Verdict meeting(std::string_view date) const;
  /// The meeting's opening or end (HH:MM).
  [[nodiscard]] Verdict hour(std::string_view time, const Stated& read) const;
  /// A day or an hour that stands near a place, at the widest within `within`.
  [[nodiscard]] Verdict day_near(std::string_view date, Stretch near, Stretch within) const;
  [[nodiscard]] Verdict hour_near(std::string_view time, Stretch near, Stretch within) const;
  /// The day of an announced meeting, the `number`th (from 0) that the answer gives.
  [[nodiscard]] Verdict next(std::string_view date, std::size_t number) const;

 private:
  struct SeenDate {
    DateMatch match;
    Stretch place;
  };
  /// "end of April", "in April 2020".
  struct SeenMonth {
    int year = 0, month = 0;  ///< no year printed: 0
    Stretch place;
  };
  struct SeenTime {
    TimeMatch match;
    Stretch place;
  };

  [[nodiscard]] bool is(const SeenDate& seen, std::string_view date) const;
  [[nodiscard]] bool is(const SeenTime& seen, std::string_view time) const;
  [[nodiscard]] bool is(const SeenMonth& seen, std::string_view date) const;
  void find_months();
  /// The first of the dates (times) within a stretch that is the value; nullptr if none.
  template <class Seen>
  [[nodiscard]] const Seen* find(const std::vector<Seen>& all, std::string_view value, Stretch within) const;
  template <class Seen>
  [[nodiscard]] Verdict near(const std::vector<Seen>& all, std::string_view value, Stretch near, Stretch within) const;
  [[nodiscard]] Verdict stands(std::string_view value, std::string_view words) const;
  [[nodiscard]] std::string_view words(const SeenDate& seen) const { return seen.match.text; }
  [[nodiscard]] std::string_view words(const SeenTime& seen) const { return seen.match.text; }
  [[nodiscard]] std::string_view words(const SeenMonth& seen) const { return scene_.index().text(seen.place); }
  /// Whether the date's own line or one of those above, as many as `reach`, speaks of a meeting.
  [[nodiscard]] bool announces(Stretch date, std::uint32_t reach) const;
  [[nodiscard]] std::vector<Stretch> announced() const;
  [[nodiscard]] Verdict against(const Stated& read) const;

  const Scene& scene_;
  std::vector<SeenDate> dates_;
  std::vector<SeenTime> times_;
  std::vector<SeenMonth> months_;
};

}  // namespace protokoll::grounds
