// Log-rank tests of equal hazards in two or more groups, plain and weighted.
//
// At each event time, within each stratum, the d events are a draw without replacement from the n
// at risk: group g expects d n_g / n, with the hypergeometric covariance
//   d (n - d) / (n - 1) (n_g / n) ([g = h] - n_h / n).
// Observed and expected are summed with the weights w of the test, the covariance V with w^2.
// chi-square = (O - E)' V^- (O - E) on rank(V) degrees of freedom, two-sided: the groups less one,
// unless some are never at risk together with others.
// (The shortcut sum (O - E)^2 / E found in some software is another, smaller number. The variance
// of weighted tests that some software takes errs where both arms have events at one time.)
//
// Source: Mantel N (1966). Cancer Chemother. Rep. 50:163-170; Klein JP, Moeschberger ML (2003),
// Survival Analysis, 2nd ed., sections 7.3 to 7.5 (weights, trend, strata). doi:10.1007/b97377
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/estimate.h"
#include "core/survival/group_risk_sets.h"
#include "core/survival/log_rank_weights.h"

namespace riskset {

// `observed` and `expected` are weighted sums: numbers of events only where every weight is 1.
struct LogRankGroup {
  std::string label;
  int n = 0, events = 0;
  double observed = 0, expected = 0;
};
BOOST_DESCRIBE_STRUCT(LogRankGroup, (), (label, n, events, observed, expected))

struct LogRank {
  std::vector<LogRankGroup> groups;             // without labels: the caller knows the levels
  std::vector<double> distance;                 // observed - expected
  std::vector<std::vector<double>> covariance;  // of the distance
  std::optional<ChiSquareTest> test;  // empty: no event finds two groups at risk and someone left
  std::optional<double> z;  // of two groups: above 0 when the second has more events than expected
};

LogRank logRank(const ComparedCohort& cohort, const LogRankTest& test = {});

// Each pair of groups on its own patients, weights from these alone (R's pairwise_survdiff): first
// 0 with 1, 0 with 2, ..., then 1 with 2, ...
std::vector<LogRank> pairwiseLogRank(const ComparedCohort& cohort, const LogRankTest& test = {});

// A hazard that rises or falls with the groups' scores s: score U = s' (O - E), variance s' V s,
// and z = U / sqrt(variance), above 0 when events are in excess where scores are high. With two
// groups it is the log-rank test.
//
// Source: Tarone RE (1975). Biometrika 62:679-682.
struct TrendTest : ChiSquareTest {
  std::vector<double> scores;
  double score, variance, z;
};
BOOST_DESCRIBE_STRUCT(TrendTest, (ChiSquareTest), (scores, score, variance, z))

// `scores` holds a number for each group. Empty: they do not differ among the groups compared.
std::optional<TrendTest> trendTest(const LogRank& result, std::vector<double> scores);

}  // namespace riskset
