#include "core/regression/natural_smooth.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

// A straight line is among the splines, so that least squares find it.
TEST(NaturalSmooth, KeepsAStraightLine) {
  const std::vector<double> x{3, 9, 1, 4, 12, 7, 5}, y{1, 7, -1, 2, 10, 5, 3};
  const SmoothGrid grid = smoothGrid(x);
  EXPECT_EQ(grid.points.size(), 40);
  EXPECT_EQ(grid.points.front(), 1);
  EXPECT_EQ(grid.points.back(), 12);
  const auto line = smoothLine(grid, x, y);
  ASSERT_TRUE(line);
  for (std::size_t i = 0; i < grid.points.size(); ++i)
    EXPECT_NEAR(line->value[i], grid.points[i] - 2, 1e-12);
}

// Four functions through four points: each end is one point alone, with its variance.
TEST(NaturalSmooth, GoesThroughFourPoints) {
  const std::vector<double> x{1, 2, 4, 8}, y{3, -1, 5, 2};
  const auto line = smoothLine(smoothGrid(x), x, y);
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->value.front(), 3, 1e-12);
  EXPECT_NEAR(line->value.back(), 2, 1e-12);
  EXPECT_NEAR(line->spread.front(), 1, 1e-12);
  EXPECT_NEAR(line->spread.back(), 1, 1e-12);
}

TEST(NaturalSmooth, NeedsFourDifferentValues) {
  for (const std::vector<double>& x : {std::vector<double>{1, 2, 3, 3, 2, 1}, {5, 5, 5}, {2}}) {
    const std::vector<double> y(x.size(), 1);
    EXPECT_FALSE(smoothLine(smoothGrid(x), x, y));
  }
}

}  // namespace
}  // namespace riskset
