#include "core/comparison/mean_tests.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riskset {
namespace {

const Sorted kA{1, 2, 3}, kB{2, 4, 6, 8}, kC{5, 5.5, 9};

// By hand: means 2 and 5, variances 1 and 20/3; pooled (2 + 20) / 5 = 4.4.
TEST(StudentTest, MatchesHandCalculation) {
  const auto test = *studentTest(kA, kB, 0.95);
  EXPECT_NEAR(test.t, -3 / std::sqrt(4.4 * (1.0 / 3 + 1.0 / 4)), 1e-14);
  EXPECT_EQ(test.df, 5);
  EXPECT_EQ(test.difference.value, -3);
  // The interval ends where t is the critical value 2.570582 of 5 degrees of freedom.
  EXPECT_NEAR((*test.difference.upper + 3) / (-3 / test.t), 2.5705818356363, 1e-10);
}

// By hand: 1/3 + 5/3 = 2; 4 / ((1/9) / 2 + (25/9) / 3) = 4 / (53/54).
TEST(WelchTest, MatchesHandCalculation) {
  const auto test = *welchTest(kA, kB, 0.95);
  EXPECT_NEAR(test.t, -3 / std::sqrt(2.0), 1e-14);
  EXPECT_NEAR(test.df, 216.0 / 53, 1e-13);
}

TEST(MeanTests, OfTwoGroupsAreTheSquaresOfT) {
  const std::vector<Sorted> two{kA, kB};
  const auto student = *studentTest(kA, kB, 0.95), welch = *welchTest(kA, kB, 0.95);
  const auto f = *anovaTest(two), w = *welchAnovaTest(two);
  EXPECT_NEAR(f.f, student.t * student.t, 1e-13);
  EXPECT_NEAR(f.p, student.p, 1e-14);
  EXPECT_NEAR(w.f, welch.t * welch.t, 1e-13);
  EXPECT_NEAR(w.df2, welch.df, 1e-13);
  EXPECT_NEAR(w.p, welch.p, 1e-14);
}

TEST(MeanTests, PassOverGroupsWithoutValues) {
  const std::vector<Sorted> three{kA, kB, kC}, four{kA, {}, kB, kC};
  EXPECT_EQ(anovaTest(three)->f, anovaTest(four)->f);
  EXPECT_EQ(welchAnovaTest(three)->p, welchAnovaTest(four)->p);
  EXPECT_EQ(bartlettTest(three)->df, bartlettTest(four)->df);
  EXPECT_EQ(brownForsytheTest(three)->p, brownForsytheTest(four)->p);
}

TEST(MeanTests, DoNotExistWhereNothingVaries) {
  const Sorted ones{1, 1, 1}, twos{2, 2};
  EXPECT_FALSE(studentTest(ones, twos, 0.95));
  EXPECT_FALSE(welchTest(ones, twos, 0.95));
  const std::vector<Sorted> both{ones, twos};
  EXPECT_FALSE(anovaTest(both));
  EXPECT_FALSE(welchAnovaTest(both));
  EXPECT_FALSE(bartlettTest(both));
  EXPECT_FALSE(brownForsytheTest(both));
  // 0.1 + 0.2 and 0.3 differ by rounding alone.
  EXPECT_FALSE(welchTest({0.3, 0.1 + 0.2}, {0.3, 0.3}, 0.95));
}

TEST(MeanTests, DoNotExistBelowTheFewestValues) {
  EXPECT_FALSE(welchTest({1}, kB, 0.95));
  EXPECT_TRUE(studentTest({1}, kB, 0.95)) << "one value has a place, and the others the spread";
  EXPECT_FALSE(studentTest({1}, {2}, 0.95));
  EXPECT_FALSE(studentTest({}, kB, 0.95));
  const std::vector<Sorted> ones{{1}, {2}, {3}}, one{kA}, none{};
  EXPECT_FALSE(anovaTest(ones));
  EXPECT_FALSE(anovaTest(one));
  EXPECT_FALSE(anovaTest(none));
}

}  // namespace
}  // namespace riskset
