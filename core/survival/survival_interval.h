// Pointwise intervals of a survival curve: normal on one of five scales of S, with V the variance
// of log S and z the normal critical value.
//
//   plain    S -+ z S sqrt(V), clipped to 0..1
//   log      log S -+ z sqrt(V), the upper limit clipped to 1; the default, as R's
//   logLog   log(-log S) +- z sqrt(V) / log S                                        [1]
//   logit    log(S / (1 - S)) -+ z sqrt(V) / (1 - S)
//   arcsine  asin(sqrt(S)) -+ z / 2 sqrt(V S / (1 - S)), kept within 0..pi/2         [2]
//
// As survfit's conf.type of R's survival package. At S = 0 no limits exist; at S = 1 none on the
// last three scales.
//
// [1] Kalbfleisch JD, Prentice RL (2002). The Statistical Analysis of Failure Time Data, 2nd ed.
//     doi:10.1002/9781118032985
// [2] Borgan O, Liestol K (1990). Scand. J. Stat. 17:35-41.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(SurvivalInterval, plain, log, logLog, logit, arcsine)

struct SurvivalLimits {
  std::optional<double> lower, upper;
};

SurvivalLimits survivalLimits(double survival, double logVariance, SurvivalInterval scale,
                              double z);

}  // namespace riskset
