#include "core/tables/proportion.h"

#include <algorithm>
#include <cmath>

#include "core/base/root.h"
#include "core/distributions/distributions.h"

namespace riskset {
namespace {

Interval clopperPearson(int events, int n, double level) {
  const double tail = (1 - level) / 2;
  const double lower = events == 0 ? 0 : betaQuantile(tail, events, n - events + 1);
  const double upper = events == n ? 1 : betaUpperQuantile(tail, events + 1, n - events);
  return {lower, upper};
}

Interval wilson(int events, int n, double z) {
  const double size = n;
  const double rate = events / size;
  const double centre = (rate + z * z / (2 * size)) / (1 + z * z / size);
  const double half =
      z / (1 + z * z / size) * std::sqrt(rate * (1 - rate) / size + z * z / (4 * size * size));
  // At 0 and n the limit is exactly 0 and 1; the formula leaves rounding noise.
  return {events == 0 ? 0 : centre - half, events == n ? 1 : centre + half};
}

Interval wilsonCorrected(int events, int n, double z) {
  const double size = n;
  const double rate = events / size;
  const double z2 = z * z;
  const auto root = [&](double sign) {
    return z * std::sqrt(z2 - sign * 2 - 1 / size + 4 * rate * (size * (1 - rate) + sign));
  };
  const double twice = 2 * (size + z2);
  return {events == 0 ? 0 : std::max(0.0, (2 * events + z2 - 1 - root(1)) / twice),
          events == n ? 1 : std::min(1.0, (2 * events + z2 + 1 + root(-1)) / twice)};
}

Interval wald(double rate, double n, double z) {
  const double half = z * std::sqrt(rate * (1 - rate) / n);
  return {rate - half, rate + half};
}

Interval agrestiCoull(int events, int n, double z) {
  const double size = n + z * z;
  return wald((events + z * z / 2) / size, size, z);
}

Interval jeffreys(int events, int n, double level) {
  const double tail = (1 - level) / 2;
  return {events == 0 ? 0 : betaQuantile(tail, events + 0.5, n - events + 0.5),
          events == n ? 1 : betaUpperQuantile(tail, events + 0.5, n - events + 0.5)};
}

// P(X >= events) and P(X <= events) for X ~ Binomial(n, rate).
double binomialUpperP(int events, int n, double rate) {
  if (events <= 0) return 1;
  return events > n ? 0 : betaLowerP(rate, events, n - events + 1.0);
}
double binomialLowerP(int events, int n, double rate) {
  if (events >= n) return 1;
  return events < 0 ? 0 : betaUpperP(rate, events + 1.0, n - events);
}
double binomialProbability(int events, int n, double rate) {
  return betaDensity(rate, events + 1.0, n - events + 1.0) / (n + 1.0);
}

// P(X > x) + P(X = x) / 2 is the mean of P(X > x) and P(X >= x).
Interval midP(int events, int n, double level) {
  const double rate = static_cast<double>(events) / n;
  const double bothTails = 1 - level;
  const auto lacking = [&](double p) {
    return bothTails - binomialUpperP(events, n, p) - binomialUpperP(events + 1, n, p);
  };
  const auto excess = [&](double p) {
    return binomialLowerP(events, n, p) + binomialLowerP(events - 1, n, p) - bothTails;
  };
  return {events == 0 ? 0 : fallingRoot(0, rate, lacking),
          events == n ? 1 : fallingRoot(rate, 1, excess)};
}

}  // namespace

Proportion proportion(int events, int n, double level) {
  const double z = normalCritical(level);
  return {events,
          n,
          static_cast<double>(events) / n,
          {clopperPearson(events, n, level), wilson(events, n, z), wilsonCorrected(events, n, z),
           wald(static_cast<double>(events) / n, n, z), agrestiCoull(events, n, z),
           jeffreys(events, n, level), midP(events, n, level)}};
}

Interval wilsonInterval(int events, int n, double level) {
  return wilson(events, n, normalCritical(level));
}

ExactBinomialTest exactBinomialTest(int events, int n, double null) {
  const double less = binomialLowerP(events, n, null);
  const double greater = binomialUpperP(events, n, null);
  const double expected = n * null;
  if (events == expected) return {null, 1, less, greater};
  if (null == 0 || null == 1) return {null, std::min(less, greater), less, greater};

  // Beyond the expected count on the other side, probabilities fall: the first one that is no more
  // probable than the observed count is found by halving.
  constexpr double kRounding = 1 + 1e-7;
  const double observed = binomialProbability(events, n, null) * kRounding;
  const bool below = events < expected;
  int likelier = static_cast<int>(below ? std::ceil(expected) - 1 : std::floor(expected) + 1);
  int beyond = below ? n + 1 : -1;
  while (std::abs(beyond - likelier) > 1) {
    const int middle = likelier + (beyond - likelier) / 2;
    (binomialProbability(middle, n, null) <= observed ? beyond : likelier) = middle;
  }
  const double p =
      below ? less + binomialUpperP(beyond, n, null) : greater + binomialLowerP(beyond, n, null);
  return {null, std::min(1.0, p), less, greater};
}

}  // namespace riskset
