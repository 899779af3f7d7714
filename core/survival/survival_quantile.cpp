#include "core/survival/survival_quantile.h"

#include <cmath>
#include <limits>

#include "core/distributions/distributions.h"

namespace riskset {
namespace {

// Heights that differ by less are one height: products of many ratios end with rounding.
const double kTolerance = std::sqrt(std::numeric_limits<double>::epsilon());

// First time with curve <= target. On a step where the curve equals the target within rounding,
// the middle of that step; a step that lasts to the end ends at the last time that has a height.
std::optional<double> firstTimeAtOrBelow(const SurvivalSteps& steps, const auto& curve,
                                         double target) {
  std::optional<double> onTarget;
  double last = 0;
  for (std::size_t i = 0; i < steps.time.size(); ++i) {
    const std::optional<double> height = curve[i];
    if (!height) continue;
    last = steps.time[i];
    if (*height < target - kTolerance) {
      return onTarget ? (*onTarget + last) / 2 : last;
    }
    if (*height <= target + kTolerance && !onTarget) onTarget = steps.time[i];
  }
  if (onTarget) return (*onTarget + last) / 2;
  return {};
}

}  // namespace

SurvivalQuantile survivalQuantile(const SurvivalSteps& steps, double p) {
  return {p, firstTimeAtOrBelow(steps, steps.survival, 1 - p),
          firstTimeAtOrBelow(steps, steps.lower, 1 - p),
          firstTimeAtOrBelow(steps, steps.upper, 1 - p)};
}

SpssMedian spssMedian(const SurvivalSteps& steps, double level) {
  std::optional<std::size_t> above, median, below;
  for (std::size_t i = 0; i < steps.time.size() && !below; ++i) {
    if (!(riskSetSize(steps, i).events > 0)) continue;
    const double survival = steps.survival[i];
    if (survival >= 0.55 - kTolerance) above = i;
    if (survival <= 0.5 + kTolerance && !median) median = i;
    if (survival <= 0.45 + kTolerance) below = i;
  }
  SpssMedian result;
  if (!median) return result;
  result.value = steps.time[*median];
  if (!above || !below || !steps.stdError[*median]) return result;
  const double fall = steps.survival[*above] - steps.survival[*below];
  const double error = *steps.stdError[*median] * (steps.time[*below] - steps.time[*above]) / fall;
  const double half = normalCritical(level) * error;
  result.stdError = error;
  result.lower = *result.value - half;
  result.upper = *result.value + half;
  return result;
}

}  // namespace riskset
