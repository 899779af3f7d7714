// Generalised Cholesky and Newton.

#include <gtest/gtest.h>

#include <cmath>

#include "core/linear/cholesky.h"
#include "core/linear/newton.h"

namespace riskset {
namespace {

Matrix symmetric(std::initializer_list<double> rows, Eigen::Index size) {
  Matrix matrix(size, size);
  Eigen::Index at = 0;
  for (const double value : rows) {
    matrix(at / size, at % size) = value;
    ++at;
  }
  return matrix;
}

TEST(GeneralisedCholesky, SolvesAndInverts) {
  const Matrix a = symmetric({4, 2, 2, 3}, 2);  // inverse by hand: 1/8 (3 -2; -2 4)
  const GeneralisedCholesky decomposed(a);
  EXPECT_EQ(decomposed.rank(), 2);
  EXPECT_TRUE(decomposed.inverse().isApprox(symmetric({0.375, -0.25, -0.25, 0.5}, 2), 1e-14));
  EXPECT_NEAR(quadraticForm(decomposed, Vector::Ones(2)), 0.375, 1e-14);
}

TEST(GeneralisedCholesky, DropsTheLaterOfTwoCollinearColumnsOnly) {
  // Column 2 is column 0 twice; column 1 stands alone.
  const Matrix a = symmetric({1, 0, 2, 0, 5, 0, 2, 0, 4}, 3);
  const GeneralisedCholesky decomposed(a);
  EXPECT_FALSE(decomposed.dropped(0));
  EXPECT_FALSE(decomposed.dropped(1));
  EXPECT_TRUE(decomposed.dropped(2));
  EXPECT_TRUE(decomposed.inverse().isApprox(symmetric({1, 0, 0, 0, 0.2, 0, 0, 0, 0}, 3), 1e-14));
}

// Binomial log-likelihood x b - n log(1 + exp b), with its maximum at log(x / (n - x)).
Likelihood binomial(double x, double n) {
  return [=](const Vector& coef) {
    const double p = 1 / (1 + std::exp(-coef(0)));
    LikelihoodPoint point;
    point.logLik = x * coef(0) - n * std::log1p(std::exp(coef(0)));
    point.gradient = Vector::Constant(1, x - n * p);
    point.information = Matrix::Constant(1, 1, n * p * (1 - p));
    return point;
  };
}

TEST(Maximise, FindsTheLogOdds) {
  const Maximum maximum = maximise(binomial(3, 10), 1);
  EXPECT_TRUE(maximum.converged);
  EXPECT_FALSE(maximum.anyDiverging());
  EXPECT_NEAR(maximum.coef(0), std::log(3.0 / 7), 1e-13);
}

// Two groups, the log odds of each in a column; the second held at 0 leaves the first alone.
TEST(MaximiseWithout, HoldsCoefficientsAtZero) {
  const auto both = [](const Vector& coef) {
    const LikelihoodPoint first = binomial(3, 10)(coef.head(1));
    const LikelihoodPoint second = binomial(8, 9)(Vector::Constant(1, coef(0) + coef(1)));
    LikelihoodPoint point{first.logLik + second.logLik, Vector(2), Matrix(2, 2)};
    point.gradient << first.gradient(0) + second.gradient(0), second.gradient(0);
    const double own = second.information(0, 0);
    point.information << first.information(0, 0) + own, own, own, own;
    return point;
  };
  const Maximum full = maximise(both, 2);
  const Maximum without = maximiseWithout(both, full, {false, true});
  EXPECT_TRUE(without.converged);
  EXPECT_EQ(without.coef(1), 0);
  EXPECT_TRUE(without.aliased[1]);
  EXPECT_NEAR(without.coef(0), std::log(11.0 / 8), 1e-13) << "11 of 19 in one group";
  const Maximum nothing = maximiseWithout(both, full, {true, true});
  EXPECT_EQ(nothing.atMaximum.logLik, full.atNull.logLik);
}

TEST(Maximise, KnowsALikelihoodWithoutAMaximum) {
  const Maximum maximum = maximise(binomial(10, 10), 1);
  EXPECT_TRUE(maximum.converged) << "the likelihood has reached its limit";
  EXPECT_TRUE(maximum.anyDiverging()) << "but the coefficient has none";
}

}  // namespace
}  // namespace riskset
