// Power and size of a trial that compares two arms by the log-rank test.
//
// With d events, a share w of the patients in the first arm and a hazard ratio h of the second
// against it, z of the test has variance 1 and the mean
//
//   Schoenfeld [1]   |log h| sqrt(d w (1 - w))
//   Freedman [2]     |1 - h| sqrt(d r) / (1 + r h),   r = (1 - w) / w patients in the second arm
//   for
//                                                     each in the first
//
// Power is the chance of a z beyond the critical value z_a on the side of h; the other side is left
// out, as in print. A power 1 - b takes the d at which the mean is z_a + z_b, and d / q patients if
// each has the event with probability q. Both assume proportional hazards; near h = 1 they agree.
//
// [1] Schoenfeld D (1981). Biometrika 68:316-319. doi:10.1093/biomet/68.1.316
// [2] Freedman LS (1982). Stat. Med. 1:121-129. doi:10.1002/sim.4780010204
#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include "core/base/estimate.h"
#include "core/design/test_level.h"

namespace riskset {

// `detectable`: the hazard ratios nearest to 1, below and above it, that reach the wanted power
// (Schoenfeld).
struct LogRankPower {
  double power, freedmanPower;
  Interval detectable;
};
BOOST_DESCRIBE_STRUCT(LogRankPower, (), (power, freedmanPower, detectable))

// `power` is that of the whole number of `events`. Patients only where the probability of the event
// is given: as many as `eventsUnrounded` and, the safer number, as `events` need.
struct LogRankSize {
  double eventsUnrounded, events, power;
  std::optional<double> patientsUnrounded, patients, patientsForWholeEvents;
};
BOOST_DESCRIBE_STRUCT(LogRankSize, (),
                      (eventsUnrounded, events, power, patientsUnrounded, patients,
                       patientsForWholeEvents))

struct LogRankSizes {
  LogRankSize schoenfeld, freedman;
};
BOOST_DESCRIBE_STRUCT(LogRankSizes, (), (schoenfeld, freedman))

// `allocation`: the share of the patients in the first arm, in (0, 1).
struct LogRankTrial {
  double hazardRatio, allocation;
  TestLevel level;
};

// Expects events >= 0, a hazard ratio above 0 and wantedPower in (0, 1).
LogRankPower logRankPower(const LogRankTrial& trial, double events, double wantedPower);

// Expects a hazard ratio above 0 other than 1, a power between alpha / sides and 1, and a
// probability of the event, if there is one, in (0, 1].
LogRankSizes logRankSizes(const LogRankTrial& trial, double power,
                          std::optional<double> eventProbability);

}  // namespace riskset
