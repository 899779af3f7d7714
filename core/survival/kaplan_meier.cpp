#include "core/survival/kaplan_meier.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/distributions/distributions.h"

namespace riskset {
namespace {

struct Limits {
  std::optional<double> lower, upper;
};

// `logVariance` is Greenwood's sum, the variance of log S.
Limits limitsOf(double survival, double logVariance, SurvivalInterval scale, double z) {
  if (survival == 0) return {};
  const double logError = z * std::sqrt(logVariance);
  switch (scale) {
    case SurvivalInterval::plain:
      return {std::max(0.0, survival * (1 - logError)), std::min(1.0, survival * (1 + logError))};
    case SurvivalInterval::log:
      return {survival * std::exp(-logError), std::min(1.0, survival * std::exp(logError))};
    case SurvivalInterval::logLog: {
      if (survival == 1) return {};
      const double logSurvival = std::log(survival);
      const double shift = logError / logSurvival;  // negative
      return {std::exp(logSurvival * std::exp(-shift)), std::exp(logSurvival * std::exp(shift))};
    }
  }
  return {};
}

std::vector<std::size_t> timeOrder(std::span<const double> time) {
  std::vector<std::size_t> order(time.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t i, std::size_t j) { return time[i] < time[j]; });
  return order;
}

// First time with curve <= target. On a step where the curve equals the target within rounding,
// the middle of that step; a step that lasts to the end of follow-up ends at the last time.
std::optional<double> firstTimeAtOrBelow(const SurvivalSteps& steps, const auto& curve,
                                         double target) {
  const double tolerance = std::sqrt(std::numeric_limits<double>::epsilon());
  std::optional<double> onTarget;
  for (std::size_t i = 0; i < steps.time.size(); ++i) {
    const std::optional<double> height = curve[i];
    if (!height) continue;
    if (*height < target - tolerance) {
      return onTarget ? (*onTarget + steps.time[i]) / 2 : steps.time[i];
    }
    if (*height <= target + tolerance && !onTarget) onTarget = steps.time[i];
  }
  if (onTarget) return (*onTarget + steps.time.back()) / 2;
  return {};
}

}  // namespace

SurvivalSteps kaplanMeier(std::span<const double> time, std::span<const std::uint8_t> event,
                          SurvivalInterval interval, double level) {
  const double z = normalCritical(level);
  const auto order = timeOrder(time);
  SurvivalSteps steps;
  double survival = 1;
  double logVariance = 0;
  double hazard = 0;
  for (std::size_t i = 0; i < order.size();) {
    const double now = time[order[i]];
    const auto atRisk = static_cast<int>(order.size() - i);
    int events = 0;
    int censored = 0;
    for (; i < order.size() && time[order[i]] == now; ++i) {
      event[order[i]] ? ++events : ++censored;
    }
    if (events > 0) {
      const double left = atRisk - events;
      survival *= left / atRisk;
      hazard += static_cast<double>(events) / atRisk;
      if (left > 0) logVariance += events / (atRisk * left);
    }
    steps.time.push_back(now);
    steps.atRisk.push_back(atRisk);
    steps.events.push_back(events);
    steps.censored.push_back(censored);
    steps.survival.push_back(survival);
    const Limits limits = limitsOf(survival, logVariance, interval, z);
    steps.stdError.push_back(survival == 0 ? std::nullopt
                                           : std::optional(survival * std::sqrt(logVariance)));
    steps.lower.push_back(limits.lower);
    steps.upper.push_back(limits.upper);
    steps.cumulativeHazard.push_back(hazard);
  }
  return steps;
}

SurvivalQuantile survivalQuantile(const SurvivalSteps& steps, double p) {
  return {p, firstTimeAtOrBelow(steps, steps.survival, 1 - p),
          firstTimeAtOrBelow(steps, steps.lower, 1 - p),
          firstTimeAtOrBelow(steps, steps.upper, 1 - p)};
}

SurvivalAtTime survivalAt(const SurvivalSteps& steps, double time) {
  SurvivalAtTime at;
  at.time = time;
  std::size_t past = 0;  // steps at or before `time`
  for (; past < steps.time.size() && steps.time[past] <= time; ++past) {
    if (steps.time[past] == time) continue;
    at.eventsBefore += steps.events[past];
    at.censoredBefore += steps.censored[past];
  }
  const bool onStep = past > 0 && steps.time[past - 1] == time;
  if (onStep) {
    at.atRisk = steps.atRisk[past - 1];
  } else if (past < steps.time.size()) {
    at.atRisk = steps.atRisk[past];
  }
  if (past == 0) {
    at.stdError = 0;
    return at;
  }
  at.beyondFollowUp = past == steps.time.size() && !onStep && steps.survival.back() > 0;
  at.survival = steps.survival[past - 1];
  at.stdError = steps.stdError[past - 1];
  at.lower = steps.lower[past - 1];
  at.upper = steps.upper[past - 1];
  return at;
}

}  // namespace riskset
