#include "core/tables/exact_mantel_haenszel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/tables/conditional_odds_ratio.h"
#include "core/tables/fisher.h"

namespace riskset {
namespace {

ExactMantelHaenszel exactOf(const std::vector<TwoByTwo>& strata) {
  return *exactMantelHaenszel(strata, 0.95);
}

// By hand: two strata of 1 against 1 with one event each; the sum of the first cells is 0, 1, 2
// with probabilities 1/4, 1/2, 1/4. With odds ratio w they are 1, 2 w, w^2 over (1 + w)^2.
TEST(ExactMantelHaenszel, MatchesHandCalculationOfTwoPairs) {
  const auto one = exactOf({{1, 0, 0, 1}, {0, 1, 1, 0}});
  EXPECT_NEAR(one.p, 1, 1e-15);
  EXPECT_NEAR(one.less, 0.75, 1e-15);
  EXPECT_NEAR(one.greater, 0.75, 1e-15);
  EXPECT_NEAR(*one.oddsRatio.value, 1, 1e-12);
  // (1 + 2 w) / (1 + w)^2 = 0.025: the lower limit is the reciprocal.
  const double root = (0.975 + std::sqrt(0.975)) / 0.025;
  EXPECT_NEAR(*one.oddsRatio.upper, root, 1e-9);
  EXPECT_NEAR(one.oddsRatio.lower, 1 / root, 1e-12);

  const auto both = exactOf({{1, 0, 0, 1}, {1, 0, 0, 1}});
  EXPECT_NEAR(both.p, 0.5, 1e-15);
  EXPECT_NEAR(both.greater, 0.25, 1e-15);
  EXPECT_FALSE(both.oddsRatio.value);
  EXPECT_FALSE(both.oddsRatio.upper);
  // w^2 / (1 + w)^2 = 0.025
  EXPECT_NEAR(both.oddsRatio.lower, std::sqrt(0.025) / (1 - std::sqrt(0.025)), 1e-12);
}

TEST(ExactMantelHaenszel, IsFishersTestOfOneTable) {
  const TwoByTwo table{15, 34, 2, 32};
  const auto exact = exactOf({table});
  const FisherTest fisher = fisherTest({15, 49}, {2, 34});
  const auto oddsRatio = conditionalOddsRatio({15, 49}, {2, 34}, 0.95);
  EXPECT_NEAR(exact.p, fisher.p, 1e-14);
  EXPECT_NEAR(exact.less, fisher.less, 1e-14);
  EXPECT_NEAR(exact.greater, fisher.greater, 1e-14);
  EXPECT_NEAR(*exact.oddsRatio.value, *oddsRatio.value, 1e-10);
  EXPECT_NEAR(exact.oddsRatio.lower, oddsRatio.lower, 1e-10);
  EXPECT_NEAR(*exact.oddsRatio.upper, *oddsRatio.upper, 1e-9);
}

TEST(ExactMantelHaenszel, MirrorsWhenTheGroupsAreSwappedAndForgetsTheOrderOfStrata) {
  const std::vector<TwoByTwo> strata{{9, 11, 4, 17}, {12, 6, 8, 9}, {0, 5, 3, 8}};
  const auto one = exactOf(strata);
  auto swapped = strata;
  for (auto& table : swapped)
    table = {table.c, table.d, table.a, table.b};
  std::reverse(swapped.begin(), swapped.end());
  const auto other = exactOf(swapped);
  EXPECT_NEAR(one.p, other.p, 1e-14);
  EXPECT_NEAR(one.less, other.greater, 1e-14);
  EXPECT_NEAR(*one.oddsRatio.value, 1 / *other.oddsRatio.value, 1e-12);
  EXPECT_NEAR(one.oddsRatio.lower, 1 / *other.oddsRatio.upper, 1e-12);
}

TEST(ExactMantelHaenszel, IsOneWhereTheMarginsLeaveNoChoice) {
  const auto exact = exactOf({{4, 0, 3, 0}, {0, 0, 1, 7}});
  EXPECT_EQ(exact.p, 1);
  EXPECT_FALSE(exact.oddsRatio.value);
}

// n of n against none of n in each of two strata: 1 / choose(2n, n)^2 on either side.
TEST(ExactMantelHaenszel, KeepsTheDigitsOfFarTails) {
  const int n = 120;
  const double logChoose = std::lgamma(2 * n + 1) - 2 * std::lgamma(n + 1);
  const auto exact = exactOf({{n, 0, 0, n}, {n, 0, 0, n}});
  EXPECT_NEAR(std::log(exact.greater), -2 * logChoose, 1e-12 * logChoose);
  EXPECT_NEAR(exact.p / exact.greater, 2, 1e-12);
}

TEST(ExactMantelHaenszel, GivesUpBeyondItsBudget) {
  const std::vector<TwoByTwo> huge(30, {500'000, 500'000, 500'000, 500'000});
  EXPECT_FALSE(exactMantelHaenszel(huge, 0.95));
}

}  // namespace
}  // namespace riskset
