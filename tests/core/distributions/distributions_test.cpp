#include "core/distributions/distributions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

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

// Closed forms: with 1 degree of freedom t is Cauchy's, with 2 its tail is 1/2 - t / sqrt(2 + t^2)
// / 2, which far out is 1 / (2 t^2); chi-square with 2 degrees of freedom is exponential.
TEST(Distributions, MatchClosedForms) {
  for (const double t : {1e-9, 0.5, 1.0, 2.0}) {
    EXPECT_NEAR(tUpperP(t, 1), 0.5 - std::atan(t) / std::numbers::pi, 1e-15) << t;
    EXPECT_NEAR(tUpperP(t, 2), 0.5 - t / std::sqrt(2 + t * t) / 2, 1e-15) << t;
  }
  expectRelative(tUpperP(1e200, 1), 1e-200 / std::numbers::pi);
  expectRelative(tUpperP(1e140, 2), 5e-281);
  for (const double x : {0.1, 3.0, 1380.0})
    expectRelative(chiSquareP(x, 2), std::exp(-x / 2), 1e-12);
}

// The quantile of 1e-300 rests on its logarithm, about -690, whose last bit is 1e-13 of p.
TEST(Distributions, QuantilesOfStudentTAndChiSquareAreInverse) {
  for (const double df : {1.0, 2.5, 7.0, 40.0, 1e4, 1e9}) {
    for (const double p : {1e-300, 1e-100, 1e-12, 0.01, 0.249, 0.251, 0.4999}) {
      expectRelative(tUpperP(-tQuantile(p, df), df), p, 1e-12);
      EXPECT_EQ(tQuantile(1 - p, df), -tQuantile(1 - (1 - p), df));
      if (df < 1e4) expectRelative(chiSquareP(chiSquareUpperQuantile(p, df), df), p, 1e-11);
    }
    EXPECT_EQ(tQuantile(0.5, df), 0);
  }
}

}  // namespace
}  // namespace riskset
