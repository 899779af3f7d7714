// Quantiles of a Kaplan-Meier curve, and the interval that SPSS gives for the median.
//
// A quantile is the first time with S <= 1 - p; when S equals 1 - p on a step, the middle of that
// step, which may last to the end of follow-up (as R's quantile() of a survfit; packages differ,
// and R's own print() does on such a last step). Its interval inverts the pointwise limits [1], on
// whichever scale they are: the first time at which a limit is <= 1 - p, also where plain limits
// rise again.
//
// SPSS's interval is symmetric, m -+ z SE(m), with m the first time with S <= 0.5 and
//   SE(m) = SE(S(m)) / f,   f = (S(u) - S(l)) / (l - u),
// u the last event time with S >= 0.55 and l the first with S <= 0.45: the density at the median
// from the step around it. Known from descriptions of SPSS's algorithm, not compared with SPSS.
//
// [1] Brookmeyer R, Crowley J (1982). Biometrics 38:29-41. doi:10.2307/2530286
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "core/survival/kaplan_meier.h"

namespace riskset {

// Empty value or limit: the curve, or its limit, does not come down so far ("not reached").
struct SurvivalQuantile {
  double p = 0;
  std::optional<double> value, lower, upper;
};
BOOST_DESCRIBE_STRUCT(SurvivalQuantile, (), (p, value, lower, upper))

// The time by which a share p in (0, 1) has had the event.
SurvivalQuantile survivalQuantile(const SurvivalSteps& steps, double p);

// Not clipped at 0. The error is empty where S does not reach 0.45, has no event time at or above
// 0.55, or has no error at the median (it is 0 there).
struct SpssMedian {
  std::optional<double> value, stdError, lower, upper;
};
BOOST_DESCRIBE_STRUCT(SpssMedian, (), (value, stdError, lower, upper))

SpssMedian spssMedian(const SurvivalSteps& steps, double level);

}  // namespace riskset
