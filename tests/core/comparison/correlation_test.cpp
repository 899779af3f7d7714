#include "core/comparison/correlation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/base/random.h"

namespace riskset {
namespace {

using Values = std::vector<double>;

Correlation of(const Values& x, const Values& y) {
  return *correlation(x, y, 0.95);
}

// By hand: sums of squares 5 and 5, of products 4; ranks are the values; one of six pairs is
// discordant.
TEST(Correlation, MatchesHandCalculationOfFourPairs) {
  const auto result = of({1, 2, 3, 4}, {1, 3, 2, 4});
  EXPECT_NEAR(result.pearson.estimate, 0.8, 1e-15);
  EXPECT_NEAR(*result.pearson.statistic, 0.8 * std::sqrt(2 / 0.36), 1e-14);
  EXPECT_NEAR(result.spearman.estimate, 0.8, 1e-15);
  EXPECT_NEAR(result.spearman.statistic, 2, 1e-14);
  // Of 24 orders 1 has S = 0 and 3 have S = 2.
  EXPECT_NEAR(*result.spearman.p, 2 * 4.0 / 24, 1e-14);
  EXPECT_EQ(result.kendall.statistic, 5);
  EXPECT_NEAR(result.kendall.estimate, 4.0 / 6, 1e-15);
  // Of 24 orders 1 has no discordant pair and 3 have one.
  EXPECT_NEAR(*result.kendall.p, 2 * 4.0 / 24, 1e-14);
}

// Counted pair by pair, with many ties.
TEST(Correlation, CountsPairsAsTheyAre) {
  Random random(11);
  for (int trial = 0; trial < 30; ++trial) {
    Values x(12), y(12);
    for (std::size_t i = 0; i < x.size(); ++i) {
      x[i] = random.below(5);
      y[i] = random.below(4);
    }
    double sum = 0, untiedX = 0, untiedY = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const double dx = x[i] - x[j], dy = y[i] - y[j];
        sum += (dx * dy > 0) - (dx * dy < 0);
        untiedX += dx != 0;
        untiedY += dy != 0;
      }
    }
    EXPECT_NEAR(of(x, y).kendall.estimate, sum / std::sqrt(untiedX * untiedY), 1e-14);
  }
}

TEST(Correlation, IsSymmetricAndMirrors) {
  const Values x{3, 1, 4, 1.5, 5, 9, 2.5, 6}, y{2, 7, 1, 8, 2.8, 1.8, 2.9, 4};
  Values mirrored = y;
  for (double& value : mirrored)
    value = -value;
  const auto there = of(x, y), back = of(y, x), against = of(x, mirrored);
  EXPECT_NEAR(there.pearson.estimate, back.pearson.estimate, 1e-15);
  EXPECT_NEAR(there.spearman.estimate, -against.spearman.estimate, 1e-15);
  EXPECT_NEAR(*there.spearman.p, *against.spearman.p, 1e-14);
  EXPECT_NEAR(there.kendall.estimate, -against.kendall.estimate, 1e-15);
  EXPECT_NEAR(*there.kendall.p, *back.kendall.p, 1e-14);
  EXPECT_NEAR(*there.pearson.lower, -*against.pearson.upper, 1e-14);
}

TEST(Correlation, OfALineHasNoLimits) {
  const auto line = of({1, 2, 3, 4}, {2, 4, 6, 8});
  EXPECT_EQ(line.pearson.estimate, 1);
  EXPECT_FALSE(line.pearson.lower) << "Fisher's z is infinite";
}

TEST(Correlation, NeedsPairsThatVary) {
  EXPECT_FALSE(correlation(Values{1}, Values{2}, 0.95));
  EXPECT_FALSE(correlation(Values{1, 1}, Values{2, 3}, 0.95));
}

}  // namespace
}  // namespace riskset
