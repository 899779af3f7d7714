#include <gtest/gtest.h>

#include "core/tables/exact_contingency.h"
#include "core/tables/fisher.h"
#include "core/tables/stratified_tables.h"

namespace riskset {
namespace {

TEST(ExactContingency, IsFishersTestOfTwoByTwo) {
  const auto exact = exactContingency({{15, 34}, {2, 32}}, 1, 1);
  EXPECT_FALSE(exact.monteCarlo);
  EXPECT_NEAR(exact.p, fisherTest({15, 49}, {2, 34}).p, 1e-12);
}

TEST(ExactContingency, DoesNotDependOnTheOrderOfRowsOrColumns) {
  const double p = exactContingency({{3, 4, 1}, {1, 8, 5}, {0, 2, 9}}, 1, 1).p;
  EXPECT_NEAR(exactContingency({{0, 2, 9}, {3, 4, 1}, {1, 8, 5}}, 1, 1).p, p, 1e-12);
  EXPECT_NEAR(exactContingency({{1, 3, 4}, {5, 1, 8}, {9, 0, 2}}, 1, 1).p, p, 1e-12);
}

// By hand: 1 and 3 of 4 discordant pairs: 2 (1 + 4) / 16 exact, less 4 / 16 for mid-P.
TEST(McNemar, MatchesHandCalculation) {
  const auto result = mcNemar(1, 3);
  EXPECT_NEAR(result.test->chiSquare, 1, 1e-15);
  EXPECT_NEAR(result.testCorrected->chiSquare, 0.25, 1e-15);
  EXPECT_NEAR(result.exactP, 10.0 / 16, 1e-15);
  EXPECT_NEAR(result.midP, 6.0 / 16, 1e-15);
  EXPECT_EQ(mcNemar(0, 0).exactP, 1);
  EXPECT_FALSE(mcNemar(0, 0).test);
}

// Matched pairs as strata of two: the test is McNemar's, the odds ratio that of discordant pairs.
TEST(MantelHaenszel, IsMcNemarsTestOfMatchedPairs) {
  std::vector<TwoByTwo> strata;
  for (int i = 0; i < 12; ++i)
    strata.push_back({1, 0, 0, 1});
  for (int i = 0; i < 5; ++i)
    strata.push_back({0, 1, 1, 0});
  for (int i = 0; i < 9; ++i)
    strata.push_back({1, 0, 1, 0});
  const auto stratified = mantelHaenszel(strata, 0.95);
  const auto paired = mcNemar(12, 5);
  EXPECT_NEAR(stratified.test->chiSquare, paired.test->chiSquare, 1e-13);
  EXPECT_NEAR(*stratified.oddsRatio.value, *paired.oddsRatio, 1e-14);
}

// By hand: the first cells add up to 9, expected are 5 + 70 / 19 = 8.68: nearer than the
// correction.
TEST(MantelHaenszel, IsNotCorrectedWhereItsExpectationIsWithinOneHalf) {
  const auto result = mantelHaenszel({{5, 5, 5, 5}, {4, 6, 3, 6}, {0, 9, 0, 2}}, 0.95);
  EXPECT_EQ(result.testCorrected->chiSquare, result.test->chiSquare);
}

}  // namespace
}  // namespace riskset
