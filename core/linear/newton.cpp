#include "core/linear/newton.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/contains.h"
#include "core/linear/cholesky.h"
#include "core/linear/products.h"

namespace riskset {
namespace {

using Eigen::Index;

constexpr int kMostIterations = 100;
constexpr int kMostHalvings = 30;
// Steps are in units of the coefficient of a standardised column, or of the coefficient itself if
// that is larger. Newton's convergence is quadratic: one more step after 1e-7 leaves an error near
// 1e-14.
constexpr double kSettled = 1e-7;
// A step that leaves likelihood, gradient and information as they are: it is taken without looking
// at them again, which saves one look of some four or five.
constexpr double kUnnoticed = 1e-11;
// Of steps that shrink by some factor only.
constexpr double kSettledLinearly = 1e-11;
constexpr int kMostLinearSteps = 500;
constexpr double kLongestStep = 5;
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
// Only an exhausted direction has a pivot this small: the aliased ones were taken out at the start,
// where the information is largest.
constexpr double kExhausted = 1e-14;

// What is to guide a step of the coefficients that are not aliased.
const Matrix& guideOf(const LikelihoodPoint& point, const std::vector<bool>& aliased) {
  if (point.curvature.size() == 0) return point.information;
  const auto free = std::count(aliased.begin(), aliased.end(), false);
  const bool concave =
      GeneralisedCholesky(withoutColumns(point.curvature, aliased), kExhausted).rank() == free;
  return concave ? point.curvature : point.information;
}

// information^- gradient over the coefficients that are not aliased.
Vector newtonStep(const Matrix& information, Vector gradient, const std::vector<bool>& aliased) {
  for (Index j = 0; j < gradient.size(); ++j) {
    if (aliased[static_cast<std::size_t>(j)]) gradient(j) = 0;
  }
  return GeneralisedCholesky(withoutColumns(information, aliased), kExhausted).solve(gradient);
}

std::vector<bool> aliasedAt(const Matrix& information, const std::vector<bool>& without) {
  const GeneralisedCholesky decomposed(withoutColumns(information, without));
  std::vector<bool> aliased;
  for (Index j = 0; j < information.rows(); ++j)
    aliased.push_back(decomposed.dropped(j));
  return aliased;
}

bool settled(const Vector& step, const Vector& coef, double within = kSettled) {
  for (Index j = 0; j < step.size(); ++j) {
    if (std::abs(step(j)) >= within * std::max(1.0, std::abs(coef(j)))) return false;
  }
  return true;
}

void markUndetermined(Maximum& maximum) {
  const Matrix inverse =
      GeneralisedCholesky(withoutColumns(maximum.atMaximum.information, maximum.aliased),
                          kExhausted)
          .inverse();
  for (Index j = 0; j < inverse.rows(); ++j) {
    const auto at = static_cast<std::size_t>(j);
    if (maximum.aliased[at]) continue;
    const double variance = inverse(j, j);
    if (!(variance > 0) || variance > kUndetermined * kUndetermined) maximum.diverging[at] = true;
  }
}

// From `coef` and `atMaximum`, which hold a point of the likelihood, to its maximum.
Maximum climb(const Likelihood& likelihood, Maximum maximum) {
  const Index coefficients = maximum.coef.size();
  const double slack = kFlat * std::abs(maximum.atNull.logLik);
  Vector stepBefore =
      Vector::Constant(coefficients, std::numeric_limits<double>::infinity());  // no pace yet
  for (; maximum.iterations < kMostIterations; ++maximum.iterations) {
    Vector step = newtonStep(guideOf(maximum.atMaximum, maximum.aliased),
                             maximum.atMaximum.gradient, maximum.aliased);
    if (step.allFinite() && settled(step, maximum.coef, kUnnoticed)) {
      maximum.coef += step;
      maximum.converged = true;
      return maximum;
    }
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

}  // namespace

bool Maximum::anyDiverging() const {
  return contains(diverging, true);
}

Maximum maximise(const Likelihood& likelihood, Index coefficients) {
  const std::vector<bool> none(static_cast<std::size_t>(coefficients), false);
  Maximum maximum;
  maximum.coef = Vector::Zero(coefficients);
  maximum.diverging = none;
  maximum.atNull = likelihood(maximum.coef);
  maximum.atMaximum = maximum.atNull;
  maximum.aliased = aliasedAt(maximum.atNull.information, none);
  return climb(likelihood, std::move(maximum));
}

Maximum maximiseWithout(const Likelihood& likelihood, const Maximum& full,
                        const std::vector<bool>& without) {
  Maximum maximum;
  maximum.coef = Vector::Zero(full.coef.size());
  maximum.diverging.assign(without.size(), false);
  maximum.atNull = full.atNull;
  maximum.atMaximum = full.atNull;
  maximum.aliased = aliasedAt(full.atNull.information, without);
  if (!contains(maximum.aliased, false)) {
    maximum.converged = true;
    return maximum;
  }
  // Without a full maximum, or with a coefficient that it had left out, 0 is the better start.
  bool near = full.converged && !full.anyDiverging();
  for (std::size_t j = 0; j < without.size(); ++j)
    near = near && (!full.aliased[j] || maximum.aliased[j]);
  if (near) {
    Vector left = full.coef;
    for (Index j = 0; j < left.size(); ++j) {
      if (!without[static_cast<std::size_t>(j)]) left(j) = 0;
    }
    const Matrix& guide = guideOf(full.atMaximum, maximum.aliased);
    const Vector start =
        full.coef - left + newtonStep(guide, product(guide, left), maximum.aliased);
    LikelihoodPoint atStart = likelihood(start);
    if (std::isfinite(atStart.logLik) && atStart.logLik >= full.atNull.logLik) {
      maximum.coef = start;
      maximum.atMaximum = std::move(atStart);
    }
  }
  return climb(likelihood, std::move(maximum));
}

Maximum maximisePenalised(const Likelihood& likelihood, const Vector& start,
                          const std::vector<bool>& fixed) {
  Maximum maximum;
  maximum.coef = start;
  maximum.diverging.assign(fixed.size(), false);
  maximum.atNull = likelihood(start);
  maximum.atMaximum = maximum.atNull;
  maximum.aliased = aliasedAt(maximum.atNull.information, fixed);
  for (; maximum.iterations < kMostLinearSteps; ++maximum.iterations) {
    Vector step =
        newtonStep(maximum.atMaximum.information, maximum.atMaximum.gradient, maximum.aliased);
    // A first step from far away may leave the range in which exp has a value.
    const double longest = step.cwiseAbs().maxCoeff();
    if (longest > kLongestStep) step *= kLongestStep / longest;
    LikelihoodPoint next = likelihood(maximum.coef + step);
    const double slack = kFlat * std::abs(maximum.atMaximum.logLik);
    for (int halving = 0; halving < kMostHalvings; ++halving) {
      if (next.logLik >= maximum.atMaximum.logLik - slack) break;
      step /= 2;
      next = likelihood(maximum.coef + step);
    }
    if (!std::isfinite(next.logLik)) return maximum;
    maximum.coef += step;
    maximum.atMaximum = std::move(next);
    if (settled(step, maximum.coef, kSettledLinearly)) {
      maximum.converged = true;
      return maximum;
    }
  }
  return maximum;
}

Maximum maximiseHolding(const Likelihood& likelihood, const Maximum& near, Index held,
                        double value) {
  Maximum maximum = near;
  maximum.converged = false;
  maximum.iterations = 0;
  maximum.aliased[static_cast<std::size_t>(held)] = true;
  maximum.diverging.assign(near.diverging.size(), false);
  const Vector change = (value - near.coef(held)) * Vector::Unit(near.coef.size(), held);
  maximum.coef = near.coef + change;
  maximum.atMaximum = likelihood(maximum.coef);
  // The others go where the curvature expects them, unless that is too far.
  const Matrix& guide = guideOf(near.atMaximum, maximum.aliased);
  const Vector expected =
      maximum.coef + newtonStep(guide, -product(guide, change), maximum.aliased);
  LikelihoodPoint there = likelihood(expected);
  if (there.logLik > maximum.atMaximum.logLik) {
    maximum.coef = expected;
    maximum.atMaximum = std::move(there);
  }
  return climb(likelihood, std::move(maximum));
}

}  // namespace riskset
