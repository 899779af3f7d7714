#include "core/tables/score_intervals.h"

#include <algorithm>
#include <cmath>

#include "core/base/root.h"
#include "core/distributions/distributions.h"

namespace riskset {
namespace {

// No ratio of counts below 1e9 has a limit beyond exp(-+100).
constexpr double kLargestLogRatio = 100;

double binomialVariance(double p) {
  return std::max(0.0, p * (1 - p));
}

double correction(Counts a, Counts b) {
  const double total = static_cast<double>(a.n) + b.n;
  return total / (total - 1);
}

// The p2 of the reference that is most likely when p1 = p2 + d: where the derivative of the log
// likelihood, which falls in p2, is 0.
double likeliestReference(Counts a, Counts b, double d) {
  const auto term = [](double count, double p) { return count == 0 ? 0 : count / p; };
  return fallingRoot(std::max(0.0, -d), std::min(1.0, 1 - d), [&](double p) {
    return term(a.events, p + d) + term(b.events, p) - term(a.n - a.events, 1 - p - d) -
           term(b.n - b.events, 1 - p);
  });
}

// For an odds ratio of at least 1.
double oddsRatioStatistic(Counts a, Counts b, double ratio) {
  const double n1 = a.n, n2 = b.n, events = static_cast<double>(a.events) + b.events;
  const double excess = ratio - 1;
  const double linear = ratio * (n1 - events) + n2 + events;
  const double root = std::sqrt(linear * linear + 4 * n2 * excess * events);
  const double p2 = linear > 0 ? 2 * events / (linear + root) : (root - linear) / (2 * n2 * excess);
  const double odds = 1 + p2 * excess;
  const double variance2 = binomialVariance(p2);
  const double variance1 = variance2 * ratio / (odds * odds);
  return (a.events - n1 * ratio * p2 / odds) *
         std::sqrt((1 / (n1 * variance1) + 1 / (n2 * variance2)) / correction(a, b));
}

// Score statistics fall in the effect. Its limits on the log scale, where `open` says that the data
// put no bound to it.
template <class Statistic>
RatioInterval ratioInterval(double level, bool lowerOpen, bool upperOpen, Statistic&& statistic) {
  const double z = normalCritical(level);
  const auto limit = [&](double critical) {
    return std::exp(fallingRoot(-kLargestLogRatio, kLargestLogRatio,
                                [&](double log) { return statistic(std::exp(log)) - critical; }));
  };
  RatioInterval interval{lowerOpen ? 0 : limit(z), {}};
  if (!upperOpen) interval.upper = limit(-z);
  return interval;
}

}  // namespace

Interval scoreIntervalOfDifference(Counts a, Counts b, double level, ScoreVariance variance) {
  const double z = normalCritical(level);
  const double factor = variance == ScoreVariance::mee ? 1 : correction(a, b);
  const double estimate = rate(a) - rate(b);
  const auto statistic = [&](double d) {
    const double p2 = likeliestReference(a, b, d);
    return (estimate - d) /
           std::sqrt(factor * (binomialVariance(p2 + d) / a.n + binomialVariance(p2) / b.n));
  };
  return {fallingRoot(-1, estimate, [&](double d) { return statistic(d) - z; }),
          fallingRoot(estimate, 1, [&](double d) { return statistic(d) + z; })};
}

std::optional<RatioInterval> scoreIntervalOfRiskRatio(Counts a, Counts b, double level) {
  const double x1 = a.events, n1 = a.n, x2 = b.events, n2 = b.n;
  if (x1 + x2 == 0) return {};
  return ratioInterval(level, x1 == 0, x2 == 0, [&](double ratio) {
    const double linear = ratio * (n1 + x2) + x1 + n2;
    const double discriminant = linear * linear - 4 * (n1 + n2) * ratio * (x1 + x2);
    const double p2 = 2 * (x1 + x2) / (linear + std::sqrt(std::max(0.0, discriminant)));
    const double variance =
        binomialVariance(ratio * p2) / n1 + ratio * ratio * binomialVariance(p2) / n2;
    const double distance = rate(a) - ratio * rate(b);
    // Where all of both arms have the event, a ratio of 1 leaves no variance either.
    return distance == 0 ? 0 : distance / std::sqrt(correction(a, b) * variance);
  });
}

std::optional<RatioInterval> scoreIntervalOfOddsRatio(Counts a, Counts b, double level) {
  const double n1 = a.n, n2 = b.n, events = static_cast<double>(a.events) + b.events;
  if (events == 0 || events == n1 + n2) return {};
  const bool lowerOpen = a.events == 0 || b.events == b.n;
  const bool upperOpen = b.events == 0 || a.events == a.n;
  return ratioInterval(level, lowerOpen, upperOpen, [&](double ratio) {
    // Below 1 the arms change places: what follows would cancel.
    return ratio < 1 ? -oddsRatioStatistic(b, a, 1 / ratio) : oddsRatioStatistic(a, b, ratio);
  });
}

}  // namespace riskset
