#include "core/survival/restricted_mean.h"

#include <cmath>

#include "core/distributions/distributions.h"
#include "core/survival/curve_difference.h"

namespace riskset {

RestrictedMean restrictedMean(const SurvivalSteps& steps, double tau, double level) {
  RestrictedMean mean{tau, {}, {}, {}, {}};
  if (tau > steps.time.back() && steps.survival.back() > 0) return mean;
  double area = 0;  // from `from` to tau
  double from = tau;
  double variance = 0;
  for (std::size_t i = steps.time.size(); i-- > 0;) {
    if (steps.time[i] >= tau) continue;
    area += steps.survival[i] * (from - steps.time[i]);
    from = steps.time[i];
    const double atRisk = steps.atRisk[i];
    const double left = atRisk - steps.events[i];
    if (left > 0) variance += area * area * steps.events[i] / (atRisk * left);
  }
  area += from;  // until the first time everybody is there
  const double error = std::sqrt(variance);
  mean.value = area;
  mean.stdError = error;
  if (error > 0) {
    const double half = normalCritical(level) * error;
    mean.lower = area - half;
    mean.upper = area + half;
  }
  return mean;
}

bool limitOutOfRange(const RestrictedMean& mean) {
  return mean.lower && (*mean.lower < 0 || *mean.upper > mean.tau);
}

RestrictedMeanContrast contrast(const RestrictedMean& a, const RestrictedMean& b, double level) {
  RestrictedMeanContrast result{a.tau, {}, {}};
  if (!a.value || !b.value) return result;
  result.difference =
      waldDifference(*b.value - *a.value, differenceError(a.stdError, b.stdError), level);
  if (!(*a.value > 0) || !(*b.value > 0)) return result;
  const double ratio = std::log(*b.value / *a.value);
  const auto onLog =
      waldDifference(ratio, differenceError(*a.stdError / *a.value, *b.stdError / *b.value), level);
  result.ratio.value = std::exp(ratio);
  if (onLog.p) {
    result.ratio.lower = std::exp(*onLog.lower);
    result.ratio.upper = std::exp(*onLog.upper);
    result.ratio.p = onLog.p;
  }
  return result;
}

}  // namespace riskset
