#include "core/comparison/description.h"

#include <gtest/gtest.h>

#include <limits>

namespace riskset {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// By hand, of 1 2 3 4: a quarter of 4 is 1, between the first value and the second; a quarter of 5
// is 1.25 places; 1 and a quarter of 3 are 1.75.
TEST(Quantile, FollowsEachTypeOfFourValues) {
  const Sorted four{1, 2, 3, 4};
  EXPECT_EQ(quantile(four, 0.25, 2), 1.5);
  EXPECT_EQ(quantile(four, 0.25, 6), 1.25);
  EXPECT_EQ(quantile(four, 0.25, 7), 1.75);
  for (const int type : {2, 6, 7}) {
    EXPECT_EQ(quantile(four, 0.5, type), 2.5);
    EXPECT_EQ(quantile(four, 0, type), 1);
    EXPECT_EQ(quantile(four, 1, type), 4);
    EXPECT_EQ(quantile({7}, 0.3, type), 7);
    EXPECT_TRUE(isQuantileType(type));
  }
  EXPECT_FALSE(isQuantileType(1));
}

// The last digits of 9 * (1/3) must not decide between two values.
TEST(Quantile, TakesAWholePlaceForWhole) {
  const Sorted eight{1, 2, 3, 4, 5, 6, 7, 8};
  EXPECT_EQ(quantile(eight, 1.0 / 3, 6), 3);
}

TEST(Describe, SaysNothingOfWhatIsTooFew) {
  const auto none = describe({}, 3, 7);
  EXPECT_EQ(none.missing, 3);
  EXPECT_FALSE(none.mean || none.sd || none.median || none.min);
  const auto one = describe({5}, 0, 7);
  EXPECT_EQ(one.mean, 5);
  EXPECT_EQ(one.q3, 5);
  EXPECT_FALSE(one.sd) << "one value has no spread";
}

TEST(Samples, DoNotDependOnTheOrderOfRows) {
  const std::vector<double> values{0.1, 1e9, kNone, 0.7, 0.2, -3e8, 0.3};
  const std::vector<int> codes{0, 0, 0, 1, 0, 0, -1};
  const std::vector<double> other{-3e8, 0.7, 0.3, 0.2, kNone, 0.1, 1e9};
  const std::vector<int> otherCodes{0, 1, -1, 0, 0, 0, 0};
  const auto one = sortedGroups(values, codes, 2), two = sortedGroups(other, otherCodes, 2);
  EXPECT_EQ(one, two);
  EXPECT_EQ(one[1], Sorted{0.7});
  EXPECT_EQ(mean(one[0]), mean(two[0]));
  EXPECT_EQ(variance(one[0]), variance(two[0]));
}

}  // namespace
}  // namespace riskset
