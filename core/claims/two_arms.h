// The arms of a claim: their counts by level, as printed or inferred from size and percentage.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/claims/claim_check.h"
#include "core/claims/printed_number.h"

namespace riskset {

struct PrintedArm {
  int n = 0;
  std::size_t levels = 0;   // printed: one of a variable that others do not have
  std::vector<int> counts;  // of the printed levels; empty: not printed
  std::vector<PrintedNumber> percents;
  bool isBinary() const { return levels == 1; }
  int sum() const;
};

// Two arms of as many levels, at most 20. Without a size the counts of several levels make it.
Result<std::vector<PrintedArm>> readArms(const std::vector<ClaimArm>& arms);

// The printed percentages of an arm against `n` patients, one check for each.
std::vector<PercentCheck> checkPercentages(const PrintedArm& arm, int n, bool nAssumed = false);

// The rows that a table may have for the arm with `n` patients: a level and the others, or all the
// levels. `thinned`: only some of many, first and last among them. Empty: not to be told.
struct PossibleRows {
  std::vector<std::vector<int>> rows;
  bool thinned = false;
};
PossibleRows possibleRows(const PrintedArm& arm, int n);

// "13 of 49", "12, 9 and 11".
std::string rowText(const std::vector<int>& row, bool binary);

}  // namespace riskset
