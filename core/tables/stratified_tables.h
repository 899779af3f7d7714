// 2x2 tables in strata, in pairs, and with ordered groups.
//
//   Cochran-Mantel-Haenszel [1]   (|sum (a - E a)| - c)^2 / sum Var a, margins fixed; c = 0, and
//                                 when corrected 1/2, unless the sum is smaller (R's rule)
//   common odds ratio             sum ad/n / sum bc/n, its interval by Robins-Breslow-Greenland [2]
//   common risk ratio             sum a n2/n / sum c n1/n, its interval by Greenland-Robins [3]
//   homogeneity                   Breslow-Day [4], and with Tarone's correction [5]
//   Cochran-Armitage [6, 7]       trend of x / n over scores, variance with N (not N - 1)
//   McNemar [8]                   (|b - c| - k)^2 / (b + c); k = 0, and when corrected 1; exact
//                                 and mid-P from Binomial(b + c, 1/2)
//
// A table is (a, b; c, d): rows are groups, columns are with and without the event.
//
// [1] Mantel N, Haenszel W (1959). JNCI 22:719-748. doi:10.1093/jnci/22.4.719
// [2] Robins J, Breslow N, Greenland S (1986). Biometrics 42:311-323. doi:10.2307/2531052
// [3] Greenland S, Robins JM (1985). Biometrics 41:55-68. doi:10.2307/2530643
// [4] Breslow NE, Day NE (1980). Statistical Methods in Cancer Research I. IARC, Lyon.
// [5] Tarone RE (1985). Biometrika 72:91-95. doi:10.1093/biomet/72.1.91
// [6] Cochran WG (1954). Biometrics 10:417-451. doi:10.2307/3001616
// [7] Armitage P (1955). Biometrics 11:375-386. doi:10.2307/3001775
// [8] McNemar Q (1947). Psychometrika 12:153-157. doi:10.1007/BF02295996
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "core/base/estimate.h"
#include "core/tables/counts.h"

namespace riskset {

struct TwoByTwo {
  int a, b, c, d;
};

struct Homogeneity {
  ChiSquareTest breslowDay, tarone;
};
BOOST_DESCRIBE_STRUCT(Homogeneity, (), (breslowDay, tarone))

struct MantelHaenszel {
  std::optional<ChiSquareTest> test, testCorrected;  // empty: no stratum has both margins
  Estimate oddsRatio, riskRatio;
  std::optional<Homogeneity> homogeneity;  // empty: fewer than two such strata, or no odds ratio
};
BOOST_DESCRIBE_STRUCT(MantelHaenszel, (), (test, testCorrected, oddsRatio, riskRatio, homogeneity))

MantelHaenszel mantelHaenszel(const std::vector<TwoByTwo>& strata, double level);

struct CochranArmitage {
  ChiSquareTest test;
  double z;
};
BOOST_DESCRIBE_STRUCT(CochranArmitage, (), (test, z))

// Empty without events, without non-events, and when all scores are alike.
std::optional<CochranArmitage> cochranArmitage(const std::vector<Counts>& groups,
                                               const std::vector<double>& scores);

struct McNemar {
  std::optional<ChiSquareTest> test, testCorrected;  // empty: no discordant pair
  double exactP = 1, midP = 1;
  std::optional<double> oddsRatio;  // b / c
};
BOOST_DESCRIBE_STRUCT(McNemar, (), (test, testCorrected, exactP, midP, oddsRatio))

McNemar mcNemar(int b, int c);

}  // namespace riskset
