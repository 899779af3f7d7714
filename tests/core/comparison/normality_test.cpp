#include "core/comparison/normality.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace riskset {
namespace {

// By hand: ((4 - 1) / sqrt 2)^2 / (14/3), and the exact p of three values.
TEST(ShapiroWilk, MatchesHandCalculationOfThreeValues) {
  const auto test = *shapiroWilk({1, 2, 4});
  EXPECT_NEAR(test.w, 27.0 / 28, 1e-15);
  EXPECT_NEAR(test.p,
              6 / std::numbers::pi * (std::asin(std::sqrt(27.0 / 28)) - std::numbers::pi / 3),
              1e-14);
  EXPECT_NEAR(shapiroWilk({1, 1, 4})->p, 0, 1e-7) << "the least W that three values can have";
}

TEST(ShapiroWilk, DoesNotDependOnUnitAndDirection) {
  const Sorted values{1, 2, 2, 3, 5, 8, 9, 15, 16, 16, 17, 40};
  Sorted others = values;
  for (double& value : others)
    value = 1000 - 36.5 * value;
  others = sorted(others);
  EXPECT_NEAR(shapiroWilk(values)->w, shapiroWilk(others)->w, 1e-14);
  EXPECT_NEAR(shapiroWilk(values)->p, shapiroWilk(others)->p, 1e-12);
}

TEST(ShapiroWilk, DoesNotExistOutsideItsRange) {
  EXPECT_FALSE(shapiroWilk({1, 2}));
  EXPECT_FALSE(shapiroWilk({2, 2, 2, 2}));
  Sorted many(5001);
  for (std::size_t i = 0; i < many.size(); ++i)
    many[i] = static_cast<double>(i);
  EXPECT_FALSE(shapiroWilk(many));
  many.pop_back();
  EXPECT_TRUE(shapiroWilk(many));
}

}  // namespace
}  // namespace riskset
