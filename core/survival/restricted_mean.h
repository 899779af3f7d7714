// Mean time restricted to tau: the area under the Kaplan-Meier curve up to tau.
//
//   mean(tau) = int_0^tau S(t) dt
//   Var       = sum_{t_j <= tau} ( int_{t_j}^tau S(t) dt )^2 d_j / (n_j (n_j - d_j))
//
// The variance is Greenwood's, without the factor m / (m - 1) of some texts: that of R's
// print(survfit, rmean = tau) and of the package survRM2. An event that leaves nobody at risk has
// no area behind it and adds nothing. The interval is normal and not clipped, as survRM2's.
//
// Two groups are compared by the difference and, on the log scale by the delta method, the ratio of
// their means, as in survRM2; p is two-sided normal.
//
// Sources: Irwin JO (1949). J. Hyg. (Lond.) 47:188-189. doi:10.1017/S0022172400014443
// Uno H et al. (2014). J. Clin. Oncol. 32:2380-2385. doi:10.1200/JCO.2014.55.2208
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "core/base/estimate.h"
#include "core/survival/kaplan_meier.h"

namespace riskset {

// Without events up to tau the mean is tau, its error 0, and it has no interval.
struct RestrictedMean {
  double tau = 0;
  std::optional<double> value, stdError, lower, upper;
};
BOOST_DESCRIBE_STRUCT(RestrictedMean, (), (tau, value, stdError, lower, upper))

struct RatioEstimate {
  std::optional<double> value, lower, upper, p;
};
BOOST_DESCRIBE_STRUCT(RatioEstimate, (), (value, lower, upper, p))

struct RestrictedMeanContrast {
  double tau = 0;
  DifferenceEstimate difference;
  RatioEstimate ratio;
};
BOOST_DESCRIBE_STRUCT(RestrictedMeanContrast, (), (tau, difference, ratio))

// tau > 0. Empty when tau lies beyond the last follow-up of a curve that has not come down to 0:
// nobody was watched so long, and the area would be a guess. (R's survival carries the last S
// forward without a word; survRM2 refuses such a tau.)
RestrictedMean restrictedMean(const SurvivalSteps& steps, double tau, double level);

// b against a, both at the same tau.
RestrictedMeanContrast contrast(const RestrictedMean& a, const RestrictedMean& b, double level);

}  // namespace riskset
