// The follow-up of every row to one endpoint of the analysis file, from a column of times or
// composed of dates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/file.h"
#include "core/base/problem.h"
#include "core/base/result.h"

namespace riskset {

class Study;

// Missing: time or entry NaN, event empty.
struct FollowUp {
  std::vector<double> time;
  std::vector<int> order;     // the rows with a time, the shortest first
  std::vector<double> entry;  // empty: the endpoint has none
  std::vector<std::optional<bool>> event;
  // One column of times; or the dates, the start first, then those of censoring, then of events.
  std::vector<std::string> timeColumns;
  std::vector<int> endedBy;               // of each row its place in timeColumns; empty: the last
  std::vector<std::uint8_t> afterCutoff;  // rows that start after the cut-off; empty: none
  std::string entryColumn;
  std::string eventColumn;  // of the status; without one, the first of the dates of events
  double daysPerUnit = 1;   // of the times
  std::vector<Warning> warnings;

  // Where the time of a row ends.
  const std::string& endColumn(int row) const;
};

// Problem: unknownEndpoint, or what is wrong with its columns.
Result<FollowUp> readFollowUp(const Study& study, const std::string& endpoint);

}  // namespace riskset
