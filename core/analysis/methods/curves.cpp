#include "core/analysis/methods/curves.h"

#include <algorithm>

#include "core/base/text.h"

namespace riskset {
namespace {

// One warning for all the times or horizons of a group at which something does not exist.
void warnOfTimes(WarningCode code, const std::string& label, const auto& items, auto&& missing,
                 Sample& sample) {
  std::vector<std::string> times;
  for (const auto& item : items) {
    if (const auto time = missing(item)) times.push_back(shortestText(*time));
  }
  if (times.empty()) return;
  const bool within =
      code == WarningCode::beyondFollowUp || code == WarningCode::meanBeyondFollowUp;
  if (within) {  // the group stands in `detail`
    sample.warn({code, "", {}, label + ": " + joined(times)});
  } else {
    sample.warn({code, "", {}, joined(times), {label}});
  }
}

}  // namespace

KaplanMeierGroup describeGroup(const Curve& curve, const CurveOptions& how,
                               const KaplanMeierOptions& options) {
  const SurvivalData& data = curve.data;
  KaplanMeierGroup group;
  group.label = curve.label;
  group.n = static_cast<int>(data.time.size());
  group.events = static_cast<int>(std::count(data.event.begin(), data.event.end(), 1));
  group.censored = group.n - group.events;
  group.steps = kaplanMeier(data, how);
  const SurvivalQuantile median = survivalQuantile(group.steps, 0.5);
  group.median = {median.value, median.lower, median.upper};
  group.spssMedian = spssMedian(group.steps, how.level);
  for (const double p : options.quantiles)
    group.quantiles.push_back(survivalQuantile(group.steps, p));
  for (const double time : options.times)
    group.atTimes.push_back(survivalAt(group.steps, data, time));
  for (const double tau : options.restrictTo)
    group.restrictedMean.push_back(restrictedMean(group.steps, data, how.variance, tau, how.level));
  for (const double given : options.conditionalOn) {
    for (const double time : options.times) {
      if (time > given)
        group.conditional.push_back(conditionalSurvival(group.steps, data, how, given, time));
    }
  }
  return group;
}

void warnAbout(const KaplanMeierGroup& group, Sample& sample) {
  using Time = std::optional<double>;
  if (group.events == 0) {
    sample.warn({WarningCode::noEvents, "", {}, group.label});
  } else if (!group.median.value) {
    sample.warn({WarningCode::notReached, "", {}, group.label});
  }
  warnOfTimes(
      WarningCode::beyondFollowUp, group.label, group.atTimes,
      [](const auto& at) { return at.beyondFollowUp ? Time(at.time) : Time(); }, sample);
  warnOfTimes(
      WarningCode::meanBeyondFollowUp, group.label, group.restrictedMean,
      [](const auto& mean) { return mean.value ? Time() : Time(mean.tau); }, sample);
  warnOfTimes(
      WarningCode::meanWithoutError, group.label, group.restrictedMean,
      [](const auto& mean) { return mean.stdError == 0.0 ? Time(mean.tau) : Time(); }, sample);
  warnOfTimes(
      WarningCode::meanLimitOutOfRange, group.label, group.restrictedMean,
      [](const auto& mean) { return limitOutOfRange(mean) ? Time(mean.tau) : Time(); }, sample);
  warnOfTimes(
      WarningCode::conditionalNotEstimable, group.label, group.conditional,
      [](const auto& part) { return part.survival ? Time() : Time(part.time); }, sample);
  const SurvivalSteps& steps = group.steps;
  if (!steps.cumulativeHazardStdError.front())
    sample.warn({WarningCode::tooFewClusters, "", {}, "", {group.label}});
  // Without late entry only those who weigh nothing can follow a curve at 0.
  const auto zero = std::find(steps.survival.begin(), steps.survival.end(), 0.0);
  if (zero == steps.survival.end()) return;
  const auto at = static_cast<std::size_t>(zero - steps.survival.begin());
  for (std::size_t later = at + 1; later < steps.time.size(); ++later) {
    if (!(riskSetSize(steps, later).atRisk > 0)) continue;
    sample.warn({WarningCode::riskSetEmptied, "", {}, shortestText(steps.time[at]), {group.label}});
    return;
  }
}

}  // namespace riskset
