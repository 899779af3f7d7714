#include "core/comparison/e_value.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

constexpr auto RR = RatioMeasure::RR;

// VanderWeele and Ding's own example: infant death and formula, 3.9 (1.8 to 8.7).
TEST(EValue, MatchesThePublishedExample) {
  const EValue found = eValue(RR, {3.9, 1.8, 8.7}, false);
  EXPECT_NEAR(found.value, 7.26, 0.005);
  EXPECT_NEAR(*found.limit, 3.0, 1e-12);  // 1.8 + sqrt(1.8 * 0.8)
}

TEST(EValue, IsTheSameForARatioAndItsInverse) {
  for (const auto measure : {RR, RatioMeasure::OR, RatioMeasure::HR}) {
    const EValue found = eValue(measure, {2.4, 1.3, 4.1}, false);
    const EValue inverse = eValue(measure, {1 / 2.4, 1 / 4.1, 1 / 1.3}, false);
    EXPECT_NEAR(found.value, inverse.value, 1e-12);
    EXPECT_NEAR(*found.limit, *inverse.limit, 1e-12);
  }
}

TEST(EValue, IsOneWhereNothingHasToBeExplained) {
  EXPECT_EQ(eValue(RR, {1, {}, {}}, false).value, 1);
  EXPECT_EQ(eValue(RR, {1.5, 0.9, 2.5}, false).limit, 1);
  EXPECT_EQ(eValue(RR, {0.7, 0.4, 1.1}, false).limit, 1);
  EXPECT_EQ(eValue(RR, {0.7, {}, 1.1}, false).limit, 1);
  EXPECT_FALSE(eValue(RR, {0.7, 0.4, {}}, false).limit);
}

// A hazard ratio of a common outcome is farther from 1 than the risk ratio that it stands for.
TEST(EValue, TakesCommonOutcomesNearerToOne) {
  const EValue rare = eValue(RatioMeasure::HR, {0.42, {}, {}}, true);
  const EValue common = eValue(RatioMeasure::HR, {0.42, {}, {}}, false);
  EXPECT_EQ(*rare.riskRatio.value, 0.42);
  EXPECT_GT(*common.riskRatio.value, 0.42);
  EXPECT_LT(common.value, rare.value);
}

}  // namespace
}  // namespace riskset
