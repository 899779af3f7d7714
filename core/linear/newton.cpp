#include "core/linear/newton.h"

#include <algorithm>
#include <cmath>

#include "core/base/contains.h"
#include "core/linear/cholesky.h"

namespace riskset {
namespace {

using Eigen::Index;

constexpr int kMostIterations = 60;
constexpr int kMostHalvings = 30;
// Steps are in units of the coefficient of a standardised column. Newton's convergence is
// quadratic: one more step after 1e-7 leaves an error near 1e-14.
constexpr double kSettled = 1e-7;
// A log-likelihood that rises by less than this, relatively, has reached its limit; a step that is
// still larger than kMarching then is not on its way to a maximum.
constexpr double kFlat = 1e-12;
constexpr double kMarching = 1e-3;

Vector newtonStep(const LikelihoodPoint& point, const std::vector<bool>& aliased) {
  Matrix information = point.information;
  Vector gradient = point.gradient;
  for (Index j = 0; j < gradient.size(); ++j) {
    if (!aliased[static_cast<std::size_t>(j)]) continue;
    information.row(j).setZero();
    information.col(j).setZero();
    gradient(j) = 0;
  }
  // Only an exhausted direction has a pivot this small: the aliased ones were taken out at the
  // start, where the information is largest.
  return GeneralisedCholesky(information, 1e-14).solve(gradient);
}

}  // namespace

bool Maximum::anyDiverging() const {
  return contains(diverging, true);
}

Maximum maximise(const Likelihood& likelihood, Index coefficients) {
  const auto count = static_cast<std::size_t>(coefficients);
  Maximum maximum;
  maximum.coef = Vector::Zero(coefficients);
  maximum.aliased.assign(count, false);
  maximum.diverging.assign(count, false);
  maximum.atNull = likelihood(maximum.coef);
  maximum.atMaximum = maximum.atNull;

  const GeneralisedCholesky atNull(maximum.atNull.information);
  for (Index j = 0; j < coefficients; ++j) {
    maximum.aliased[static_cast<std::size_t>(j)] = atNull.dropped(j);
  }

  for (; maximum.iterations < kMostIterations; ++maximum.iterations) {
    Vector step = newtonStep(maximum.atMaximum, maximum.aliased);
    LikelihoodPoint next = likelihood(maximum.coef + step);
    const double slack = kFlat * std::abs(maximum.atMaximum.logLik);
    for (int halving = 0; halving < kMostHalvings; ++halving) {
      if (next.logLik >= maximum.atMaximum.logLik - slack) break;
      step /= 2;
      next = likelihood(maximum.coef + step);
    }
    if (!std::isfinite(next.logLik)) return maximum;

    const double rise = next.logLik - maximum.atMaximum.logLik;
    const double largest = coefficients == 0 ? 0 : step.cwiseAbs().maxCoeff();
    maximum.coef += step;
    maximum.atMaximum = std::move(next);
    if (largest < kSettled) {
      maximum.converged = true;
      return maximum;
    }
    if (std::abs(rise) <= slack && largest > kMarching) {
      for (Index j = 0; j < coefficients; ++j) {
        maximum.diverging[static_cast<std::size_t>(j)] = std::abs(step(j)) > kMarching;
      }
      maximum.converged = true;
      return maximum;
    }
  }
  return maximum;
}

}  // namespace riskset
