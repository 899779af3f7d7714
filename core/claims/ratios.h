// A ratio with its interval, on the log scale, with what rounding of the three prints leaves open.
//
//   standard error  log(upper / lower) / (2 z_level)
//   Wald's test     z = log(value) / standard error
//   symmetry        value^2 = lower x upper
//
// The least and the greatest p are those of the corners of the rounding intervals. A p that is not
// Wald's - a log-rank, score or likelihood-ratio test beside a model's ratio - is another number of
// the same data: `otherTestRange` is where it may lie. With arms of equal size the score statistic
// exceeds Wald's by the factor 2 sinh(b / 2) / b, b the log ratio; what unequal arms, ties, small
// numbers and other covariates add was measured on simulated trials (tests/core/claims).
#pragma once

#include <optional>

#include "core/claims/claim_check.h"
#include "core/claims/printed_number.h"

namespace riskset {

struct PrintedRatio {
  PrintedNumber value, lower, upper;
};

// Expects positive prints.
RatioCheck checkRatioInterval(const PrintedRatio& ratio, double level);

}  // namespace riskset
