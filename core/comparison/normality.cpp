#include "core/comparison/normality.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

#include "core/distributions/distributions.h"

namespace riskset {
namespace {

double polynomial(std::initializer_list<double> coefficients, double x) {
  double value = 0;
  for (auto each = std::rbegin(coefficients); each != std::rend(coefficients); ++each)
    value = value * x + *each;
  return value;
}

// The weights of the smaller half, largest first; those of the larger half are their negatives.
std::vector<double> weightsOf(std::size_t n) {
  if (n == 3) return {std::numbers::sqrt2 / 2};
  const auto size = static_cast<double>(n);
  std::vector<double> normal(n / 2);  // expected order statistics, by Blom's approximation
  double squares = 0;
  for (std::size_t i = 0; i < normal.size(); ++i) {
    normal[i] = normalQuantile((static_cast<double>(i) + 0.625) / (size + 0.25));
    squares += 2 * normal[i] * normal[i];
  }
  const double root = std::sqrt(squares), inverse = 1 / std::sqrt(size);
  std::vector<double> weights(normal.size());
  weights[0] = polynomial({0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056}, inverse) -
               normal[0] / root;
  std::size_t corrected = 1;
  if (n > 5) {
    corrected = 2;
    weights[1] = polynomial({0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633}, inverse) -
                 normal[1] / root;
  }
  double left = squares, share = 1;
  for (std::size_t i = 0; i < corrected; ++i) {
    left -= 2 * normal[i] * normal[i];
    share -= 2 * weights[i] * weights[i];
  }
  for (std::size_t i = corrected; i < weights.size(); ++i)
    weights[i] = -normal[i] / std::sqrt(left / share);
  return weights;
}

// P(W <= 1 - rest): log(rest) is nearly normal.
double pOf(double rest, double n) {
  const double y = std::log(rest), log = std::log(n);
  if (n > 11) {
    const double mean = polynomial({-1.5861, -0.31082, -0.083751, 0.0038915}, log);
    const double spread = std::exp(polynomial({-0.4803, -0.082676, 0.0030302}, log));
    return normalUpperP((y - mean) / spread);
  }
  const double most = polynomial({-2.273, 0.459}, n);
  if (y >= most) return 0;
  const double mean = polynomial({0.544, -0.39978, 0.025054, -6.714e-4}, n);
  const double spread = std::exp(polynomial({1.3822, -0.77857, 0.062767, -0.0020322}, n));
  return normalUpperP((-std::log(most - y) - mean) / spread);
}

}  // namespace

std::optional<ShapiroWilk> shapiroWilk(const Sorted& values) {
  const std::size_t n = values.size();
  constexpr std::size_t kFewest = 3, kMost = 5000;
  if (n < kFewest || n > kMost) return {};
  const double range = values.back() - values.front();
  if (!(range > 0)) return {};

  std::vector<double> weights(n);
  const auto half = weightsOf(n);
  for (std::size_t i = 0; i < half.size(); ++i) {
    weights[i] = -half[i];
    weights[n - 1 - i] = half[i];
  }
  // 1 - W directly, as its small value is what p depends on.
  Sorted scaled = values;
  for (double& value : scaled)
    value /= range;
  const double center = mean(scaled);
  double ofWeights = 0, ofValues = 0, ofBoth = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double distance = scaled[i] - center;
    ofWeights += weights[i] * weights[i];
    ofValues += distance * distance;
    ofBoth += weights[i] * distance;
  }
  const double most = std::sqrt(ofWeights * ofValues);
  const double rest = (most - ofBoth) * (most + ofBoth) / (ofWeights * ofValues);
  const double w = 1 - rest;
  if (n == kFewest) {
    const double p = 6 / std::numbers::pi * std::asin(std::sqrt(w)) - 2;
    return ShapiroWilk{w, std::max(p, 0.0)};
  }
  return ShapiroWilk{w, pOf(rest, static_cast<double>(n))};
}

}  // namespace riskset
