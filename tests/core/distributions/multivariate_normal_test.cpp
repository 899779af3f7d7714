#include "core/distributions/multivariate_normal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "core/distributions/distributions.h"

namespace riskset {
namespace {

using Numbers = std::vector<double>;
using Correlation = std::vector<Numbers>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kWanted = 1e-5;

Correlation equal(std::size_t size, double rho) {
  Correlation correlation(size, Numbers(size, rho));
  for (std::size_t i = 0; i < size; ++i)
    correlation[i][i] = 1;
  return correlation;
}

double rectangle(const Correlation& correlation, const Numbers& lower, const Numbers& upper) {
  const auto found = normalRectangle(correlation, lower, upper, 3e-6);
  EXPECT_LE(found.error, kWanted);
  return found.value;
}

double orthant(const Correlation& correlation) {
  return rectangle(correlation, Numbers(correlation.size(), 0),
                   Numbers(correlation.size(), kInfinity));
}

TEST(MultivariateNormal, IsTheNormalDistributionInOneDimension) {
  const auto found = normalRectangle({{1}}, {-1.5}, {0.5}, 1e-7);
  EXPECT_NEAR(found.value, 1 - normalUpperP(0.5) - normalUpperP(1.5), 1e-15);
  EXPECT_EQ(found.error, 0);
}

TEST(MultivariateNormal, MultipliesIndependentVariables) {
  const Numbers lower{-1, -kInfinity, 0.5, 1, -2}, upper{1, 0.3, 2, kInfinity, kInfinity};
  double product = 1;
  for (std::size_t i = 0; i < lower.size(); ++i)
    product *= normalUpperP(lower[i]) - normalUpperP(upper[i]);
  EXPECT_NEAR(rectangle(equal(5, 0), lower, upper), product, 1e-15);
}

TEST(MultivariateNormal, IntersectsTheLimitsOfPerfectlyCorrelatedVariables) {
  const double wanted = normalUpperP(-0.5) - normalUpperP(1);
  EXPECT_NEAR(rectangle(equal(3, 1), {-1, -0.5, -2}, {1, 2, 3}), wanted, 1e-15);
  EXPECT_NEAR(rectangle({{1, -1}, {-1, 1}}, {-1, -2}, {2, 0.5}),
              normalUpperP(-0.5) - normalUpperP(2), 1e-15)
      << "of opposite variables, one's limits with changed signs";
  EXPECT_EQ(rectangle(equal(2, 1), {1, -1}, {2, 0.5}), 0) << "they exclude each other";
}

// P(both > 0) = 1/4 + asin(rho) / (2 pi)
TEST(MultivariateNormal, MatchesTheFormulaOfABivariateOrthant) {
  for (const double rho : {-0.999, -0.5, 0.0, 0.3, 0.9, 0.99999, 1 - 1e-6, 1 - 1e-9}) {
    EXPECT_NEAR(orthant(equal(2, rho)), 0.25 + std::asin(rho) / (2 * std::numbers::pi), kWanted)
        << rho;
  }
}

// P(all three > 0) = 1/8 + (the sum of the three arcsines) / (4 pi)
TEST(MultivariateNormal, MatchesTheFormulaOfATrivariateOrthant) {
  const double a = 0.7, b = -0.2, c = 0.4;
  EXPECT_NEAR(orthant({{1, a, b}, {a, 1, c}, {b, c, 1}}),
              0.125 + (std::asin(a) + std::asin(b) + std::asin(c)) / (4 * std::numbers::pi),
              kWanted);
}

// At rho = 1/2, Z_i = (Y_0 - Y_i) / sqrt(2): all are positive when Y_0 is the largest of d + 1.
TEST(MultivariateNormal, HalfCorrelatedOrthantIsTheChanceToBeTheLargest) {
  for (std::size_t size = 1; size <= kMostNormalVariables; ++size) {
    EXPECT_NEAR(orthant(equal(size, 0.5)), 1.0 / static_cast<double>(size + 1), kWanted) << size;
  }
}

// The third is the first two together, so that all three are positive when these are.
TEST(MultivariateNormal, FoldsADeterminedVariableIntoTheLimitsOfOthers) {
  const double r = std::numbers::sqrt2 / 2;
  EXPECT_NEAR(orthant({{1, 0, r}, {0, 1, r}, {r, r, 1}}), 0.25, kWanted);
}

// R 4.2.2, mvtnorm 1.1-3: pmvnorm(lower, upper, corr = R, algorithm = Miwa(steps = 512)), and,
// where the correlations are singular, GenzBretz(maxpts = 5e7, abseps = 1e-9).
TEST(MultivariateNormal, MatchesR) {
  const Correlation four{
      {1, 0.3, -0.5, 0.2}, {0.3, 1, 0.1, 0.6}, {-0.5, 0.1, 1, 0.4}, {0.2, 0.6, 0.4, 1}};
  EXPECT_NEAR(rectangle(four, {-1, -kInfinity, -2, 0}, {1, 0.5, 3, 2}), 0.17741670624, kWanted);
  const double r = std::numbers::sqrt2 / 2, s = 1 / std::sqrt(3), t = std::sqrt(2.0 / 3);
  const Correlation singular{{1, 0, r, s}, {0, 1, r, s}, {r, r, 1, t}, {s, s, t, 1}};
  EXPECT_NEAR(rectangle(singular, Numbers(4, -1.5), Numbers(4, 1.5)), 0.679505598, kWanted);
}

// With two variables, or one factor behind all, the probability is an integral over one variable.
// R 4.2.2: integrate(rel.tol = 1e-13).
TEST(MultivariateNormal, KeepsTheDigitsOfSmallProbabilitiesOfTheMaximum) {
  struct Case {
    std::size_t size;
    double rho, bound, p;
  };
  for (const auto& [size, rho, bound, p] : {Case{2, 0.5, 1, 0.502028222161},
                                            {2, 0.9, 2.5, 0.0184021910774},
                                            {2, 0.999, 3, 0.0028578300193},
                                            {2, 0.95, 5, 9.13586677581e-07},
                                            {4, 0.7, 2, 0.119778172304},
                                            {4, 0.8, 3.5, 0.00141984973115},
                                            {6, 0.9, 5, 2.27890959948e-06}}) {
    const auto found = normalMaximumP(equal(size, rho), bound);
    EXPECT_NEAR(found.value / p, 1, 3e-4) << size << " with " << rho << " above " << bound;
    EXPECT_LE(std::abs(found.value - p), std::max(found.error, 1e-9 * p)) << "beyond its error";
  }
}

TEST(MultivariateNormal, MaximumOfIndependentVariablesIsOneMinusAProduct) {
  for (const double bound : {0.0, 0.5, 2.0, 6.0}) {
    const double each = normalTwoSidedP(bound);
    EXPECT_NEAR(normalMaximumP(equal(5, 0), bound).value / -std::expm1(5 * std::log1p(-each)), 1,
                1e-11)
        << bound;
  }
}

TEST(MultivariateNormal, MaximumOfOneVariableRepeatedIsThatOfOne) {
  EXPECT_NEAR(normalMaximumP(equal(4, 1), 1.7).value, normalTwoSidedP(1.7), 1e-15);
  EXPECT_NEAR(normalMaximumP(equal(4, 1 - 1e-10), 1.7).value, normalTwoSidedP(1.7), kWanted);
}

}  // namespace
}  // namespace riskset
