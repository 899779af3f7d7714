#include "core/survival/survival_quantile.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace riskset {
namespace {

using Times = std::vector<double>;
using Events = std::vector<std::uint8_t>;

TEST(SurvivalQuantile, IsTheMiddleOfAStepAtExactlyItsHeight) {
  EXPECT_EQ(survivalQuantile(kaplanMeier(Times{1, 2, 3, 4}, Events{1, 1, 1, 1}), 0.5).value, 2.5);
  EXPECT_EQ(survivalQuantile(kaplanMeier(Times{1, 2, 3, 4}, Events{1, 1, 0, 0}), 0.5).value, 3)
      << "the step lasts to the end of follow-up";
}

// Both rows of a cluster and one of another: their influences on S cancel, so that the limits are S
// itself, 1/2 from 7 to 8, and do not exist at S = 0.
TEST(SurvivalQuantile, DoesNotStretchALimitOverTimesWithoutOne) {
  const SurvivalData data{{7, 8, 12}, {1, 1, 1}, {5, 6, 9}, {}, {0, 0, 1}};
  const SurvivalQuantile found = survivalQuantile(
      kaplanMeier(data, {SurvivalInterval::log, 0.8, SurvivalVariance::robust}), 0.5);
  EXPECT_EQ(found.value, 7.5);
  EXPECT_EQ(found.lower, 7);
  EXPECT_EQ(found.upper, 7);
}

TEST(SurvivalQuantile, IsEmptyWhenNotReached) {
  EXPECT_FALSE(survivalQuantile(kaplanMeier(Times{1, 2, 3}, Events{1, 0, 0}), 0.5).value);
}

// Freireich's 6-mercaptopurine patients: S is 0.6275 at 16, 0.5378 at 22 and 0.4482 at 23. SPSS is
// remembered to print 23 with 5.255 (12.70 to 33.30); the formula gives just that.
TEST(SpssMedian, IsThatOfFreireichsPatients) {
  const Times times{6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
  const Events events{1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0};
  const SpssMedian found = spssMedian(kaplanMeier(times, events), 0.95);
  EXPECT_EQ(found.value, 23);
  EXPECT_NEAR(*found.stdError, 5.255, 5e-4);
  EXPECT_NEAR(*found.lower, 12.70, 5e-3);
  EXPECT_NEAR(*found.upper, 33.30, 5e-3);
}

// By hand: ten deaths at 1..10. S(5) = 0.5 is the first at or below a half, where R takes 5.5.
// S(4) = 0.6, S(6) = 0.4: f = 0.2 / 2, SE(S(5)) = sqrt(0.025).
TEST(SpssMedian, TakesTheFirstTimeOfAStepAtOneHalf) {
  const SpssMedian found = spssMedian(
      kaplanMeier(Times{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, Events(10, 1)), std::erf(1 / std::sqrt(2)));
  EXPECT_EQ(found.value, 5);
  EXPECT_NEAR(*found.stdError, std::sqrt(0.025) / 0.1, 1e-12);
  EXPECT_NEAR(*found.lower, 5 - std::sqrt(2.5), 1e-12);
}

TEST(SpssMedian, HasNoErrorWithoutAnEventTimeOnEachSide) {
  const SpssMedian steep = spssMedian(kaplanMeier(Times{1, 1, 1, 2}, Events{1, 1, 0, 0}), 0.95);
  EXPECT_EQ(steep.value, 1);
  EXPECT_FALSE(steep.stdError);
  EXPECT_FALSE(steep.lower);
  EXPECT_FALSE(spssMedian(kaplanMeier(Times{1, 2, 3}, Events{1, 0, 0}), 0.95).value);
}

}  // namespace
}  // namespace riskset
