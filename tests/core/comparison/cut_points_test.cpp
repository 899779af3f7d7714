#include "core/comparison/cut_points.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace riskset {
namespace {

std::vector<int> sizes(const Sorted& values, const std::vector<double>& at) {
  std::vector<int> sizes;
  for (const CutGroup& group : groupsAt(values, at))
    sizes.push_back(group.n);
  return sizes;
}

std::vector<double> equalShares(int groups) {
  std::vector<double> shares;
  for (int i = 1; i < groups; ++i)
    shares.push_back(static_cast<double>(i) / groups);
  return shares;
}

// By hand: the median of 1, 2, 4, 8 is 3; of 1, 2, 4 it is 2, which belongs to the upper group.
TEST(CutPoints, MatchHandCounts) {
  const std::vector<double> half{0.5};
  EXPECT_EQ(*cutPointsAtQuantiles({1, 2, 4, 8}, half), std::vector<double>{3});
  EXPECT_EQ(*cutPointsAtQuantiles({1, 2, 4}, half), std::vector<double>{2});
  EXPECT_EQ(sizes({1, 2, 4}, {2}), (std::vector<int>{1, 2}));
}

TEST(CutPoints, TellTheEndsOfEachGroup) {
  const auto groups = groupsAt({1, 2, 2, 5}, std::vector<double>{2, 9});
  EXPECT_EQ(groups[1].smallest, 2);
  EXPECT_EQ(groups[1].largest, 5);
  EXPECT_EQ(groups[2].n, 0);
  EXPECT_EQ(groups[2].smallest, std::nullopt);
}

TEST(CutPoints, AreNoneWhereAGroupWouldHaveNobody) {
  const std::vector<double> half{0.5}, quarters = equalShares(4);
  EXPECT_EQ(cutPointsAtQuantiles({1, 1, 1, 2}, half), std::nullopt) << "nobody is below 1";
  EXPECT_EQ(cutPointsAtQuantiles({5, 5, 5}, half), std::nullopt);
  EXPECT_EQ(cutPointsAtQuantiles({1, 2, 3}, quarters), std::nullopt) << "three values, four groups";
  EXPECT_EQ(cutPointsAtQuantiles({}, half), std::nullopt);
  EXPECT_TRUE(cutPointsAtQuantiles({1, 2, 2, 2}, half)) << "one below 2, three not";
}

// Without ties the groups of equal shares differ by one patient at most, and a value is nobody's
// twice.
TEST(CutPoints, PartDifferentValuesEvenly) {
  for (int n = 2; n <= 60; ++n) {
    Sorted values(static_cast<std::size_t>(n));
    std::iota(values.begin(), values.end(), 1);
    for (int groups = 2; groups <= std::min(n, 6); ++groups) {
      const auto at = cutPointsAtQuantiles(values, equalShares(groups));
      ASSERT_TRUE(at) << n << " values, " << groups << " groups";
      const auto own = sizes(values, *at);
      EXPECT_EQ(std::accumulate(own.begin(), own.end(), 0), n);
      const auto [least, most] = std::minmax_element(own.begin(), own.end());
      EXPECT_LE(*most - *least, 1) << n << " values, " << groups << " groups";
    }
  }
}

TEST(CutPoints, DoNotDependOnTheOrderOfTheValues) {
  std::mt19937 random(7);
  std::vector<double> values;
  for (int i = 0; i < 101; ++i)
    values.push_back(static_cast<double>(random() % 400) / 10);
  const auto at = cutPointsAtQuantiles(sorted(values), equalShares(4));
  ASSERT_TRUE(at);
  for (int draw = 0; draw < 20; ++draw) {
    std::shuffle(values.begin(), values.end(), random);
    EXPECT_EQ(cutPointsAtQuantiles(sorted(values), equalShares(4)), at);
  }
}

// A scale turned around cuts at the mirrored values.
TEST(CutPoints, TurnWithTheScale) {
  const Sorted values{1, 2.5, 2.5, 4, 7, 7.5, 9, 12};
  Sorted turned(values.rbegin(), values.rend());
  for (double& value : turned)
    value = -value;
  const std::vector<double> thirds = equalShares(3);
  const auto at = *cutPointsAtQuantiles(values, thirds);
  const auto mirrored = *cutPointsAtQuantiles(turned, thirds);
  EXPECT_NEAR(mirrored[0], -at[1], 1e-14);
  EXPECT_NEAR(mirrored[1], -at[0], 1e-14);
}

}  // namespace
}  // namespace riskset
