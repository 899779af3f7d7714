#include "core/regression/spline.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/regression/time_split.h"

namespace riskset {
namespace {

// By hand: knots 0, 1, 3 and x = 2: [8 - 1 * (3 - 0) / 2 + 0] / 9 = 6.5 / 9.
TEST(Spline, IsHarrellsFormula) {
  const std::vector<double> x{-1, 2, 5}, knots{0, 1, 3};
  const auto columns = splineColumns(x, knots);
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_EQ(columns[0](2), 5);
  EXPECT_EQ(columns[1](0), 0) << "linear before the first knot";
  EXPECT_DOUBLE_EQ(columns[1](1), 6.5 / 9);
  EXPECT_DOUBLE_EQ(columns[1](2), (125 - 64 * 1.5 + 8 * 0.5) / 9);
}

TEST(Spline, IsLinearBeyondTheLastKnot) {
  const std::vector<double> x{10, 11, 12}, knots{0, 2, 5, 9};
  for (const Vector& column : splineColumns(x, knots))
    EXPECT_NEAR(column(2) - column(1), column(1) - column(0), 1e-12);
}

TEST(Spline, HasNoKnotsWhereValuesAreTooEqual) {
  EXPECT_TRUE(splineKnots(std::vector<double>(30, 1.0), 3).empty());
  EXPECT_TRUE(splineKnots(std::vector<double>{}, 3).empty());
  EXPECT_EQ(splineKnots(std::vector<double>{0, 10}, 3), (std::vector<double>{1, 5, 9}));
}

TEST(TimeSplit, KeepsEveryEventOnceAndTheTimeAtRisk) {
  CoxData data{{0, 2, 5, 9, 5}, {1, 1, 1, 0, 1}, {}, {NumericTerm{"x", {1, 2, 3, 4, 5}}}};
  const TimeSplit split = splitAt(data, 0, {2, 5});
  EXPECT_EQ(split.eventsIn, (std::vector<int>{2, 2, 0}))
      << "an event at 2 lies in the first period";
  EXPECT_EQ(split.rowsIn, (std::vector<int>{5, 3, 1}));
  EXPECT_EQ(split.data.terms.size(), 3U);
  // With late entry a row is in no period before it.
  data.entry = {-1, 0, 3, 6, 4};
  EXPECT_EQ(splitAt(data, 0, {2, 5}).rowsIn, (std::vector<int>{2, 2, 1}));
}

}  // namespace
}  // namespace riskset
