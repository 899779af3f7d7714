#include "core/comparison/standardized_difference.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riskset {
namespace {

using Counts = std::vector<int>;

// By hand: (2 - 5) / sqrt((1 + 20/3) / 2).
TEST(StandardizedDifference, MatchesHandCalculationOfNumbers) {
  const auto smd = standardizedDifference(Sorted{1, 2, 3}, Sorted{2, 4, 6, 8});
  EXPECT_NEAR(*smd.difference, -3 / std::sqrt(23.0 / 6), 1e-14);
  EXPECT_NEAR(*smd.distance, 3 / std::sqrt(23.0 / 6), 1e-14);
}

// By hand: 0.5 - 0.2 over sqrt((0.25 + 0.16) / 2).
TEST(StandardizedDifference, MatchesHandCalculationOfTwoLevels) {
  const auto smd = standardizedDifference(Counts{5, 5}, Counts{8, 2});
  EXPECT_NEAR(*smd.difference, 0.3 / std::sqrt(0.205), 1e-14);
}

// By hand: the shares of the second and third level differ by 0.2 and -0.4; their mean covariance
// is (0.2, -0.09; -0.09, 0.2).
TEST(StandardizedDifference, MatchesHandCalculationOfThreeLevels) {
  const auto smd = standardizedDifference(Counts{4, 5, 1}, Counts{2, 3, 5});
  const double xx = (0.25 + 0.21) / 2, yy = (0.09 + 0.25) / 2, xy = -(0.05 + 0.15) / 2;
  const double square = (0.04 * yy + 0.16 * xx - 2 * 0.2 * -0.4 * xy) / (xx * yy - xy * xy);
  EXPECT_NEAR(*smd.distance, std::sqrt(square), 1e-13);
  EXPECT_FALSE(smd.difference) << "several levels have no direction";
}

TEST(StandardizedDifference, DoesNotDependOnTheOrderOfLevels) {
  const auto one = standardizedDifference(Counts{4, 9, 2, 0}, Counts{7, 3, 5, 1});
  const auto other = standardizedDifference(Counts{0, 2, 4, 9}, Counts{1, 5, 7, 3});
  EXPECT_NEAR(*one.distance, *other.distance, 1e-13);
}

TEST(StandardizedDifference, MirrorsAndIgnoresSizesAndEmptyLevels) {
  const auto there = standardizedDifference(Counts{4, 9}, Counts{7, 3});
  const auto back = standardizedDifference(Counts{7, 3}, Counts{4, 9});
  EXPECT_NEAR(*there.difference, -*back.difference, 1e-15);
  const auto larger = standardizedDifference(Counts{0, 40, 90}, Counts{0, 21, 9});
  EXPECT_NEAR(*there.difference, *larger.difference, 1e-14);
}

TEST(StandardizedDifference, IsZeroForTheSameShares) {
  EXPECT_EQ(standardizedDifference(Counts{4, 9, 3}, Counts{8, 18, 6}).distance, 0);
  EXPECT_EQ(standardizedDifference(Sorted{1, 2, 4}, Sorted{1, 2, 4}).difference, 0);
}

TEST(StandardizedDifference, DoesNotExistWhereGroupsAreDisjointOrConstant) {
  const auto none = [](const StandardizedDifference& smd) {
    return !smd.difference && !smd.distance;
  };
  EXPECT_TRUE(none(standardizedDifference(Counts{9, 0}, Counts{0, 7})));
  EXPECT_TRUE(none(standardizedDifference(Counts{5, 4, 0, 0}, Counts{0, 0, 3, 8})));
  EXPECT_TRUE(none(standardizedDifference(Counts{9, 0}, Counts{7, 0})));
  EXPECT_TRUE(none(standardizedDifference(Counts{0, 0}, Counts{7, 2})));
  EXPECT_TRUE(none(standardizedDifference(Sorted{3, 3, 3}, Sorted{5, 5})));
  EXPECT_TRUE(none(standardizedDifference(Sorted{3}, Sorted{5, 6})));
}

}  // namespace
}  // namespace riskset
