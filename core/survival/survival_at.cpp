#include "core/survival/survival_at.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"
#include "core/survival/robust_variance.h"

namespace riskset {
namespace {

// Steps at or before `time`.
std::size_t stepsUpTo(const SurvivalSteps& steps, double time) {
  return static_cast<std::size_t>(std::upper_bound(steps.time.begin(), steps.time.end(), time) -
                                  steps.time.begin());
}

bool beyondFollowUp(const SurvivalSteps& steps, double time) {
  return time > steps.time.back() && steps.survival.back() > 0;
}

// Those at risk at the next step, less those who enter between.
void countAtRisk(const SurvivalSteps& steps, const SurvivalData& data, std::size_t next,
                 SurvivalAtTime& at) {
  const bool anyone = next < steps.time.size();
  double weight = anyone ? riskSetSize(steps, next).atRisk : 0;
  at.atRisk = anyone ? steps.atRisk[next] : 0;
  for (std::size_t row = 0; anyone && row < data.entry.size(); ++row) {
    const double entry = data.entry[row];
    const bool late = at.time > 0 ? entry >= at.time : entry > 0;
    if (!late || entry >= steps.time[next]) continue;
    --at.atRisk;
    weight -= data.weightOf(row);
  }
  if (!data.weight.empty()) at.weightedAtRisk = at.atRisk > 0 ? weight : 0;
}

// Of log S(time) - log S(given).
std::optional<double> logVariance(const SurvivalSteps& steps, const SurvivalData& data,
                                  SurvivalVariance variance, double given, double time) {
  std::vector<double> share(steps.time.size(), 0.0);
  for (std::size_t j = stepsUpTo(steps, given); j < stepsUpTo(steps, time); ++j)
    share[j] = 1;
  if (variance == SurvivalVariance::robust) return influenceVariance(data, steps, share);
  double sum = 0;
  for (std::size_t j = 0; j < share.size(); ++j)
    sum += share[j] * riskSetSize(steps, j).greenwood();
  return sum;
}

}  // namespace

SurvivalAtTime survivalAt(const SurvivalSteps& steps, const SurvivalData& data, double time) {
  SurvivalAtTime at;
  at.time = time;
  const std::size_t past = stepsUpTo(steps, time);
  const bool onStep = past > 0 && steps.time[past - 1] == time;
  const std::size_t next = onStep ? past - 1 : past;
  for (std::size_t j = 0; j < next; ++j) {
    at.eventsBefore += steps.events[j];
    at.censoredBefore += steps.censored[j];
  }
  countAtRisk(steps, data, next, at);
  if (past == 0) {
    at.stdError = 0;
    return at;
  }
  at.beyondFollowUp = beyondFollowUp(steps, time);
  at.survival = steps.survival[past - 1];
  at.stdError = steps.stdError[past - 1];
  at.lower = steps.lower[past - 1];
  at.upper = steps.upper[past - 1];
  return at;
}

SurvivalAtTime survivalAt(const SurvivalSteps& steps, double time) {
  return survivalAt(steps, SurvivalData{}, time);
}

ConditionalSurvival conditionalSurvival(const SurvivalSteps& steps, const SurvivalData& data,
                                        const CurveOptions& options, double given, double time) {
  const SurvivalAtTime start = survivalAt(steps, data, given);
  ConditionalSurvival result{given, time, start.atRisk, {}, {}, {}, {}};
  if (!(start.survival > 0) || beyondFollowUp(steps, time)) return result;
  double survival = 1;
  for (std::size_t j = stepsUpTo(steps, given); j < stepsUpTo(steps, time); ++j) {
    const RiskSetSize size = riskSetSize(steps, j);
    if (size.events > 0) survival *= size.left() / size.atRisk;
  }
  result.survival = survival;
  const auto variance = logVariance(steps, data, options.variance, given, time);
  if (!variance || !(survival > 0)) return result;
  result.stdError = survival * std::sqrt(*variance);
  const SurvivalLimits limits =
      survivalLimits(survival, *variance, options.interval, normalCritical(options.level));
  result.lower = limits.lower;
  result.upper = limits.upper;
  return result;
}

}  // namespace riskset
