#include "core/tables/proportion.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/support/cohort.h"

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
    EXPECT_NEAR(one.wilsonCorrected.lower, 1 - other.wilsonCorrected.upper, 1e-12);
    EXPECT_NEAR(one.agrestiCoull.lower, 1 - other.agrestiCoull.upper, 1e-12);
    EXPECT_NEAR(one.jeffreys.lower, 1 - other.jeffreys.upper, 1e-12);
    EXPECT_NEAR(one.midP.lower, 1 - other.midP.upper, 1e-12);
  }
}

double binomialProbability(int x, int n, double p) {
  double probability = std::pow(1 - p, n - x) * std::pow(p, x);
  for (int k = 0; k < x; ++k)
    probability *= static_cast<double>(n - k) / (x - k);
  return probability;
}

// The probability that the interval covers p, by full enumeration.
double coverage(int n, double p, Interval ProportionIntervals::*interval) {
  double sum = 0;
  for (int x = 0; x <= n; ++x) {
    const auto limits = proportion(x, n).intervals.*interval;
    if (limits.lower <= p && p <= limits.upper) sum += binomialProbability(x, n, p);
  }
  return sum;
}

// Clopper-Pearson is conservative everywhere; Wilson holds its level on average. R enumerates the
// same (tests/reference/coverage.R).
TEST(Proportion, CoversAsItsIntervalPromises) {
  const auto byR = nlohmann::json::parse(readFile("tests/reference/enumerated/coverage.json"));
  constexpr double kRounding = 1e-10;
  double wilson = 0;
  for (int n = 1; n <= 40; ++n) {
    for (int percent = 1; percent < 100; ++percent) {
      const double p = percent / 100.0;
      const auto expected = [&](const char* interval) {
        return byR[interval][static_cast<std::size_t>(n - 1)][static_cast<std::size_t>(percent - 1)]
            .get<double>();
      };
      const double exact = coverage(n, p, &ProportionIntervals::clopperPearson);
      EXPECT_GE(exact, 0.95) << n << ", " << p;
      EXPECT_NEAR(exact, expected("clopperPearson"), kRounding) << n << ", " << p;
      // One patient is covered with probability 0.8 at a rate of 0.2 or 0.8: no less, but no more.
      const double own = coverage(n, p, &ProportionIntervals::wilson);
      EXPECT_GE(own, 0.80 - 1e-12) << n << ", " << p;
      EXPECT_NEAR(own, expected("wilson"), kRounding) << n << ", " << p;
      wilson += own;
    }
  }
  wilson /= 40 * 99;
  EXPECT_GE(wilson, 0.950);
  EXPECT_LE(wilson, 0.958);
}

// By hand: (1 - p)^n is the level that the mid-P limit of no event leaves, as half of it is 0.025.
TEST(Proportion, HasTheClosedFormMidPLimitAtNoEvent) {
  const auto limits = proportion(0, 12).intervals.midP;
  EXPECT_EQ(limits.lower, 0);
  EXPECT_NEAR(limits.upper, 1 - std::pow(0.05, 1.0 / 12), 1e-14);
}

// By hand: 1 of 4 against 1/2 has (1 + 4) / 16 below, 15 / 16 above and both tails alike.
TEST(ExactBinomialTest, MatchesHandCalculation) {
  const auto test = exactBinomialTest(1, 4, 0.5);
  EXPECT_NEAR(test.less, 5.0 / 16, 1e-15);
  EXPECT_NEAR(test.greater, 15.0 / 16, 1e-15);
  EXPECT_NEAR(test.p, 10.0 / 16, 1e-15);
}

TEST(ExactBinomialTest, AnswersAtRatesOfZeroAndOne) {
  EXPECT_EQ(exactBinomialTest(0, 4, 0).p, 1);
  EXPECT_EQ(exactBinomialTest(1, 4, 0).p, 0);
  EXPECT_EQ(exactBinomialTest(4, 4, 1).p, 1);
  EXPECT_EQ(exactBinomialTest(3, 4, 1).p, 0);
}

}  // namespace
}  // namespace riskset
