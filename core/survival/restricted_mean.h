// Mean time restricted to tau: the area under the Kaplan-Meier curve up to tau.
//
//   mean(tau) = int_0^tau S(t) dt
//   Var       = sum_{t_j <= tau} ( int_{t_j}^tau S(t) dt )^2 d_j / (n_j (n_j - d_j))
//
// The variance is Greenwood's, without the factor m / (m - 1) of some texts: that of R's
// print(survfit, rmean = tau) and of the package survRM2, with sums of weights for d and n where
// there are weights. An event that leaves nobody at risk has no area behind it and adds nothing.
// With robust variance it is that of the patients' or clusters' influences on the area
// (robust_variance.h), where R's print() stays with Greenwood's. The interval is normal and not
// clipped, as survRM2's: a limit may lie below 0 or above tau, where no mean can be.
//
// Two groups are compared by the difference and, on the log scale by the delta method, the ratio of
// their means, as in survRM2; p is two-sided normal. Against a mean whose error is 0 it rests on
// the other group's error alone: of simulated pairs of 30 patients with the same hazard, one of
// them without event and S(tau) = 0.9, it then calls 24 of 100 different at 0.05. With few patients
// the test is too ready even so. [3]
//
// [1] Irwin JO (1949). J. Hyg. (Lond.) 47:188-189. doi:10.1017/S0022172400014443
// [2] Uno H et al. (2014). J. Clin. Oncol. 32:2380-2385. doi:10.1200/JCO.2014.55.2208
// [3] Horiguchi M, Uno H (2020). Stat. Med. doi:10.1002/sim.8565
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "core/base/estimate.h"
#include "core/survival/kaplan_meier.h"

namespace riskset {

// Without events before tau the mean is tau and its error 0; the error is 0 too when all have the
// event at one time. Then it has no interval.
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

// `data` and `variance` as given to kaplanMeier for `steps`. Without a robust variance (one
// cluster) there is no error and no interval. tau > 0. Empty when tau lies beyond the last
// follow-up of a curve that has not come down to 0: nobody was watched so long, and the area would
// be a guess. (R's survival carries the last S forward without a word; survRM2 refuses such a tau.)
RestrictedMean restrictedMean(const SurvivalSteps& steps, const SurvivalData& data,
                              SurvivalVariance variance, double tau, double level);

// Of plain follow-up.
RestrictedMean restrictedMean(const SurvivalSteps& steps, double tau, double level);

// Whether a limit lies where no mean can be: below 0 or above tau.
bool limitOutOfRange(const RestrictedMean& mean);

// The area behind each step up to tau, with 0 from tau on: the shares of clusterInfluence.
std::vector<double> areasBehind(const SurvivalSteps& steps, double tau);

// b against a, both at the same tau; without interval and p where the errors of both are 0.
// `covariance` of the two means: 0 unless clusters reach into both groups.
RestrictedMeanContrast contrast(const RestrictedMean& a, const RestrictedMean& b, double level,
                                double covariance = 0);

}  // namespace riskset
