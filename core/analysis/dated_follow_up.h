// Follow-up composed of dates: from the start to the first event or, without one, to the last day
// on which the patient was known to be without it. The rules are those that sponsors choose among
// when they define progression-free survival (FDA, Clinical Trial Endpoints for the Approval of
// Cancer Drugs and Biologics, appendix 3): censoring at the last assessment before a new therapy,
// or going on counting after it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace riskset {

// Dates are days since 1970-01-01, NaN where missing; every list is as long as `start`.
struct DatedFollowUpColumns {
  // A column of dates, and its place among the columns of the endpoint.
  struct Dates {
    const std::vector<double>* days;
    int place;
  };
  Dates start;
  std::vector<Dates> events, censoring;
  // The day of the event of rows whose status says so and that have none of `events`, of the last
  // contact of all others.
  std::optional<Dates> end;
  const std::vector<std::optional<bool>>* status = nullptr;  // goes with `end`
  std::optional<Dates> newTherapy;
  std::optional<double> cutoff;
  std::optional<double> longestGap;  // in days, from one assessment to the event
  bool censoredAtStart = false;      // rows with neither event nor censoring date
};

struct DatedFollowUp {
  std::vector<double> days;  // from the start, NaN where not known; negative where it ends before
  std::vector<std::optional<bool>> event;
  std::vector<int> endedBy;               // place of the column whose date ended the follow-up
  std::vector<std::uint8_t> afterCutoff;  // starts after the cut-off: no follow-up
  std::vector<int> missedVisits;          // rows, from 1, whose event does not count for this alone
};

// A status that says the event, without a day of any event: the follow-up is not known. An event
// counts until the day of the cut-off and the day of the new therapy, both included: scans
// precede dosing. After the cut-off nothing is known of anybody; who was followed longer is
// censored on that day. Of a new therapy: the row is censored at its latest censoring date until
// then, or on that day if it has none so early; at the start where that censors and the row has no
// censoring date at all.
//
// Of two or more missed visits (the same appendix): an event more than `longestGap` days after the
// last censoring date until then is not counted, and the row is censored on that date; where the
// row has no censoring date at all, the start is the assessment. Of a row whose censoring dates all
// come after the event nothing is known to be missed: its event stays. It is looked at before the
// new therapy and the cut-off.
DatedFollowUp composeFollowUp(const DatedFollowUpColumns& columns);

}  // namespace riskset
