#include "core/tables/proportion.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riskset {
namespace {

// By hand: with no event in n, the upper Clopper-Pearson limit is 1 - 0.025^(1/n).
TEST(Proportion, HasTheClosedFormLimitsAtNoEvent) {
  const Proportion none = proportion(0, 12);
  EXPECT_EQ(none.intervals.clopperPearson.lower, 0);
  EXPECT_NEAR(none.intervals.clopperPearson.upper, 1 - std::pow(0.025, 1.0 / 12), 1e-14);
  EXPECT_EQ(none.intervals.wilson.lower, 0);
}

// By hand: Wilson's limits of 1 / 2 at z = 1 solve (p^ - p)^2 = p (1 - p) / 2.
TEST(Proportion, WilsonLimitsSolveTheirEquation) {
  const double level = std::erf(1 / std::sqrt(2));  // z = 1
  const auto limits = proportion(1, 2, level).intervals.wilson;
  for (const double p : {limits.lower, limits.upper}) {
    EXPECT_NEAR((0.5 - p) * (0.5 - p), p * (1 - p) / 2, 1e-12);
  }
}

TEST(Proportion, MirrorsWhenEventsAndNonEventsAreSwapped) {
  for (int events = 0; events <= 20; ++events) {
    const auto one = proportion(events, 20).intervals;
    const auto other = proportion(20 - events, 20).intervals;
    EXPECT_NEAR(one.clopperPearson.lower, 1 - other.clopperPearson.upper, 1e-12);
    EXPECT_NEAR(one.wilson.lower, 1 - other.wilson.upper, 1e-12);
    EXPECT_NEAR(one.wald.lower, 1 - other.wald.upper, 1e-12);
  }
}

double binomialProbability(int x, int n, double p) {
  double probability = std::pow(1 - p, n - x) * std::pow(p, x);
  for (int k = 0; k < x; ++k)
    probability *= static_cast<double>(n - k) / (x - k);
  return probability;
}

// By full enumeration: the exact interval is conservative everywhere.
TEST(Proportion, ClopperPearsonNeverCoversLessThanItsLevel) {
  for (const int n : {5, 17, 40}) {
    for (int percent = 1; percent < 100; ++percent) {
      const double p = percent / 100.0;
      double coverage = 0;
      for (int x = 0; x <= n; ++x) {
        const auto limits = proportion(x, n).intervals.clopperPearson;
        if (limits.lower <= p && p <= limits.upper) coverage += binomialProbability(x, n, p);
      }
      EXPECT_GE(coverage, 0.95) << "n = " << n << ", p = " << p;
    }
  }
}

}  // namespace
}  // namespace riskset
