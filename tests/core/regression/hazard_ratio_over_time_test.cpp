#include "core/regression/hazard_ratio_over_time.h"

#include <gtest/gtest.h>

#include <numeric>

#include "core/regression/cox_table.h"

namespace riskset {
namespace {

HazardRatioCurve curveOf(std::vector<double> time, std::vector<std::uint8_t> event,
                         std::vector<double> x) {
  const CoxData data{std::move(time), std::move(event), {}, {NumericTerm{"x", std::move(x)}}};
  const CoxModel model = coxModel(data, {CoxTies::efron, TimeTransform::km, 0.95, true});
  return model.proportionalHazards.value().curves.at(0);
}

// The residuals sum to zero at the maximum, so that the points lie around the coefficient.
TEST(HazardRatioOverTime, HasThePointsAroundTheCoefficient) {
  const CoxData data{
      {1, 2, 3, 4, 5, 6, 7}, {1, 1, 1, 0, 1, 1, 1}, {}, {NumericTerm{"x", {3, 1, 2, 5, 1, 4, 2}}}};
  const CoxModel model = coxModel(data, {CoxTies::efron, TimeTransform::km, 0.95, true});
  const HazardRatioCurve& curve = model.proportionalHazards.value().curves.at(0);
  EXPECT_EQ(curve.name, "x");
  EXPECT_EQ(curve.time, (std::vector<double>{1, 2, 3, 5, 6, 7}));
  EXPECT_NEAR(std::accumulate(curve.value.begin(), curve.value.end(), 0.0) / 6,
              *model.terms[0].coef, 1e-10);
}

TEST(HazardRatioOverTime, IsAnsweredOnlyWhenAskedFor) {
  const CoxData data{{1, 2, 3, 4, 5}, {1, 1, 1, 1, 1}, {}, {NumericTerm{"x", {3, 1, 2, 5, 1}}}};
  EXPECT_TRUE(coxModel(data, {}).proportionalHazards.value().curves.empty());
}

// Four functions go through four points.
TEST(HazardRatioOverTime, SmoothsThroughFourEvents) {
  const HazardRatioCurve curve = curveOf({1, 2, 3, 4, 5}, {1, 1, 1, 1, 0}, {3, 1, 2, 5, 1});
  ASSERT_TRUE(curve.smooth);
  EXPECT_EQ(curve.smooth->time.size(), 40);
  EXPECT_NEAR(curve.smooth->value.front(), curve.value.front(), 1e-9);
  EXPECT_NEAR(curve.smooth->value.back(), curve.value.back(), 1e-9);
  EXPECT_NEAR(curve.smooth->time.back(), 4, 1e-12);
}

TEST(HazardRatioOverTime, HasNoSmoothOfThreeEvents) {
  const HazardRatioCurve curve = curveOf({1, 2, 3, 4, 5}, {1, 1, 1, 0, 0}, {3, 1, 2, 5, 1});
  EXPECT_EQ(curve.time.size(), 3);
  EXPECT_FALSE(curve.smooth);
}

}  // namespace
}  // namespace riskset
