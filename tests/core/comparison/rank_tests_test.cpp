#include "core/comparison/rank_tests.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/random.h"
#include "core/distributions/rank_sum.h"

namespace riskset {
namespace {

// By hand: no value of the first exceeds one of the second, in 2 of the 10 orders (W = 0 and 6).
TEST(WilcoxonTest, MatchesHandCalculationOfFiveValues) {
  const auto test = *wilcoxonTest({1, 2, 3}, {4, 6}, 0.95);
  EXPECT_EQ(test.w, 0);
  EXPECT_FALSE(test.ties);
  EXPECT_NEAR(*test.exactP, 0.2, 1e-15);
  EXPECT_EQ(test.rule, WilcoxonP::exact);
  EXPECT_NEAR(test.uncorrectedP, std::erfc(std::sqrt(3.0) / std::sqrt(2.0)), 1e-14);
  EXPECT_NEAR(test.correctedP, std::erfc(2.5 / std::sqrt(3.0) / std::sqrt(2.0)), 1e-14);
  EXPECT_EQ(test.difference.value, -3);  // of -5 -4 -3 -3 -2 -1
  EXPECT_EQ(test.difference.lower, -5);
  EXPECT_EQ(test.difference.upper, -1);
}

// By hand: midranks 1.5 1.5 3 4. The sum of two of them is 3, 4.5 (twice), 5.5 (twice) or 7; as far
// from 5 as 3 are 3 and 7.
TEST(WilcoxonTest, MatchesHandCalculationWithTies) {
  const auto test = *wilcoxonTest({1, 1}, {2, 3}, 0.95);
  EXPECT_TRUE(test.ties);
  EXPECT_EQ(test.rule, WilcoxonP::corrected);
  EXPECT_NEAR(*test.exactP, 2.0 / 6, 1e-15);
  EXPECT_FALSE(test.difference.lower) << "its exact interval needs untied values";
}

TEST(WilcoxonTest, CountsUntiedRanksAsTheMannWhitneyCount) {
  std::vector<double> ranks;
  for (int rank = 1; rank <= 11; ++rank)
    ranks.push_back(rank);
  const RankSum untied(4, 7);
  for (int w = 0; w <= 28; ++w) {
    const double expected = std::min(1.0, 2 * std::min(untied.lowerP(w), untied.upperP(w - 1)));
    EXPECT_NEAR(*rankSumTwoSidedP(ranks, 4, w + 10), expected, 1e-14) << w;
    EXPECT_NEAR(*rankSumTwoSidedP(ranks, 7, w + 28), expected, 1e-14) << w;
  }
}

TEST(WilcoxonTest, MirrorsWithTheGroups) {
  Random random(5);
  for (int trial = 0; trial < 50; ++trial) {
    Sorted one(2 + random.below(9)), other(2 + random.below(9));
    for (double& value : one)
      value = random.below(7);
    for (double& value : other)
      value = random.below(9);
    one = sorted(one);
    other = sorted(other);
    const auto there = wilcoxonTest(one, other, 0.9), back = wilcoxonTest(other, one, 0.9);
    ASSERT_EQ(there.has_value(), back.has_value());
    if (!there) continue;
    EXPECT_EQ(there->w + back->w, static_cast<double>(one.size() * other.size()));
    EXPECT_NEAR(*there->exactP, *back->exactP, 1e-14);
    EXPECT_NEAR(there->correctedP, back->correctedP, 1e-15);
    EXPECT_EQ(*there->difference.value, -*back->difference.value);
  }
}

TEST(WilcoxonTest, OfTheRuleIsThatPartOfTheWhole) {
  const Sorted tied{1, 2, 2, 5}, few{3, 4, 6};
  for (const Sorted& first : {tied, Sorted{1, 2, 5}}) {
    const auto whole = *wilcoxonTest(first, few, 0.95);
    const auto ruled = *wilcoxonTest(first, few, 0.95, WilcoxonExtent::ofTheRule);
    EXPECT_EQ(ruled.rule, whole.rule);
    EXPECT_EQ(ruled.correctedP, whole.correctedP);
    EXPECT_EQ(ruled.exactP, whole.ties ? std::nullopt : whole.exactP);
    EXPECT_FALSE(ruled.difference.value);
  }
}

TEST(WilcoxonTest, IsOneForTheSameValues) {
  const Sorted values{1, 2, 2, 5, 9};
  const auto test = *wilcoxonTest(values, values, 0.95);
  EXPECT_EQ(test.exactP, 1);
  EXPECT_EQ(test.correctedP, 1);
  EXPECT_EQ(test.uncorrectedP, 1);
}

TEST(RankTests, DoNotExistWithoutDifferentValues) {
  EXPECT_FALSE(wilcoxonTest({2, 2}, {2, 2, 2}, 0.95));
  EXPECT_FALSE(wilcoxonTest({}, {2, 3}, 0.95));
  const std::vector<Sorted> equal{{2, 2}, {2}}, one{{1, 2}, {}}, none{};
  EXPECT_FALSE(kruskalWallisTest(equal));
  EXPECT_FALSE(kruskalWallisTest(one));
  EXPECT_FALSE(kruskalWallisTest(none));
}

// Without corrections, two groups are one normal deviate, squared.
TEST(KruskalWallisTest, OfTwoGroupsIsTheUncorrectedRankSumTest) {
  const std::vector<Sorted> two{{1, 3, 3, 7}, {2, 3, 8, 9, 11}};
  EXPECT_NEAR(kruskalWallisTest(two)->p, wilcoxonTest(two[0], two[1], 0.95)->uncorrectedP, 1e-14);
}

// By hand: ranks 1 2 | 3 4 | 5 6, so 12 / 42 (2 * 4 + 0 + 2 * 4).
TEST(KruskalWallisTest, MatchesHandCalculation) {
  const std::vector<Sorted> three{{1, 2}, {3, 4}, {}, {5, 6}};
  const auto test = *kruskalWallisTest(three);
  EXPECT_NEAR(test.chiSquare, 32.0 / 7, 1e-14);
  EXPECT_EQ(test.df, 2);
}

}  // namespace
}  // namespace riskset
