#include "core/distributions/distributions.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/base/root.h"
#include "core/distributions/policy.h"

namespace riskset {

namespace {

// Quantiles are searched on the scale of logs, where one search serves every tail: Boost's own of t
// loses far ones, and those of the beta distribution are a tenth of the engine's bytes.
constexpr double kLargestLog = 709;  // of a double

double fromLogOdds(double logOdds) {
  return 1 / (1 + std::exp(-logOdds));
}

// P(|T| <= t) for Student's T and t >= 0.
double tWithin(double t, double df) {
  const double ratio = t * t / df;
  return boost::math::ibeta(0.5, df / 2, ratio / (1 + ratio), DistributionPolicy{});
}

// P(|T| >= t). Far out, where the square of t may overflow, only the leading term of the incomplete
// beta function is left. Near 0 the complement loses nothing, while Boost's ibetac(1/2, 1/2, x)
// does.
double tBeyond(double t, double df) {
  if (t < 1) return 1 - tWithin(t, df);
  const double ratio = t / std::sqrt(df);
  constexpr double kFar = 1e9;
  if (ratio > kFar)
    return 2 * std::pow(ratio, -df) / (df * boost::math::beta(df / 2, 0.5, DistributionPolicy{}));
  const double square = ratio * ratio;
  if (square > 1) return boost::math::ibeta(df / 2, 0.5, 1 / (1 + square), DistributionPolicy{});
  return boost::math::ibetac(0.5, df / 2, square / (1 + square), DistributionPolicy{});
}

}  // namespace

double normalQuantile(double p) {
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * p, DistributionPolicy{});
}

double normalCritical(double level) {
  return -normalQuantile((1 - level) / 2);
}

double normalLowerP(double z) {
  return normalUpperP(-z);
}

double normalUpperP(double z) {
  return boost::math::erfc(z / std::numbers::sqrt2, DistributionPolicy{}) / 2;
}

double normalTwoSidedP(double z) {
  return boost::math::erfc(std::abs(z) / std::numbers::sqrt2, DistributionPolicy{});
}

double chiSquareP(double chiSquare, double df) {
  return boost::math::gamma_q(df / 2, chiSquare / 2, DistributionPolicy{});
}

double chiSquareLowerP(double chiSquare, double df) {
  return boost::math::gamma_p(df / 2, chiSquare / 2, DistributionPolicy{});
}

double chiSquareQuantile(double p, double df) {
  if (p > 0.5) return chiSquareUpperQuantile(1 - p, df);
  const double x = std::exp(fallingRoot(-kLargestLog, kLargestLog, [&](double log) {
    return std::log(p / chiSquareLowerP(std::exp(log), df));
  }));
  return x < std::numeric_limits<double>::min() ? 0 : x;
}

double chiSquareUpperQuantile(double p, double df) {
  if (p > 0.5) return chiSquareQuantile(1 - p, df);
  if (p == 0) return std::numeric_limits<double>::infinity();
  return std::exp(fallingRoot(-kLargestLog, kLargestLog, [&](double log) {
    return std::log(chiSquareP(std::exp(log), df) / p);
  }));
}

double tUpperP(double t, double df) {
  return t < 0 ? 1 - tBeyond(-t, df) / 2 : tBeyond(t, df) / 2;
}

// Near the middle the search looks for the distance from 1/2, which p there is not.
double tQuantile(double p, double df) {
  if (p > 0.5) return -tQuantile(1 - p, df);
  if (p == 0.5) return 0;
  if (p == 0) return -std::numeric_limits<double>::infinity();
  return -std::exp(fallingRoot(-kLargestLog, kLargestLog, [&](double log) {
    const double t = std::exp(log);
    return p < 0.25 ? std::log(tBeyond(t, df) / (2 * p)) : std::log((1 - 2 * p) / tWithin(t, df));
  }));
}

// The smaller of a beta's two arguments is formed directly, so that neither end loses its digits.
double fUpperP(double f, double df1, double df2) {
  const double between = df1 * f, all = between + df2;
  return between > df2 ? betaLowerP(df2 / all, df2 / 2, df1 / 2)
                       : betaUpperP(between / all, df1 / 2, df2 / 2);
}

double betaQuantile(double p, double a, double b) {
  if (p == 0) return 0;
  if (p > 0.5) return betaUpperQuantile(1 - p, a, b);
  return fromLogOdds(fallingRoot(-kLargestLog, kLargestLog, [&](double logOdds) {
    return std::log(p / betaLowerP(fromLogOdds(logOdds), a, b));
  }));
}

double betaUpperQuantile(double p, double a, double b) {
  if (p == 0) return 1;
  if (p > 0.5) return betaQuantile(1 - p, a, b);
  return fromLogOdds(fallingRoot(-kLargestLog, kLargestLog, [&](double logOdds) {
    return std::log(betaUpperP(fromLogOdds(logOdds), a, b) / p);
  }));
}

double betaLowerP(double x, double a, double b) {
  return boost::math::ibeta(a, b, x, DistributionPolicy{});
}

double betaUpperP(double x, double a, double b) {
  return boost::math::ibetac(a, b, x, DistributionPolicy{});
}

double betaDensity(double x, double a, double b) {
  return boost::math::ibeta_derivative(a, b, x, DistributionPolicy{});
}

}  // namespace riskset
