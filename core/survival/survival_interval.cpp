#include "core/survival/survival_interval.h"

#include <algorithm>
#include <cmath>

namespace riskset {
namespace {

SurvivalLimits onLogLog(double survival, double logError) {
  const double logSurvival = std::log(survival);
  const double shift = logError / logSurvival;  // negative
  return {std::exp(logSurvival * std::exp(-shift)), std::exp(logSurvival * std::exp(shift))};
}

SurvivalLimits onLogit(double survival, double logError) {
  const double odds = survival / (1 - survival);
  const double factor = std::exp(logError / (1 - survival));
  return {1 / (1 + factor / odds), 1 / (1 + 1 / (odds * factor))};
}

SurvivalLimits onArcsine(double survival, double logError) {
  const double angle = std::asin(std::sqrt(survival));
  const double shift = logError / 2 * std::sqrt(survival / (1 - survival));
  const double lower = std::sin(std::max(0.0, angle - shift));
  const double upper = std::sin(std::min(std::acos(0.0), angle + shift));
  return {lower * lower, upper * upper};
}

}  // namespace

SurvivalLimits survivalLimits(double survival, double logVariance, SurvivalInterval scale,
                              double z) {
  if (survival == 0) return {};
  const double logError = z * std::sqrt(logVariance);
  if (scale == SurvivalInterval::plain)
    return {std::max(0.0, survival * (1 - logError)), std::min(1.0, survival * (1 + logError))};
  if (scale == SurvivalInterval::log)
    return {survival * std::exp(-logError), std::min(1.0, survival * std::exp(logError))};
  if (survival == 1) return {};
  if (scale == SurvivalInterval::logLog) return onLogLog(survival, logError);
  if (scale == SurvivalInterval::logit) return onLogit(survival, logError);
  return onArcsine(survival, logError);
}

}  // namespace riskset
