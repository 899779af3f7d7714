// Product-limit estimate of survival from right-censored follow-up.
//
//   S(t)     = prod_{t_j <= t} (1 - d_j / n_j)                            [1]
//   Var S(t) = S(t)^2 sum_{t_j <= t} d_j / (n_j (n_j - d_j))              [2]
//   H(t)     = sum_{t_j <= t} d_j / n_j                                   (Nelson-Aalen)
//   Var H(t) = sum_{t_j <= t} d_j / n_j^2
//
// n_j counts patients with entry < t_j <= follow-up [3]: a patient censored at t_j is still at
// risk, so events come before censorings at the same time, and one who enters at t_j is not yet.
// With weights, n_j and d_j are their sums. Both variances are those of R's survfit; instead of
// them the variance may be robust (robust_variance.h). Intervals: survival_interval.h.
//
// S that has come down to 0 stays there, also when under late entry others are at risk later: an
// early event that finds nobody else at risk says nothing of them.
//
// [1] Kaplan EL, Meier P (1958). JASA 53:457-481. doi:10.1080/01621459.1958.10501452
// [2] Greenwood M (1926). Reports on Public Health and Medical Subjects 33. HMSO, London.
// [3] Tsai WY, Jewell NP, Wang MC (1987). Biometrika 74:883-886.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/optional_reals.h"
#include "core/survival/survival_data.h"
#include "core/survival/survival_interval.h"

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(SurvivalVariance, greenwood, robust)

struct CurveOptions {
  SurvivalInterval interval = SurvivalInterval::log;
  double level = 0.95;  // coverage of the pointwise intervals, in (0, 1)
  SurvivalVariance variance = SurvivalVariance::greenwood;
};

// One entry per distinct time, ascending, whether events or only censorings fall on it. Counts are
// of patients, never weighted; the weighted sums are empty without weights.
// `stdError` and limits are empty where they do not exist: at S = 0, on the log(-log), logit and
// arcsine scales also at S = 1, and with robust variance where there are not two clusters.
struct SurvivalSteps {
  std::vector<double> time;
  std::vector<int> atRisk, events, censored;
  std::vector<double> weightedAtRisk, weightedEvents;
  std::vector<double> survival;
  OptionalReals stdError, lower, upper;
  std::vector<double> cumulativeHazard;
  OptionalReals cumulativeHazardStdError;
};
BOOST_DESCRIBE_STRUCT(SurvivalSteps, (),
                      (time, atRisk, events, censored, weightedAtRisk, weightedEvents, survival,
                       stdError, lower, upper, cumulativeHazard, cumulativeHazardStdError))

// What the estimate counts at a step: sums of weights where there are any.
struct RiskSetSize {
  double atRisk, events;

  double left() const { return atRisk - events; }
  // d / (n (n - d)), Greenwood's term; 0 where the event leaves nobody.
  double greenwood() const { return left() > 0 ? events / (atRisk * left()) : 0; }
};
RiskSetSize riskSetSize(const SurvivalSteps& steps, std::size_t step);

SurvivalSteps kaplanMeier(const SurvivalData& data, const CurveOptions& options);

// The same of plain follow-up in any order.
SurvivalSteps kaplanMeier(std::span<const double> time, std::span<const std::uint8_t> event,
                          SurvivalInterval interval = SurvivalInterval::log, double level = 0.95);

}  // namespace riskset
