// One proportion x / n and its confidence intervals.
//
//   Clopper-Pearson [1]: limits are quantiles of Beta(x, n - x + 1) and Beta(x + 1, n - x)
//   Wilson [2]:          the p for which |p^ - p| = z sqrt(p (1 - p) / n)
//   Wilson, corrected:   the p for which |p^ - p| - 1 / (2n) = z sqrt(p (1 - p) / n) [3]
//   Wald:                p^ -+ z sqrt(p^ (1 - p^) / n), as printed, even below 0 or above 1
//   Agresti-Coull [4]:   Wald's around (x + z^2/2) / (n + z^2) with n + z^2 for n, as printed
//   Jeffreys [5]:        quantiles of Beta(x + 1/2, n - x + 1/2); 0 at x = 0, 1 at x = n
//   mid-P [6]:           Clopper-Pearson's equations with half the probability of x itself
//
// The exact test against a given rate has the binomial tails as its one-sided p values. Its
// two-sided p is the sum of the probabilities of all counts that are no more probable than the
// observed one, where "no more" allows a relative 1e-7 for rounding (the rule of R's binom.test).
//
// [1] Clopper CJ, Pearson ES (1934). Biometrika 26:404-413. doi:10.1093/biomet/26.4.404
// [2] Wilson EB (1927). JASA 22:209-212. doi:10.1080/01621459.1927.10502953
// [3] Newcombe RG (1998). Stat. Med. 17:857-872 (method 4).
//     doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E
// [4] Agresti A, Coull BA (1998). Am. Stat. 52:119-126. doi:10.1080/00031305.1998.10480550
// [5] Brown LD, Cai TT, DasGupta A (2001). Stat. Sci. 16:101-133. doi:10.1214/ss/1009213286
// [6] Berry G, Armitage P (1995). The Statistician 44:417-423. doi:10.2307/2348891
#pragma once

#include <boost/describe/class.hpp>

#include "core/base/estimate.h"

namespace riskset {

struct ProportionIntervals {
  Interval clopperPearson, wilson, wilsonCorrected, wald, agrestiCoull, jeffreys, midP;
};
BOOST_DESCRIBE_STRUCT(ProportionIntervals, (),
                      (clopperPearson, wilson, wilsonCorrected, wald, agrestiCoull, jeffreys, midP))

struct Proportion {
  int events = 0;
  int n = 0;
  double rate = 0;
  ProportionIntervals intervals;
};
BOOST_DESCRIBE_STRUCT(Proportion, (), (events, n, rate, intervals))

// `p` is two-sided; `less` and `greater` are those of a rate below and above `null`.
struct ExactBinomialTest {
  double null, p, less, greater;
};
BOOST_DESCRIBE_STRUCT(ExactBinomialTest, (), (null, p, less, greater))

// Expects 0 <= events <= n, n >= 1 and a coverage `level` in (0, 1).
Proportion proportion(int events, int n, double level = 0.95);

// Wilson's interval alone.
Interval wilsonInterval(int events, int n, double level);

// Expects 0 <= events <= n, n >= 1 and `null` in [0, 1].
ExactBinomialTest exactBinomialTest(int events, int n, double null);

}  // namespace riskset
