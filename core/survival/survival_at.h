// Survival at chosen times, from the start or of those who are alive at a later time.
//
//   S(t | s) = S(t) / S(s),   Var log S(t | s) = sum_{s < t_j <= t} d_j / (n_j (n_j - d_j))
//
// the Kaplan-Meier estimate of those still followed after s, with their intervals.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <span>

#include "core/survival/kaplan_meier.h"

namespace riskset {

// Survival at one time. After the last follow-up of a curve that has not come down to 0 nobody is
// watched: the last survival is carried forward (as R with extend = TRUE) and `beyondFollowUp` says
// so; such a value is no estimate to be printed.
struct SurvivalAtTime {
  double time = 0;
  int atRisk = 0;                            // entry < time <= follow-up; at time 0 entry <= 0
  std::optional<double> weightedAtRisk;      // empty without weights
  int eventsBefore = 0, censoredBefore = 0;  // follow-up < time
  double survival = 1;
  std::optional<double> stdError, lower, upper;
  bool beyondFollowUp = false;
};
BOOST_DESCRIBE_STRUCT(SurvivalAtTime, (),
                      (time, atRisk, weightedAtRisk, eventsBefore, censoredBefore, survival,
                       stdError, lower, upper, beyondFollowUp))

// `data` as given to kaplanMeier for `steps`.
SurvivalAtTime survivalAt(const SurvivalSteps& steps, const SurvivalData& data, double time);

// Of plain follow-up.
SurvivalAtTime survivalAt(const SurvivalSteps& steps, double time);

// Survival at `time` of those alive at `given`. Empty where S is 0 at `given`, or where `given` or
// `time` lies beyond the last follow-up of a curve that has not come down to 0.
struct ConditionalSurvival {
  double given = 0, time = 0;
  int atRisk = 0;  // at `given`
  std::optional<double> survival, stdError, lower, upper;
};
BOOST_DESCRIBE_STRUCT(ConditionalSurvival, (),
                      (given, time, atRisk, survival, stdError, lower, upper))

// 0 <= given < time.
ConditionalSurvival conditionalSurvival(const SurvivalSteps& steps, const SurvivalData& data,
                                        const CurveOptions& options, double given, double time);

}  // namespace riskset
