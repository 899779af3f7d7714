#include "core/design/log_rank_design.h"

#include <cmath>

#include "core/design/whole_number.h"

namespace riskset {
namespace {

// The mean of z with one event, whose square root of the number of events multiplies it.
double schoenfeldMean(const LogRankTrial& trial) {
  return std::abs(std::log(trial.hazardRatio)) *
         std::sqrt(trial.allocation * (1 - trial.allocation));
}

double freedmanMean(const LogRankTrial& trial) {
  const double ratio = (1 - trial.allocation) / trial.allocation;
  return std::abs(1 - trial.hazardRatio) * std::sqrt(ratio) / (1 + ratio * trial.hazardRatio);
}

double powerOf(double meanOfOneEvent, double events, TestLevel level) {
  return normalLowerP(meanOfOneEvent * std::sqrt(events) - criticalValue(level));
}

LogRankSize sizeOf(double meanOfOneEvent, TestLevel level, double power,
                   std::optional<double> eventProbability) {
  const double mean = criticalValue(level) + normalQuantile(power);
  LogRankSize size{};
  size.eventsUnrounded = mean * mean / (meanOfOneEvent * meanOfOneEvent);
  size.events = wholeFrom(size.eventsUnrounded);
  size.power = powerOf(meanOfOneEvent, size.events, level);
  if (eventProbability) {
    size.patientsUnrounded = size.eventsUnrounded / *eventProbability;
    size.patients = wholeFrom(*size.patientsUnrounded);
    size.patientsForWholeEvents = wholeFrom(size.events / *eventProbability);
  }
  return size;
}

}  // namespace

LogRankPower logRankPower(const LogRankTrial& trial, double events, double wantedPower) {
  const double mean = criticalValue(trial.level) + normalQuantile(wantedPower);
  const double logRatio = mean / std::sqrt(events * trial.allocation * (1 - trial.allocation));
  return {powerOf(schoenfeldMean(trial), events, trial.level),
          powerOf(freedmanMean(trial), events, trial.level),
          {std::exp(-logRatio), std::exp(logRatio)}};
}

LogRankSizes logRankSizes(const LogRankTrial& trial, double power,
                          std::optional<double> eventProbability) {
  return {sizeOf(schoenfeldMean(trial), trial.level, power, eventProbability),
          sizeOf(freedmanMean(trial), trial.level, power, eventProbability)};
}

}  // namespace riskset
