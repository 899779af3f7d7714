#include "core/distributions/rank_sum.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

// By hand: the 6 orders of two against two have U = 0, 1, 2, 2, 3, 4.
TEST(RankSum, MatchesHandCountOfTwoAgainstTwo) {
  const RankSum u(2, 2);
  const double upTo[] = {1, 2, 4, 5, 6};
  for (int i = 0; i <= 4; ++i) {
    EXPECT_NEAR(u.lowerP(i), upTo[i] / 6, 1e-15) << i;
    EXPECT_NEAR(u.upperP(i), 1 - upTo[i] / 6, 1e-15) << i;
  }
  EXPECT_EQ(u.lowerP(-1), 0);
  EXPECT_EQ(u.upperP(-1), 1);
  EXPECT_EQ(u.lowerP(99), 1);
  EXPECT_NEAR(u.lowerP(1.5), 2.0 / 6, 1e-15);
  EXPECT_EQ(u.quantile(0.5), 2);
  EXPECT_EQ(u.quantile(4.0 / 6), 2);
  EXPECT_EQ(u.upperQuantile(2.0 / 6), 2);
  EXPECT_EQ(u.quantile(0), 0);
  EXPECT_EQ(u.quantile(1), 4);
}

// One value among n others may stand at each of n + 1 places.
TEST(RankSum, IsUniformWithOneValue) {
  const RankSum u(1, 9);
  for (int i = 0; i <= 9; ++i)
    EXPECT_NEAR(u.lowerP(i), (i + 1) / 10.0, 1e-15);
}

TEST(RankSum, DoesNotDependOnWhichSampleIsFirst) {
  const RankSum one(4, 11), other(11, 4);
  for (int i = 0; i <= 44; ++i)
    EXPECT_EQ(one.lowerP(i), other.lowerP(i));
}

}  // namespace
}  // namespace riskset
