#include "core/analysis/dated_follow_up.h"

#include <cmath>
#include <limits>

namespace riskset {
namespace {

using Dates = DatedFollowUpColumns::Dates;

struct End {
  double day = std::numeric_limits<double>::quiet_NaN();
  int place = 0;

  bool known() const { return !std::isnan(day); }
};

class Row {
 public:
  Row(const DatedFollowUpColumns& columns, std::size_t at) : columns_(columns), at_(at) {}

  double start() const { return day(columns_.start); }

  std::optional<bool> status() const {
    return columns_.end ? (*columns_.status)[at_] : std::optional(false);
  }

  // The earliest event.
  End event() const {
    End first;
    const auto consider = [&](const Dates& dates) {
      const double own = day(dates);
      if (!std::isnan(own) && !(first.day <= own)) first = {own, dates.place};
    };
    for (const Dates& dates : columns_.events)
      consider(dates);
    if (columns_.end && status() == true && !first.known()) consider(*columns_.end);
    return first;
  }

  // The latest day without an event, until `limit`.
  End censoring(double limit = std::numeric_limits<double>::infinity()) const {
    End last;
    const auto consider = [&](const Dates& dates) {
      const double own = day(dates);
      if (own <= limit && !(last.day >= own)) last = {own, dates.place};
    };
    for (const Dates& dates : columns_.censoring)
      consider(dates);
    if (columns_.end && status() != true) consider(*columns_.end);
    return last;
  }

  // The latest day without an event, whatever the columns are that say one.
  End lastWithout() const {
    if (const End last = censoring(); last.known()) return last;
    if (columns_.censoredAtStart) return {start(), columns_.start.place};
    const bool byCutoff = columns_.cutoff && columns_.censoring.empty() && !columns_.end;
    return byCutoff ? End{*columns_.cutoff, columns_.start.place} : End{};
  }

  // The latest day without an event before another treatment; of who was never watched the start,
  // where that is a day of censoring, whatever came after.
  End lastBefore(const End& therapy) const {
    if (const End last = censoring(therapy.day); last.known()) return last;
    const bool fromStart = columns_.censoredAtStart && !censoring().known();
    return fromStart ? End{start(), columns_.start.place} : therapy;
  }

  // The last assessment until the event, if too many were missed from there on; of who has none at
  // all, the start. Assessments known only after the event do not say that none was before it.
  std::optional<End> lastBeforeGap(const End& event) const {
    if (!columns_.longestGap || !event.known()) return {};
    End last = censoring(event.day);
    if (!last.known()) {
      if (censoring().known()) return {};
      last = {start(), columns_.start.place};
    }
    return event.day - last.day > *columns_.longestGap ? std::optional(last) : std::nullopt;
  }

  End newTherapy() const {
    return columns_.newTherapy ? End{day(*columns_.newTherapy), columns_.newTherapy->place} : End{};
  }

 private:
  double day(const Dates& dates) const { return (*dates.days)[at_]; }

  const DatedFollowUpColumns& columns_;
  std::size_t at_;
};

}  // namespace

DatedFollowUp composeFollowUp(const DatedFollowUpColumns& columns) {
  DatedFollowUp followUp;
  const std::size_t rows = columns.start.days->size();
  for (std::size_t at = 0; at < rows; ++at) {
    const Row row(columns, at);
    End end = row.event();
    std::optional<bool> event = end.known() ? true : row.status();
    // The day of an event that has none is no day without one: it stays unknown.
    if (!end.known() && event != true) end = row.lastWithout();
    const End therapy = row.newTherapy();
    if (const auto last = row.lastBeforeGap(event == true ? end : End{})) {
      const bool counted =
          !(end.day > therapy.day) && !(end.day > columns.cutoff.value_or(end.day));
      if (counted && !std::isnan(row.start())) {
        followUp.missedVisits.push_back(static_cast<int>(at) + 1);
      }
      end = *last;
      event = false;
    }
    if (end.day > therapy.day) {
      end = row.lastBefore(therapy);
      event = false;
    }
    bool afterCutoff = false;
    if (columns.cutoff) {
      afterCutoff = row.start() > *columns.cutoff;
      if (end.day > *columns.cutoff) {
        end.day = *columns.cutoff;
        event = false;
      }
    }
    followUp.days.push_back(afterCutoff ? std::numeric_limits<double>::quiet_NaN()
                                        : end.day - row.start());
    followUp.event.push_back(event);
    followUp.endedBy.push_back(end.place);
    followUp.afterCutoff.push_back(afterCutoff);
  }
  return followUp;
}

}  // namespace riskset
