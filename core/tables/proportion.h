// One proportion x / n and its confidence intervals.
//
//   Clopper-Pearson [1]: limits are quantiles of Beta(x, n - x + 1) and Beta(x + 1, n - x)
//   Wilson [2]:          the p for which |p^ - p| = z sqrt(p (1 - p) / n)
//   Wald:                p^ -+ z sqrt(p^ (1 - p^) / n), as printed, even below 0 or above 1
//
// [1] Clopper CJ, Pearson ES (1934). Biometrika 26:404-413. doi:10.1093/biomet/26.4.404
// [2] Wilson EB (1927). JASA 22:209-212. doi:10.1080/01621459.1927.10502953
#pragma once

#include <boost/describe/class.hpp>

#include "core/base/estimate.h"

namespace riskset {

struct ProportionIntervals {
  Interval clopperPearson, wilson, wald;
};
BOOST_DESCRIBE_STRUCT(ProportionIntervals, (), (clopperPearson, wilson, wald))

struct Proportion {
  int events = 0;
  int n = 0;
  double rate = 0;
  ProportionIntervals intervals;
};
BOOST_DESCRIBE_STRUCT(Proportion, (), (events, n, rate, intervals))

// Expects 0 <= events <= n, n >= 1 and a coverage `level` in (0, 1).
Proportion proportion(int events, int n, double level = 0.95);

}  // namespace riskset
