// The max-combo test: the largest of several Fleming-Harrington tests of two groups, for curves
// whose difference may come early, late or in the middle.
//
// Each test k has weights w_k (log_rank_weights.h, S of both groups together) and z_k = U_k /
// sqrt(V_kk), with
//   U_k = sum w_k (d_2 - d n_2 / n),   V_kl = sum w_k w_l d (n - d) / (n - 1) (n_1 / n) (n_2 / n).
// Under the null hypothesis z is normal with the correlations of V, and p = P(max |Z_k| >= max
// |z_k|). (1, 0) and (0, 1) add up to (0, 0): V may be singular, and is so for the usual four
// tests.
//
// Source: Karrison TG (2016). Stata J. 16:678-690; Lee S-H (2007). Comput. Stat. Data Anal.
// 51:6557-6564.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "core/survival/group_risk_sets.h"
#include "core/survival/log_rank_weights.h"

namespace riskset {

// z > 0: the second group has more events than expected. Empty: the test has no variance here.
struct MaxComboStatistic {
  double rho, gamma;
  std::optional<double> z;
};
BOOST_DESCRIBE_STRUCT(MaxComboStatistic, (), (rho, gamma, z))

struct MaxCombo {
  std::vector<MaxComboStatistic> statistics;
  double maximum = 0;  // of |z|
  double p = 1;
  double pError = 0;                             // about how far the integration may be off
  std::vector<std::vector<double>> correlation;  // of the tests that have a z
};
BOOST_DESCRIBE_STRUCT(MaxCombo, (), (statistics, maximum, p, pError, correlation))

// `cohort` has two groups; up to kMostNormalVariables tests. Empty: no test has a variance.
std::optional<MaxCombo> maxCombo(const ComparedCohort& cohort,
                                 const std::vector<FlemingHarrington>& tests);

}  // namespace riskset
