#include "core/survival/restricted_mean.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace riskset {
namespace {

using Times = std::vector<double>;
using Events = std::vector<std::uint8_t>;

const double kOneSigma = std::erf(1 / std::sqrt(2));  // the level at which z is 1

// By hand: deaths at 1 and 3 of four, one censored at 2, one followed to 5: S = 3/4, then 3/8.
// Up to 4 the area is 1 + 2 * 3/4 + 3/8 = 23/8; behind the deaths lie 15/8 and 3/8, so that the
// variance is (15/8)^2 / (4 * 3) + (3/8)^2 / (2 * 1) = 93/256.
TEST(RestrictedMean, IsTheAreaUnderTheCurveWithGreenwoodsError) {
  const SurvivalSteps steps = kaplanMeier(Times{1, 2, 3, 5}, Events{1, 0, 1, 0});
  const RestrictedMean mean = restrictedMean(steps, 4, kOneSigma);
  EXPECT_DOUBLE_EQ(*mean.value, 23.0 / 8);
  EXPECT_NEAR(*mean.stdError, std::sqrt(93.0 / 256), 1e-14);
  EXPECT_NEAR(*mean.lower, 23.0 / 8 - std::sqrt(93.0 / 256), 1e-12);
  EXPECT_NEAR(*mean.upper, 23.0 / 8 + std::sqrt(93.0 / 256), 1e-12);
}

// With everybody's time known it is the plain mean of min(time, tau), and Greenwood's sum is the
// variance with divisor n.
TEST(RestrictedMean, IsTheMeanWithoutCensoring) {
  const Times times{2, 3, 5, 8, 8, 13};
  const RestrictedMean mean = restrictedMean(kaplanMeier(times, Events(6, 1)), 10, 0.95);
  EXPECT_NEAR(*mean.value, 36.0 / 6, 1e-12);
  double squares = 0;
  for (const double time : times)
    squares += std::pow(std::min(time, 10.0) - 6, 2) / 6;
  EXPECT_NEAR(*mean.stdError, std::sqrt(squares / 6), 1e-12);
}

TEST(RestrictedMean, DoesNotGoBeyondFollowUpUnlessTheCurveIsAtZero) {
  const SurvivalSteps open = kaplanMeier(Times{1, 2}, Events{1, 0});
  EXPECT_DOUBLE_EQ(*restrictedMean(open, 2, 0.95).value, 1.5);
  EXPECT_FALSE(restrictedMean(open, 2.1, 0.95).value);
  EXPECT_FALSE(restrictedMean(open, 2.1, 0.95).stdError);
  EXPECT_DOUBLE_EQ(*restrictedMean(kaplanMeier(Times{1, 2}, Events{1, 1}), 100, 0.95).value, 1.5);
}

TEST(RestrictedMean, HasNoIntervalBeforeTheFirstEvent) {
  const RestrictedMean mean = restrictedMean(kaplanMeier(Times{3, 4}, Events{1, 0}), 2, 0.95);
  EXPECT_EQ(mean.value, 2);
  EXPECT_EQ(mean.stdError, 0);
  EXPECT_FALSE(mean.lower);
}

// By hand: one of five dies at 1 of 2: mean 1 + 4/5, variance (4/5)^2 / (5 * 4).
TEST(RestrictedMean, KeepsALimitThatPassesTheHorizonAndSaysSo) {
  const SurvivalSteps one = kaplanMeier(Times{1, 3, 3, 3, 3}, Events{1, 0, 0, 0, 0});
  const RestrictedMean mean = restrictedMean(one, 2, 0.95);
  EXPECT_NEAR(*mean.upper, 1.8 + 1.959963984540054 * 0.8 / std::sqrt(20.0), 1e-12);
  EXPECT_GT(*mean.upper, 2);
  EXPECT_TRUE(limitOutOfRange(mean));
  EXPECT_FALSE(limitOutOfRange(restrictedMean(one, 2, kOneSigma))) << "1.8 + 0.179";
  EXPECT_FALSE(limitOutOfRange(restrictedMean(one, 0.5, 0.95))) << "no limit at all";
  // Four of five die at 0.1: mean 0.1 + 0.2 * 1.9, variance 0.38^2 * 4 / 5.
  const SurvivalSteps most = kaplanMeier(Times{0.1, 0.1, 0.1, 0.1, 3}, Events{1, 1, 1, 1, 0});
  EXPECT_LT(*restrictedMean(most, 2, 0.95).lower, 0);
  EXPECT_TRUE(limitOutOfRange(restrictedMean(most, 2, 0.95)));
}

TEST(RestrictedMean, HasNoIntervalWhenAllHaveTheEventAtOneTime) {
  const RestrictedMean mean = restrictedMean(kaplanMeier(Times{3, 3}, Events{1, 1}), 5, 0.95);
  EXPECT_EQ(mean.value, 3);
  EXPECT_EQ(mean.stdError, 0);
  EXPECT_FALSE(mean.lower);
}

// By hand at z = 1: means 4 and 6 with errors 0.3 and 0.4.
TEST(RestrictedMeanContrast, HasDifferenceAndRatio) {
  const RestrictedMean a{10, 4.0, 0.3, {}, {}};
  const RestrictedMean b{10, 6.0, 0.4, {}, {}};
  const RestrictedMeanContrast found = contrast(a, b, kOneSigma);
  EXPECT_DOUBLE_EQ(*found.difference.value, 2);
  EXPECT_NEAR(*found.difference.stdError, 0.5, 1e-15);
  EXPECT_NEAR(*found.difference.lower, 1.5, 1e-12);
  EXPECT_NEAR(*found.difference.p, std::erfc(4 / std::sqrt(2)), 1e-17);
  const double error = std::sqrt(0.075 * 0.075 + 0.4 / 6 * 0.4 / 6);
  EXPECT_NEAR(*found.ratio.value, 1.5, 1e-15);
  EXPECT_NEAR(*found.ratio.lower, 1.5 * std::exp(-error), 1e-12);
  EXPECT_NEAR(*found.ratio.p, std::erfc(std::log(1.5) / error / std::sqrt(2)), 1e-15);
}

TEST(RestrictedMeanContrast, RestsOnTheOtherErrorWhereOneIsZero) {
  const RestrictedMean exact{10, 10.0, 0.0, {}, {}};
  const RestrictedMean other{10, 6.0, 0.4, {}, {}};
  for (const auto& found : {contrast(exact, other, 0.95), contrast(other, exact, 0.95)}) {
    EXPECT_TRUE(found.difference.value);
    EXPECT_EQ(found.difference.stdError, 0.4) << "as in survRM2";
    EXPECT_TRUE(found.ratio.p);
  }
}

TEST(RestrictedMeanContrast, HasNoRatioToAMeanOfZero) {
  const RestrictedMean dead = restrictedMean(kaplanMeier(Times{0, 0}, Events{1, 1}), 5, 0.95);
  EXPECT_EQ(dead.value, 0);
  const RestrictedMeanContrast found = contrast(dead, RestrictedMean{5, 4.0, 0.3, {}, {}}, 0.95);
  EXPECT_DOUBLE_EQ(*found.difference.value, 4);
  EXPECT_FALSE(found.ratio.value);
}

}  // namespace
}  // namespace riskset
