#include "core/tables/two_proportions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "core/tables/contingency.h"
#include "core/tables/fisher.h"

namespace riskset {
namespace {

// By hand, the lady tasting tea: all 70 arrangements of 8 cups; 3 of 4 right has 1 + 16 tables at
// least as far out on either side: 34 / 70.
TEST(Fisher, MatchesTheLadyTastingTea) {
  EXPECT_NEAR(fisherTest({3, 4}, {1, 4}).p, 34.0 / 70, 1e-14);
  EXPECT_NEAR(fisherTest({4, 4}, {0, 4}).p, 2.0 / 70, 1e-14);
}

TEST(Fisher, IsOneWhenAMarginIsEmpty) {
  EXPECT_EQ(fisherTest({0, 5}, {0, 7}).p, 1);
  EXPECT_EQ(fisherTest({5, 5}, {7, 7}).p, 1);
}

// Closed form: all of n against none of n has p = 2 / choose(2n, n).
TEST(Fisher, KeepsTheDigitsOfFarTails) {
  const double logChoose = std::lgamma(1001) - 2 * std::lgamma(501);
  EXPECT_NEAR(std::log(fisherTest({500, 500}, {0, 500}).p), std::log(2) - logChoose,
              1e-10 * logChoose);
}

// By hand: 10 of 20 against 5 of 20. n (ad - bc)^2 / margins = 40 * 100^2 / (20 20 15 25) = 8/3;
// Yates: 40 (100 - 20)^2 / 150000 = 128/75.
TEST(TwoProportions, MatchHandCalculation) {
  const TwoProportions result = compareProportions({10, 20}, {5, 20});
  EXPECT_NEAR(result.difference.value, 0.25, 1e-15);
  EXPECT_NEAR(*result.riskRatio.value, 2, 1e-15);
  EXPECT_NEAR(*result.oddsRatio.value, 3, 1e-15);
  EXPECT_NEAR(result.tests.pearson->chiSquare, 8.0 / 3, 1e-13);
  EXPECT_NEAR(result.tests.yates->chiSquare, 128.0 / 75, 1e-13);
  EXPECT_EQ(result.expectedMin, 7.5);
  EXPECT_EQ(result.chosen, TwoProportionTest::pearson);
  EXPECT_EQ(compareProportions({5, 10}, {2, 10}).chosen, TwoProportionTest::fisher);
}

TEST(TwoProportions, MirrorWhenTheArmsAreSwapped) {
  const TwoProportions one = compareProportions({15, 49}, {2, 34});
  const TwoProportions other = compareProportions({2, 34}, {15, 49});
  EXPECT_NEAR(one.difference.newcombe.lower, -other.difference.newcombe.upper, 1e-14);
  EXPECT_NEAR(one.riskRatio.katz->lower, 1 / other.riskRatio.katz->upper, 1e-12);
  EXPECT_NEAR(one.oddsRatio.woolf->lower, 1 / other.oddsRatio.woolf->upper, 1e-12);
  EXPECT_NEAR(one.difference.miettinenNurminen.lower, -other.difference.miettinenNurminen.upper,
              1e-12);
  EXPECT_NEAR(one.difference.mee.lower, -other.difference.mee.upper, 1e-12);
  EXPECT_NEAR(one.riskRatio.miettinenNurminen->lower, 1 / *other.riskRatio.miettinenNurminen->upper,
              1e-10);
  EXPECT_NEAR(one.oddsRatio.miettinenNurminen->lower, 1 / *other.oddsRatio.miettinenNurminen->upper,
              1e-10);
  EXPECT_NEAR(*one.oddsRatio.conditional.value, 1 / *other.oddsRatio.conditional.value, 1e-10);
  EXPECT_NEAR(one.oddsRatio.conditional.lower, 1 / *other.oddsRatio.conditional.upper, 1e-10);
  EXPECT_NEAR(*one.numberNeeded.lower, -*other.numberNeeded.upper, 1e-10);
  EXPECT_NEAR(one.tests.fisher.p, other.tests.fisher.p, 1e-15);
  EXPECT_NEAR(one.tests.fisher.less, other.tests.fisher.greater, 1e-15);
}

std::string textOf(Counts a, Counts b) {
  return std::to_string(a.events) + "/" + std::to_string(a.n) + " v " + std::to_string(b.events) +
         "/" + std::to_string(b.n);
}

void expectNegated(Interval one, Interval other, const std::string& what) {
  EXPECT_NEAR(one.lower, -other.upper, 1e-9) << what;
  EXPECT_NEAR(one.upper, -other.lower, 1e-9) << what;
}

// A lower limit of 0 mirrors one that is unbounded.
void expectReciprocal(const RatioInterval& one, const RatioInterval& other,
                      const std::string& what) {
  EXPECT_NEAR(one.lower, other.upper ? 1 / *other.upper : 0, 1e-9) << what;
  EXPECT_NEAR(other.lower, one.upper ? 1 / *one.upper : 0, 1e-9) << what;
}

void expectMirrored(Counts a, Counts b) {
  const std::string what = textOf(a, b);
  const TwoProportions one = compareProportions(a, b), other = compareProportions(b, a);
  expectNegated(one.difference.wald, other.difference.wald, what);
  expectNegated(one.difference.newcombe, other.difference.newcombe, what);
  expectNegated(one.difference.miettinenNurminen, other.difference.miettinenNurminen, what);
  expectNegated(one.difference.mee, other.difference.mee, what);
  const auto& conditional = one.oddsRatio.conditional;
  const auto& mirrored = other.oddsRatio.conditional;
  expectReciprocal({conditional.lower, conditional.upper}, {mirrored.lower, mirrored.upper}, what);
  ASSERT_EQ(one.riskRatio.miettinenNurminen.has_value(),
            other.riskRatio.miettinenNurminen.has_value());
  if (one.riskRatio.miettinenNurminen)
    expectReciprocal(*one.riskRatio.miettinenNurminen, *other.riskRatio.miettinenNurminen, what);
  ASSERT_EQ(one.oddsRatio.miettinenNurminen.has_value(),
            other.oddsRatio.miettinenNurminen.has_value());
  if (one.oddsRatio.miettinenNurminen)
    expectReciprocal(*one.oddsRatio.miettinenNurminen, *other.oddsRatio.miettinenNurminen, what);
}

TEST(TwoProportions, MirrorInEverySmallTable) {
  for (int n1 = 1; n1 <= 6; ++n1) {
    for (int n2 = 1; n2 <= 6; ++n2) {
      for (int x1 = 0; x1 <= n1; ++x1) {
        for (int x2 = 0; x2 <= n2; ++x2)
          expectMirrored({x1, n1}, {x2, n2});
      }
    }
  }
}

// Fisher's p from factorials: the sum over the tables with these margins.
TEST(Fisher, IsTheHypergeometricSumInEverySmallTable) {
  const auto choose = [](int n, int k) {
    double ways = 1;
    for (int i = 0; i < k; ++i)
      ways = ways * (n - i) / (i + 1);
    return ways;
  };
  for (int n1 = 1; n1 <= 9; ++n1) {
    for (int n2 = 1; n2 <= 9; ++n2) {
      for (int events = 0; events <= n1 + n2; ++events) {
        const auto ways = [&](int x) { return choose(n1, x) * choose(n2, events - x); };
        const int lowest = std::max(0, events - n2), highest = std::min(n1, events);
        for (int x1 = lowest; x1 <= highest; ++x1) {
          double sum = 0;  // of whole numbers, which a double holds
          for (int x = lowest; x <= highest; ++x)
            sum += ways(x) <= ways(x1) ? ways(x) : 0;
          EXPECT_NEAR(fisherTest({x1, n1}, {events - x1, n2}).p, sum / choose(n1 + n2, events),
                      1e-13);
        }
      }
    }
  }
}

TEST(TwoProportions, LeaveOutWhatAZeroCellMakesImpossible) {
  const TwoProportions noneInReference = compareProportions({3, 10}, {0, 12});
  EXPECT_FALSE(noneInReference.riskRatio.value);
  EXPECT_FALSE(noneInReference.oddsRatio.value);
  const TwoProportions noneInArm = compareProportions({0, 10}, {3, 12});
  EXPECT_EQ(noneInArm.riskRatio.value, 0);
  EXPECT_FALSE(noneInArm.riskRatio.katz);
  EXPECT_FALSE(compareProportions({0, 10}, {0, 12}).tests.pearson);
}

TEST(PearsonChiSquare, EqualsTheTwoByTwoTest) {
  const auto table = pearsonChiSquare({{10, 10}, {5, 15}});
  EXPECT_NEAR(table->chiSquare, 8.0 / 3, 1e-13);
  EXPECT_EQ(table->df, 1);
}

TEST(PearsonChiSquare, LeavesOutEmptyRowsAndColumns) {
  EXPECT_EQ(pearsonChiSquare({{10, 0, 10}, {0, 0, 0}, {5, 0, 15}})->df, 1);
  EXPECT_FALSE(pearsonChiSquare({{10, 0}, {5, 0}}));
  EXPECT_FALSE(pearsonChiSquare({{0, 0}, {0, 0}}));
  EXPECT_FALSE(pearsonChiSquare({}));
}

TEST(Fisher, AnswersForHugeCounts) {
  const double p = fisherTest({500'000'000, 1'000'000'000}, {500'010'000, 1'000'000'000}).p;
  // So many that the normal approximation holds: z = 10000 / sqrt(2e9 / 4) = 0.4472.
  EXPECT_NEAR(p, std::erfc(10000 / std::sqrt(5e8) / std::sqrt(2.0)), 1e-4);
}

}  // namespace
}  // namespace riskset
