#include "core/distributions/distributions.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riskset {
namespace {

// R 4.2.2 prints 15 significant digits: 1e-13 relative is what these references support.
constexpr double kPrinted = 1e-13;

void expectRelative(double found, double expected, double tolerance = kPrinted) {
  EXPECT_NEAR(found / expected, 1, tolerance) << found << " v " << expected;
}

TEST(Distributions, MatchR) {
  expectRelative(normalQuantile(0.975), 1.95996398454005);   // qnorm(0.975)
  expectRelative(normalCritical(0.99), 2.57582930354890);    // qnorm(0.995)
  expectRelative(normalTwoSidedP(-3), 0.00269979606326019);  // 2 * pnorm(-3)
  expectRelative(chiSquareP(3.84145882069412, 1), 0.05);     // qchisq(0.95, 1)
  expectRelative(chiSquareP(11.2186526619859, 1), 8.09792652587216e-4);
  expectRelative(betaQuantile(0.025, 15, 35), 0.182519447645874);  // qbeta(0.025, 15, 35)
}

// Far tails keep their relative precision. There exp(-z^2 / 2) magnifies the last bit of z by z^2,
// about 1000 here: 1000 times machine epsilon is 2e-13 on either side.
// pchisq(1000, 1, lower = FALSE), 2 * pnorm(-30)
TEST(Distributions, KeepTheDigitsOfFarTails) {
  expectRelative(chiSquareP(1000, 1), 1.79583278480073e-219, 4e-13);
  expectRelative(normalTwoSidedP(30), 9.81342785429637e-198, 4e-13);
}

TEST(Distributions, QuantileAndTailAreInverse) {
  for (const double p : {1e-12, 0.01, 0.3, 0.5}) {
    EXPECT_NEAR(normalTwoSidedP(normalQuantile(p / 2)) / p, 1, 1e-12);
  }
}

}  // namespace
}  // namespace riskset
