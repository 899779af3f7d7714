#include "core/base/root.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riskset {
namespace {

int stepsOf(double low, double high, const std::function<double(double)>& f, double* found) {
  int steps = 0;
  *found = fallingRoot(low, high, [&](double x) {
    ++steps;
    return f(x);
  });
  return steps;
}

TEST(FallingRoot, IsFoundToTheLastDigitsInFewSteps) {
  double found = 0;
  const int steps = stepsOf(
      0, 3, [](double x) { return std::cos(x); }, &found);
  EXPECT_NEAR(found, std::acos(0.0), 1e-15);
  EXPECT_LT(steps, 12);
  EXPECT_NEAR(fallingRoot(-100, 100, [](double x) { return 1e-9 - std::exp(x); }), std::log(1e-9),
              1e-14);
}

TEST(FallingRoot, BearsInfinitiesAndJumps) {
  const auto pole = [](double x) { return 1 / x - 1 / (1 - x); };
  EXPECT_NEAR(fallingRoot(0, 1, pole), 0.5, 1e-15);
  const auto jump = [](double x) { return x < 0.3 ? INFINITY : -INFINITY; };
  EXPECT_NEAR(fallingRoot(0, 1, jump), 0.3, 1e-15);
}

TEST(FallingRoot, IsTheEndItPointsToWhereThereIsNone) {
  EXPECT_NEAR(fallingRoot(0, 1, [](double) { return 1.0; }), 1, 1e-15);
  EXPECT_NEAR(fallingRoot(0, 1, [](double) { return -1.0; }), 0, 1e-15);
}

}  // namespace
}  // namespace riskset
