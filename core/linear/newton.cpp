#include "core/linear/newton.h"

#include <algorithm>
#include <cmath>

#include "core/base/contains.h"
#include "core/linear/cholesky.h"

namespace riskset {
namespace {

using Eigen::Index;

constexpr int kMostIterations = 100;
constexpr int kMostHalvings = 30;
// Steps are in units of the coefficient of a standardised column, or of the coefficient itself if
// that is larger. Newton's convergence is quadratic: one more step after 1e-7 leaves an error near
// 1e-14.
constexpr double kSettled = 1e-7;
// A log-likelihood that rises by less than this, relative to that at 0 (its own may go to 0: a
// covariate that sorts the events), has reached its limit. Steps towards a maximum shrink
// quadratically; one that is still larger than kMarching then, and than kPace of the step before,
// is on its way to infinity.
constexpr double kFlat = 1e-12;
constexpr double kMarching = 1e-4;
constexpr double kPace = 0.1;
// With a coefficient at infinity, one whose standard error (of a standardised column) is larger
// than this is not determined by what is left.
constexpr double kUndetermined = 1e3;

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

bool settled(const Vector& step, const Vector& coef) {
  for (Index j = 0; j < step.size(); ++j) {
    if (std::abs(step(j)) >= kSettled * std::max(1.0, std::abs(coef(j)))) return false;
  }
  return true;
}

void markUndetermined(Maximum& maximum) {
  const Matrix inverse = GeneralisedCholesky(maximum.atMaximum.information, 1e-14).inverse();
  for (Index j = 0; j < inverse.rows(); ++j) {
    const auto at = static_cast<std::size_t>(j);
    if (maximum.aliased[at]) continue;
    const double variance = inverse(j, j);
    if (!(variance > 0) || variance > kUndetermined * kUndetermined) maximum.diverging[at] = true;
  }
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

  const double slack = kFlat * std::abs(maximum.atNull.logLik);
  Vector stepBefore = Vector::Zero(coefficients);
  for (; maximum.iterations < kMostIterations; ++maximum.iterations) {
    Vector step = newtonStep(maximum.atMaximum, maximum.aliased);
    LikelihoodPoint next = likelihood(maximum.coef + step);
    for (int halving = 0; halving < kMostHalvings; ++halving) {
      if (next.logLik >= maximum.atMaximum.logLik - slack) break;
      step /= 2;
      next = likelihood(maximum.coef + step);
    }
    if (!std::isfinite(next.logLik)) return maximum;

    const double rise = next.logLik - maximum.atMaximum.logLik;
    maximum.coef += step;
    maximum.atMaximum = std::move(next);
    if (std::abs(rise) <= slack) {
      const auto marching = [&](Index j) {
        return std::abs(step(j)) > std::max(kMarching, kPace * std::abs(stepBefore(j)));
      };
      for (Index j = 0; j < coefficients; ++j)
        maximum.diverging[static_cast<std::size_t>(j)] = marching(j);
      if (maximum.anyDiverging()) {
        markUndetermined(maximum);
        maximum.converged = true;
        return maximum;
      }
    }
    if (settled(step, maximum.coef)) {
      maximum.converged = true;
      return maximum;
    }
    stepBefore = step;
  }
  return maximum;
}

}  // namespace riskset
