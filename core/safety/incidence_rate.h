// Events per time under observation, taken as a Poisson count.
//
//   rate x / T      exact limits: chi-square quantiles on 2x and 2x + 2 degrees of freedom, halved,
//                   over T [1]
//   ratio of two    given the sum of the counts the first is binomial with probability
//                   r T1 / (r T1 + T2): limits of the ratio r from Clopper-Pearson's, p from the
//                   exact binomial test at r = 1 [2], as R's poisson.test
//
// [1] Garwood F (1936). Biometrika 28:437-442. doi:10.1093/biomet/28.3-4.437
// [2] Przyborowski J, Wilenski H (1940). Biometrika 31:313-323.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "core/base/estimate.h"

namespace riskset {

struct IncidenceRate {
  int events = 0;
  double time = 0, rate = 0, lower = 0, upper = 0;
};
BOOST_DESCRIBE_STRUCT(IncidenceRate, (), (events, time, rate, lower, upper))

// Empty `value` or `upper`: unbounded, as the reference has no events. Without any event nothing is
// known of the ratio.
struct IncidenceRatio : Estimate {
  double p = 1;
};
BOOST_DESCRIBE_STRUCT(IncidenceRatio, (Estimate), (p))

// Expects events >= 0, time > 0 and a coverage `level` in (0, 1).
IncidenceRate incidenceRate(int events, double time, double level);

// `a` against the reference `b`. Empty: neither has an event.
std::optional<IncidenceRatio> incidenceRatio(const IncidenceRate& a, const IncidenceRate& b,
                                             double level);

}  // namespace riskset
