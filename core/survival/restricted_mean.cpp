#include "core/survival/restricted_mean.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"
#include "core/survival/curve_difference.h"
#include "core/survival/robust_variance.h"

namespace riskset {
namespace {

std::optional<double> varianceOf(const std::vector<double>& areas, const SurvivalSteps& steps,
                                 const SurvivalData& data, SurvivalVariance variance) {
  if (variance == SurvivalVariance::robust) return influenceVariance(data, steps, areas);
  double sum = 0;
  for (std::size_t i = 0; i < areas.size(); ++i)
    sum += areas[i] * areas[i] * riskSetSize(steps, i).greenwood();
  return sum;
}

}  // namespace

std::vector<double> areasBehind(const SurvivalSteps& steps, double tau) {
  std::vector<double> areas(steps.time.size(), 0.0);
  double area = 0;  // from `from` to tau
  double from = tau;
  for (std::size_t i = steps.time.size(); i-- > 0;) {
    if (steps.time[i] >= tau) continue;
    area += steps.survival[i] * (from - steps.time[i]);
    from = steps.time[i];
    areas[i] = area;
  }
  return areas;
}

RestrictedMean restrictedMean(const SurvivalSteps& steps, const SurvivalData& data,
                              SurvivalVariance variance, double tau, double level) {
  RestrictedMean mean{tau, {}, {}, {}, {}};
  if (tau > steps.time.back() && steps.survival.back() > 0) return mean;
  const auto areas = areasBehind(steps, tau);
  // Until the first time everybody is there.
  const double area = areas.front() + std::min(tau, steps.time.front());
  mean.value = area;
  const auto square = varianceOf(areas, steps, data, variance);
  if (!square) return mean;
  const double error = std::sqrt(*square);
  mean.stdError = error;
  if (error > 0) {
    const double half = normalCritical(level) * error;
    mean.lower = area - half;
    mean.upper = area + half;
  }
  return mean;
}

RestrictedMean restrictedMean(const SurvivalSteps& steps, double tau, double level) {
  return restrictedMean(steps, SurvivalData{}, SurvivalVariance::greenwood, tau, level);
}

bool limitOutOfRange(const RestrictedMean& mean) {
  return mean.lower && (*mean.lower < 0 || *mean.upper > mean.tau);
}

RestrictedMeanContrast contrast(const RestrictedMean& a, const RestrictedMean& b, double level,
                                double covariance) {
  RestrictedMeanContrast result{a.tau, {}, {}};
  if (!a.value || !b.value) return result;
  result.difference = waldDifference(*b.value - *a.value,
                                     differenceError(a.stdError, b.stdError, covariance), level);
  if (!(*a.value > 0) || !(*b.value > 0)) return result;
  const auto relative = [](const RestrictedMean& mean) -> std::optional<double> {
    if (!mean.stdError) return {};
    return *mean.stdError / *mean.value;
  };
  const double ratio = std::log(*b.value / *a.value);
  const auto onLog = waldDifference(
      ratio, differenceError(relative(a), relative(b), covariance / (*a.value * *b.value)), level);
  result.ratio.value = std::exp(ratio);
  if (onLog.p) {
    result.ratio.lower = std::exp(*onLog.lower);
    result.ratio.upper = std::exp(*onLog.upper);
    result.ratio.p = onLog.p;
  }
  return result;
}

}  // namespace riskset
