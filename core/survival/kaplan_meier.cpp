#include "core/survival/kaplan_meier.h"

#include <algorithm>
#include <cmath>

#include "core/base/times.h"
#include "core/distributions/distributions.h"
#include "core/survival/robust_variance.h"

namespace riskset {
namespace {

// Distinct times with the patients at risk, and what happens to them.
SurvivalSteps countedSteps(const SurvivalData& data) {
  std::vector<double> entry = data.entry;
  std::sort(entry.begin(), entry.end());
  std::size_t entered = entry.empty() ? data.time.size() : 0;
  SurvivalSteps steps;
  steps.time = data.time;
  steps.time.erase(std::unique(steps.time.begin(), steps.time.end()), steps.time.end());
  steps.atRisk.resize(steps.time.size());
  steps.events.resize(steps.time.size());
  steps.censored.resize(steps.time.size());
  std::size_t row = 0;
  for (std::size_t j = 0; j < steps.time.size(); ++j) {
    while (entered < entry.size() && entry[entered] < steps.time[j])
      ++entered;
    steps.atRisk[j] = static_cast<int>(entered - row);
    for (; row < data.time.size() && data.time[row] == steps.time[j]; ++row)
      ++(data.event[row] ? steps.events : steps.censored)[j];
  }
  return steps;
}

// Sums of weights, from the last time back, so that few left are not the difference of large sums.
// Where all who weigh have the event, both sums are the same number: nobody is left by rounding.
void addWeights(const SurvivalData& data, SurvivalSteps& steps) {
  const auto byEntry = ascending(data.entry);
  std::size_t entering = byEntry.size();
  std::size_t row = data.time.size();
  double atRisk = 0;
  int weighing = 0;  // rows at risk with a weight above 0
  steps.weightedAtRisk.resize(steps.time.size());
  steps.weightedEvents.resize(steps.time.size());
  for (std::size_t j = steps.time.size(); j-- > 0;) {
    double events = 0;
    int weighingEvents = 0;
    for (; row > 0 && data.time[row - 1] == steps.time[j]; --row) {
      const double weight = data.weight[row - 1];
      atRisk += weight;
      weighing += weight > 0;
      if (!data.event[row - 1]) continue;
      events += weight;
      weighingEvents += weight > 0;
    }
    for (; entering > 0 && data.entry[byEntry[entering - 1]] >= steps.time[j]; --entering) {
      const double weight = data.weight[byEntry[entering - 1]];
      atRisk -= weight;
      weighing -= weight > 0;
    }
    if (weighing == weighingEvents) atRisk = events;
    steps.weightedEvents[j] = events;
    steps.weightedAtRisk[j] = atRisk;
  }
}

void addEstimates(SurvivalSteps& steps) {
  double survival = 1;
  double hazard = 0;
  steps.survival.resize(steps.time.size());
  steps.cumulativeHazard.resize(steps.time.size());
  for (std::size_t j = 0; j < steps.time.size(); ++j) {
    const RiskSetSize size = riskSetSize(steps, j);
    if (size.events > 0) {
      survival *= size.left() / size.atRisk;
      hazard += size.events / size.atRisk;
    }
    steps.survival[j] = survival;
    steps.cumulativeHazard[j] = hazard;
  }
}

CurveVariances modelVariances(const SurvivalSteps& steps) {
  CurveVariances variances;
  double ofLogSurvival = 0;
  double ofHazard = 0;
  variances.ofLogSurvival.resize(steps.time.size());
  variances.ofHazard.resize(steps.time.size());
  for (std::size_t j = 0; j < steps.time.size(); ++j) {
    const RiskSetSize size = riskSetSize(steps, j);
    ofLogSurvival += size.greenwood();
    if (size.events > 0) ofHazard += size.events / (size.atRisk * size.atRisk);
    variances.ofLogSurvival[j] = ofLogSurvival;
    variances.ofHazard[j] = ofHazard;
  }
  return variances;
}

void addErrors(const std::optional<CurveVariances>& variances, const CurveOptions& options,
               SurvivalSteps& steps) {
  const double z = normalCritical(options.level);
  const std::size_t count = steps.time.size();
  steps.stdError.resize(count);
  steps.lower.resize(count);
  steps.upper.resize(count);
  steps.cumulativeHazardStdError.resize(count);
  if (!variances) return;
  for (std::size_t j = 0; j < count; ++j) {
    const double survival = steps.survival[j];
    const double logVariance = variances->ofLogSurvival[j];
    if (survival > 0) steps.stdError.set(j, survival * std::sqrt(logVariance));
    const SurvivalLimits limits = survivalLimits(survival, logVariance, options.interval, z);
    steps.lower.set(j, limits.lower);
    steps.upper.set(j, limits.upper);
    steps.cumulativeHazardStdError.set(j, std::sqrt(variances->ofHazard[j]));
  }
}

}  // namespace

RiskSetSize riskSetSize(const SurvivalSteps& steps, std::size_t step) {
  if (steps.weightedAtRisk.empty())
    return {static_cast<double>(steps.atRisk[step]), static_cast<double>(steps.events[step])};
  return {steps.weightedAtRisk[step], steps.weightedEvents[step]};
}

SurvivalSteps kaplanMeier(const SurvivalData& data, const CurveOptions& options) {
  SurvivalSteps steps = countedSteps(data);
  if (!data.weight.empty()) addWeights(data, steps);
  addEstimates(steps);
  addErrors(options.variance == SurvivalVariance::robust ? robustVariances(data, steps)
                                                         : std::optional(modelVariances(steps)),
            options, steps);
  return steps;
}

SurvivalSteps kaplanMeier(std::span<const double> time, std::span<const std::uint8_t> event,
                          SurvivalInterval interval, double level) {
  const SurvivalData data{{time.begin(), time.end()}, {event.begin(), event.end()}, {}, {}, {}};
  return kaplanMeier(rowsOf(data, ascending(time)), {interval, level});
}

}  // namespace riskset
